import { describe, expect, test } from 'vitest';
import { FACT_IDS, factsOf } from '../../src/lib/domain/fact-table.ts';
import { firing, type Firing } from '../../src/lib/domain/firing.ts';
import { METHOD_IDS } from '../../src/lib/domain/method.ts';
import { limitsWith, type Rule } from '../../src/lib/domain/rule.ts';
import { LIMITS } from '../../src/lib/knowledge/limits.ts';
import { METHODS } from '../../src/lib/knowledge/methods.ts';
import { RULES } from '../../src/lib/knowledge/rules.ts';
import { SIZES } from '../../src/lib/knowledge/sizes.ts';
import { SOURCES } from '../../src/lib/knowledge/sources.ts';
import { surveyOf, type Site } from './bundle.ts';
import { RULE_FIXTURES } from './fixtures.ts';

/** What a rule says of the one group of a site. */
function says(row: Rule, site: Site): Firing {
	const survey = surveyOf(site);
	return firing(row, factsOf(survey, survey.groups[0]!, SIZES), limitsWith(LIMITS, {}));
}

describe.each(RULES.map((row) => [row.id, row] as const))('%s', (id, row) => {
	test('fires where it should, and is silent on its edge', () => {
		const fixture = RULE_FIXTURES[id];
		expect(fixture, `tests/knowledge/fixtures.ts lacks ${id}`).toBeDefined();
		expect(says(row, fixture!.fires)).toBe('fires');
		expect(says(row, fixture!.silent)).toBe('silent');
	});

	test('gives a reason in one to three sentences, and a source that exists', () => {
		expect(row.reason).toMatch(/^[A-Z{].{20,330}\.$/);
		expect(row.sources.length).toBeGreaterThan(0);
		for (const source of row.sources) expect(Object.keys(SOURCES)).toContain(source);
	});

	test('names its method in its id, and only facts and limits that exist', () => {
		expect(id.startsWith(`${row.method}-`)).toBe(true);
		expect(id).toMatch(/^[a-z0-9-]+$/);
		for (const need of row.needs) expect(FACT_IDS).toContain(need);
		for (const limit of row.limits ?? []) {
			expect(LIMITS.map(({ id }) => id)).toContain(limit);
		}
		for (const [, name = ''] of row.reason.matchAll(/\{(\w+)\}/g)) {
			expect([...row.needs, ...(row.limits ?? [])]).toContain(name);
		}
	});

	test('takes nothing for granted: it does not fire while nothing is known', () => {
		expect(says(row, { groups: { Somebody: {} } })).not.toBe('fires');
	});

	test('our own judgement is marked as ours, and the vendor’s has a vendor’s source', () => {
		const isOursOnly = row.sources.every((source) => source === 'OURS');
		expect(row.confidence === 'ours' || !isOursOnly).toBe(true);
	});
});

test('no fixture is left over from a rule that is gone', () => {
	expect(Object.keys(RULE_FIXTURES).sort()).toEqual(RULES.map(({ id }) => id).sort());
});

test('ids are given once', () => {
	expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
});

test('every method can be favoured, and every one can be ruled out', () => {
	for (const method of METHOD_IDS) {
		const effects = RULES.filter((row) => row.method === method).map(({ effect }) => effect);
		expect(effects, method).toEqual(expect.arrayContaining(['favours', 'rules-out', 'cautions']));
	}
});

test('a threshold in a condition is a limit that the plan can show', () => {
	for (const row of RULES) {
		const [, read] = /\}, \{([^}]*)\}/.exec(String(row.when)) ?? [];
		const names = [...(read ?? '').matchAll(/(\w+) =/g)].map(([, name]) => name);
		expect(row.limits ?? [], row.id).toEqual(names);
	}
});

test('the six methods are described in the order of the source document', () => {
	expect(METHODS.map(({ id }) => id)).toEqual([...METHOD_IDS]);
	for (const { name, summary, sources, platforms } of METHODS) {
		expect(name).not.toBe('');
		expect(summary).toMatch(/\.$/);
		expect(platforms).toContain('windows');
		for (const source of sources) expect(Object.keys(SOURCES)).toContain(source);
	}
});

test('three methods serve Windows only, as the source document says', () => {
	const windowsOnly = METHODS.filter(({ platforms }) => platforms.length === 1);
	expect(windowsOnly.map(({ id }) => id)).toEqual(['gup', 'third-party', 'intelligent-updater']);
});
