import { PHASES } from './checklist.ts';
import type { Block } from './document.ts';
import { CONFIDENCE_WORDS, conditionWords, filledWords } from './edition-words.ts';
import type { Sheet } from './edition.ts';
import { METHOD_IDS } from './method.ts';
import type { Knowledge } from './plan.ts';

export function stepBlocks({ steps, methods, questionnaire }: Knowledge): readonly Block[] {
	return [
		{ heading: 'Checklists', level: 2, id: 'checklists' },
		...METHOD_IDS.flatMap((method): readonly Block[] => [
			{ heading: methods.find(({ id }) => id === method)?.name ?? method, level: 3 },
			...PHASES.flatMap((phase): readonly Block[] => {
				const mine = steps.filter((step) => step.method === method && step.phase === phase);
				if (mine.length === 0) return [];
				return [
					{ text: `Phase: ${phase.replace('-', ' ')}` },
					{
						columns: [
							'Step',
							'Who',
							'What to do',
							'What is seen',
							'Left out when',
							'Confidence',
							'Sources'
						],
						rows: mine.map((step) => [
							step.hold ? `${step.code} HOLD` : step.code,
							step.who.join(', '),
							[
								filledWords(step.text, []),
								step.command
									? `Command (${step.command.shell}): ${filledWords(step.command.text, [])}`
									: '',
								step.blanks?.length
									? `To write down: ${step.blanks.map(({ label, unit }) => (unit ? `${label} (${unit})` : label)).join('; ')}.`
									: '',
								step.failures?.length ? `If it does not work: ${step.failures.join(', ')}.` : ''
							]
								.filter(Boolean)
								.join(' '),
							filledWords(step.evidence, []),
							step.skip
								? `${conditionWords(step.skip.when, questionnaire)}: ${step.skip.because}`
								: 'never',
							[CONFIDENCE_WORDS[step.confidence], step.confirm ? `To confirm: ${step.confirm}` : '']
								.filter(Boolean)
								.join('. '),
							step.sources.join(', ')
						])
					}
				];
			})
		])
	];
}

export function sheetBlocks({ title, intro, columns, rows }: Sheet): readonly Block[] {
	return [
		{ heading: title, level: 2 },
		{ text: intro },
		{
			columns: [...columns, 'Sources'],
			rows: rows.map(({ cells, sources }) => [...cells, sources?.join(', ') ?? ''])
		}
	];
}
