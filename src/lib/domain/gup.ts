import {
	type CandidateRule,
	factsOfCandidate,
	judgeCandidate,
	type JudgedCandidate
} from './candidate.ts';
import { type Proposal, proposalsFor } from './gup-settings.ts';
import { cacheMegabytes } from './gup-sizes.ts';
import { type Limit, limitsWith } from './rule.ts';
import type { InstanceId, Survey } from './survey.ts';
import type { Sizes } from './transfer.ts';

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
	return {
		candidates,
		proposals: proposalsFor(survey, served, candidates, cache, sizes, effective)
	};
}
