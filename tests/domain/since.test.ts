import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Release } from '../../src/lib/domain/edition.ts';
import { readSurvey } from '../../src/lib/domain/interchange.ts';
import { makePlan } from '../../src/lib/domain/plan.ts';
import { planFile, readPlan, type EarlierPlan } from '../../src/lib/domain/plan-file.ts';
import { revisionOf } from '../../src/lib/domain/revision.ts';
import { since } from '../../src/lib/domain/since.ts';
import type { Survey } from '../../src/lib/domain/survey.ts';
import { KNOWLEDGE } from '../../src/lib/knowledge/knowledge.ts';

const SAMPLE = new URL('../../static/samples/thin-link-branch.json', import.meta.url);
const MADE_AT = '2026-11-20T10:00:00+01:00';

function sample(): Survey {
	const read = readSurvey(readFileSync(SAMPLE, 'utf8'), KNOWLEDGE.questionnaire);
	if ('problem' in read) throw new Error(read.problem);
	return read.survey;
}

const written = (survey: Survey) =>
	JSON.stringify(planFile(makePlan(survey, KNOWLEDGE), survey, MADE_AT));

function earlier(text: string): EarlierPlan {
	const read = readPlan(text);
	if (!read || 'problem' in read) throw new Error('No plan.');
	return read.plan;
}

const today = (survey: Survey) => ({
	plan: makePlan(survey, KNOWLEDGE),
	revision: revisionOf(survey)
});

const faster = (survey: Survey): Survey => ({
	...survey,
	answers: { ...survey.answers, linkDownMbps: 1000 }
});

/** As if the knowledge of then had not known a rule that speaks today. */
function withoutRule(plan: EarlierPlan, rule: string): EarlierPlan {
	return {
		...plan,
		knowledge: '2026.1.1',
		groups: plan.groups.map((group) => ({
			...group,
			recommended: 'sepm',
			verdicts: group.verdicts.map((verdict) => ({
				...verdict,
				fit:
					verdict.method === 'sepm'
						? 'recommended'
						: verdict.fit === 'recommended'
							? 'possible'
							: verdict.fit,
				because: verdict.because.filter((each) => each.rule !== rule)
			}))
		}))
	};
}

describe('an exported plan', () => {
	test('comes back with its survey, its moment, its knowledge and every verdict', () => {
		const survey = sample();
		const plan = earlier(written(survey));
		expect(plan).toMatchObject({
			knowledge: KNOWLEDGE.version,
			madeAt: MADE_AT,
			survey: { id: survey.id, title: survey.title, revision: revisionOf(survey) }
		});
		expect(plan.groups.map(({ recommended }) => recommended)).toEqual(['gup', 'gup']);
		expect(plan.groups[0]?.verdicts).toHaveLength(6);
	});

	test('that was made before files said so is read without moment and revision', () => {
		const plan = earlier(JSON.stringify(makePlan(sample(), KNOWLEDGE)));
		expect(plan.madeAt).toBeUndefined();
		expect(plan.survey.revision).toBeUndefined();
	});

	test('is told from a survey file, and from what is no JSON', () => {
		expect(readPlan(readFileSync(SAMPLE, 'utf8'))).toBeUndefined();
		expect(readPlan('hello')).toBeUndefined();
		expect(readPlan('[1]')).toBeUndefined();
	});

	const good = { sitewalk: 1, knowledge: '1', survey: { id: 'a', title: 'A' }, groups: [] };
	const group = { id: 'g', name: 'G', recommended: null, verdicts: [] };
	const verdict = { method: 'gup', fit: 'open', because: [], open: [] };
	const withVerdict = (change: object) => ({
		...good,
		groups: [{ ...group, verdicts: [{ ...verdict, ...change }] }]
	});
	const bad: readonly [string, object, RegExp][] = [
		['a version to come', { ...good, sitewalk: 9 }, /At sitewalk: version 9 is newer/],
		['no survey', { ...good, survey: 1 }, /At survey: an object with id and title/],
		[
			'an id that leads elsewhere',
			{ ...good, survey: { id: '../x', title: 'A' } },
			/At survey\.id: an id/
		],
		['knowledge that is a number', { ...good, knowledge: 7 }, /At knowledge: text/],
		['no list of groups', { ...good, groups: 'none' }, /At groups: a list/],
		[
			'more groups than can be',
			{ ...good, groups: Array.from({ length: 5001 }, () => group) },
			/At groups: 5001 entries/
		],
		['a group that is no object', { ...good, groups: [1] }, /At groups\[0\]: a client group/],
		[
			'a method nobody knows',
			{ ...good, groups: [{ ...group, recommended: 'pigeon' }] },
			/At groups\[0\]\.recommended: the id of a method/
		],
		[
			'a verdict nobody knows',
			withVerdict({ fit: 'splendid' }),
			/At groups\[0\]\.verdicts\[0\]\.fit: one of recommended/
		],
		[
			'a reason that is a number',
			withVerdict({ because: [{ rule: 'r', reason: 1 }] }),
			/because\[0\]\.reason: text/
		],
		[
			'markup that could act',
			{ ...good, survey: { id: 'a', title: '<img src=x onerror=alert(1)>' } },
			/At survey\.title: the text holds markup/
		],
		[
			'a key that reaches into objects',
			JSON.parse('{"__proto__":{"admin":true}}') as object,
			/the key "__proto__" is never taken in/
		]
	];

	test.each(bad)('%s gets one sentence with its place', (_, file, sentence) => {
		const text = JSON.stringify(file);
		const read = readPlan(
			text.includes('"knowledge"') ? text : `${JSON.stringify(good).slice(0, -1)},${text.slice(1)}`
		);
		expect(read && 'problem' in read && read.problem).toMatch(sentence);
		expect(read && 'problem' in read && read.problem.split('\n')).toHaveLength(1);
	});
});

describe('set beside the plan of today', () => {
	test('the same answers and knowledge differ in nothing', () => {
		const survey = sample();
		const beside = since(earlier(written(survey)), today(survey), [], KNOWLEDGE);
		expect(beside).toMatchObject({ why: 'nothing', groups: [], releases: [] });
	});

	test('with the same knowledge a difference comes from answers, and names the rules', () => {
		const beside = since(earlier(written(sample())), today(faster(sample())), [], KNOWLEDGE);
		expect(beside.why).toBe('answers');
		const [group] = beside.groups;
		expect(group?.then).toBe('gup');
		expect(group?.now).not.toBe('gup');
		const gup = group?.verdicts.find(({ method }) => method === 'gup');
		expect(gup?.then).toBe('recommended');
		const silent = gup?.rules.find(({ rule }) => rule === 'gup-thin-link');
		expect(silent).toMatchObject({ then: 'says' });
		expect(silent?.now).toBeUndefined();
		expect(silent?.reason).not.toBe('');
	});

	test('with the same answers it comes from the knowledge, with what its history tells of the rule', () => {
		const survey = sample();
		const then = withoutRule(earlier(written(survey)), 'gup-thin-link');
		const releases: readonly Release[] = [
			{
				version: '2026.2.1',
				date: '2026-02-01',
				changes: [
					{ kind: 'rule', id: 'gup-thin-link', what: 'Thin links count.' },
					{ kind: 'step', id: 'gup-thin-link', what: 'A step of the same name.' },
					{ kind: 'rule', id: 'lua-other', what: 'Nothing of this.' }
				]
			}
		];
		const beside = since(then, today(survey), releases, KNOWLEDGE);
		expect(beside.why).toBe('knowledge');
		const gup = beside.groups[0]?.verdicts.find(({ method }) => method === 'gup');
		expect(gup).toMatchObject({ then: 'possible', now: 'recommended' });
		expect(gup?.rules).toEqual([
			expect.objectContaining({
				rule: 'gup-thin-link',
				now: 'says',
				changes: ['Thin links count.']
			})
		]);
	});

	test('a threshold that changed is told with each rule that compares with it', () => {
		const compares = KNOWLEDGE.rules.find(({ limits = [] }) => limits.length > 0);
		const limit = compares?.limits?.[0] ?? '';
		const rules = KNOWLEDGE.rules.map((rule) =>
			rule.id === 'gup-thin-link' ? { ...rule, limits: [limit] } : rule
		);
		const releases: readonly Release[] = [
			{
				version: '2026.2.1',
				date: '2026-02-01',
				changes: [{ kind: 'limit', id: limit, what: 'Now 12.' }]
			}
		];
		const then = withoutRule(earlier(written(sample())), 'gup-thin-link');
		const gup = since(then, today(sample()), releases, { rules }).groups[0]?.verdicts.find(
			({ method }) => method === 'gup'
		);
		expect(gup?.rules[0]?.changes).toEqual(['Now 12.']);
	});

	test('where both changed, or the file tells too little, it says so and guesses nothing', () => {
		const then = withoutRule(earlier(written(sample())), 'gup-thin-link');
		const why = (plan: EarlierPlan, survey: Survey) =>
			since(plan, today(survey), undefined, KNOWLEDGE).why;
		expect(why(then, faster(sample()))).toBe('either');
		const { id, title } = then.survey;
		expect(why({ ...then, survey: { id, title } }, sample())).toBe('unknown');
		expect(why({ ...then, knowledge: KNOWLEDGE.version, survey: { id, title } }, sample())).toBe(
			'answers'
		);
		expect(since(then, today(sample()), undefined, KNOWLEDGE).releases).toBeNull();
	});

	test('groups that came or went are named', () => {
		const survey = sample();
		const [first, second] = survey.groups;
		const beside = since(
			earlier(written({ ...survey, groups: [first!] })),
			today({ ...survey, groups: [second!] }),
			[],
			KNOWLEDGE
		);
		expect(beside.groups.map(({ id, then, now }) => ({ id, then, now }))).toEqual([
			{ id: first?.id, then: 'gup', now: undefined },
			{ id: second?.id, then: undefined, now: 'sepm' }
		]);
	});
});
