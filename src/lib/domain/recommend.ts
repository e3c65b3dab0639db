import type { DerivedFacts, FactId } from './facts.ts';
import { lacking, type Limits } from './firing.ts';
import type { MethodId } from './method.ts';
import type { Confidence } from './question.ts';
import { type Effect, type Limit, limitsWith, type Rule, type RuleBook } from './rule.ts';
import { firingsOf, isDecisive, outcomeOf, type Standing, standingsOf, worth } from './standing.ts';

export interface Reason {
	readonly rule: string;
	readonly effect: Effect;
	readonly reason: string;
	readonly sources: readonly string[];
	readonly assumptions: readonly string[];
	readonly confidence: Confidence;
	readonly thresholds: readonly Threshold[];
}

export interface Threshold {
	readonly limit: string;
	readonly value: number;
	readonly unit: string;
	readonly from: 'vendor' | 'ours';
	/** True where this survey uses another number than the knowledge proposes. */
	readonly changed: boolean;
}

export interface OpenRule {
	readonly rule: string;
	readonly effect: Effect;
	/** Question ids without an answer to reckon with. */
	readonly needs: readonly string[];
	/** What the rule would say. */
	readonly reason: string;
	readonly sources: readonly string[];
	/** True where this rule, being open, can withhold a recommendation. */
	readonly decisive: boolean;
}

export const FITS = ['recommended', 'possible', 'cautioned', 'ruled-out', 'open'] as const;
export type Fit = (typeof FITS)[number];

export interface Verdict {
	readonly method: MethodId;
	readonly fit: Fit;
	/** What speaks for and against, strongest first. */
	readonly because: readonly Reason[];
	readonly open: readonly OpenRule[];
}

export interface Recommendation {
	readonly recommended: MethodId | null;
	/** The best method by what is known so far, also where too much is open to recommend it. */
	readonly leading: MethodId | null;
	readonly verdicts: readonly Verdict[];
}

/**
 * Judges all six methods for one client group. The unknown is kept, not guessed: a rule whose fact is missing stays
 * open, and nothing is recommended while a decisive rule is open that could make another method better.
 */
export function recommend(
	facts: DerivedFacts,
	book: RuleBook,
	overrides: Limits = {}
): Recommendation {
	const limits = limitsWith(book.limits, overrides);
	const standings = standingsOf(firingsOf(book.rules, facts, limits));
	const { leading, contests } = outcomeOf(standings, facts);
	const recommended = contests.length === 0 ? leading : null;

	return {
		recommended,
		leading,
		verdicts: standings.map((standing) => ({
			method: standing.method,
			fit: standing.method === recommended ? 'recommended' : fitOf(standing, facts),
			because: [...standing.fired]
				.sort((a, b) => rank(a.effect) - rank(b.effect) || Math.abs(worth(b)) - Math.abs(worth(a)))
				.map((row) => reasonOf(row, facts, book, limits, overrides)),
			open: standing.open.map((row) => openRule(row, facts, limits))
		}))
	};
}

function fitOf({ isOut, open, fired }: Standing, facts: DerivedFacts): Fit {
	if (isOut) return 'ruled-out';
	if (open.some((row) => row.effect !== 'cautions' && isDecisive(row, facts))) return 'open';
	return fired.some(({ effect }) => effect === 'cautions') ? 'cautioned' : 'possible';
}

function rank(effect: Effect): number {
	return { 'rules-out': 0, favours: 1, cautions: 2 }[effect];
}

function reasonOf(
	row: Rule,
	facts: DerivedFacts,
	book: RuleBook,
	limits: Limits,
	overrides: Limits
): Reason {
	return {
		rule: row.id,
		effect: row.effect,
		reason: sentence(row.reason, facts, limits),
		sources: row.sources,
		assumptions: [...new Set(row.needs.flatMap((need) => facts[need].assumptions))].sort(),
		confidence: row.confidence,
		thresholds: thresholdsOf(row.limits ?? [], book.limits, overrides)
	};
}

export function thresholdsOf(
	ids: readonly string[],
	limits: readonly Limit[],
	overrides: Limits
): readonly Threshold[] {
	return limits
		.filter(({ id }) => ids.includes(id))
		.map(({ id, value, unit, from }) => ({
			limit: id,
			value: overrides[id] ?? value,
			unit,
			from,
			changed: overrides[id] !== undefined && overrides[id] !== value
		}));
}

function openRule(row: Rule, facts: DerivedFacts, limits: Limits): OpenRule {
	return {
		rule: row.id,
		effect: row.effect,
		needs: questionsFor(row, facts),
		reason: sentence(row.reason, facts, limits),
		sources: row.sources,
		decisive: isDecisive(row, facts)
	};
}

/** The questions without a value for which a rule is open. */
export function questionsFor(row: Rule, facts: DerivedFacts): readonly string[] {
	return [...new Set(lacking(row, facts).flatMap((need) => facts[need].missing))];
}

/** Fills `{factId}` and `{limitId}` into a sentence; what is not known is written as "?". */
export function sentence(template: string, facts: DerivedFacts, limits: Limits): string {
	return template.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
		const value = name in facts ? facts[name as FactId].value : limits[name];
		return value === undefined ? '?' : readable(value);
	});
}

const WHOLE = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

const TENTHS = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });

function readable(value: unknown): string {
	if (typeof value !== 'number') return String(value);
	const format = Math.abs(value) >= 100 || Number.isInteger(value) ? WHOLE : TENTHS;
	return format.format(value);
}
