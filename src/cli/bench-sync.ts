import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { gunzipSync, gzipSync } from 'node:zlib';
import { fromColumns, toColumns } from '../lib/log/columns.ts';
import { NO_EVENTS } from '../lib/log/digest.ts';
import { benchAnswer } from './bench-answer.ts';
import { benchBeside } from './bench-beside.ts';
import { buildIfNeeded } from './build.js';
import type { LogEvent } from '../lib/log/event.ts';
import { packPage } from '../lib/log/packed.ts';
import { PAGE } from '../lib/log/pull.ts';
import type { Cursor } from '../lib/log/wire.ts';
import { eventStore } from '../lib/server/events.ts';
import { openDatabase } from '../lib/server/open.ts';
import type { Sql } from '../lib/server/sql.ts';
import type { Caller } from '../lib/server/store.ts';
import { createTeam } from '../lib/server/teams.ts';

/**
 * What the team's store takes for 200 surveys of 60 answers, without network and browser: on a new SQLite file, or on the
 * empty PostgreSQL database of DATABASE_URL. `--beside FOLDER PEER …` then runs the whole product and other sync stacks in the
 * same run. Times are of this machine in this minute: compare them within one run only.
 */
const SURVEYS = 200;
const ANSWERS = 60;
const PUSH = 1000;
const WRITERS = 8;
const SECONDS = 3;
const ANA = { id: 'person-1', name: 'Ana Duarte' };

const folder = mkdtempSync(join(tmpdir(), 'sitewalk-bench-'));
const db = await openDatabase({ databaseUrl: process.env.DATABASE_URL, dataFolder: folder });
const team = `bench-${Date.now()}`;
await createTeam(db, { id: team, name: 'Bench', epoch: team, at: new Date().toISOString() });
const store = eventStore(db);
const say = (line: string) => process.stdout.write(`${line}\n`);

const events = Array.from({ length: SURVEYS * ANSWERS }, (_, index) =>
	answer(`tablet`, `survey-${Math.floor(index / ANSWERS)}`, index % ANSWERS, index)
);
say(`${db.engine}: ${events.length} answers, ${kB(JSON.stringify(events).length)} as JSON`);

const empty = await storage(db);
let sent = 0;
const push = await timed(async () => {
	for (let at = 0; at < events.length; at += PUSH) {
		const packed = gzipSync(JSON.stringify(toColumns(events.slice(at, at + PUSH))));
		sent += packed.length;
		const batch = fromColumns(JSON.parse(gunzipSync(packed).toString()));
		await store.append(caller('tablet'), batch!);
	}
});
say(`push   ${push}, ${kB(sent)} on the wire, ${kB((await storage(db)) - empty)} stored`);

let got = 0;
let seen = 0;
const pull = await timed(async () => {
	for (let cursor: Cursor | null = null, more = true; more;) {
		const page = await store.read(caller('laptop'), cursor, cursor && NO_EVENTS, PAGE);
		got += gzipSync(JSON.stringify(packPage(page))).length;
		seen += page.events.length;
		({ cursor, more } = page);
	}
});
if (seen !== events.length) throw new Error(`Only ${seen} of ${events.length} answers came back.`);
say(`pull   ${pull}, ${kB(got)} on the wire`);

for (const size of [1, 20, 200]) {
	const until = Date.now() + SECONDS * 1000;
	let pushes = 0;
	let made = events.length;
	const writer = async (_: unknown, number: number) => {
		const device = `writer-${size}-${number}`;
		while (Date.now() < until) {
			const batch = Array.from({ length: size }, (_, n) => answer(device, device, n, made++));
			await store.append(caller(device), batch);
			pushes++;
		}
	};
	await Promise.all(Array.from({ length: WRITERS }, writer));
	const perSecond = Math.round(pushes / SECONDS);
	say(`${size} per push, ${WRITERS} at once: ${perSecond} pushes/s, ${perSecond * size} answers/s`);
}
await db.close();
rmSync(folder, { recursive: true, force: true });

const at = process.argv.indexOf('--beside');
const [beside, ...peers] = at < 0 ? [] : process.argv.slice(at + 1);
if (beside) {
	buildIfNeeded();
	benchBeside(beside, peers);
}

function answer(device: string, survey: string, question: number, number: number): LogEvent {
	const words = [
		'rack',
		'patch',
		'door',
		'missing',
		'label',
		'floor',
		'switch',
		'uplink',
		'locked'
	];
	const text = Array.from({ length: 1 + (number % 9) }, (_, n) => words[(number * (n + 3)) % 9]);
	const value = number % 3 === 0 ? number % 1000 : text.join(' ');
	return benchAnswer(number, { survey, question, value, author: ANA, device });
}

function caller(device: string): Caller {
	return { team, person: ANA, role: 'technician', device, projects: null, deviceState: 'active' };
}

/** Bytes of the tables with their indexes. */
async function storage(sql: Sql): Promise<number> {
	const text =
		sql.engine === 'sqlite'
			? 'select page_count * page_size as bytes from pragma_page_count(), pragma_page_size()'
			: `select sum(pg_total_relation_size(oid))::bigint as bytes from pg_class
				where relname in ('ev', 'dead', 'head', 'digest', 'survey', 'team')`;
	return Number((await sql.all<{ bytes: number }>(text))[0]!.bytes);
}

async function timed(work: () => Promise<void>): Promise<string> {
	const since = performance.now();
	const before = process.cpuUsage();
	await work();
	const { user, system } = process.cpuUsage(before);
	const wall = (performance.now() - since) / 1000;
	return `${wall.toFixed(2)} s, of it ${((user + system) / 1e6).toFixed(2)} s of this process`;
}

function kB(bytes: number): string {
	return `${Math.round(bytes / 1000)} kB`;
}
