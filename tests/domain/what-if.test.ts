import { describe, expect, test } from 'vitest';
import type { Answers } from '../../src/lib/domain/answer.ts';
import type { MethodId } from '../../src/lib/domain/method.ts';
import { judge } from '../../src/lib/domain/plan.ts';
import { rule } from '../../src/lib/domain/rule.ts';
import { emptySurvey, type Survey } from '../../src/lib/domain/survey.ts';
import {
	LEVERS,
	moved,
	surveyed,
	tippingPoints,
	type TippingPoint
} from '../../src/lib/domain/what-if.ts';
import { TABLES as KNOWLEDGE } from '../knowledge/bundle.ts';

const site = (answers: Answers, clients: number): Survey => ({
	...emptySurvey('s', 'Lyon'),
	answers: { sepmReachable: 'yes', internetAllowed: 'no', contentMustBeTested: 'no', ...answers },
	groups: [
		{
			id: 'g1',
			answers: { platform: 'windows', clients, managed: 'yes', airGapped: 'no', roaming: 'no' }
		}
	]
});

const BRANCH = site(
	{ linkDownMbps: 2, linkSharePercent: 25, windowHours: 8, sepmTotalClients: 2000 },
	40
);
const HEAD_OFFICE = site(
	{ linkDownMbps: 10_000, linkSharePercent: 50, windowHours: 12, sepmTotalClients: 9000 },
	500
);

function points(survey: Survey, question: string): readonly TippingPoint[] {
	const levers = LEVERS.filter((lever) => lever.question === question);
	return tippingPoints(survey, 'g1', KNOWLEDGE, levers);
}

describe('where a plan would tip is computed', () => {
	test('one more than 10,000 clients on the SEPM makes an internal LiveUpdate server lead', () => {
		expect(points(HEAD_OFFICE, 'sepmTotalClients')).toMatchObject([
			{
				at: 10_001,
				before: 'sepm',
				after: 'lua',
				rules: expect.arrayContaining(['lua-large-network']) as string[]
			}
		]);
	});

	test('the branch stops needing a GUP once its link fills every client within the window', () => {
		// 40 clients x 120 MB at 25 % in 8 h: 4,800 MB x 8 / (0.25 x 28,800 s) = 5.33 Mbit/s.
		const [first] = points(BRANCH, 'linkDownMbps');
		expect(first).toMatchObject({ before: 'gup', after: 'sepm' });
		expect(first?.at).toBeCloseTo(5.33, 1);
		expect(first?.rules).toContain('gup-thin-link');
	});

	test('nine clients are too few for a GUP, ten are enough', () => {
		expect(points(BRANCH, 'clients')[0]).toMatchObject({
			at: expect.any(Number) as number,
			after: 'gup'
		});
	});

	test('two changes that lie closer together than the steps of the walk are two points', () => {
		const leads = (id: string, method: MethodId, from: number, below: number) =>
			rule({
				...{ id, method, effect: 'favours', weight: 5, needs: ['sepmTotalClients'] },
				when: ({ sepmTotalClients }) => sepmTotalClients >= from && sepmTotalClients < below,
				...{ reason: id, sources: [], confidence: 'ours' }
			});
		const rules = [
			leads('sepm-few', 'sepm', 0, 1000),
			leads('gup-some', 'gup', 1000, 1003),
			leads('lua-many', 'lua', 1003, Infinity)
		];
		const levers = LEVERS.filter(({ question }) => question === 'sepmTotalClients');
		expect(tippingPoints(HEAD_OFFICE, 'g1', { ...KNOWLEDGE, rules }, levers)).toMatchObject([
			{ at: 1000, before: 'sepm', after: 'gup', rules: ['sepm-few', 'gup-some'] },
			{ at: 1003, before: 'gup', after: 'lua', rules: ['gup-some', 'lua-many'] }
		]);
	});

	test('a point names every rule that flips there, and no other', () => {
		const firing = (survey: Survey, lever: string, value: number) => {
			const other = moved(survey, 'g1', { [lever]: value });
			const { verdicts } = judge(other, other.groups[0]!, KNOWLEDGE);
			return new Set(verdicts.flatMap(({ because }) => because.map((each) => each.rule)));
		};
		for (const survey of [BRANCH, HEAD_OFFICE]) {
			for (const { lever, at, rules } of tippingPoints(survey, 'g1', KNOWLEDGE)) {
				const below = firing(survey, lever.question, lever.isWhole ? at - 1 : at * 0.995);
				const above = firing(survey, lever.question, lever.isWhole ? at : at * 1.005);
				expect([...rules].sort()).toEqual([...below.symmetricDifference(above)].sort());
				expect(rules.length).toBeGreaterThan(0);
			}
		}
	});

	test('none is missing: walked a hundred times as finely, what leads changes at these points only', () => {
		for (const survey of [BRANCH, HEAD_OFFICE]) {
			for (const lever of LEVERS.filter(({ isWhole }) => !isWhole)) {
				const own = points(survey, lever.question);
				const leading = (value: number) => {
					const other = moved(survey, 'g1', { [lever.question]: value });
					return judge(other, other.groups[0]!, KNOWLEDGE).leading;
				};
				const before = leading(lever.low);
				for (let step = 1; step <= 480; step += 1) {
					const value = lever.low * (lever.high / lever.low) ** (step / 480);
					const passed = own.filter(({ at }) => at <= value * 1.0005).at(-1);
					const isNear = own.some(({ at }) => Math.abs(at / value - 1) < 0.002);
					if (!isNear)
						expect(leading(value), `${lever.question} ${value}`).toBe(
							passed ? passed.after : before
						);
				}
				expect(leading(lever.high)).toBe(own.at(-1)?.after ?? before);
			}
		}
	});

	test('each point is one: just below it leads what led before, at it what leads after', () => {
		for (const survey of [BRANCH, HEAD_OFFICE]) {
			for (const { lever, at, before, after } of tippingPoints(survey, 'g1', KNOWLEDGE)) {
				const leading = (value: number) => {
					const other = moved(survey, 'g1', { [lever.question]: value });
					return judge(other, other.groups[0]!, KNOWLEDGE).leading;
				};
				expect(leading(lever.isWhole ? at - 1 : at * 0.995)).toBe(before);
				expect(leading(lever.isWhole ? at : at * 1.005)).toBe(after);
			}
		}
	});
});

test('a lever moves a copy; the survey keeps what was surveyed', () => {
	const before = structuredClone(BRANCH);
	const other = moved(BRANCH, 'g1', { clients: 500, linkDownMbps: 50 });
	expect(other.groups[0]?.answers.clients).toBe(500);
	expect(other.answers.linkDownMbps).toBe(50);
	expect(BRANCH).toEqual(before);
	expect(LEVERS.map((lever) => surveyed(BRANCH, 'g1', lever))).toEqual([
		40,
		2000,
		2,
		25,
		8,
		...new Array<undefined>(4).fill(undefined)
	]);
});
