import type { DerivedFacts, FactId, Facts } from './facts.ts';
import { firing, type Limits } from './firing.ts';
import type { MethodId } from './method.ts';
import type { Confidence } from './question.ts';
import { limitsWith, type Limit } from './rule.ts';
import { sentence, thresholdsOf, type Threshold } from './recommend.ts';

/** Something to know or to mend that does not choose between methods. */
export interface Advice<Need extends FactId = FactId> {
	readonly id: string;
	/** Given only to groups for which one of these is recommended; left out, it is given to every group. */
	readonly about?: readonly MethodId[];
	/** Given only where nothing is left: every method is ruled out. */
	readonly whenNothingIsLeft?: boolean;
	/** `error` must be mended before the roll-out; `warning` must be known. */
	readonly level: 'error' | 'warning';
	readonly needs: readonly Need[];
	readonly when: (facts: Pick<Facts, Need>, limits: Limits) => boolean;
	readonly reason: string;
	readonly sources: readonly string[];
	readonly confidence: Confidence;
	readonly limits?: readonly string[];
}

/** Keeps the facts an advice reads tied to those it names. */
export function advice<const Need extends FactId>(row: Advice<Need>): Advice {
	return row as unknown as Advice;
}

export interface Warning {
	readonly rule: string;
	readonly level: 'error' | 'warning';
	readonly reason: string;
	readonly sources: readonly string[];
	readonly confidence: Confidence;
	readonly groups: readonly string[];
	readonly thresholds: readonly Threshold[];
}

export interface AdvisedGroup {
	readonly id: string;
	readonly facts: DerivedFacts;
	readonly recommended: MethodId | null;
	readonly nothingIsLeft: boolean;
}

/** The warnings for a site; one row serves all groups that it concerns with the same words. */
export function warningsFor(
	groups: readonly AdvisedGroup[],
	table: readonly Advice[],
	limits: readonly Limit[],
	overrides: Limits
): readonly Warning[] {
	const effective = limitsWith(limits, overrides);
	const found = new Map<string, Warning>();
	const inOrder = [...groups].sort((a, b) => (a.id < b.id ? -1 : 1));
	for (const row of table) {
		for (const group of inOrder) {
			if (!concerns(row, group, effective)) continue;
			const reason = sentence(row.reason, group.facts, effective);
			const key = `${row.id}\n${reason}`;
			const earlier = found.get(key);
			found.set(key, {
				rule: row.id,
				level: row.level,
				reason,
				sources: row.sources,
				confidence: row.confidence,
				groups: [...(earlier?.groups ?? []), group.id].sort(),
				thresholds: thresholdsOf(row.limits ?? [], limits, overrides)
			});
		}
	}
	return [...found.values()];
}

function concerns(row: Advice, group: AdvisedGroup, limits: Limits): boolean {
	if (row.whenNothingIsLeft && !group.nothingIsLeft) return false;
	if (row.about && (group.recommended === null || !row.about.includes(group.recommended)))
		return false;
	return firing(row, group.facts, limits) === 'fires';
}
