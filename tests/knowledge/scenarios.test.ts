import { describe, expect, test } from 'vitest';
import { makePlan, type Plan } from '../../src/lib/domain/plan.ts';
import { surveyOf, TABLES } from './bundle.ts';
import { SCENARIOS, type Scenario } from './scenarios.ts';

const plan = ({ site }: Scenario): Plan => makePlan(surveyOf(site), TABLES);

describe.each(SCENARIOS.map((each) => [each.name, each] as const))('%s', (_, scenario) => {
	test('gets the method an expert would take', () => {
		const groups = plan(scenario).groups.map(({ id, recommended }) => [id, recommended]);
		expect(Object.fromEntries(groups)).toEqual(scenario.expect);
	});

	test('is told what to mend and what is missing', () => {
		const { warnings, open, groups } = plan(scenario);
		expect(warnings.map(({ rule }) => rule)).toEqual(
			expect.arrayContaining([...(scenario.warns ?? [])])
		);
		expect(open.map(({ question }) => question)).toEqual(
			expect.arrayContaining([...(scenario.open ?? [])])
		);
		for (const { recommended, verdicts } of groups) {
			const chosen = verdicts.find(({ method }) => method === recommended);
			expect(chosen?.because.some(({ effect }) => effect === 'favours') ?? true).toBe(true);
		}
	});
});

test('there are at least forty, each with a name of its own, and every method is an answer', () => {
	expect(new Set(SCENARIOS.map(({ name }) => name)).size).toBe(SCENARIOS.length);
	expect(SCENARIOS.length).toBeGreaterThanOrEqual(40);
	const methods = new Set(SCENARIOS.flatMap((each) => Object.values(each.expect)));
	expect([...methods].sort()).toEqual(
		['gup', 'intelligent-updater', 'liveupdate', 'lua', null, 'sepm', 'third-party'].sort()
	);
});

test('the contract’s example names the share of the link, and what it could change', () => {
	expect(plan(SCENARIOS[0]!).open).toContainEqual({
		question: 'linkSharePercent',
		couldChange: ['gup', 'sepm']
	});
});
