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
 * values; a number with none, with more than any, and on both sides of every limit that the row compares with.
 */
export function firing(row: Conditional, facts: DerivedFacts, limits: Limits): Firing {
	if (row.needs.some((need) => facts[need].notApplicable)) return 'silent';
	let said: boolean | undefined;
	for (const guess of guesses(row, facts, limits)) {
		const says = row.when(guess, limits);
		if (said !== undefined && says !== said) return 'open';
		said = says;
	}
	return said ? 'fires' : 'silent';
}

/** The facts that a row needs and that are not known. */
export function lacking({ needs }: Conditional, facts: DerivedFacts): readonly FactId[] {
	return needs.filter((need) => facts[need].value === undefined);
}

function guesses(row: Conditional, facts: DerivedFacts, limits: Limits): readonly Facts[] {
	let all: Record<string, unknown>[] = [{}];
	for (const need of row.needs) {
		const { value } = facts[need];
		const values = value === undefined ? (CHOICES[need] ?? numbersFor(row, limits)) : [value];
		all = all.flatMap((known) => values.map((each) => ({ ...known, [need]: each })));
	}
	return all as unknown as Facts[];
}

function numbersFor(row: Conditional, limits: Limits): readonly number[] {
	const edges = (row.limits ?? []).flatMap((id) => {
		const value = limits[id] ?? 0;
		return [value - 1, value, value + 1];
	});
	return [0, ...edges, Infinity];
}
