import type { Knowledge } from '../domain/plan.ts';
import { ADVICE } from './advice.ts';
import { CANDIDATE_RULES } from './candidates.ts';
import { LIMITS } from './limits.ts';
import { METHODS } from './methods.ts';
import { QUESTIONNAIRE } from './questionnaire.ts';
import { RULES } from './rules.ts';
import { SIZES } from './sizes.ts';
import { SOURCES } from './sources.ts';
import { STEPS } from './steps.ts';

/** Everything the product knows about distributing content. Raise the version with every change of a table. */
export const KNOWLEDGE: Knowledge = {
	version: '2026.11.1',
	methods: METHODS,
	questionnaire: QUESTIONNAIRE,
	rules: RULES,
	advice: ADVICE,
	candidateRules: CANDIDATE_RULES,
	limits: LIMITS,
	steps: STEPS,
	sizes: SIZES,
	sources: SOURCES
};
