import { valueOf, type Answers } from './answer.ts';
import type { Limits } from './firing.ts';
import type { Confidence } from './question.ts';
import type { Instance, InstanceId, Survey } from './survey.ts';
import { number, text, version, yesNo } from './value-kinds.ts';
import { isSameVersion } from './version.ts';

/** What a rule may read about one candidate for a Group Update Provider; absent while it is not known. */
export interface CandidateFacts {
	readonly isSepm?: boolean;
	readonly isServer?: boolean;
	/** When it is on; `at-times` while nobody said at which. */
	readonly power?: 'always' | 'office-hours' | 'irregular' | 'at-times';
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

export function judgeCandidate(
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

export function factsOfCandidate(
	{ answers }: Instance,
	survey: Survey,
	served: readonly Instance[],
	cache: number
): CandidateFacts {
	const isSepm = yesNo(valueOf(answers.isSepm));
	const power = powerOf(answers);
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
		...(power === undefined ? {} : { power }),
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

function powerOf({ alwaysOn, powerPattern }: Answers): CandidateFacts['power'] {
	const isAlways = yesNo(valueOf(alwaysOn));
	if (isAlways !== false) return isAlways ? 'always' : undefined;
	const pattern = valueOf(powerPattern);
	return pattern === 'office-hours' || pattern === 'irregular' ? pattern : 'at-times';
}
