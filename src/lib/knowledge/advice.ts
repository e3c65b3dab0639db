import type { Advice } from '../domain/advice.ts';
import { CONTENT_ADVICE } from './advice/content.ts';
import { GUP_ADVICE } from './advice/gup.ts';
import { HAND_ADVICE } from './advice/hand.ts';
import { LIVEUPDATE_ADVICE } from './advice/liveupdate.ts';
import { LUA_ADVICE } from './advice/lua.ts';
import { SEPM_ADVICE } from './advice/sepm.ts';
import { VERSION_ADVICE } from './advice/versions.ts';

/** What must be mended or known. It chooses no method. */
export const ADVICE: readonly Advice[] = [
	...VERSION_ADVICE,
	...GUP_ADVICE,
	...SEPM_ADVICE,
	...CONTENT_ADVICE,
	...LUA_ADVICE,
	...LIVEUPDATE_ADVICE,
	...HAND_ADVICE
];
