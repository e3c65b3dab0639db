import { expect, test } from 'vitest';
import type { Checklist, Phase, Step } from '../../src/lib/domain/checklist.ts';
import type { StepState } from '../../src/lib/domain/survey.ts';
import {
	nextStep,
	openBefore,
	problemWithState,
	statesAllowed,
	withNotes,
	workOn,
	workProgressOf,
	olderKnowledge
} from '../../src/lib/domain/work.ts';

const step = (id: string, phase: Phase, hold = false): Step => ({
	id,
	code: id.toUpperCase(),
	phase,
	hold,
	who: 'technician',
	with: [],
	text: `Do ${id}.`,
	evidence: 'It is done.',
	blanks: [],
	source: 'SEED',
	sources: ['SEED'],
	confidence: 'vendor',
	failures: []
});

const checklist: Checklist = {
	method: 'gup',
	groups: ['g1'],
	steps: [
		step('pick', 'prepare'),
		step('hold-1', 'prepare', true),
		step('assign', 'configure'),
		step('hold-2', 'pilot', true),
		step('roll', 'roll-out'),
		step('back', 'roll-back')
	],
	skipped: []
};

const after = (states: Record<string, StepState>) => workOn(checklist, states);
const heldBy = (states: Record<string, StepState>) =>
	Object.fromEntries(after(states).map(({ step, heldBy }) => [step.id, heldBy?.id]));

test('an unsigned hold point holds every later phase, but never the way back', () => {
	expect(heldBy({})).toEqual({
		pick: undefined,
		'hold-1': undefined,
		assign: 'hold-1',
		'hold-2': 'hold-1',
		roll: 'hold-1',
		back: undefined
	});
});

test('a signed hold point lets the work go on until the next one', () => {
	expect(heldBy({ 'hold-1': { state: 'done' } })).toMatchObject({
		assign: undefined,
		'hold-2': undefined,
		roll: 'hold-2'
	});
});

test('a hold point can be passed with a reason, and a blocked one stops', () => {
	expect(heldBy({ 'hold-1': { state: 'deviation', reason: 'By phone.' } }).assign).toBeUndefined();
	expect(heldBy({ 'hold-1': { state: 'blocked', reason: 'No.', owner: 'Ana' } }).assign).toBe(
		'hold-1'
	);
	expect(heldBy({ 'hold-1': { state: 'not-applicable', reason: 'No.' } }).assign).toBe('hold-1');
});

test('a held step cannot be done, only set aside or blocked', () => {
	const [pick, hold, assign, later] = after({});
	expect(statesAllowed(pick!)).toContain('done');
	expect(statesAllowed(hold!)).toEqual(['done', 'deviation', 'blocked']);
	expect(statesAllowed(assign!)).toEqual(['not-applicable', 'blocked']);
	expect(statesAllowed(later!)).toEqual(['blocked']);
});

test('steps come phase by phase, whatever order the table has', () => {
	const mixed = { ...checklist, steps: [...checklist.steps].reverse() };
	expect(workOn(mixed, {}).map(({ step }) => step.phase)).toEqual([
		'prepare',
		'prepare',
		'configure',
		'pilot',
		'roll-out',
		'roll-back'
	]);
});

test('progress counts a roll-back step only once it was touched', () => {
	expect(workProgressOf(after({ pick: { state: 'done' } }))).toEqual({
		steps: 5,
		settled: 1,
		blocked: 0,
		open: 4
	});
	expect(workProgressOf(after({ back: { state: 'done' } })).steps).toBe(6);
});

test('the next step is open, not held and not a way back', () => {
	expect(nextStep(after({}))?.step.id).toBe('pick');
	expect(nextStep(after({ pick: { state: 'done' } }))?.step.id).toBe('hold-1');
	const blocked = { state: 'blocked', reason: 'No signature.', owner: 'Ana' } as const;
	expect(nextStep(after({ pick: { state: 'done' }, 'hold-1': blocked }))).toBeUndefined();
});

test('who signs a hold point is told what before it is still open', () => {
	const hold = checklist.steps[3]!;
	expect(openBefore(after({ 'hold-1': { state: 'done' } }), hold).map(({ id }) => id)).toEqual([
		'pick',
		'assign'
	]);
});

test('a deviation, a step set aside and a block demand words', () => {
	expect(problemWithState({ state: 'done' })).toBeUndefined();
	expect(problemWithState({ state: 'deviation', reason: ' ' })).toMatch(/instead/);
	expect(problemWithState({ state: 'not-applicable' })).toMatch(/does not apply/);
	expect(problemWithState({ state: 'blocked', reason: 'No key.' })).toMatch(/who/);
	expect(problemWithState({ state: 'blocked', reason: 'No key.', owner: 'Ana' })).toBeUndefined();
});

test('a note changes nothing else of a state, and empty blanks go', () => {
	const done = { state: 'done', by: 'Ana', at: '2026-11-20T09:12:00+01:00', note: 'old' } as const;
	expect(withNotes(done, ' seen ', { Port: '2967', Disk: ' ' })).toEqual({
		...done,
		note: 'seen',
		values: { Port: '2967' }
	});
	expect(withNotes(done, '', {})).not.toHaveProperty('note');
});

test('steps that were recorded with other knowledge are told apart from those of today', () => {
	const done = { state: 'done' } as const;
	const states = {
		a: { ...done, knowledge: '2026.11.1' },
		b: { ...done, knowledge: '2026.12.1' },
		c: { ...done, knowledge: '2026.11.1' },
		d: done
	};
	expect(olderKnowledge(states, '2026.12.1')).toEqual(['2026.11.1']);
	expect(olderKnowledge({ b: states.b }, '2026.12.1')).toEqual([]);
});
