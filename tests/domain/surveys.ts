import fc from 'fast-check';
import type { Answer, Answers } from '../../src/lib/domain/answer.ts';
import type { Question } from '../../src/lib/domain/question.ts';
import { emptySurvey, type Collection, type Survey } from '../../src/lib/domain/survey.ts';
import { LIMITS } from '../../src/lib/knowledge/limits.ts';
import { QUESTIONNAIRE } from '../../src/lib/knowledge/questionnaire.ts';

/** Questions that the plan reads, by the place where they are asked. */
export function readQuestions(collection?: Collection): readonly Question[] {
	return QUESTIONNAIRE.sections
		.filter((section) => section.collection === collection)
		.flatMap(({ questions }) => questions)
		.filter(
			({ planReads, id }) => (planReads === true && !/Name|Code/.test(id)) || id === 'osList'
		);
}

/** Any answer of the right kind: near every limit, near nothing, or not to be found out. */
export function answerTo(question: Question): fc.Arbitrary<Answer> {
	return fc.oneof(
		{ weight: 8, arbitrary: valueFor(question) },
		{ weight: 1, arbitrary: fc.constant({ unknown: 'nobody could say' }) },
		{ weight: 1, arbitrary: fc.constant({ notApplicable: 'not here' }) }
	);
}

function valueFor(question: Question): fc.Arbitrary<Answer> {
	switch (question.kind) {
		case 'choice':
			return fc.constantFrom(...question.options.map(({ value }) => value));
		case 'many':
			return fc.subarray(question.options.map(({ value }) => value));
		case 'integer':
		case 'number': {
			const [low, high] = question.plausible ?? [question.min ?? 0, question.max ?? 1000];
			const edges = LIMITS.flatMap(({ value }) => [value - 1, value, value + 1]);
			const fitting = [low, high, question.min ?? low, ...edges].filter(
				(value) => value >= (question.min ?? 0) && value <= (question.max ?? Infinity)
			);
			return fc.oneof(
				fc.constantFrom(...fitting),
				fc.integer({ min: Math.ceil(low), max: Math.ceil(high) })
			);
		}
		default:
			return fc.constantFrom('12.1', '14.2 MP1', '14.3', '14.3 RU8', 'FS1');
	}
}

/** Some of the questions, answered. */
function someAnswers(questions: readonly Question[]): fc.Arbitrary<Answers> {
	const record = Object.fromEntries(questions.map((each) => [each.id, answerTo(each)]));
	return fc.record(record, { requiredKeys: [] }) as fc.Arbitrary<Answers>;
}

const named = (prefix: string, answers: readonly Answers[]) =>
	answers.map((each, index) => ({ id: `${prefix}${index}`, answers: each }));

/** Any survey: up to four groups and three candidates, with gaps, unknowns and contradictions. */
export const anySurvey: fc.Arbitrary<Survey> = fc
	.record({
		answers: someAnswers(readQuestions()),
		groups: fc.array(someAnswers(readQuestions('groups')), { maxLength: 4 }),
		candidates: fc.array(someAnswers(readQuestions('candidates')), { maxLength: 3 })
	})
	.map(({ answers, groups, candidates }) => ({
		...emptySurvey('s', 'Any site'),
		answers,
		groups: named('g', groups),
		candidates: named('c', candidates)
	}));
