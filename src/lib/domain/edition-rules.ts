import type { Block } from './document.ts';
import { CONFIDENCE_WORDS, EFFECT_WORDS, filledWords, whenWords } from './edition-words.ts';
import type { Reviewed } from './edition.ts';
import { METHOD_IDS } from './method.ts';
import type { Knowledge } from './plan.ts';

export function numberBlocks({
	knowledge: { limits, sizes },
	reckonings
}: Reviewed): readonly Block[] {
	return [
		{ heading: 'Thresholds', level: 2, id: 'thresholds' },
		{ text: 'Each can be changed for a survey; the plan says when one was.' },
		{
			columns: ['Threshold', 'Value', 'Meaning', 'Whose', 'Sources'],
			rows: limits.map(({ id, value, unit, meaning, from, sources }) => [
				id,
				`${value} ${unit}`,
				meaning,
				from === 'vendor' ? 'the vendor’s' : 'ours',
				sources.join(', ')
			])
		},
		{ heading: 'Sizes that are assumed', level: 2, id: 'sizes' },
		{
			columns: ['Size', 'Value', 'What the plan says', 'Sources'],
			rows: Object.entries(sizes).map(([id, { value, assumption, sources }]) => [
				id,
				String(value),
				assumption,
				sources.join(', ')
			])
		},
		{ heading: 'How it is reckoned', level: 2, id: 'reckonings' },
		{
			columns: ['Name', 'In words', 'Sources'],
			rows: reckonings.map(({ id, says, sources }) => [id, says, sources.join(', ')])
		}
	];
}

export function ruleBlocks(knowledge: Knowledge): readonly Block[] {
	const { rules, advice, candidateRules, limits, methods } = knowledge;
	return [
		{ heading: 'Rules', level: 2, id: 'rules' },
		{
			text: 'A rule speaks for or against one method. A weight of 1 is the vendor’s plain default, 5 a case that the vendor names for this method; below 1 it only tips a balance. While a decisive fact is not known, nothing is recommended that this rule could overturn. “Applies when” names facts; what each means and which answers make it stands under Facts.'
		},
		...METHOD_IDS.flatMap((method): readonly Block[] => [
			{ heading: methods.find(({ id }) => id === method)?.name ?? method, level: 3 },
			{
				columns: [
					'Rule',
					'Effect',
					'Weight',
					'Applies when',
					'Reason',
					'Decisive',
					'Confidence',
					'Sources'
				],
				rows: rules
					.filter((row) => row.method === method)
					.map((row) => [
						row.id,
						EFFECT_WORDS[row.effect],
						row.effect === 'rules-out' ? '' : String(row.weight ?? 1),
						whenWords(row.when, limits),
						filledWords(row.reason, limits),
						row.decisive?.join(', ') ?? '',
						CONFIDENCE_WORDS[row.confidence],
						row.sources.join(', ')
					])
			}
		]),
		{ heading: 'Advice', level: 2, id: 'advice' },
		{
			columns: ['Advice', 'Level', 'Given for', 'Applies when', 'Text', 'Confidence', 'Sources'],
			rows: advice.map((row) => [
				row.id,
				row.level,
				row.whenNothingIsLeft ? 'groups with nothing left' : (row.about?.join(', ') ?? 'all'),
				whenWords(row.when, limits),
				filledWords(row.reason, limits),
				CONFIDENCE_WORDS[row.confidence],
				row.sources.join(', ')
			])
		},
		{ heading: 'Candidates for a Group Update Provider', level: 2, id: 'candidates' },
		{
			columns: [
				'Rule',
				'Effect',
				'Applies when',
				'Reason',
				'While it is not known',
				'Confidence',
				'Sources'
			],
			rows: candidateRules.map((row) => [
				row.id,
				EFFECT_WORDS[row.effect],
				whenWords(row.when, limits),
				row.reason,
				row.ask,
				CONFIDENCE_WORDS[row.confidence],
				row.sources.join(', ')
			])
		}
	];
}
