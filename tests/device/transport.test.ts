import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { httpTransport } from '../../src/lib/device/transport.ts';
import { fromColumns } from '../../src/lib/log/columns.ts';
import { packPage } from '../../src/lib/log/packed.ts';
import type { PushRequest } from '../../src/lib/log/wire.ts';
import { event } from '../log/schedule.ts';

const HEADERS = { 'content-type': 'application/json', 'x-sitewalk-sync': '1' };
const REQUEST: PushRequest = {
	device: 'd1',
	epoch: 'e0',
	events: [event('e1')],
	outbox: { events: 1, oldestAt: null }
};
const REPLY = { epoch: 'e0', accepted: 1, held: [], refused: [], seq: 1 };

function push(answer: (init: RequestInit) => Response | Promise<Response>, request = REQUEST) {
	const fetch = async (_: unknown, init?: RequestInit) => answer(init ?? {});
	return httpTransport({ fetch: fetch as typeof globalThis.fetch }).push(request);
}

const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
	new Response(JSON.stringify(body), { status, headers: { ...HEADERS, ...headers } });

test('the reply of the team server is an answer', async () => {
	expect(await push(() => json(REPLY))).toEqual({ reply: REPLY });
});

describe('F29: no acknowledgement is', () => {
	const FOREIGN: [string, () => Response | Promise<Response>, string][] = [
		[
			'a network that is away',
			() => Promise.reject(new TypeError('Failed to fetch')),
			'no-network'
		],
		[
			'the sign-in page of a hotel',
			() => new Response('<html>', { headers: { 'content-type': 'text/html' } }),
			'no-network'
		],
		['our reply without our header', () => Response.json(REPLY), 'no-network'],
		[
			'a page that claims to be ours',
			() => new Response('<html>', { headers: { ...HEADERS, 'content-type': 'text/html' } }),
			'no-network'
		],
		['a proxy that wants a password', () => new Response('', { status: 407 }), 'no-network'],
		['a gateway without a server', () => new Response('', { status: 502 }), 'no-network'],
		['half a reply', () => new Response('{"epoch":"e0","acc', { headers: HEADERS }), 'no-network'],
		['a reply that lacks a part', () => json({ ...REPLY, held: undefined }), 'incomplete'],
		['a reply with a count below nothing', () => json({ ...REPLY, accepted: -1 }), 'incomplete'],
		['a server of another protocol', () => json(REPLY, 200, { 'x-sitewalk-sync': '2' }), 'outdated']
	];
	test.each(FOREIGN)('%s', async (_, answer, why) => {
		expect(await push(answer)).toEqual({ why });
	});
});

test.each([
	[401, {}, { why: 'signed-out' }],
	[403, {}, { why: 'forbidden' }],
	[409, {}, { why: 'epoch' }],
	[410, { wipe: true }, { why: 'lost' }],
	[410, { wipe: false }, { why: 'retired' }],
	[413, {}, { why: 'too-large' }],
	[426, {}, { why: 'outdated' }],
	[500, {}, { why: 'busy', waitMs: 5000 }]
])('status %i is told apart', async (status, body, answer) => {
	expect(await push(() => json(body, status))).toEqual(answer);
});

test('a server that asks to wait is heard, within reason', async () => {
	const busy = (after: string) => push(() => json({}, 429, { 'retry-after': after }));
	expect(await busy('12')).toEqual({ why: 'busy', waitMs: 12_000 });
	expect(await busy('999999')).toEqual({ why: 'busy', waitMs: 5000 });
	expect(await push(() => new Response('', { status: 503 }))).toEqual({
		why: 'busy',
		waitMs: 5000
	});
});

test('a proxy that finds a request too large makes it smaller, never refused', async () => {
	expect(await push(() => new Response('', { status: 413 }))).toEqual({ why: 'too-slow' });
});

test('a request that hangs is given up', async () => {
	const fetch = (_: unknown, init?: RequestInit) =>
		new Promise<Response>((_resolve, reject) =>
			init?.signal?.addEventListener('abort', () => reject(new Error('aborted')))
		);
	const transport = httpTransport({ fetch: fetch as typeof globalThis.fetch, timeoutMs: 1 });
	expect(await transport.push(REQUEST)).toEqual({ why: 'too-slow' });
});

test('a cancelled request says so', async () => {
	const signal = AbortSignal.abort();
	const fetch = async () => Promise.reject(new Error('aborted'));
	expect(await httpTransport({ fetch, signal }).push(REQUEST)).toEqual({ why: 'cancelled' });
});

test('F29: a redirect is never followed', async () => {
	let asked: RequestInit = {};
	await push((init) => ((asked = init), json(REPLY)));
	expect(asked).toMatchObject({ redirect: 'error', cache: 'no-store', method: 'POST' });
});

test('F6: a reply that is cut after any of its bytes is no acknowledgement', async () => {
	const whole = gzipSync(JSON.stringify(REPLY));
	let end = 0;
	const server = createServer((request, response) => {
		request.resume();
		response.writeHead(200, {
			...HEADERS,
			'content-encoding': 'gzip',
			'content-length': whole.length
		});
		if (end === whole.length) response.end(whole);
		else response.write(whole.subarray(0, end), () => response.destroy());
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	const line = httpTransport({
		fetch: (path, init) => fetch(`http://127.0.0.1:${port}${String(path)}`, init)
	});
	for (; end < whole.length; end++) expect(await line.push(REQUEST)).toEqual({ why: 'no-network' });
	expect(await line.push(REQUEST)).toEqual({ reply: REPLY });
	server.close();
});

test('a long request is packed, and unpacks to what was meant', async () => {
	const events = Array.from({ length: 100 }, (_, at) => event(`e${at}`));
	let asked: RequestInit = {};
	await push((init) => ((asked = init), json(REPLY)), { ...REQUEST, events });
	expect(asked.headers).toMatchObject({ 'content-encoding': 'gzip', 'x-sitewalk-sync': '1' });
	const text = gunzipSync(new Uint8Array(asked.body as ArrayBuffer)).toString();
	const { columns, ...rest } = JSON.parse(text) as { columns: unknown };
	expect({ ...rest, events: fromColumns(columns) }).toEqual({ ...REQUEST, events });
});

test('F33: a node of an older version, which knows no columns, gets the events as they are', async () => {
	const events = Array.from({ length: 100 }, (_, at) => event(`e${at}`));
	const bodies: object[] = [];
	const fetch = async (_: unknown, init?: RequestInit) => {
		const text = gunzipSync(new Uint8Array(init!.body as ArrayBuffer)).toString();
		bodies.push(JSON.parse(text) as object);
		return 'columns' in bodies.at(-1)! ? json({ problem: 'no events' }, 400) : json(REPLY);
	};
	const line = httpTransport({ fetch: fetch as typeof globalThis.fetch });
	expect(await line.push({ ...REQUEST, events })).toEqual({ reply: REPLY });
	expect(await line.push({ ...REQUEST, events })).toEqual({ reply: REPLY });
	expect(bodies.map((body) => Object.keys(body).includes('columns'))).toEqual([true, false, false]);
	expect(bodies[1]).toEqual({ ...REQUEST, events });
});

test('F14: a device tells its clock, and hears how far it is ahead of the team’s', async () => {
	let asked: RequestInit = {};
	const heard: number[] = [];
	const line = (response: () => Response) =>
		httpTransport({
			clock: () => Date.parse('2036-11-20T08:00:00Z'),
			onAhead: (ms) => heard.push(ms),
			fetch: (async (_: unknown, init?: RequestInit) => (
				(asked = init!),
				response()
			)) as typeof fetch
		});
	const date = { date: 'Thu, 20 Nov 2036 07:00:00 GMT' };
	await line(() => json(REPLY, 200, date)).push(REQUEST);
	expect(asked.headers).toMatchObject({ 'x-sitewalk-clock': String(Date.UTC(2036, 10, 20, 8)) });
	// A sign-in page of somebody's network knows nothing of the team's clock.
	await line(() => new Response('<html>', { headers: date })).push(REQUEST);
	await line(() => json(REPLY)).push(REQUEST);
	expect(heard).toEqual([3_600_000]);
});

test('a page comes in columns or as it is, as the node can', async () => {
	const cursor = { epoch: 'e0', seq: 2, chk: 'c' };
	const rest = { reset: false, from: null, cursor, skippedOwn: 0, filtered: 1, more: false };
	const stored = { seq: 2, receivedAt: '2026-11-20T08:00:00.000Z', event: event('e1') };
	const page = { ...rest, events: [stored] };
	for (const body of [page, packPage(page)]) {
		const fetch = async () => json(body);
		const line = httpTransport({ fetch: fetch as typeof globalThis.fetch });
		expect(await line.pull({ device: 'd1', cursor: null, own: null })).toEqual({ reply: page });
	}
	const fetch = async () => json({ ...rest, columns: { ...packPage(page).columns, seq: [] } });
	const line = httpTransport({ fetch: fetch as typeof globalThis.fetch });
	expect(await line.pull({ device: 'd1', cursor: null, own: null })).toEqual({ why: 'incomplete' });
});
