import type { Item } from './progress.ts';
import type { Place } from './survey.ts';
import { worthKey, type Worths } from './worth-key.ts';

/** Where somebody is in the survey. */
export interface Spot {
	readonly question: string;
	readonly place?: Place | undefined;
}

/**
 * The question to offer next, once it is known what each can still do:
 * 1. the next one here, in asking order, that could change the recommendation: nobody is sent away from a section, or
 *    from the entry of one, in which something still decides;
 * 2. then the most urgent one elsewhere; `groups` where that is to describe a first client group;
 * 3. then whatever follows in asking order and can still do something, or is for the record;
 * 4. last what can change nothing any more.
 * What somebody went past without an answer comes after all that, the longest ago first: "Next" never goes to and fro.
 */
export function nextByWorth<T extends Item>(
	items: readonly T[],
	worths: Worths,
	spot: Spot | undefined,
	passed: readonly Spot[] = []
): T | 'groups' | undefined {
	const keyOf = ({ question, place }: Item) => worthKey(question.id, place);
	const at = items.findIndex((item) => spot && keyOf(item) === worthKey(spot.question, spot.place));
	const wentPast = passed.map(({ question, place }) => worthKey(question, place));
	const here = items[at];
	const round = [...items.slice(at + 1), ...items.slice(0, Math.max(at, 0))];
	const unanswered = round.filter(({ state }) => state === 'unanswered');
	const waiting = unanswered.filter((item) => !wentPast.includes(keyOf(item)));
	const kindOf = (item: T) => worths.of[keyOf(item)]?.kind;

	const near = waiting.find(
		(item) =>
			kindOf(item) === 'decides' &&
			item.section === here?.section &&
			item.place?.id === here.place?.id
	);
	if (near) return near;
	for (const key of worths.order) {
		const found = waiting.find((item) => keyOf(item) === key);
		if (found) return found;
		if (!items.some((item) => keyOf(item) === key)) return 'groups';
	}
	const left = waiting.find((item) => kindOf(item) !== 'nothing') ?? waiting[0];
	if (left) return left;
	const again = wentPast.find((key) => unanswered.some((item) => keyOf(item) === key));
	return unanswered.find((item) => keyOf(item) === again);
}
