import { describe, expect, test } from 'vitest';
import type { Play, Scenario, Simulation } from '../../src/lib/domain/simulation/model.ts';
import { simulate } from '../../src/lib/domain/simulation/simulate.ts';
import { dayFigure, loadFigure } from '../../src/lib/ui/load-figures.ts';
import { besides } from '../../src/lib/ui/load-words.ts';
import type { FigureInput } from '../../src/lib/ui/network-figures.ts';
import { BRANCH } from '../domain/simulation/branch.ts';

const SITE: Scenario = { ...BRANCH, days: 7, releasesPerDay: 3, window: { from: 20, hours: 10 } };
const SPEEDS = [8, 4, 2, 1, 0.5];

function played(scenario: Scenario): Simulation {
	const result = simulate(scenario);
	if (!result) throw new Error('nobody cancelled');
	return result;
}

function play(method: Scenario['method'], isPoint: boolean, more: Partial<Scenario> = {}): Play {
	const scenario = { ...SITE, method, ...more };
	const day = { ...scenario, isFirstFill: false, days: 2 };
	const spread = isPoint ? [] : SPEEDS.map((linkMbps) => played({ ...scenario, linkMbps }));
	const daySpread = isPoint ? [] : SPEEDS.map((linkMbps) => played({ ...day, linkMbps }));
	return {
		...{ method, scenario, isPoint, result: spread[0] ?? played(scenario) },
		...(isPoint
			? { day: played(day) }
			: { spread, daySpread, best: spread[0]!, worst: spread.at(-1)! })
	};
}

const input = (plays: readonly Play[]): FigureInput => ({
	transfer: [],
	bands: [],
	plays,
	leading: 'gup',
	methods: [],
	marks: new Map(),
	windowHours: 10,
	heartbeats: { megabytesPerDay: 72, words: 'Heartbeats: 72 MB' }
});

const sum = (points: readonly (readonly [number, number])[]) =>
	points.reduce((total, [, mbps]) => total + (mbps * 900) / 8, 0);

describe('the load on the link', () => {
	test('stands in a panel for each way, with the cap, the hours for updates, and where each is done', () => {
		const figure = loadFigure(input([play('sepm', true), play('gup', true)]))!;
		expect(figure.panels.map(({ name }) => name)).toEqual([
			expect.stringMatching(/^Directly: 6 h 4\d min in 2 windows, until 20:4\d$/),
			expect.stringMatching(/^With a GUP: 8 min, until 00:\d\d$/)
		]);
		expect(figure.cap).toEqual({ mbps: 2, words: '100 % of 2 Mbit/s' });
		expect(figure.window).toBe('20:00 to 06:00');
		expect(figure.stretches[0]).toEqual({ from: 0, to: 6 });
		expect(figure.panels[1]!.flag!.x).toBeLessThan(0.5);
	});

	test('where the speed is not known is a band that holds every play it is made of, and no cap', () => {
		const sepm = play('sepm', false);
		const figure = loadFigure(input([sepm]))!;
		const { band, points } = figure.panels[0]!;
		expect(points).toEqual([]);
		expect(figure.cap).toBeUndefined();
		for (const { linkMegabytes } of sepm.spread!) {
			for (const [index, [, low, high]] of band!.entries()) {
				const mbps = ((linkMegabytes[index] ?? 0) * 8) / 900;
				expect(mbps).toBeGreaterThanOrEqual(low);
				expect(mbps).toBeLessThanOrEqual(high);
			}
		}
		// At the beginning the kindest speed is the most, half a day later one of the slower ones.
		expect(band![1]![2]).toBeCloseTo(8, 1);
		expect(band![4 * 5]![2]).toBeLessThanOrEqual(4);
		expect(band![4 * 5]![2]).toBeGreaterThan(0.5);
		expect(figure.panels[0]!.name).toMatch(
			/^Directly: between 1 h 4\d min and 2[67] h \d+ min of link time$/
		);
	});

	test('an ordinary day shows three releases, and heartbeats in every hour of it', () => {
		const figure = dayFigure(input([play('sepm', true), play('gup', true)]))!;
		const [direct, gup, heartbeats] = figure.panels;
		expect(sum(direct!.points)).toBeCloseTo(50 * 1.5 * 3, 0);
		expect(sum(gup!.points)).toBeCloseTo(1.5 * 3, 0);
		expect(sum(heartbeats!.points)).toBeCloseTo(72, 3);
		expect(Math.min(...heartbeats!.points.map(([, mbps]) => mbps))).toBeGreaterThan(0);
		expect(figure.hours).toBe(24);
		expect(figure.title).toBe(
			'An ordinary day through the link: directly 225 MB, with a GUP 4.5 MB; 72 MB of heartbeats besides'
		);
	});
});

test('what was played besides is said: the cache, the server’s own download, the walk', () => {
	const small = { gupCacheMegabytes: 100, heartbeatMinutes: 240 };
	const said = besides(
		input([
			play('gup', true, small),
			play('lua', true),
			play('intelligent-updater', true, { people: 2 })
		])
	).join('\n');
	expect(said).toMatch(/GUP cache of 100 MB: in 7 days \d+ packages dropped and fetched again\./);
	expect(said).toContain('itself takes at least 150 MB from Symantec in 7 days');
	expect(said).toContain(
		'50 machines at 6 minutes are 5 h for 2 people, in the hours from 08:00 to 16:00'
	);
	expect(besides(input([play('gup', true)])).join()).toContain('nothing is dropped');
});
