import type { EventId, LogEvent } from '../log/event.ts';
import type { Stored } from '../log/wire.ts';
import { rename, store } from './append.ts';
import { takeFromDigest } from './digests.ts';
import { ASIDE, eventIn } from './incoming.ts';
import { COLUMNS, logRows, type Row } from './log-rows.ts';
import { intact, isDamaged, storedOf } from './read.ts';
import { logBy } from './rows.ts';
import type { Database, Sql } from './sql.ts';
import { lockTeam } from './teams.ts';

export async function heldOf(sql: Sql, team: string): Promise<readonly Stored[]> {
	const rows = await logRows(
		sql,
		team,
		`select ${COLUMNS} from ${logBy(sql, 'ev_held')} where team = $1 and held is not null
		and held not in ('released', 'damaged') order by seq`,
		[team]
	);
	return intact(rows).map(storedOf);
}

/** Under a number of its own, so that every device hears of it. A second content of one id can never be an answer. */
export function release(db: Database, team: string, id: EventId, now: string): Promise<void> {
	return db.transaction(async (sql) => {
		const log = await lockTeam(sql, team);
		const [row] = await logRows(
			sql,
			team,
			`select ${COLUMNS} from ev where team = $1 and id = $2 and held is not null
			and held not in ('released', 'damaged', 'id-conflict')`,
			[team, id]
		);
		if (!row || isDamaged(row)) return;
		await rename(sql, team, id, 'released');
		await takeFromDigest(sql, team, row);
		const event = JSON.parse(row.raw) as LogEvent;
		const fresh = { event, raw: row.raw, hash: row.hash, held: undefined };
		await store(sql, team, log, [fresh], broughtBy(row), now);
	});
}

/** What is erased takes a number of its own as well: every device must hear of it, also the one that wrote it. */
export function redact(db: Database, team: string, id: EventId, by: string): Promise<void> {
	return db.transaction(async (sql) => {
		const log = await lockTeam(sql, team);
		const start = id + ASIDE;
		const rows = await logRows(
			sql,
			team,
			`select ${COLUMNS} from ev
			where team = $1 and redacted_by is null and (id = $2 or substr(id, 1, $3) = $4)`,
			[team, id, start.length, start]
		);
		for (const row of rows) await erase(sql, team, row, by);
		const answer = rows.find((row) => row.id === id && row.held === null);
		if (!answer) return;
		await rename(sql, team, id, 'released');
		await takeFromDigest(sql, team, answer);
		const { received_at, hash } = answer;
		const raw = erased(answer.raw) ?? '';
		const event = JSON.parse(raw) as LogEvent;
		const rest = { event, raw, hash, held: undefined };
		await store(sql, team, log, [rest], broughtBy(answer), received_at);
		await sql.run('update ev set redacted_by = $3 where team = $1 and id = $2', [team, id, by]);
	});
}

async function erase(sql: Sql, team: string, { seq, raw }: Row, by: string) {
	await sql.run(
		'update ev set frame = null, raw = $3, redacted_by = $4 where team = $1 and seq = $2',
		[team, seq, erased(raw) ?? 'null', by]
	);
}

function broughtBy({ brought_by, device }: Row): string {
	return brought_by ?? device;
}

/** `undefined` for a text that is no event any more. */
function erased(raw: string): string | undefined {
	const event = eventIn(raw);
	return event && JSON.stringify({ ...event, value: null });
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
			if (changed > 0 && !row.id.includes(ASIDE)) await takeFromDigest(sql, team, row);
		}
	});
}
