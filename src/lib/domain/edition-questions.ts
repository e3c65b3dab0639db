import type { Block } from './document.ts';
import { answerWords, conditionWords } from './edition-words.ts';
import type { Reviewed } from './edition.ts';
import { FACT_IDS } from './fact-table.ts';
import type { FactId } from './facts.ts';
import type { Knowledge } from './plan.ts';
import type { Question } from './question.ts';
import type { QuestionUses } from './uses.ts';

export function questionBlocks(
	{ questionnaire, steps }: Knowledge,
	uses: Readonly<Record<string, QuestionUses>>
): readonly Block[] {
	const codes = new Map(steps.map(({ id, code }) => [id, code]));
	const rowOf = (question: Question) => [
		`${question.prompt} (${question.id})`,
		question.why,
		question.find ?? '',
		answerWords(question),
		question.skip ? conditionWords(question.skip, questionnaire) : 'never',
		question.record ? `For the record: ${question.record}` : useWords(uses[question.id], codes),
		question.sources?.join(', ') ?? ''
	];
	return [
		{ heading: 'Questions', level: 2, id: 'questions' },
		...questionnaire.sections.flatMap(({ title, intro, questions }): readonly Block[] => [
			{ heading: title, level: 3 },
			{ text: intro },
			{
				columns: [
					'Question',
					'Why',
					'How to find out',
					'Answer',
					'Left out when',
					'Used by',
					'Sources'
				],
				rows: questions.map(rowOf)
			}
		])
	];
}

const USE_WORDS: Readonly<Record<keyof QuestionUses, string>> = {
	facts: 'facts',
	rules: 'rules',
	advice: 'advice',
	candidateRules: 'candidate rules',
	settings: 'settings of a GUP',
	tables: 'what the plan shows',
	steps: 'steps',
	questions: 'which questions are asked'
};

function useWords(uses: QuestionUses | undefined, codes: ReadonlyMap<string, string>): string {
	const parts = Object.entries(uses ?? {}).filter(([, ids]) => ids.length > 0);
	const named = (kind: string, ids: readonly string[]) =>
		(kind === 'steps' ? ids.map((id) => codes.get(id) ?? id) : ids).join(', ');
	return parts
		.map(([kind, ids]) => `${USE_WORDS[kind as keyof QuestionUses]}: ${named(kind, ids)}`)
		.join('; ');
}

export function factBlocks(
	{ factWords }: Reviewed,
	uses: Readonly<Record<string, QuestionUses>>
): readonly Block[] {
	const readBy = (fact: FactId) =>
		Object.entries(uses)
			.filter(([, { facts }]) => facts.includes(fact))
			.map(([question]) => question);
	return [
		{ heading: 'Facts', level: 2, id: 'facts' },
		{ text: 'What rules and advice may read of a client group. Each is made of answers.' },
		{
			columns: ['Fact', 'Meaning', 'Made of'],
			rows: FACT_IDS.map((fact) => [fact, factWords[fact], readBy(fact).join(', ')])
		}
	];
}
