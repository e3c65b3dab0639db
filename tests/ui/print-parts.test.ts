import { expect, test } from 'vitest';
import type { Phase, Step } from '../../src/lib/domain/checklist';
import { partsOf, pointsOf } from '../../src/lib/ui/print-parts';

const work = (code: string, phase: Phase, hold = false) => ({
	step: { id: code, code, phase, hold } as Step,
	state: { state: 'open' } as const,
	heldBy: undefined
});

test('every phase begins a page whose foot names its steps', () => {
	const parts = partsOf([
		...['B-01', 'B-02', 'B-03', 'B-04'].map((code) => work(code, 'prepare')),
		...['B-05', 'B-06', 'B-07', 'B-08'].map((code) => work(code, 'configure'))
	]);
	expect(parts.map(({ steps }) => steps)).toEqual(['steps B-01 to B-04', 'steps B-05 to B-08']);
	expect(new Set(parts.map(({ name }) => name)).size).toBe(2);
});

test('short neighbours share a page, but never across a hold point or the way back', () => {
	const parts = partsOf([
		work('B-01', 'pilot'),
		work('B-H2', 'pilot', true),
		work('B-02', 'roll-out'),
		work('B-03', 'verify'),
		work('B-04', 'roll-back'),
		work('B-05', 'hand-over')
	]);
	expect(parts.map(({ steps }) => steps)).toEqual([
		'steps B-01 to B-H2',
		'steps B-02 to B-03',
		'step B-04',
		'step B-05'
	]);
});

test('the points of a hold are counted out one by one, and nothing of the text is lost', () => {
	expect(
		pointsOf(
			'STOP. Sign only when true: 1. Port 2967 is open. 2. Version 14.3 runs. Signed by two.'
		)
	).toEqual({
		lead: 'Sign only when true:',
		points: ['1. Port 2967 is open.', '2. Version 14.3 runs.'],
		rest: 'Signed by two.'
	});
	expect(pointsOf('Wait until SEP 14. 3 heartbeats are enough.')).toEqual({
		lead: 'Wait until SEP 14. 3 heartbeats are enough.',
		points: [],
		rest: ''
	});
});
