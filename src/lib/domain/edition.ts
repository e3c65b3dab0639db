import { citingTables, type Citing, type CitingTables } from './citing.ts';
import type { Block } from './document.ts';
import { factBlocks, questionBlocks } from './edition-questions.ts';
import { numberBlocks, ruleBlocks } from './edition-rules.ts';
import { conflictBlocks, sourceBlocks, traceBlocks } from './edition-sources.ts';
import { sheetBlocks, stepBlocks } from './edition-steps.ts';
import { FACT_IDS } from './fact-table.ts';
import type { FactId } from './facts.ts';
import type { Proposal } from './gup-settings.ts';
import type { Knowledge } from './plan.ts';
import { questionUses } from './uses.ts';

/** One statement that was collected, and what carries it. */
export interface Traced {
	readonly id: string;
	/** "SEED", or the code of the row in the collected facts. */
	readonly from: string;
	/** What it says, in our words. */
	readonly about: string;
	readonly by: readonly string[];
	/** Why nothing carries it. */
	readonly why?: string;
}

/** How something is reckoned, in words. */
export interface Reckoning {
	/** The name of the function. */
	readonly id: string;
	readonly says: string;
	readonly sources: readonly string[];
}

/** Where sources contradict each other. */
export interface Conflict {
	readonly id: string;
	readonly topic: string;
	readonly statements: readonly { readonly says: string; readonly sources: readonly string[] }[];
	/** What the product does. */
	readonly we: string;
	readonly why: string;
	readonly by: readonly string[];
}

/** One version of the knowledge, with what changed in it. */
export interface Release {
	readonly version: string;
	/** YYYY-MM-DD */
	readonly date: string;
	readonly changes: readonly Change[];
}

export interface Change {
	readonly kind: 'rule' | 'advice' | 'step' | 'question' | 'size' | 'limit' | 'source';
	readonly id: string;
	readonly what: string;
}

/** A further table, ready to print: failures, checks, monitoring, kinds of files. */
export interface Sheet {
	/** What one row is called in the trace table, before the colon. */
	readonly kind: string;
	readonly title: string;
	readonly intro: string;
	readonly columns: readonly string[];
	readonly rows: readonly (Citing & { readonly cells: readonly string[] })[];
}

/** Everything that an expert reviews. */
export interface Reviewed {
	readonly knowledge: Knowledge;
	readonly factWords: Readonly<Record<FactId, string>>;
	readonly reckonings: readonly Reckoning[];
	readonly conflicts: readonly Conflict[];
	readonly sheets: readonly Sheet[];
	readonly trace: readonly Traced[];
	readonly releases: readonly Release[];
}

/** The reviewer's edition: all tables as one document, for an expert who does not program. */
export function edition(reviewed: Reviewed): readonly Block[] {
	const { knowledge } = reviewed;
	const uses = questionUses(knowledge);
	return [
		{ heading: 'What Sitewalk knows', level: 1 },
		{ text: `Knowledge ${knowledge.version}. Written from the tables that the product runs on.` },
		{
			text: 'Every row names its sources; they are listed near the end, with what relies on them. “Our own judgement” is no statement of the vendor. ‹Names› are filled in with the answers of a site.'
		},
		...releaseBlocks(reviewed),
		...methodBlocks(knowledge),
		...questionBlocks(knowledge, uses),
		...factBlocks(reviewed, uses),
		...numberBlocks(reviewed),
		...ruleBlocks(knowledge),
		...stepBlocks(knowledge),
		...reviewed.sheets.flatMap(sheetBlocks),
		...conflictBlocks(reviewed.conflicts),
		...sourceBlocks(knowledge, reviewedTables(reviewed)),
		...traceBlocks(reviewed.trace, carriers(reviewed))
	];
}

/** Tables by kind, the further ones included; steps by their printed codes. */
export function reviewedTables({ knowledge, reckonings, sheets }: Reviewed): CitingTables {
	return {
		...citingTables(knowledge),
		steps: knowledge.steps.map(({ code, sources }) => ({ id: code, sources })),
		reckonings,
		...Object.fromEntries(sheets.map(({ title, rows }) => [title, rows]))
	};
}

const SETTINGS: readonly Proposal['setting'][] = [
	'type',
	'cache',
	'retention',
	'simultaneous',
	'bandwidth',
	'bypass'
];

/** What a trace row may name in `by`, with what it is: rows by id, steps by code, the rest with its kind in front. */
export function carriers(reviewed: Reviewed): ReadonlyMap<string, string> {
	const { knowledge, reckonings, sheets } = reviewed;
	const { questions, rules, advice, candidateRules, limits, sizes, methods } =
		citingTables(knowledge);
	const named = (kind: string, rows: readonly Citing[] = []) =>
		rows.map(({ id }) => [id, kind] as const);
	const prefixed = (kind: string, ids: readonly string[]) =>
		ids.map((id) => [`${kind}:${id}`, kind] as const);
	return new Map([
		...named('size', sizes),
		...named('limit', limits),
		...named('question', questions),
		...named('method', methods),
		...named('candidate rule', candidateRules),
		...named('advice', advice),
		...named('rule', rules),
		...knowledge.steps.map(({ code }) => [code, 'step'] as const),
		...prefixed('fact', FACT_IDS),
		...prefixed('setting', SETTINGS),
		...prefixed('reckoning', reckonings.map(idOf)),
		...prefixed('source', Object.keys(knowledge.sources)),
		...sheets.flatMap(({ kind, rows }) => prefixed(kind, rows.map(idOf)))
	]);
}

function releaseBlocks({ releases }: Reviewed): readonly Block[] {
	return [
		{ heading: 'Versions', level: 2, id: 'versions' },
		...releases.flatMap(({ version, date, changes }): readonly Block[] => [
			{ heading: `${version}, ${date}`, level: 3 },
			changes.length === 0
				? { text: 'The first version.' }
				: { list: changes.map(({ kind, id, what }) => `${kind} ${id}: ${what}`) }
		])
	];
}

function methodBlocks({ methods }: Knowledge): readonly Block[] {
	return [
		{ heading: 'Methods', level: 2, id: 'methods' },
		{
			columns: ['Method', 'How content travels', 'Platforms', 'Limits', 'Sources'],
			rows: methods.map(({ id, name, summary, platforms, limits, sources }) => [
				`${name} (${id})`,
				summary,
				platforms.join(', '),
				limits.join(' '),
				sources.join(', ')
			])
		}
	];
}

function idOf({ id }: Citing): string {
	return id;
}
