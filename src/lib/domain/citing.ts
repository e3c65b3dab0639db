import type { Knowledge } from './plan.ts';
import { questionsOf } from './question.ts';

/** Something that names the sources it rests on. */
export interface Citing {
	readonly id: string;
	readonly sources?: readonly string[];
}

/** Tables by what their rows are called. */
export type CitingTables = Readonly<Record<string, readonly Citing[]>>;

export function citingTables(knowledge: Knowledge): CitingTables {
	const { questionnaire, rules, advice, candidateRules, limits, sizes, methods, steps } = knowledge;
	return {
		questions: questionsOf(questionnaire),
		rules,
		advice,
		candidateRules,
		limits,
		sizes: Object.entries(sizes).map(([id, { sources }]) => ({ id, sources })),
		methods,
		steps
	};
}

/** Source id to the ids that rest on it, by table; tables without one are left out. */
export function sourceUses(
	sources: readonly string[],
	tables: CitingTables
): Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> {
	const relyOn = (source: string) =>
		Object.entries(tables)
			.map(([kind, rows]) => [kind, idsOf(rows.filter((row) => row.sources?.includes(source)))])
			.filter(([, ids]) => ids?.length);
	return Object.fromEntries(sources.map((source) => [source, Object.fromEntries(relyOn(source))]));
}

function idsOf(rows: readonly Citing[]): readonly string[] {
	return rows.map(({ id }) => id);
}
