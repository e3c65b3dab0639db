import type { FactId, Facts } from './facts.ts';
import type { Limits } from './firing.ts';
import type { MethodId } from './method.ts';
import type { Confidence } from './question.ts';

export type Effect = 'rules-out' | 'favours' | 'cautions';

/** Our own numbers, by name: they can be changed for a survey, and a plan says when one was. */
export interface Limit {
	readonly id: string;
	readonly value: number;
	readonly unit: string;
	/** What the number decides. */
	readonly meaning: string;
	/** Whether the vendor published it or we chose it. */
	readonly from: 'vendor' | 'ours';
	readonly sources: readonly string[];
}

/** One sentence of knowledge. `when` can only read the facts that `needs` names. */
export interface Rule<Need extends FactId = FactId> {
	/** kebab-case, `method-noun`; never renumbered, never reused. */
	readonly id: string;
	readonly method: MethodId;
	readonly effect: Effect;
	/**
	 * How much a favour speaks for the method, or a caution against it. 1 is the vendor's plain default; 5 is a reason
	 * the vendor names for choosing this method; below 1 tips a balance only.
	 */
	readonly weight?: number;
	readonly needs: readonly Need[];
	readonly when: (facts: Pick<Facts, Need>, limits: Limits) => boolean;
	/** A sentence to the technician. `{factId}` and `{limitId}` are filled in. */
	readonly reason: string;
	readonly sources: readonly string[];
	readonly confidence: Confidence;
	/** Limits that `when` compares with. */
	readonly limits?: readonly string[];
	/**
	 * Facts for want of which no method may be recommended while this rule could put another before it, or put it out:
	 * too much hangs on them. A rule that is open for want of any other fact withholds nothing.
	 */
	readonly decisive?: readonly NoInfer<Need>[];
}

/** Keeps the facts a rule reads tied to those it names. */
export function rule<const Need extends FactId>(row: Rule<Need>): Rule {
	return row as unknown as Rule;
}

export interface RuleBook {
	readonly rules: readonly Rule[];
	readonly limits: readonly Limit[];
}

export function limitsWith(limits: readonly Limit[], overrides: Limits): Limits {
	return Object.fromEntries(limits.map(({ id, value }) => [id, overrides[id] ?? value]));
}
