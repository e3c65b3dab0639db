import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { digestOf, NO_CHECKSUM } from '../../src/lib/log/digest.ts';
import type { LogEvent } from '../../src/lib/log/event.ts';
import { columnInBytes, fromBytes, inBytes } from '../../src/lib/server/bytes.ts';
import { addDevice, callerWith } from '../../src/lib/server/devices.ts';
import { eventStore } from '../../src/lib/server/events.ts';
import { frameIn, pack, unpack } from '../../src/lib/server/framed.ts';
import { hashOf } from '../../src/lib/server/incoming.ts';
import { logRows, COLUMNS } from '../../src/lib/server/log-rows.ts';
import { migrate } from '../../src/lib/server/migrate.ts';
import { MIGRATIONS } from '../../src/lib/server/migrations.ts';
import { projectsOf } from '../../src/lib/server/project-names.ts';
import { openSqlite } from '../../src/lib/server/sqlite.ts';
import type { Caller } from '../../src/lib/server/store.ts';
import { hashed } from '../../src/lib/server/secret.ts';
import { onEveryEngine, type Engine } from './support/engines.ts';
import { event } from './support/events.ts';
import { flawsOf } from './support/flaws.ts';
import { formerAppend, formerDatabase, formerDigest, formerInsert } from './support/former.ts';
import { answers, ids, newStore, readAll } from './support/log.ts';

const TEAM = 'AbCdEfGh';
const SURVEY = '0199aaaa-1111-7000-8000-000000000001';
const TABLET = '7d6f0f6e-1111-4000-8000-00000000000a';
const LAPTOP = '7d6f0f6e-1111-4000-8000-00000000000b';
const ANA = { id: '0199aaaa-2222-7000-8000-000000000001', name: 'Ana ‘O’Duarte' };
const TOKEN = 'a token of the version before';
/** A name that looks like a checksum is a name all the same. */
const PROJECT = { id: '0199aaaa-3333-7000-8000-000000000001', name: 'cafe0123deadbeef' };

const caller = (device: string): Caller => ({
	team: TEAM,
	person: ANA,
	role: 'technician',
	device,
	projects: null,
	deviceState: 'active'
});

const made = (change: Partial<LogEvent> = {}) =>
	event({ survey: SURVEY, device: TABLET, author: ANA, hlc: `019a-0-${TABLET}`, ...change });

onEveryEngine((engine) => {
	test('F33: a database of the version before opens, and nothing in it is lost or other than it was', async () => {
		const { db, place, rows, ahead } = await former(engine);
		await migrate(db, MIGRATIONS);
		const store = eventStore(db);
		expect(await flawsOf(db)).toEqual([]);
		const texts = await logRows(db, TEAM, `select ${COLUMNS} from ev order by seq`, []);
		expect(texts.map(({ raw }) => raw)).toEqual(
			rows.map(({ raw, event }) => raw ?? JSON.stringify(event))
		);
		expect(texts.map(({ id }) => id)).toEqual(
			rows.map(({ event, aside, renamed }) => event.id + (aside ?? renamed ?? ''))
		);
		expect(texts.map(({ brought_by, device }) => brought_by ?? device)).toEqual(
			rows.map(({ broughtBy, event }) => broughtBy ?? event.device)
		);

		// A device that was at the fifth row goes on from there.
		const { seq, chk } = texts[4]!;
		const page = await store.read(caller(LAPTOP), { epoch: 'e1', seq, chk }, digestOf([]), 100);
		expect([page.reset, page.from?.seq, page.more]).toEqual([false, 5, false]);
		const own = texts.filter(({ id, held }) => !id.includes('~') && held !== 'damaged');
		expect(await store.digest(TEAM, TABLET)).toEqual(digestOf(own.map(({ id }) => id)));

		// Whatever is pushed again is known, and what was superseded before it came does not stand.
		const before = await store.heads(TEAM);
		const again = rows.map(({ event }) => event);
		expect((await store.append(caller(TABLET), again)).seq).toBe(rows.length);
		expect((await store.append(caller(TABLET), [ahead])).seq).toBe(rows.length + 1);
		expect(await store.heads(TEAM, SURVEY)).toEqual(before);
		const [held] = (await store.held(TEAM)).filter(({ held }) => held === 'author-mismatch');
		await store.release(TEAM, held!.event.id);
		await store.redact(TEAM, before[0]!.event.id, ANA.id);
		expect(await flawsOf(db)).toEqual([]);

		const who = await callerWith(db, TOKEN, new Date('2026-11-20T09:00:00Z'));
		expect(who?.caller).toMatchObject({ team: TEAM, person: ANA, device: TABLET });
		expect(await projectsOf(db, TEAM)).toEqual([PROJECT]);
		await addDevice(db, TEAM, { id: TABLET, name: 'Same', person: ANA.id }, new Date());
		expect(await db.all('select id, person from device')).toEqual([{ id: TABLET, person: ANA.id }]);
		if (engine.name === 'sqlite') expect(longTextsIn(place)).toEqual([]);
		await db.close();
	});

	test('an event comes back to the byte, whatever device wrote it', async () => {
		const { db, store, close } = await newStore(engine);
		const all = fc.sample(anyEvent, { seed: 5, numRuns: 300 });
		const reply = await store.append({ ...caller(TABLET), team: 'team' }, all);
		expect(reply.accepted).toBe(all.length);
		const rows = await logRows(db, 'team', `select ${COLUMNS} from ev order by seq`, []);
		expect(rows.map(({ raw }) => raw)).toEqual(all.map((one) => JSON.stringify(one)));
		// A row that is set aside under another id is still the text that it was.
		const late = made();
		await store.append({ ...caller(TABLET), team: 'team' }, [late], () => 'forbidden');
		await store.release('team', late.id);
		expect(await flawsOf(db)).toEqual([]);
		await close();
	});

	if (engine.name === 'sqlite') {
		test('F33: a file that a server of the version before has open is left as it is', async () => {
			const { db, place, rows } = await former(engine);
			const server = engine.open(place);
			await expect(migrate(db, MIGRATIONS)).rejects.toThrow('Stop the server');
			expect(await server.all('select author from ev')).toHaveLength(rows.length);
			await server.close();
			await migrate(db, MIGRATIONS);
			expect(await flawsOf(db)).toEqual([]);
			await db.close();
		});

		test('a byte that flipped in a frame is noticed in each of its events, and they come again', async () => {
			const { db, store, close } = await newStore(engine);
			const own = Array.from({ length: 4 }, () => made());
			const ana = { ...caller(TABLET), team: 'team' };
			await store.append(ana, own);
			await db.run(`update frame set text = replace(text, 'Duarte', 'Duarto')`);
			expect(await readAll(store, { ...ana, device: LAPTOP })).toEqual([]);
			expect(await store.append(ana, own)).toMatchObject({ accepted: 4, held: [], seq: 8 });
			expect(answers(await readAll(store, { ...ana, device: LAPTOP }))).toEqual(own);
			expect(await flawsOf(db)).toEqual([]);
			await close();
		});
	} else {
		test('F33: a node of the version before reads what a new one writes, and the other way round', async () => {
			const { db, rows } = await former(engine);
			await migrate(db, MIGRATIONS);
			const store = eventStore(db);
			const [ours, theirs] = [made(), made()];
			await store.append(caller(TABLET), [ours]);
			await formerAppend(db, TEAM, [{ event: theirs }], [theirs]);
			expect(ids(await readAll(store, caller(LAPTOP)))).toContain(theirs.id);
			expect((await store.append(caller(TABLET), [theirs])).seq).toBe(rows.length + 2);
			// That version knows no frames: every text must be whole, and every column that it reads filled.
			const read = await db.all<Record<string, unknown>>(
				'select id, device, raw, hash, received_at, chk from ev where seq > $1 order by seq',
				[rows.length]
			);
			expect(read.map(({ raw }) => raw)).toEqual([ours, theirs].map((one) => JSON.stringify(one)));
			expect(read.map(({ hash }) => hash)).toEqual(read.map(({ raw }) => hashOf(String(raw))));
			expect(read.flatMap((row) => Object.values(row))).not.toContain(null);
			await db.close();
		});
	}
});

describe('a short form', () => {
	const digits = (length: number) =>
		fc
			.array(fc.constantFrom(...'0123456789abcdef'), { minLength: length, maxLength: length })
			.map((list) => list.join(''));
	const text = fc.oneof(
		fc.uuid(),
		fc.uuid().map((id) => id.toUpperCase()),
		fc.uuid().map((id) => `${id}~released~7`),
		...[8, 15, 16, 17, 32, 33, 34, 36, 64].map(digits),
		fc.string({ maxLength: 40 }),
		fc.constantFrom('-'.repeat(36), '--------1111-1111-1111-111111111111')
	);

	test('of any text leads back to it, and the rows from before are given the same', async () => {
		const db = openSqlite(':memory:');
		await db.run('create table t (x text)');
		await fc.assert(
			fc.asyncProperty(text, async (one) => {
				const short = inBytes(one);
				expect(typeof short === 'string' ? short : fromBytes(short)).toBe(one);
				// Not as a letter of a statement, where these mean something.
				if (/[\0$]/.test(one)) return;
				await formerInsert(db, 't', { x: one });
				await db.run(`update t set x = ${columnInBytes('x')}`);
				expect(await db.all('select x from t where x = $1', [one])).toEqual([{ x: one }]);
				await db.run('delete from t');
			}),
			{ numRuns: 500 }
		);
		await db.close();
	});

	test('of an id and of a checksum is half as long, or less', () => {
		expect(inBytes(TABLET)).toHaveLength(16);
		expect(inBytes(NO_CHECKSUM)).toHaveLength(8);
		expect(inBytes(hashOf('x'))).toHaveLength(17);
	});

	test('of an event leads back to its text, and is a third of it for what our devices write', () => {
		fc.assert(
			fc.property(anyEvent, (one) => {
				const raw = JSON.stringify(one);
				const packed = pack(one, raw);
				if (packed)
					expect(unpack(frameIn(packed.frame), { ...one, raw: packed.rest }).raw).toBe(raw);
			})
		);
		const one = made({ value: 'rack by the door' });
		const packed = pack(one, JSON.stringify(one));
		expect(packed!.rest.length).toBeLessThan(JSON.stringify(one).length / 3);
	});
});

/** As our devices write them, as newer ones might, and as none would. */
const anyEvent: fc.Arbitrary<LogEvent> = fc
	.record({
		id: fc.uuid(),
		survey: fc.constantFrom(SURVEY, 'survey "7"', 'cafe0123deadbeef'),
		path: fc.constantFrom('answers/siteName', 'groups/é/"x"'),
		value: fc.jsonValue(),
		supersedes: fc.array(fc.uuid(), { maxLength: 3 }),
		hlc: fc.constantFrom(`019a-0-${TABLET}`, 'elsewhere', `-${TABLET}`, TABLET),
		more: fc.constantFrom(
			{},
			{ geo: [1, 2] },
			{ kind: 'anew' },
			{ form: { id: 'x', version: 2, of: {} } }
		),
		isReversed: fc.boolean()
	})
	.map(({ more, isReversed, ...change }) => {
		const one = { ...made(change as Partial<LogEvent>), ...more };
		return isReversed ? (Object.fromEntries(Object.entries(one).reverse()) as never) : one;
	});

/** Columns that hold a text which has a shorter form: who looks for that form would not find it. */
function longTextsIn(place: string): string[] {
	const file = new DatabaseSync(place);
	const columns = file
		.prepare(
			`select t.name as tab, c.name as col from sqlite_schema t, pragma_table_info(t.name) c
			where t.type = 'table'`
		)
		.all() as { tab: string; col: string }[];
	const long = columns.filter(({ tab, col }) =>
		file
			.prepare(`select ${col} as x from ${tab} where typeof(${col}) = 'text'`)
			.all()
			.some(({ x }) => inBytes(String(x)) !== x)
	);
	file.close();
	return long.map(({ tab, col }) => `${tab}.${col}`);
}

/** One row of each sort that there can be. */
async function former(engine: Engine) {
	const place = engine.newPlace();
	const db = engine.open(place);
	await formerDatabase(db);
	const [first, second, forged, late, secret, newer] = [
		made(),
		made({ path: 'answers/b' }),
		made({ author: { id: 'eve', name: 'Eve' } }),
		made({ path: 'answers/c' }),
		made({ path: 'answers/d', value: 'password' }),
		{ ...made({ path: 'answers/e', kind: 'to-come' }), place: [1, { deep: 'é' }] }
	];
	const change = made({ path: second.path, supersedes: [second.id] });
	const other = { ...first, value: 'another content' };
	const erased = JSON.stringify({ ...secret, value: null });
	const ahead = made({ path: 'answers/f' });
	const after = made({ path: 'answers/f', supersedes: [ahead.id] });
	const rows = [
		{ event: first, broughtBy: LAPTOP },
		{ event: second },
		{ event: forged, held: 'author-mismatch' },
		{ event: late, held: 'released', renamed: '~released~4' },
		{ event: late },
		{ event: secret, held: 'released', renamed: '~released~6', raw: erased, redactedBy: ANA.id },
		{ event: secret, raw: erased, redactedBy: ANA.id },
		{ event: other, held: 'id-conflict', aside: `~${hashOf(JSON.stringify(other))}` },
		{ event: newer },
		{ event: change },
		{ event: after }
	];
	const at = '2026-11-20T08:00:00.000Z';
	const team = { id: TEAM, name: 'North', seq: 0, chk: NO_CHECKSUM, epoch: 'e1', created_at: at };
	await formerInsert(db, 'team', team);
	await formerAppend(db, TEAM, rows, [first, late, secret, newer, change, after]);
	for (const { id } of [second, ahead]) await formerInsert(db, 'dead', { team: TEAM, id });
	const own = [first, second, forged, late, secret, newer, change, after];
	await formerDigest(
		db,
		TEAM,
		TABLET,
		ids(own.map((event) => ({ seq: 0, receivedAt: at, event })))
	);
	const person = { team: TEAM, role: 'technician', created_at: at };
	await formerInsert(db, 'person', { ...ANA, ...person });
	await formerInsert(db, 'author', { team: TEAM, id: ANA.id, person: ANA.id });
	await formerInsert(db, 'project', { team: TEAM, ...PROJECT });
	await formerInsert(db, 'device', {
		team: TEAM,
		id: TABLET,
		person: ANA.id,
		name: 'Tablet',
		state: 'active',
		hash: hashed(TOKEN),
		rotated_at: at,
		unsent: 0
	});
	return { db, place, rows, ahead };
}
