import type { DerivedFacts } from './facts.ts';
import { type Firing, firing, lacking, type Limits } from './firing.ts';
import { METHOD_IDS, type MethodId } from './method.ts';
import type { Rule } from './rule.ts';

export type Firings = ReadonlyMap<Rule, Firing>;

/** Where one method stands by what the rules say of it. */
export interface Standing {
	readonly method: MethodId;
	readonly fired: readonly Rule[];
	readonly open: readonly Rule[];
	readonly isOut: boolean;
	readonly score: number;
}

/** A rule that withholds the recommendation, and the methods between which it would decide. */
export interface Contest {
	readonly rule: Rule;
	readonly between: readonly MethodId[];
}

export interface Outcome {
	readonly leading: MethodId | null;
	readonly contests: readonly Contest[];
}

export function firingsOf(rules: readonly Rule[], facts: DerivedFacts, limits: Limits): Firings {
	return new Map(rules.map((row) => [row, firing(row, facts, limits)]));
}

/** The standings of all six methods, in the order of the source document. */
export function standingsOf(firings: Firings): readonly Standing[] {
	const fired = new Map<MethodId, Rule[]>(METHOD_IDS.map((method) => [method, []]));
	const open = new Map<MethodId, Rule[]>(METHOD_IDS.map((method) => [method, []]));
	for (const [row, says] of firings) {
		if (says === 'silent') continue;
		(says === 'fires' ? fired : open).get(row.method)?.push(row);
	}
	return METHOD_IDS.map((method) => {
		const speaking = fired.get(method) ?? [];
		return {
			method,
			fired: speaking,
			open: open.get(method) ?? [],
			isOut: speaking.some(({ effect }) => effect === 'rules-out'),
			score: speaking.reduce((sum, row) => sum + worth(row), 0)
		};
	});
}

/** Who leads, and what stands between the leader and a recommendation; without a leader, what could give one. */
export function outcomeOf(standings: readonly Standing[], facts: DerivedFacts): Outcome {
	const leader = best(standings);
	const own = (leader?.open ?? [])
		.filter((row) => row.effect === 'rules-out' && isDecisive(row, facts))
		.map((rule) => ({ rule, between: [rule.method] }));
	const rivals = standings
		.filter((rival) => rival !== leader && !rival.isOut)
		.flatMap((rival) => {
			const promising = rival.open.filter(
				(row) => row.effect === 'favours' && isDecisive(row, facts)
			);
			const couldReach = rival.score + promising.reduce((sum, row) => sum + worth(row), 0);
			if (leader && couldReach <= leader.score) return [];
			const between = leader ? [leader.method, rival.method] : [rival.method];
			return promising.map((rule) => ({ rule, between }));
		});
	return { leading: leader?.method ?? null, contests: [...own, ...rivals] };
}

/** Ties go to the order of the source document, in which the vendor's default comes first. */
function best(standings: readonly Standing[]): Standing | undefined {
	const eligible = standings.filter(
		({ isOut, fired }) => !isOut && fired.some(({ effect }) => effect === 'favours')
	);
	return eligible.reduce<Standing | undefined>(
		(leader, next) => (leader === undefined || next.score > leader.score ? next : leader),
		undefined
	);
}

/** Everything that an open rule lacks is decisive for it. */
export function isDecisive(row: Rule, facts: DerivedFacts): boolean {
	const { decisive } = row;
	return decisive !== undefined && lacking(row, facts).every((need) => decisive.includes(need));
}

export function worth({ effect, weight = 1 }: Rule): number {
	if (effect === 'favours') return weight;
	return effect === 'cautions' ? -weight : 0;
}
