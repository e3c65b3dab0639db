import { isSameDigest, NO_CHECKSUM } from '../log/digest.ts';
import type { EventId, LogEvent } from '../log/event.ts';
import {
	WIRE_LIMITS,
	type Cursor,
	type Digest,
	type HeldReason,
	type PullReply,
	type Stored
} from '../log/wire.ts';
import type { RowHeld } from './append.ts';
import { digestFor } from './digests.ts';
import { hashOf } from './incoming.ts';
import type { Sql } from './sql.ts';
import type { Caller } from './store.ts';
import { checksumAt, epochFor, teamLog } from './teams.ts';

export interface Row {
	readonly seq: number;
	readonly id: EventId;
	readonly device: string;
	readonly raw: string;
	readonly hash: string;
	readonly received_at: string;
	readonly held: RowHeld | null;
	readonly redacted_by: string | null;
	readonly brought_by: string;
	readonly chk: string;
}

export const COLUMNS = 'seq id device raw hash received_at held redacted_by brought_by chk'
	.replace(/\w+/g, 'ev.$&,')
	.slice(0, -1);

/** Characters of text in a page: a thousand events of the largest size would not fit into memory. */
const PAGE_TEXT = 8 * 1024 * 1024;

/** One page of the log, and the rows in it whose text is not what it was when it came. */
export async function read(
	sql: Sql,
	caller: Caller,
	cursor: Cursor | null,
	own: Digest | null,
	limit: number
): Promise<{ readonly page: PullReply; readonly damaged: readonly Row[] }> {
	const { team, device, deviceState, projects } = caller;
	// The end first: what is read after it holds at least all up to there.
	const log = await teamLog(sql, team);
	const epoch = await epochFor(sql, caller, log);
	if (deviceState === 'retired') return { page: nothing(cursor, epoch), damaged: [] };

	const isOther = async ({ seq, chk, epoch: known }: Cursor) =>
		known !== epoch ||
		seq > log.seq ||
		chk !== (await checksumAt(sql, team, seq)) ||
		(own !== null && !isSameDigest(own, await digestFor(sql, team, device)));
	const reset = cursor !== null && (await isOther(cursor));
	const from = reset ? null : cursor;
	const found = await sql.all<Row & { project: string | null }>(
		`select ${COLUMNS}, survey.project from ev
		left join survey on survey.team = ev.team and survey.id = ev.survey
		where ev.team = $1 and ev.seq > $2 and ev.seq <= $3 order by ev.seq limit $4`,
		[team, from?.seq ?? 0, log.seq, Math.min(limit, WIRE_LIMITS.eventsPerPull)]
	);
	const rows = found.slice(0, fitting(found));

	const isReplay = reset || own === null;
	const damaged = rows.filter(isDamaged);
	// What was erased is told to its author as well.
	const isOwn = (row: Row) => !isReplay && row.device === device && row.redacted_by === null;
	const isOwnHeld = ({ device: maker, held }: Row) =>
		maker === device && held !== 'damaged' && held !== 'released';
	const isVisible = (row: (typeof rows)[number]) =>
		!damaged.includes(row) &&
		// What is held is for the lead, and for the device that made it.
		(row.held === null || isOwnHeld(row)) &&
		(projects === null || row.device === device || projects.includes(row.project ?? ''));
	const others = rows.filter((row) => !isOwn(row));
	const visible = others.filter(isVisible);
	const last = rows.at(-1);
	const to = last?.seq ?? from?.seq ?? 0;
	return {
		damaged,
		page: {
			reset,
			from,
			cursor: { epoch, seq: to, chk: last?.chk ?? from?.chk ?? NO_CHECKSUM },
			events: visible.map(storedOf),
			skippedOwn: rows.length - others.length,
			filtered: others.length - visible.length,
			more: to < log.seq
		}
	};
}

export function storedOf(row: Row): Stored {
	const event = JSON.parse(row.raw) as LogEvent;
	const held = row.held as HeldReason | null;
	return {
		seq: row.seq,
		receivedAt: row.received_at,
		...(held === null ? {} : { held }),
		event
	};
}

/** How many rows from the first fill a page; one at least. */
function fitting(rows: readonly Row[]): number {
	let text = 0;
	const over = rows.findIndex(({ raw }, index) => (text += raw.length) > PAGE_TEXT && index > 0);
	return over < 0 ? rows.length : over;
}

/** A redacted text was changed on purpose; its hash stays, to know the original when it comes again. */
export function isDamaged({ raw, hash, held, redacted_by }: Row): boolean {
	return held !== 'damaged' && redacted_by === null && hashOf(raw) !== hash;
}

/** What a reader who looks for answers is shown: one flipped byte must not hide all the others. */
export function intact<One extends Row>(rows: readonly One[]): One[] {
	return rows.filter((row) => row.held !== 'damaged' && !isDamaged(row));
}

export function eventIn(raw: string): LogEvent | undefined {
	try {
		return (JSON.parse(raw) as LogEvent | null) ?? undefined;
	} catch {
		return undefined;
	}
}

function nothing(cursor: Cursor | null, epoch: string): PullReply {
	const here = cursor ?? { epoch, seq: 0, chk: NO_CHECKSUM };
	return {
		reset: false,
		from: cursor,
		cursor: here,
		events: [],
		skippedOwn: 0,
		filtered: 0,
		more: false
	};
}
