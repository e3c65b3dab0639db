import type { Json } from './answer.ts';
import { LONGEST_TEXT } from './problem.ts';
import type { Question, Questionnaire } from './question.ts';
import { DIALECT, list, object, type Schema, TEXT } from './schema-parts.ts';
import { STEP_STATES } from './survey.ts';

const ID = { type: 'string', pattern: '^[A-Za-z0-9_.:-]{1,200}$' };
const REASON_REPLY = { type: 'string', minLength: 1, maxLength: LONGEST_TEXT };

export function surveySchema({ sections }: Questionnaire): Json {
	const answersOf = (collection?: string): Schema => ({
		type: 'object',
		properties: Object.fromEntries(
			sections
				.filter((section) => section.collection === collection)
				.flatMap(({ questions }) => questions)
				.map((question) => [question.id, answerSchema(question)])
		),
		additionalProperties: { $ref: '#/$defs/answer' }
	});
	const instances = (collection: string): Schema =>
		list(object({ id: ID, answers: answersOf(collection) }, ['id']));

	return {
		$schema: DIALECT,
		title: 'Sitewalk survey, version 1',
		...object(
			{
				sitewalk: { const: 1 },
				survey: object(
					{ id: ID, title: { type: 'string', minLength: 1, maxLength: 500 }, updatedAt: TEXT },
					['id', 'title']
				),
				answers: answersOf(),
				groups: instances('groups'),
				candidates: instances('candidates'),
				subnets: instances('subnets'),
				steps: {
					type: 'object',
					additionalProperties: object(
						{
							state: { enum: [...STEP_STATES] },
							...{ reason: TEXT, owner: TEXT, note: TEXT, by: TEXT, at: TEXT, knowledge: TEXT },
							values: { type: 'object', additionalProperties: TEXT }
						},
						['state']
					)
				},
				limits: { type: 'object', additionalProperties: { type: 'number', minimum: 0 } },
				confirmations: {
					type: 'object',
					additionalProperties: object({ text: TEXT, by: TEXT, at: TEXT }, ['text', 'by', 'at'])
				},
				comments: {
					type: 'object',
					additionalProperties: object({ text: TEXT, about: TEXT, by: TEXT, at: TEXT }, [
						'text',
						'by',
						'at'
					])
				}
			},
			['sitewalk', 'survey']
		),
		$defs: {
			unknown: object({ unknown: REASON_REPLY }, ['unknown']),
			notApplicable: object({ notApplicable: REASON_REPLY }, ['notApplicable']),
			answer: { type: ['string', 'number', 'array', 'object'] }
		}
	};
}

function answerSchema(question: Question): Schema {
	return {
		description: question.prompt,
		anyOf: [valueSchema(question), { $ref: '#/$defs/unknown' }, { $ref: '#/$defs/notApplicable' }]
	};
}

function valueSchema(question: Question): Schema {
	switch (question.kind) {
		case 'text':
			return { type: 'string', maxLength: LONGEST_TEXT };
		case 'integer':
		case 'number':
			return {
				type: question.kind,
				...(question.min === undefined ? {} : { minimum: question.min }),
				...(question.max === undefined ? {} : { maximum: question.max })
			};
		case 'choice':
			return { enum: question.options.map(({ value }) => value) };
		case 'many':
			return list({ enum: question.options.map(({ value }) => value) });
		case 'date':
			return { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' };
		case 'datetime':
			return { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}' };
		case 'table':
			return list({
				type: 'object',
				properties: Object.fromEntries(
					question.columns.map(({ id, kind }) => [
						id,
						kind === 'integer' ? { anyOf: [{ type: 'integer' }, { const: '' }] } : TEXT
					])
				)
			});
	}
}
