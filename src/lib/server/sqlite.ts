import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { Database, Sql, SqlValue } from './sql.ts';

/** How long a second process may hold the file before we give up. */
const BUSY_MS = 5000;

/** The team's database in one file. One process writes; `:memory:` is for tests. */
export function openSqlite(file: string): Database {
	const db = new DatabaseSync(file);
	db.exec(`
		pragma busy_timeout = ${BUSY_MS};
		pragma journal_mode = wal;
		pragma synchronous = full;
		pragma foreign_keys = on;
	`);
	const statements = new Map<string, StatementSync>();
	const prepared = (text: string) => {
		const known = statements.get(text);
		if (known) return known;
		// SQLite numbers its parameters with "?1" where PostgreSQL says "$1".
		const statement = db.prepare(text.replace(/\$(\d+)/g, '?$1'));
		statements.set(text, statement);
		return statement;
	};
	const sql: Sql = {
		engine: 'sqlite',
		all: <Row>(text: string, values: readonly SqlValue[] = []) =>
			settled(() => prepared(text).all(...values) as Row[]),
		run: (text, values = []) => settled(() => Number(prepared(text).run(...values).changes))
	};

	let last: Promise<unknown> = Promise.resolve();
	const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
		const turn = last.then(work, work);
		last = turn.catch(() => undefined);
		return turn;
	};

	return {
		engine: 'sqlite',
		// Between the statements of somebody else's transaction nothing else may run on the one connection.
		all: (text, values) => inTurn(() => sql.all(text, values)),
		run: (text, values) => inTurn(() => sql.run(text, values)),
		transaction: (work) =>
			inTurn(async () => {
				db.exec('begin immediate');
				try {
					const result = await work(sql);
					db.exec('commit');
					return result;
				} catch (error) {
					if (db.isTransaction) db.exec('rollback');
					throw error;
				}
			}),
		close: () => inTurn(() => settled(() => db.close()))
	};
}

async function settled<T>(work: () => T): Promise<T> {
	return work();
}
