import type { StepTemplate } from './checklist.ts';
import { readsOf } from './condition.ts';
import { planContent } from './content.ts';
import { drawingOf } from './drawing.ts';
import { FACT_IDS, factsOf } from './fact-table.ts';
import type { FactId } from './facts.ts';
import { planGups } from './gup.ts';
import type { CandidateFactId, CandidateRule } from './candidate.ts';
import { METHOD_IDS, type MethodId } from './method.ts';
import { placeholdersOf } from './placeholders.ts';
import { nameOf, type GroupPlan, type Knowledge } from './plan.ts';
import { probesOf, type Probe } from './probe.ts';
import { questionsOf, type Questionnaire } from './question.ts';
import { stage } from './simulation/scenario.ts';
import type { Survey } from './survey.ts';
import { transferRows } from './transfer-rows.ts';
import type { Sizes } from './transfer.ts';

/** What an answer has an effect on, by ids. Nobody types this: it is found by changing the answer and looking. */
export interface QuestionUses {
	readonly facts: readonly FactId[];
	readonly rules: readonly string[];
	readonly advice: readonly string[];
	/** Rules on who may be a Group Update Provider, and settings that are proposed for it. */
	readonly candidateRules: readonly string[];
	readonly settings: readonly string[];
	/** What the plan shows beside its verdicts. */
	readonly tables: readonly Shown[];
	readonly steps: readonly string[];
	/** Questions that are left out, or asked, by it. */
	readonly questions: readonly string[];
}

type Shown = 'transfer' | 'content' | 'network' | 'drawing';

/** Question id to what relies on it. */
export function questionUses(knowledge: Knowledge): Readonly<Record<string, QuestionUses>> {
	const { questionnaire, sizes } = knowledge;
	const probes = probesOf(questionnaire);
	const facts = factReads(probes, sizes);
	const candidateFacts = candidateReads(knowledge, probes);
	const settings = effects(probes, (survey) =>
		planGups(survey, groupIds(survey), [], sizes, []).proposals.map((each) => [each.setting, each])
	);
	const tables = effects(probes, (survey) => [
		['transfer', transferRows(survey, anyMethodFor(survey), sizes)],
		['content', planContent(survey, sizes)],
		['network', METHOD_IDS.map((method) => stage(survey, survey.groups, method, sizes))],
		[
			'drawing',
			METHOD_IDS.map((method) => drawingOf(survey, { groups: allOn(method, survey) }, 'after'))
		]
	]);
	const placeholders = placeholderReads(probes, questionnaire);
	const usesFacts = (needs: readonly FactId[], question: string) =>
		needs.some((need) => facts[need]?.has(question));

	const usesOf = (question: string): QuestionUses => ({
		facts: FACT_IDS.filter((fact) => facts[fact]?.has(question)),
		rules: idsOf(knowledge.rules.filter(({ needs }) => usesFacts(needs, question))),
		advice: idsOf(knowledge.advice.filter(({ needs }) => usesFacts(needs, question))),
		candidateRules: idsOf(
			knowledge.candidateRules.filter(({ needs }) =>
				needs.some((need) => candidateFacts[need]?.has(question))
			)
		),
		settings: namesWith(settings, question),
		tables: namesWith(tables, question) as Shown[],
		steps: idsOf(
			knowledge.steps.filter((step) => stepReads(step, placeholders).includes(question))
		),
		questions: idsOf(
			questionsOf(questionnaire).filter(({ skip }) => skip && readsOf(skip).includes(question))
		)
	});
	return Object.fromEntries(questionsOf(questionnaire).map(({ id }) => [id, usesOf(id)]));
}

type Reads = Readonly<Record<string, ReadonlySet<string>>>;

/** Facts say themselves what they read; which depends on the answers, so that several surveys are tried. */
function factReads(probes: readonly Probe[], sizes: Sizes): Reads {
	const reads: Record<string, Set<string>> = {};
	for (const { survey } of probes) {
		for (const group of survey.groups) {
			for (const [fact, derived] of Object.entries(factsOf(survey, group, sizes))) {
				for (const question of derived.reads) (reads[fact] ??= new Set()).add(question);
			}
		}
	}
	return reads;
}

/** What one rule per fact gets to see of a candidate. */
function candidateReads({ candidateRules, sizes }: Knowledge, probes: readonly Probe[]): Reads {
	const needs = [...new Set(candidateRules.flatMap((row) => row.needs))];
	return effects(probes, (survey) => {
		const seen = new Map<string, unknown>(needs.map((need) => [need, null]));
		const spies = needs.map((need) => spyOn(need, (value) => seen.set(need, value)));
		planGups(survey, groupIds(survey), spies, sizes, []);
		return [...seen];
	});
}

function spyOn(need: CandidateFactId, see: (value: unknown) => void): CandidateRule {
	return {
		id: need,
		effect: 'cautions',
		needs: [need],
		when: (facts) => {
			see(facts[need]);
			return false;
		},
		reason: '',
		sources: [],
		confidence: 'ours',
		ask: ''
	};
}

function placeholderReads(probes: readonly Probe[], questionnaire: Questionnaire): Reads {
	return effects(probes, (survey) =>
		Object.entries(placeholdersOf(survey, groupIds(survey), questionnaire))
	);
}

function stepReads(step: StepTemplate, placeholders: Reads): readonly string[] {
	const texts = [step.text, step.evidence, step.command?.text ?? ''].join(' ');
	const named = [...texts.matchAll(/\{(\w+)\}/g)].flatMap(([, name = '']) => [
		...(placeholders[name] ?? [])
	]);
	return [...named, ...(step.skip ? readsOf(step.skip.when) : [])];
}

/** Named results of a survey to the questions that change them, seen by answering each in every other way. */
function effects(
	probes: readonly Probe[],
	view: (survey: Survey) => readonly (readonly [string, unknown])[]
): Reads {
	const reads: Record<string, Set<string>> = {};
	const printed = (survey: Survey) =>
		view(survey).map(([name, value]) => [name, JSON.stringify(value ?? null)] as const);
	for (const { survey, variations } of probes) {
		const before = new Map(printed(survey));
		for (const { question, survey: other } of variations) {
			for (const [name, value] of printed(other)) {
				if (value !== before.get(name)) (reads[name] ??= new Set()).add(question);
			}
		}
	}
	return reads;
}

function namesWith(reads: Reads, question: string): readonly string[] {
	return Object.keys(reads).filter((name) => reads[name]?.has(question));
}

function anyMethodFor(survey: Survey) {
	const verdicts = METHOD_IDS.map((method) => ({
		method,
		fit: 'possible' as const,
		because: [],
		open: []
	}));
	return survey.groups.map((group) => ({ group, verdicts }));
}

function allOn(method: MethodId, { groups }: Survey): readonly GroupPlan[] {
	return groups.map((group) => ({
		id: group.id,
		name: nameOf(group),
		recommended: method,
		leading: method,
		verdicts: []
	}));
}

function groupIds(survey: Survey): readonly string[] {
	return idsOf(survey.groups);
}

function idsOf(rows: readonly { readonly id: string }[]): readonly string[] {
	return rows.map(({ id }) => id);
}
