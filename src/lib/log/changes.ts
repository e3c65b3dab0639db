import type { Answer, Json } from '../domain/answer.ts';
import {
	COLLECTIONS,
	type Comment,
	type Confirmation,
	type Instance,
	type Place,
	type StepState,
	type Survey
} from '../domain/survey.ts';
import type { BasedOn, Change } from './event.ts';
import {
	answerPath,
	instanceExtraPath,
	instancePath,
	STATE_PATH,
	stepPath,
	tablePath,
	TITLE_PATH
} from './path.ts';
import type { LifeState } from './state.ts';

/** `null` takes back. */
type Maybe<T> = T | null;

export const titled = (title: string): Change => change(TITLE_PATH, title);

export const turned = (state: LifeState): Change => change(STATE_PATH, state);

export function answered(question: string, answer: Maybe<Answer>, place?: Place): Change {
	return change(answerPath(question, place), answer);
}

export const stepSet = (step: string, state: Maybe<StepState>): Change =>
	change(stepPath(step), state);

export const limitSet = (limit: string, value: Maybe<number>): Change =>
	change(tablePath('limits', limit), value);

export const confirmed = (fact: string, confirmation: Maybe<Confirmation>): Change =>
	change(tablePath('confirmations', fact), confirmation);

export const commented = (id: string, comment: Maybe<Comment>): Change =>
	change(tablePath('comments', id), comment);

/** Puts an instance back, or makes it: its place among the others is that of its first time. */
export const present = (place: Place): Change => change(instancePath(place), 'present');

export const removed = (place: Place): Change => change(instancePath(place), 'removed');

/** A new instance with its first answers. */
export function added(place: Place, { answers, extra = {} }: Omit<Instance, 'id'>): Change[] {
	return [
		present(place),
		...Object.entries(answers).map(([question, answer]) => answered(question, answer, place)),
		...Object.entries(extra).map(([key, value]) => kept(instanceExtraPath(place, key), value))
	];
}

/** A whole survey as changes, for an import, a copy or a sample: their fold is the survey again. */
export function changesOf(survey: Survey): Change[] {
	const entries = <T>(
		record: Readonly<Record<string, T>>,
		write: (key: string, value: T) => Change
	) => Object.entries(record).map(([key, value]) => write(key, value));
	return [
		titled(survey.title),
		...entries(survey.surveyExtra, (key, value) => kept(tablePath('survey-extra', key), value)),
		...entries<Answer>(survey.answers, answered),
		...COLLECTIONS.flatMap((collection) =>
			survey[collection].flatMap(({ id, ...instance }) => added({ collection, id }, instance))
		),
		...entries(survey.steps, stepSet),
		...entries(survey.limits, limitSet),
		...entries(survey.confirmations, confirmed),
		...entries(survey.comments, commented),
		...entries(survey.extra, (key, value) => kept(tablePath('extra', key), value))
	];
}

/** The answers, groups and limits of a survey without what was done, proved, confirmed and said there. */
export function withoutWork(survey: Survey): Survey {
	return { ...survey, steps: {}, confirmations: {}, comments: {} };
}

/** For registers that are new: nothing was there to be shown. */
export function basedOnNothing(changes: readonly Change[]): BasedOn {
	return Object.fromEntries(changes.map(({ path }) => [path, []]));
}

function change(path: string, value: object | string | number | null): Change {
	return value === null ? { path, kind: 'clear', value } : kept(path, value as Json);
}

/** Among keys that we do not know, null is a value. */
function kept(path: string, value: Json): Change {
	return { path, kind: 'set', value };
}
