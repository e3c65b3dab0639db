import { sourceUses, type Citing } from '../../lib/domain/citing.ts';
import type { Conflict } from '../../lib/domain/edition.ts';
import type { Knowledge } from '../../lib/domain/plan.ts';
import { questionsOf } from '../../lib/domain/question.ts';

interface Sourced {
	readonly sources?: readonly string[];
}

/** What relies on sources beside what chooses a method. */
export interface Beside {
	readonly failures: readonly (Sourced & { readonly sign: string })[];
	readonly monitoring: readonly (Sourced & { readonly check: string })[];
	readonly verification: readonly (Sourced & { readonly code: string; readonly title: string })[];
	readonly files: readonly (Sourced & { readonly kind: string })[];
	readonly reckonings: readonly (Sourced & { readonly says: string })[];
	readonly conflicts: readonly Conflict[];
}

/** What one source holds up. */
export interface Reliance {
	readonly kind: string;
	/** How each is called on the page: a rule's reason, a step's code and text. */
	readonly sayings: readonly string[];
}

/** Source id to everything that cites it, by kind. */
export function relianceOf(
	knowledge: Knowledge,
	beside: Beside
): Readonly<Record<string, readonly Reliance[]>> {
	const uses = sourceUses(Object.keys(knowledge.sources), {
		Rules: named(knowledge.rules, ({ reason }) => reason),
		Advice: named(knowledge.advice, ({ reason }) => reason),
		Thresholds: named(knowledge.limits, ({ meaning }) => meaning),
		'Sizes assumed': named(Object.values(knowledge.sizes), ({ assumption }) => assumption),
		Methods: named(knowledge.methods, ({ name }) => name),
		Questions: named(questionsOf(knowledge.questionnaire), ({ prompt }) => prompt),
		Steps: named(knowledge.steps, ({ code, text }) => `${code}: ${text}`),
		Candidates: named(knowledge.candidateRules, ({ reason }) => reason),
		Checks: named(beside.verification, ({ code, title }) => `${code}: ${title}`),
		'When it does not work': named(beside.failures, ({ sign }) => sign),
		Monitoring: named(beside.monitoring, ({ check }) => check),
		'Files by hand': named(beside.files, ({ kind }) => kind),
		Reckoning: named(beside.reckonings, ({ says }) => says),
		Contradictions: beside.conflicts.flatMap(({ statements }) =>
			named(statements, ({ says }) => says)
		)
	});
	return Object.fromEntries(
		Object.entries(uses).map(([id, kinds]) => [
			id,
			Object.entries(kinds).map(([kind, sayings]) => ({ kind, sayings }))
		])
	);
}

function named<Row extends Sourced>(
	rows: readonly Row[],
	nameOf: (row: Row) => string
): readonly Citing[] {
	return rows.map((row) => ({ id: nameOf(row), sources: row.sources ?? [] }));
}
