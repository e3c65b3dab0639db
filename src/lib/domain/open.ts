import { stateOf, type Answer, type Answers } from './answer.ts';
import { factsOf } from './facts.ts';
import type { MethodId } from './method.ts';
import { questionsOf, type Question } from './question.ts';
import { recommend, type OpenRule, type Recommendation } from './recommend.ts';
import type { Knowledge } from './plan.ts';
import type { Instance, Place, Survey } from './survey.ts';

/** A question without a value whose answer could still change what is recommended. */
export interface OpenQuestion {
	readonly question: string;
	/** Present where the question is asked of one client group. */
	readonly group?: string;
	readonly couldChange: readonly MethodId[];
}

/**
 * The value of information, by trying: for every unanswered question the plan reads, each answer that its kind allows
 * is put in, and the recommendation is made anew. A question that could only matter together with another one is found
 * through the open rules that wait for it.
 */
export function openQuestions(survey: Survey, knowledge: Knowledge): readonly OpenQuestion[] {
	const asked = questionsOf(knowledge.questionnaire).filter((question) => question.planReads);
	const bySection = new Map(
		knowledge.questionnaire.sections.flatMap(({ collection, questions }) =>
			questions.map(({ id }) => [id, collection] as const)
		)
	);
	const found = new Map<string, { question: string; group?: string; methods: Set<MethodId> }>();

	for (const group of survey.groups) {
		const now = judged(survey, group, knowledge);
		for (const question of asked) {
			const collection = bySection.get(question.id);
			if (collection === 'candidates' || collection === 'subnets') continue;
			const place: Place | undefined = collection && { collection, id: group.id };
			const answers = place ? group.answers : survey.answers;
			if (hasValue(answers, question.id)) continue;

			const methods = new Set([
				...changesByTrying(survey, group, question, place, now, knowledge),
				...changesByWaiting(question, now)
			]);
			if (methods.size === 0) continue;
			const key = place ? `${group.id}/${question.id}` : question.id;
			const entry = found.get(key) ?? {
				question: question.id,
				...(place ? { group: group.id } : {}),
				methods: new Set<MethodId>()
			};
			for (const method of methods) entry.methods.add(method);
			found.set(key, entry);
		}
	}

	return [...found.values()].map(({ methods, ...entry }) => ({
		...entry,
		couldChange: [...methods].sort()
	}));
}

function judged(survey: Survey, group: Instance, knowledge: Knowledge): Recommendation {
	return recommend(factsOf(survey, group, knowledge.sizes), knowledge, survey.limits);
}

function changesByTrying(
	survey: Survey,
	group: Instance,
	question: Question,
	place: Place | undefined,
	now: Recommendation,
	knowledge: Knowledge
): readonly MethodId[] {
	return trials(question, knowledge).flatMap((answer) => {
		const other = answered(survey, question.id, answer, place);
		const same = other.groups.find(({ id }) => id === group.id) ?? group;
		const then = judged(other, same, knowledge);
		return changed(now.leading, then.leading);
	});
}

/** Open rules that wait for this question and others, strong enough to lift their method past the leader. */
function changesByWaiting(question: Question, now: Recommendation): readonly MethodId[] {
	const waiting = (open: readonly OpenRule[]) =>
		open.some(
			({ needs, effect, decisive }) =>
				decisive && effect !== 'cautions' && needs.includes(question.id)
		);
	return now.verdicts
		.filter(({ fit, open }) => fit !== 'ruled-out' && waiting(open))
		.flatMap(({ method }) => (now.recommended === null ? [method] : []));
}

function changed(before: MethodId | null, after: MethodId | null): readonly MethodId[] {
	return before === after ? [] : [before, after].filter((method) => method !== null);
}

/** Answers worth trying: every option of a choice; for a number the bounds, the limits of the rules and their neighbours. */
function trials(question: Question, { limits }: Knowledge): readonly Answer[] {
	switch (question.kind) {
		case 'choice':
			return question.options.map(({ value }) => value);
		case 'many':
			return [[], ...question.options.map(({ value }) => [value])];
		case 'integer':
		case 'number': {
			const [low, high] = question.plausible ?? [question.min ?? 0, question.max ?? 100_000];
			const edges = limits.flatMap(({ value }) => [value - 1, value, value + 1]);
			return [...new Set([low, high, ...edges])].filter(
				(value) => value >= (question.min ?? 0) && value <= (question.max ?? Infinity)
			);
		}
		case 'text':
			return question.example === undefined ? [] : [question.example];
		default:
			return [];
	}
}

function hasValue(answers: Answers, question: string): boolean {
	return ['answered', 'not-applicable'].includes(stateOf(answers[question]));
}

/** The survey as it would be with one more answer. */
export function answered(survey: Survey, question: string, answer: Answer, place?: Place): Survey {
	if (!place) return { ...survey, answers: { ...survey.answers, [question]: answer } };
	return {
		...survey,
		[place.collection]: survey[place.collection].map((instance) =>
			instance.id === place.id
				? { ...instance, answers: { ...instance.answers, [question]: answer } }
				: instance
		)
	};
}
