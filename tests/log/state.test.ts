import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer, Json } from '../../src/lib/domain/answer.ts';
import {
	emptySurvey,
	STEP_STATES,
	type Instance,
	type Survey
} from '../../src/lib/domain/survey.ts';
import { changesOf, withoutWork } from '../../src/lib/log/changes.ts';
import { tick, type Hlc } from '../../src/lib/log/clock.ts';
import { problemWithEvent } from '../../src/lib/log/event-problem.ts';
import type { Change, LogEvent } from '../../src/lib/log/event.ts';
import { answerPath, STATE_PATH, targetOf, TITLE_PATH } from '../../src/lib/log/path.ts';
import { stateOf } from '../../src/lib/log/state.ts';
import { event } from './schedule.ts';

function eventsFrom(changes: readonly Change[]): LogEvent[] {
	let hlc: Hlc | undefined;
	return changes.map(({ path, kind = 'set', value }, index) => {
		hlc = tick(hlc, 5, 'd1');
		return event(`e${index}`, { path, kind, value, hlc });
	});
}

const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
const key = fc
	.oneof(
		fc.stringMatching(/^[A-Za-z0-9_.:-]{1,12}$/),
		text,
		fc.constantFrom('$x', 'a/b', '~', '~0041', '\ud800', '')
	)
	.filter((each) => each !== '__proto__');
const json = fc.jsonValue({ maxDepth: 2 }).map((each) => JSON.parse(JSON.stringify(each)) as Json);
const answer: fc.Arbitrary<Answer> = fc.oneof(
	text,
	fc.integer(),
	fc.double({ noNaN: true, noDefaultInfinity: true }).map((each) => each + 0),
	fc.array(text),
	fc.array(fc.dictionary(fc.constantFrom('version', 'count'), fc.oneof(text, fc.nat()))),
	fc.record({ unknown: text }),
	fc.record({ notApplicable: text })
);
const table = <T>(value: fc.Arbitrary<T>) => fc.dictionary(key, value, { maxKeys: 4 });
const instance: fc.Arbitrary<Instance> = fc.oneof(
	fc.record({ id: key, answers: table(answer) }),
	fc.record({
		id: key,
		answers: table(answer),
		extra: fc.dictionary(key, json, { minKeys: 1, maxKeys: 3 })
	})
);
const instances = fc.uniqueArray(instance, { selector: ({ id }) => id, maxLength: 4 });
const surveys: fc.Arbitrary<Survey> = fc
	.record({
		id: fc.constant('s1'),
		title: text,
		answers: table(answer),
		groups: instances,
		candidates: instances,
		subnets: instances,
		steps: table(
			fc.oneof(
				fc.record({ state: fc.constantFrom(...STEP_STATES) }),
				fc.record({ state: fc.constantFrom(...STEP_STATES), reason: text, by: text, photo: text })
			)
		),
		limits: table(fc.nat()),
		confirmations: table(fc.record({ text, by: text, at: text })),
		comments: table(fc.record({ text, about: text, by: text, at: text })),
		extra: table(json),
		surveyExtra: table(json)
	})
	.map((survey) => structuredClone(survey));

describe('a survey and its events', () => {
	test('are the same thing: every answer in its four states, every unknown key, every order of instances', () => {
		fc.assert(
			fc.property(surveys, (survey) => {
				const { updatedAt, ...back } = stateOf('s1', eventsFrom(changesOf(survey))).survey;
				expect(updatedAt).toBe(event('e').at);
				expect(back).toStrictEqual(survey);
			})
		);
	});

	test('are the same thing in whatever order the events arrive', () => {
		const arrivals = surveys.chain((survey) => {
			const events = eventsFrom(changesOf(survey));
			const shuffled = fc.shuffledSubarray(events, { minLength: events.length });
			return fc.tuple(fc.constant(survey), shuffled);
		});
		fc.assert(
			fc.property(arrivals, ([survey, events]) => {
				const { groups, candidates, subnets } = stateOf('s1', events).survey;
				expect({ groups, candidates, subnets }).toStrictEqual({
					groups: survey.groups,
					candidates: survey.candidates,
					subnets: survey.subnets
				});
			})
		);
	});

	test('no two places of a survey share a register', () => {
		fc.assert(
			fc.property(surveys, (survey) => {
				const paths = changesOf(survey).map(({ path }) => path);
				expect(new Set(paths).size).toBe(paths.length);
			})
		);
	});

	test('a copy without the work has no step, no confirmation and all answers', () => {
		const survey: Survey = {
			...emptySurvey('s1', 'Lyon'),
			answers: { siteName: 'Lyon' },
			steps: { a: { state: 'done' } },
			confirmations: { b: { text: 'seen', by: 'Kim', at: 'today' } }
		};
		expect(withoutWork(survey)).toEqual({ ...survey, steps: {}, confirmations: {}, comments: {} });
	});
});

describe('what is shown', () => {
	const PRESENT = { path: 'groups/g1', value: 'present' };

	test('of a survey nobody has answered is an empty one', () => {
		const { survey, state, events } = stateOf('s1', []);
		expect(survey).toEqual(emptySurvey('s1', ''));
		expect(state).toBe('active');
		expect(events).toBe(0);
	});

	test('an answer that was taken back is not answered', () => {
		const events = [event('e1'), event('e2', { kind: 'clear', value: null, supersedes: ['e1'] })];
		expect(stateOf('s1', events).survey.answers).toEqual({});
	});

	test('instances stand in the order they were first made, also after one was taken out and put back', () => {
		const events = eventsFrom([PRESENT, { path: 'groups/g2', value: 'present' }]);
		const out = event('x1', { path: 'groups/g1', value: 'removed', supersedes: ['e0'], hlc: 'x1' });
		const back = event('x2', { ...PRESENT, supersedes: ['x1'], hlc: 'x2' });
		const { survey } = stateOf('s1', [...events, out, back]);
		expect(survey.groups.map(({ id }) => id)).toEqual(['g1', 'g2']);
	});

	test('an instance that was taken out is named, and its answers and conflicts wait in the log', () => {
		const inside = answerPath('clients', { collection: 'groups', id: 'g1' });
		const events = [
			...eventsFrom([PRESENT]),
			event('x1', { path: inside, value: 40 }),
			event('x2', { path: inside, value: 50 }),
			event('x3', { path: 'groups/g1', value: 'removed', supersedes: ['e0'] })
		];
		const { survey, removed, conflicts, register } = stateOf('s1', events);
		expect(survey.groups).toEqual([]);
		expect(removed).toEqual([{ collection: 'groups', id: 'g1' }]);
		expect(conflicts).toEqual([]);
		expect(register(inside)?.heads).toHaveLength(2);
		expect(stateOf('s1', events.slice(0, 3)).conflicts.map(({ path }) => path)).toEqual([inside]);
	});

	test('in a conflict it is the later answer, and both are listed', () => {
		const { survey, conflicts, heads } = stateOf('s1', [event('e2', { value: 9 }), event('e1')]);
		expect(survey.answers).toEqual({ linkDownMbps: 9 });
		expect(conflicts).toHaveLength(1);
		expect(heads('answers/linkDownMbps')).toEqual(['e1', 'e2']);
	});

	test('the time of change is that of the latest event by clock, whatever its place in the list', () => {
		const late = event('e1', { hlc: '9', at: 'late' });
		const early = event('e2', { path: TITLE_PATH, hlc: '1', at: 'early' });
		expect(stateOf('s1', [late, early]).survey.updatedAt).toBe('late');
	});

	test('what does not fit its place is kept and not shown', () => {
		const strange = [
			{ path: TITLE_PATH, value: 7 },
			{ path: STATE_PATH, value: 'frozen' },
			{ path: 'steps/a', value: { state: 'half' } },
			{ path: 'steps/b', value: 'done' },
			{ path: 'limits/a', value: 'many' },
			{ path: 'confirmations/a', value: { text: 'seen' } },
			{ path: 'photos/a/b/c/d', value: 'sha' },
			{ path: 'rooms', value: 1 },
			{ path: 'groups/g9', value: 'melted' },
			{ path: 'answers/__proto__', value: 'own' }
		];
		const { survey, state, events } = stateOf('s1', eventsFrom(strange));
		expect(state).toBe('active');
		expect(events).toBe(strange.length);
		expect({ ...survey, answers: {}, updatedAt: '' }).toEqual({
			...emptySurvey('s1', ''),
			updatedAt: ''
		});
		expect(Object.getPrototypeOf(survey.answers)).toBe(Object.prototype);
		expect(Object.keys(survey.answers)).toEqual(['__proto__']);
	});

	test('a kind of event that a newer version made still shows its value', () => {
		const events = [event('e1'), event('e2', { kind: 'measure', value: 8, supersedes: ['e1'] })];
		expect(stateOf('s1', events).survey.answers).toEqual({ linkDownMbps: 8 });
	});
});

test('a path says what it means again, whatever the ids are', () => {
	fc.assert(
		fc.property(key, key, (id, question) => {
			const place = { collection: 'groups', id } as const;
			expect(targetOf(answerPath(question, place))).toEqual({
				of: 'instance-answer',
				place,
				key: question
			});
			expect(targetOf(answerPath(question))).toEqual({ of: 'answers', key: question });
		})
	);
	expect(answerPath('linkDownMbps')).toBe('answers/linkDownMbps');
});

test('what is no event is named in one sentence, and unknown kinds and keys are welcome', () => {
	expect(problemWithEvent({ ...event('e1'), kind: 'whisper', volume: 3 })).toBeUndefined();
	const broken: unknown[] = [
		null,
		[],
		'event',
		{ ...event('e1'), id: 7 },
		{ ...event('e1'), id: '' },
		{ ...event('e1'), value: undefined },
		{ ...event('e1'), form: 'site' },
		{ ...event('e1'), author: { id: 'a1' } },
		{ ...event('e1'), supersedes: [1] }
	];
	for (const each of broken) expect(problemWithEvent(each)).toMatch(/\.$/);
});
