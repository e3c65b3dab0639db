import { isNotApplicable, isUnknown, type Answer } from '$lib/domain/answer';
import { shown } from '$lib/domain/shown';
import type { AskedOf, Question } from '$lib/domain/question';
import type { Collection } from '$lib/domain/survey';
import { dayText, siteMomentText } from './moment-words';
import { rowsIn, typedOf } from './typed';

/** One value a question has had: what, who and when. `null` is an answer that was taken back. */
export interface Entry {
	readonly id: string;
	readonly answer: Answer | null;
	/** Empty while nobody has given a name. */
	readonly who: string;
	/** ISO 8601 with offset. */
	readonly at: string;
}

export const ASKED_OF: { readonly [Who in AskedOf]: string } = {
	contact: 'ask your contact',
	machine: 'read it off the machine',
	network: 'ask the network owner',
	'sepm-console': 'look in the SEPM console',
	technician: 'you know it'
};

export const COLLECTION_WORDS: {
	readonly [Name in Collection]: { readonly one: string; readonly many: string };
} = {
	groups: { one: 'client group', many: 'client groups' },
	candidates: { one: 'candidate', many: 'candidates' },
	subnets: { one: 'subnet', many: 'subnets' }
};

/** What a technician says most often, so that one press is enough. */
export const QUICK_REASONS = {
	unknown: [
		'Nobody here knows',
		'The person to ask was not there',
		'No access to the machine or console',
		'To be measured later'
	],
	'not-applicable': ['There is none at this site', 'Not used here', 'Others take care of it']
} as const;

export function answerText(question: Question, answer: Answer | null | undefined): string {
	if (answer === null || answer === undefined) return 'No answer';
	if (isUnknown(answer)) return `Could not find out: ${answer.unknown}`;
	if (isNotApplicable(answer)) return `Does not apply: ${answer.notApplicable}`;
	switch (question.kind) {
		case 'date':
			return dayText(String(answer));
		case 'datetime':
			return siteMomentText(String(answer));
		case 'table': {
			const rows = rowsIn(typedOf(question, answer));
			if (rows.length === 0) return 'nothing to list';
			return rows.map((row) => Object.values(row).filter(Boolean).join(', ')).join('; ');
		}
		default:
			return shown(question, answer) ?? '';
	}
}

export function whoText(who: string): string {
	return who.trim() === '' ? 'somebody without a name' : who;
}
