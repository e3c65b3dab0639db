import { checksumAfter, digestOf, digestSum, NO_EVENTS } from '../log/digest.ts';
import type { EventId, LogEvent } from '../log/event.ts';
import type { Digest, HeldReason, PushReply } from '../log/wire.ts';
import { sortOut, type Incoming } from './incoming.ts';
import { followProjects } from './projects.ts';
import type { Database, Sql, SqlValue } from './sql.ts';
import type { Caller } from './store.ts';
import { epochFor, lockTeam, type TeamLog } from './teams.ts';

/** What the log says of a row that is not an answer like any other; the first are told to devices. */
export type RowHeld = HeldReason | 'released' | 'damaged';

interface Known {
	readonly id: EventId;
	readonly hash: string;
	readonly held: RowHeld | null;
}

/** SQLite takes 32,766 values a statement; a row has 13. */
const ROWS_A_STATEMENT = 500;

export async function append(
	db: Database,
	caller: Caller,
	events: readonly unknown[],
	judge: (event: LogEvent) => HeldReason | undefined,
	now: string
): Promise<PushReply> {
	const isRetired = caller.deviceState === 'retired';
	const { incoming, refused } = sortOut(events, (event) =>
		isRetired ? 'device-retired' : judge(event)
	);
	return db.transaction(async (sql) => {
		const log = await lockTeam(sql, caller.team);
		const { fresh, held } = await compare(sql, caller.team, incoming);
		const seq = await store(sql, caller.team, log, fresh, caller.device, now);
		const epoch = await epochFor(sql, caller, { ...log, seq });
		return { epoch, accepted: incoming.length - held.length, held, refused, seq };
	});
}

/**
 * Numbers new rows behind the log, under the lock of the team. `broughtBy` is the device that delivered them, which after a
 * restore need not be the one that made them. Returns the last number.
 */
export async function store(
	sql: Sql,
	team: string,
	log: TeamLog,
	fresh: readonly Incoming[],
	broughtBy: string,
	now: string
): Promise<number> {
	if (fresh.length === 0) return log.seq;
	let { seq, chk } = log;
	const rows = fresh.map(({ event, raw, hash, held }): SqlValue[] => {
		const { id, survey, path, author, device } = event;
		chk = checksumAfter(chk, id);
		return [
			team,
			++seq,
			id,
			survey,
			path,
			author.id,
			device,
			raw,
			hash,
			now,
			held ?? null,
			broughtBy,
			chk
		];
	});
	await insert(
		sql,
		'ev (team, seq, id, survey, path, author, device, raw, hash, received_at, held, brought_by, chk)',
		rows
	);
	const answers = fresh.filter(({ held }) => !held).map(({ event }) => event);
	await moveHeads(sql, team, answers);
	await followProjects(sql, team, answers, log.seq);
	await addToDigests(
		sql,
		team,
		fresh.map(({ event }) => event)
	);
	await sql.run('update team set seq = $2, chk = $3 where id = $1', [team, seq, chk]);
	return seq;
}

/** A repeat changes nothing; one id with two contents is never merged, and the second is kept apart. */
async function compare(sql: Sql, team: string, incoming: readonly Incoming[]) {
	const known = new Map<EventId, Known>();
	for (const row of await knownOf(sql, team, incoming)) known.set(row.id, row);
	const fresh: Incoming[] = [];
	const held: { id: EventId; why: HeldReason }[] = [];
	for (const one of incoming) {
		const { id } = one.event;
		const here = known.get(id);
		if (here?.held === 'damaged' && here.hash === one.hash) {
			await rename(sql, team, id, 'damaged');
			known.set(id, { id, hash: one.hash, held: one.held ?? null });
			fresh.push(one);
		} else if (!here) {
			known.set(id, { id, hash: one.hash, held: one.held ?? null });
			fresh.push(one);
		} else if (here.hash !== one.hash) {
			const other = `${id}~${one.hash}`;
			if (!known.has(other)) {
				known.set(other, { id: other, hash: one.hash, held: 'id-conflict' });
				fresh.push({ ...one, event: { ...one.event, id: other }, held: 'id-conflict' });
			}
			held.push({ id, why: 'id-conflict' });
			continue;
		}
		const why = known.get(id)?.held;
		if (why && why !== 'released' && why !== 'damaged') held.push({ id, why });
	}
	return { fresh, held };
}

async function knownOf(sql: Sql, team: string, incoming: readonly Incoming[]): Promise<Known[]> {
	const ids = incoming.flatMap(({ event, hash }) => [event.id, `${event.id}~${hash}`]);
	const found: Known[] = [];
	for (const slice of slices(ids))
		found.push(
			...(await sql.all<Known>(
				`select id, hash, held from ev where team = $1 and id in (${listFrom(2, slice.length)})`,
				[team, ...slice]
			))
		);
	return found;
}

/** The row keeps its number and its place in the checksum; the id is free for the event to come anew. */
export function rename(sql: Sql, team: string, id: EventId, as: RowHeld): Promise<number> {
	return sql.run(
		"update ev set id = id || '~' || $3 || '~' || seq, held = $3 where team = $1 and id = $2",
		[team, id, as]
	);
}

/** What stands, whatever order the batches come in: a superseding event may be here before what it supersedes. */
async function moveHeads(sql: Sql, team: string, events: readonly LogEvent[]) {
	const ends = [
		...new Set(events.flatMap(({ id, supersedes }) => supersedes.filter((one) => one !== id)))
	];
	await insert(
		sql,
		'dead (team, id)',
		ends.map((id) => [team, id]),
		'on conflict do nothing'
	);
	const ids = events.map(({ id }) => id);
	const dead = new Set<EventId>();
	for (const slice of slices(ids)) {
		const rows = await sql.all<{ id: EventId }>(
			`select id from dead where team = $1 and id in (${listFrom(2, slice.length)})`,
			[team, ...slice]
		);
		for (const { id } of rows) dead.add(id);
	}
	for (const slice of slices(ends))
		await sql.run(`delete from head where team = $1 and id in (${listFrom(2, slice.length)})`, [
			team,
			...slice
		]);
	const living = events.filter(({ id }) => !dead.has(id));
	await insert(
		sql,
		'head (team, survey, path, id)',
		living.map(({ survey, path, id }) => [team, survey, path, id]),
		'on conflict do nothing'
	);
}

export async function digestFor(sql: Sql, team: string, device: string): Promise<Digest> {
	const [row] = await sql.all<Digest>(
		'select count, sum from digest where team = $1 and device = $2',
		[team, device]
	);
	return row ?? NO_EVENTS;
}

export async function setDigest(
	sql: Sql,
	team: string,
	device: string,
	{ count, sum }: Digest
): Promise<void> {
	await sql.run(
		`insert into digest (team, device, count, sum) values ($1, $2, $3, $4)
		on conflict (team, device) do update set count = excluded.count, sum = excluded.sum`,
		[team, device, count, sum]
	);
}

async function addToDigests(sql: Sql, team: string, events: readonly LogEvent[]) {
	// A second content of one id was counted with the first.
	const counted = events.filter(({ id }) => !id.includes('~'));
	for (const device of new Set(counted.map((event) => event.device))) {
		const added = digestOf(counted.filter((event) => event.device === device).map(({ id }) => id));
		await setDigest(sql, team, device, digestSum(await digestFor(sql, team, device), added));
	}
}

async function insert(
	sql: Sql,
	into: string,
	rows: readonly (readonly SqlValue[])[],
	end = ''
): Promise<void> {
	for (const slice of slices(rows)) {
		const width = slice[0]!.length;
		const places = slice.map((_, index) => `(${listFrom(1 + index * width, width)})`);
		await sql.run(`insert into ${into} values ${places.join(', ')} ${end}`, slice.flat());
	}
}

function listFrom(first: number, many: number): string {
	return Array.from({ length: many }, (_, index) => `$${first + index}`).join(', ');
}

function slices<T>(list: readonly T[]): T[][] {
	const count = Math.ceil(list.length / ROWS_A_STATEMENT);
	return Array.from({ length: count }, (_, index) =>
		list.slice(index * ROWS_A_STATEMENT, (index + 1) * ROWS_A_STATEMENT)
	);
}
