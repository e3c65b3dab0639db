import type { Answers } from './answer.ts';
import type { StepTemplate } from './checklist.ts';
import { readsOf } from './condition.ts';
import { planContent } from './content.ts';
import { planGups } from './gup.ts';
import { METHOD_IDS, type MethodId } from './method.ts';
import { placeholdersOf } from './placeholders.ts';
import type { Knowledge } from './plan.ts';
import { probesOf } from './probe.ts';
import { questionsOf } from './question.ts';
import type { Instance, Survey } from './survey.ts';
import { transferRows } from './transfer-rows.ts';
import type { Sizes } from './transfer.ts';

/** Method to the questions of which its plan is made beside the verdicts: sizes, settings, content, steps. */
export type BesideReads = Readonly<Record<MethodId, ReadonlySet<string>>>;

/** Methods whose content comes by way of the SEPM's revisions. */
const FROM_SEPM: readonly MethodId[] = ['sepm', 'gup', 'third-party'];

/** Found by watching which answers are looked at. */
export function readsBeside(knowledge: Knowledge): BesideReads {
	const { questionnaire, sizes, candidateRules, steps } = knowledge;
	const surveys = probesOf(questionnaire).map(({ survey }) => survey);
	const watch = (look: (survey: Survey, groups: readonly string[]) => unknown) => {
		const seen = new Set<string>();
		for (const survey of surveys) {
			const watched = watching(survey, seen);
			look(
				watched,
				watched.groups.map(({ id }) => id)
			);
		}
		return seen;
	};
	const gup = watch((survey, groups) => planGups(survey, groups, candidateRules, sizes, []));
	const content = watch((survey) => planContent(survey, sizes));
	const transfer = watch((survey) =>
		METHOD_IDS.map((method) => transferRows(survey, usableFor(method, survey), sizes))
	);
	const ids = new Set(questionsOf(questionnaire).map(({ id }) => id));
	const named = watch((survey, groups) =>
		placeholdersOf(survey, groups, { ...questionnaire, sections: [] })
	);
	const of = (method: MethodId): ReadonlySet<string> =>
		new Set([
			...(method === 'gup' ? gup : []),
			...(FROM_SEPM.includes(method) ? content : []),
			...transferReads(method, surveys, transfer, sizes),
			...steps
				.filter((step) => step.method === method)
				.flatMap((step) => stepReads(step, ids, named))
		]);
	return Object.fromEntries(
		METHOD_IDS.map((method) => [method, of(method)])
	) as unknown as BesideReads;
}

/** What a step names or is left out by; a name put together from several answers stands for all of these. */
function stepReads(
	{ text, evidence, command, skip }: StepTemplate,
	ids: ReadonlySet<string>,
	together: ReadonlySet<string>
): readonly string[] {
	const names = [...[text, evidence, command?.text ?? ''].join(' ').matchAll(/\{(\w+)\}/g)];
	return [
		...names.flatMap(([, name = '']) => (ids.has(name) ? [name] : [...together])),
		...(skip ? readsOf(skip.when) : [])
	];
}

/** Sizes are looked up for every method and used by few: an answer counts where the numbers differ without it. */
function transferReads(
	method: MethodId,
	surveys: readonly Survey[],
	questions: ReadonlySet<string>,
	sizes: Sizes
): readonly string[] {
	const rows = (survey: Survey) =>
		JSON.stringify(
			transferRows(survey, usableFor(method, survey), sizes).map((row) => ({
				...row,
				assumptions: []
			}))
		);
	return [...questions].filter((question) =>
		surveys.some((survey) => rows(survey) !== rows(withoutAnswer(survey, question)))
	);
}

function usableFor(method: MethodId, { groups }: Survey) {
	const verdicts = [{ method, fit: 'possible' as const, because: [], open: [] }];
	return groups.map((group) => ({ group, verdicts }));
}

function withoutAnswer(survey: Survey, question: string): Survey {
	const less = (answers: Answers) =>
		Object.fromEntries(Object.entries(answers).filter(([id]) => id !== question));
	const groups = survey.groups.map((group) => ({ ...group, answers: less(group.answers) }));
	return { ...survey, answers: less(survey.answers), groups };
}

/** The same survey, telling which of its answers are looked at. */
function watching(survey: Survey, seen: Set<string>): Survey {
	const watched = (answers: Answers) =>
		new Proxy(answers, {
			get: (target, id) => {
				if (typeof id === 'string') seen.add(id);
				return Reflect.get(target, id) as unknown;
			}
		});
	const instance = (each: Instance) => ({ ...each, answers: watched(each.answers) });
	return {
		...survey,
		answers: watched(survey.answers),
		groups: survey.groups.map(instance),
		candidates: survey.candidates.map(instance),
		subnets: survey.subnets.map(instance)
	};
}
