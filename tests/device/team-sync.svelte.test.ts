import 'fake-indexeddb/auto';
import { describe, expect, test, vi } from 'vitest';
import type { Device } from '../../src/lib/device/device.ts';
import { createSurvey } from '../../src/lib/device/surveys.ts';
import { carriedOver } from '../../src/lib/device/team-join.ts';
import {
	forgetSession,
	getNews,
	getSession,
	keepSession,
	type TeamSession
} from '../../src/lib/device/team-session.ts';
import { TeamSync, type TeamSyncOptions } from '../../src/lib/device/team-sync.svelte.ts';
import { dryRun, unsentOf, waitsOf } from '../../src/lib/device/team-waits.ts';
import type { Trouble } from '../../src/lib/log/sync.ts';
import { MemoryServer } from '../log/sync-server.ts';
import { newDevice, otherTabOf } from './bench.ts';

const KIM: TeamSession = {
	team: { id: 't1', name: 'North' },
	person: { id: 'kim', name: 'Kim' },
	role: 'technician',
	deviceName: 'tablet',
	authors: ['kim'],
	joinedAt: '2026-11-20T08:12:00Z'
};

async function joined(session: Partial<TeamSession> = {}) {
	const device = newDevice();
	await keepSession(device, { ...KIM, ...session });
	return device;
}

/** A team server that answers, or says one and the same trouble. */
function line(trouble?: Trouble) {
	const server = new MemoryServer();
	let asked = 0;
	const options: TeamSyncOptions = {
		chance: () => 0.5,
		transport: () => ({
			async push(request) {
				asked++;
				return trouble ?? server.push(structuredClone(request));
			},
			async pull(request) {
				asked++;
				return trouble ?? structuredClone(server.pull(request));
			}
		})
	};
	return { server, options, asked: () => asked };
}

async function syncOf(
	device: Device,
	options: TeamSyncOptions,
	work = (sync: TeamSync) => sync.now()
) {
	const sync = new TeamSync(device, options);
	const outcome = await work(sync);
	sync.stop();
	return outcome;
}

describe('no team server is asked', () => {
	test('without a team, nor after leaving it', async () => {
		const { options, asked } = line();
		const alone = newDevice();
		expect(await syncOf(alone, options)).toBeUndefined();
		const left = await joined();
		await forgetSession(left);
		expect(await syncOf(left, options)).toBeUndefined();
		expect(asked()).toBe(0);
	});

	test('once it has said that it takes nothing more from this device', async () => {
		for (const why of ['signed-out', 'retired'] as const) {
			const device = await joined();
			const { options, asked } = line({ why });
			await syncOf(device, options);
			expect((await getSession(device))?.ended).toBe(why);
			const before = asked();
			await syncOf(device, options);
			expect(asked()).toBe(before);
		}
	});
});

test('of two tabs only one syncs at a time', async () => {
	const device = await joined();
	await createSurvey(device, 'Lyon');
	const { options, server } = line();
	const outcomes = await Promise.all([
		syncOf(device, options),
		syncOf(otherTabOf(device), options)
	]);
	expect(outcomes.filter((outcome) => outcome === undefined)).toHaveLength(1);
	expect(server.ids.size).toBeGreaterThan(0);
});

test('F31: without locks two tabs at once lose nothing either', async () => {
	const device = await joined();
	await createSurvey(device, 'Lyon');
	const { options, server } = line();
	const open = { ...options, locks: undefined };
	await Promise.all([syncOf(device, open), syncOf(otherTabOf(device), open)]);
	expect(server.ids.size).toBe(await device.db.events.count());
	expect(await device.db.outbox.count()).toBe(0);
});

test('a failure is told with its next attempt, and each one in a row waits longer', async () => {
	const device = await joined();
	const { options } = line({ why: 'no-network' });
	await syncOf(device, options);
	expect(await getNews(device)).toEqual({
		triedAt: '2026-11-20T08:12:00.000Z',
		succeededAt: null,
		trouble: 'no-network',
		failures: 1,
		nextAt: '2026-11-20T08:12:01.500Z'
	});
	await syncOf(device, options);
	expect(await getNews(device)).toMatchObject({ failures: 2, nextAt: '2026-11-20T08:12:02.500Z' });
	await syncOf(device, line().options);
	expect(await getNews(device)).toMatchObject({ failures: 0, trouble: null, nextAt: null });
});

test('F14: a clock that is set back makes nobody wait for the hour it showed before', async () => {
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
	const device = await joined();
	const { options, asked } = line({ why: 'no-network' });
	const sync = new TeamSync(device, options);
	await sync.now();
	device.wall('2026-11-20T06:12:00Z');
	const before = asked();
	await sync.soon(50);
	await vi.advanceTimersByTimeAsync(60);
	vi.useRealTimers();
	await vi.waitFor(() => expect(asked()).toBeGreaterThan(before));
	sync.stop();
});

test('a device that was reported lost says so once, to be emptied', async () => {
	const device = await joined();
	const { options } = line({ why: 'lost' });
	let times = 0;
	await syncOf(device, { ...options, onLost: () => times++ });
	expect(times).toBe(1);
});

test('F21: a page that was left before it emptied the lost device leaves that to the next one', async () => {
	const device = await joined();
	const { options, asked } = line({ why: 'lost' });
	await syncOf(device, options);
	const before = asked();
	let times = 0;
	await syncOf(otherTabOf(device), { ...options, onLost: () => times++ });
	expect(times).toBe(1);
	expect(asked()).toBe(before);
});

describe('what waits', () => {
	test('goes with the next sync, and then nothing waits', async () => {
		const device = await joined();
		const survey = await createSurvey(device, 'Lyon');
		expect(await waitsOf(device)).toMatchObject([{ title: 'Lyon', reason: 'next', author: 'Kim' }]);
		expect(await unsentOf(device, survey)).toBeGreaterThan(0);
		await syncOf(device, line().options);
		expect(await waitsOf(device)).toEqual([]);
		expect(await unsentOf(device, survey)).toBe(0);
	});

	test('F20: waits for its author when another person has joined, or the right to send', async () => {
		const device = await joined();
		await createSurvey(device, 'Lyon');
		await keepSession(device, { ...KIM, person: { id: 'ben', name: 'Ben' }, authors: ['ben'] });
		expect(await waitsOf(device)).toMatchObject([{ reason: 'other-person', author: 'Kim' }]);
		const viewer = await joined({ role: 'viewer' });
		await createSurvey(viewer, 'Lyon');
		expect(await waitsOf(viewer)).toMatchObject([{ reason: 'viewer' }]);
	});

	test('is told before joining: all of it is carried over', async () => {
		const device = newDevice();
		await createSurvey(device, 'Lyon');
		const { mine, others, surveys } = await carriedOver(device);
		expect({ mine, others, surveys }).toEqual({
			mine: await device.db.events.count(),
			others: 0,
			surveys: 1
		});
	});
});

test('a dry run without a network says what would go, and sends nothing', async () => {
	const device = await joined();
	await createSurvey(device, 'Lyon');
	const before = await device.db.outbox.toArray();
	expect(await dryRun(device)).toMatchObject({
		send: await device.db.events.count(),
		stay: 0,
		receive: undefined
	});
	expect(await device.db.outbox.toArray()).toEqual(before);
});
