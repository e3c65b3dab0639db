/** What JSON can hold. Rows, events and files hold nothing else: never `undefined`, never `NaN`. */
export type Json =
	string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Could not be found out. A rule that needs it stays open; nothing is assumed in its place. */
export interface Unknown {
	readonly unknown: string;
}

/** The question makes no sense here. A rule that needs it does not apply. */
export interface NotApplicable {
	readonly notApplicable: string;
}

/** A row of a table question: column id to cell. */
export type Row = Readonly<Record<string, string | number>>;

export type Value = string | number | readonly string[] | readonly Row[];

/** One reply to one question. A missing key means "not answered yet": the fourth state. */
export type Answer = Value | Unknown | NotApplicable;

export type Answers = Readonly<Record<string, Answer>>;

export function isUnknown(answer: Answer | undefined): answer is Unknown {
	return isRecord(answer) && 'unknown' in answer;
}

export function isNotApplicable(answer: Answer | undefined): answer is NotApplicable {
	return isRecord(answer) && 'notApplicable' in answer;
}

/** The value of an answer, or `undefined` when there is none to reckon with. */
export function valueOf(answer: Answer | undefined): Value | undefined {
	if (answer === undefined || isUnknown(answer) || isNotApplicable(answer)) return undefined;
	return answer;
}

export type AnswerState = 'unanswered' | 'answered' | 'unknown' | 'not-applicable';

export function stateOf(answer: Answer | undefined): AnswerState {
	if (answer === undefined) return 'unanswered';
	if (isUnknown(answer)) return 'unknown';
	if (isNotApplicable(answer)) return 'not-applicable';
	return 'answered';
}

function isRecord(answer: Answer | undefined): answer is Unknown | NotApplicable {
	return typeof answer === 'object' && answer !== null && !Array.isArray(answer);
}
