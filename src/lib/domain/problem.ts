import { isNotApplicable, isUnknown, type Answer, type Row, type Value } from './answer.ts';
import { readQuantity } from './quantity.ts';
import type { NumberQuestion, Question, TableQuestion } from './question.ts';

/** The longest text we take as one answer, in characters. */
export const LONGEST_TEXT = 20_000;

export type Input =
	{ readonly value: Value } | { readonly problem: string } | { readonly empty: true };

/** Reads what was typed into the field of a question; a choice is not typed and passes through `problemWith`. */
export function readInput(question: Question, text: string): Input {
	if (text.trim() === '') return { empty: true };
	if (question.kind === 'integer' || question.kind === 'number') {
		const reading = readQuantity(text, question.unit);
		if ('problem' in reading) return reading;
		const problem = problemWith(question, reading.value);
		return problem === undefined ? reading : { problem };
	}
	const value = question.kind === 'text' && question.long ? text : text.trim();
	const problem = problemWith(question, value);
	return problem === undefined ? { value } : { problem };
}

/** The one problem an answer has, as a sentence to the surveyor; `undefined` when it has none. */
export function problemWith(question: Question, answer: Answer | undefined): string | undefined {
	if (answer === undefined) return undefined;
	if (isUnknown(answer)) return reasonProblem(answer.unknown, 'it could not be found out');
	if (isNotApplicable(answer)) return reasonProblem(answer.notApplicable, 'it does not apply');

	switch (question.kind) {
		case 'text':
			return typeof answer === 'string' ? textProblem(answer) : 'This must be text.';
		case 'integer':
		case 'number':
			return numberProblem(question, answer);
		case 'choice': {
			const values = question.options.map(({ value }) => value);
			return typeof answer === 'string' && values.includes(answer)
				? undefined
				: `Choose one of: ${values.join(', ')}.`;
		}
		case 'many': {
			const values = question.options.map(({ value }) => value);
			const isList =
				Array.isArray(answer) && answer.every((each) => values.includes(each as string));
			return isList ? undefined : `Choose any of: ${values.join(', ')}; or none.`;
		}
		case 'date':
			return typeof answer === 'string' && isDate(answer)
				? undefined
				: 'Write the date as year-month-day, such as 2026-11-20.';
		case 'datetime':
			return typeof answer === 'string' && isDateTime(answer)
				? undefined
				: 'Write date and time such as 2026-11-20T09:12+01:00.';
		case 'table':
			return tableProblem(question, answer);
	}
}

/** Something unusual that is allowed all the same. */
export function warningWith(question: Question, answer: Answer | undefined): string | undefined {
	if (question.kind !== 'integer' && question.kind !== 'number') return undefined;
	if (typeof answer !== 'number' || !question.plausible) return undefined;
	const [low, high] = question.plausible;
	if (answer >= low && answer <= high) return undefined;
	return `Unusual: most sites have ${low} to ${high}${unitAfter(question)}. Check it once more, then go on.`;
}

/** Markup that could act when shown; nothing a site is named after. Such text is refused wherever it comes in. */
export function holdsActiveMarkup(text: string): boolean {
	return /<\s*\/?\s*(script|iframe|object|embed|svg|img|style|link|meta|base|form|video|audio)\b/i.test(
		text
	);
}

function textProblem(text: string): string | undefined {
	if (text.length > LONGEST_TEXT)
		return `This is ${text.length} characters long; the most is ${LONGEST_TEXT}.`;
	if (holdsActiveMarkup(text)) return 'This holds markup such as <script>; write plain words.';
	return undefined;
}

function reasonProblem(reason: string, what: string): string | undefined {
	return reason.trim() === '' ? `Say in a few words why ${what}.` : textProblem(reason);
}

function numberProblem(question: NumberQuestion, answer: Value): string | undefined {
	if (typeof answer !== 'number' || !Number.isFinite(answer)) return 'This must be a number.';
	if (question.kind === 'integer' && !Number.isInteger(answer))
		return 'This must be a whole number.';
	const { min, max } = question;
	if (min !== undefined && answer < min)
		return `This cannot be less than ${min}${unitAfter(question)}.`;
	if (max !== undefined && answer > max)
		return `This cannot be more than ${max}${unitAfter(question)}.`;
	return undefined;
}

function tableProblem({ columns }: TableQuestion, answer: Value): string | undefined {
	if (!Array.isArray(answer)) return 'This must be a list of rows.';
	for (const [index, row] of (answer as readonly unknown[]).entries()) {
		if (typeof row !== 'object' || row === null || Array.isArray(row))
			return `Row ${index + 1} is not a row.`;
		for (const { id, label, kind } of columns) {
			const cell = (row as Row)[id];
			if (cell === undefined || cell === '') continue;
			const problem = cellProblem(kind, cell);
			if (problem) return `Row ${index + 1}, ${label}: ${problem}`;
		}
	}
	return undefined;
}

function cellProblem(kind: 'text' | 'integer' | 'date', cell: string | number): string | undefined {
	if (kind === 'integer') return Number.isInteger(cell) ? undefined : 'a whole number is needed.';
	if (typeof cell !== 'string') return 'text is needed.';
	if (kind === 'date') return isDate(cell) ? undefined : 'a date such as 2026-11-20 is needed.';
	return textProblem(cell);
}

function unitAfter({ unit }: NumberQuestion): string {
	return unit === 'count' ? '' : ` ${unit}`;
}

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isDate(text: string): boolean {
	const match = /^\d{4}-(\d{2})-(\d{2})$/.exec(text);
	if (!match) return false;
	const day = Number(match[2]);
	return day >= 1 && day <= (DAYS[Number(match[1]) - 1] ?? 0);
}

function isDateTime(text: string): boolean {
	const match =
		/^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$/.exec(
			text
		);
	return match?.[1] !== undefined && isDate(match[1]);
}
