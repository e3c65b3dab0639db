import { describe, expect, test } from 'vitest';
import { isUnknown } from '../../src/lib/domain/answer.ts';
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

describe('the edges are among them', () => {
	const surveys = SCENARIOS.map(({ site }) => site);
	const answersOf = ({ answers = {}, groups = {} }: Scenario['site']) => [
		...Object.values(answers),
		...Object.values(groups).flatMap((group) => Object.values(group))
	];

	test.each([9, 10, 50, 51, 10_000, 10_001])('a group of %i clients', (clients) => {
		const sizes = surveys.flatMap(({ groups = {} }) => Object.values(groups).map((g) => g.clients));
		expect(sizes).toContain(clients);
	});

	test('a site without a link', () => {
		expect(surveys.filter(({ answers }) => answers?.linkDownMbps === 0)).not.toEqual([]);
	});

	test('a site without any answer, with a group and without', () => {
		const silent = surveys.filter((site) => answersOf(site).length === 0);
		const counts = silent.map(({ groups = {} }) => Object.keys(groups).length);
		expect([...new Set(counts)].sort()).toEqual([0, 1]);
	});

	test('a site of which every answer could not be found out', () => {
		const inVain = surveys.filter((site) => {
			const given = answersOf(site);
			return given.length > 80 && given.every((answer) => isUnknown(answer));
		});
		expect(inVain).not.toEqual([]);
	});
});

test('the contract’s example names the share of the link, and what it could change', () => {
	expect(plan(SCENARIOS[0]!).open).toContainEqual({
		question: 'linkSharePercent',
		couldChange: ['gup', 'sepm']
	});
});
