import { describe, expect, test } from 'vitest';
import {
	CORE_15_SHARE,
	diskGigabytes,
	heartbeatLoad,
	packageAfter,
	packageFor,
	passesGupBy,
	planContent,
	readDefinitionVersion,
	RELEASES_PER_WEEK,
	scheduledRunGoesAhead,
	throttledBytesPerSecond,
	windowDays
} from '../../src/lib/domain/content.ts';
import { emptySurvey } from '../../src/lib/domain/survey.ts';
import { SIZES } from '../../src/lib/knowledge/sizes.ts';
import { SOURCES } from '../../src/lib/knowledge/sources.ts';

describe('how long a kept revision carries a client', () => {
	test('O1: 30 revisions at three a day last ten days', () => {
		expect(windowDays(30, 3)).toBe(10);
	});

	test('O7: 10 revisions cover three to four days, by either rate', () => {
		for (const perDay of [3, RELEASES_PER_WEEK / 7]) {
			expect(windowDays(10, perDay)).toBeGreaterThan(3);
			expect(windowDays(10, perDay)).toBeLessThan(4.2);
		}
	});

	test('O8: 42 revisions cover two weeks', () => {
		expect(windowDays(42, 3)).toBe(14);
	});

	test.each([
		['O2: keeps 30, back within ten days', 30, 9.9, 'delta'],
		['O2 at the edge: keeps 30, back after exactly ten days', 30, 10, 'borderline'],
		['keeps 30, back just after ten days', 30, 10.1, 'full'],
		['O4: keeps 3, back after two days', 3, 2, 'full'],
		['O5: keeps 3, off more than a day', 3, 1.1, 'full'],
		['keeps 3, off for half a day', 3, 0.5, 'delta'],
		['O6: keeps 10, off three days', 10, 3, 'delta']
	] as const)('%s', (_, revisions, days, expected) => {
		expect(packageAfter(days, revisions, 3)).toBe(expected);
	});

	test('O3: more revisions behind than are kept means a full set', () => {
		expect(packageFor(31, 30)).toBe('full');
		expect(packageFor(29, 30)).toBe('delta');
	});

	test('K5: exactly as many behind as are kept is named, because the texts differ there', () => {
		expect(packageFor(30, 30)).toBe('borderline');
	});
});

describe('disk, heartbeats and the registry throttle', () => {
	test('O9 and O10: the disk model meets both published points', () => {
		expect(diskGigabytes(3)).toBe(8);
		expect(diskGigabytes(15)).toBe(12);
	});

	test.each([
		[3, 1, 1.24, 8],
		[10, 3.33, 4.12, 10.3],
		[15, 5, 6.18, 12],
		[30, 10, 12.35, 17],
		[42, 14, 17.29, 21],
		[90, 30, 37.06, 37]
	])('%i revisions: %d days at 3 a day, %d at 17 a week, %d GB', (kept, days, calendar, disk) => {
		const row = planContent(emptySurvey('s', 'S'), SIZES).choices.find(
			({ revisions }) => revisions === kept
		)!;
		expect(row.days).toBeCloseTo(days, 2);
		expect(row.daysByCalendar).toBeCloseTo(calendar, 2);
		expect(row.diskGigabytes).toBeCloseTo(disk, 1);
		expect(row.diskIsExtrapolated).toBe(kept > 15);
	});

	test.each([
		[1000, 5, 3, 10],
		[1000, 5, 5, 16.67],
		[1000, 5, 200, 666.7],
		[1000, 5, 300, 1000],
		[1000, 60, 3, 0.833],
		[1000, 60, 5, 1.389],
		[1000, 60, 200, 55.6],
		[1000, 60, 300, 83.3],
		[5000, 5, 3, 50],
		[5000, 5, 5, 83.3],
		[5000, 5, 200, 3333],
		[5000, 5, 300, 5000],
		[5000, 30, 3, 8.33],
		[5000, 30, 5, 13.9],
		[5000, 30, 200, 556],
		[5000, 30, 300, 833]
	])(
		'%i clients every %i minutes with %i kB load the SEPM with %d kB/s',
		(n, minutes, kb, load) => {
			expect(heartbeatLoad(n, kb, minutes) / load).toBeCloseTo(1, 2);
		}
	);

	test('an idle client sends 864 to 1,440 kB a day at five minutes', () => {
		expect([3, 5].map((kb) => heartbeatLoad(1, kb, 5) * 86_400)).toEqual([864, 1440]);
	});

	test('O11: 1000 ms and 1024 bytes are about 1 kB/s', () => {
		expect(throttledBytesPerSecond(1000, 1024)).toBe(1024);
	});

	test('F18: a full set of 120,000,000 bytes takes 117,187.5 seconds at that throttle', () => {
		expect(120_000_000 / throttledBytesPerSecond(1000, 1024)).toBe(117_187.5);
	});

	test('O12: a Core 1.5 set is a third of a conventional one', () => {
		expect(120 * CORE_15_SHARE).toBeCloseTo(40);
	});
});

describe('what clients do', () => {
	test('O15: clients pass the GUP by only after fifteen minutes of trying in vain', () => {
		expect(passesGupBy(14.9, 15)).toBe(false);
		expect(passesGupBy(15, 15)).toBe(true);
	});

	test('never bypass means never', () => {
		expect(passesGupBy(1_000_000, Infinity)).toBe(false);
	});

	test.each([
		['fresh definitions and a SEPM that answers', 1, 1, false],
		['exactly two days and exactly eight hours', 2, 8, false],
		['definitions older than two days', 2.1, 0, true],
		['a SEPM lost for more than eight hours', 0, 8.1, true]
	])('O17: the scheduled run with %s', (_, age, hours, runs) => {
		expect(scheduledRunGoesAhead(age, hours)).toBe(runs);
	});

	test('O13: 140828b is 2012-08-28, revision 2', () => {
		expect(readDefinitionVersion('140828b')).toEqual({ date: '2012-08-28', revision: 2 });
		expect(readDefinitionVersion('280105b')).toEqual({ date: '2026-01-05', revision: 2 });
	});

	test.each(['', '140828', '141328b', '140832b', '20120828b'])(
		'"%s" is no version of definitions',
		(text) => {
			expect(readDefinitionVersion(text)).toBeUndefined();
		}
	);
});

describe('the content plan of a survey', () => {
	const survey = (answers: Record<string, number | { unknown: string }>) => ({
		...emptySurvey('s', 'S'),
		answers
	});

	test('says what is kept now, and the load of heartbeats between idle and busy', () => {
		const plan = planContent(
			survey({ sepmRevisions: 30, sepmTotalClients: 1000, heartbeatMinutes: 5 }),
			SIZES
		);
		expect(plan.now).toMatchObject({ revisions: 30, days: 10, diskGigabytes: 17 });
		expect(plan.heartbeat).toEqual({ idle: [10, 16.6667], busy: [666.6667, 1000] });
	});

	test('tells what a client gets after an absence, and names the day on which the texts part', () => {
		const { away } = planContent(survey({ sepmRevisions: 30 }), SIZES);
		expect(away).toEqual([
			{ days: 1, atThreeADay: 'delta', byCalendar: 'delta' },
			{ days: 3, atThreeADay: 'delta', byCalendar: 'delta' },
			{ days: 7, atThreeADay: 'delta', byCalendar: 'delta' },
			{ days: 10, atThreeADay: 'borderline', byCalendar: 'delta' },
			{ days: 14, atThreeADay: 'full', byCalendar: 'full' },
			{ days: 30, atThreeADay: 'full', byCalendar: 'full' }
		]);
	});

	test('every figure names sources that exist, and how sure it is', () => {
		for (const { sources, confidence } of Object.values(planContent(survey({}), SIZES).grounds)) {
			expect(sources.filter((id) => !(id in SOURCES))).toEqual([]);
			expect(sources).not.toEqual([]);
			expect(confidence).not.toBe('unconfirmed');
		}
	});

	test('keeps the unknown unknown', () => {
		const plan = planContent(survey({ sepmRevisions: { unknown: 'no console' } }), SIZES);
		expect(plan).toMatchObject({ now: null, away: [], heartbeat: null });
	});
});
