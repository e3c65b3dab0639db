import { valueOf, type Answer, type Row } from '$lib/domain/answer';
import { problemWith, readInput, type Input } from '$lib/domain/problem';
import { readQuantity } from '$lib/domain/quantity';
import type { Question, TableQuestion } from '$lib/domain/question';

/** A row of a table as it is typed: column id to text. */
export type TypedRow = Readonly<Record<string, string>>;

/** The text that stands in the field of a question for an answer; `readTyped` reads it back. */
export function typedOf(question: Question, answer: Answer | undefined): string {
	const value = valueOf(answer);
	if (value === undefined) return '';
	if (typeof value === 'number') return plainNumber(value);
	if (question.kind === 'table') return JSON.stringify(typedRows(question, value as Row[]));
	return typeof value === 'string' ? value : '';
}

export function readTyped(question: Question, text: string): Input {
	if (question.kind !== 'table') return readInput(question, text);
	const rows = rowsIn(text).filter((row) => Object.values(row).some((cell) => cell.trim() !== ''));
	if (rows.length === 0) return { empty: true };
	const value = rows.map((row) => rowOf(question, row));
	const problem = problemWith(question, value);
	return problem === undefined ? { value } : { problem };
}

/** Rows of a text that `typedOf` wrote; none when it is something else. */
export function rowsIn(text: string): readonly TypedRow[] {
	try {
		const rows: unknown = JSON.parse(text);
		return Array.isArray(rows) ? (rows as readonly TypedRow[]) : [];
	} catch {
		return [];
	}
}

/** Without an exponent and without grouping, so that the unit-aware reader takes it as it is. */
export function plainNumber(value: number): string {
	return value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 12 });
}

function typedRows({ columns }: TableQuestion, rows: readonly Row[]): readonly TypedRow[] {
	return rows.map((row) =>
		Object.fromEntries(
			columns.map(({ id }) => {
				const cell = row[id] ?? '';
				return [id, typeof cell === 'number' ? plainNumber(cell) : cell];
			})
		)
	);
}

/** A cell that is no number stays text, so that the problem can name its row. */
function rowOf({ columns }: TableQuestion, typed: TypedRow): Row {
	const cells = columns.flatMap(({ id, kind }) => {
		const text = (typed[id] ?? '').trim();
		if (text === '') return [];
		const reading = kind === 'integer' ? readQuantity(text, 'count') : { problem: '' };
		return [[id, 'value' in reading ? reading.value : text] as const];
	});
	return Object.fromEntries(cells);
}
