import { describe, expect, test } from 'vitest';
import { factsOf } from '../../src/lib/domain/fact-table.ts';
import type { DerivedFacts, Facts } from '../../src/lib/domain/facts.ts';
import { firing, type Conditional } from '../../src/lib/domain/firing.ts';
import { SIZES } from '../../src/lib/knowledge/sizes.ts';
import { ADVICE } from '../../src/lib/knowledge/advice.ts';
import { surveyOf } from '../knowledge/bundle.ts';
import { pcs } from '../knowledge/fixtures.ts';

/** The facts of a site of which nothing is known, with some in their place. */
function factsWith(known: Partial<Facts>): DerivedFacts {
	const survey = surveyOf({ groups: { PCs: {} } });
	const facts = factsOf(survey, survey.groups[0]!, SIZES);
	const given = Object.entries(known).map(([id, value]) => [
		id,
		{ value, notApplicable: false, missing: [], reads: [], uncounted: [], assumptions: [] }
	]);
	return { ...facts, ...(Object.fromEntries(given) as DerivedFacts) };
}

const near: Conditional = {
	needs: ['firstFillHours', 'windowHours'],
	when: ({ firstFillHours, windowHours }) =>
		firstFillHours > windowHours / 3 && firstFillHours < windowHours * 3
};

describe('a row that compares two facts is open while one of them could make a difference', () => {
	test('the missing one is tried near the one that is known, not only at nothing and at any', () => {
		expect(firing(near, factsWith({ windowHours: 8 }), {})).toBe('open');
		expect(firing(near, factsWith({ windowHours: 8, firstFillHours: 8 }), {})).toBe('fires');
		expect(firing(near, factsWith({ windowHours: 8, firstFillHours: 80 }), {})).toBe('silent');
	});

	test('so are two that are missing both', () => {
		const row: Conditional = {
			needs: ['monthGigabytes', 'capGigabytes'],
			when: ({ monthGigabytes, capGigabytes }) => monthGigabytes > capGigabytes
		};
		expect(firing(row, factsWith({}), {})).toBe('open');
		expect(firing(row, factsWith({ monthGigabytes: 0 }), {})).toBe('silent');
	});

	test('a guess for one fact is not left behind for the next', () => {
		const row: Conditional = {
			needs: ['clients', 'siteClients'],
			when: ({ clients, siteClients }) => clients === siteClients && clients > 5,
			limits: ['gupMinClients']
		};
		expect(firing(row, factsWith({}), { gupMinClients: 10 })).toBe('open');
	});

	test('the advice to measure is open, not silent, while the link is not known', () => {
		const row = ADVICE.find(({ id }) => id === 'size-decides')!;
		const survey = surveyOf(pcs({ sepmReachable: 'yes' }, { managed: 'yes', airGapped: 'no' }));
		expect(firing(row, factsOf(survey, survey.groups[0]!, SIZES), {})).toBe('open');
	});
});
