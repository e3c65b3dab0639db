import type { MethodId } from './method.ts';
import type { Item } from './progress.ts';
import type { Place } from './survey.ts';

/**
 * What an answer that is missing can still do: turn the recommendation, fill in a detail of the plan (a reason, a
 * warning, a size, a setting, a step), or nothing any more, whatever else is answered.
 */
export type Worth =
	| { readonly kind: 'decides'; readonly couldChange: readonly MethodId[] }
	| { readonly kind: 'details' }
	| { readonly kind: 'nothing'; readonly because: string };

export interface Worths {
	/** Only questions that the plan reads and that have no value; by `worthKey`. */
	readonly of: Readonly<Record<string, Worth>>;
	/** What decides, the most urgent first; questions of a group that does not exist yet stand without one. */
	readonly order: readonly string[];
}

export function worthKey(question: string, place?: Place): string {
	return place ? `${place.collection}/${place.id}/${question}` : question;
}

/** Missing for the plan: without an answer, and able to change something. */
export function isMissing(
	item: Pick<Item, 'question' | 'place' | 'state'>,
	worths?: Worths
): boolean {
	const { question, place, state } = item;
	if (!question.planReads || state !== 'unanswered') return false;
	return worths?.of[worthKey(question.id, place)]?.kind !== 'nothing';
}
