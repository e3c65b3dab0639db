import { expect, test } from 'vitest';
import type { Answers } from '../../src/lib/domain/answer.ts';
import { matterOf } from '../../src/lib/domain/matter.ts';
import { emptySurvey, type Survey } from '../../src/lib/domain/survey.ts';
import { TABLES as KNOWLEDGE } from '../knowledge/bundle.ts';

const site = (answers: Answers): Survey => ({
	...emptySurvey('s', 'Lyon'),
	answers: {
		sepmReachable: 'yes',
		internetAllowed: 'no',
		contentMustBeTested: 'no',
		linkSharePercent: 25,
		windowHours: 8,
		sepmTotalClients: 2000,
		...answers
	},
	groups: [
		{
			id: 'g1',
			answers: {
				groupName: 'Office',
				platform: 'windows',
				clients: 40,
				managed: 'yes',
				airGapped: 'no',
				roaming: 'no'
			}
		}
	]
});

test('an answer that the plan does not read makes no difference, and neither does the title', () => {
	const one = site({ linkDownMbps: 2, notesForNextVisit: 'bring a ladder' });
	expect(matterOf([one, { ...one, title: 'Lyon II' }], KNOWLEDGE)).toEqual({ kind: 'none' });
	expect(
		matterOf([one, site({ linkDownMbps: 2, notesForNextVisit: 'a long one' })], KNOWLEDGE)
	).toEqual({ kind: 'none' });
});

test('a slightly faster link changes figures and no method', () => {
	const variants = [site({ linkDownMbps: 2 }), site({ linkDownMbps: 2.1 })];
	expect(matterOf(variants, KNOWLEDGE)).toEqual({ kind: 'details' });
});

test('a link too thin against a wide one names the group and what each answer leads to', () => {
	const variants = [site({ linkDownMbps: 2 }), site({ linkDownMbps: 10_000 })];
	expect(matterOf(variants, KNOWLEDGE)).toEqual({
		kind: 'methods',
		groups: [{ name: 'Office', recommended: ['gup', 'sepm'] }]
	});
});

test('a group that only one side has is named as well', () => {
	const variants = [site({ linkDownMbps: 2 }), { ...site({ linkDownMbps: 2 }), groups: [] }];
	expect(matterOf(variants, KNOWLEDGE)).toEqual({
		kind: 'methods',
		groups: [{ name: 'Office', recommended: ['gup', undefined] }]
	});
});
