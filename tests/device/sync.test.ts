import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { describe, expect, test } from 'vitest';
import { getAuthor } from '../../src/lib/device/author.ts';
import type { Device } from '../../src/lib/device/device.ts';
import { syncStoreOf } from '../../src/lib/device/sync-tables.ts';
import { createSurvey, getSurvey, listSurveys } from '../../src/lib/device/surveys.ts';
import { deviceIdOf, keepSession, type TeamSession } from '../../src/lib/device/team-session.ts';
import { nextPull, takePage } from '../../src/lib/log/pull.ts';
import { nextPush, settlePush } from '../../src/lib/log/push.ts';
import { sync, type Transport } from '../../src/lib/log/sync.ts';
import { event } from '../log/schedule.ts';
import { MemoryServer } from '../log/sync-server.ts';
import { answer, contentOf, newDevice } from './bench.ts';
import { abortingAt } from './faults.ts';

const SITE = 'answers/siteName';

async function joined(name: string, authors: readonly string[] = []) {
	const device = newDevice();
	const session: TeamSession = {
		team: { id: 't1', name: 'North' },
		person: { id: name, name },
		role: 'technician',
		deviceName: 'tablet',
		authors: [name, ...authors],
		joinedAt: '2026-11-20T08:12:00Z'
	};
	await keepSession(device, session);
	return device;
}

async function syncNow(device: Device, server: MemoryServer) {
	const { id } = await getAuthor(device);
	return sync({
		store: syncStoreOf(device),
		transport: {
			push: async (request) => server.push(structuredClone(request)),
			pull: async (request) => structuredClone(server.pull(request))
		} satisfies Transport,
		device: await deviceIdOf(device),
		isMine: (author) => author === id,
		does: 'both',
		now: () => '2026-11-20T08:12:00Z'
	});
}

test('F1: two answers to one question, given offline, are both on both devices', async () => {
	const server = new MemoryServer();
	const [kim, ana] = [await joined('kim'), await joined('ana')];
	const id = await createSurvey(kim, 'Lyon');
	await syncNow(kim, server);
	await syncNow(ana, server);
	expect((await listSurveys(ana)).map(({ title }) => title)).toEqual(['Lyon']);

	await answer(kim, id, SITE, 'Lyon');
	await answer(ana, id, SITE, 'Lyon Sud');
	for (const device of [kim, ana, kim]) await syncNow(device, server);

	for (const device of [kim, ana]) {
		const heads = (await getSurvey(device, id))?.register(SITE)?.heads ?? [];
		expect(heads.map(({ value }) => value).sort()).toEqual(['Lyon', 'Lyon Sud']);
		expect((await listSurveys(device))[0]?.conflicts).toEqual([SITE]);
		expect(await device.db.outbox.count()).toBe(0);
	}
});

test('what comes from the team does not wait to be sent, and says when the team had it', async () => {
	const server = new MemoryServer();
	const [kim, ana] = [await joined('kim'), await joined('ana')];
	const id = await createSurvey(kim, 'Lyon');
	await syncNow(kim, server);
	await syncNow(ana, server);
	expect(await ana.db.outbox.count()).toBe(0);
	expect(await kim.db.deliveries.where({ survey: id }).toArray()).toMatchObject([
		{ sent: expect.any(String) }
	]);
	expect(await ana.db.deliveries.where({ survey: id }).toArray()).toMatchObject([
		{ received: '2026-11-20T08:12:00Z' }
	]);
});

test('an answer given after a sync waits again, and only it is sent', async () => {
	const server = new MemoryServer();
	const kim = await joined('kim');
	const id = await createSurvey(kim, 'Lyon');
	await syncNow(kim, server);
	await answer(kim, id, SITE, 'Lyon');
	expect(await syncNow(kim, server)).toMatchObject({ sent: 1, received: 0 });
});

test('F12: a device that was wiped gets back what the team has', async () => {
	const server = new MemoryServer();
	const kim = await joined('kim');
	const id = await createSurvey(kim, 'Lyon');
	await answer(kim, id, SITE, 'Lyon');
	await syncNow(kim, server);
	const again = await joined('kim');
	await syncNow(again, server);
	expect((await getSurvey(again, id))?.survey.answers).toEqual({ siteName: 'Lyon' });
});

test('F11: two copies of one profile go on side by side, and lose nothing', async () => {
	const server = new MemoryServer();
	const kim = await joined('kim');
	const id = await createSurvey(kim, 'Lyon');
	await syncNow(kim, server);
	await answer(kim, id, SITE, 'Lyon');
	const copy = newDevice();
	const rows = await contentOf(kim);
	for (const table of copy.db.tables) await table.bulkPut(rows[table.name] ?? []);
	copy.wall('2026-11-20T08:13:00Z');

	await answer(copy, id, 'answers/linkDownMbps', 2);
	await answer(kim, id, 'answers/clients', 40);
	for (const device of [kim, copy, kim, copy]) {
		expect((await syncNow(device, server)).trouble).toBeUndefined();
	}
	for (const device of [kim, copy]) {
		expect((await getSurvey(device, id))?.survey.answers).toEqual({
			...{ siteName: 'Lyon', linkDownMbps: 2, clients: 40 }
		});
		expect(await device.db.outbox.count()).toBe(0);
	}
	expect(server.ids.size).toBe(await kim.db.events.count());
});

test('an event that was held is kept apart until the lead has taken it', async () => {
	const kim = await joined('kim');
	await createSurvey(kim, 'Lyon');
	const store = syncStoreOf(kim);
	const push = (await nextPush(store, await deviceIdOf(kim), () => true, 9))!;
	const [first, ...others] = push.request.events;
	const held = [{ id: first!.id, why: 'survey-closed' as const }];
	const reply = { epoch: 'e0', accepted: others.length, held, refused: [], seq: 9 };
	await settlePush(store, push, reply, '2026-11-20T08:12:00Z');
	expect((await kim.db.held.toArray()).map(({ reason }) => reason)).toEqual(['held:survey-closed']);

	const server = new MemoryServer();
	server.push({ ...push.request, epoch: null });
	await syncNow(kim, server);
	expect(await kim.db.held.count()).toBe(0);
});

describe('F9: broken off at any request of its transaction', () => {
	const STEPS: Record<
		string,
		(device: Device, server: MemoryServer) => Promise<() => Promise<unknown>>
	> = {
		async 'an acknowledgement'(device, server) {
			const store = syncStoreOf(device);
			const push = (await nextPush(store, await deviceIdOf(device), () => true, 9))!;
			const reply = server.push(push.request);
			if ('why' in reply) throw new Error(reply.why);
			return () => settlePush(store, push, reply.reply, '2026-11-20T08:12:00Z');
		},
		async 'a page'(device, server) {
			server.push({
				...{ device: 'd9', epoch: null, outbox: { events: 0, oldestAt: null } },
				events: [event('x1'), event('x2', { survey: 's2' })]
			});
			const store = syncStoreOf(device);
			const pull = await nextPull(store, await deviceIdOf(device));
			const page = server.pull(pull.request);
			if ('why' in page) throw new Error(page.why);
			return () => takePage(store, pull, page.reply);
		}
	};

	test.each(Object.entries(STEPS))('%s is taken whole or not at all', async (_, prepare) => {
		for (let request = 1; ; request++) {
			const device = await joined('kim');
			await createSurvey(device, 'Bern');
			const step = await prepare(device, new MemoryServer());
			const before = await contentOf(device);
			const { aborted, outcome } = await abortingAt(request, 'every', step);
			if (aborted === 0) {
				expect(request).toBeGreaterThan(4);
				expect(outcome.status).toBe('fulfilled');
				expect(await contentOf(device)).not.toEqual(before);
				return;
			}
			expect(await contentOf(device)).toEqual(before);
		}
	});
});

/** What each version before this one changed in the tables; a new version of them puts the one before in here. */
const FORMER: readonly Readonly<Record<string, string>>[] = [
	{
		events: 'id, [survey+path], [survey+hlc]',
		outbox: '++n',
		held: 'id',
		drafts: '[survey+path], survey',
		surveys: 'id, state, updatedAt',
		meta: 'key'
	},
	{ events: 'id, [survey+path], [survey+hlc], device', deliveries: '++n, survey' }
];

test('F32: every version of the database before this one is put to the test', () => {
	expect(newDevice().db.verno).toBe(FORMER.length + 1);
});

test.each(FORMER.map((_, at) => at + 1))(
	'F32: a database of version %i keeps its outbox, and sends it',
	async (version) => {
		const name = `of-version-${version}`;
		const old = new Dexie(name);
		for (const [at, stores] of FORMER.slice(0, version).entries())
			old.version(at + 1).stores(stores);
		const author = { id: 'kim', name: 'Kim' };
		const events = Array.from({ length: 700 }, (_, at) => event(`e${at}`, { author }));
		await old.table('events').bulkAdd(events);
		for (const { id } of events) await old.table('outbox').add({ author: 'kim', ids: [id] });
		await old.table('meta').bulkAdd([
			{ key: 'device', value: 'd1' },
			{ key: 'author', value: author }
		]);
		old.close();

		const device = newDevice(name);
		expect(await device.db.outbox.count()).toBe(700);
		const server = new MemoryServer();
		expect(await syncNow(device, server)).toEqual({ sent: 700, received: 0, held: 0, refused: 0 });
		expect(server.ids.size).toBe(700);
		expect(await syncNow(device, server)).toEqual({ sent: 0, received: 0, held: 0, refused: 0 });
		expect((await device.db.meta.get('standing'))?.value).toMatchObject({ life: 1 });
	}
);
