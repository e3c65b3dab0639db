import { describe, expect, test } from 'vitest';
import type { Play, Scenario } from '../../src/lib/domain/simulation/model.ts';
import { simulate } from '../../src/lib/domain/simulation/simulate.ts';
import {
	clock,
	currentTitle,
	dailyTitle,
	duration,
	fillTitle
} from '../../src/lib/ui/network-words.ts';
import { loadTitle } from '../../src/lib/ui/load-words.ts';
import { BRANCH } from '../domain/simulation/branch.ts';

const SITE: Scenario = {
	...BRANCH,
	days: 7,
	window: { from: 2, hours: 12 },
	randomizationMinutes: 0
};

function play(more: Partial<Scenario>): Play {
	const scenario = { ...SITE, ...more };
	const result = simulate(scenario);
	if (!result) throw new Error('nobody cancelled');
	return { method: scenario.method, scenario, isPoint: true, result };
}

describe('the title of a picture is what it shows', () => {
	test('how long the link is full directly, and with what leads (F12 and F13)', () => {
		expect(loadTitle([play({}), play({ method: 'gup' })], 'gup')).toBe(
			'Direct: the link is full from 02:00 to 08:40; with a GUP: 8 min'
		);
	});

	test('a fill of several windows says how many and until when', () => {
		expect(loadTitle([play({ sharePercent: 25 })], 'sepm')).toBe(
			'Direct: the link’s share for updates is full in 3 windows, until 04:40 on day 3 (26 h 40 min)'
		);
	});

	test('a link that cannot fill everybody in a week is said to be too thin, not left out', () => {
		expect(loadTitle([play({ linkMbps: 0.1 })], 'sepm')).toMatch(
			/full in every window, and after 7 days not every client has its content$/
		);
	});

	test('what goes round the link leaves it alone', () => {
		expect(loadTitle([play({}), play({ method: 'liveupdate' })], 'liveupdate')).toMatch(
			/from Symantec over the internet: nothing passes the link$/
		);
	});

	test('when everybody has content', () => {
		expect(currentTitle([play({}), play({ method: 'gup' })], 'gup')).toMatch(
			/^With a GUP all 50 clients have content after 2 h \d+ min; directly after 8 h 40 min$/
		);
		const unknown = { ...play({}), isPoint: false, best: play({ linkMbps: 100 }).result };
		expect(currentTitle([{ ...unknown, worst: play({ linkMbps: 1 }).result }], null)).toMatch(
			/between 2 h \d+ min and 27 h 20 min$/
		);
	});

	test('the bars say link time against the window, and megabytes a day', () => {
		const row = { clients: 50, dailyHours: null, assumptions: [] };
		const costs = {
			transfer: [
				{ ...row, method: 'sepm' as const, firstFillHours: 6.6667, wanMegabytesPerDay: 225 },
				{ ...row, method: 'gup' as const, firstFillHours: 0.1333, wanMegabytesPerDay: 4.5 }
			],
			bands: [],
			leading: 'gup' as const
		};
		expect(fillTitle(costs, 4)).toBe(
			'First fill directly: 6 h 40 min of link time, more than the window of 4 h; with a GUP 8 min'
		);
		expect(fillTitle(costs, 8)).toContain('which fits the window of 8 h');
		expect(dailyTitle(costs)).toBe('Each day 225 MB pass the link directly, 4.5 MB with a GUP');
	});

	test('where the speed is not known the title says between what and what', () => {
		const costs = {
			transfer: [
				{
					...{ method: 'sepm' as const, clients: 50, firstFillHours: null, dailyHours: null },
					...{ wanMegabytesPerDay: 225, assumptions: [] }
				}
			],
			bands: [
				{
					...{ method: 'sepm' as const, firstFillHours: { low: 0.5, high: 53.3 } },
					...{ dailyHours: null, wanMegabytesPerDay: null, because: [] }
				}
			],
			leading: null
		};
		expect(fillTitle(costs, 8)).toBe(
			'First fill directly: between 30 min and 53 h 18 min of link time'
		);
	});
});

test.each([
	[0.001, 'under 1 min'],
	[0.1, '6 min'],
	[1, '1 h'],
	[21.3333, '21 h 20 min'],
	[77, '3 days 5 h']
])('%d h is said as %s', (hours, words) => {
	expect(duration(hours)).toBe(words);
});

test('the clock names the day from the second day on', () => {
	expect([clock(11 + 2 / 3), clock(26)]).toEqual(['11:40', '02:00 on day 2']);
});
