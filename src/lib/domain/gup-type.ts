import { valueOf } from './answer.ts';
import type { JudgedCandidate } from './candidate.ts';
import type { Limits } from './firing.ts';
import type { Proposal } from './gup-settings.ts';
import type { Instance, Survey } from './survey.ts';
import { number, text } from './value-kinds.ts';

/** Single, multiple or explicit list: from the subnets, the candidates in them, and the routes between them. */
export function typeProposal(
	survey: Survey,
	served: readonly Instance[],
	candidates: readonly JudgedCandidate[],
	{ gupMinClients = 10 }: Limits
): Proposal {
	const row = {
		setting: 'type',
		label: 'Type of Group Update Provider',
		sources: ['KB152744', 'HOWTO80959'],
		confidence: 'vendor'
	} as const;
	const listed = survey.subnets.length;
	const subnets = Math.max(listed, number(valueOf(survey.answers.subnets)) ?? listed);
	const roams = served.some(({ answers }) => valueOf(answers.roaming) === 'yes');
	const usable = candidates.filter(({ fit }) => fit !== 'ruled-out');
	if (subnets === 0) {
		return {
			...row,
			value: null,
			reason: 'Find out how many subnets have clients: a GUP serves its own subnet.'
		};
	}
	if (subnets === 1) {
		return {
			...row,
			value: roams ? 'single, with an explicit list for the roaming clients' : 'single',
			reason: 'All clients are in one subnet, so one named computer serves them.'
		};
	}
	if (hasOwnCandidates(survey, usable)) {
		return {
			...row,
			value: 'multiple',
			reason: `Each of the ${subnets} subnets has a candidate of its own, and a client looks for a GUP in its own subnet.${small(survey, gupMinClients)}`
		};
	}
	const routes = routesOf(survey);
	if (routes === 'none') {
		return {
			...row,
			value: 'multiple',
			reason: `The ${subnets} subnets are not routed to each other, so that no list can send clients across: name a candidate in every one.`
		};
	}
	return {
		...row,
		value: 'explicit list',
		reason: `Clients are in ${subnets} subnets and not every one has a candidate: the list sends each subnet to a GUP in another one. ${ROUTES[routes]}`
	};
}

const ROUTES = {
	all: 'The subnets are routed to each other, as this needs.',
	some: 'Only some of the subnets are routed to each other: one that is cut off needs a candidate of its own.',
	unknown: 'The subnets must be routed to each other.'
} as const;

/** As it was answered for all of them, or else as the subnets were described one by one. */
function routesOf({ answers, subnets }: Survey): 'all' | 'some' | 'none' | 'unknown' {
	const said = valueOf(answers.routedBetween);
	if (said === 'all' || said === 'some' || said === 'none') return said;
	const each = subnets.map((subnet) => valueOf(subnet.answers.subnetRouted));
	if (each.length === 0 || each.includes(undefined)) return 'unknown';
	if (each.every((one) => one === 'none')) return 'none';
	return each.every((one) => one === 'all') ? 'all' : 'some';
}

/** A subnet with a handful of clients needs no GUP of its own (TECH92051 says so of a site). */
function small({ subnets }: Survey, least: number): string {
	const few = subnets.filter(
		({ answers }) => (number(valueOf(answers.subnetClients)) ?? least) < least
	);
	if (few.length === 0) return '';
	const names = few.map(({ answers }) => text(valueOf(answers.subnetAddress)) ?? 'one of them');
	return ` Fewer than ${least} clients are in ${names.join(', ')}: these may as well go to the SEPM.`;
}

function hasOwnCandidates(survey: Survey, usable: readonly JudgedCandidate[]): boolean {
	const covered = new Set(
		survey.candidates
			.filter(({ id }) => usable.some((candidate) => candidate.id === id))
			.map(({ answers }) => text(valueOf(answers.gupSubnet))?.trim())
	);
	const wanted = survey.subnets.map(({ answers }) => text(valueOf(answers.subnetAddress))?.trim());
	return (
		wanted.length > 0 && wanted.every((address) => address !== undefined && covered.has(address))
	);
}
