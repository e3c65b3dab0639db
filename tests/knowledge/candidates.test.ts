import { expect, test } from 'vitest';
import type { CandidateFacts } from '../../src/lib/domain/candidate.ts';
import { CANDIDATE_RULES } from '../../src/lib/knowledge/candidates.ts';
import { LIMITS } from '../../src/lib/knowledge/limits.ts';
import { SOURCES } from '../../src/lib/knowledge/sources.ts';

interface Fixture {
	readonly fires: CandidateFacts;
	readonly silent: CandidateFacts;
}

const FIXTURES: Readonly<Record<string, Fixture>> = {
	'candidate-sepm-host': { fires: { isSepm: true }, silent: { isSepm: false } },
	'candidate-version': { fires: { sameVersion: false }, silent: { sameVersion: true } },
	'candidate-always-on': { fires: { power: 'irregular' }, silent: { power: 'office-hours' } },
	'candidate-office-hours': { fires: { power: 'office-hours' }, silent: { power: 'always' } },
	'candidate-server-system': {
		fires: { clients: 51, isServer: false, power: 'always' },
		silent: { clients: 50, isServer: false, power: 'always' }
	},
	'candidate-address': { fires: { address: 'dynamic' }, silent: { address: 'dhcp-reserved' } },
	'candidate-disk': {
		fires: { freeDiskGigabytes: 0.7, cacheGigabytes: 0.4 },
		silent: { freeDiskGigabytes: 0.8, cacheGigabytes: 0.4 }
	},
	'candidate-roles': { fires: { hasOtherRoles: true }, silent: { hasOtherRoles: false } },
	'candidate-owner': { fires: { ownerAgrees: 'pending' }, silent: { ownerAgrees: 'yes' } }
};

const limits = Object.fromEntries(LIMITS.map(({ id, value }) => [id, value]));

test.each(CANDIDATE_RULES.map((row) => [row.id, row] as const))(
	'%s fires where it should and only there, with a reason and a source',
	(id, { when, reason, ask, sources }) => {
		const fixture = FIXTURES[id];
		expect(fixture, `this test lacks ${id}`).toBeDefined();
		type Known = Parameters<typeof when>[0];
		expect(when(fixture!.fires as Known, limits)).toBe(true);
		expect(when(fixture!.silent as Known, limits)).toBe(false);
		expect(reason).toMatch(/^[A-Z].+\.$/);
		expect(ask).toMatch(/^[A-Z].+\.$/);
		expect(sources).not.toEqual([]);
		for (const source of sources) expect(SOURCES).toHaveProperty([source]);
	}
);

test('no fixture is left over from a rule that is gone', () => {
	expect(Object.keys(FIXTURES).sort()).toEqual(CANDIDATE_RULES.map(({ id }) => id).sort());
});
