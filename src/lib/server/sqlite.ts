import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { fromBytes, inBytes } from './bytes.ts';
import type { Database, Sql, SqlValue } from './sql.ts';

/** How long another one may hold the file before we give up, and how often we look. */
const BUSY_MS = 5000;
const LOOK_AGAIN_MS = 5;
const SQLITE_BUSY = 5;
/** Statements differ by how many rows they take: kept without end they would fill the memory. */
const STATEMENTS = 100;

/** The team's database in one file, for one process; a second one beside it is borne. `:memory:` is for tests. */
export function openSqlite(file: string): Database {
	const db = new DatabaseSync(file);
	// Whoever opens the file first turns it to WAL; a moment's wait is right here, before anything runs.
	db.exec(`
		pragma busy_timeout = ${BUSY_MS};
		pragma journal_mode = wal;
		pragma synchronous = full;
		pragma busy_timeout = 0;
	`);
	const statements = new Map<string, StatementSync>();
	const prepared = (text: string) => {
		const known = statements.get(text);
		if (known) {
			// To the end: the first is the one that was not used for longest.
			statements.delete(text);
			statements.set(text, known);
			return known;
		}
		if (statements.size === STATEMENTS) statements.delete(statements.keys().next().value!);
		const statement = db.prepare(inOwnWords(text));
		statements.set(text, statement);
		return statement;
	};
	const sql: Sql = {
		engine: 'sqlite',
		all: <Row>(text: string, values: readonly SqlValue[] = []) =>
			settled(() => {
				const rows = prepared(text).all(...values.map(toStore));
				rows.forEach(fromStore);
				return rows as Row[];
			}),
		run: (text, values = []) =>
			settled(() => Number(prepared(text).run(...values.map(toStore)).changes))
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
				await begin(db);
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

/** SQLite's own waiting would stop the whole process, and with it whoever has the lock in it. */
async function begin(db: DatabaseSync) {
	for (const until = Date.now() + BUSY_MS; ;) {
		try {
			return db.exec('begin immediate');
		} catch (error) {
			const isBusy = (error as { errcode?: number }).errcode === SQLITE_BUSY;
			if (!isBusy || Date.now() > until) throw error;
		}
		await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
	}
}

function toStore(value: SqlValue): SqlValue {
	return typeof value === 'string' ? inBytes(value) : value;
}

function fromStore(row: Record<string, unknown>) {
	for (const key in row) {
		const value = row[key];
		if (value instanceof Uint8Array) row[key] = fromBytes(value);
	}
}

async function settled<T>(work: () => T): Promise<T> {
	return work();
}

/** SQLite says "?1" for "$1", and "?" for the next one: the former is looked for in a list, which takes long in a long one. */
function inOwnWords(text: string): string {
	let last = 0;
	const isInOrder = text.matchAll(/\$(\d+)/g).every(([, number]) => Number(number) === ++last);
	return text.replace(/\$(\d+)/g, isInOrder ? '?' : '?$1');
}
