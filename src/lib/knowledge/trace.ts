import type { Traced } from '../domain/edition.ts';
import { NUMBERS_TRACE } from './trace/numbers.ts';
import { PROCEDURES_TRACE } from './trace/procedures.ts';
import { QUESTIONS_TRACE } from './trace/questions.ts';
import { RECOMMENDER_TRACE } from './trace/recommender.ts';
import { SEED_TRACE } from './trace/seed.ts';
import { STEPS_TRACE } from './trace/steps.ts';

/**
 * What was collected, row by row, and what carries it here. Statements are in our words; `by` names rows by id, steps by
 * their printed code, and everything else with its kind before a colon: "setting:cache", "check:V8".
 */
export const TRACE: readonly Traced[] = [
	...SEED_TRACE,
	...RECOMMENDER_TRACE,
	...NUMBERS_TRACE,
	...STEPS_TRACE,
	...PROCEDURES_TRACE,
	...QUESTIONS_TRACE
];
