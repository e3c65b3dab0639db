import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { getAuthor, setAuthorName } from '../../src/lib/device/author.ts';
import { backupName, backupOf, readBackup } from '../../src/lib/device/backup.ts';
import { rowLine } from '../../src/lib/device/backup-file.ts';
import type { Device } from '../../src/lib/device/device.ts';
import { draftsOf, dropDraft, keepDraft } from '../../src/lib/device/drafts.ts';
import { receive } from '../../src/lib/device/receive.ts';
import { getSetting, setSetting } from '../../src/lib/device/settings.ts';
import { createSurvey, getSurvey } from '../../src/lib/device/surveys.ts';
import { answered } from '../../src/lib/log/changes.ts';
import type { LogEvent } from '../../src/lib/log/event.ts';
import { event } from '../log/schedule.ts';
import { answer, contentOf, newDevice, surveyOf, unqueued } from './bench.ts';
import { withTransactions } from './faults.ts';

const SITE = 'answers/siteName';

async function usedDevice(): Promise<{ device: Device; survey: string }> {
	const device = newDevice();
	await setAuthorName(device, 'Kim');
	await setSetting(device, 'theme', 'dark');
	const survey = await createSurvey(device, 'Lyon "Süd"\n\u2028 \ud83d\udcf7', [
		answered('linkDownMbps', 2)
	]);
	await answer(device, survey, 'answers/linkDownMbps', 10);
	await receive(device, [event('e1', { survey }), event('e2', { survey: 's2', kind: 'whisper' })]);
	await receive(device, [event('e1', { survey, value: 'forged' })]);
	await keepDraft(device, survey, SITE, 'Ly', [], 'unknown');
	return { device, survey };
}

const restored = async (device: Device, file: Blob) => {
	const outcome = await readBackup(device, file);
	if ('problem' in outcome) throw new Error(outcome.problem);
	return outcome;
};

describe('a backup', () => {
	test('read on an empty device brings back every event, what was held, the typing, the author and the settings', async () => {
		const { device, survey } = await usedDevice();
		const file = await backupOf(device);
		const other = newDevice();
		expect(await restored(other, file)).toEqual({
			events: 5,
			known: 0,
			held: 0,
			surveys: 2,
			drafts: 1
		});

		const [was, is] = [await contentOf(device), await contentOf(other)];
		for (const table of ['events', 'held', 'drafts', 'surveys'])
			expect(is[table]).toEqual(was[table]);
		expect(await getAuthor(other)).toEqual(await getAuthor(device));
		expect(await getSetting(other, 'theme')).toBe('dark');
		expect(await unqueued(other)).toEqual([]);
		expect(await surveyOf(other, survey)).toEqual(await surveyOf(device, survey));
		expect(await other.db.meta.get('device')).toBeUndefined();
	});

	test('read twice, or where it was made, changes nothing', async () => {
		const { device } = await usedDevice();
		const file = await backupOf(device);
		const other = newDevice();
		await restored(other, file);
		for (const each of [device, other]) {
			const before = await contentOf(each);
			expect(await restored(each, file)).toMatchObject({ events: 0, known: 5, drafts: 0 });
			expect(await contentOf(each)).toEqual(before);
		}
	});

	test('does not make one device of two: the id and the clock stay their own', async () => {
		const { device } = await usedDevice();
		const other = newDevice();
		const survey = await createSurvey(other, 'Bern');
		const own = await other.db.meta.get('device');
		await restored(other, await backupOf(device));
		expect(await other.db.meta.get('device')).toEqual(own);
		expect(own).not.toEqual(await device.db.meta.get('device'));
		expect((await surveyOf(other, survey)).title).toBe('Bern');
	});

	test('gives its author to a device where nobody has said a name', async () => {
		const { device } = await usedDevice();
		const other = newDevice();
		await createSurvey(other, 'Bern');
		await restored(other, await backupOf(device));
		expect(await getAuthor(other)).toEqual(await getAuthor(device));
	});

	test('leaves a name and settings that this device has', async () => {
		const { device } = await usedDevice();
		const other = newDevice();
		await setAuthorName(other, 'Lee');
		await setSetting(other, 'theme', 'light');
		await restored(other, await backupOf(device));
		expect((await getAuthor(other)).name).toBe('Lee');
		expect(await getSetting(other, 'theme')).toBe('light');
	});

	test('keeps answers that were given since: both stand where they differ', async () => {
		const { device, survey } = await usedDevice();
		const other = newDevice();
		await restored(other, await backupOf(device));
		await answer(other, survey, SITE, 'Lyon');
		await answer(device, survey, SITE, 'Bern');
		await restored(other, await backupOf(device));
		expect((await getSurvey(other, survey))!.conflicts.map(({ path }) => path)).toContain(SITE);
	});

	test('does not bring typing back that has become an answer, nor over what is being typed', async () => {
		const { device, survey } = await usedDevice();
		const file = await backupOf(device);
		await keepDraft(device, survey, SITE, 'newer', []);
		expect(await restored(device, file)).toMatchObject({ drafts: 0 });
		expect(await draftsOf(device, survey)).toMatchObject([{ text: 'newer' }]);
		await answer(device, survey, SITE, 'Lyon');
		expect(await restored(device, file)).toMatchObject({ drafts: 0 });
		expect(await draftsOf(device, survey)).toEqual([]);
	});

	test('is the same file again after a round, byte for byte, whatever a newer version wrote', async () => {
		const json = fc.jsonValue({ maxDepth: 2 });
		let n = 0;
		await fc.assert(
			fc.asyncProperty(
				fc.string({ minLength: 1 }),
				json,
				fc.dictionary(fc.string(), json),
				async (kind, value, more) => {
					const text = JSON.stringify({ ...more, ...event(`e${n++}`), kind, value, more });
					const [device, other] = [newDevice(), newDevice()];
					await receive(device, [JSON.parse(text)]);
					await restored(other, await backupOf(device));
					const lines = async (each: Device) =>
						(await (await backupOf(each)).text())
							.split('\n')
							.filter((line) => line.includes('"event":'));
					expect((await lines(other))[0]).toContain(text);
					expect(await lines(other)).toEqual(await lines(device));
				}
			),
			{ numRuns: 25 }
		);
	});

	test('of many events is written and read in slices, and tells how far it is', async () => {
		const device = newDevice();
		const many = Array.from({ length: 1234 }, (_, at) =>
			event(`e${at}`, { path: `answers/q${at}` })
		);
		await receive(device, many);
		const told: number[] = [];
		const note = ({ done, of }: { done: number; of: number }) => told.push(done / of);
		const file = await backupOf(device, { onProgress: note });
		expect(told).toHaveLength(3);
		expect(told.at(-1)).toBe(1);

		const other = newDevice();
		let largest = 0;
		const add = other.db.events.bulkAdd.bind(other.db.events);
		other.db.events.bulkAdd = ((rows: typeof many) => {
			largest = Math.max(largest, rows.length);
			return add(rows);
		}) as typeof other.db.events.bulkAdd;
		expect(await readBackup(other, file, { onProgress: note })).toMatchObject({ events: 1234 });
		expect(largest).toBe(500);
		expect(told.at(-1)).toBe(1);
		expect(await unqueued(other)).toEqual([]);
	});

	test('has a name that says what and when it is', () => {
		expect(backupName(new Date(2026, 10, 23, 9, 5))).toBe('sitewalk-backup-2026-11-23-09-05.jsonl');
	});
});

describe('a file that is no whole backup gives one sentence and changes nothing', () => {
	const changed = async (change: (lines: string[]) => string[] | string) => {
		const { device } = await usedDevice();
		const lines = (await (await backupOf(device)).text()).trimEnd().split('\n');
		const text = change(lines);
		return typeof text === 'string' ? text : text.join('\n');
	};
	const refused = async (file: Blob) => {
		const device = newDevice();
		await createSurvey(device, 'Bern');
		const before = await contentOf(device);
		const outcome = await readBackup(device, file);
		expect(await contentOf(device)).toEqual(before);
		return 'problem' in outcome ? outcome.problem : 'it was read';
	};

	test.each<[string, (lines: string[]) => string[] | string, RegExp]>([
		['empty', () => '', /empty/],
		['cut between two lines', (lines) => lines.slice(0, 4), /ends after line 4.*cut off/],
		['cut in the middle of a line', (lines) => lines.join('\n').slice(0, 700), /^Line \d+: a row/],
		['one line short', (lines) => lines.toSpliced(3, 1), /^Line \d+: the end of \d+ rows/],
		[
			'damaged in one letter',
			(lines) => lines.with(2, lines[2]!.replace('Kim', 'Kjm')),
			/^Line 3: .*damaged/
		],
		['with a line that is not JSON', (lines) => lines.toSpliced(5, 0, 'hello'), /^Line 6: a row/],
		['with lines after its end', (lines) => [...lines, lines[1]!], /should have ended/],
		[
			'of a newer version',
			(lines) => lines.with(0, '{"sitewalk-backup":2}'),
			/^Line 1: version 2 is newer/
		],
		['a survey file', () => '{"sitewalk":1,"survey":{}}', /^Line 1: this is not a backup/],
		['a list', () => '[1,2]', /^Line 1: a row/],
		[
			'an event without an id',
			(lines) => lines.with(1, rowLine('event', {} as LogEvent).trim()),
			/^Line 2: .*damaged/
		]
	])('%s', async (_, change, sentence) => {
		const problem = await refused(new Blob([await changed(change)]));
		expect(problem).toMatch(sentence);
		expect(problem).toMatch(/Nothing was changed\.$/);
	});

	test('bytes that are not text', async () => {
		expect(await refused(new Blob([new Uint8Array([0xff, 0xfe, 0x00, 0xd8])]))).toMatch(/not text/);
	});

	test('stopped by the person who started it', async () => {
		const { device } = await usedDevice();
		const file = await backupOf(device);
		const other = newDevice();
		const outcome = await readBackup(other, file, { signal: AbortSignal.abort() });
		expect(outcome).toEqual({ problem: 'The reading was stopped. Nothing was changed.' });
		await expect(backupOf(device, { signal: AbortSignal.abort() })).rejects.toThrow();
	});
});

test('a backup that did not fit says what was taken in, and reading it again completes it', async () => {
	const device = newDevice();
	await receive(
		device,
		Array.from({ length: 700 }, (_, at) => event(`e${at}`, { path: `answers/q${at}` }))
	);
	const file = await backupOf(device);
	const other = newDevice();
	await other.db.open();
	let writes = 0;
	const outcome = await withTransactions(
		(open, _, mode) => {
			if (mode === 'readwrite' && ++writes === 2)
				throw new DOMException('full', 'QuotaExceededError');
			return open();
		},
		() => readBackup(other, file)
	);
	expect(outcome).toEqual({
		problem: expect.stringMatching(/no room.* 500 events were taken in/) as string
	});
	expect(await unqueued(other)).toEqual([]);
	expect(await restored(other, file)).toMatchObject({ events: 200, known: 500 });
});

test('typing that was dropped is in no backup', async () => {
	const { device, survey } = await usedDevice();
	await dropDraft(device, survey, SITE);
	expect(await restored(newDevice(), await backupOf(device))).toMatchObject({ drafts: 0 });
});
