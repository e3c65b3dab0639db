import type { Database } from './sql.ts';

/** Below it any plan is quick. */
const FIRST = 512;

/**
 * Has the database look at its tables each time the log has doubled. PostgreSQL does so by itself a minute after they grew, SQLite
 * never; until then both plan for the few rows of a new database, and read a team's whole log to find two hundred events in it.
 */
export async function keepStatistics(db: Database, before: number, after: number): Promise<void> {
	if (after < FIRST) return;
	if (Math.floor(Math.log2(after)) === Math.floor(Math.log2(Math.max(1, before)))) return;
	await lookAtTables(db);
}

/** Plans are slower without it, and nothing else: another node may be at it just now, or the disk be full. */
export async function lookAtTables(db: Database): Promise<void> {
	const tables = db.engine === 'postgres' ? ' ev, head, dead, survey, digest' : '';
	await db.run(`analyze${tables}`).catch(() => undefined);
}
