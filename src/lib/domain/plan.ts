import { warningsFor, type Advice, type AdvisedGroup, type Warning } from './advice.ts';
import { valueOf } from './answer.ts';
import { makeChecklist, type Checklist, type StepTemplate } from './checklist.ts';
import { planContent, type ContentPlan } from './content.ts';
import { factsOf } from './fact-table.ts';
import { planGups, type GupPlan } from './gup.ts';
import type { CandidateRule } from './candidate.ts';
import { METHOD_IDS, type Method, type MethodId } from './method.ts';
import { openQuestions, type OpenQuestion } from './open.ts';
import { placeholdersOf } from './placeholders.ts';
import type { Questionnaire } from './question.ts';
import { recommend, type Recommendation, type Verdict } from './recommend.ts';
import type { RuleBook } from './rule.ts';
import type { Instance, Survey } from './survey.ts';
import { transferRows, type TransferRow } from './transfer-rows.ts';
import type { Sizes } from './transfer.ts';

export interface Source {
	readonly title: string;
	/** Where to find it: an address without a scheme, or a document number. */
	readonly where: string;
	/** The product version and date it speaks of. */
	readonly version: string;
	/** Set for what was read and nothing relies on: one sentence that says why it is listed all the same. */
	readonly background?: string;
	/** Its number in the register of the procedures, from which checklists were written: "S1", "D12". */
	readonly procedures?: string;
}

/** Everything the product knows, as data: what a plan is made with. */
export interface Knowledge extends RuleBook {
	/** Such as "2026.11.1"; stamped on every plan and print. */
	readonly version: string;
	readonly methods: readonly Method[];
	readonly questionnaire: Questionnaire;
	readonly advice: readonly Advice[];
	readonly candidateRules: readonly CandidateRule[];
	readonly steps: readonly StepTemplate[];
	readonly sizes: Sizes;
	readonly sources: Readonly<Record<string, Source>>;
}

export interface GroupPlan {
	readonly id: string;
	readonly name: string;
	readonly recommended: MethodId | null;
	/** The best method by what is known so far; equal to `recommended` unless that is withheld. */
	readonly leading: MethodId | null;
	readonly verdicts: readonly Verdict[];
}

/** The plan of a survey, as the interchange contract has it; screen, print and command line render it. */
export interface Plan {
	readonly sitewalk: 1;
	readonly knowledge: string;
	readonly survey: { readonly id: string; readonly title: string };
	readonly groups: readonly GroupPlan[];
	readonly warnings: readonly Warning[];
	readonly transfer: readonly TransferRow[];
	/** Candidates and settings, where a Group Update Provider serves a group; `null` elsewhere. */
	readonly gup: GupPlan | null;
	readonly content: ContentPlan;
	readonly checklists: readonly Checklist[];
	readonly open: readonly OpenQuestion[];
}

export interface PlanOptions {
	/** Make the checklist of this method for all groups, whatever is recommended. */
	readonly method?: MethodId;
}

/** Computes the plan. Pure: the same survey and knowledge give the same plan, in any order of groups. */
export function makePlan(survey: Survey, knowledge: Knowledge, options: PlanOptions = {}): Plan {
	const judged = judgeAll(survey, knowledge);
	const { groups, transfer } = outlined(survey, judged, knowledge);

	return {
		sitewalk: 1,
		knowledge: knowledge.version,
		survey: { id: survey.id, title: survey.title },
		groups,
		warnings: warningsFor(
			judged.map(({ group, facts, recommended, verdicts }): AdvisedGroup => ({
				id: group.id,
				facts,
				recommended,
				nothingIsLeft: verdicts.every(({ fit }) => fit === 'ruled-out')
			})),
			knowledge.advice,
			knowledge.limits,
			survey.limits
		),
		transfer,
		gup: gupPlanFor(survey, judged, knowledge, options),
		content: planContent(survey, knowledge.sizes),
		checklists: checklistsFor(survey, judged, knowledge, options),
		open: openQuestions(survey, knowledge)
	};
}

/** What a slider needs at every step: verdicts and costs, without what is open, advice and checklists. */
export type Outline = Pick<Plan, 'groups' | 'transfer'>;

export function outlineOf(survey: Survey, knowledge: Knowledge): Outline {
	return outlined(survey, judgeAll(survey, knowledge), knowledge);
}

function outlined(
	survey: Survey,
	judged: readonly Judged[],
	{ sizes }: Pick<Knowledge, 'sizes'>
): Outline {
	return {
		groups: judged.map(({ group, recommended, leading, verdicts }) => ({
			id: group.id,
			name: nameOf(group),
			recommended,
			leading,
			verdicts
		})),
		transfer: transferRows(survey, judged, sizes)
	};
}

function judgeAll(survey: Survey, knowledge: Knowledge) {
	return survey.groups.map((group) => ({ group, ...judge(survey, group, knowledge) }));
}

/** The recommendation for one group, with the facts it stands on. */
export function judge(survey: Survey, group: Instance, knowledge: Knowledge) {
	const facts = factsOf(survey, group, knowledge.sizes);
	return { facts, ...recommend(facts, knowledge, survey.limits) };
}

export function nameOf(group: Instance): string {
	const name = valueOf(group.answers.groupName);
	return typeof name === 'string' && name.trim() !== '' ? name : `Group ${group.id}`;
}

function gupPlanFor(
	survey: Survey,
	judged: readonly Judged[],
	{ candidateRules, sizes, limits }: Knowledge,
	{ method }: PlanOptions
): GupPlan | null {
	const served = judged.filter(({ recommended }) => method === 'gup' || recommended === 'gup');
	if (served.length === 0) return null;
	const groups = served.map(({ group }) => group.id);
	return planGups(survey, groups, candidateRules, sizes, limits);
}

interface Judged extends Recommendation {
	readonly group: Instance;
}

function checklistsFor(
	survey: Survey,
	judged: readonly Judged[],
	knowledge: Knowledge,
	{ method: wanted }: PlanOptions
): readonly Checklist[] {
	const methods = wanted ? [wanted] : METHOD_IDS;
	return methods.flatMap((method) => {
		const served = judged.filter(
			({ recommended }) => wanted !== undefined || recommended === method
		);
		if (served.length === 0 && wanted === undefined) return [];
		const groups = served.map(({ group }) => group.id).sort();
		const placeholders = placeholdersOf(survey, groups, knowledge.questionnaire);
		return [makeChecklist(method, survey, groups, knowledge.steps, placeholders)];
	});
}
