import type { EventId, LogEvent } from '../log/event.ts';
import type { RowHeld } from './append.ts';
import { framesOf } from './frames.ts';
import { frameIn, unpack, type Filling } from './framed.ts';
import type { Sql } from './sql.ts';

/** A row of the log, with the text of its event to the byte. */
export interface Row extends Filling {
	readonly seq: number;
	readonly id: EventId;
	readonly hash: string;
	readonly received_at: string;
	readonly held: RowHeld | null;
	readonly redacted_by: string | null;
	/** `null`: the device that made it. */
	readonly brought_by: string | null;
	readonly chk: string;
	/** What the text says, where it had to be put together. */
	readonly event?: LogEvent;
}

/** What the text of an event is put together from. */
export const TEXT_COLUMNS = columns('id survey path device frame raw');
export const COLUMNS = `${TEXT_COLUMNS}, ${columns('seq hash received_at held redacted_by brought_by chk')}`;

/** Rows of the log with the text of each event whole, however it is stored. */
export async function logRows<Found extends Filling = Row>(
	sql: Sql,
	team: string,
	query: string,
	values: readonly (string | number | null)[]
): Promise<Found[]> {
	const rows = await sql.all<Found & { readonly frame: number | null }>(query, values);
	const frames = await framesOf(
		sql,
		team,
		rows.flatMap(({ frame }) => frame ?? [])
	);
	return rows.map((row) =>
		row.frame === null || row.raw === null
			? row
			: Object.assign(row, unpack(frameIn(frames.get(row.frame) ?? ''), row))
	);
}

function columns(names: string): string {
	return names.replace(/\w+/g, 'ev.$&,').slice(0, -1);
}
