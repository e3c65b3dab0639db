import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { getAuthor, setAuthorName } from '../../src/lib/device/author.ts';
import { isoWithOffset } from '../../src/lib/device/moment.ts';
import { OwnEvents } from '../../src/lib/device/own-events.ts';
import { askToPersist, storageStatus } from '../../src/lib/device/storage.ts';
import { createSurvey } from '../../src/lib/device/surveys.ts';
import { Unsaved } from '../../src/lib/device/unsaved.ts';
import { byTime } from '../../src/lib/log/event.ts';
import { stateOf } from '../../src/lib/log/state.ts';
import { event } from '../log/schedule.ts';
import { answer, newDevice } from './bench.ts';

describe('the author', () => {
	test('has no name until it is given, and stays the same person when it changes', async () => {
		const device = newDevice();
		expect(await getAuthor(device)).toEqual({ id: '', name: '' });
		const survey = await createSurvey(device, 'Lyon');
		const { id } = await getAuthor(device);
		expect(id).not.toBe('');
		await setAuthorName(device, ' Kim ');
		expect(await getAuthor(device)).toEqual({ id, name: 'Kim' });
		const [event] = await answer(device, survey, 'answers/a', 1);
		expect(event!.author).toEqual({ id, name: 'Kim' });
		const [first] = (await device.db.events.toArray()).sort(byTime);
		expect(first!.author.name).toBe('');
	});
});

describe('what the author of a page knows', () => {
	const PATH = event('e').path;
	const onTheirWay = (id: string) => new Map([[PATH, id]]);

	test('is what it shows and the answer he has just given', () => {
		const own = new OwnEvents();
		const state = stateOf('s1', [event('e1')]);
		expect(own.basedOn(state, PATH)).toEqual(['e1']);
		own.note(onTheirWay('e2'));
		expect(own.basedOn(state, PATH)).toEqual(['e1', 'e2']);
		expect(own.basedOn(state, 'answers/other')).toEqual([]);
	});

	test('is no more than what it shows once his answer was read or superseded', () => {
		const own = new OwnEvents();
		own.note(onTheirWay('e2'));
		const read = [event('e1'), event('e2', { supersedes: ['e1'] })];
		expect(own.basedOn(stateOf('s1', read), PATH)).toEqual(['e2']);
		const later = stateOf('s1', [...read, event('e3', { supersedes: ['e2'] })]);
		expect(own.basedOn(later, PATH)).toEqual(['e3']);
	});

	test('is, with typing begun earlier, what was shown then and his own answer since', () => {
		const own = new OwnEvents();
		own.note(onTheirWay('e2'));
		const state = stateOf('s1', [event('e2'), event('e9')]);
		expect(own.basedOn(state, PATH, [])).toEqual(['e2']);
	});

	test('is not an answer that could not be stored', () => {
		const own = new OwnEvents();
		const first = own.note(onTheirWay('e1'));
		const second = own.note(onTheirWay('e2'));
		first(['e1']);
		second([]);
		expect(own.basedOn(stateOf('s1', []), PATH)).toEqual(['e1']);
	});
});

test('what failed is tried again as it was meant, unless the register was written since', () => {
	const unsaved = new Unsaved();
	unsaved.keep(
		[
			{ path: 'answers/a', value: 1 },
			{ path: 'answers/b', value: 2 }
		],
		{ 'answers/a': ['e1'], 'answers/b': [] }
	);
	unsaved.drop(['answers/b']);
	expect(unsaved.changes).toEqual([{ path: 'answers/a', value: 1 }]);
	expect(unsaved.basedOn).toEqual({ 'answers/a': ['e1'] });
	unsaved.drop(['answers/a']);
	expect(unsaved.isEmpty).toBe(true);
});

describe('storage', () => {
	test('tells what the browser says', async () => {
		const storage = {
			persisted: async () => true,
			persist: async () => false,
			estimate: async () => ({ usage: 5, quota: 10 })
		};
		expect(await storageStatus(storage)).toEqual({ persisted: true, usedBytes: 5, quotaBytes: 10 });
		expect(await askToPersist(storage)).toBe('refused');
		expect(await askToPersist({ persist: async () => true })).toBe('granted');
	});

	test('says so when the browser says nothing, or refuses to', async () => {
		const refuse = () => Promise.reject(new Error('private'));
		const unknown = { persisted: null, usedBytes: null, quotaBytes: null };
		expect(await storageStatus({})).toEqual(unknown);
		expect(await storageStatus({ persisted: refuse, estimate: refuse })).toEqual(unknown);
		expect(await askToPersist({})).toBe('unavailable');
		expect(await askToPersist({ persist: refuse })).toBe('unavailable');
	});
});

test('a moment is written as the wall clock shows it, with its offset', () => {
	const at = (offset: number) => {
		const date = new Date('2026-11-20T08:12:30.500Z');
		date.getTimezoneOffset = () => offset;
		return isoWithOffset(date);
	};
	expect(at(0)).toBe('2026-11-20T08:12:30+00:00');
	expect(at(-60)).toBe('2026-11-20T09:12:30+01:00');
	expect(at(-345)).toBe('2026-11-20T13:57:30+05:45');
	expect(at(210)).toBe('2026-11-20T04:42:30-03:30');
});
