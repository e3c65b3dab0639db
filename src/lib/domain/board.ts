import { valueOf } from './answer.ts';
import { METHOD_IDS, type MethodId } from './method.ts';
import { makePlan, nameOf, type Knowledge, type Plan } from './plan.ts';
import { itemsOf, progressOf, type Progress } from './progress.ts';
import type { Survey } from './survey.ts';
import { plannedGups } from './transfer-rows.ts';
import { isSettled, workOn } from './work.ts';

/** Where the plan of a site stands; the worst first. `empty` has no client group yet. */
export const PLAN_STATES = ['blocked', 'open', 'empty', 'ready'] as const;
export type PlanState = (typeof PLAN_STATES)[number];

export interface SiteGroup {
	readonly name: string;
	/** `null` where the number is not known. */
	readonly clients: number | null;
	readonly recommended: MethodId | null;
	/** What it leans to while nothing can be recommended. */
	readonly leading: MethodId | null;
}

/** What a lead needs to know of one site, worked out from its survey. */
export interface Site {
	readonly progress: Progress;
	readonly plan: PlanState;
	readonly groups: readonly SiteGroup[];
	/** Ids of questions whose answer could still change what is recommended. */
	readonly open: readonly string[];
	/** Sentences: what must be mended or solved before the roll-out goes on. */
	readonly blocked: readonly string[];
	/** Group Update Providers to build, where that is recommended: one per subnet with clients. */
	readonly gups: number;
	/** Steps of the checklists that are wanted here, and how many of them are settled. */
	readonly steps: { readonly of: number; readonly settled: number };
}

export function siteOf(survey: Survey, knowledge: Knowledge): Site {
	const plan = makePlan(survey, knowledge);
	const groups = plan.groups.map(({ recommended, leading }, index): SiteGroup => {
		const group = survey.groups[index]!;
		const clients = valueOf(group.answers.clients);
		return {
			name: nameOf(group),
			clients: typeof clients === 'number' ? clients : null,
			recommended,
			leading
		};
	});
	const works = plan.checklists.flatMap((checklist) => workOn(checklist, survey.steps));
	const blocked = blockedBy(plan, survey);
	return {
		progress: progressOf(itemsOf(knowledge.questionnaire, survey)),
		plan: planState(groups, blocked),
		groups,
		open: [...new Set(plan.open.map(({ question }) => question))],
		blocked,
		gups: groups.some(({ recommended }) => recommended === 'gup') ? plannedGups(survey) : 0,
		steps: { of: works.length, settled: works.filter(({ state }) => isSettled(state)).length }
	};
}

function planState(groups: readonly SiteGroup[], blocked: readonly string[]): PlanState {
	if (blocked.length > 0) return 'blocked';
	if (groups.length === 0) return 'empty';
	return groups.every(({ recommended }) => recommended !== null) ? 'ready' : 'open';
}

function blockedBy(plan: Plan, survey: Survey): readonly string[] {
	const helpless = plan.groups
		.filter(({ verdicts }) => verdicts.every(({ fit }) => fit === 'ruled-out'))
		.map(({ name }) => `${name}: every method is ruled out.`);
	const errors = plan.warnings.filter(({ level }) => level === 'error').map(({ reason }) => reason);
	const works = plan.checklists.flatMap((checklist) => workOn(checklist, survey.steps));
	const stuck = works
		.filter(({ state }) => state.state === 'blocked')
		.map(({ step, state: { reason, owner } }) => {
			const why = reason ?? 'no reason given';
			return `Step ${step.code}: ${why}${owner ? ` (${owner})` : ''}`;
		});
	return [...new Set([...helpless, ...errors, ...stuck])];
}

/** What all sites come to, once every plan is carried out. */
export interface Totals {
	readonly methods: readonly MethodTotal[];
	readonly gups: number;
	/** Sites where a Group Update Provider is recommended. */
	readonly gupSites: number;
	readonly plans: Readonly<Record<PlanState, number>>;
}

export interface MethodTotal {
	/** `null`: groups for which nothing is recommended yet. */
	readonly method: MethodId | null;
	readonly clients: number;
	readonly groups: number;
	readonly sites: number;
	/** Groups whose number of clients is not known: they count as nothing. */
	readonly uncounted: number;
}

export function totalsOf(sites: readonly Site[]): Totals {
	const methods = [...METHOD_IDS, null].map((method): MethodTotal => {
		const served = sites.map(({ groups }) =>
			groups.filter(({ recommended }) => recommended === method)
		);
		const groups = served.flat();
		return {
			method,
			clients: groups.reduce((sum, { clients }) => sum + (clients ?? 0), 0),
			groups: groups.length,
			sites: served.filter((each) => each.length > 0).length,
			uncounted: groups.filter(({ clients }) => clients === null).length
		};
	});
	const count = (state: PlanState) => sites.filter(({ plan }) => plan === state).length;
	return {
		methods: methods.filter(({ groups }) => groups > 0),
		gups: sites.reduce((sum, { gups }) => sum + gups, 0),
		gupSites: sites.filter(({ gups }) => gups > 0).length,
		plans: {
			blocked: count('blocked'),
			open: count('open'),
			empty: count('empty'),
			ready: count('ready')
		}
	};
}
