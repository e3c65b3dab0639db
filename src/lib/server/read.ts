import { isSameDigest, NO_CHECKSUM } from '../log/digest.ts';
import type { LogEvent } from '../log/event.ts';
import {
	WIRE_LIMITS,
	type Cursor,
	type Digest,
	type HeldReason,
	type PullReply,
	type Stored
} from '../log/wire.ts';
import { digestFor } from './digests.ts';
import { hashOf } from './incoming.ts';
import { COLUMNS, logRows, type Row } from './log-rows.ts';
import type { Sql } from './sql.ts';
import type { Caller } from './store.ts';
import { checksumAt, epochFor, teamLog } from './teams.ts';

/** Characters of text in a page: a thousand events of the largest size would not fit into memory. */
const PAGE_TEXT = 8 * 1024 * 1024;
/** How many pages' worth of rows are gone through for one page. */
const SLICES = 30;

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
	const isReplay = reset || own === null;
	const isOurs = (row: Row) => row.device === device;
	// What was erased is told to its author as well.
	const isKnown = (row: Row) => !isReplay && isOurs(row) && row.redacted_by === null;
	// What is held is for the lead, and for the device that made it.
	const isOpen = (row: Row) =>
		row.held === null || (isOurs(row) && row.held !== 'damaged' && row.held !== 'released');
	const isInScope = (row: Found) =>
		projects === null || isOurs(row) || projects.includes(row.project ?? '');

	const most = Math.min(limit, WIRE_LIMITS.eventsPerPull);
	const visible: Row[] = [];
	const damaged: Row[] = [];
	let { seq, chk } = from ?? { seq: 0, chk: NO_CHECKSUM };
	let [skippedOwn, filtered, text] = [0, 0, 0];
	for await (const row of rowsAfter(sql, team, seq, log.seq, most)) {
		if (visible.length === most || (visible.length > 0 && text + row.raw.length > PAGE_TEXT)) break;
		({ seq, chk } = row);
		const isBroken = isDamaged(row);
		if (isBroken) damaged.push(row);
		if (isKnown(row)) skippedOwn++;
		else if (isBroken || !isOpen(row) || !isInScope(row)) filtered++;
		else {
			visible.push(row);
			text += row.raw.length;
		}
	}
	const events = visible.map(storedOf);
	const more = seq < log.seq;
	return {
		damaged,
		page: { reset, from, cursor: { epoch, seq, chk }, events, skippedOwn, filtered, more }
	};
}

type Found = Row & { readonly project: string | null };

/** In slices, and not without end: what a caller does not get must not cost him a request for each few hundred rows. */
async function* rowsAfter(sql: Sql, team: string, from: number, to: number, slice: number) {
	for (let at = from, slices = 0; at < to && slices < SLICES; slices++) {
		// A join would be planned for the few rows that a database without statistics expects, and go through all surveys.
		const rows = await logRows<Found>(
			sql,
			team,
			`select ${COLUMNS},
			(select project from survey where survey.team = ev.team and survey.id = ev.survey) as project
			from ev where ev.team = $1 and ev.seq > $2 and ev.seq <= $3 order by ev.seq limit $4`,
			[team, at, to, slice]
		);
		yield* rows;
		at = rows.at(-1)?.seq ?? to;
	}
}

export function storedOf(row: Row): Stored {
	const event = row.event ?? (JSON.parse(row.raw) as LogEvent);
	const held = row.held as HeldReason | null;
	return {
		seq: row.seq,
		receivedAt: row.received_at,
		...(held === null ? {} : { held }),
		event
	};
}

/** A redacted text was changed on purpose; its hash stays, to know the original when it comes again. */
export function isDamaged({ raw, hash, held, redacted_by }: Row): boolean {
	return held !== 'damaged' && redacted_by === null && hashOf(raw) !== hash;
}

/** What a reader who looks for answers is shown: one flipped byte must not hide all the others. */
export function intact<One extends Row>(rows: readonly One[]): One[] {
	return rows.filter((row) => row.held !== 'damaged' && !isDamaged(row));
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
