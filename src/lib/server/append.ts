import { checksumAfter } from '../log/digest.ts';
import type { EventId, LogEvent } from '../log/event.ts';
import type { HeldReason, PushReply } from '../log/wire.ts';
import { closedTo } from './closed.ts';
import { addToDigests } from './digests.ts';
import { storedTexts } from './frames.ts';
import { moveHeads } from './heads.ts';
import { ASIDE, hashOf, sortOut, type Incoming } from './incoming.ts';
import { logRows, type Row } from './log-rows.ts';
import { followProjects } from './projects.ts';
import { insert, listFrom, logBy, slices } from './rows.ts';
import type { Database, Sql, SqlValue } from './sql.ts';
import { keepStatistics } from './statistics.ts';
import type { Caller } from './store.ts';
import { epochFor, lockTeam, type TeamLog } from './teams.ts';

/** What the log says of a row that is not an answer like any other; the first are told to devices. */
export type RowHeld = HeldReason | 'released' | 'damaged';

type Known = Pick<Row, 'id' | 'hash' | 'held' | 'device'> & {
	/** Of a row whose text may differ from what its hash was made of. */
	readonly raw?: string | null;
};

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
	let before = 0;
	const reply = await db.transaction(async (sql) => {
		const log = await lockTeam(sql, caller.team);
		before = log.seq;
		const isClosed = await closedTo(
			sql,
			caller.team,
			incoming.map(({ event }) => event)
		);
		const judged = incoming.map((one): Incoming =>
			one.held || !isClosed(one.event) ? one : { ...one, held: 'survey-closed' }
		);
		const { fresh, held } = await compare(sql, caller.team, judged);
		const seq = await store(sql, caller.team, log, fresh, caller.device, now);
		const epoch = await epochFor(sql, caller, { ...log, seq });
		return { epoch, accepted: incoming.length - held.length, held, refused, seq, at: now };
	});
	await keepStatistics(db, before, reply.seq);
	return reply;
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
	const texts = await storedTexts(sql, team, fresh);
	const rows = fresh.map(({ event, hash, held }, index): SqlValue[] => {
		const { id, survey, path, device } = event;
		const { frame, raw } = texts[index]!;
		chk = checksumAfter(chk, id);
		return [
			team,
			++seq,
			id,
			survey,
			path,
			device,
			frame,
			raw,
			hash,
			now,
			held ?? null,
			broughtBy === device ? null : broughtBy,
			chk
		];
	});
	await insert(
		sql,
		'ev (team, seq, id, survey, path, device, frame, raw, hash, received_at, held, brought_by, chk)',
		rows
	);
	const answers = fresh.filter(({ held }) => !held).map(({ event }) => event);
	await moveHeads(sql, team, answers);
	await followProjects(sql, team, answers, log.seq);
	// A second content of one id was counted with the first, if the same device made both.
	const counted = fresh.filter(({ event, isAlone }) => isAlone || !event.id.includes(ASIDE));
	const made = counted.map(({ event: { id, device } }) => ({ id: id.split(ASIDE)[0]!, device }));
	await addToDigests(sql, team, made);
	await sql.run('update team set seq = $2, chk = $3 where id = $1', [team, seq, chk]);
	return seq;
}

/** A repeat changes nothing; one id with two contents is never merged, and the second is kept apart. */
async function compare(sql: Sql, team: string, incoming: readonly Incoming[]) {
	const known = new Map<EventId, Known>();
	const learn = async (ids: readonly EventId[]) => {
		for (const row of await knownOf(sql, team, ids)) known.set(row.id, row);
	};
	await learn(incoming.map(({ event }) => event.id));
	const seen = new Set(known.keys());
	const again = incoming.filter(({ event: { id } }) => seen.size === seen.add(id).size);
	await learn(again.map(({ event, hash }) => event.id + ASIDE + hash));
	const fresh: Incoming[] = [];
	const held: { id: EventId; why: HeldReason }[] = [];
	const take = (one: Incoming) => {
		const { event, hash } = one;
		known.set(event.id, { id: event.id, hash, held: one.held ?? null, device: event.device });
		fresh.push(one);
	};
	for (const one of incoming) {
		const { id, device } = one.event;
		const here = known.get(id);
		if (!here) take(one);
		else if (!isKnown(here, one)) {
			const other = `${id}${ASIDE}${one.hash}`;
			if (!known.has(other)) {
				const isAlone = here.device !== device && !(await isAside(sql, team, id, device, fresh));
				take({ ...one, event: { ...one.event, id: other }, held: 'id-conflict', isAlone });
			}
			held.push({ id, why: 'id-conflict' });
			continue;
		} else if (here.held === 'damaged') {
			await rename(sql, team, id, 'damaged');
			take(one);
		}
		const why = known.get(id)?.held;
		if (why && why !== 'released' && why !== 'damaged') held.push({ id, why });
	}
	return { fresh, held };
}

/** What was erased is known by its original and by what is left of it; of a damaged row, either side may be right. */
function isKnown({ hash, raw }: Known, one: Incoming): boolean {
	return hash === one.hash || (typeof raw === 'string' && hashOf(raw) === one.hash);
}

/** Whether this device has brought another content for an id before that another device made first. */
async function isAside(
	sql: Sql,
	team: string,
	id: EventId,
	device: string,
	fresh: readonly Incoming[]
): Promise<boolean> {
	const start = id + ASIDE;
	if (fresh.some(({ event }) => event.device === device && event.id.startsWith(start))) return true;
	const rows = await sql.all(
		`select seq from ${logBy(sql, 'ev_held')} where team = $1 and device = $2 and held = 'id-conflict'
		and substr(id, 1, $3) = $4`,
		[team, device, start.length, start]
	);
	return rows.length > 0;
}

async function knownOf(sql: Sql, team: string, ids: readonly EventId[]): Promise<Known[]> {
	const found: Known[] = [];
	for (const slice of slices(ids))
		found.push(
			...(await logRows<Row & Known>(
				sql,
				team,
				`select id, survey, path, device, hash, held, frame,
				case when redacted_by is not null or held = 'damaged' then raw end as raw
				from ${logBy(sql, 'ev_id')} where team = $1 and id in (${listFrom(2, slice.length)})`,
				[team, ...slice]
			))
		);
	return found;
}

/** The row keeps its number and its place in the checksum; the id is free for the event to come anew. */
export async function rename(sql: Sql, team: string, id: EventId, as: RowHeld): Promise<void> {
	const [row] = await sql.all<{ seq: number }>('select seq from ev where team = $1 and id = $2', [
		team,
		id
	]);
	await sql.run('update ev set id = $3, held = $4 where team = $1 and id = $2', [
		team,
		id,
		[id, as, row?.seq].join(ASIDE),
		as
	]);
}
