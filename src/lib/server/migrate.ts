import { codeOf } from './postgres.ts';
import type { Database, Sql } from './sql.ts';

/** Adds to what is there and never takes away: nodes of the version before work on beside it. */
export interface Migration {
	/** For ever: a migration that ran is known by it. */
	readonly name: string;
	readonly statements: readonly string[];
}

/** Any number of our own, so that other programs on the same database do not wait for us. */
const LOCK = 7_429_117;

/** A change to a table waits for whoever reads it, and pushes wait behind the change: so it gives way and tries again. */
const LOCK_WAIT_MS = 500;
const TRIES = 60;
const LOCK_NOT_AVAILABLE = '55P03';

/** Brings the database to what this version needs; nodes that start at once wait for each other. */
export async function migrate(db: Database, migrations: readonly Migration[]): Promise<void> {
	for (let tries = 1; ; tries++) {
		try {
			return await db.transaction((sql) => applyAll(sql, migrations));
		} catch (error) {
			if (tries === TRIES || codeOf(error) !== LOCK_NOT_AVAILABLE) throw error;
			await new Promise((resolve) => setTimeout(resolve, LOCK_WAIT_MS));
		}
	}
}

async function applyAll(sql: Sql, migrations: readonly Migration[]) {
	if (sql.engine === 'postgres') {
		await sql.all(`select pg_advisory_xact_lock(${LOCK})`);
		await sql.run(`set local lock_timeout = ${LOCK_WAIT_MS}`);
	}
	await sql.run(
		'create table if not exists migration (name text primary key, applied_at text not null)'
	);
	const done = await sql.all<{ name: string }>('select name from migration');
	const names = new Set(done.map(({ name }) => name));
	for (const migration of migrations) if (!names.has(migration.name)) await apply(sql, migration);
}

async function apply(sql: Sql, { name, statements }: Migration) {
	for (const statement of statements) await sql.run(statement);
	await sql.run('insert into migration (name, applied_at) values ($1, $2)', [
		name,
		new Date().toISOString()
	]);
}
