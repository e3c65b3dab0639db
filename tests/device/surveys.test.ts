import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commit } from '../../src/lib/device/commit.ts';
import type { SurveyRow } from '../../src/lib/device/db.ts';
import { receive } from '../../src/lib/device/receive.ts';
import { rebuildRows } from '../../src/lib/device/rows.ts';
import {
	archiveSurvey,
	createSurvey,
	deleteSurvey,
	duplicateSurvey,
	filterSurveys,
	getSurvey,
	importSurvey,
	listSurveys,
	restoreSurvey,
	surveyReader
} from '../../src/lib/device/surveys.ts';
import { emptySurvey, type Survey } from '../../src/lib/domain/survey.ts';
import { answered, present, removed, titled } from '../../src/lib/log/changes.ts';
import type { Change } from '../../src/lib/log/event.ts';
import { answerPath } from '../../src/lib/log/path.ts';
import { tick } from '../../src/lib/log/clock.ts';
import { syncStoreOf } from '../../src/lib/device/sync-tables.ts';
import { event } from '../log/schedule.ts';
import { answer, contentOf, newDevice, surveyOf, unqueued } from './bench.ts';

const G1 = { collection: 'groups', id: 'g1' } as const;
const LYON: Survey = {
	...emptySurvey('lyon', 'Lyon branch'),
	answers: { siteName: 'Lyon', linkDownMbps: 2, windowHours: { unknown: 'nobody knew' } },
	groups: [{ id: 'g1', answers: { clients: 40 }, extra: { colour: 'red' } }],
	steps: { 'gup-candidate': { state: 'done', by: 'Kim', at: '2026-11-20T09:12:00+01:00' } },
	limits: { thinLinkMbps: 3 },
	confirmations: { 'gup-port': { text: '2967', by: 'Kim', at: '2026-11-20T09:12:00+01:00' } },
	extra: { colour: null },
	surveyExtra: { tag: ['a'] }
};

const rowOf = async (device: Parameters<typeof listSurveys>[0], id: string) =>
	(await device.db.surveys.get(id))!;

describe('the list', () => {
	test('shows the survey that was changed last first, by our clock and not by the one on the wall', async () => {
		const device = newDevice();
		const lyon = await createSurvey(device, 'Lyon');
		device.wall('2020-01-01T00:00:00Z');
		const bern = await createSurvey(device, 'Bern');
		expect((await listSurveys(device)).map(({ id }) => id)).toEqual([bern, lyon]);
		await answer(device, lyon, 'answers/linkDownMbps', 2);
		expect((await listSurveys(device)).map(({ id }) => id)).toEqual([lyon, bern]);
	});

	test('is searched by words of title, site name and site code, without regard to case and accents', async () => {
		const device = newDevice();
		await createSurvey(device, 'Annual visit', [
			answered('siteName', 'Orléans'),
			answered('siteCode', 'FR-45')
		]);
		await createSurvey(device, 'Bern');
		const found = async (text: string) => (await listSurveys(device, { text })).length;
		expect(await found('')).toBe(2);
		expect(await found('orleans')).toBe(1);
		expect(await found('fr-45 VISIT')).toBe(1);
		expect(await found('orleans bern')).toBe(0);
	});

	test('hides what is deleted, shows what is archived, and filters by state', async () => {
		const device = newDevice();
		const [a, b, c] = [
			await createSurvey(device, 'A'),
			await createSurvey(device, 'B'),
			await createSurvey(device, 'C')
		];
		await archiveSurvey(device, await rowOf(device, b));
		await deleteSurvey(device, await rowOf(device, c));
		const ids = (rows: SurveyRow[]) => rows.map(({ id }) => id);
		const all = await listSurveys(device);
		expect(ids(all)).toEqual([b, a]);
		expect(ids(filterSurveys(all, { state: 'archived' }))).toEqual([b]);
		expect(ids(await listSurveys(device, { state: 'deleted' }))).toEqual([c]);
	});

	test('is at every moment what the events say', async () => {
		const paths = [
			'answers/siteName',
			'answers/siteCode',
			'groups/g1',
			'groups/g1/clients',
			'survey/state',
			'survey/title'
		];
		const value = fc.constantFrom(
			'present',
			'removed',
			'archived',
			'active',
			'deleted',
			'Lyon',
			'Bern'
		);
		const writing = fc.record({
			path: fc.constantFrom(...paths),
			value,
			/** Which of the earlier events of the register the author was shown. */
			shown: fc.nat(),
			survey: fc.constantFrom('s1', 's2'),
			elsewhere: fc.boolean()
		});
		let n = 0;
		await fc.assert(
			fc.asyncProperty(fc.array(writing, { maxLength: 16 }), async (writings) => {
				const device = newDevice();
				for (const { path, value, shown, survey, elsewhere } of writings) {
					const earlier = await device.db.events.where({ survey, path }).primaryKeys();
					const basedOn = earlier.filter((_, at) => (shown >> at) & 1);
					const id = `f${n++}`;
					const hlc = `${(shown % 9).toString(16).padStart(12, '0')}-000000-d9`;
					if (elsewhere)
						await receive(device, [
							event(id, { survey, path, value, supersedes: basedOn, hlc, at: id })
						]);
					else await commit(device, survey, [{ path, value }], { [path]: basedOn });
				}
				const kept = await device.db.surveys.toArray();
				await rebuildRows(device);
				expect(kept).toEqual(await device.db.surveys.toArray());
				for (const row of kept) {
					const state = (await getSurvey(device, row.id))!;
					expect(row).toMatchObject({
						title: state.survey.title,
						state: state.state,
						events: state.events,
						updatedAt: state.survey.updatedAt,
						conflicts: state.conflicts.map(({ path }) => path).sort()
					});
				}
			}),
			{ numRuns: 40 }
		);
	});
});

test('a conflict in a group that was taken out is not listed until the group is back', async () => {
	const device = newDevice();
	const id = await createSurvey(device, 'Lyon', [present(G1)]);
	const CLIENTS = answerPath('clients', G1);
	for (const clients of [40, 50])
		await commit(device, id, [answered('clients', clients, G1)], { [CLIENTS]: [] });
	expect((await rowOf(device, id)).conflicts).toEqual([CLIENTS]);
	await answer(device, id, 'groups/g1', 'removed');
	expect((await rowOf(device, id)).conflicts).toEqual([]);
	await answer(device, id, 'groups/g1', 'present');
	expect((await rowOf(device, id)).conflicts).toEqual([CLIENTS]);
});

describe('delete', () => {
	test('keeps every event, and its undo brings the survey back as it was', async () => {
		const device = newDevice();
		const id = await createSurvey(device, 'Lyon', [answered('linkDownMbps', 2)]);
		const events = await device.db.events.count();
		const undo = await deleteSurvey(device, await rowOf(device, id));
		expect(await listSurveys(device)).toEqual([]);
		expect(await device.db.events.count()).toBe(events + 1);
		await undo();
		expect(await listSurveys(device)).toMatchObject([{ id, state: 'active', conflicts: [] }]);
		expect((await surveyOf(device, id)).answers).toEqual({ linkDownMbps: 2 });
	});

	test('and its undo are based on what the list showed: a change from elsewhere is a conflict', async () => {
		const device = newDevice();
		const id = await createSurvey(device, 'Lyon');
		const shown = await rowOf(device, id);
		await archiveSurvey(device, shown);
		await deleteSurvey(device, shown);
		expect(await rowOf(device, id)).toMatchObject({ conflicts: ['survey/state'] });
		await restoreSurvey(device, await rowOf(device, id));
		expect(await rowOf(device, id)).toMatchObject({ conflicts: [], state: 'active' });
	});
});

describe('an import', () => {
	test('holds the whole survey: answers, groups, steps, limits, confirmations and unknown keys', async () => {
		const device = newDevice();
		expect(await importSurvey(device, LYON)).toEqual({
			outcome: 'added',
			id: 'lyon',
			conflicts: 0
		});
		const { updatedAt, ...survey } = await surveyOf(device, 'lyon');
		expect(updatedAt).toBeDefined();
		expect(survey).toEqual(LYON);
		expect(await unqueued(device)).toEqual([]);
		expect(await device.db.outbox.count()).toBe(1);
	});

	test('of the same file once more changes nothing', async () => {
		const device = newDevice();
		await importSurvey(device, LYON);
		const before = await contentOf(device);
		expect(await importSurvey(device, LYON)).toMatchObject({ outcome: 'same', id: 'lyon' });
		expect(await importSurvey(device, LYON, { merge: true })).toMatchObject({ outcome: 'same' });
		expect(await contentOf(device)).toEqual(before);
	});

	test('of a survey that is here with other answers asks first and writes nothing', async () => {
		const device = newDevice();
		await importSurvey(device, LYON);
		await answer(device, 'lyon', 'answers/linkDownMbps', 10);
		const before = await contentOf(device);
		expect(await importSurvey(device, LYON)).toMatchObject({ outcome: 'here-already' });
		expect(await contentOf(device)).toEqual(before);
	});

	test('that is merged keeps both answers where they differ, once', async () => {
		const device = newDevice();
		await importSurvey(device, LYON);
		await answer(device, 'lyon', 'answers/linkDownMbps', 10);
		await answer(device, 'lyon', 'answers/siteCode', 'LYO');
		const other = { ...LYON, answers: { ...LYON.answers, internetAllowed: 'no' } };
		const merge = () => importSurvey(device, other, { merge: true });
		expect(await merge()).toEqual({ outcome: 'merged', id: 'lyon', conflicts: 1 });

		const { register, conflicts, survey } = (await getSurvey(device, 'lyon'))!;
		expect(conflicts.map(({ path }) => path)).toEqual(['answers/linkDownMbps']);
		expect(register('answers/linkDownMbps')!.heads.map(({ value }) => value)).toEqual([10, 2]);
		expect(survey.answers).toMatchObject({ siteCode: 'LYO', internetAllowed: 'no' });
		expect(await merge()).toMatchObject({ outcome: 'same' });
	});

	test('as a copy is a survey of its own', async () => {
		const device = newDevice();
		await importSurvey(device, LYON);
		const { id, outcome } = await importSurvey(device, LYON, { asCopy: true, title: 'What if' });
		expect(outcome).toBe('copied');
		await answer(device, id, 'answers/linkDownMbps', 100);
		expect((await surveyOf(device, 'lyon')).answers.linkDownMbps).toBe(2);
		const { updatedAt, ...copy } = await surveyOf(device, id);
		expect(updatedAt).toBeDefined();
		expect(copy).toEqual({
			...LYON,
			id,
			title: 'What if',
			answers: { ...LYON.answers, linkDownMbps: 100 }
		});
	});

	test('of a survey that was deleted here is a copy, and the deleted one stays as it was', async () => {
		const device = newDevice();
		await importSurvey(device, LYON);
		await deleteSurvey(device, await rowOf(device, 'lyon'));
		const { outcome, id } = await importSurvey(device, LYON);
		expect(outcome).toBe('copied');
		expect((await listSurveys(device)).map((row) => row.id)).toEqual([id]);
	});
});

test('a duplicate has the answers and groups, not the work done at the other site', async () => {
	const device = newDevice();
	await importSurvey(device, LYON);
	const id = await duplicateSurvey(device, 'lyon', 'Next branch');
	const { updatedAt, ...copy } = await surveyOf(device, id);
	expect(updatedAt).toBeDefined();
	expect(copy).toEqual({ ...LYON, id, title: 'Next branch', steps: {}, confirmations: {} });
	await expect(duplicateSurvey(device, 'nowhere', 'x')).rejects.toThrow('nowhere');
});

describe('a survey that is followed', () => {
	test('fetches each event once and always shows what a first reading would', async () => {
		const device = newDevice();
		const id = await createSurvey(device, 'Lyon');
		const read = surveyReader(device, id);
		const writes: Change[] = [
			answered('linkDownMbps', 2),
			present(G1),
			answered('clients', 40, G1),
			titled('Lyon Sud'),
			removed(G1)
		];
		for (const change of writes) {
			await commit(device, id, [change], { [change.path]: [] });
			const { survey, registers } = (await read())!;
			const first = (await getSurvey(device, id))!;
			expect(survey).toEqual(first.survey);
			expect(registers).toEqual(first.registers);
		}
		expect(await surveyReader(device, 'nowhere')()).toBeNull();
	});
});

describe('what comes from elsewhere', () => {
	test('is queued and listed, and a repeat changes nothing', async () => {
		const device = newDevice();
		const events = [event('e1', { path: answerPath('siteName'), value: 'Lyon' }), event('e2')];
		expect(await receive(device, events)).toEqual({ added: ['e1', 'e2'], known: 0, held: 0 });
		const before = await contentOf(device);
		expect(await receive(device, [...events, ...events])).toEqual({ added: [], known: 4, held: 0 });
		expect(await contentOf(device)).toEqual(before);
		expect(await unqueued(device)).toEqual([]);
		expect(await listSurveys(device)).toMatchObject([{ id: 's1', siteName: 'Lyon', events: 2 }]);
	});

	test('twice in one go is there once', async () => {
		const device = newDevice();
		expect(await receive(device, [event('e1'), event('e1')])).toMatchObject({ known: 1, held: 0 });
		expect(await device.db.events.count()).toBe(1);
	});

	test('under an id that says something else here is kept apart, and ours stays', async () => {
		const device = newDevice();
		await receive(device, [event('e1', { value: 1 })]);
		const forged = event('e1', { value: 2 });
		expect(await receive(device, [forged])).toEqual({ added: [], known: 0, held: 1 });
		await receive(device, [forged]);
		expect(await device.db.events.toArray()).toMatchObject([{ value: 1 }]);
		expect(await device.db.held.toArray()).toMatchObject([{ reason: 'id-clash', event: forged }]);
	});

	test('keeps kinds and fields that this version does not know, byte for byte', async () => {
		const device = newDevice();
		const json = fc.jsonValue({ maxDepth: 2 });
		let n = 0;
		await fc.assert(
			fc.asyncProperty(
				fc.string({ minLength: 1 }),
				json,
				fc.dictionary(fc.string(), json),
				async (kind, value, more) => {
					const text = JSON.stringify({ ...more, ...event(`e${n++}`), kind, value, more });
					const { id } = JSON.parse(text) as { id: string };
					await receive(device, [JSON.parse(text)]);
					expect(JSON.stringify(await device.db.events.get(id))).toBe(text);
				}
			),
			{ numRuns: 50 }
		);
	});

	test('is earlier than what is answered after it was seen', async () => {
		const device = newDevice();
		const hlc = '0193474a0000-000000-d9';
		device.wall('2024-11-20T00:00:00Z');
		await receive(device, [event('e1', { hlc })]);
		const [later] = await answer(device, 's1', 'answers/linkDownMbps', 3);
		expect(later!.hlc > hlc).toBe(true);
	});
});

test('F14: a survey is not shown as changed later than it came here', async () => {
	const device = newDevice();
	const hlc = tick(undefined, Date.UTC(2036, 0, 1), 'd9');
	await receive(device, [event('e1', { survey: 's1', hlc, at: '2036-01-01T00:00:00+00:00' })]);
	const { updatedAt } = await rowOf(device, 's1');
	expect(Date.parse(updatedAt)).toBe(device.now().getTime());
	await rebuildRows(device);
	expect((await rowOf(device, 's1')).updatedAt).toBe(updatedAt);
});

describe('F14: a device of the future', () => {
	const AHEAD = {
		hlc: tick(undefined, Date.UTC(2036, 0, 1), 'd9'),
		at: '2036-01-01T00:00:00+00:00'
	};
	const ids = async (device: ReturnType<typeof newDevice>) =>
		(await listSurveys(device)).map(({ id }) => id);

	test('keeps no survey before those that are changed later', async () => {
		const device = newDevice();
		const lyon = await createSurvey(device, 'Lyon');
		device.wall('2026-11-20T08:13:00Z');
		await receive(device, [event('e1', { survey: 's1', ...AHEAD })]);
		expect(await ids(device)).toEqual(['s1', lyon]);
		device.wall('2026-11-20T08:14:00Z');
		await answer(device, lyon, 'answers/linkDownMbps', 40);
		expect(await ids(device)).toEqual([lyon, 's1']);
		const at = '2026-11-20T08:15:00+00:00';
		device.wall(at);
		const hlc = tick(undefined, Date.parse(at), 'd8');
		await receive(device, [event('e2', { survey: 's1', path: answerPath('siteName'), hlc, at })]);
		expect((await rowOf(device, 's1')).updatedAt).toBe(at);
		expect(await ids(device)).toEqual(['s1', lyon]);
	});

	test('changed a survey when the team had it, whatever the clock says here', async () => {
		const device = newDevice();
		device.wall('2016-01-01T00:00:00Z');
		const honest = '2026-11-20T08:00:00+00:00';
		const events = [
			event('e1', { survey: 's1', ...AHEAD }),
			event('e2', { survey: 's2', hlc: tick(undefined, Date.parse(honest), 'd8'), at: honest })
		];
		const received = new Map([
			['e1', '2026-11-20T07:00:00Z'],
			['e2', '2026-11-20T08:00:01Z']
		]);
		await syncStoreOf(device).write((tables) => tables.add(events, (id) => received.get(id)));
		expect(await ids(device)).toEqual(['s2', 's1']);
		expect(Date.parse((await rowOf(device, 's1')).updatedAt)).toBe(
			Date.parse('2026-11-20T07:00:00Z')
		);
		expect((await rowOf(device, 's2')).updatedAt).toBe(honest);
	});

	test('is put right with the next change of a colleague, when it was this one', async () => {
		const device = newDevice();
		device.wall('2036-01-01T00:00:00Z');
		const lyon = await createSurvey(device, 'Lyon');
		const at = '2026-11-20T08:15:00+00:00';
		device.wall(at);
		const hlc = tick(undefined, Date.parse(at), 'd8');
		await receive(device, [event('e2', { survey: lyon, hlc, at })]);
		expect((await rowOf(device, lyon)).updatedAt).toBe(at);
	});
});
