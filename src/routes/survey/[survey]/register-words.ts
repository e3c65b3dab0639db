import type { Json } from '$lib/domain/answer';
import { targetOf, type Path } from '$lib/log/path';

/** What a register other than a question of the questionnaire is called. */
export function registerName(path: Path): string {
	const target = targetOf(path);
	switch (target?.of) {
		case 'title':
			return 'The title of the survey';
		case 'state':
			return 'Whether the survey is active';
		case 'project':
			return 'The project of the survey';
		case 'assignee':
			return 'Who the survey is assigned to';
		case 'review':
			return 'The review of the survey';
		case 'instance':
			return 'Whether an entry is there';
		case 'steps':
			return `Checklist step ${target.key}`;
		case 'limits':
			return `The threshold ${target.key}`;
		case 'confirmations':
			return `The confirmation ${target.key}`;
		case 'comments':
			return 'A comment';
		default:
			return `“${path}”`;
	}
}

export function valueText(value: Json): string {
	if (value === null) return 'taken back';
	if (typeof value !== 'object') return String(value);
	const { state, text, reason, name, note } = value as Readonly<Record<string, Json | undefined>>;
	const words = [state, name, text, reason, note].filter((each) => typeof each === 'string');
	return words.length > 0 ? words.join(': ') : JSON.stringify(value);
}
