import { checksumAfter, digestOf, NO_CHECKSUM } from '../../../src/lib/log/digest.ts';
import type { LogEvent } from '../../../src/lib/log/event.ts';
import { hashOf } from '../../../src/lib/server/incoming.ts';
import { migrate } from '../../../src/lib/server/migrate.ts';
import { MIGRATIONS } from '../../../src/lib/server/migrations.ts';
import type { Sql } from '../../../src/lib/server/sql.ts';

/** A row of the log as the version before short rows wrote it. */
export interface FormerRow {
	readonly event: LogEvent;
	/** What its id became, or stood behind it from the beginning. */
	readonly renamed?: string;
	readonly aside?: string;
	/** What is left of an erased text. */
	readonly raw?: string;
	readonly held?: string;
	readonly redactedBy?: string;
	readonly broughtBy?: string;
}

const FIRST_SHORT = MIGRATIONS.findIndex(({ name }) => name.includes('short-rows'));

/** The tables as that version made them. Texts are put in by their letters, past the door that would shorten them. */
export async function formerDatabase(db: Parameters<typeof migrate>[0]) {
	await migrate(db, MIGRATIONS.slice(0, FIRST_SHORT));
}

export async function formerInsert(sql: Sql, table: string, row: Record<string, unknown>) {
	const values = Object.values(row).map((value) =>
		value === null || typeof value === 'number'
			? String(value)
			: `'${String(value).replaceAll("'", "''")}'`
	);
	await sql.run(
		`insert into ${table} (${Object.keys(row).join(', ')}) values (${values.join(', ')})`
	);
}

/** Numbers the rows behind the log, as that version did; which of them stand is told, not worked out. */
export async function formerAppend(
	sql: Sql,
	team: string,
	rows: readonly FormerRow[],
	stands: readonly LogEvent[]
) {
	const [log] = await sql.all<{ seq: number; chk: string }>(
		`select seq, chk from team where id = '${team}'`
	);
	let { seq, chk } = log ?? { seq: 0, chk: NO_CHECKSUM };
	for (const row of rows) {
		const { id, survey, path, author, device } = row.event;
		const first = JSON.stringify(row.event);
		chk = checksumAfter(chk, id + (row.aside ?? ''));
		await formerInsert(sql, 'ev', {
			team,
			seq: ++seq,
			id: id + (row.aside ?? row.renamed ?? ''),
			survey,
			path,
			author: author.id,
			device,
			raw: row.raw ?? first,
			hash: hashOf(first),
			received_at: '2026-11-20T08:00:00.000Z',
			held: row.held ?? null,
			redacted_by: row.redactedBy ?? null,
			brought_by: row.broughtBy ?? device,
			chk
		});
	}
	for (const { survey, path, id } of stands)
		await formerInsert(sql, 'head', { team, survey, path, id });
	await sql.run(`update team set seq = ${seq}, chk = '${chk}' where id = '${team}'`);
}

export async function formerDigest(sql: Sql, team: string, device: string, ids: Iterable<string>) {
	await formerInsert(sql, 'digest', { team, device, ...digestOf(ids) });
}
