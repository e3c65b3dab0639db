import type { Sql, SqlValue } from './sql.ts';

/** SQLite takes 32,766 values a statement; a row of the log has 13. */
const ROWS_A_STATEMENT = 500;

export async function insert(
	sql: Sql,
	into: string,
	rows: readonly (readonly SqlValue[])[],
	end = ''
): Promise<void> {
	for (const slice of slices(rows)) {
		const width = slice[0]!.length;
		const places = slice.map((_, index) => `(${listFrom(1 + index * width, width)})`);
		await sql.run(`insert into ${into} values ${places.join(', ')} ${end}`, slice.flat());
	}
}

/**
 * The log, to be gone into by that index. Left to itself SQLite, which does not know how long the log is, would rather go through
 * all of it by its key than look up five ids one by one.
 */
export function logBy({ engine }: Sql, index: 'ev_id' | 'ev_survey' | 'ev_held'): string {
	return engine === 'sqlite' ? `ev indexed by ${index}` : 'ev';
}

/** Placeholders: from 2, for 3, they are `$2, $3, $4`. */
export function listFrom(first: number, many: number): string {
	return Array.from({ length: many }, (_, index) => `$${first + index}`).join(', ');
}

export function slices<T>(list: readonly T[]): T[][] {
	const count = Math.ceil(list.length / ROWS_A_STATEMENT);
	return Array.from({ length: count }, (_, index) =>
		list.slice(index * ROWS_A_STATEMENT, (index + 1) * ROWS_A_STATEMENT)
	);
}
