import { describe, expect, test } from 'vitest';
import { backoff } from '../../src/lib/log/backoff.ts';
import type { LogEvent } from '../../src/lib/log/event.ts';
import { faster, FIRST_PACE, oneBatch, slower } from '../../src/lib/log/pace.ts';
import { nextPull, takePage } from '../../src/lib/log/pull.ts';
import { nextPush, settlePush } from '../../src/lib/log/push.ts';
import { sync, type Answer, type SyncOptions, type Transport } from '../../src/lib/log/sync.ts';
import type { PullReply, PushReply, PushRequest } from '../../src/lib/log/wire.ts';
import { event } from './schedule.ts';
import { MemoryStore } from './sync-memory.ts';
import { MemoryServer } from './sync-server.ts';

const KIM = 'a1';

function deviceWith(count: number, fields: Partial<LogEvent> = {}) {
	const store = new MemoryStore('d1');
	for (let at = 0; at < count; at++) store.answer(event(`e${at}`, { value: `v${at}`, ...fields }));
	return store;
}

function run(store: MemoryStore, transport: Transport, options: Partial<SyncOptions> = {}) {
	const isMine = (author: string) => author === KIM;
	const now = () => '2026-11-20T08:12:00Z';
	return sync({ store, transport, device: store.device, isMine, does: 'both', now, ...options });
}

interface Line extends Transport {
	readonly pushed: PushRequest[];
}

/** A server, and somebody on the line who may answer in its place. */
function lineTo(
	server: MemoryServer,
	{
		push,
		pull
	}: {
		push?: (request: PushRequest) => Answer<PushReply> | undefined;
		pull?: (answer: Answer<PullReply>) => Answer<PullReply>;
	} = {}
): Line {
	const pushed: PushRequest[] = [];
	return {
		pushed,
		async push(request) {
			pushed.push(request);
			return push?.(request) ?? server.push(request);
		},
		async pull(request) {
			const answer = server.pull(request);
			return pull?.(answer) ?? answer;
		}
	};
}

const idsOn = (server: MemoryServer) => [...server.ids].sort();
const sorted = (ids: readonly string[]) => [...ids].sort();

describe('the outbox', () => {
	test('is empty once everything is acknowledged, and the team has it', async () => {
		const store = deviceWith(950);
		const server = new MemoryServer();
		const line = lineTo(server);
		expect(await run(store, line)).toEqual({ sent: 950, received: 0, held: 0, refused: 0 });
		expect(store.waitingIds).toEqual([]);
		expect(server.ids.size).toBe(950);
		expect(line.pushed.map(({ events }) => events.length)).toEqual([400, 550]);
	});

	test('says with each push how much waits, and since when', async () => {
		const store = deviceWith(3, { at: '2026-11-01T08:00:00Z' });
		const line = lineTo(new MemoryServer());
		await run(store, line);
		expect(line.pushed[0]!.outbox).toEqual({ events: 3, oldestAt: '2026-11-01T08:00:00Z' });
	});

	test('of somebody else waits for its owner', async () => {
		const store = deviceWith(1);
		store.answer(event('theirs', { author: { id: 'a2', name: 'Ana' } }));
		const server = new MemoryServer();
		await run(store, lineTo(server));
		expect(idsOn(server)).toEqual(['e0']);
		expect(store.waitingIds).toEqual(['theirs']);
		await run(store, lineTo(server), { isMine: (author) => author === 'a2' });
		expect(idsOn(server)).toEqual(['e0', 'theirs']);
		expect(store.waitingIds).toEqual([]);
	});

	test('of a viewer is not sent', async () => {
		const store = deviceWith(1);
		const line = lineTo(new MemoryServer());
		expect(await run(store, line, { does: 'pull' })).toMatchObject({ sent: 0 });
		expect(line.pushed).toEqual([]);
		expect(store.waitingIds).toEqual(['e0']);
	});

	test('of a retired device is delivered once, though it gets nothing any more', async () => {
		const store = deviceWith(2);
		const server = new MemoryServer();
		const { trouble, sent } = await run(store, {
			push: async (request) => server.push(request),
			pull: async () => ({ why: 'retired' })
		});
		expect({ trouble, sent }).toEqual({ trouble: { why: 'retired' }, sent: 2 });
		expect(idsOn(server)).toEqual(['e0', 'e1']);
	});

	const NO_ACKS: [string, (request: PushRequest) => Answer<PushReply> | undefined, string][] = [
		['no network', () => ({ why: 'no-network' }), 'no-network'],
		['a busy server', () => ({ why: 'busy', waitMs: 9 }), 'busy'],
		['one too few', ({ events, epoch }) => ackOf(events.length - 1, epoch), 'incomplete'],
		['one too many', ({ events, epoch }) => ackOf(events.length + 1, epoch), 'incomplete'],
		['another epoch', ({ events }) => ackOf(events.length, 'e9'), 'unsettled'],
		[
			'a held event that was not sent',
			({ events, epoch }) => ackOf(events.length - 1, epoch, [{ id: 'x', why: 'invalid' }]),
			'incomplete'
		]
	];
	test.each(NO_ACKS)('F5: stays as it is after %s', async (_, push, why) => {
		const store = deviceWith(3);
		const before = store.waitingIds;
		expect((await run(store, lineTo(new MemoryServer(), { push }))).trouble?.why).toBe(why);
		expect(store.waitingIds).toEqual(before);
	});

	test('F6: is sent again when the acknowledgement was lost, and is there once', async () => {
		const store = deviceWith(3);
		const server = new MemoryServer();
		const push = (request: PushRequest): Answer<PushReply> => {
			server.push(request);
			return { why: 'no-network' };
		};
		await run(store, lineTo(server, { push }));
		expect(store.waitingIds).toHaveLength(3);
		await run(store, lineTo(server));
		expect(store.waitingIds).toEqual([]);
		expect(server.rows).toHaveLength(3);
	});

	test('keeps what an acknowledgement of an earlier life of the log names', async () => {
		const store = deviceWith(1);
		const server = new MemoryServer();
		await run(store, lineTo(server), { does: 'pull' });
		const push = (await nextPush(store, 'd1', () => true, 9))!;
		const pull = await nextPull(store, 'd1');
		const page = server.pull({ ...pull.request, cursor: null });
		if ('why' in page) throw new Error(page.why);
		await takePage(store, pull, { ...page.reply, reset: true });
		const reply = { epoch: 'e0', accepted: 1, held: [], refused: [], seq: 1 };
		expect(await settlePush(store, push, reply, '')).toBe(false);
		expect(store.waitingIds).toEqual(['e0']);
	});
});

describe('an event the team does not take', () => {
	test('is kept apart when it was refused, and the others go', async () => {
		const store = deviceWith(3);
		const server = new MemoryServer();
		const push = (request: PushRequest): Answer<PushReply> => {
			const events = request.events.filter(({ id }) => id !== 'e1');
			const answer = server.push({ ...request, events });
			if ('why' in answer) return answer;
			const index = request.events.findIndex(({ id }) => id === 'e1');
			const refused = [{ id: 'e1', index, why: 'too-large' as const }];
			return { reply: { ...answer.reply, refused: index === -1 ? [] : refused } };
		};
		const line = lineTo(server, { push });
		expect(await run(store, line)).toEqual({ sent: 2, received: 0, held: 0, refused: 1 });
		expect(store.content.apart).toEqual([{ id: 'e1', reason: 'refused:too-large' }]);
		expect(store.waitingIds).toEqual([]);
		// It is not counted as confirmed either, or each pull would begin anew.
		await run(store, line);
		expect(store.content.standing.life).toBe(1);
		expect(line.pushed).toHaveLength(1);
	});

	test('is kept apart no longer once a restored server takes it', async () => {
		const store = deviceWith(2);
		const refusing = (request: PushRequest): Answer<PushReply> => {
			const refused = [{ id: 'e0', index: 0, why: 'malformed' as const }];
			const events = request.events.slice(1);
			const answer = new MemoryServer().push({ ...request, events });
			return 'why' in answer ? answer : { reply: { ...answer.reply, refused } };
		};
		await run(store, lineTo(new MemoryServer(), { push: refusing }));
		expect(store.content.apart).toHaveLength(1);

		const restored = new MemoryServer();
		restored.epoch = 'e1';
		expect((await run(store, lineTo(restored))).trouble).toBeUndefined();
		expect(idsOn(restored)).toEqual(['e0', 'e1']);
		expect(store.content.apart).toEqual([]);
		const { life } = store.content.standing;
		await run(store, lineTo(restored));
		expect(store.content.standing.life).toBe(life);
	});

	test('is kept apart when it is held, and counts as delivered', async () => {
		const store = deviceWith(2);
		const server = new MemoryServer();
		const push = (request: PushRequest): Answer<PushReply> => {
			const answer = server.push(request);
			if ('why' in answer) return answer;
			const held = [{ id: 'e0', why: 'survey-closed' as const }];
			return { reply: { ...answer.reply, accepted: 1, held } };
		};
		expect(await run(store, lineTo(server, { push }))).toMatchObject({ sent: 1, held: 1 });
		expect(store.content.apart).toEqual([{ id: 'e0', reason: 'held:survey-closed' }]);
		expect(store.waitingIds).toEqual([]);
	});

	test('holds up no other when no request can carry it', async () => {
		const store = deviceWith(40);
		const server = new MemoryServer();
		const push = ({ events }: PushRequest): Answer<PushReply> | undefined =>
			events.some(({ id }) => id === 'e17') ? { why: 'too-large' } : undefined;
		expect((await run(store, lineTo(server, { push }))).trouble).toBeUndefined();
		expect(server.ids.size).toBe(39);
		expect(store.content.apart).toEqual([{ id: 'e17', reason: 'refused:too-large' }]);
	});
});

describe('a page', () => {
	async function withTwo() {
		const server = new MemoryServer();
		await run(deviceWith(2), lineTo(server));
		return server;
	}

	test.each<[string, (reply: PullReply) => PullReply]>([
		['lacks an event', (reply) => ({ ...reply, events: reply.events.slice(1) })],
		['counts one too many', (reply) => ({ ...reply, filtered: 1 })],
		['has one twice', (reply) => ({ ...reply, events: [reply.events[0]!, reply.events[0]!] })],
		['follows another cursor', (reply) => ({ ...reply, from: reply.cursor })]
	])('that %s is not taken in', async (_, spoil) => {
		const store = new MemoryStore('d2');
		const pull = (answer: Answer<PullReply>) =>
			'why' in answer ? answer : { reply: spoil(answer.reply) };
		const { trouble } = await run(store, lineTo(await withTwo(), { pull }));
		expect(trouble?.why).toBe('incomplete');
		expect(store.content.events.size).toBe(0);
		expect(store.content.standing.cursor).toBeNull();
	});

	test('that comes when another tab has been faster changes nothing', async () => {
		const store = new MemoryStore('d2');
		const server = await withTwo();
		const pull = await nextPull(store, 'd2');
		await run(store, lineTo(server));
		const after = store.content;
		const page = server.pull(pull.request);
		if ('why' in page) throw new Error(page.why);
		expect(await takePage(store, pull, page.reply)).toBeUndefined();
		expect(store.content.standing).toEqual(after.standing);
	});

	test('with an erased value takes the place of the event; other content under its id does not', async () => {
		const store = new MemoryStore('d2');
		const server = await withTwo();
		await run(store, lineTo(server));
		server.rows = server.rows.map((row, at) => ({
			...row,
			event: { ...row.event, value: at === 0 ? null : 'forged' }
		}));
		store.content = {
			...store.content,
			standing: { cursor: null, isReplaying: true, life: 0 }
		};
		await run(store, lineTo(server));
		expect(store.content.events.get('e0')?.value).toBeNull();
		expect(store.content.events.get('e1')?.value).toBe('v1');
		expect(store.content.apart).toContainEqual({ id: 'e1', reason: 'id-clash' });
	});

	test('that says the log is another one sends everything again, and is over when it is read to its end', async () => {
		const server = await withTwo();
		const [first, second] = [new MemoryStore('d2'), new MemoryStore('d3')];
		for (const store of [first, second]) await run(store, lineTo(server));
		const restored = new MemoryServer();
		const paged: Transport = {
			push: async (request) => restored.push(request),
			pull: async (request) => restored.pull({ ...request, limit: 1 })
		};
		expect((await run(first, paged)).trouble).toBeUndefined();
		expect(idsOn(restored)).toEqual(['e0', 'e1']);
		expect((await run(second, paged)).trouble).toBeUndefined();
		expect(first.waitingIds).toEqual([]);
		expect(second.waitingIds).toEqual([]);
		expect(second.content.standing.isReplaying).toBe(false);
	});
});

test('a sync that is cancelled keeps what was acknowledged', async () => {
	const store = deviceWith(900);
	const server = new MemoryServer();
	let isCancelled = false;
	const { trouble } = await run(store, lineTo(server), {
		isCancelled: () => isCancelled,
		onProgress: ({ sent }) => (isCancelled = sent > 0)
	});
	expect(trouble).toEqual({ why: 'cancelled' });
	expect(server.ids.size).toBe(400);
	expect(store.waitingIds).toHaveLength(500);
	expect(sorted([...server.ids, ...store.waitingIds])).toEqual(
		sorted([...store.content.events.keys()])
	);
});

test('a server that always says the log is another one is given up, not asked for ever', async () => {
	const store = deviceWith(1);
	let asked = 0;
	const transport: Transport = {
		push: async (request) => ackOf(request.events.length, request.epoch),
		pull: async () => {
			asked++;
			const cursor = { epoch: 'e0', seq: 0, chk: 'x' };
			return {
				reply: {
					...{ reset: true, from: null, cursor, events: [] },
					...{ skippedOwn: 0, filtered: 0, more: false }
				}
			};
		}
	};
	expect((await run(store, transport)).trouble).toEqual({ why: 'unsettled' });
	expect(asked).toBeLessThan(10);
});

describe('a batch', () => {
	test('grows while it goes well, halves when it does not, and is never empty', () => {
		expect(faster(FIRST_PACE)).toBe(600);
		expect(faster(1000)).toBe(1000);
		expect(slower(600)).toBe(300);
		expect(slower(1)).toBe(1);
	});

	test('ends before the text gets too long, but holds one event whatever its length', () => {
		const large = event('large', { value: 'x'.repeat(600_000) });
		const huge = event('huge', { value: 'x'.repeat(3_000_000) });
		expect(oneBatch([large, large, event('e')], 9)).toEqual([large]);
		expect(oneBatch([huge, large], 9)).toEqual([huge]);
	});
});

describe('the wait after a failure', () => {
	test('is from a second up to twice as long each time, and five minutes at most', () => {
		expect(backoff(1, 0)).toBe(1000);
		expect(backoff(1, 1)).toBe(2000);
		expect(backoff(4, 1)).toBe(16_000);
		expect(backoff(99, 1)).toBe(300_000);
		expect(backoff(99, 0)).toBe(1000);
	});

	test('is at least what the server asked for', () => {
		expect(backoff(1, 0, 30_000)).toBe(30_000);
		expect(backoff(3, 0.5, 30_000)).toBe(75_000);
		expect(backoff(99, 1, 5000)).toBe(45_000);
	});
});

function ackOf(
	accepted: number,
	epoch: string | null,
	held: PushReply['held'] = []
): Answer<PushReply> {
	return { reply: { epoch: epoch ?? 'e0', accepted, held, refused: [], seq: 9 } };
}
