import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tick } from '../../src/lib/log/clock.ts';
import { fold } from '../../src/lib/log/fold.ts';
import { filterTimeline, timelineOf } from '../../src/lib/log/timeline.ts';
import { event, histories } from './schedule.ts';

const SPEED = 'answers/linkDownMbps';
const told = (...events: readonly ReturnType<typeof event>[]) => timelineOf(fold(events));

describe('a timeline', () => {
	test('tells every change once, the newest first, whatever happened', () => {
		fc.assert(
			fc.property(histories, (events) => {
				const all = timelineOf(fold(events));
				const ids = all.map(({ event: { id } }) => id);
				expect([...ids].sort()).toEqual(events.map(({ id }) => id).sort());
				const clocks = all.map(({ event: { hlc } }) => hlc);
				expect(clocks).toEqual([...clocks].sort().reverse());
			})
		);
	});

	test('says what a change took the place of, and what still stands', () => {
		const [settled, second, first] = told(
			event('e1', { value: 2 }),
			event('e2', { value: 100 }),
			event('e3', { value: 2, kind: 'resolve', supersedes: ['e1', 'e2'] })
		);
		expect(first).toMatchObject({ before: [], after: 2, stands: false });
		expect(second).toMatchObject({ before: [], after: 100, stands: false });
		expect(settled).toMatchObject({ before: [2, 100], after: 2, stands: true });
	});

	test('shows an answer that was taken back as none, on both sides', () => {
		const [again, back] = told(
			event('e1', { value: 2 }),
			event('e2', { kind: 'clear', value: null, supersedes: ['e1'] }),
			event('e3', { value: 9, supersedes: ['e2'] })
		);
		expect(back).toMatchObject({ before: [2], after: null });
		expect(again).toMatchObject({ before: [null], after: 9 });
	});

	test('F14: puts no change behind the moment at which the team had it, whatever its device’s clock said', () => {
		const at = (moment: number, id: string) => event(id, { hlc: tick(undefined, moment, 'd1') });
		const [morning, noon, evening] = [1000, 2000, 3000];
		const events = [at(9e12, 'ahead'), at(noon, 'noon'), at(0, 'behind'), at(evening, 'evening')];
		const received = new Map([
			['ahead', new Date(morning).toISOString()],
			['behind', new Date(evening).toISOString()]
		]);
		const order = timelineOf(fold(events), (id) => received.get(id)).map((each) => each.event.id);
		expect(order).toEqual(['evening', 'noon', 'ahead', 'behind']);
	});

	test('can be read of one person, and of one answer', () => {
		const all = told(
			event('e1'),
			event('e2', { path: 'answers/siteName' }),
			event('e3', { author: { id: 'a2', name: 'Lea' } })
		);
		const ids = (filter: Parameters<typeof filterTimeline>[1]) =>
			filterTimeline(all, filter).map(({ event: { id } }) => id);
		expect(ids({ person: '', path: '' })).toEqual(['e3', 'e2', 'e1']);
		expect(ids({ person: 'a1', path: '' })).toEqual(['e2', 'e1']);
		expect(ids({ person: 'a1', path: SPEED })).toEqual(['e1']);
	});
});
