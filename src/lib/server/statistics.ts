import type { Database } from './sql.ts';

/** Below it any plan is quick. */
const FIRST = 512;

/**
 * Has PostgreSQL look at its tables each time the log has doubled. By itself it does so a minute after they grew, and until then
 * it plans for the few rows of a new database: it reads a team's whole log to find two hundred events in it.
 */
export async function keepStatistics(db: Database, before: number, after: number): Promise<void> {
	if (db.engine !== 'postgres' || after < FIRST) return;
	if (Math.floor(Math.log2(after)) === Math.floor(Math.log2(Math.max(1, before)))) return;
	// Plans are slower without it, and nothing else: another node may be at it just now.
	await db.run('analyze ev, head, dead, survey, digest').catch(() => undefined);
}
