import type { Answers } from '../../src/lib/domain/answer.ts';
import type { Knowledge } from '../../src/lib/domain/plan.ts';
import { emptySurvey, type Survey } from '../../src/lib/domain/survey.ts';
import { ADVICE } from '../../src/lib/knowledge/advice.ts';
import { CANDIDATE_RULES } from '../../src/lib/knowledge/candidates.ts';
import { LIMITS } from '../../src/lib/knowledge/limits.ts';
import { METHODS } from '../../src/lib/knowledge/methods.ts';
import { QUESTIONNAIRE } from '../../src/lib/knowledge/questionnaire.ts';
import { RULES } from '../../src/lib/knowledge/rules.ts';
import { SIZES } from '../../src/lib/knowledge/sizes.ts';
import { SOURCES } from '../../src/lib/knowledge/sources.ts';

/** The product's tables without its checklists, which choose nothing. */
export const TABLES: Knowledge = {
	version: 'test',
	methods: METHODS,
	questionnaire: QUESTIONNAIRE,
	rules: RULES,
	advice: ADVICE,
	candidateRules: CANDIDATE_RULES,
	limits: LIMITS,
	steps: [],
	sizes: SIZES,
	sources: SOURCES
};

export interface Site {
	readonly answers?: Answers;
	/** Group name to its answers. */
	readonly groups?: Readonly<Record<string, Answers>>;
	readonly candidates?: readonly Answers[];
	readonly limits?: Readonly<Record<string, number>>;
}

/** A survey as a test writes it down. */
export function surveyOf({
	answers = {},
	groups = {},
	candidates = [],
	limits = {}
}: Site): Survey {
	return {
		...emptySurvey('s', 'Site'),
		answers,
		groups: Object.entries(groups).map(([id, group]) => ({
			id,
			answers: { groupName: id, ...group }
		})),
		candidates: candidates.map((each, index) => ({ id: `c${index}`, answers: each })),
		limits
	};
}
