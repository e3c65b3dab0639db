import { isNotApplicable, valueOf, type Value } from './answer.ts';
import { answerAt, type Collection, type Instance, type Place, type Survey } from './survey.ts';

/**
 * A condition on answers, as data, so that a questionnaire or a checklist can be loaded from a file.
 * It is three-valued: true, false, or `undefined` while an answer it needs is missing or unknown.
 */
export type Condition =
	| { readonly question: string; readonly is: readonly (string | number)[] }
	| { readonly question: string; readonly isNot: readonly (string | number)[] }
	| { readonly question: string; readonly includes: readonly string[] }
	| { readonly question: string; readonly over: number }
	| { readonly question: string; readonly under: number }
	| { readonly count: Collection; readonly where?: Condition; readonly over: number }
	| { readonly count: Collection; readonly where?: Condition; readonly under: number }
	| { readonly all: readonly Condition[] }
	| { readonly any: readonly Condition[] }
	| { readonly not: Condition };

export type Truth = boolean | undefined;

/**
 * Evaluates a condition for a place of the survey.
 * `is` and `isNot` compare a single value; `includes` asks whether a list holds one of the values, and `includes: []`
 * whether it holds any at all. A question that does not apply makes every comparison false.
 */
export function holds(condition: Condition, survey: Survey, place?: Place): Truth {
	if ('all' in condition) return allOf(condition.all.map((each) => holds(each, survey, place)));
	if ('any' in condition) return anyOf(condition.any.map((each) => holds(each, survey, place)));
	if ('not' in condition) return not(holds(condition.not, survey, place));
	if ('count' in condition) return compareCount(condition, survey);

	const answer = answerAt(survey, condition.question, place);
	if (isNotApplicable(answer)) return false;
	const value = valueOf(answer);
	return value === undefined ? undefined : compare(condition, value);
}

type Comparison = Extract<Condition, { question: string }>;

function compare(condition: Comparison, value: Value): boolean {
	if ('is' in condition) return condition.is.some((each) => each === value);
	if ('isNot' in condition) return !condition.isNot.some((each) => each === value);
	if ('over' in condition) return typeof value === 'number' && value > condition.over;
	if ('under' in condition) return typeof value === 'number' && value < condition.under;
	if (!Array.isArray(value)) return false;
	return condition.includes.length === 0
		? value.length > 0
		: condition.includes.some((each) => (value as readonly unknown[]).includes(each));
}

function compareCount(condition: Extract<Condition, { count: Collection }>, survey: Survey): Truth {
	const truths = survey[condition.count].map((instance: Instance) =>
		condition.where
			? holds(condition.where, survey, { collection: condition.count, id: instance.id })
			: true
	);
	const least = truths.filter((truth) => truth === true).length;
	const most = truths.filter((truth) => truth !== false).length;
	if ('over' in condition)
		return least > condition.over ? true : most > condition.over ? undefined : false;
	return most < condition.under ? true : least < condition.under ? undefined : false;
}

function allOf(truths: readonly Truth[]): Truth {
	if (truths.includes(false)) return false;
	return truths.includes(undefined) ? undefined : true;
}

function anyOf(truths: readonly Truth[]): Truth {
	if (truths.includes(true)) return true;
	return truths.includes(undefined) ? undefined : false;
}

function not(truth: Truth): Truth {
	return truth === undefined ? undefined : !truth;
}

/** The questions that a condition looks at. */
export function readsOf(condition: Condition): readonly string[] {
	if ('all' in condition) return condition.all.flatMap(readsOf);
	if ('any' in condition) return condition.any.flatMap(readsOf);
	if ('not' in condition) return readsOf(condition.not);
	if ('count' in condition) return condition.where ? readsOf(condition.where) : [];
	return [condition.question];
}
