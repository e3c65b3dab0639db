import type { Database, Sql } from './sql.ts';

/** Adds to what is there and never takes away: nodes of the version before work on beside it. */
export interface Migration {
	/** For ever: a migration that ran is known by it. */
	readonly name: string;
	readonly statements: readonly string[];
}

/** Any number of our own, so that other programs on the same database do not wait for us. */
const LOCK = 7_429_117;

/** Brings the database to what this version needs; nodes that start at once wait for each other. */
export async function migrate(db: Database, migrations: readonly Migration[]): Promise<void> {
	await db.transaction(async (sql) => {
		if (sql.engine === 'postgres') await sql.all(`select pg_advisory_xact_lock(${LOCK})`);
		await sql.run(
			'create table if not exists migration (name text primary key, applied_at text not null)'
		);
		const done = await sql.all<{ name: string }>('select name from migration');
		const names = new Set(done.map(({ name }) => name));
		for (const migration of migrations) if (!names.has(migration.name)) await apply(sql, migration);
	});
}

async function apply(sql: Sql, { name, statements }: Migration) {
	for (const statement of statements) await sql.run(statement);
	await sql.run('insert into migration (name, applied_at) values ($1, $2)', [
		name,
		new Date().toISOString()
	]);
}
