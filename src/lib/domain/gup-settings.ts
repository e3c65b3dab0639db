import { valueOf } from './answer.ts';
import type { JudgedCandidate } from './candidate.ts';
import { BYPASS_MINUTES, bypassMinutes, standInHours } from './gup-sizes.ts';
import type { Confidence } from './question.ts';
import type { Limits } from './firing.ts';
import { typeProposal } from './gup-type.ts';
import type { Instance, Survey } from './survey.ts';
import { kilobytesPerSecond, type Sizes } from './transfer.ts';
import { number } from './value-kinds.ts';

export interface Proposal {
	readonly setting: 'type' | 'cache' | 'retention' | 'simultaneous' | 'bandwidth' | 'bypass';
	readonly label: string;
	/** As it is written into the policy; `null` where an answer is missing. */
	readonly value: string | null;
	readonly reason: string;
	readonly sources: readonly string[];
	readonly confidence: Confidence;
}

export function proposalsFor(
	survey: Survey,
	served: readonly Instance[],
	candidates: readonly JudgedCandidate[],
	cache: number,
	sizes: Sizes,
	limits: Limits
): readonly Proposal[] {
	return [
		typeProposal(survey, served, candidates, limits),
		{
			setting: 'cache',
			label: 'Largest disk cache',
			value: `${cache} MB`,
			reason:
				'Room for two full sets and a delta for each revision the SEPM keeps, doubled where 32-bit and 64-bit clients, or several versions, meet. Estimated from the sizes of this plan.',
			sources: ['KB177667', 'OURS'],
			confidence: 'ours'
		},
		retentionProposal(survey, sizes),
		{
			setting: 'simultaneous',
			label: 'Most simultaneous downloads',
			value: null,
			reason: `Leave what the console shows and write it down; raise it only if clients wait for each other during the pilot. No published figure was found.${slowNetwork(survey)}`,
			sources: ['API'],
			confidence: 'unconfirmed'
		},
		bandwidthProposal(survey, sizes),
		bypassProposal(survey, served, candidates, sizes)
	];
}

function retentionProposal(survey: Survey, sizes: Sizes): Proposal {
	const revisions = number(valueOf(survey.answers.sepmRevisions));
	const days =
		revisions === undefined ? null : Math.max(3, Math.ceil(revisions / sizes.releasesPerDay.value));
	return {
		setting: 'retention',
		label: 'Delete unused content after',
		value: days === null ? null : `${days} days`,
		reason:
			days === null
				? 'Find out how many revisions the SEPM keeps: a package is useful for about as long as its revision.'
				: 'As long as the SEPM keeps a revision, a client may still ask for its delta; deleted earlier, it crosses the link again.',
		sources: ['KB156741', 'OURS'],
		confidence: 'ours'
	};
}

function bandwidthProposal(survey: Survey, sizes: Sizes): Proposal {
	const mbps = number(valueOf(survey.answers.linkDownMbps));
	const share = number(valueOf(survey.answers.linkSharePercent)) ?? sizes.linkSharePercent.value;
	const speed = mbps === undefined ? null : Math.floor(kilobytesPerSecond(mbps, share));
	return {
		setting: 'bandwidth',
		label: 'Bandwidth from the SEPM',
		value: speed === null ? null : `${speed} kB/s`,
		reason:
			speed === null
				? 'Find out the speed of the link: the cap is the share of it that updates may use.'
				: `${share} % of a link of ${mbps} Mbit/s. Check the unit that the console asks for.`,
		sources: ['API', 'OURS'],
		confidence: 'ours'
	};
}

function bypassProposal(
	survey: Survey,
	served: readonly Instance[],
	candidates: readonly JudgedCandidate[],
	sizes: Sizes
): Proposal {
	const row = {
		setting: 'bypass',
		label: 'Bypass the GUP after',
		sources: ['TECH92051', 'HOWTO55184'],
		confidence: 'vendor'
	} as const;
	if (served.some(({ answers }) => valueOf(answers.roaming) === 'yes')) {
		return {
			...row,
			value: '15 minutes for roaming groups; 3 days for the others',
			reason:
				'A client away from the site must not wait for a GUP that it cannot reach. Give roaming clients a policy of their own.'
		};
	}
	const hours = standInHours(survey, served, sizes);
	if (hours === undefined) {
		return {
			...row,
			value: null,
			reason:
				'Find out the speed of the link: it decides whether the SEPM can stand in for the GUP.'
		};
	}
	const others = candidates.filter(({ fit }) => fit !== 'ruled-out').length;
	const second = others > 1 ? '' : ' Name a second GUP, since nothing else stands in for days.';
	if (bypassMinutes(survey, served, sizes) === BYPASS_MINUTES.short) {
		return {
			...row,
			value: '15 minutes',
			reason:
				'The link can carry every client for a while, so a missing GUP need not delay protection.'
		};
	}
	const window = number(valueOf(survey.answers.windowHours)) ?? sizes.windowHours.value;
	return {
		...row,
		value: '3 days',
		reason:
			hours.all > window
				? `Clients that go to the SEPM together would fill the link for ${hours.all.toFixed(1)} hours.${second}`
				: `The first full set takes ${Math.round(hours.copies * 60)} minutes to reach the site; clients that give their GUP up sooner would each fetch their own.${second}`
	};
}

/** What is known of the network inside the site, where it is slow. */
function slowNetwork({ answers }: Survey): string {
	const speed = valueOf(answers.lanSpeed);
	const wifi = number(valueOf(answers.wifiSharePercent));
	const slowest = speed === '10m' ? '10 Mbit/s' : speed === 'wifi-only' ? 'Wi-Fi' : undefined;
	const is = slowest === undefined ? '' : ` The slowest clients here have ${slowest}.`;
	const share = wifi ? ` ${wifi} % of the clients have Wi-Fi only, and slow each other down.` : '';
	return is + share;
}
