import type { Knowledge } from '$lib/domain/plan';
import { questionsOf } from '$lib/domain/question';

interface Citing {
	readonly sources: readonly string[];
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
	failures: readonly (Citing & { readonly sign: string })[],
	monitoring: readonly (Citing & { readonly check: string })[],
	verification: readonly {
		readonly code: string;
		readonly title: string;
		readonly sources: readonly string[];
	}[]
): ReadonlyMap<string, readonly Reliance[]> {
	const kinds: readonly [string, readonly (readonly [readonly string[], string])[]][] = [
		['Rules', knowledge.rules.map(({ sources, reason }) => [sources, reason])],
		['Advice', knowledge.advice.map(({ sources, reason }) => [sources, reason])],
		['Thresholds', knowledge.limits.map(({ sources, meaning }) => [sources, meaning])],
		[
			'Sizes assumed',
			Object.values(knowledge.sizes).map(({ sources, assumption }) => [sources, assumption])
		],
		['Methods', knowledge.methods.map(({ sources, name }) => [sources, name])],
		[
			'Questions',
			questionsOf(knowledge.questionnaire).map(({ sources, prompt }) => [sources ?? [], prompt])
		],
		['Steps', knowledge.steps.map(({ sources, code, text }) => [sources, `${code}: ${text}`])],
		['Candidates', knowledge.candidateRules.map(({ sources, reason }) => [sources, reason])],
		['Checks', verification.map(({ sources, code, title }) => [sources, `${code}: ${title}`])],
		['When it does not work', failures.map(({ sources, sign }) => [sources, sign])],
		['Monitoring', monitoring.map(({ sources, check }) => [sources, check])]
	];
	return new Map(
		Object.keys(knowledge.sources).map((id) => [
			id,
			kinds
				.map(([kind, rows]) => ({
					kind,
					sayings: rows.filter(([sources]) => sources.includes(id)).map(([, saying]) => saying)
				}))
				.filter(({ sayings }) => sayings.length > 0)
		])
	);
}
