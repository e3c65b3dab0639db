import { codeOf } from './postgres.ts';
import type { Database, Sql } from './sql.ts';

/** Adds to what is there and never takes away: nodes of the version before work on beside it. */
export interface Migration {
	/** For ever: a migration that ran is known by it. */
	readonly name: string;
	readonly statements: readonly string[] | Readonly<Record<Sql['engine'], readonly string[]>>;
	/** On SQLite it makes tables anew: nobody else may have the file open, and the room they took is given back. */
	readonly rebuilds?: boolean;
}

/** Any number of our own, so that other programs on the same database do not wait for us. */
const LOCK = 7_429_117;

/** A change to a table waits for whoever reads it, and pushes wait behind the change: so it gives way and tries again. */
const LOCK_WAIT_MS = 500;
const TRIES = 60;
const LOCK_NOT_AVAILABLE = '55P03';

/** Brings the database to what this version needs; nodes that start at once wait for each other. */
export async function migrate(db: Database, migrations: readonly Migration[]): Promise<void> {
	const isRebuilt = db.engine === 'sqlite' && (await rebuilds(db, migrations));
	if (isRebuilt) await beAlone(db);
	await migrateInTurn(db, migrations);
	if (!isRebuilt) return;
	await db.run('vacuum');
	await db.all('pragma journal_mode = wal');
}

/** Whether tables that are in use will be made anew; those of a new database are nobody's yet. */
async function rebuilds(db: Database, migrations: readonly Migration[]): Promise<boolean> {
	const [used] = await db.all("select name from sqlite_schema where name = 'migration'");
	if (!used) return false;
	const names = await doneIn(db);
	return names.size > 0 && migrations.some((one) => one.rebuilds && !names.has(one.name));
}

/** SQLite leaves the mode in which several read and write one file only when nobody else has it open. */
async function beAlone(db: Database) {
	const [row] = await db
		.all<{ journal_mode: string }>('pragma journal_mode = delete')
		.catch(() => []);
	if (row?.journal_mode === 'wal' || !row)
		throw new Error(
			'This version stores the log in another way. Stop the server of the version before, and start again.'
		);
}

async function migrateInTurn(db: Database, migrations: readonly Migration[]): Promise<void> {
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
	const names = await doneIn(sql);
	for (const migration of migrations) if (!names.has(migration.name)) await apply(sql, migration);
}

async function doneIn(sql: Sql): Promise<ReadonlySet<string>> {
	const done = await sql.all<{ name: string }>('select name from migration');
	return new Set(done.map(({ name }) => name));
}

async function apply(sql: Sql, { name, statements }: Migration) {
	const own = 'sqlite' in statements ? statements[sql.engine] : statements;
	for (const statement of own) await sql.run(statement);
	await sql.run('insert into migration (name, applied_at) values ($1, $2)', [
		name,
		new Date().toISOString()
	]);
}
