import { spawn } from 'node:child_process';
import { DatabaseSync } from 'node:sqlite';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { eventStore } from '../../src/lib/server/events.ts';
import { migrate } from '../../src/lib/server/migrate.ts';
import { MIGRATIONS } from '../../src/lib/server/migrations.ts';
import type { Database } from '../../src/lib/server/sql.ts';
import { onEveryEngine, type Engine } from './support/engines.ts';
import { ANA, events, KIM } from './support/events.ts';
import { flawsOf } from './support/flaws.ts';
import { newStore, readAll } from './support/log.ts';

const PUSHER = fileURLToPath(new URL('support/pusher.ts', import.meta.url));
const BATCH = 120;

onEveryEngine((engine) => {
	test('F23: whatever was acknowledged is there after the server was killed, and no push by halves', async () => {
		const { place, close } = await newStore(engine);
		await close();
		const acknowledged: string[] = [];
		for (let life = 0; life < 5; life++) {
			const pusher = startPusher(engine, place, `life${life}`);
			await pusher.heard(3);
			// Not at an acknowledgement, but somewhere between two.
			await pause(life * 7);
			acknowledged.push(...(await pusher.kill()));
		}
		const db = engine.open(place);
		const stored = await batchesIn(db);
		expect(acknowledged.length).toBeGreaterThanOrEqual(15);
		expect(acknowledged.filter((batch) => !stored.has(batch))).toEqual([]);
		expect([...stored.values()].filter((many) => many !== BATCH)).toEqual([]);
		expect(await flawsOf(db)).toEqual([]);
		await db.close();
	});

	const { crash } = engine;
	if (crash)
		test('F23: a node outlives the crash of its database, and loses nothing acknowledged', async () => {
			const { place, close } = await newStore(engine);
			await close();
			const pusher = startPusher(engine, place, 'node');
			for (let crashes = 1; crashes <= 2; crashes++) {
				await pusher.heard(crashes * 4);
				crash();
			}
			await pusher.heard(12);
			expect(pusher.hadTrouble()).toBe(true);
			const acknowledged = await pusher.kill();
			const db = engine.open(place);
			const stored = await batchesIn(db);
			expect(acknowledged.filter((batch) => !stored.has(batch))).toEqual([]);
			expect([...stored.values()].filter((many) => many !== BATCH)).toEqual([]);
			expect(await flawsOf(db)).toEqual([]);
			await db.close();
		});

	test('F39: a full disk acknowledges nothing, still lets read, and takes the same push once there is room', async () => {
		const { db, store, close } = await newStore(engine);
		const before = events(30);
		await store.append(ANA, before);
		const makeRoom = await fillDisk(db);
		const large = events(200, { device: 'laptop', value: 'x'.repeat(2000) });
		await expect(store.append(KIM, large)).rejects.toThrow(/full/);
		expect(await readAll(store, { ...KIM, device: 'third' })).toHaveLength(30);
		expect(await flawsOf(db)).toEqual([]);
		await makeRoom();
		expect(await store.append(KIM, large)).toMatchObject({ accepted: 200, seq: 230 });
		expect(await flawsOf(db)).toEqual([]);
		await close();
	});

	test('F23: work that fails on its way leaves nothing, and nobody sees into it meanwhile', async () => {
		const { db, place, close } = await newStore(engine);
		const other = engine.open(place);
		const rename = 'update team set name = $1';
		const nameOf = async (from: Database) => (await from.all('select name from team'))[0];
		const failing = db.transaction(async (sql) => {
			await sql.run(rename, ['Half']);
			expect(await nameOf(other)).toEqual({ name: 'North' });
			throw new Error('on its way');
		});
		await expect(failing).rejects.toThrow('on its way');
		expect(await nameOf(db)).toEqual({ name: 'North' });
		await db.transaction((sql) => sql.run(rename, ['Whole']));
		expect(await nameOf(other)).toEqual({ name: 'Whole' });
		await other.close();
		await close();
	});

	test('F25: a report that reads for long keeps nobody from pushing and pulling', async () => {
		const { db, place, store, close } = await newStore(engine);
		await store.append(ANA, events(10));
		const endReport = await startReport(engine, place, db);
		await store.append(ANA, events(10));
		expect(await readAll(store, KIM)).toHaveLength(20);
		expect(await endReport()).toBe(10);
		await close();
	});

	test('F33: a new version migrates while the old one takes pushes and somebody reads', async () => {
		const { place, db, store, close } = await newStore(engine);
		await store.append(ANA, events(5));
		const newer = engine.open(place);
		const endReport = await startReport(engine, place, db);
		let isOver = false;
		const migrated = migrate(newer, [
			...MIGRATIONS,
			{
				name: '9999-to-come',
				statements: ['alter table ev add column extra text', 'create index extra on ev (extra)']
			}
		]).finally(() => (isOver = true));
		let pushes = 0;
		const pushing = (async () => {
			for (; !isOver || pushes < 10; pushes++) {
				const node = isOver && pushes % 2 === 1 ? eventStore(newer) : store;
				await node.append(ANA, events(3));
				// Who waits for the file looks again by a timer, and SQLite's work alone lets none ring.
				await pause(0);
			}
		})();
		await pause(700);
		await endReport();
		await Promise.all([migrated, pushing]);
		expect(await newer.all('select extra from ev')).toHaveLength(5 + pushes * 3);
		expect(await flawsOf(db)).toEqual([]);
		await newer.close();
		await close();
	});
});

function startPusher(engine: Engine, place: string, life: string) {
	const child = spawn(process.execPath, [PUSHER, engine.name, place, life], {
		stdio: ['ignore', 'pipe', 'pipe']
	});
	onTestFinished(() => void child.kill('SIGKILL'));
	let trouble = '';
	child.stderr.on('data', (text) => (trouble += String(text)));
	const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
	const batches: string[] = [];
	let failures = 0;
	let onLine = () => {};
	createInterface(child.stdout).on('line', (line) => {
		if (line === 'again') failures++;
		else batches.push(line);
		onLine();
	});
	return {
		hadTrouble: () => failures > 0,
		heard: (many: number) =>
			new Promise<void>((resolve, reject) => {
				onLine = () => batches.length >= many && resolve();
				onLine();
				void ended.then(() => reject(new Error(`The pusher ended by itself. ${trouble}`)));
			}),
		async kill() {
			child.kill('SIGKILL');
			await ended;
			return batches;
		}
	};
}

/** How many events are stored of each batch; a batch has a device of its own. */
async function batchesIn(db: Database): Promise<Map<string, number>> {
	const rows = await db.all<{ device: string; many: number }>(
		'select device, count(*) as many from ev group by device'
	);
	return new Map(rows.map(({ device, many }) => [device, many]));
}

/** No page more on SQLite; on PostgreSQL the error of a full disk, once a transaction is well under way. */
async function fillDisk(db: Database): Promise<() => Promise<unknown>> {
	if (db.engine === 'sqlite') {
		const [row] = await db.all<{ page_count: number }>('pragma page_count');
		await db.all(`pragma max_page_count = ${row!.page_count + 8}`);
		return () => db.all('pragma max_page_count = 1000000');
	}
	await db.run(`create function is_full() returns trigger language plpgsql as
		$$ begin raise exception 'disk full' using errcode = 'disk_full'; end $$`);
	await db.run('create trigger is_full before insert on digest execute function is_full()');
	return () => db.run('drop trigger is_full on digest');
}

/** Opens a snapshot and keeps it open; its end tells how many events it sees still. */
async function startReport(
	engine: Engine,
	place: string,
	db: Database
): Promise<() => Promise<number>> {
	const count = 'select count(*) as many from ev';
	if (engine.name === 'sqlite') {
		const report = new DatabaseSync(place);
		report.exec('begin');
		report.prepare(count).get();
		return async () => {
			const row = report.prepare(count).get();
			report.close();
			return Number(row!.many);
		};
	}
	let end = () => {};
	const ended = new Promise<void>((resolve) => (end = resolve));
	const report = { many: Promise.resolve(0) };
	await new Promise<void>((started) => {
		report.many = db.transaction(async (sql) => {
			await sql.run('set transaction isolation level repeatable read');
			await sql.all('select txid_current()');
			await sql.all(count);
			started();
			await ended;
			return (await sql.all<{ many: number }>(count))[0]!.many;
		});
	});
	return () => {
		end();
		return report.many;
	};
}

function pause(ms: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, ms));
}
