import { isSameDigest, NO_CHECKSUM } from '../log/digest.ts';
import type { EventId, LogEvent } from '../log/event.ts';
import type { Cursor, Digest, HeldReason, PullReply, Stored } from '../log/wire.ts';
import { digestFor, type RowHeld } from './append.ts';
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

export const COLUMNS = [
	...[
		'seq',
		'id',
		'device',
		'raw',
		'hash',
		'received_at',
		'held',
		'redacted_by',
		'brought_by',
		'chk'
	]
]
	.map((name) => `ev.${name}`)
	.join(', ');

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
	const rows = await sql.all<Row & { project: string | null }>(
		`select ${COLUMNS}, survey.project from ev
		left join survey on survey.team = ev.team and survey.id = ev.survey
		where ev.team = $1 and ev.seq > $2 and ev.seq <= $3 order by ev.seq limit $4`,
		[team, from?.seq ?? 0, log.seq, limit]
	);

	const isReplay = reset || own === null;
	const damaged = rows.filter(isDamaged);
	const isOwn = (row: Row) => !isReplay && row.device === device;
	const isVisible = (row: (typeof rows)[number]) =>
		row.held !== 'damaged' &&
		row.held !== 'released' &&
		!damaged.includes(row) &&
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

/** A redacted text was changed on purpose; its hash stays, to know the original when it comes again. */
function isDamaged({ raw, hash, held, redacted_by }: Row): boolean {
	return held !== 'damaged' && redacted_by === null && hashOf(raw) !== hash;
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
