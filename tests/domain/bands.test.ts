import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answers } from '../../src/lib/domain/answer.ts';
import {
	alongOf,
	cornerOf,
	missingIn,
	pointWithin,
	transferBands,
	type Range
} from '../../src/lib/domain/bands.ts';
import { makePlan } from '../../src/lib/domain/plan.ts';
import { simulate } from '../../src/lib/domain/simulation/simulate.ts';
import { stage } from '../../src/lib/domain/simulation/scenario.ts';
import type { Survey } from '../../src/lib/domain/survey.ts';
import { transferRows } from '../../src/lib/domain/transfer-rows.ts';
import { questionsOf } from '../../src/lib/domain/question.ts';
import { RANGES } from '../../src/lib/knowledge/ranges.ts';
import { surveyOf, TABLES } from '../knowledge/bundle.ts';

const MEASURED: Answers = {
	sepmReachable: 'yes',
	internetAllowed: 'yes',
	internetMbps: 20,
	linkDownMbps: 2,
	linkSharePercent: 25,
	windowHours: 8,
	fullContentMegabytes: 118,
	deltaMegabytes: 1.4,
	subnets: 1
};

function site(answers: Answers, clients: Answers = { clients: 40 }): Survey {
	return surveyOf({ answers, groups: { PCs: { platform: 'windows', ...clients } } });
}

const without = (...questions: readonly string[]): Answers =>
	Object.fromEntries(Object.entries(MEASURED).filter(([id]) => !questions.includes(id)));

const bandsOf = (survey: Survey) =>
	transferBands(survey, makePlan(survey, TABLES), TABLES.sizes, RANGES);

const bandOf = (survey: Survey, method: string) =>
	bandsOf(survey).find((each) => each.method === method);

describe('what is not known gives a band, not a point', () => {
	test('along a range: its ends, its middle in equal ratios, and whole clients', () => {
		const survey = site(without('linkDownMbps', 'subnets'), {});
		const at = (share: number) => alongOf(survey, RANGES, share);
		expect(at(0)).toEqual(cornerOf(survey, RANGES, 'best'));
		expect(at(1)).toEqual(cornerOf(survey, RANGES, 'worst'));
		expect(at(0.5).answers).toMatchObject({
			linkDownMbps: expect.closeTo(10) as number,
			subnets: 2
		});
		expect(at(0.5).groups[0]?.answers.clients).toBe(Math.round(Math.sqrt(5 * 250)));
	});

	test('a point beside its band says nothing: groups that nobody counted are not in it', () => {
		expect(pointWithin(320, { low: 1607, high: 91_065 })).toBeNull();
		expect(pointWithin(320, { low: 100, high: 400 })).toBe(320);
		expect(pointWithin(320, null)).toBe(320);
	});

	test('a site that was measured has no band', () => {
		expect(bandsOf(site(MEASURED))).toEqual([]);
	});

	test.each([
		['not answered', without('linkDownMbps')],
		['not to be found out', { ...MEASURED, linkDownMbps: { unknown: 'cabinet locked' } }]
	])('a speed that is %s: the hours at both ends of its range, and the reason', (_, answers) => {
		const band = bandOf(site(answers), 'sepm');
		// 40 x 118 MB through a quarter of 100 and of 1 Mbit/s.
		const hours = (mbps: number) => (40 * 118 * 8) / (mbps * 0.25 * 3600);
		expect(band?.firstFillHours?.low).toBeCloseTo(hours(100), 3);
		expect(band?.firstFillHours?.high).toBeCloseTo(hours(1), 3);
		expect(band?.because.map(({ lack }) => lack)).toEqual(['the link’s speed is not known']);
	});

	test('a link that does not apply is not a missing one', () => {
		const answers = { ...MEASURED, linkDownMbps: { notApplicable: 'no link' } };
		expect(missingIn(site(answers), RANGES)).toEqual([]);
	});

	test('only the methods that read the missing answer have a band for it', () => {
		const survey = site(without('subnets'));
		expect(bandsOf(survey).map(({ method }) => method)).toEqual(['gup']);
		expect(bandOf(site(without('internetMbps')), 'sepm')).toBeUndefined();
	});

	test('clients that nobody counted make a band of the megabytes as well', () => {
		const band = bandOf(site(MEASURED, { clients: { unknown: 'no list' } }), 'sepm');
		expect(band?.wanMegabytesPerDay).toEqual({ low: 5 * 1.4 * 3, high: 250 * 1.4 * 3 });
	});
});

/** A value somewhere in each of some ranges. */
const inside = fc
	.subarray([...RANGES], { minLength: 1 })
	.chain((ranges) =>
		fc.tuple(
			fc.constant(ranges),
			fc.tuple(
				...ranges.map(({ low, high, unit }) =>
					unit === 'clients' || unit === 'subnets'
						? fc.integer({ min: low, max: high })
						: fc.double({ min: low, max: high, noNaN: true })
				)
			)
		)
	);

function lacking(ranges: readonly Range[]): Survey {
	const isCounted = !ranges.some(({ question }) => question === 'clients');
	return site(without(...ranges.map(({ question }) => question)), isCounted ? { clients: 40 } : {});
}

function answered(survey: Survey, ranges: readonly Range[], values: readonly number[]): Survey {
	const pinned = ranges.map((range, index) => {
		const value = values[index] ?? NaN;
		return { ...range, low: value, high: value };
	});
	return cornerOf(survey, pinned, 'best');
}

describe('the band holds the point result of every value inside', () => {
	test('in the closed form, for every method and number', () => {
		fc.assert(
			fc.property(inside, ([ranges, values]) => {
				const survey = lacking(ranges);
				const plan = makePlan(survey, TABLES);
				const bands = transferBands(survey, plan, TABLES.sizes, RANGES);
				const point = answered(survey, ranges, values);
				const judged = plan.groups.map(({ verdicts }, index) => ({
					group: point.groups[index]!,
					verdicts
				}));
				for (const row of transferRows(point, judged, TABLES.sizes)) {
					const band = bands.find(({ method }) => method === row.method);
					for (const number of ['firstFillHours', 'dailyHours', 'wanMegabytesPerDay'] as const) {
						const edges = band?.[number];
						if (!edges) continue;
						expect(row[number]).toBeGreaterThanOrEqual(edges.low);
						expect(row[number]).toBeLessThanOrEqual(edges.high);
					}
				}
			}),
			{ numRuns: 150 }
		);
	});

	test('in the simulation of the first fill, within the minutes of a heartbeat', () => {
		fc.assert(
			fc.property(inside, fc.constantFrom('sepm', 'gup'), ([ranges, values], method) => {
				const survey = lacking(ranges);
				const filled = (other: Survey) => {
					const { scenario } = stage(other, other.groups, method, TABLES.sizes);
					return simulate({ ...scenario, releasesPerDay: 0 })?.filledAfterHours ?? Infinity;
				};
				const here = filled(answered(survey, ranges, values));
				const heartbeat = 10 / 60;
				expect(here).toBeGreaterThanOrEqual(filled(cornerOf(survey, ranges, 'best')) - heartbeat);
				expect(here).toBeLessThanOrEqual(filled(cornerOf(survey, ranges, 'worst')) + heartbeat);
			}),
			{ numRuns: 40 }
		);
	});
});

describe('the ranges themselves', () => {
	test('each is of a question, holds what we assume for it, and names a source', () => {
		const ids = questionsOf(TABLES.questionnaire).map(({ id }) => id);
		for (const { question, low, high, from, sources } of RANGES) {
			expect(ids).toContain(question);
			expect(low).toBeLessThan(high);
			const assumed = Object.entries(TABLES.sizes).find(([id]) => id === question)?.[1];
			if (assumed) {
				expect(assumed.value, question).toBeGreaterThanOrEqual(low);
				expect(assumed.value, question).toBeLessThanOrEqual(high);
			}
			for (const source of sources) expect(Object.keys(TABLES.sources)).toContain(source);
			expect(sources.includes('OURS'), question).toBe(from === 'ours');
		}
	});
});
