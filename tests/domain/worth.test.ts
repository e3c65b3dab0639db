import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/lib/domain/answer.ts';
import { makePlan } from '../../src/lib/domain/plan.ts';
import { itemsOf } from '../../src/lib/domain/progress.ts';
import type { Place, Survey } from '../../src/lib/domain/survey.ts';
import { worthsOf } from '../../src/lib/domain/worth.ts';
import { isMissing, worthKey } from '../../src/lib/domain/worth-key.ts';
import { KNOWLEDGE } from '../../src/lib/knowledge/knowledge.ts';
import { surveyOf, type Site } from '../knowledge/bundle.ts';
import { pcs, THIN } from '../knowledge/fixtures.ts';
import { anySurvey, answerTo } from './surveys.ts';

const worths = (site: Site) => worthsOf(surveyOf(site), KNOWLEDGE);
const kindOf = (site: Site, key: string) => worths(site).of[key]?.kind;

/** A studio of Macs: three of the six methods are out from the start. */
const STUDIO: Site = {
	answers: { sepmReachable: 'yes' },
	groups: { Macs: { platform: 'mac', clients: 20, airGapped: 'no', managed: 'yes' } }
};

describe('what a missing answer can still do', () => {
	test('an answer that a recommendation waits for decides, and comes first', () => {
		const { of, order } = worths(pcs({ sepmReachable: 'yes', internetAllowed: 'no' }));
		expect(of.linkDownMbps).toMatchObject({ kind: 'decides' });
		expect(order[0]).toBe('linkDownMbps');
	});

	test('an answer that only a size or a setting is made of fills in a detail', () => {
		expect(kindOf(pcs(THIN), 'deltaMegabytes')).toBe('details');
		expect(kindOf(pcs(THIN), 'sepmRevisions')).toBe('details');
	});

	test('an answer that only methods would use that are out says which, and does nothing', () => {
		expect(worths(STUDIO).of.subnets).toEqual({
			kind: 'nothing',
			because: 'Only GUP would use it, and here that is ruled out.'
		});
		expect(worths(STUDIO).of.removableMediaAllowed).toEqual({
			kind: 'nothing',
			because: 'Only Intelligent Updater would use it, and here that is ruled out.'
		});
	});

	test('what is out for one group still matters while another group may use it', () => {
		const groups = { ...STUDIO.groups, PCs: { platform: 'windows', clients: 40 } };
		expect(kindOf({ ...STUDIO, groups }, 'subnets')).not.toBe('nothing');
	});

	test('the number of clients of a group for which all is over counts for the others', () => {
		const groups = {
			Old: { platform: 'windows', managed: 'yes', clientVersion: '12.1' },
			PCs: { platform: 'windows', managed: 'yes', clients: 8 }
		};
		expect(kindOf({ groups }, 'groups/Old/clients')).not.toBe('nothing');
	});

	test('what is only likely to be out is not called out', () => {
		const groups = { Macs: { clients: 20, airGapped: 'no', managed: 'yes' } };
		expect(kindOf({ ...STUDIO, groups }, 'subnets')).not.toBe('nothing');
	});

	test('name and code stand on every print, so they never do nothing', () => {
		expect([kindOf(STUDIO, 'siteName'), kindOf(STUDIO, 'siteCode')]).toEqual([
			'details',
			'details'
		]);
	});

	test('what is answered, or was said not to apply, is weighed no more', () => {
		const site = { ...STUDIO, answers: { subnets: 3, linkDownMbps: { notApplicable: 'none' } } };
		expect([kindOf(site, 'subnets'), kindOf(site, 'linkDownMbps')]).toEqual([undefined, undefined]);
	});

	test('a question that the plan does not read is not weighed', () => {
		expect(kindOf(STUDIO, 'siteAddress')).toBeUndefined();
	});

	test('without a group a first one decides', () => {
		expect(worths({}).order).toContain('platform');
	});
});

describe('missing for the plan', () => {
	const survey = surveyOf(STUDIO);
	const item = (id: string) =>
		itemsOf(KNOWLEDGE.questionnaire, survey).find(({ question }) => question.id === id)!;

	test('counts what could do something, and until that is known everything that the plan reads', () => {
		expect(isMissing(item('subnets'))).toBe(true);
		expect(isMissing(item('subnets'), worths(STUDIO))).toBe(false);
		expect(isMissing(item('internetAllowed'), worths(STUDIO))).toBe(true);
		expect(isMissing(item('siteAddress'), worths(STUDIO))).toBe(false);
	});
});

/** What the plan says: every verdict with its reasons, every warning, every number. */
function said(survey: Survey) {
	const { groups, warnings } = makePlan(survey, KNOWLEDGE);
	return {
		verdicts: groups.map(({ id, recommended, verdicts }) => ({
			...{ id, recommended },
			fits: verdicts.map(({ method, fit }) => [method, fit]),
			reasons: verdicts
				.filter(({ fit }) => fit !== 'ruled-out')
				.flatMap(({ because }) => because.map(({ rule }) => rule))
		})),
		warnings: warnings.map(({ rule, groups: of }) => [rule, of])
	};
}

interface Given {
	readonly id: string;
	readonly place: Place | undefined;
	readonly answer: Answer;
}

function withAnswers(survey: Survey, given: readonly Given[]): Survey {
	return given.reduce((before, { id, place, answer }) => {
		if (!place) return { ...before, answers: { ...before.answers, [id]: answer } };
		const all = before[place.collection].map((each) =>
			each.id === place.id ? { ...each, answers: { ...each.answers, [id]: answer } } : each
		);
		return { ...before, [place.collection]: all };
	}, survey);
}

/** Every missing answer of a survey, made up, parted by what it is said to do. */
const anyAnswers = anySurvey
	.filter(({ groups }) => groups.length > 0)
	.chain((survey) => {
		const { of } = worthsOf(survey, KNOWLEDGE);
		const missing = itemsOf(KNOWLEDGE.questionnaire, survey).filter(
			({ question, place }) => of[worthKey(question.id, place)]
		);
		const isIdle = ({ question, place }: (typeof missing)[number]) =>
			of[worthKey(question.id, place)]?.kind === 'nothing';
		const given = (items: typeof missing): fc.Arbitrary<readonly Given[]> =>
			fc.tuple(
				...items.map(({ question, place }) =>
					answerTo(question).map((answer) => ({ id: question.id, place, answer }))
				)
			);
		return fc.record({
			survey: fc.constant(survey),
			idle: given(missing.filter(isIdle)),
			others: given(missing.filter((item) => !isIdle(item))).chain((all) => fc.subarray([...all]))
		});
	});

describe('whatever is answered', { timeout: 120_000 }, () => {
	test('an answer that is said to change nothing changes no verdict, no reason and no warning', () => {
		let tried = 0;
		fc.assert(
			fc.property(anyAnswers, ({ survey, idle }) => {
				const before = said(survey);
				for (const each of idle) expect(said(withAnswers(survey, [each])), each.id).toEqual(before);
				tried += idle.length;
			}),
			{ numRuns: 150 }
		);
		expect(tried).toBeGreaterThan(50);
	});

	test('nor do all of them together, after any others were answered', () => {
		fc.assert(
			fc.property(anyAnswers, ({ survey, idle, others }) => {
				const then = withAnswers(survey, others);
				expect(said(withAnswers(then, idle))).toEqual(said(then));
			}),
			{ numRuns: 300 }
		);
	});
});
