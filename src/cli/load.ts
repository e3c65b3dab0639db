import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { digestOf, isSameDigest } from '../lib/log/digest.ts';
import { openDatabase } from '../lib/server/open.ts';
import { digestFor } from '../lib/server/digests.ts';
import type { Database } from '../lib/server/sql.ts';
import { invite } from '../lib/server/invites.ts';
import type { Back, Crowd } from './load-crowd.ts';
import { LoadDevice } from './load-device.ts';
import { makeToken } from '../lib/server/tokens.ts';
import { fail } from './node.js';

/**
 * All devices of a large team come back at once, after a week without a network, while others work on: against the real
 * server, with everything on this machine. Fails when anything is lost, or somebody at work waits for too long.
 */
const { values } = parseArgs({
	options: {
		engine: { type: 'string', default: 'sqlite' },
		nodes: { type: 'string', default: '' },
		devices: { type: 'string', default: '300' },
		events: { type: 'string', default: '2000' },
		live: { type: 'string', default: '20' }
	}
});
const DEVICES = Number(values.devices);
const EVENTS = Number(values.events);
const LIVE = Number(values.live);
const isPostgres = values.engine === 'postgres';
const NODES = Number(values.nodes || (isPostgres ? 2 : 1));
if (!isPostgres && NODES > 1) fail('Several nodes need PostgreSQL: --engine postgres.');

/** What somebody at work may wait for an answer to be on the team server, in all but one of a hundred cases. */
const LIVE_P99_MS = 500;
/** Between two answers of somebody at work. */
const LIVE_EVERY_MS = 1000;

const say = (line: string) => process.stdout.write(`${line}\n`);
const folder = mkdtempSync(join(tmpdir(), 'sitewalk-load-'));
const postgres = isPostgres ? await ownPostgres() : undefined;
const databaseUrl = isPostgres ? (process.env.DATABASE_URL ?? postgres!.newDatabase()) : undefined;
const nodes = await Promise.all(Array.from({ length: NODES }, () => startNode()));
const db = await openDatabase({ databaseUrl, dataFolder: folder });

const [team] = await db.all<{ id: string }>('select id from team');
const { token: key } = await makeToken(
	db,
	team!.id,
	{ id: 'load', name: 'Load', days: 1 },
	new Date()
);

const crowd = new Worker(new URL('load-crowd.ts', import.meta.url), {
	workerData: { events: EVENTS, devices: await invited('back', DEVICES) } satisfies Crowd
});
await once(crowd, 'message');
const live = await Promise.all(
	(await invited('live', LIVE)).map(async ({ server, id, secret }) => {
		const device = new LoadDevice(server, id);
		await device.join(secret);
		return device;
	})
);
say(
	`${db.engine}, ${NODES} node${NODES > 1 ? 's' : ''}: ${DEVICES} devices with ${EVENTS} events each, ${LIVE} at work`
);

const quiet = await whileAtWork(() => new Promise((resolve) => setTimeout(resolve, 5000)));
const began = performance.now();
let devices: readonly Back[] = [];
const loaded = await whileAtWork(async () => {
	crowd.postMessage('go');
	[devices] = (await once(crowd, 'message')) as [readonly Back[]];
});
const seconds = (performance.now() - began) / 1000;

const turned = devices.reduce((sum, each) => sum + each.turnedAway, 0);
const pushes = devices.reduce((sum, each) => sum + each.requests, 0);
say(
	`all there after ${seconds.toFixed(1)} s: ${Math.round((DEVICES * EVENTS) / seconds)} events/s, ${pushes} pushes, ${turned} times told to come again`
);
const memory = await Promise.all(
	nodes.map(({ port }) => metricOf(port, 'sitewalk_line_longest{kind="push"}'))
);
say(`longest line of a node: ${memory.join(', ')}`);
say(`at work before     ${wordsOf(quiet)}`);
say(`at work meanwhile  ${wordsOf(loaded)}`);

const flaws = await flawsOf(db);
for (const flaw of flaws) say(`LOST: ${flaw}`);
const slow = [loaded.push, loaded.pull].filter((list) => share(list, 0.99) > LIVE_P99_MS);
if (slow.length > 0) say(`SLOW: somebody at work waited for more than ${LIVE_P99_MS} ms`);
if (flaws.length === 0)
	say('nothing lost: the log is dense, and every digest is the one of its device');
process.exitCode = flaws.length + slow.length === 0 ? 0 : 1;

await db.close();
for (const { child } of nodes) {
	child.kill('SIGKILL');
	await once(child, 'exit');
}
postgres?.stop();
rmSync(folder, { recursive: true, force: true });

interface Waits {
	readonly push: number[];
	readonly pull: number[];
}

/** What those at work wait for, while something else goes on. */
async function whileAtWork(work: () => Promise<unknown>): Promise<Waits> {
	const waits: Waits = { push: [], pull: [] };
	let isOver = false;
	const workers = live.map(async (device, index) => {
		await pause((index / LIVE) * LIVE_EVERY_MS);
		while (!isOver) {
			const next = pause(LIVE_EVERY_MS);
			waits.push.push(await device.answer());
			waits.pull.push(await device.look());
			await next;
		}
	});
	await work();
	isOver = true;
	await Promise.all(workers);
	return waits;
}

function wordsOf({ push, pull }: Waits): string {
	const one = (name: string, list: readonly number[]) =>
		`${name} p50 ${Math.round(share(list, 0.5))} ms, p99 ${Math.round(share(list, 0.99))} ms, longest ${Math.round(share(list, 1))} ms of ${list.length}`;
	return `${one('push', push)}; ${one('pull', pull)}`;
}

function share(list: readonly number[], part: number): number {
	const sorted = [...list].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

async function invited(name: string, many: number): Promise<Crowd['devices']> {
	return Promise.all(
		Array.from({ length: many }, async (_, index) => {
			const { secret } = await invite(db, team!.id, { role: 'technician' }, new Date());
			const { port } = nodes[index % NODES]!;
			return { server: `http://127.0.0.1:${port}`, id: `${name}-${index}`, secret };
		})
	);
}

/** Every event is in the log once, the log has no hole, and the team's digest of each device is that of what it made. */
async function flawsOf(sql: Database): Promise<string[]> {
	const flaws: string[] = [];
	const [{ seq = 0 } = {}] = await sql.all<{ seq: number }>('select seq from team');
	const [log] = await sql.all<{
		rows: number;
		ids: number;
		first: number;
		last: number;
		held: number;
	}>(
		'select count(*) as rows, count(distinct id) as ids, min(seq) as first, max(seq) as last, count(held) as held from ev'
	);
	const made = [...devices, ...live].reduce((sum, each) => sum + each.made.length, 0);
	const { rows, ids, first, last, held } = log!;
	if (rows !== made || ids !== made)
		flaws.push(`${made} events were made, ${rows} are there, ${ids} different`);
	if (first !== 1 || last !== rows || seq !== rows) flaws.push('the log has a hole');
	if (held > 0) flaws.push(`${held} events are held`);
	for (const { id, made: own } of [...devices, ...live])
		if (!isSameDigest(await digestFor(sql, team!.id, id), digestOf(own)))
			flaws.push(`digest of ${id}`);
	return flaws;
}

async function startNode() {
	const serve = fileURLToPath(new URL('serve.js', import.meta.url));
	const child = spawn(process.execPath, [serve], {
		env: {
			...process.env,
			PORT: '0',
			DATA_DIR: folder,
			DATABASE_URL: databaseUrl ?? '',
			// Every device comes from an address of its own.
			ADDRESS_HEADER: 'x-forwarded-for'
		},
		stdio: ['ignore', 'pipe', 'inherit', 'ipc']
	});
	for await (const line of createInterface(child.stdout!)) {
		const address = /ready: (http:\S+)/.exec(line)?.[1];
		if (address) {
			child.stdout!.resume();
			return { child, port: Number(new URL(address).port) };
		}
	}
	return fail('The server ended before it was ready.');
}

/** A count of one node, or "-". */
async function metricOf(port: number, name: string): Promise<string> {
	const response = await fetch(`http://127.0.0.1:${port}/api/v1/metrics`, {
		headers: { authorization: `Bearer ${key}`, 'x-forwarded-for': 'load' }
	});
	const line = (await response.text()).split('\n').find((each) => each.startsWith(name));
	return line?.split(' ')[1] ?? '-';
}

/** The tests know how to start one. */
async function ownPostgres() {
	if (process.env.DATABASE_URL) return undefined;
	const { startPostgres } = await import('../../tests/server/support/postgres.ts');
	return (
		(await startPostgres()) ??
		fail('PostgreSQL is not here and cannot be installed; or name one in DATABASE_URL.')
	);
}

function pause(ms: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, ms));
}
