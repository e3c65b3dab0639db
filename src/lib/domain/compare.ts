import { valueOf } from './answer.ts';
import { makeChecklist } from './checklist.ts';
import type { MethodId } from './method.ts';
import { nameOf, type GroupPlan, type Knowledge, type Plan } from './plan.ts';
import { placeholdersOf } from './placeholders.ts';
import type { Fit } from './recommend.ts';
import { stage } from './simulation/scenario.ts';
import type { Survey } from './survey.ts';
import { transferRows, type TransferRow } from './transfer-rows.ts';

/** One sentence of a verdict, and the groups of which it is said. */
export interface Said {
	readonly rule: string;
	readonly reason: string;
	readonly groups: readonly string[];
}

/** One method, with everything that speaks to whether one should take it. */
export interface MethodColumn {
	readonly method: MethodId;
	readonly fits: readonly { readonly group: string; readonly fit: Fit }[];
	readonly reasonsFor: readonly Said[];
	/** What cautions or rules it out. */
	readonly reasonsAgainst: readonly Said[];
	readonly open: readonly Said[];
	/** `undefined` where it is ruled out for every group. */
	readonly transfer: TransferRow | undefined;
	readonly steps: number;
	/** Steps of these at which one must stop until they are signed. */
	readonly holds: number;
	/** Walking from machine to machine for the first fill; 0 where nobody walks. */
	readonly personHours: number;
}

/** The plan of some groups only: what it costs is reckoned with these. */
export function scoped(
	survey: Survey,
	plan: Plan,
	group: string | undefined,
	{ sizes }: Pick<Knowledge, 'sizes'>
): Plan {
	if (group === undefined) return plan;
	const groups = plan.groups.filter(({ id }) => id === group);
	const judged = groups.flatMap(({ id, verdicts }) => {
		const own = survey.groups.find((each) => each.id === id);
		return own ? [{ group: own, verdicts }] : [];
	});
	return { ...plan, groups, transfer: transferRows(survey, judged, sizes) };
}

/** One method for the groups of a plan. */
export function methodColumn(
	method: MethodId,
	survey: Survey,
	plan: Pick<Plan, 'groups' | 'transfer'>,
	knowledge: Knowledge
): MethodColumn {
	const groups = plan.groups.map(({ id }) => id).sort();
	const placeholders = placeholdersOf(survey, groups, knowledge.questionnaire);
	const { steps } = makeChecklist(method, survey, groups, knowledge.steps, placeholders);
	const because = (effects: readonly string[]) =>
		saidOf(plan.groups, method, ({ because: reasons }) =>
			reasons.filter(({ effect }) => effects.includes(effect))
		);
	return {
		method,
		fits: plan.groups.flatMap(({ name, verdicts }) => {
			const verdict = verdicts.find((each) => each.method === method);
			return verdict ? [{ group: name, fit: verdict.fit }] : [];
		}),
		reasonsFor: because(['favours']),
		reasonsAgainst: because(['rules-out', 'cautions']),
		open: saidOf(plan.groups, method, (verdict) =>
			verdict.fit === 'ruled-out' ? [] : verdict.open
		),
		transfer: plan.transfer.find((row) => row.method === method),
		steps: steps.length,
		holds: steps.filter(({ hold }) => hold).length,
		personHours: method === 'intelligent-updater' ? walkHours(survey, groups, knowledge) : 0
	};
}

/** One survey as a whole. */
export interface SurveyColumn {
	readonly title: string;
	readonly groups: readonly {
		readonly name: string;
		readonly clients: number | null;
		readonly recommended: MethodId | null;
		readonly leading: MethodId | null;
	}[];
	readonly clients: number;
	readonly linkMbps: number | null;
	readonly sharePercent: number | null;
	readonly windowHours: number | null;
	/** Every client by itself, and the methods that are recommended. */
	readonly direct: TransferRow | undefined;
	readonly chosen: readonly TransferRow[];
	readonly steps: number;
	readonly toMend: number;
	readonly open: number;
}

export function surveyColumn(survey: Survey, plan: Plan): SurveyColumn {
	const number = (question: string) => {
		const value = valueOf(survey.answers[question]);
		return typeof value === 'number' ? value : null;
	};
	const groups = survey.groups.map((group) => {
		const planned = plan.groups.find(({ id }) => id === group.id);
		const clients = valueOf(group.answers.clients);
		return {
			name: nameOf(group),
			clients: typeof clients === 'number' ? clients : null,
			recommended: planned?.recommended ?? null,
			leading: planned?.leading ?? null
		};
	});
	const chosen = new Set(groups.map(({ recommended }) => recommended));
	return {
		title: survey.title,
		groups,
		clients: groups.reduce((sum, { clients }) => sum + (clients ?? 0), 0),
		linkMbps: number('linkDownMbps'),
		sharePercent: number('linkSharePercent'),
		windowHours: number('windowHours'),
		direct: plan.transfer.find(({ method }) => method === 'sepm'),
		chosen: plan.transfer.filter(({ method }) => chosen.has(method)),
		steps: plan.checklists.reduce((sum, { steps }) => sum + steps.length, 0),
		toMend: plan.warnings.filter(({ level }) => level === 'error').length,
		open: plan.open.length
	};
}

interface Sentence {
	readonly rule: string;
	readonly reason: string;
}

/** The same rule may speak of several groups: it is said once, unless its numbers differ. */
function saidOf(
	groups: readonly GroupPlan[],
	method: MethodId,
	pick: (verdict: GroupPlan['verdicts'][number]) => readonly Sentence[]
): readonly Said[] {
	const said = new Map<string, Said>();
	for (const { name, verdicts } of groups) {
		const verdict = verdicts.find((each) => each.method === method);
		for (const { rule, reason } of verdict ? pick(verdict) : []) {
			const before = said.get(`${rule} ${reason}`);
			said.set(`${rule} ${reason}`, { rule, reason, groups: [...(before?.groups ?? []), name] });
		}
	}
	return [...said.values()];
}

function walkHours(survey: Survey, ids: readonly string[], { sizes }: Knowledge): number {
	const groups = survey.groups.filter(({ id }) => ids.includes(id));
	const { scenario } = stage(survey, groups, 'intelligent-updater', sizes);
	return (scenario.clients * scenario.minutesPerMachine) / 60;
}
