import type { Rule } from '../domain/rule.ts';
import { GUP_RULES } from './rules/gup.ts';
import { INTELLIGENT_UPDATER_RULES } from './rules/intelligent-updater.ts';
import { LIVEUPDATE_RULES } from './rules/liveupdate.ts';
import { LUA_RULES } from './rules/lua.ts';
import { SEPM_RULES } from './rules/sepm.ts';
import { THIRD_PARTY_RULES } from './rules/third-party.ts';

/** Every rule that speaks for or against a method. */
export const RULES: readonly Rule[] = [
	...SEPM_RULES,
	...GUP_RULES,
	...LUA_RULES,
	...LIVEUPDATE_RULES,
	...THIRD_PARTY_RULES,
	...INTELLIGENT_UPDATER_RULES
];
