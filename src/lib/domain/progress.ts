import { stateOf, type Answer, type AnswerState } from './answer.ts';
import { holds } from './condition.ts';
import { problemWith } from './problem.ts';
import type { Question, Questionnaire, Section } from './question.ts';
import { answerAt, instanceAt, type OtherForm, type Place, type Survey } from './survey.ts';
import { worthKey } from './worth-key.ts';

/** One question as it stands at one place of a survey. */
export interface Item {
	readonly section: Section;
	readonly question: Question;
	/** Set for a question of a repeated section. */
	readonly place?: Place;
	readonly answer: Answer | undefined;
	readonly state: AnswerState;
	readonly problem: string | undefined;
}

/** Asked unless the skip rule is known to hold: what is not known yet is asked. */
export function isAsked(question: Question, survey: Survey, place?: Place): boolean {
	return question.skip === undefined || holds(question.skip, survey, place) !== true;
}

/** Every question that applies, in asking order; repeated sections once per instance. */
export function itemsOf(questionnaire: Questionnaire, survey: Survey): readonly Item[] {
	return questionnaire.sections.flatMap((section) =>
		placesOf(section, survey).flatMap((place) => itemsAt(section, survey, place))
	);
}

/** The questions of one section at one place that apply. */
export function itemsAt(section: Section, survey: Survey, place?: Place): readonly Item[] {
	return section.questions
		.filter((question) => isAsked(question, survey, place))
		.map((question) => {
			const answer = place
				? instanceAt(survey, place)?.answers[question.id]
				: answerAt(survey, question.id);
			return {
				section,
				question,
				...(place ? { place } : {}),
				answer,
				state: stateOf(answer),
				problem:
					otherProblem(question, answer, survey.others?.[worthKey(question.id, place)]) ??
					problemWith(question, answer)
			};
		});
}

/** What keeps an answer of another version of the questionnaire from standing for one of ours. */
function otherProblem(question: Question, answer: Answer | undefined, other?: OtherForm) {
	if (!other) return undefined;
	const { said, version, anew } = other;
	if (anew === undefined)
		return problemWith(question, answer)
			? `Answered with a newer version of Sitewalk: “${plainly(said)}”. It is kept; update the app to see it as it was meant.`
			: undefined;
	return answer === undefined
		? `Answered “${plainly(said)}” under version ${version} of this survey’s questions. ${anew} Please answer it anew.`
		: undefined;
}

function plainly(answer: Answer): string {
	if (typeof answer !== 'object') return String(answer);
	const list = Array.isArray(answer) && answer.every((each) => typeof each === 'string');
	return list ? answer.join(', ') : JSON.stringify(answer);
}

export interface Progress {
	/** Questions that apply. */
	readonly asked: number;
	/** Of these: with a value, "could not find out" or "not applicable", and without a problem. */
	readonly settled: number;
	readonly unknown: number;
	readonly problems: number;
}

export function progressOf(items: readonly Item[]): Progress {
	return {
		asked: items.length,
		settled: items.filter(({ state, problem }) => state !== 'unanswered' && !problem).length,
		unknown: items.filter(({ state }) => state === 'unknown').length,
		problems: items.filter(({ problem }) => problem !== undefined).length
	};
}

/** The first unanswered question after `current` in asking order, going round once; `undefined` when all are settled. */
export function nextUnanswered(items: readonly Item[], current?: Item): Item | undefined {
	const at = current
		? items.findIndex(
				({ question, place }) =>
					question.id === current.question.id && place?.id === current.place?.id
			)
		: -1;
	return [...items.slice(at + 1), ...items.slice(0, at + 1)].find(
		({ state }) => state === 'unanswered'
	);
}

function placesOf({ collection }: Section, survey: Survey): readonly (Place | undefined)[] {
	if (!collection) return [undefined];
	return survey[collection].map(({ id }) => ({ collection, id }));
}
