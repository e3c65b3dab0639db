import type { Json } from './answer.ts';
import { PHASES } from './checklist.ts';
import { METHOD_IDS } from './method.ts';
import { LONGEST_TEXT } from './problem.ts';
import type { Question, Questionnaire } from './question.ts';
import { STEP_STATES } from './survey.ts';

const DIALECT = 'https://json-schema.org/draft/2020-12/schema';
const ID = { type: 'string', pattern: '^[A-Za-z0-9_.:-]{1,200}$' };
const TEXT = { type: 'string' };
const TEXTS = { type: 'array', items: TEXT };
const NUMBER = { type: 'number' };
const HOURS = { type: ['number', 'null'], minimum: 0 };
const METHOD = { enum: [...METHOD_IDS] };
const METHOD_OR_NONE = { enum: [...METHOD_IDS, null] };
const CONFIDENCE = { enum: ['vendor', 'field-practice', 'ours', 'unconfirmed'] };
const EFFECT = { enum: ['rules-out', 'favours', 'cautions'] };
const REASON_REPLY = { type: 'string', minLength: 1, maxLength: LONGEST_TEXT };

type Schema = { readonly [key: string]: Json };

/** The JSON Schema of a survey file, made from the questionnaire so that the two cannot part. */
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

const THRESHOLD = object(
	{
		limit: TEXT,
		value: NUMBER,
		unit: TEXT,
		from: { enum: ['vendor', 'ours'] },
		changed: { type: 'boolean' }
	},
	['limit', 'value', 'unit', 'from', 'changed']
);

/** The JSON Schema of a plan. */
export const PLAN_SCHEMA: Json = {
	$schema: DIALECT,
	title: 'Sitewalk plan, version 1',
	...object(
		{
			sitewalk: { const: 1 },
			knowledge: TEXT,
			survey: object({ id: TEXT, title: TEXT }, ['id', 'title']),
			groups: list(
				object(
					{
						id: TEXT,
						name: TEXT,
						recommended: METHOD_OR_NONE,
						leading: METHOD_OR_NONE,
						verdicts: {
							...list({ $ref: '#/$defs/verdict' }),
							minItems: METHOD_IDS.length,
							maxItems: METHOD_IDS.length
						}
					},
					['id', 'name', 'recommended', 'verdicts']
				)
			),
			warnings: list(
				object(
					{
						rule: TEXT,
						level: { enum: ['error', 'warning'] },
						reason: TEXT,
						sources: TEXTS,
						confidence: CONFIDENCE,
						groups: TEXTS,
						thresholds: list(THRESHOLD)
					},
					['rule', 'reason', 'sources']
				)
			),
			transfer: list(
				object(
					{
						method: METHOD,
						clients: { type: 'integer', minimum: 0 },
						wanMegabytesPerDay: { type: 'number', minimum: 0 },
						firstFillHours: HOURS,
						dailyHours: HOURS,
						assumptions: TEXTS
					},
					['method', 'wanMegabytesPerDay', 'firstFillHours', 'dailyHours', 'assumptions']
				)
			),
			gup: { anyOf: [{ type: 'null' }, { $ref: '#/$defs/gup' }] },
			content: object({ now: {}, choices: list({ type: 'object' }), heartbeat: {} }, ['choices']),
			checklists: list(
				object(
					{
						method: METHOD,
						groups: TEXTS,
						steps: list({ $ref: '#/$defs/step' }),
						skipped: list(object({ id: TEXT, code: TEXT, because: TEXT }, ['id', 'because']))
					},
					['method', 'groups', 'steps']
				)
			),
			open: list(
				object({ question: TEXT, group: TEXT, couldChange: list(METHOD) }, [
					'question',
					'couldChange'
				])
			)
		},
		['sitewalk', 'knowledge', 'survey', 'groups', 'warnings', 'transfer', 'checklists', 'open']
	),
	$defs: {
		gup: object(
			{
				candidates: list(
					object(
						{
							id: TEXT,
							host: TEXT,
							fit: { enum: ['suitable', 'cautioned', 'open', 'ruled-out'] },
							because: list({ type: 'object' })
						},
						['id', 'host', 'fit', 'because']
					)
				),
				proposals: list(
					object(
						{
							setting: TEXT,
							label: TEXT,
							value: { type: ['string', 'null'] },
							reason: TEXT,
							sources: TEXTS,
							confidence: CONFIDENCE
						},
						['setting', 'value', 'reason', 'sources', 'confidence']
					)
				)
			},
			['candidates', 'proposals']
		),
		verdict: object(
			{
				method: METHOD,
				fit: { enum: ['recommended', 'possible', 'cautioned', 'ruled-out', 'open'] },
				because: list(
					object(
						{
							rule: TEXT,
							effect: EFFECT,
							reason: TEXT,
							sources: { ...TEXTS, minItems: 1 },
							assumptions: TEXTS,
							confidence: CONFIDENCE,
							thresholds: list(THRESHOLD)
						},
						['rule', 'effect', 'reason', 'sources', 'assumptions']
					)
				),
				open: list(
					object({ rule: TEXT, effect: EFFECT, needs: TEXTS, reason: TEXT, sources: TEXTS }, [
						'rule',
						'needs'
					])
				)
			},
			['method', 'fit', 'because', 'open']
		),
		step: object(
			{
				id: TEXT,
				code: TEXT,
				phase: { enum: [...PHASES] },
				hold: { type: 'boolean' },
				who: TEXT,
				text: TEXT,
				evidence: TEXT,
				source: TEXT,
				confidence: CONFIDENCE
			},
			['id', 'phase', 'who', 'text', 'evidence', 'source', 'confidence']
		)
	}
};

function object(properties: Schema, required: readonly string[]): Schema {
	return { type: 'object', properties, required };
}

function list(items: Json): Schema {
	return { type: 'array', items };
}
