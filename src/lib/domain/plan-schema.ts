import type { Json } from './answer.ts';
import { PHASES } from './checklist.ts';
import { METHOD_IDS } from './method.ts';
import { FITS } from './recommend.ts';
import { DIALECT, list, NUMBER, object, type Schema, TEXT } from './schema-parts.ts';

const TEXTS = { type: 'array', items: TEXT };
const HOURS = { type: ['number', 'null'], minimum: 0 };
const METHOD = { enum: [...METHOD_IDS] };
const METHOD_OR_NONE = { enum: [...METHOD_IDS, null] };
const CONFIDENCE = { enum: ['vendor', 'field-practice', 'ours', 'unconfirmed'] };
const EFFECT = { enum: ['rules-out', 'favours', 'cautions'] };
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

const FIT: Schema = { enum: [...FITS] };

const RULE_DOES: Schema = { enum: ['says', 'open'] };

/** What `--since` adds: an earlier plan beside this one. */
const SINCE = object(
	{
		knowledge: TEXT,
		survey: object({ id: TEXT, title: TEXT }, ['id', 'title']),
		madeAt: TEXT,
		releases: { type: ['array', 'null'] },
		why: { enum: ['nothing', 'knowledge', 'answers', 'either', 'unknown'] },
		groups: list(
			object(
				{
					id: TEXT,
					name: TEXT,
					then: METHOD_OR_NONE,
					now: METHOD_OR_NONE,
					verdicts: list(
						object(
							{
								method: METHOD,
								then: FIT,
								now: FIT,
								rules: list(
									object(
										{ rule: TEXT, then: RULE_DOES, now: RULE_DOES, reason: TEXT, changes: TEXTS },
										['rule', 'reason', 'changes']
									)
								)
							},
							['method', 'rules']
						)
					)
				},
				['id', 'name', 'verdicts']
			)
		)
	},
	['knowledge', 'survey', 'releases', 'why', 'groups']
);

/** The JSON Schema of a plan. */
export const PLAN_SCHEMA: Json = {
	$schema: DIALECT,
	title: 'Sitewalk plan, version 1',
	...object(
		{
			sitewalk: { const: 1 },
			knowledge: TEXT,
			survey: object({ id: TEXT, title: TEXT, revision: TEXT, updatedAt: TEXT }, ['id', 'title']),
			madeAt: TEXT,
			since: SINCE,
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
				fit: FIT,
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
