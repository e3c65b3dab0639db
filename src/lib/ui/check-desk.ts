import type { Step } from '$lib/domain/checklist';
import type { Confirmation, StepState, StepStateName } from '$lib/domain/survey';

/** What is in hand for one step and not recorded yet. It is kept at every keystroke. */
export interface StepDraft {
	readonly note?: string;
	readonly values?: Readonly<Record<string, string>>;
	/** The state that is being given reasons for. */
	readonly wanted?: StepStateName;
	readonly reason?: string;
	readonly owner?: string;
}

/** All that can be done with a step of a checklist; who does it, and when, is added behind. */
export interface Desk {
	draft(step: Step): StepDraft;
	keep(step: Step, draft: StepDraft): void;
	record(step: Step, state: StepState): void;
	/** A field was left: its note and measured values can be stored. */
	note(step: Step): void;
	undo(step: Step): void;
	/** What was seen on the version at this site, for a step that holds something unconfirmed. */
	confirmation(step: Step): Confirmation | undefined;
	/** What is being written about it; `undefined` while nobody writes. */
	confirming(step: Step): string | undefined;
	keepConfirming(step: Step, text: string): void;
	confirm(step: Step, text: string): void;
	/** Takes the confirmation, or what is being written, back. */
	unconfirm(step: Step): void;
}
