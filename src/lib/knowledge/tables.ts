import type { Knowledge } from '../domain/plan.ts';
import { ADVICE } from './advice.ts';
import { CANDIDATE_RULES } from './candidates.ts';
import { LIMITS } from './limits.ts';
import { METHODS } from './methods.ts';
import { QUESTIONNAIRE } from './questionnaire.ts';
import { RULES } from './rules.ts';
import { SIZES } from './sizes.ts';
import { SOURCES } from './sources.ts';

/** What chooses a method. The checklists, half of all that is known by weight, are left to those who print them. */
export const TABLES: Omit<Knowledge, 'version' | 'steps'> = {
	methods: METHODS,
	questionnaire: QUESTIONNAIRE,
	rules: RULES,
	advice: ADVICE,
	candidateRules: CANDIDATE_RULES,
	limits: LIMITS,
	sizes: SIZES,
	sources: SOURCES
};
