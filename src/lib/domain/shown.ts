import type { Value } from './answer.ts';
import type { Question } from './question.ts';

/** An answer as a person reads it: labels for choices, a unit after a number. */
export function shown(question: Question, value: Value | undefined): string | undefined {
	if (value === undefined) return undefined;
	switch (question.kind) {
		case 'choice':
		case 'many': {
			const values = Array.isArray(value) ? value : [value];
			if (values.length === 0) return 'none';
			return values
				.map(
					(each) => question.options.find((option) => option.value === each)?.label ?? String(each)
				)
				.join(', ');
		}
		case 'integer':
		case 'number':
			return question.unit === 'count' ? String(value) : `${String(value)} ${question.unit}`;
		case 'table':
			return Array.isArray(value)
				? (value as readonly Record<string, unknown>[])
						.map((row) => question.columns.map(({ id }) => String(row[id] ?? '')).join(' · '))
						.join('; ')
				: String(value);
		default:
			return String(value);
	}
}
