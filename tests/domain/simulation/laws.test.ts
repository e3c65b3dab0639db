import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { METHOD_IDS } from '../../../src/lib/domain/method.ts';
import type { Scenario } from '../../../src/lib/domain/simulation/model.ts';
import { ALWAYS } from '../../../src/lib/domain/simulation/pipe.ts';
import { offersOf } from '../../../src/lib/domain/simulation/offers.ts';
import { BRANCH, run, sum } from './branch.ts';

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
		fullOnly: fc.integer({ min: 0, max: 10 }),
		gupCacheMegabytes: fc.constantFrom(50, 125, Infinity),
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
				const steady = {
					...{ releasesPerDay: 0, bypassMinutes: Infinity, window: ALWAYS },
					// What a cache that is too small fetches again is a matter of who asks together with whom.
					gupCacheMegabytes: Infinity
				};
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
				const enough = { gupCacheMegabytes: Infinity };
				const given = { ...more, ...enough, releasesPerDay: 0, isFirstFill: true, days: 7 };
				const filled = (linkMbps: number) =>
					run({ ...given, linkMbps }).filledAfterHours ?? Infinity;
				expect(filled(2 * more.linkMbps)).toBeLessThanOrEqual(filled(more.linkMbps) + 1e-6);
			}),
			{ numRuns: 30 }
		);
	});

	test('twice the internet line never slows the first fill, and never brings a release later', () => {
		const speed = fc.double({ min: 0.05, max: 20, noNaN: true });
		fc.assert(
			fc.property(
				scenario,
				fc.constantFrom('lua' as const, 'liveupdate' as const),
				speed,
				(more, method, mbps) => {
					const given = { ...more, method, releasesPerDay: 3, isFirstFill: true, days: 4 };
					const at = (line: number) => ({
						...given,
						internetMbps: line,
						serverInternetMbps: line
					});
					const filled = (line: number) =>
						run({ ...at(line), releasesPerDay: 0 }).filledAfterHours ?? Infinity;
					expect(filled(2 * mbps)).toBeLessThanOrEqual(filled(mbps) + 1e-6);
					const offered = (line: number) =>
						offersOf({ ...BRANCH, ...at(line) }).map(({ at }) => at);
					for (const [release, slow] of offered(mbps).entries())
						expect(offered(2 * mbps)[release]).toBeLessThanOrEqual(slow + 1e-9);
				}
			),
			{ numRuns: 40 }
		);
	});
});
