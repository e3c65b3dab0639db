import { nextByWorth, type Spot } from '$lib/domain/next-question';
import { contentOf } from '$lib/domain/revision';
import type { Survey } from '$lib/domain/survey';
import { isMissing, worthKey, type Worth, type Worths } from '$lib/domain/worth-key';
import type { SectionRow } from '$lib/ui/section-words';
import type { Stop } from './walk';

/** What is known of a survey once it was weighed. */
export interface Weighed {
	readonly worths: Worths;
	readonly of: (stop: Stop) => Worth | undefined;
	readonly isMissing: (stop: Stop) => boolean;
	readonly next: (
		rows: readonly SectionRow[],
		stops: readonly Stop[],
		spot: Spot | undefined,
		passed: readonly Spot[]
	) => string | undefined;
}

let run = 0;
let last: { readonly content: string; readonly weighed: Weighed } | undefined;

/**
 * Weighs the missing answers, and the same answers once. Rules come with the first call,
 * after the page stands; until they are there the survey goes on in asking order.
 */
export async function weigh(survey: Survey, tell: (weighed: Weighed) => void): Promise<void> {
	const content = contentOf(survey);
	const own = (run += 1);
	if (last?.content !== content) {
		const [{ KNOWLEDGE }, { worthsOf }] = await Promise.all([
			import('$lib/knowledge/knowledge'),
			import('$lib/domain/worth')
		]);
		if (own !== run) return;
		last = { content, weighed: weighedBy(worthsOf(survey, KNOWLEDGE)) };
	}
	tell(last.weighed);
}

function weighedBy(worths: Worths): Weighed {
	return {
		worths,
		of: ({ question, place }) => worths.of[worthKey(question.id, place)],
		isMissing: (stop) => isMissing(stop, worths),
		next(rows, stops, spot, passed) {
			const found = nextByWorth(stops, worths, spot, passed);
			if (found !== 'groups') return found?.href;
			return rows.find(({ section }) => section.collection === 'groups')?.href;
		}
	};
}
