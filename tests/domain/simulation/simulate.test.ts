import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { METHOD_IDS } from '../../../src/lib/domain/method.ts';
import { ALWAYS } from '../../../src/lib/domain/simulation/pipe.ts';
import {
	BUCKET_HOURS,
	type Scenario,
	type Simulation
} from '../../../src/lib/domain/simulation/model.ts';
import { simulate } from '../../../src/lib/domain/simulation/simulate.ts';
import { copyHours } from '../../../src/lib/domain/transfer.ts';

const BRANCH: Scenario = {
	method: 'sepm',
	clients: 50,
	days: 3,
	seed: 1,
	isFirstFill: true,
	fullMegabytes: 120,
	deltaMegabytes: 1.5,
	releasesPerDay: 0,
	revisionsKept: 30,
	linkMbps: 2,
	sharePercent: 100,
	window: ALWAYS,
	internetMbps: 20,
	heartbeatMinutes: 5,
	randomizationMinutes: 5,
	awayShare: 0,
	awayDays: 0,
	gups: 1,
	gupMbps: 100,
	gupAtOnce: Infinity,
	gupDownHours: 0,
	bypassMinutes: Infinity,
	scheduleHours: 4,
	serverScheduleHours: 4,
	minutesPerMachine: 6,
	people: 1,
	workingHours: { from: 8, hours: 8 }
};

function run(more: Partial<Scenario> = {}): Simulation {
	const result = simulate({ ...BRANCH, ...more });
	if (!result) throw new Error('nobody cancelled');
	return result;
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

describe('the simulation agrees with the closed form where both apply', () => {
	test.each([
		['F12: 50 fulls of 120 MB over 2 Mbit/s', { clients: 50, linkMbps: 2 }],
		['F14: 100 fulls of 120 MB over 10 Mbit/s', { clients: 100, linkMbps: 10 }],
		['the contract example: 40 clients, a quarter of 2 Mbit/s', { clients: 40, sharePercent: 25 }]
	])('%s, within 5 %%', (_, more) => {
		const { clients, fullMegabytes, linkMbps, sharePercent } = { ...BRANCH, ...more };
		const hours = copyHours(clients * fullMegabytes, linkMbps, sharePercent) ?? NaN;
		const { linkBusyHours, filledAfterHours } = run(more);
		expect(linkBusyHours / hours).toBeCloseTo(1, 5);
		expect(Math.abs((filledAfterHours ?? Infinity) - hours) / hours).toBeLessThan(0.05);
	});

	test('F13: one GUP fetches one copy, in 480 s of link time', () => {
		const { linkBusyHours, link } = run({ method: 'gup' });
		expect(linkBusyHours * 3600).toBeCloseTo(480, 6);
		expect(link).toBeCloseTo(120, 6);
	});

	test('three releases of 1.5 MB a day to 40 clients are 180 MB a day', () => {
		const days = 4;
		const { link, deltas, fulls } = run({
			...{ clients: 40, days, isFirstFill: false, releasesPerDay: 3, linkMbps: 20 }
		});
		// The very first release is held from the start.
		expect({ deltas, fulls }).toEqual({ deltas: 40 * (3 * days - 1), fulls: 0 });
		expect(link).toBeCloseTo(180 * days - 60, 6);
	});
});

describe('what happens at a site', () => {
	test('once filled, clients stay current from release to release', () => {
		const { current, filledAfterHours } = run({ releasesPerDay: 3, linkMbps: 50, days: 3 });
		const filled = Math.ceil((filledAfterHours ?? 0) / BUCKET_HOURS);
		expect(new Set(current.slice(filled))).toEqual(new Set([50]));
		expect(Math.max(...current.slice(0, 1))).toBeLessThan(50);
	});

	test('a client that was away longer than the revisions are kept takes a full set', () => {
		const away = {
			isFirstFill: false,
			releasesPerDay: 3,
			awayShare: 1,
			awayDays: 4,
			days: 5,
			linkMbps: 100
		};
		expect(run({ ...away, revisionsKept: 10 }).fulls).toBe(50);
		expect(run({ ...away, revisionsKept: 30 }).fulls).toBe(0);
	});

	test('nothing passes the link outside of its window', () => {
		const { linkMegabytes } = run({ window: { from: 22, hours: 6 }, days: 2 });
		const inWindow = (bucket: number) => (bucket / 4) % 24 >= 22 || (bucket / 4) % 24 < 4;
		expect(sum(linkMegabytes.filter((_, bucket) => !inWindow(bucket)))).toBe(0);
		expect(sum(linkMegabytes)).toBeGreaterThan(0);
	});

	test('clients go round a GUP that takes longer than the bypass time, and not before', () => {
		const slow = { method: 'gup', linkMbps: 0.2 } as const;
		expect(run({ ...slow, bypassMinutes: 15 }).bypassed).toBe(50);
		expect(run({ ...slow, bypassMinutes: Infinity }).bypassed).toBe(0);
	});

	test('walking round with a file takes minutes per machine and no network', () => {
		const { personHours, link, internet, filledAfterHours } = run({
			method: 'intelligent-updater'
		});
		expect({ personHours, link, internet }).toEqual({
			personHours: expect.closeTo(5) as number,
			link: 0,
			internet: 0
		});
		expect(filledAfterHours).toBeCloseTo(8 + 5);
		expect(run({ method: 'intelligent-updater', people: 2 }).filledAfterHours).toBeCloseTo(8 + 2.5);
	});

	test('the external LiveUpdate server leaves the link alone', () => {
		const { link, internet } = run({ method: 'liveupdate' });
		expect(link).toBe(0);
		expect(internet).toBeCloseTo(50 * 120);
	});
});

test('the same scenario and seed give the same result, another seed another one', () => {
	const away = { awayShare: 0.5, awayDays: 1 };
	expect(run(away)).toEqual(run(away));
	expect(run({ ...away, seed: 2 }).current).not.toEqual(run(away).current);
});

test('a cancelled simulation stops and gives nothing', () => {
	expect(simulate(BRANCH, { isCancelled: () => true })).toBeUndefined();
});

describe('the laws', () => {
	const scenario = fc.record({
		method: fc.constantFrom(...METHOD_IDS),
		clients: fc.integer({ min: 1, max: 60 }),
		isFirstFill: fc.boolean(),
		releasesPerDay: fc.integer({ min: 0, max: 4 }),
		revisionsKept: fc.integer({ min: 1, max: 40 }),
		linkMbps: fc.double({ min: 0.5, max: 50, noNaN: true }),
		gups: fc.integer({ min: 1, max: 3 }),
		awayShare: fc.constantFrom(0, 0.3),
		awayDays: fc.integer({ min: 0, max: 2 }),
		bypassMinutes: fc.constantFrom(15, 240, Infinity),
		window: fc.constantFrom(ALWAYS, { from: 20, hours: 9.5 }),
		seed: fc.nat()
	});

	test('bytes are conserved: what clients received came through the link, from the internet or out of a cache', () => {
		fc.assert(
			fc.property(scenario, (more) => {
				const { received, servedBySite, link, internet, linkMegabytes } = run({ ...more, days: 2 });
				const direct = received - servedBySite;
				expect(direct).toBeLessThanOrEqual(link + internet + 1e-6);
				expect(sum(linkMegabytes)).toBeCloseTo(link, 4);
				if (more.method === 'sepm' && link > 0) {
					// Only downloads that are still under way make a difference.
					expect(link - direct).toBeLessThanOrEqual(more.clients * 120 + 1e-6);
				}
			}),
			{ numRuns: 60 }
		);
	});

	test('more clients never finish sooner', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 60 }),
				fc.integer({ min: 1, max: 40 }),
				(clients, more) => {
					const hours = (count: number) => run({ clients: count }).linkBusyHours;
					expect(hours(clients + more)).toBeGreaterThanOrEqual(hours(clients));
				}
			),
			{ numRuns: 20 }
		);
	});

	test('a GUP that is never bypassed puts no more on the link than the SEPM alone', () => {
		fc.assert(
			fc.property(scenario, (more) => {
				const given = {
					...more,
					days: 2,
					awayShare: 0,
					bypassMinutes: Infinity,
					gups: 1,
					window: ALWAYS,
					linkMbps: 50
				};
				expect(run({ ...given, method: 'gup' }).link).toBeLessThanOrEqual(
					run({ ...given, method: 'sepm' }).link + 1e-6
				);
			}),
			{ numRuns: 30 }
		);
	});

	test('twice the link never slows the first fill', () => {
		fc.assert(
			fc.property(scenario, (more) => {
				const given = { ...more, releasesPerDay: 0, isFirstFill: true, days: 7, window: ALWAYS };
				const filled = (linkMbps: number) =>
					run({ ...given, linkMbps }).filledAfterHours ?? Infinity;
				expect(filled(2 * more.linkMbps)).toBeLessThanOrEqual(filled(more.linkMbps) + 1e-6);
			}),
			{ numRuns: 30 }
		);
	});
});
