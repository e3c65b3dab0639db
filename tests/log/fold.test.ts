import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LogEvent } from '../../src/lib/log/event.ts';
import { fold, headIds, shownOf } from '../../src/lib/log/fold.ts';
import { event, histories, maximalOf, PATHS } from './schedule.ts';

const headsOf = (events: readonly LogEvent[], path = event('e').path) =>
	headIds(fold(events).get(path));

describe('whatever happens between devices', () => {
	test('F8: the fold is the same for every order of arrival, with repeats and in batches', () => {
		const arrivals = histories.chain((events) =>
			fc.tuple(
				fc.constant(events),
				fc.shuffledSubarray([...events, ...events], { minLength: events.length * 2 }),
				fc.shuffledSubarray(events)
			)
		);
		fc.assert(
			fc.property(arrivals, ([events, twice, again]) => {
				expect(fold(new Set([...again, ...twice]))).toEqual(fold(events));
				expect(fold([...twice, ...structuredClone(again)])).toEqual(fold(events));
			})
		);
	});

	test('the heads are exactly the events that no later author was shown', () => {
		fc.assert(
			fc.property(histories, (events) => {
				for (const path of PATHS) {
					expect([...headsOf(events, path)].sort()).toEqual(maximalOf(events, path));
				}
			})
		);
	});

	test('F14: wrong clocks change no head, no conflict and lose nothing', () => {
		const walls = fc.array(fc.string({ maxLength: 4 }), { minLength: 40, maxLength: 40 });
		fc.assert(
			fc.property(histories, walls, (events, walls) => {
				const wrong = events.map((each, at) => ({ ...each, hlc: walls[at] ?? '', at: 'never' }));
				for (const [path, register] of fold(events)) {
					const other = fold(wrong).get(path);
					expect([...headIds(other)].sort()).toEqual([...headIds(register)].sort());
					expect(other?.isConflict).toBe(register.isConflict);
					expect(other?.history).toHaveLength(register.history.length);
				}
			})
		);
	});

	test('a conflict is two heads that say different things', () => {
		fc.assert(
			fc.property(histories, (events) => {
				for (const { heads, isConflict } of fold(events).values()) {
					const said = new Set(heads.map(({ kind, value }) => JSON.stringify([kind, value])));
					expect(isConflict).toBe(said.size > 1);
				}
			})
		);
	});
});

describe('two people', () => {
	const both = (one: Partial<LogEvent>, other: Partial<LogEvent>) => {
		const events = [event('e1', one), event('e2', { author: { id: 'a2', name: 'Lee' }, ...other })];
		const [register] = fold(events).values();
		return register!;
	};

	test('F2: who give the same answer agree', () => {
		const { heads, isConflict } = both({ value: 40 }, { value: 40 });
		expect(heads).toHaveLength(2);
		expect(isConflict).toBe(false);
	});

	test('agree whatever the spaces, the order of keys and the order of ticks', () => {
		expect(both({ value: 'Lyon ' }, { value: 'Lyon' }).isConflict).toBe(false);
		expect(both({ value: { a: 1, b: 2 } }, { value: { b: 2, a: 1 } }).isConflict).toBe(false);
		expect(both({ value: ['intune', 'gpo'] }, { value: ['gpo', 'intune'] }).isConflict).toBe(false);
	});

	test('do not agree when the rows of a table stand in another order', () => {
		const rows = [{ version: '14.3' }, { version: '12.1' }];
		expect(both({ value: rows }, { value: rows.toReversed() }).isConflict).toBe(true);
	});

	test('who tick the same step agree, though each signs with name and time', () => {
		const path = 'steps/gup-candidate';
		const done = (by: string) => ({ path, value: { state: 'done', by, at: `${by} o'clock` } });
		expect(both(done('Kim'), done('Lee')).isConflict).toBe(false);
		expect(
			both(done('Kim'), { path, value: { state: 'blocked', by: 'Kim', at: "Kim o'clock" } })
				.isConflict
		).toBe(true);
	});

	test('F1: who answer differently are both kept, and the later one is shown', () => {
		const register = both({ value: 2 }, { value: 10 });
		expect(register.heads.map(({ value }) => value)).toEqual([2, 10]);
		expect(register.isConflict).toBe(true);
		expect(shownOf(register)?.value).toBe(10);
	});

	test('of whom one takes back and one changes do not agree', () => {
		const takenBack = { kind: 'clear', value: null };
		expect(both(takenBack, { value: 10 }).isConflict).toBe(true);
		expect(both(takenBack, { value: null }).isConflict).toBe(true);
	});

	test('who both take an answer back agree', () => {
		expect(both({ kind: 'clear', value: null }, { kind: 'clear', value: 2 }).isConflict).toBe(
			false
		);
	});

	test('F4: who settle a conflict differently are in conflict again, and the first answers are not', () => {
		const first = [event('e1', { value: 1 }), event('e2', { value: 2 })];
		const settle = (id: string, value: number) =>
			event(id, { kind: 'resolve', value, supersedes: ['e1', 'e2'] });
		const register = fold([...first, settle('e3', 1), settle('e4', 2)])
			.values()
			.next().value!;
		expect(headIds(register)).toEqual(['e3', 'e4']);
		expect(register.isConflict).toBe(true);
		expect(register.history).toHaveLength(4);
	});
});

describe('events that this version does not know', () => {
	test('F16: are heads like any other, and stay in the history as they came', () => {
		const strange = { ...event('e2', { kind: 'whisper', supersedes: ['e1'] }), volume: 3 };
		const register = fold([event('e1'), strange])
			.values()
			.next().value!;
		expect(register.heads).toEqual([strange]);
		expect(register.history).toHaveLength(2);
	});

	test('that supersede themselves or each other hide nothing', () => {
		expect(headsOf([event('e1', { supersedes: ['e1'] })])).toEqual(['e1']);
		expect(headsOf([event('e1', { supersedes: ['e1'] }), event('e2')])).toEqual(['e1', 'e2']);
		const circle = [event('e1', { supersedes: ['e2'] }), event('e2', { supersedes: ['e1'] })];
		expect(headsOf(circle)).toEqual(['e1', 'e2']);
	});

	test('supersede nothing in another register', () => {
		const other = event('e2', { path: 'answers/siteName', supersedes: ['e1'] });
		expect(headsOf([event('e1'), other])).toEqual(['e1']);
	});

	test('with one id and two contents fold the same in both orders', () => {
		const [one, other] = [event('e1', { value: 1 }), event('e1', { value: 2 })];
		expect(fold([one, other])).toEqual(fold([other, one]));
	});
});
