import type { StepTemplate } from '../domain/checklist.ts';
import { GUP_STEPS } from './steps/gup.ts';
import { INTELLIGENT_UPDATER_STEPS } from './steps/intelligent-updater.ts';
import { LIVEUPDATE_STEPS } from './steps/liveupdate.ts';
import { LUA_STEPS } from './steps/lua.ts';
import { SEPM_STEPS } from './steps/sepm.ts';
import { THIRD_PARTY_STEPS } from './steps/third-party.ts';

/** The six checklists, in the order of the methods. */
export const STEPS: readonly StepTemplate[] = [
	...SEPM_STEPS,
	...GUP_STEPS,
	...LUA_STEPS,
	...LIVEUPDATE_STEPS,
	...THIRD_PARTY_STEPS,
	...INTELLIGENT_UPDATER_STEPS
];
