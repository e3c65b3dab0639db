import { CHOICES, type DerivedFacts, type FactId, type Facts } from './facts.ts';

/** What one row says of a group: it fires, it is silent, or a fact that decides is missing. */
export type Firing = 'fires' | 'silent' | 'open';

export type Limits = Readonly<Record<string, number>>;

/** What rules and advice have in common: a condition that can only read the facts that `needs` names. */
export interface Conditional {
	readonly needs: readonly FactId[];
	readonly when: (facts: Facts, limits: Limits) => boolean;
}

/** Thrown by a fact that is not known when a condition reads it, and met in `firing`, nowhere else. */
const NOT_KNOWN = Symbol('not known');

/**
 * Three-valued: a row is open only where what is missing decides. Facts with few values are tried with each of them;
 * a missing number leaves the row open only when the condition comes to read it.
 */
export function firing(row: Conditional, facts: DerivedFacts, limits: Limits): Firing {
	if (row.needs.some((need) => facts[need].notApplicable)) return 'silent';
	const said = new Set(guesses(row.needs, facts).map((guess) => saysOf(row, guess, limits)));
	const [only] = said;
	return said.size === 1 && only !== undefined ? only : 'open';
}

/** The facts that a row needs and that are not known. */
export function lacking({ needs }: Conditional, facts: DerivedFacts): readonly FactId[] {
	return needs.filter((need) => facts[need].value === undefined);
}

function saysOf(row: Conditional, facts: Facts, limits: Limits): Firing {
	try {
		return row.when(facts, limits) ? 'fires' : 'silent';
	} catch (problem) {
		if (problem === NOT_KNOWN) return 'open';
		throw problem;
	}
}

function guesses(needs: readonly FactId[], facts: DerivedFacts): readonly Facts[] {
	let all: Record<string, unknown>[] = [{}];
	for (const need of needs) {
		const { value } = facts[need];
		const values = value === undefined ? CHOICES[need] : [value];
		if (values) {
			all = all.flatMap((known) => values.map((each) => ({ ...known, [need]: each })));
		}
	}
	for (const known of all) {
		for (const need of needs) {
			if (!(need in known)) Object.defineProperty(known, need, { get: notKnown });
		}
	}
	return all as unknown as Facts[];
}

function notKnown(): never {
	throw NOT_KNOWN;
}
