import type { Answer, Answers, Json } from './answer.ts';

export type SurveyId = string;
export type InstanceId = string;

/** What can be repeated at a site. The names are the keys of the interchange file. */
export const COLLECTIONS = ['groups', 'candidates', 'subnets'] as const;
export type Collection = (typeof COLLECTIONS)[number];

/** One client group, one candidate for a Group Update Provider, or one subnet. */
export interface Instance {
	readonly id: InstanceId;
	readonly answers: Answers;
	/** Keys that we do not know; kept and passed on. */
	readonly extra?: Readonly<Record<string, Json>>;
}

export const STEP_STATES = ['open', 'done', 'deviation', 'not-applicable', 'blocked'] as const;
export type StepStateName = (typeof STEP_STATES)[number];

/** How far one step of a checklist is. `deviation`, `not-applicable` and `blocked` demand a reason. */
export interface StepState {
	readonly state: StepStateName;
	readonly reason?: string;
	/** Who owns a blocked step until it is solved. */
	readonly owner?: string;
	/** What was measured or seen: the evidence in words. */
	readonly note?: string;
	/** What was written into the blanks of the step, by their labels. */
	readonly values?: Readonly<Record<string, string>>;
	/** Name of the person, and the device's time with its offset from UTC (ISO 8601). */
	readonly by?: string;
	readonly at?: string;
	/** Version of the knowledge the checklist was made with when this was recorded. */
	readonly knowledge?: string;
}

/** A fact marked `unconfirmed` that somebody has confirmed on the version at this site. */
export interface Confirmation {
	readonly text: string;
	readonly by: string;
	readonly at: string;
}

/** What somebody said about the survey or about one answer of it; a question to a colleague is one, too. */
export interface Comment {
	readonly text: string;
	/** The register it is about, such as `answers/linkDownMbps`; without it the whole survey. */
	readonly about?: string;
	readonly by: string;
	readonly at: string;
}

/** An answer of another version of the questionnaire that may not say what one of ours would. */
export interface OtherForm {
	readonly said: Answer;
	readonly version: number;
	/** Why it must be given anew; absent where the version is newer than ours, and the answer stands as far as it fits. */
	readonly anew?: string;
}

/** A survey as it stands: the fold of its events, and what the interchange file holds. */
export interface Survey {
	readonly id: SurveyId;
	readonly title: string;
	/** ISO 8601 with offset. */
	readonly updatedAt?: string;
	readonly answers: Answers;
	readonly groups: readonly Instance[];
	readonly candidates: readonly Instance[];
	readonly subnets: readonly Instance[];
	/** Step id to its state; a step that is absent is open. */
	readonly steps: Readonly<Record<string, StepState>>;
	/** Our own thresholds that were changed for this survey: limit id to value. */
	readonly limits: Readonly<Record<string, number>>;
	readonly confirmations: Readonly<Record<string, Confirmation>>;
	readonly comments: Readonly<Record<string, Comment>>;
	/** Top-level keys, and keys inside `survey`, that we do not know; kept and passed on. */
	readonly extra: Readonly<Record<string, Json>>;
	readonly surveyExtra: Readonly<Record<string, Json>>;
	/** By question and place (`worthKey`); absent where all was answered under our questionnaire. */
	readonly others?: Readonly<Record<string, OtherForm>>;
}

export function emptySurvey(id: SurveyId, title: string): Survey {
	return {
		id,
		title,
		answers: {},
		groups: [],
		candidates: [],
		subnets: [],
		steps: {},
		limits: {},
		confirmations: {},
		comments: {},
		extra: {},
		surveyExtra: {}
	};
}

/** Where an answer lives: at the site, or at one instance of a collection. */
export interface Place {
	readonly collection: Collection;
	readonly id: InstanceId;
}

export function instanceAt(survey: Survey, place: Place): Instance | undefined {
	return survey[place.collection].find((instance) => instance.id === place.id);
}

/** The answer to a question, asked of an instance first and then of the site. */
export function answerAt(survey: Survey, question: string, place?: Place): Answer | undefined {
	const own = place && instanceAt(survey, place)?.answers;
	if (own && Object.hasOwn(own, question)) return own[question];
	return Object.hasOwn(survey.answers, question) ? survey.answers[question] : undefined;
}
