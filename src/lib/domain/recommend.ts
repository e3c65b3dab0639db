import type { DerivedFacts, FactId, Facts } from './facts.ts';
import { METHOD_IDS, type MethodId } from './method.ts';
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

export type Limits = Readonly<Record<string, number>>;

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
	/** True where no method may be recommended while this rule is open: too much hangs on it. */
	readonly decisive?: boolean;
}

/** Keeps the facts a rule reads tied to those it names. */
export function rule<const Need extends FactId>(row: Rule<Need>): Rule {
	return row as unknown as Rule;
}

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
	/** True where no method is recommended while this rule is open. */
	readonly decisive: boolean;
}

export type Fit = 'recommended' | 'possible' | 'cautioned' | 'ruled-out' | 'open';

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

export interface RuleBook {
	readonly rules: readonly Rule[];
	readonly limits: readonly Limit[];
}

interface Standing {
	readonly method: MethodId;
	readonly fired: readonly Rule[];
	readonly open: readonly Rule[];
	readonly isOut: boolean;
	readonly score: number;
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
	const standings = METHOD_IDS.map((method) => standingOf(method, facts, book.rules, limits));
	const leader = best(standings);
	const recommended = leader && !isContested(leader, standings) ? leader.method : null;

	return {
		recommended,
		leading: leader?.method ?? null,
		verdicts: standings.map((standing) => ({
			method: standing.method,
			fit: standing.method === recommended ? 'recommended' : fitOf(standing),
			because: standing.fired
				.map((row) => reasonOf(row, facts, book, limits, overrides))
				.sort((a, b) => rank(a.effect) - rank(b.effect)),
			open: standing.open.map((row) => openRule(row, facts, limits))
		}))
	};
}

export function limitsWith(limits: readonly Limit[], overrides: Limits): Limits {
	return Object.fromEntries(limits.map(({ id, value }) => [id, overrides[id] ?? value]));
}

export type Firing = 'fires' | 'silent' | 'open';

/** What one rule says of a group: it fires, it is silent, or a fact it needs is missing. */
export function firing(row: Rule, facts: DerivedFacts, limits: Limits): Firing {
	if (row.needs.some((need) => facts[need].notApplicable)) return 'silent';
	if (row.needs.some((need) => facts[need].value === undefined)) return 'open';
	const known = Object.fromEntries(row.needs.map((need) => [need, facts[need].value]));
	return row.when(known as unknown as Facts, limits) ? 'fires' : 'silent';
}

function standingOf(
	method: MethodId,
	facts: DerivedFacts,
	rules: readonly Rule[],
	limits: Limits
): Standing {
	const mine = rules
		.filter((row) => row.method === method)
		.map((row) => ({ row, says: firing(row, facts, limits) }));
	const fired = mine.filter(({ says }) => says === 'fires').map(({ row }) => row);
	const open = mine.filter(({ says }) => says === 'open').map(({ row }) => row);
	return {
		method,
		fired,
		open,
		isOut: fired.some(({ effect }) => effect === 'rules-out'),
		score: fired.reduce((sum, row) => sum + worth(row), 0)
	};
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

/** True while a decisive open rule could put the leader out, or another method before it. */
function isContested(leader: Standing, standings: readonly Standing[]): boolean {
	if (leader.open.some((row) => row.decisive && row.effect !== 'favours')) return true;
	return standings.some((rival) => {
		if (rival === leader || rival.isOut) return false;
		const decisive = rival.open.filter((row) => row.decisive && row.effect === 'favours');
		if (decisive.length === 0) return false;
		return rival.score + decisive.reduce((sum, row) => sum + worth(row), 0) > leader.score;
	});
}

function worth({ effect, weight = 1 }: Rule): number {
	if (effect === 'favours') return weight;
	return effect === 'cautions' ? -weight : 0;
}

function fitOf({ isOut, open, fired }: Standing): Fit {
	if (isOut) return 'ruled-out';
	if (open.some(({ effect, decisive }) => effect === 'rules-out' && decisive)) return 'open';
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
		assumptions: [...new Set(row.needs.flatMap((need) => facts[need].assumptions))],
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
	const lacking = row.needs.filter((need) => facts[need].value === undefined);
	return {
		rule: row.id,
		effect: row.effect,
		needs: [...new Set(lacking.flatMap((need) => facts[need].missing))],
		reason: sentence(row.reason, facts, limits),
		sources: row.sources,
		decisive: row.decisive ?? false
	};
}

/** Fills `{factId}` and `{limitId}` into a sentence; what is not known is written as "?". */
export function sentence(template: string, facts: DerivedFacts, limits: Limits): string {
	return template.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
		const value = name in facts ? facts[name as FactId].value : limits[name];
		return value === undefined ? '?' : readable(value);
	});
}

function readable(value: unknown): string {
	if (typeof value !== 'number') return String(value);
	const digits = Math.abs(value) >= 100 || Number.isInteger(value) ? 0 : 1;
	return value.toLocaleString('en-US', { maximumFractionDigits: digits });
}
