import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';
import { migrate } from '../../../src/lib/server/migrate.ts';
import { MIGRATIONS } from '../../../src/lib/server/migrations.ts';
import { openPostgres } from '../../../src/lib/server/postgres.ts';
import type { Database } from '../../../src/lib/server/sql.ts';
import { openSqlite } from '../../../src/lib/server/sqlite.ts';
import { startPostgres, type Postgres } from './postgres.ts';

export interface Engine {
	readonly name: 'sqlite' | 'postgres';
	/** Where a new database is, for another process to open. */
	newPlace(): string;
	/** One more node on the same database. */
	open(place: string): Database;
	/** Last night's backup: a copy of a database that nobody has open. */
	copyOf(place: string): string;
	/** Ends the server of the database at once, as a power cut would, and starts it again. */
	readonly crash?: () => void;
}

const server: Postgres | undefined = await startPostgres();
if (!server)
	console.warn('PostgreSQL is not here and cannot be installed: its half is shown as skipped.');

/** Runs the same promises on both engines. */
export function onEveryEngine(promises: (engine: Engine) => void) {
	let folder = '';
	let files = 0;
	beforeAll(() => {
		folder = mkdtempSync(join(tmpdir(), 'sitewalk-sqlite-'));
	});
	afterAll(() => {
		rmSync(folder, { recursive: true, force: true });
		server?.stop();
	});
	const file = () => join(folder, `team${++files}.db`);

	describe('on SQLite', () =>
		promises({
			name: 'sqlite',
			newPlace: file,
			open: openSqlite,
			copyOf(place) {
				const copy = file();
				copyFileSync(place, copy);
				return copy;
			}
		}));
	describe.skipIf(!server)('on PostgreSQL', () =>
		promises({
			name: 'postgres',
			newPlace: () => server!.newDatabase(),
			open: openPostgres,
			copyOf: (place) => server!.copyOf(place),
			crash() {
				server!.kill();
				server!.start();
			}
		})
	);
}

/** A new database, brought to what this version needs. */
export async function newDatabase(engine: Engine): Promise<{ db: Database; place: string }> {
	const place = engine.newPlace();
	const db = engine.open(place);
	await migrate(db, MIGRATIONS);
	return { db, place };
}
