import pg from 'pg';
import type { Database, Sql, SqlValue } from './sql.ts';

/** A lost race or a deadlock: the same work may succeed when it is done again. */
const REPEATABLE = ['40001', '40P01'];
const TRIES = 8;
/** Nobody waits longer than this for the lock of a team; the request is answered with "busy". */
const LOCK_WAIT_MS = 2000;
const CONNECTIONS = 10;
/** For a connection, while all are in use or the server does not answer. */
const CONNECT_WAIT_MS = 5000;

const BIGINT = 20;
const types = new pg.TypeOverrides();
// Numbers of events stay far below 2^53.
types.setTypeParser(BIGINT, Number);

/** The team's database on PostgreSQL, for any number of app nodes. */
export function openPostgres(url: string): Database {
	const pool = new pg.Pool({
		connectionString: url,
		max: CONNECTIONS,
		connectionTimeoutMillis: CONNECT_WAIT_MS,
		types,
		options: `-c lock_timeout=${LOCK_WAIT_MS} -c synchronous_commit=on`
	});
	// A connection that breaks is replaced by the pool, and work on it fails by itself; unheard, the error would end the process.
	pool.on('error', () => undefined);
	pool.on('connect', (client) => client.on('error', () => undefined));

	async function once<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
		const client = await pool.connect();
		let isBroken = false;
		try {
			await client.query('begin isolation level read committed');
			const result = await work(doorOf(client));
			await client.query('commit');
			return result;
		} catch (error) {
			await client.query('rollback').catch(() => (isBroken = true));
			throw error;
		} finally {
			client.release(isBroken);
		}
	}

	return {
		...doorOf(pool),
		async transaction(work) {
			for (let tries = 1; ; tries++) {
				try {
					return await once(work);
				} catch (error) {
					if (tries === TRIES || !REPEATABLE.includes(codeOf(error))) throw error;
				}
			}
		},
		close: () => pool.end()
	};
}

/** PostgreSQL's five characters, or nothing. */
export function codeOf(error: unknown): string {
	return String((error as { code?: unknown } | undefined)?.code ?? '');
}

function doorOf(client: Pick<pg.Pool, 'query'> | pg.PoolClient): Sql {
	const query = (text: string, values: readonly SqlValue[] = []) => client.query(text, [...values]);
	return {
		engine: 'postgres',
		all: async <Row>(text: string, values?: readonly SqlValue[]) =>
			(await query(text, values)).rows as Row[],
		run: async (text, values) => (await query(text, values)).rowCount ?? 0
	};
}
