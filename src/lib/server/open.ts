import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { migrate } from './migrate.ts';
import { MIGRATIONS } from './migrations.ts';
import { openPostgres } from './postgres.ts';
import type { Database } from './sql.ts';
import { openSqlite } from './sqlite.ts';

export interface Where {
	/** A PostgreSQL address; without it the data stays in one file. */
	readonly databaseUrl?: string | undefined;
	readonly dataFolder: string;
}

/** The team's database, migrated to what this version needs. */
export async function openDatabase({ databaseUrl, dataFolder }: Where): Promise<Database> {
	if (!databaseUrl) mkdirSync(dataFolder, { recursive: true });
	const db = databaseUrl ? openPostgres(databaseUrl) : openSqlite(join(dataFolder, 'sitewalk.db'));
	try {
		await migrate(db, MIGRATIONS);
		return db;
	} catch (error) {
		await db.close();
		throw error;
	}
}
