import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer, Json } from '../../src/lib/domain/answer.ts';
import { viewed, type FormHistory } from '../../src/lib/domain/form-history.ts';
import { progressOf, itemsOf } from '../../src/lib/domain/progress.ts';
import type { Questionnaire } from '../../src/lib/domain/question.ts';
import { viewUnder } from '../../src/lib/log/form-view.ts';
import { stateOf } from '../../src/lib/log/state.ts';
import { event } from './schedule.ts';

/** A questionnaire of four versions: everything that can become of a question. */
const HISTORY: FormHistory = {
	2: {
		uplink: { now: 'uplinkMbps', anew: 'It was asked in kbit/s.' },
		router: { now: 'gateway' },
		people: { now: ['staff', 'guests'] }
	},
	3: {
		gateway: { options: { cisco: 'cisco-ios', none: null } },
		systems: { options: { nt: 'windows', beos: null } }
	},
	4: { gateway: { now: 'edge' } }
};
const VERSIONS = [1, 2, 3, 4];
const PAIRS = VERSIONS.flatMap((from) => VERSIONS.map((to): [number, number] => [from, to]));

const seen = (versions: [number, number], question: string, answer: Answer) =>
	viewed(HISTORY, versions, question, answer);

describe('F15: an answer of an earlier questionnaire', () => {
	test.each<[string, [number, number], string, Answer, string, Answer]>([
		['stays where nothing changed', [1, 4], 'siteName', 'Lyon', 'siteName', 'Lyon'],
		['follows its question to another id', [1, 2], 'router', 'juniper', 'gateway', 'juniper'],
		['follows through several versions', [1, 4], 'router', 'cisco', 'edge', 'cisco-ios'],
		['is read from the version it was given under', [3, 4], 'gateway', 'cisco', 'edge', 'cisco'],
		[
			'takes the new name of its option',
			[2, 3],
			'systems',
			['nt', 'mac'],
			'systems',
			['windows', 'mac']
		]
	])('%s', (_, versions, question, answer, now, then) => {
		expect(seen(versions, question, answer)).toEqual([{ question: now, answer: then }]);
	});

	test('is to be given anew where the unit changed, the option went, or the question was split', () => {
		const why = (versions: [number, number], question: string, answer: Answer) =>
			seen(versions, question, answer).map(({ question: now, anew }) => [now, anew]);
		expect(why([1, 2], 'uplink', 2000)).toEqual([['uplinkMbps', 'It was asked in kbit/s.']]);
		expect(why([1, 4], 'router', 'none')).toEqual([['edge', 'That option is not there any more.']]);
		expect(why([2, 3], 'systems', ['beos', 'nt'])[0]![1]).toContain('not there any more');
		expect(why([1, 2], 'people', 40).map(([now, anew]) => [now, anew !== undefined])).toEqual([
			['staff', true],
			['guests', true]
		]);
	});

	test('that could not be found out, or does not apply, says so in every version', () => {
		for (const answer of [{ unknown: 'locked' }, { notApplicable: 'none here' }])
			for (const question of ['uplink', 'router', 'people'])
				for (const view of seen([1, 4], question, answer))
					expect(view).toEqual({ question: view.question, answer });
	});

	test.each(PAIRS)('of version %i is never dropped under version %i', (from, to) => {
		const questions = ['uplink', 'router', 'people', 'gateway', 'systems', 'siteName', '__proto__'];
		const value = fc.oneof(
			fc.constantFrom<Answer>('cisco', 'none', 2000, ['nt', 'beos'], { unknown: 'locked' }),
			fc.string()
		);
		fc.assert(
			fc.property(fc.constantFrom(...questions, 'constructor'), value, (question, answer) => {
				const views = seen([from, to], question, answer);
				expect(views.length).toBeGreaterThan(0);
				if (from >= to) expect(views).toEqual([{ question, answer }]);
				for (const view of views) expect(view.answer).not.toBeUndefined();
			})
		);
	});
});

const question = (id: string) => ({
	...{ id, prompt: id, kind: 'number', unit: 'Mbit/s', planReads: true, sources: [] },
	...{ why: '', how: '', example: '', askedOf: 'contact' }
});
const QUESTIONNAIRE = {
	...{ id: 'site', version: 2 },
	sections: [{ id: 'link', title: 'Link', questions: [question('uplinkMbps')] }]
} as unknown as Questionnaire;
const VIEW = viewUnder({ id: 'site', version: 2 }, HISTORY);
const under = (version: number, id: string, path: string, value: Json, supersedes: string[] = []) =>
	event(id, { path, value, supersedes, form: { id: 'site', version } });
const uplink = (...events: readonly ReturnType<typeof event>[]) => {
	const state = stateOf('s1', events, VIEW);
	const items = itemsOf(QUESTIONNAIRE, state.survey);
	return { state, item: items[0]!, progress: progressOf(items) };
};

describe('F15: a survey of an earlier questionnaire', () => {
	test('asks anew what it cannot read, says why, and counts it as open until then', () => {
		const old = under(1, 'e1', 'answers/uplink', 2000);
		const before = uplink(old);
		expect(before.state.survey.answers).toEqual({});
		expect(before.item.problem).toContain('2000');
		expect(before.item.problem).toContain('kbit/s');
		expect(before.progress).toMatchObject({ settled: 0, problems: 1 });
		expect(before.state.heads('answers/uplinkMbps')).toEqual(['e1']);

		const after = uplink(old, under(2, 'e2', 'answers/uplinkMbps', 2, ['e1']));
		expect(after.state.survey.answers).toEqual({ uplinkMbps: 2 });
		expect(after.item.problem).toBeUndefined();
		expect(after.progress).toMatchObject({ settled: 1, problems: 0 });
		expect(after.state.register('answers/uplinkMbps')!.history).toHaveLength(2);
	});

	test('stands beside what a colleague answers under the new one, as a conflict', () => {
		const { state } = uplink(
			under(1, 'e1', 'answers/router', 'juniper'),
			under(2, 'e2', 'answers/gateway', 'cisco')
		);
		expect(state.conflicts.map(({ path }) => path)).toEqual(['answers/gateway']);
	});

	test('agrees with the new one where both say the same in other words', () => {
		const view = viewUnder({ id: 'site', version: 4 }, HISTORY);
		const events = [
			under(1, 'e1', 'answers/router', 'cisco'),
			under(4, 'e2', 'answers/edge', 'cisco-ios')
		];
		expect(stateOf('s1', events, view).conflicts).toEqual([]);
	});

	test('keeps answers of groups with their group, and of another product as they are', () => {
		const { state } = uplink(
			under(1, 'e1', 'groups/g1', 'present'),
			under(1, 'e2', 'groups/g1/router', 'juniper'),
			event('e3', { path: 'answers/router', value: 'x', form: { id: 'another', version: 1 } })
		);
		expect(state.survey.groups).toEqual([{ id: 'g1', answers: { gateway: 'juniper' } }]);
		expect(state.survey.answers).toEqual({ router: 'x' });
	});

	test('shows an answer of a newer one that does not fit as kept, and takes one that fits', () => {
		const strange = uplink(under(3, 'e1', 'answers/uplinkMbps', 'two lines'));
		expect(strange.item.problem).toContain('newer version');
		expect(strange.item.problem).toContain('two lines');
		expect(strange.state.heads('answers/uplinkMbps')).toEqual(['e1']);
		expect(uplink(under(3, 'e1', 'answers/uplinkMbps', 4)).item).toMatchObject({
			answer: 4,
			problem: undefined
		});
	});
});
