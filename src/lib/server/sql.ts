export type SqlValue = string | number | null | Uint8Array;

/** One door to both engines. Text has `$1` placeholders and only what both engines understand. */
export interface Sql {
	readonly engine: 'sqlite' | 'postgres';
	all<Row>(text: string, values?: readonly SqlValue[]): Promise<Row[]>;
	/** How many rows were changed. */
	run(text: string, values?: readonly SqlValue[]): Promise<number>;
}

export interface Database extends Sql {
	/**
	 * All or nothing; durable when it resolves. One writer at a time on SQLite, READ COMMITTED on PostgreSQL, so lock first
	 * (`update team … returning`) and read afterwards. Work may run twice: a lost race is repeated.
	 */
	transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
	close(): Promise<void>;
}
