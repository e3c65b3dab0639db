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

	test('a GUP that does not answer is tried until the bypass time is over, and then gone round', () => {
		const down = { method: 'gup', gupDownHours: 24, linkMbps: 50 } as const;
		const patient = run({ ...down, bypassMinutes: 120 });
		expect(patient.bypassed).toBe(50);
		expect(patient.fill[0]?.[0]).toBeGreaterThan(2);
		expect(patient.fill[0]?.[0]).toBeLessThan(2.25);
		const never = run({ ...down, bypassMinutes: Infinity });
		expect(never.bypassed).toBe(0);
		expect(never.fill[0]?.[0]).toBeGreaterThanOrEqual(24);
		expect(never.link).toBeCloseTo(120, 6);
	});

	test('a GUP that serves few at once lets the others wait, and one that is slow takes longer', () => {
		const early = (more: Partial<Scenario>) => {
			const { current } = run({ method: 'gup', linkMbps: 1000, gupMbps: 10, ...more });
			return { first: current.findIndex((clients) => clients > 0), all: current.indexOf(50) };
		};
		const [together, inLine] = [early({}), early({ gupAtOnce: 2 })];
		expect(inLine.first).toBeLessThan(together.first);
		expect(Math.abs(inLine.all - together.all)).toBeLessThanOrEqual(1);
		expect(early({ gupMbps: 5 }).all).toBeGreaterThan(together.all);
	});

	test('two GUPs fetch two copies, each for its own clients', () => {
		expect(run({ method: 'gup', gups: 2 }).link).toBeCloseTo(240, 6);
	});

	test('a package under way is waited for, whatever is released meanwhile', () => {
		// 120 MB at 0.1 Mbit/s take 2 h 40 min; a new release comes every hour.
		const { link, fulls, filledAfterHours } = run({
			...{ method: 'gup', linkMbps: 0.1, releasesPerDay: 24, days: 2, deltaMegabytes: 0.01 }
		});
		expect(fulls).toBe(50);
		expect(filledAfterHours).toBeLessThan(3.5);
		expect(link).toBeLessThan(125);
	});

	test('heartbeats set the pace: nobody asks before the first, all have asked after the last', () => {
		const slow = { linkMbps: 1000, fullMegabytes: 1, heartbeatMinutes: 240 } as const;
		const { current, filledAfterHours } = run({ ...slow, randomizationMinutes: 0 });
		expect(filledAfterHours).toBeGreaterThan(3.5);
		expect(filledAfterHours).toBeLessThan(4.01);
		expect(current[7]).toBeGreaterThan(15);
		expect(current[7]).toBeLessThan(35);
		expect(run({ ...slow, randomizationMinutes: 120 }).filledAfterHours).toBeGreaterThan(4.01);
	});

	test('the internal LiveUpdate server has a release from its own next run on, its clients at their schedule', () => {
		const lua = (more: Partial<Scenario>) =>
			run({
				...{ method: 'lua', isFirstFill: false, releasesPerDay: 3, linkMbps: 1000, days: 2 },
				...{ scheduleHours: 1, serverScheduleHours: 6, randomizationMinutes: 0, ...more }
			});
		// Released at hour 8, fetched by the server at hour 12, by the clients within the hour after.
		const first = (more: Partial<Scenario> = {}) =>
			lua(more).linkMegabytes.findIndex((megabytes) => megabytes > 0) * BUCKET_HOURS;
		expect(first()).toBeGreaterThanOrEqual(12);
		expect(first()).toBeLessThan(13);
		expect(first({ serverScheduleHours: 0 })).toBeLessThan(9);
		const last = ({ linkMegabytes }: Simulation, until: number) =>
			linkMegabytes.slice(0, until / BUCKET_HOURS).findLastIndex((megabytes) => megabytes > 0) *
			BUCKET_HOURS;
		expect(last(lua({ scheduleHours: 4, serverScheduleHours: 0 }), 16)).toBeGreaterThan(10);
	});

	test('clients of the external LiveUpdate server come at their own schedule, not at a heartbeat', () => {
		const filled = (scheduleHours: number) =>
			run({ method: 'liveupdate', internetMbps: 1000, scheduleHours }).filledAfterHours ?? Infinity;
		expect(filled(24)).toBeGreaterThan(20);
		expect(filled(1)).toBeLessThan(2);
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

/**
 * When a client asks is a matter of chance, within its heartbeat or schedule: two runs differ by as much. Where a cache
 * serves, one client more may be the first to ask, and the cache is filled earlier by one copy at most.
 */
function chanceHours({ method, linkMbps }: Pick<Scenario, 'method' | 'linkMbps'>): number {
	if (method === 'intelligent-updater') return 0;
	if (method === 'lua' || method === 'liveupdate') return 4.1;
	return 0.2 + (method === 'sepm' ? 0 : (120 * 8) / linkMbps / 3600);
}

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

	test('bytes are conserved: what the source gave is what clients received, what caches hold and what is under way', () => {
		fc.assert(
			fc.property(scenario, (more) => {
				const result = run({ ...more, days: 2 });
				const { received, servedBySite, link, internet, cached, underway } = result;
				const direct = received - servedBySite;
				expect(link + internet).toBeCloseTo(direct + cached + underway, 4);
				expect(underway).toBeGreaterThanOrEqual(-1e-6);
				expect(sum(result.linkMegabytes)).toBeCloseTo(link, 4);
				if (cached === 0 && more.method !== 'intelligent-updater') expect(servedBySite).toBe(0);
			}),
			{ numRuns: 80 }
		);
	});

	test('more clients never finish sooner, by any method', () => {
		fc.assert(
			fc.property(scenario, fc.integer({ min: 1, max: 40 }), (more, others) => {
				const steady = { releasesPerDay: 0, bypassMinutes: Infinity, window: ALWAYS };
				const given = { ...more, ...steady, isFirstFill: true, days: 7 };
				const first = run(given);
				const second = run({ ...given, clients: more.clients + others });
				expect(second.linkBusyHours).toBeGreaterThanOrEqual(first.linkBusyHours - 1e-9);
				expect(second.filledAfterHours ?? Infinity).toBeGreaterThanOrEqual(
					(first.filledAfterHours ?? Infinity) - chanceHours(more)
				);
			}),
			{ numRuns: 60 }
		);
	});

	test('a GUP that is never bypassed puts no more on the link than the SEPM alone', () => {
		fc.assert(
			fc.property(scenario, (more) => {
				const given = { ...more, days: 3, awayShare: 0, bypassMinutes: Infinity };
				expect(run({ ...given, method: 'gup' }).link).toBeLessThanOrEqual(
					run({ ...given, method: 'sepm' }).link + 1e-6
				);
			}),
			{ numRuns: 80 }
		);
	});

	test('twice the link never slows the first fill', () => {
		fc.assert(
			fc.property(scenario, (more) => {
				const given = { ...more, releasesPerDay: 0, isFirstFill: true, days: 7 };
				const filled = (linkMbps: number) =>
					run({ ...given, linkMbps }).filledAfterHours ?? Infinity;
				expect(filled(2 * more.linkMbps)).toBeLessThanOrEqual(filled(more.linkMbps) + 1e-6);
			}),
			{ numRuns: 30 }
		);
	});
});
