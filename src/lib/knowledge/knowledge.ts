import type { Knowledge } from '../domain/plan.ts';
import { STEPS } from './steps.ts';
import { TABLES } from './tables.ts';

/** Everything the product knows about distributing content. Raise the version with every change of a table. */
export const KNOWLEDGE: Knowledge = {
	version: '2026.11.3',
	...TABLES,
	steps: STEPS
};
