import { valueOf, type Value } from './answer.ts';
import type { Confidence } from './question.ts';
import { limitsWith, type Limit } from './rule.ts';
import type { Limits } from './firing.ts';
import type { Instance, InstanceId, Survey } from './survey.ts';
import { copyHours, kilobytesPerSecond, type Sizes } from './transfer.ts';
import { isSameVersion, parseVersion } from './version.ts';

/** What a rule may read about one candidate for a Group Update Provider; absent while it is not known. */
export interface CandidateFacts {
	readonly isSepm?: boolean;
	readonly isServer?: boolean;
	readonly alwaysOn?: boolean;
	readonly sameVersion?: boolean;
	readonly address?: string;
	readonly freeDiskGigabytes?: number;
	readonly ownerAgrees?: string;
	readonly hasOtherRoles?: boolean;
	/** Windows clients of the groups it would serve. */
	readonly clients?: number;
	/** Gigabytes that the proposed cache takes. */
	readonly cacheGigabytes?: number;
}

export type CandidateFactId = keyof CandidateFacts;
type Known<Need extends CandidateFactId> = {
	readonly [Id in Need]-?: NonNullable<CandidateFacts[Id]>;
};

/** One sentence of knowledge on what makes a computer fit to be a Group Update Provider. */
export interface CandidateRule<Need extends CandidateFactId = CandidateFactId> {
	readonly id: string;
	readonly effect: 'rules-out' | 'cautions' | 'favours';
	readonly needs: readonly Need[];
	readonly when: (facts: Known<Need>, limits: Limits) => boolean;
	readonly reason: string;
	readonly sources: readonly string[];
	readonly confidence: Confidence;
	/** What to find out first, while a fact it needs is missing. */
	readonly ask: string;
}

/** Keeps the facts a rule reads tied to those it names. */
export function candidateRule<const Need extends CandidateFactId>(
	row: CandidateRule<Need>
): CandidateRule {
	return row as unknown as CandidateRule;
}

export interface CandidateReason {
	readonly rule: string;
	readonly effect: 'rules-out' | 'cautions' | 'favours' | 'open';
	readonly reason: string;
	readonly sources: readonly string[];
	readonly confidence: Confidence;
}

export interface JudgedCandidate {
	readonly id: InstanceId;
	readonly host: string;
	readonly fit: 'suitable' | 'cautioned' | 'open' | 'ruled-out';
	readonly because: readonly CandidateReason[];
}

export interface Proposal {
	readonly setting: 'type' | 'cache' | 'retention' | 'simultaneous' | 'bandwidth' | 'bypass';
	readonly label: string;
	/** As it is written into the policy; `null` where an answer is missing. */
	readonly value: string | null;
	readonly reason: string;
	readonly sources: readonly string[];
	readonly confidence: Confidence;
}

export interface GupPlan {
	readonly candidates: readonly JudgedCandidate[];
	readonly proposals: readonly Proposal[];
}

/** Judges every candidate and proposes the settings of the policy, for the groups that a GUP serves. */
export function planGups(
	survey: Survey,
	groups: readonly InstanceId[],
	rules: readonly CandidateRule[],
	sizes: Sizes,
	limits: readonly Limit[]
): GupPlan {
	const served = survey.groups.filter(({ id }) => groups.includes(id));
	const cache = cacheMegabytes(survey, served, sizes);
	const effective = limitsWith(limits, survey.limits);
	const candidates = survey.candidates.map((candidate) =>
		judgeCandidate(candidate, factsOfCandidate(candidate, survey, served, cache), rules, effective)
	);
	return { candidates, proposals: proposalsFor(survey, served, candidates, cache, sizes) };
}

function judgeCandidate(
	candidate: Instance,
	facts: CandidateFacts,
	rules: readonly CandidateRule[],
	limits: Limits
): JudgedCandidate {
	const because = rules.flatMap((row): readonly CandidateReason[] => {
		const { id: rule, sources, confidence } = row;
		if (row.needs.some((need) => facts[need] === undefined)) {
			return [{ rule, effect: 'open', reason: row.ask, sources, confidence }];
		}
		const fires = row.when(facts as Known<CandidateFactId>, limits);
		return fires ? [{ rule, effect: row.effect, reason: row.reason, sources, confidence }] : [];
	});
	const has = (effect: CandidateReason['effect']) => because.some((each) => each.effect === effect);
	const isWallOpen = because.some(
		({ rule, effect }) =>
			effect === 'open' && rules.some(({ id, effect }) => id === rule && effect === 'rules-out')
	);
	const host = valueOf(candidate.answers.host);
	return {
		id: candidate.id,
		host: typeof host === 'string' ? host : `Candidate ${candidate.id}`,
		fit: has('rules-out')
			? 'ruled-out'
			: isWallOpen
				? 'open'
				: has('cautions')
					? 'cautioned'
					: 'suitable',
		because
	};
}

function factsOfCandidate(
	{ answers }: Instance,
	survey: Survey,
	served: readonly Instance[],
	cache: number
): CandidateFacts {
	const isSepm = yesNo(valueOf(answers.isSepm));
	const alwaysOn = yesNo(valueOf(answers.alwaysOn));
	const os = text(valueOf(answers.hostOs));
	const address = text(valueOf(answers.addressFixed));
	const disk = number(valueOf(answers.freeDiskGigabytes));
	const ownerAgrees = text(valueOf(answers.ownerAgrees));
	const roles = valueOf(answers.otherRoles);
	const own = version(valueOf(answers.candidateVersion));
	const sepm = version(valueOf(survey.answers.sepmVersion));
	const counts = served.map((group) => number(valueOf(group.answers.clients)));

	return {
		...(isSepm === undefined ? {} : { isSepm }),
		...(alwaysOn === undefined ? {} : { alwaysOn }),
		...(os === undefined ? {} : { isServer: os === 'windows-server' }),
		...(address === undefined ? {} : { address }),
		...(disk === undefined ? {} : { freeDiskGigabytes: disk }),
		...(ownerAgrees === undefined ? {} : { ownerAgrees }),
		...(Array.isArray(roles) ? { hasOtherRoles: roles.length > 0 } : {}),
		...(own && sepm ? { sameVersion: isSameVersion(own, sepm) } : {}),
		...(counts.includes(undefined)
			? {}
			: { clients: counts.reduce<number>((sum, n) => sum + (n ?? 0), 0) }),
		cacheGigabytes: cache / 1000
	};
}

/** The worst case of one content type: a full set and one delta for every revision kept (numbers.md 12.2, inferred). */
function cacheMegabytes(survey: Survey, served: readonly Instance[], sizes: Sizes): number {
	const full =
		number(valueOf(survey.answers.fullContentMegabytes)) ?? sizes.fullContentMegabytes.value;
	const delta = number(valueOf(survey.answers.deltaMegabytes)) ?? sizes.deltaMegabytes.value;
	const revisions = number(valueOf(survey.answers.sepmRevisions)) ?? 30;
	const bitness = served.some(({ answers }) => valueOf(answers.bitnessMix) === 'both') ? 2 : 1;
	return Math.ceil((2 * bitness * (full + revisions * delta)) / 100) * 100;
}

function proposalsFor(
	survey: Survey,
	served: readonly Instance[],
	candidates: readonly JudgedCandidate[],
	cache: number,
	sizes: Sizes
): readonly Proposal[] {
	return [
		typeProposal(survey, served, candidates),
		{
			setting: 'cache',
			label: 'Largest disk cache',
			value: `${cache} MB`,
			reason:
				'Room for two full sets and a delta for each revision the SEPM keeps, doubled where 32-bit and 64-bit clients meet. Estimated from the sizes of this plan.',
			sources: ['KB177667', 'OURS'],
			confidence: 'ours'
		},
		retentionProposal(survey, sizes),
		{
			setting: 'simultaneous',
			label: 'Most simultaneous downloads',
			value: null,
			reason:
				'Leave what the console shows and write it down; raise it only if clients wait for each other during the pilot. No published figure was found.',
			sources: ['API'],
			confidence: 'unconfirmed'
		},
		bandwidthProposal(survey, sizes),
		bypassProposal(survey, served, candidates, sizes)
	];
}

function typeProposal(
	survey: Survey,
	served: readonly Instance[],
	candidates: readonly JudgedCandidate[]
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
			reason: `Each of the ${subnets} subnets has a candidate of its own, and a client looks for a GUP in its own subnet.`
		};
	}
	return {
		...row,
		value: 'explicit list',
		reason: `Clients are in ${subnets} subnets and not every one has a candidate: the list sends each subnet to a GUP in another one. The subnets must be routed to each other.`
	};
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
	const mbps = number(valueOf(survey.answers.linkDownMbps));
	if (served.some(({ answers }) => valueOf(answers.roaming) === 'yes')) {
		return {
			...row,
			value: '15 minutes for roaming groups; 3 days for the others',
			reason:
				'A client away from the site must not wait for a GUP that it cannot reach. Give roaming clients a policy of their own.'
		};
	}
	const clients = served.reduce(
		(sum, { answers }) => sum + (number(valueOf(answers.clients)) ?? 0),
		0
	);
	const share = number(valueOf(survey.answers.linkSharePercent)) ?? sizes.linkSharePercent.value;
	const window = number(valueOf(survey.answers.windowHours)) ?? sizes.windowHours.value;
	const full =
		number(valueOf(survey.answers.fullContentMegabytes)) ?? sizes.fullContentMegabytes.value;
	const hours = mbps === undefined ? undefined : copyHours(clients * full, mbps, share);
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
	return hours > window
		? {
				...row,
				value: '3 days',
				reason: `Clients that go to the SEPM together would fill the link for ${hours.toFixed(1)} hours.${second}`
			}
		: {
				...row,
				value: '15 minutes',
				reason:
					'The link can carry every client for a while, so a missing GUP need not delay protection.'
			};
}

function yesNo(value: Value | undefined): boolean | undefined {
	return typeof value === 'string' ? value === 'yes' : undefined;
}

function text(value: Value | undefined): string | undefined {
	return typeof value === 'string' ? value : undefined;
}

function number(value: Value | undefined): number | undefined {
	return typeof value === 'number' ? value : undefined;
}

function version(value: Value | undefined) {
	return typeof value === 'string' ? parseVersion(value) : undefined;
}
