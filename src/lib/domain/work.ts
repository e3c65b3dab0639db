import { PHASES, type Checklist, type Phase, type Step } from './checklist.ts';
import type { StepState, StepStateName, Survey } from './survey.ts';

/** One step of a checklist and how far it is. */
export interface Work {
	readonly step: Step;
	readonly state: StepState;
	/** The hold point that must be signed, or passed with a reason, before this step may be done. */
	readonly heldBy: Step | undefined;
}

const OPEN: StepState = { state: 'open' };

/**
 * Every step with its state, phase by phase. An unsigned hold point holds the steps of later phases; rolling back is
 * never held, because it is what a failed pilot needs.
 */
export function workOn({ steps }: Checklist, states: Survey['steps']): readonly Work[] {
	const inOrder = [...steps].sort((a, b) => place(a.phase) - place(b.phase));
	const stateOf = ({ id }: Step) => (Object.hasOwn(states, id) ? states[id] : undefined) ?? OPEN;
	const unsigned = inOrder.filter((step) => step.hold && !isPassed(stateOf(step)));
	return inOrder.map((step) => ({
		step,
		state: stateOf(step),
		heldBy:
			step.phase === 'roll-back'
				? undefined
				: unsigned.find(({ phase }) => place(phase) < place(step.phase))
	}));
}

const place = (phase: Phase) => PHASES.indexOf(phase);

/** A hold point is passed by a signature, or deliberately with a reason. */
export function isPassed({ state }: StepState): boolean {
	return state === 'done' || state === 'deviation';
}

/** Nothing more is to be done about a step. */
export function isSettled({ state }: StepState): boolean {
	return isPassed({ state }) || state === 'not-applicable';
}

/** The states a step may be given now; taking a state back is always possible. */
export function statesAllowed({ step, heldBy }: Work): readonly StepStateName[] {
	if (step.hold) return heldBy ? ['blocked'] : ['done', 'deviation', 'blocked'];
	return heldBy
		? ['not-applicable', 'blocked']
		: ['done', 'deviation', 'not-applicable', 'blocked'];
}

/** The one thing that is missing from a state, as a sentence; `undefined` when it can be recorded. */
export function problemWithState({ state, reason, owner }: StepState): string | undefined {
	const isBlank = (text: string | undefined) => text === undefined || text.trim() === '';
	if (state === 'deviation' && isBlank(reason)) return 'Say in a few words what was done instead.';
	if (state === 'not-applicable' && isBlank(reason))
		return 'Say in a few words why it does not apply.';
	if (state === 'blocked' && isBlank(reason)) return 'Say in a few words what blocks it.';
	if (state === 'blocked' && isBlank(owner)) return 'Name who will solve it.';
	return undefined;
}

/** Roll-back steps count only once somebody has touched them: they wait until they are needed. */
export interface WorkProgress {
	readonly steps: number;
	readonly settled: number;
	readonly open: number;
	readonly blocked: number;
}

export function workProgressOf(works: readonly Work[]): WorkProgress {
	const counted = works.filter(
		({ step, state }) => step.phase !== 'roll-back' || state.state !== 'open'
	);
	const settled = counted.filter(({ state }) => isSettled(state)).length;
	const blocked = counted.filter(({ state }) => state.state === 'blocked').length;
	return { steps: counted.length, settled, blocked, open: counted.length - settled - blocked };
}

/** The step to do now: the first open one that no hold stops; roll-back steps wait until they are needed. */
export function nextStep(works: readonly Work[]): Work | undefined {
	return works.find(
		({ step, state, heldBy }) =>
			state.state === 'open' && heldBy === undefined && step.phase !== 'roll-back'
	);
}

/** Steps of the same and earlier phases that are still open when a hold point is about to be signed. */
export function openBefore(works: readonly Work[], hold: Step): readonly Step[] {
	const at = works.findIndex(({ step }) => step.id === hold.id);
	return works
		.slice(0, at)
		.filter(({ step, state }) => step.phase !== 'roll-back' && !isSettled(state))
		.map(({ step }) => step);
}

/** A state with other notes; what was measured in blanks that are empty now goes. */
export function withNotes(
	state: StepState,
	note: string,
	values: Readonly<Record<string, string>>
): StepState {
	const written = Object.entries(values).filter(([, value]) => value.trim() !== '');
	const rest = Object.entries(state).filter(([key]) => key !== 'note' && key !== 'values');
	return {
		...(Object.fromEntries(rest) as Pick<StepState, 'state'>),
		...(note.trim() === '' ? {} : { note: note.trim() }),
		...(written.length === 0 ? {} : { values: Object.fromEntries(written) })
	};
}

/** Versions of the knowledge, other than today's, that steps were recorded with. */
export function olderKnowledge(states: Survey['steps'], now: string): readonly string[] {
	const versions = Object.values(states).flatMap(({ knowledge }) => knowledge ?? []);
	return [...new Set(versions)].filter((version) => version !== now).sort();
}
