import { describe, expect, test } from 'vitest';
import type { Json } from '../../src/lib/domain/answer.ts';
import { contestsOf, originOf, stateWith, togetherWith } from '../../src/lib/log/contest.ts';
import type { LogEvent } from '../../src/lib/log/event.ts';
import { stateOf } from '../../src/lib/log/state.ts';
import { QUESTIONNAIRE } from '../../src/lib/knowledge/questionnaire.ts';
import { event } from './schedule.ts';

const SPEED = 'answers/linkDownMbps';
const SHARE = 'answers/linkSharePercent';
const WINDOW = 'answers/windowHours';
const HOST = 'answers/sepmHost';

const said =
	(name: string) =>
	(id: string, path: string, value: Json, fields: Partial<LogEvent> = {}): LogEvent =>
		event(id, { path, value, author: { id: name, name }, device: `${name}-tablet`, ...fields });
const ana = said('Ana');
const kim = said('Kim');

const contests = (...events: readonly LogEvent[]) =>
	contestsOf(stateOf('s1', events), QUESTIONNAIRE);

describe('a contest', () => {
	test('of an answer that stands alone has one side for every head', () => {
		const [only, ...others] = contests(ana('e1', HOST, 'A'), kim('e2', HOST, 'B'));
		expect(others).toEqual([]);
		expect(only).toMatchObject({ paths: [HOST], disputed: [HOST] });
		expect(only!.sides.map(({ origin, values }) => [origin.author.name, values])).toEqual([
			['Ana', { [HOST]: 'A' }],
			['Kim', { [HOST]: 'B' }]
		]);
	});

	test('of answers that belong together is one, with all that each person said', () => {
		const found = contests(
			ana('e1', SPEED, 2),
			ana('e2', SHARE, 25),
			ana('e3', WINDOW, 8),
			kim('e4', SPEED, 100),
			kim('e5', SHARE, 50),
			kim('e6', WINDOW, 8)
		);
		expect(found).toHaveLength(1);
		expect(found[0]).toMatchObject({ paths: [SPEED, SHARE, WINDOW], disputed: [SPEED, SHARE] });
		expect(found[0]!.sides.map(({ values }) => values)).toEqual([
			{ [SPEED]: 2, [SHARE]: 25, [WINDOW]: 8 },
			{ [SPEED]: 100, [SHARE]: 50, [WINDOW]: 8 }
		]);
	});

	test('gives a person back what he said of a belonging answer, also where another one has replaced it', () => {
		const [only] = contests(
			ana('e1', SPEED, 2),
			ana('e2', SHARE, 25),
			kim('e3', SPEED, 100),
			kim('e4', SHARE, 50, { supersedes: ['e2'] })
		);
		expect(only!.disputed).toEqual([SPEED]);
		expect(only!.sides[0]).toMatchObject({ values: { [SPEED]: 2, [SHARE]: 25, [WINDOW]: null } });
	});

	test('says where a person never answered: what stands there is not his own', () => {
		const [only] = contests(ana('e1', SPEED, 2), kim('e2', SPEED, 9), kim('e3', SHARE, 50));
		expect(only!.sides[0]!.values[SHARE]).toBe(50);
		expect(only!.sides.map(({ own }) => own)).toEqual([[SPEED], [SPEED, SHARE]]);
	});

	test('names who said it first when a value was only put back', () => {
		const back = kim('e3', SPEED, 2, { supersedes: ['e1', 'e2'] });
		const events = [ana('e1', SPEED, 2), kim('e2', SPEED, 100), back];
		const register = stateOf('s1', events).register(SPEED)!;
		expect(originOf(back, register).id).toBe('e1');
		expect(originOf(events[1]!, register).id).toBe('e2');
	});

	test('lets whoever says the same as another one before him, or chooses, speak for himself', () => {
		const again = kim('e3', SPEED, 2, { supersedes: ['e1'] });
		const chosen = kim('e4', SPEED, 2, { kind: 'resolve', supersedes: ['e1', 'e2'] });
		const events = [ana('e1', SPEED, 2), ana('e2', SPEED, 100), again, chosen];
		const register = stateOf('s1', events).register(SPEED)!;
		expect(originOf(again, register).id).toBe('e3');
		expect(originOf(chosen, register).id).toBe('e4');
	});
});

test('only answers of the same place belong together', () => {
	expect(togetherWith(SPEED, QUESTIONNAIRE)).toEqual([SPEED, SHARE, WINDOW]);
	expect(togetherWith('groups/g1/linkDownMbps', QUESTIONNAIRE)).toEqual(['groups/g1/linkDownMbps']);
	expect(togetherWith('survey/title', QUESTIONNAIRE)).toEqual(['survey/title']);
});

test('a survey as it would be has the values tried, no conflict there, and the log is as it was', () => {
	const state = stateOf('s1', [ana('e1', SPEED, 2), kim('e2', SPEED, 100)]);
	const tried = stateWith(state, { [SPEED]: 2, [SHARE]: null });
	expect(tried.survey.answers).toEqual({ linkDownMbps: 2 });
	expect(tried.conflicts).toEqual([]);
	expect(state.conflicts).toHaveLength(1);
	expect(stateWith(state, { [SPEED]: null }).survey.answers).toEqual({});
});
