import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { METHOD_IDS } from '../../src/lib/domain/method.ts';
import {
	copyHours,
	dailyMegabytes,
	kilobytesPerSecond,
	transferOf,
	transferSeconds,
	type TransferInput
} from '../../src/lib/domain/transfer.ts';
import { factsOf } from '../../src/lib/domain/fact-table.ts';
import { makePlan } from '../../src/lib/domain/plan.ts';
import { SIZES } from '../../src/lib/knowledge/sizes.ts';
import { surveyOf, TABLES } from '../knowledge/bundle.ts';

const T1 = 1.544;
const MB = 1000;

describe('the vendor’s formula: clients x content / bandwidth, in decimal units', () => {
	test.each([
		['F1', 100, 200, 0.512, 312.5],
		['F2', 100, 200, T1, 103.63],
		['F3', 1000, 200, 10, 160],
		['F4', 5000, 200, T1, 5181.35],
		['F5', 5000, 200, 10, 800],
		['F6', 5000, 200, 100, 80],
		['F7', 5000, 200, 1000, 8],
		['F8', 15_000, 200, T1, 15_544.04],
		['F9', 15_000, 200, 10, 2400],
		['F10', 15_000, 200, 100, 240],
		['F11', 15_000, 200, 1000, 24],
		['F12', 50, 120 * MB, 2, 24_000],
		['F13', 1, 120 * MB, 2, 480],
		['F14', 100, 120 * MB, 10, 9600],
		['F15', 1, 120 * MB, 0.512, 1875],
		['F16, every client', 50, 1.5 * MB, 2, 300],
		['F16, one GUP', 1, 1.5 * MB, 2, 6]
	])('%s: %i x %d kB over %d Mbit/s takes %d s', (_, clients, kilobytes, mbps, seconds) => {
		expect(transferSeconds(clients, kilobytes, kilobytesPerSecond(mbps, 100))).toBeCloseTo(
			seconds,
			2
		);
	});

	test('F17: 200 is kilobytes; read as kilobits the answer would be eight times too good', () => {
		const right = transferSeconds(1000, 200, kilobytesPerSecond(10, 100));
		const trap = transferSeconds(1000, 200 / 8, kilobytesPerSecond(10, 100));
		expect({ right, trap }).toEqual({ right: 160, trap: 20 });
		const { firstFillHours } = transferOf({ ...INPUT, clients: 1000, fullMegabytes: 0.2 });
		expect(firstFillHours! * 3600).toBeCloseTo(160, 0);
	});

	test('a T1 is 193 kB/s', () => {
		expect(kilobytesPerSecond(T1, 100)).toBeCloseTo(193, 6);
	});

	test('100 clients with 120 MB each are 12 GB', () => {
		expect(100 * 120).toBe(12_000);
		expect(copyHours(12_000, 10, 100)! * 3600).toBeCloseTo(9600, 6);
	});

	test('17 deltas of 1.5 MB a week are 25.5 MB for each client', () => {
		expect(dailyMegabytes(1, 1.5, 17)).toBe(25.5);
	});

	test('25 full sets of 120 MB in ten minutes need 40 Mbit/s', () => {
		expect(transferSeconds(25, 120 * MB, kilobytesPerSecond(40, 100))).toBe(600);
	});
});

const INPUT: TransferInput = {
	method: 'sepm',
	clients: 50,
	fullOnly: 0,
	packages: 1,
	gups: 1,
	linkMbps: 10,
	internetMbps: undefined,
	sharePercent: 100,
	fullMegabytes: 120,
	deltaMegabytes: 1.5,
	releasesPerDay: 3
};

describe('what each method costs the link', () => {
	test('from the SEPM a Mac takes a full set for each release, a PC a delta; a GUP has no Macs', () => {
		const survey = surveyOf({
			answers: { sepmReachable: 'yes', linkDownMbps: 50 },
			groups: { PCs: { platform: 'windows', clients: 40 }, Macs: { platform: 'mac', clients: 10 } }
		});
		const { transfer } = makePlan(survey, TABLES);
		const daily = (id: string) => transfer.find(({ method }) => method === id)!;
		expect(daily('sepm').wanMegabytesPerDay).toBe(40 * 1.5 * 3 + 10 * 120 * 3);
		expect(daily('sepm').assumptions.join()).toContain('no deltas for Mac and Linux');
		expect(daily('gup').assumptions.join()).not.toContain('no deltas for Mac and Linux');
		expect(daily('liveupdate').clients).toBe(50);
		expect(daily('liveupdate').dailyHours).toBeNull();
	});

	test('rules and the table of transfers reckon with the same day, whatever the platforms are', () => {
		const count = fc.integer({ min: 0, max: 20_000 });
		const group = fc.record({
			platform: fc.constantFrom('windows', 'mac', 'linux'),
			clients: count
		});
		fc.assert(
			fc.property(
				fc.array(group, { minLength: 1, maxLength: 4 }),
				fc.integer({ min: 1, max: 1000 }),
				fc.integer({ min: 1, max: 100 }),
				(groups, linkDownMbps, linkSharePercent) => {
					const survey = surveyOf({
						answers: { sepmReachable: 'yes', linkDownMbps, linkSharePercent },
						groups: Object.fromEntries(groups.map((each, index) => [`G${index}`, each]))
					});
					const row = makePlan(survey, TABLES).transfer.find(({ method }) => method === 'sepm')!;
					const { dailyHours } = factsOf(survey, survey.groups[0]!, SIZES);
					expect(dailyHours.value).toBeCloseTo(row.dailyHours ?? 0, 3);
				}
			),
			{ numRuns: 60 }
		);
	});

	test('the contract: 40 clients, 2 Mbit/s, share not answered', () => {
		const plan = makePlan(
			surveyOf({
				answers: { sepmReachable: 'yes', linkDownMbps: 2 },
				groups: { PCs: { platform: 'windows', clients: 40 } }
			}),
			TABLES
		);
		const sepm = plan.transfer.find(({ method }) => method === 'sepm')!;
		expect(sepm).toMatchObject({
			wanMegabytesPerDay: 180,
			firstFillHours: 21.3333,
			dailyHours: 0.8
		});
		expect(sepm.assumptions.join(' ')).toMatch(/25 %.*120 MB.*1\.5 MB/);
	});

	test('F12 and F13: a GUP turns 24,000 seconds into 480', () => {
		const seconds = (method: 'sepm' | 'gup') =>
			Math.round(transferOf({ ...INPUT, linkMbps: 2, method }).firstFillHours! * 3600);
		expect([seconds('sepm'), seconds('gup')]).toEqual([24_000, 480]);
	});

	test('half the share takes twice as long', () => {
		const hours = (sharePercent: number) => transferOf({ ...INPUT, sharePercent }).firstFillHours!;
		expect(hours(50)).toBeCloseTo(2 * hours(100), 3);
	});

	test('LiveUpdate goes over the internet line and leaves the link alone', () => {
		const cost = transferOf({ ...INPUT, method: 'liveupdate', internetMbps: 100 });
		expect(cost.wanMegabytesPerDay).toBe(0);
		expect(cost.firstFillHours).toBeCloseTo((50 * 120) / 12.5 / 3600, 3);
	});

	test('a tool fetches once for the site, or once for every client where it has no point there', () => {
		const fill = (more: object) =>
			transferOf({ ...INPUT, method: 'third-party', ...more }).firstFillHours! * 3600;
		expect(fill({})).toBeCloseTo(96, 0);
		expect(fill({ hasNoLocalPoint: true })).toBeCloseTo(50 * 96, 0);
	});

	test('what is carried in by hand costs the link nothing', () => {
		expect(transferOf({ ...INPUT, method: 'intelligent-updater' })).toEqual({
			wanMegabytesPerDay: 0,
			firstFillHours: null,
			dailyHours: null
		});
	});

	test.each([
		['not known', undefined],
		['none', 0]
	])('a link that is %s gives no hours, not a wrong number', (_, linkMbps) => {
		expect(transferOf({ ...INPUT, linkMbps })).toMatchObject({
			firstFillHours: null,
			dailyHours: null
		});
	});

	test('never is anything infinite, negative or not a number', () => {
		fc.assert(
			fc.property(
				fc.record({
					method: fc.constantFrom(...METHOD_IDS),
					clients: fc.nat(100_000),
					fullOnly: fc.nat(1000),
					packages: fc.integer({ min: 1, max: 3 }),
					gups: fc.nat(50),
					linkMbps: fc.option(fc.double({ min: 0, max: 10_000, noNaN: true }), { nil: undefined }),
					internetMbps: fc.option(fc.double({ min: 0, max: 10_000, noNaN: true }), {
						nil: undefined
					}),
					sharePercent: fc.integer({ min: 0, max: 100 }),
					fullMegabytes: fc.integer({ min: 1, max: 1000 }),
					deltaMegabytes: fc.integer({ min: 0, max: 20 }),
					releasesPerDay: fc.constant(3)
				}),
				(input) => {
					for (const value of Object.values(transferOf(input))) {
						expect(value === null || (Number.isFinite(value) && value >= 0)).toBe(true);
					}
				}
			),
			{
				examples: [
					[
						{
							method: 'sepm',
							clients: 1,
							fullOnly: 0,
							packages: 1,
							gups: 0,
							// So slow that the hours are at the very end of what a number can say.
							linkMbps: 4.540967058177963e-308,
							internetMbps: undefined,
							sharePercent: 98,
							fullMegabytes: 1,
							deltaMegabytes: 0,
							releasesPerDay: 3
						}
					]
				]
			}
		);
	});

	test('a GUP never costs the link more than every client on its own', () => {
		fc.assert(
			fc.property(fc.nat(5000), fc.integer({ min: 1, max: 60 }), (clients, subnets) => {
				const plan = makePlan(
					surveyOf({
						answers: { sepmReachable: 'yes', linkDownMbps: 2, subnets },
						groups: { PCs: { platform: 'windows', clients } }
					}),
					TABLES
				);
				const cost = (id: string) =>
					plan.transfer.find(({ method }) => method === id)?.wanMegabytesPerDay ?? 0;
				expect(cost('gup')).toBeLessThanOrEqual(cost('sepm'));
			}),
			{ numRuns: 40 }
		);
	});
});

describe('the rows of the plan', () => {
	const plan = (answers: Record<string, number | string>, clients: number | { unknown: string }) =>
		makePlan(
			surveyOf({
				answers: { sepmReachable: 'yes', linkDownMbps: 10, ...answers },
				groups: { PCs: { platform: 'windows', clients }, Macs: { platform: 'mac', clients: 5 } }
			}),
			TABLES
		).transfer;

	test('a row reckons with the groups that could use the method', () => {
		const rows = Object.fromEntries(plan({}, 40).map(({ method, clients }) => [method, clients]));
		expect(rows).toMatchObject({ sepm: 45, gup: 40, lua: 45, liveupdate: 45 });
	});

	test('a method that no group could use has no row', () => {
		expect(plan({ internetAllowed: 'no' }, 40).map(({ method }) => method)).not.toContain(
			'liveupdate'
		);
	});

	test('a group without a number is said to count as nothing', () => {
		const [sepm] = plan({}, { unknown: 'nobody has a list' });
		expect(sepm).toMatchObject({ clients: 5 });
		expect(sepm!.assumptions.join(' ')).toMatch(/not known count as nothing/);
	});

	test('what was measured is not assumed', () => {
		const [sepm] = plan({ linkSharePercent: 50, fullContentMegabytes: 80, deltaMegabytes: 1 }, 40);
		expect(sepm!.assumptions.join(' ')).not.toMatch(/120 MB|1\.5 MB|25 %/);
		expect(sepm!.wanMegabytesPerDay).toBe(40 * 3 + 5 * 80 * 3);
	});
});
