import type { DerivedFacts, FactId, Facts } from './facts.ts';
import { firing, lacking, type Firing, type Limits } from './firing.ts';
import { METHOD_IDS, type MethodId } from './method.ts';
import type { Confidence } from './question.ts';

export type { Limits } from './firing.ts';

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

export type Firings = ReadonlyMap<Rule, Firing>;

/** Where one method stands by what the rules say of it. */
interface Standing {
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

export function limitsWith(limits: readonly Limit[], overrides: Limits): Limits {
	return Object.fromEntries(limits.map(({ id, value }) => [id, overrides[id] ?? value]));
}

export function firingsOf(rules: readonly Rule[], facts: DerivedFacts, limits: Limits): Firings {
	return new Map(rules.map((row) => [row, firing(row, facts, limits)]));
}

/** The standings of all six methods, in the order of the source document. */
export function standingsOf(firings: Firings): readonly Standing[] {
	return METHOD_IDS.map((method) => {
		const fired: Rule[] = [];
		const open: Rule[] = [];
		for (const [row, says] of firings) {
			if (row.method !== method || says === 'silent') continue;
			(says === 'fires' ? fired : open).push(row);
		}
		return {
			method,
			fired,
			open,
			isOut: fired.some(({ effect }) => effect === 'rules-out'),
			score: fired.reduce((sum, row) => sum + worth(row), 0)
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
function isDecisive(row: Rule, facts: DerivedFacts): boolean {
	const { decisive } = row;
	return decisive !== undefined && lacking(row, facts).every((need) => decisive.includes(need));
}

function worth({ effect, weight = 1 }: Rule): number {
	if (effect === 'favours') return weight;
	return effect === 'cautions' ? -weight : 0;
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
