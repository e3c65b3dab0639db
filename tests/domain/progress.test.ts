import { describe, expect, test } from 'vitest';
import { itemsOf, nextUnanswered, progressOf } from '../../src/lib/domain/progress.ts';
import type { Question, Questionnaire } from '../../src/lib/domain/question.ts';
import { emptySurvey, type Survey } from '../../src/lib/domain/survey.ts';

const text = (id: string, more: Partial<Question> = {}): Question =>
	({
		id,
		kind: 'text',
		prompt: `${id}?`,
		why: '',
		askedOf: 'contact',
		...more
	}) as Question;

const QUESTIONNAIRE: Questionnaire = {
	id: 'small',
	version: 1,
	sections: [
		{
			id: 'site',
			title: 'Site',
			intro: '',
			questions: [
				text('siteName'),
				text('sepmReachable'),
				text('sepmVersion', { skip: { question: 'sepmReachable', is: ['no'] } })
			]
		},
		{
			id: 'client-groups',
			title: 'Client groups',
			intro: '',
			collection: 'groups',
			questions: [text('groupName'), text('platform')]
		}
	]
};

const survey = (more: Partial<Survey>): Survey => ({ ...emptySurvey('s', 'Lyon'), ...more });
const ids = (given: Survey) =>
	itemsOf(QUESTIONNAIRE, given).map(({ question, place }) => `${place?.id ?? ''}/${question.id}`);

describe('which questions are asked', () => {
	test('a question is left out only once its skip rule is known to hold', () => {
		expect(ids(survey({}))).toContain('/sepmVersion');
		expect(ids(survey({ answers: { sepmReachable: { unknown: 'nobody knew' } } }))).toContain(
			'/sepmVersion'
		);
		expect(ids(survey({ answers: { sepmReachable: 'no' } }))).not.toContain('/sepmVersion');
	});

	test('a repeated section is asked once per instance, and not at all without one', () => {
		expect(ids(survey({}))).toEqual(['/siteName', '/sepmReachable', '/sepmVersion']);
		const two = survey({
			groups: [
				{ id: 'g1', answers: {} },
				{ id: 'g2', answers: {} }
			]
		});
		expect(ids(two).slice(3)).toEqual([
			'g1/groupName',
			'g1/platform',
			'g2/groupName',
			'g2/platform'
		]);
	});
});

test('progress counts only what applies; "could not find out" settles a question, a problem does not', () => {
	const given = survey({
		answers: { siteName: 'Lyon', sepmReachable: 'no', sepmVersion: '14.3' },
		groups: [
			{ id: 'g1', answers: { groupName: { unknown: 'no list' }, platform: { unknown: '' } } }
		]
	});
	expect(progressOf(itemsOf(QUESTIONNAIRE, given))).toEqual({
		asked: 4,
		settled: 3,
		unknown: 2,
		problems: 1
	});
});

test('the next unanswered question comes after the current one and goes round once', () => {
	const given = survey({
		answers: { sepmReachable: 'yes' },
		groups: [{ id: 'g1', answers: { platform: 'mac' } }]
	});
	const items = itemsOf(QUESTIONNAIRE, given);
	expect(nextUnanswered(items)?.question.id).toBe('siteName');
	expect(nextUnanswered(items, items[0])?.question.id).toBe('sepmVersion');
	expect(nextUnanswered(items, items[4])?.question.id).toBe('siteName');
	expect(nextUnanswered(items.filter(({ state }) => state === 'answered'))).toBeUndefined();
});
