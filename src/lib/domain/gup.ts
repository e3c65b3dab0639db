import { valueOf } from './answer.ts';
import {
	type CandidateRule,
	factsOfCandidate,
	judgeCandidate,
	type JudgedCandidate
} from './candidate.ts';
import { type Proposal, proposalsFor } from './gup-settings.ts';
import { type Limit, limitsWith } from './rule.ts';
import type { Instance, InstanceId, Survey } from './survey.ts';
import type { Sizes } from './transfer.ts';
import { number } from './value-kinds.ts';

export interface GupPlan {
	readonly candidates: readonly JudgedCandidate[];
	readonly proposals: readonly Proposal[];
}

/** Judges every candidate and proposes the settings of the policy, for the groups that a GUP serves. */
export function planGups(
	survey: Survey,
	groups: readonly InstanceId[],
	rules: readonly CandidateRule[],
	sizes: Sizes,
	limits: readonly Limit[]
): GupPlan {
	const served = survey.groups.filter(({ id }) => groups.includes(id));
	const cache = cacheMegabytes(survey, served, sizes);
	const effective = limitsWith(limits, survey.limits);
	const candidates = survey.candidates.map((candidate) =>
		judgeCandidate(candidate, factsOfCandidate(candidate, survey, served, cache), rules, effective)
	);
	return { candidates, proposals: proposalsFor(survey, served, candidates, cache, sizes) };
}

/** The worst case of one content type: a full set and one delta for every revision kept (numbers.md 12.2, inferred). */
function cacheMegabytes(survey: Survey, served: readonly Instance[], sizes: Sizes): number {
	const full =
		number(valueOf(survey.answers.fullContentMegabytes)) ?? sizes.fullContentMegabytes.value;
	const delta = number(valueOf(survey.answers.deltaMegabytes)) ?? sizes.deltaMegabytes.value;
	const revisions = number(valueOf(survey.answers.sepmRevisions)) ?? 30;
	const bitness = served.some(({ answers }) => valueOf(answers.bitnessMix) === 'both') ? 2 : 1;
	return Math.ceil((2 * bitness * (full + revisions * delta)) / 100) * 100;
}
