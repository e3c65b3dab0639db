import { expect, test } from 'vitest';
import { revisionOf } from '../../src/lib/domain/revision.ts';
import { emptySurvey } from '../../src/lib/domain/survey.ts';

const survey = { ...emptySurvey('s1', 'Lyon'), answers: { siteName: 'Lyon', linkDownMbps: 2 } };

test('the revision changes with an answer and not with a tick or the clock', () => {
	const revision = revisionOf(survey);
	expect(revision).toMatch(/^[0-9a-f]{8}$/);
	expect(revisionOf({ ...survey, answers: { ...survey.answers, linkDownMbps: 3 } })).not.toBe(
		revision
	);
	expect(
		revisionOf({ ...survey, updatedAt: '2026-11-20', steps: { 'gup-x': { state: 'done' } } })
	).toBe(revision);
});

test('the order in which answers were given does not change the revision', () => {
	const answers = { linkDownMbps: 2, siteName: 'Lyon' };
	expect(revisionOf({ ...survey, answers })).toBe(revisionOf(survey));
});
