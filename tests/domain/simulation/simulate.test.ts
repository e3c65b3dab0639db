import { describe, expect, test } from 'vitest';
import {
	BUCKET_HOURS,
	type Client,
	type Scenario,
	type Simulation
} from '../../../src/lib/domain/simulation/model.ts';
import { heartbeatLoad } from '../../../src/lib/domain/content.ts';
import { SiteCaches } from '../../../src/lib/domain/simulation/site-caches.ts';
import { simulate } from '../../../src/lib/domain/simulation/simulate.ts';
import { copyHours, transferOf } from '../../../src/lib/domain/transfer.ts';
import { BRANCH, run, sum } from './branch.ts';

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

	test('a tool without a point at the site is fetched from by every client', () => {
		expect(run({ method: 'third-party', linkMbps: 10 }).link).toBeCloseTo(120, 6);
		const alone = run({ method: 'third-party', linkMbps: 10, hasNoLocalPoint: true });
		expect(alone.link).toBeCloseTo(50 * 120, 6);
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

describe('an ordinary day agrees with the closed form, within 5 %', () => {
	const day = { isFirstFill: false, releasesPerDay: 3, days: 2, linkMbps: 20, internetMbps: 20 };
	const secondDay = (result: Simulation) => sum(result.linkMegabytes.slice(24 / BUCKET_HOURS));

	test.each(['sepm', 'gup', 'lua', 'third-party'] as const)('%s: megabytes a day', (method) => {
		const { wanMegabytesPerDay } = transferOf({ ...BRANCH, ...day, method, packages: 1 });
		expect(wanMegabytesPerDay).toBeGreaterThan(0);
		expect(secondDay(run({ ...day, method })) / wanMegabytesPerDay).toBeCloseTo(1, 1.3);
	});

	test('clients for which the SEPM makes no deltas take a full set for each release', () => {
		const given = { ...day, fullOnly: 20 };
		const { wanMegabytesPerDay } = transferOf({ ...BRANCH, ...given, packages: 1 });
		expect(wanMegabytesPerDay).toBe(3 * (30 * 1.5 + 20 * 120));
		const played = run(given);
		expect(secondDay(played) / wanMegabytesPerDay).toBeCloseTo(1, 1.3);
		expect(played.fulls).toBe(20 * 5);
		expect(played.deltas).toBe(30 * 5);
	});

	test('over the internet: all days together, since its clients come every four hours', () => {
		const { internet } = run({ ...day, method: 'liveupdate', days: 4 });
		expect(internet / (50 * 1.5 * (3 * 4 - 1))).toBeCloseTo(1, 1.3);
	});

	test.each([5, 60])('heartbeats every %d minutes: as many kilobytes a second', (minutes) => {
		const { heartbeatMegabytes } = run({ heartbeatMinutes: minutes, days: 1 });
		const reckoned = (heartbeatLoad(50, 5, minutes) * 24 * 3600) / 1000;
		expect(sum(heartbeatMegabytes)).toBeCloseTo(reckoned, 6);
	});
});

describe('heartbeats', () => {
	test('pass in every hour, also outside of the window, whichever way content takes', () => {
		const shut = { window: { from: 22, hours: 1 }, days: 1 } as const;
		for (const method of ['sepm', 'gup', 'liveupdate'] as const)
			expect(Math.min(...run({ ...shut, method }).heartbeatMegabytes)).toBeGreaterThan(0);
	});

	test('come from those only who report to the SEPM, and from nobody who is away', () => {
		expect(sum(run({ reporting: 10, days: 1 }).heartbeatMegabytes)).toBeCloseTo(10 * 288 * 0.005);
		expect(sum(run({ reporting: 0 }).heartbeatMegabytes)).toBe(0);
		const { heartbeatMegabytes } = run({ awayShare: 1, awayDays: 1, days: 2 });
		expect(sum(heartbeatMegabytes.slice(0, 24 / BUCKET_HOURS))).toBe(0);
		expect(sum(heartbeatMegabytes)).toBeCloseTo(50 * 288 * 0.005);
	});
});

describe('the cache of a GUP', () => {
	// Clients ask one by one over four hours; a copy takes 16 seconds.
	const apart = { method: 'gup', heartbeatMinutes: 240, linkMbps: 60, days: 1 } as const;

	test('that holds a full set fetches it once; one that does not, again and again', () => {
		const enough = run({ ...apart, gupCacheMegabytes: 120 });
		expect(enough).toMatchObject({ fetchedAgain: 0, link: expect.closeTo(120) as number });
		const small = run({ ...apart, gupCacheMegabytes: 119 });
		expect(small.fetchedAgain).toBeGreaterThan(20);
		expect(small.link).toBeCloseTo(120 * (1 + small.fetchedAgain));
		expect(small.filledAfterHours).not.toBeNull();
	});

	test('drops what nobody has asked for the longest, and not before it must', () => {
		const caches = new SiteCaches(1, 10);
		const client = { gup: 0 } as Client;
		const parcel = (pack: string) => ({ client, pack, megabytes: 4, release: 1, isFull: false });
		const fetch = (pack: string) => {
			const fill = caches.wait(parcel(pack));
			if (fill) caches.filled(fill);
		};
		fetch('a');
		fetch('b');
		expect([caches.holds(parcel('b')), caches.holds(parcel('a'))]).toEqual([true, true]);
		fetch('c');
		expect(['a', 'b', 'c'].map((pack) => caches.holds(parcel(pack)))).toEqual([true, false, true]);
		expect(caches.fetchedAgain).toBe(0);
		fetch('b');
		expect(caches.fetchedAgain).toBe(1);
	});
});

describe('the internal LiveUpdate server’s own download', () => {
	const lua = { method: 'lua', releasesPerDay: 3, days: 2, linkMbps: 1000 } as const;

	test('is a full set and one delta for each later release, however many clients it has', () => {
		for (const clients of [1, 50])
			expect(run({ ...lua, clients }).serverTook).toBeCloseTo(120 + 5 * 1.5);
		expect(run({ ...lua, method: 'sepm' }).serverTook).toBe(0);
	});

	test('keeps its clients waiting where its line is slow', () => {
		// 120 MB at 0.02 Mbit/s are 13 h 20 min.
		const { fill } = run({ ...lua, serverInternetMbps: 0.02 });
		expect(fill[0]?.[0]).toBeGreaterThan(13.3);
		expect(run(lua).fill[0]?.[0]).toBeLessThan(1);
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

	test('while the link is shut to updates nobody loses patience: there is no other way to go', () => {
		// Shut until 20:00; then one copy takes 96 seconds.
		const shut = { method: 'gup', window: { from: 20, hours: 4 }, linkMbps: 10 } as const;
		const { bypassed, link } = run({ ...shut, bypassMinutes: 15 });
		expect(bypassed).toBe(0);
		expect(link).toBeCloseTo(120, 6);
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
