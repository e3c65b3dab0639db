import { digestDifference, digestOf } from '../log/digest.ts';
import type { EventId, LogEvent } from '../log/event.ts';
import type { Stored } from '../log/wire.ts';
import { digestFor, rename, setDigest, store } from './append.ts';
import { COLUMNS, storedOf, type Row } from './read.ts';
import type { Database, Sql } from './sql.ts';
import { lockTeam } from './teams.ts';

export async function heldOf(sql: Sql, team: string): Promise<readonly Stored[]> {
	const rows = await sql.all<Row>(
		`select ${COLUMNS} from ev where team = $1 and held is not null
		and held not in ('released', 'damaged') order by seq`,
		[team]
	);
	return rows.map(storedOf);
}

/** Under a number of its own, so that every device hears of it. A second content of one id can never be an answer. */
export function release(db: Database, team: string, id: EventId, now: string): Promise<void> {
	return db.transaction(async (sql) => {
		const log = await lockTeam(sql, team);
		const [row] = await sql.all<Row>(
			`select ${COLUMNS} from ev where team = $1 and id = $2 and held is not null
			and held not in ('released', 'damaged', 'id-conflict')`,
			[team, id]
		);
		if (!row) return;
		await rename(sql, team, id, 'released');
		await uncount(sql, team, row);
		const event = JSON.parse(row.raw) as LogEvent;
		const fresh = { event, raw: row.raw, hash: row.hash, held: undefined };
		await store(sql, team, log, [fresh], row.brought_by, now);
	});
}

export function redact(db: Database, team: string, id: EventId, by: string): Promise<void> {
	return db.transaction(async (sql) => {
		await lockTeam(sql, team);
		const [row] = await sql.all<Row>(`select ${COLUMNS} from ev where team = $1 and id = $2`, [
			team,
			id
		]);
		if (!row) return;
		const raw = JSON.stringify({ ...(JSON.parse(row.raw) as LogEvent), value: null });
		await sql.run('update ev set raw = $3, redacted_by = $4 where team = $1 and id = $2', [
			team,
			id,
			raw,
			by
		]);
	});
}

/** Rows whose text was changed behind our back count as gone: the digest asks their devices to bring them again. */
export function setAsideDamaged(
	db: Database,
	team: string,
	damaged: readonly Row[]
): Promise<void> {
	return db.transaction(async (sql) => {
		await lockTeam(sql, team);
		for (const row of damaged) {
			const changed = await sql.run(
				"update ev set held = 'damaged' where team = $1 and seq = $2 and (held is null or held <> 'damaged')",
				[team, row.seq]
			);
			if (changed > 0) await uncount(sql, team, row);
		}
	});
}

async function uncount(sql: Sql, team: string, { id, device }: Row) {
	const rest = digestDifference(await digestFor(sql, team, device), digestOf([id]));
	await setDigest(sql, team, device, rest);
}
