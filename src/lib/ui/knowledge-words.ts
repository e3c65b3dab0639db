import type { Why } from '$lib/domain/since';
import type { Survey } from '$lib/domain/survey';
import { olderKnowledge } from '$lib/domain/work';
import { whoText } from './answer-words';
import { readableTime } from './plan-words';

/** Something that was done with knowledge of a version, as the beginning of a sentence. */
export interface Occasion {
	readonly version: string;
	readonly what: string;
}

/** The last print of a plan from this device. */
export type Printed = {
	/** Its title: "Site report". */
	readonly title: string;
	readonly knowledge: string;
	readonly at: string;
};

interface Approval {
	readonly by: string;
	readonly at: string;
	readonly knowledge?: string;
}

/** What was recorded, signed, approved and printed with other knowledge than today's; version by version. */
export function olderOccasions(
	survey: Survey,
	approval: Approval | undefined,
	printed: Printed | undefined,
	now: string
): readonly { readonly version: string; readonly occasions: readonly Occasion[] }[] {
	const occasions: Occasion[] = olderKnowledge(survey.steps, now).map((version) => ({
		version,
		what: 'Steps of this site were recorded'
	}));
	if (approval?.knowledge !== undefined) {
		const { knowledge: version, by, at } = approval;
		occasions.push({
			version,
			what: `${whoText(by)} approved the survey on ${readableTime(at)}`
		});
	}
	if (printed) {
		const { knowledge: version, title, at } = printed;
		occasions.push({
			version,
			what: `“${title}” was printed from this device on ${readableTime(at)}`
		});
	}
	const older = occasions.filter(({ version }) => version !== now);
	return [...new Set(older.map(({ version }) => version))].sort().map((version) => ({
		version,
		occasions: older.filter((each) => each.version === version)
	}));
}

export const WHYS: { readonly [Each in Why]: string } = {
	nothing: 'The answers and the knowledge are the same as then.',
	knowledge: 'The answers are the same as then, so what differs comes from the knowledge.',
	answers: 'The knowledge is the same as then, so what differs comes from answers.',
	either:
		'Answers and knowledge have both changed. Where the history of the knowledge tells of a rule, it stands beside it.',
	unknown:
		'The knowledge has changed. The file does not say which answers it was made from, so they may have changed as well.'
};
