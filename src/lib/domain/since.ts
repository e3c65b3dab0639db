import type { Change, Release } from './edition.ts';
import type { MethodId } from './method.ts';
import type { Plan } from './plan.ts';
import type { EarlierPlan, EarlierVerdict } from './plan-file.ts';
import type { Fit } from './recommend.ts';
import type { RuleBook } from './rule.ts';

/**
 * Why a plan made today differs from an earlier one, as far as the two can tell: the same answers leave only the
 * knowledge, the same knowledge leaves only the answers. `either`: both changed. `unknown`: the knowledge changed, and
 * the earlier plan does not say which answers it was made from.
 */
export type Why = 'nothing' | 'knowledge' | 'answers' | 'either' | 'unknown';

/** What a rule did then and does now; absent where it did nothing. */
export interface RuleChange {
	readonly rule: string;
	readonly then?: 'says' | 'open';
	readonly now?: 'says' | 'open';
	/** As it reads today, or as it read then where it is silent now. */
	readonly reason: string;
	/** What the history of the knowledge tells of this rule or of a threshold it compares with. */
	readonly changes: readonly string[];
}

export interface VerdictChange {
	readonly method: MethodId;
	readonly then?: Fit;
	readonly now?: Fit;
	readonly rules: readonly RuleChange[];
}

export interface GroupChange {
	readonly id: string;
	readonly name: string;
	/** `undefined`: the group was not there, or is gone. `null`: nothing could be recommended. */
	readonly then: MethodId | null | undefined;
	readonly now: MethodId | null | undefined;
	/** Verdicts that are another today, or that rest on other rules. */
	readonly verdicts: readonly VerdictChange[];
}

/** An earlier plan beside the plan of today. */
export interface Since {
	readonly knowledge: string;
	readonly survey: EarlierPlan['survey'];
	readonly madeAt?: string;
	/** What came after its knowledge, newest first; `null` for a version that is not known here. */
	readonly releases: readonly Release[] | null;
	readonly why: Why;
	/** Groups for which something differs. */
	readonly groups: readonly GroupChange[];
}

export interface Today {
	readonly plan: Plan;
	/** Of the answers the plan was made from. */
	readonly revision: string;
}

export function since(
	earlier: EarlierPlan,
	{ plan, revision }: Today,
	releases: readonly Release[] | undefined,
	{ rules }: Pick<RuleBook, 'rules'>
): Since {
	const { knowledge, survey, madeAt, groups } = earlier;
	const changes = (releases ?? []).flatMap((release) => release.changes);
	const toldOf = (id: string) => {
		const limits = rules.find((rule) => rule.id === id)?.limits ?? [];
		return changes
			.filter(
				(change) => tells(change, id) || (change.kind === 'limit' && limits.includes(change.id))
			)
			.map(({ what }) => what);
	};
	const ids = [...new Set([...groups, ...plan.groups].map(({ id }) => id))];
	return {
		knowledge,
		survey,
		...(madeAt === undefined ? {} : { madeAt }),
		releases: releases ?? null,
		why: whyOf(earlier, plan.knowledge, revision),
		groups: ids.flatMap((id): readonly GroupChange[] => {
			const then = groups.find((group) => group.id === id);
			const now = plan.groups.find((group) => group.id === id);
			const verdicts = verdictChanges(then?.verdicts ?? [], now?.verdicts ?? [], toldOf);
			if (then?.recommended === now?.recommended && verdicts.length === 0) return [];
			const name = now?.name ?? then?.name ?? id;
			return [{ id, name, then: then?.recommended, now: now?.recommended, verdicts }];
		})
	};
}

function whyOf({ knowledge, survey }: EarlierPlan, now: string, revision: string): Why {
	const isSameKnowledge = knowledge === now;
	if (survey.revision === undefined) return isSameKnowledge ? 'answers' : 'unknown';
	if (survey.revision === revision) return isSameKnowledge ? 'nothing' : 'knowledge';
	return isSameKnowledge ? 'answers' : 'either';
}

const tells = ({ kind, id }: Change, rule: string) => kind === 'rule' && id === rule;

function verdictChanges(
	then: readonly EarlierVerdict[],
	now: readonly EarlierVerdict[],
	toldOf: (rule: string) => readonly string[]
): readonly VerdictChange[] {
	if (then.length === 0 || now.length === 0) return [];
	const methods = [...new Set([...now, ...then].map(({ method }) => method))];
	return methods.flatMap((method): readonly VerdictChange[] => {
		const before = then.find((verdict) => verdict.method === method);
		const after = now.find((verdict) => verdict.method === method);
		const rules = ruleChanges(before, after, toldOf);
		if (before?.fit === after?.fit && rules.length === 0) return [];
		return [
			{
				method,
				...(before ? { then: before.fit } : {}),
				...(after ? { now: after.fit } : {}),
				rules
			}
		];
	});
}

function ruleChanges(
	before: EarlierVerdict | undefined,
	after: EarlierVerdict | undefined,
	toldOf: (rule: string) => readonly string[]
): readonly RuleChange[] {
	const told = (verdict: EarlierVerdict | undefined) =>
		new Map<string, { does: 'says' | 'open'; reason: string }>([
			...(verdict?.open ?? []).map(({ rule, reason }) => [rule, { does: 'open', reason }] as const),
			...(verdict?.because ?? []).map(
				({ rule, reason }) => [rule, { does: 'says', reason }] as const
			)
		]);
	const then = told(before);
	const now = told(after);
	return [...new Set([...now.keys(), ...then.keys()])].flatMap((rule): readonly RuleChange[] => {
		const was = then.get(rule);
		const is = now.get(rule);
		if (was?.does === is?.does) return [];
		return [
			{
				rule,
				...(was ? { then: was.does } : {}),
				...(is ? { now: is.does } : {}),
				reason: is?.reason || was?.reason || '',
				changes: toldOf(rule)
			}
		];
	});
}
