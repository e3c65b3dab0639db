import { CHOICES, type DerivedFacts, type FactId, type Facts } from './facts.ts';

/** What one row says of a group: it fires, it is silent, or a fact that decides is missing. */
export type Firing = 'fires' | 'silent' | 'open';

export type Limits = Readonly<Record<string, number>>;

/** What rules and advice have in common: a condition that can only read the facts that `needs` names. */
export interface Conditional {
	readonly needs: readonly FactId[];
	readonly when: (facts: Facts, limits: Limits) => boolean;
	/** Limits that `when` compares with. */
	readonly limits?: readonly string[];
}

/**
 * Three-valued: a row is open only where what is missing decides. What is not known is tried: a choice with each of its
 * values; a number with none, with more than any, and on both sides of every limit and every other number of the row.
 */
export function firing(row: Conditional, facts: DerivedFacts, limits: Limits): Firing {
	const guess: Guess = {};
	const missing: FactId[] = [];
	for (const need of row.needs) {
		const { value, notApplicable } = facts[need];
		if (notApplicable) return 'silent';
		if (value === undefined) missing.push(need);
		else guess[need] = value;
	}
	return trying(row, missing, guess, limits);
}

/** The facts that a row needs and that are not known. */
export function lacking({ needs }: Conditional, facts: DerivedFacts): readonly FactId[] {
	return needs.filter((need) => facts[need].value === undefined);
}

export type Guess = Partial<Record<FactId, Facts[FactId]>>;

/** Puts each possible value in the place of what is missing; two that lead to different answers leave the row open. */
function trying(
	row: Conditional,
	[next, ...rest]: readonly FactId[],
	guess: Guess,
	limits: Limits
): Firing {
	if (next === undefined) return row.when(guess as Facts, limits) ? 'fires' : 'silent';
	let said: Firing | undefined;
	for (const value of CHOICES[next] ?? numbersFor(row, guess, limits)) {
		const says = trying(row, rest, { ...guess, [next]: value }, limits);
		if (says === 'open' || (said !== undefined && says !== said)) return 'open';
		said = says;
	}
	return said ?? 'open';
}

/** Numbers on both sides of all that a row may compare with: its limits, and the numbers that it has. */
export function numbersFor(row: Conditional, guess: Guess, limits: Limits): readonly number[] {
	const edges = (row.limits ?? []).flatMap((id) => {
		const value = limits[id] ?? 0;
		return [value - 1, value, value + 1];
	});
	const known = Object.values(guess).filter((value) => typeof value === 'number');
	return [0, ...edges, ...known.flatMap((value) => [value / 2, value, value * 2]), Infinity];
}
