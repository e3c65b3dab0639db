import 'fake-indexeddb/auto';
import { forceCloseDatabase } from 'fake-indexeddb';
import { Dexie } from 'dexie';
import { describe, expect, test } from 'vitest';
import { watchDevice, type Device, type Notice } from '../../src/lib/device/device.ts';
import { draftsOf, keepDraft } from '../../src/lib/device/drafts.ts';
import { createSurvey, listSurveys } from '../../src/lib/device/surveys.ts';
import { isLostConnection, sentenceOf } from '../../src/lib/device/trouble.ts';
import { answer, newDevice, surveyOf } from './bench.ts';
import { withTransactions } from './faults.ts';

const forceClose = ({ db }: Device) =>
	forceCloseDatabase(db.backendDB() as unknown as Parameters<typeof forceCloseDatabase>[0]);

/** Makes the next transactions fail as a browser does that has lost its database process. */
function losing<T>(name: string, times: number, work: () => Promise<T>): Promise<T> {
	let left = times;
	return withTransactions((open) => {
		if (left-- > 0) throw new DOMException('Connection to Indexed Database server lost.', name);
		return open();
	}, work);
}

describe('after the browser has closed the database', () => {
	test('the next answer is stored', async () => {
		const device = newDevice();
		const survey = await createSurvey(device, 'Lyon');
		forceClose(device);
		await answer(device, survey, 'answers/linkDownMbps', 2);
		forceClose(device);
		expect((await surveyOf(device, survey)).answers).toEqual({ linkDownMbps: 2 });
	});

	test('the next keystroke is stored', async () => {
		const device = newDevice();
		await keepDraft(device, 's1', 'answers/siteName', 'Ly', []);
		forceClose(device);
		await keepDraft(device, 's1', 'answers/siteName', 'Lyo', []);
		expect(await draftsOf(device, 's1')).toMatchObject([{ text: 'Lyo' }]);
	});

	test.each(['UnknownError', 'InvalidStateError'])(
		'with %s, all that waits is stored',
		async (name) => {
			const device = newDevice();
			const survey = await createSurvey(device, 'Lyon');
			const notices: Notice[] = [];
			watchDevice(device, (notice) => notices.push(notice));
			await losing(name, 1, () =>
				Promise.all([
					answer(device, survey, 'answers/linkDownMbps', 2),
					keepDraft(device, survey, 'answers/siteName', 'Ly', []),
					answer(device, survey, 'answers/windowHours', 8)
				])
			);
			expect((await surveyOf(device, survey)).answers).toEqual({ linkDownMbps: 2, windowHours: 8 });
			expect(await draftsOf(device, survey)).toHaveLength(1);
		}
	);

	test('with the connection closed for good by code, work goes on all the same', async () => {
		const device = newDevice();
		await createSurvey(device, 'Lyon');
		const notices: Notice[] = [];
		const stop = watchDevice(device, (notice) => notices.push(notice));
		device.db.close();
		expect(await listSurveys(device)).toHaveLength(1);
		expect(notices).toEqual(['reopened']);
		stop();
		device.db.close();
		await listSurveys(device);
		expect(notices).toEqual(['reopened']);
	});
});

test('when the database stays lost, the answer is refused and a sentence says what to do', async () => {
	const device = newDevice();
	const survey = await createSurvey(device, 'Lyon');
	const lost = losing('UnknownError', Infinity, () => answer(device, survey, 'answers/a', 1));
	const error = await lost.catch((reason: unknown) => reason);
	expect(error).toBeInstanceOf(Error);
	expect(sentenceOf(error)).toContain('reload');
	expect((await surveyOf(device, survey)).answers).toEqual({});
});

test('F32: a newer version in another tab is let through, told, and the old tab works on', async () => {
	const device = newDevice();
	const survey = await createSurvey(device, 'Lyon');
	const notices: Notice[] = [];
	watchDevice(device, (notice) => notices.push(notice));

	const newer = new Dexie(device.db.name);
	newer.version(device.db.verno + 1).stores({
		...Object.fromEntries(device.db.tables.map(({ name, schema }) => [name, sourceOf(schema)])),
		photos: 'id'
	});
	await newer.open();
	expect(notices).toContain('outdated');
	expect(await newer.table('events').count()).toBe(1);

	await answer(device, survey, 'answers/linkDownMbps', 2);
	expect(await newer.table('events').count()).toBe(2);
	newer.close();
});

test('a part of the app that could not be fetched is not taken for a broken storage', () => {
	for (const words of [
		'Failed to fetch dynamically imported module: /x.js',
		'error loading dynamically imported module: /x.js',
		'Importing a module script failed.'
	])
		expect(sentenceOf(new TypeError(words))).toContain('A part of the app is not on this device');
	expect(sentenceOf(new TypeError('x is undefined'))).toContain('could not read or write');
});

test('a full device is told apart from a lost one', () => {
	const full = Object.assign(new Error('aborted'), {
		name: 'AbortError',
		inner: new DOMException('', 'QuotaExceededError')
	});
	expect(sentenceOf(full)).toContain('no room');
	expect(isLostConnection(full)).toBe(false);
	expect(sentenceOf(new Error('?'))).toContain('storage');
	expect(sentenceOf(undefined)).toContain('storage');
});

function sourceOf({ primKey, indexes }: Dexie['tables'][number]['schema']): string {
	return [primKey, ...indexes].map(({ src }) => src).join(', ');
}
