import type { Questionnaire } from '../domain/question.ts';
import { FORM } from './form.ts';
import { BASELINE } from './questions/baseline.ts';
import { CANDIDATES } from './questions/candidates.ts';
import { CLIENT_GROUPS } from './questions/client-groups.ts';
import { INTERNET } from './questions/internet.ts';
import { LAN } from './questions/lan.ts';
import { LINK } from './questions/link.ts';
import { RULES_AND_TOOLS } from './questions/rules-and-tools.ts';
import { SCOPE } from './questions/scope.ts';
import { SEPM } from './questions/sepm.ts';
import { SIGN_OFF } from './questions/sign-off.ts';
import { SUBNETS } from './questions/subnets.ts';
import { VISIT } from './questions/visit.ts';

/** The survey of a site, in the order of places and people: the door, the machines, the network, the console. */
export const QUESTIONNAIRE: Questionnaire = {
	...FORM,
	sections: [
		VISIT,
		SCOPE,
		CLIENT_GROUPS,
		SUBNETS,
		CANDIDATES,
		BASELINE,
		LINK,
		INTERNET,
		LAN,
		SEPM,
		RULES_AND_TOOLS,
		SIGN_OFF
	]
};
