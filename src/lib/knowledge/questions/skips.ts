import type { Condition } from '../../domain/condition.ts';
import type { Option } from '../../domain/question.ts';

/** What makes a question pointless, under one name each; a question is left out once one is known to hold. */

const noGroupOf = (platform: string): Condition => ({
	count: 'groups',
	where: { question: 'platform', is: [platform] },
	under: 1
});

export const NO_WINDOWS: Condition = {
	all: [{ question: 'nWindows', is: [0] }, noGroupOf('windows')]
};

export const NO_WINDOWS_OR_MAC: Condition = {
	all: [NO_WINDOWS, { question: 'nMac', is: [0] }, noGroupOf('mac')]
};

export const NO_CLIENTS: Condition = {
	all: [NO_WINDOWS_OR_MAC, { question: 'nLinux', is: [0] }, noGroupOf('linux')]
};

/** Asked inside one client group. */
export const GROUP_IS_NOT_WINDOWS: Condition = { question: 'platform', isNot: ['windows'] };

export const NO_CANDIDATE: Condition = { count: 'candidates', under: 1 };

/** Asked inside one candidate: it cannot be a Group Update Provider, so its details do not matter. */
export const CANDIDATE_IS_OUT: Condition = {
	any: [
		{ question: 'isSepm', is: ['yes'] },
		{ question: 'hostOs', is: ['other'] }
	]
};

export const ONE_SUBNET: Condition = { question: 'subnets', under: 2 };

export const SEPM_IS_OUT_OF_REACH: Condition = { question: 'sepmReachable', is: ['no'] };

export const NO_LINK: Condition = { question: 'linkDownMbps', is: [0] };

/** The details of the link matter only where there is one and the SEPM is behind it. */
export const LINK_DOES_NOT_MATTER: Condition = {
	any: [SEPM_IS_OUT_OF_REACH, NO_LINK, { question: 'wanType', is: ['none'] }]
};

export const NO_LOCAL_INTERNET: Condition = {
	any: [
		{ question: 'internetAllowed', is: ['no'] },
		{ question: 'internetLocal', is: ['no'] }
	]
};

export const NO_PROXY: Condition = {
	any: [NO_LOCAL_INTERNET, { question: 'proxyPresent', is: ['none'] }]
};

/** The list was answered, and it is empty. */
export const noneOf = (question: string): Condition => ({ not: { question, includes: [] } });

export const YES_NO: readonly Option[] = [
	{ value: 'yes', label: 'Yes' },
	{ value: 'no', label: 'No' }
];
