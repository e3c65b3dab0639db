import { describe, expect, test } from 'vitest';
import type { Json } from '../../src/lib/domain/answer.ts';
import { commented } from '../../src/lib/log/changes.ts';
import type { Change } from '../../src/lib/log/event.ts';
import { ASSIGNEE_PATH, PROJECT_PATH, REVIEW_PATH } from '../../src/lib/log/path.ts';
import { stateOf } from '../../src/lib/log/state.ts';
import { assigned, inProject, peopleOf, reviewed, teamNotes } from '../../src/lib/log/team.ts';
import { event } from './schedule.ts';

const AT = '2026-11-20T09:12:00+01:00';
const stateFrom = (...changes: readonly Change[]) =>
	stateOf(
		's1',
		changes.map(({ path, kind = 'set', value }, index) => event(`e${index}`, { path, kind, value }))
	);
const raw = (path: string, value: Json): Change => ({ path, value });

describe('what the team says of a survey', () => {
	test('is read back as it was written, and taken back', () => {
		const review = { state: 'issues', note: 'speed is missing', by: 'Lea', at: AT } as const;
		const state = stateFrom(
			reviewed(review),
			assigned({ id: 'a1', name: 'Kim' }),
			inProject('north')
		);
		expect(teamNotes(state)).toEqual({
			review,
			assignee: { id: 'a1', name: 'Kim' },
			project: 'north'
		});
		expect(teamNotes(stateFrom(reviewed(null), assigned(null), inProject(null)))).toEqual({});
	});

	test('is not shown where it cannot be what its place holds', () => {
		const state = stateFrom(
			raw(REVIEW_PATH, { state: 'burnt', by: 'Lea', at: AT }),
			raw(ASSIGNEE_PATH, 'Kim'),
			raw(PROJECT_PATH, { id: 'north' })
		);
		expect(teamNotes(state)).toEqual({});
	});

	test('changes nothing of the survey itself', () => {
		const state = stateFrom(reviewed({ state: 'approved', by: 'Lea', at: AT }), inProject('north'));
		expect(state.survey).toMatchObject({ answers: {}, extra: {}, surveyExtra: {} });
	});

	test('two people who find the same of a survey agree; of two findings both stand', () => {
		const found = (id: string, state: 'issues' | 'approved', by: string) =>
			event(id, { path: REVIEW_PATH, value: { state, by, at: AT } });
		const conflicts = (...events: readonly ReturnType<typeof event>[]) =>
			stateOf('s1', events).conflicts.length;
		expect(conflicts(found('e1', 'issues', 'Lea'), found('e2', 'issues', 'Kim'))).toBe(0);
		expect(conflicts(found('e1', 'issues', 'Lea'), found('e2', 'approved', 'Kim'))).toBe(1);
	});
});

test('comments stand in the survey until they are taken back; what is none is not shown', () => {
	const comment = { text: 'Which one?', about: 'answers/linkDownMbps', by: 'Lea', at: AT };
	expect(stateFrom(commented('c1', comment)).survey.comments).toEqual({ c1: comment });
	expect(stateFrom(commented('c1', null)).survey.comments).toEqual({});
	expect(stateFrom(raw('comments/c1', { text: 'no author' })).survey.comments).toEqual({});
});

test('everybody who wrote is named once, by the name of last time', () => {
	const by = (id: string, author: string, name: string) =>
		event(id, { path: `answers/${id}`, author: { id: author, name } });
	const state = stateOf('s1', [by('e1', 'a1', 'K.'), by('e3', 'a1', 'Kim'), by('e2', 'a2', '')]);
	expect(peopleOf(state)).toEqual([{ id: 'a1', name: 'Kim' }]);
});
