import { isoWithOffset } from '$lib/device/moment';
import type { OpenSurvey } from '$lib/device/survey.svelte';
import type { Step } from '$lib/domain/checklist';
import type { StepState } from '$lib/domain/survey';
import { withNotes } from '$lib/domain/work';
import { stepPath, tablePath } from '$lib/log/path';
import type { Desk, StepDraft } from '$lib/ui/check-desk';

/** The name to sign with; asks for it where none is known, and gives none when that is refused. */
export type Signer = () => Promise<string | undefined>;

/** Writes what is done with steps through the device, signed and with the time. */
export class StepDesk implements Desk {
	readonly #survey: OpenSurvey;
	readonly #signer: Signer;
	readonly #knowledge: string;

	constructor(survey: OpenSurvey, signer: Signer, knowledge: string) {
		this.#survey = survey;
		this.#signer = signer;
		this.#knowledge = knowledge;
	}

	draft(step: Step): StepDraft {
		return read(this.#survey.draft(stepPath(step.id))?.text);
	}

	keep(step: Step, draft: StepDraft) {
		this.#survey.keepDraft(stepPath(step.id), JSON.stringify(draft));
	}

	async record(step: Step, state: StepState) {
		const by = await this.#signer();
		if (by === undefined) return;
		const at = isoWithOffset(new Date());
		const signed = { ...state, by, at, knowledge: this.#knowledge };
		await this.#survey.setStep(step.id, this.#noted(step, signed));
	}

	/** A note alone changes no state; while a reason is being written it waits for it. */
	note(step: Step) {
		if (this.draft(step).wanted) return;
		const noted = this.#noted(step, this.#stored(step) ?? { state: 'open' });
		void this.#survey.setStep(step.id, orNothing(noted));
	}

	undo(step: Step) {
		const reopened = this.#noted(step, { state: 'open' });
		void this.#survey.setStep(step.id, orNothing(reopened));
	}

	confirmation(step: Step) {
		return this.#survey.current?.survey.confirmations[step.id];
	}

	confirming(step: Step) {
		return this.#survey.draft(confirmationPath(step))?.text;
	}

	keepConfirming(step: Step, text: string) {
		this.#survey.keepDraft(confirmationPath(step), text);
	}

	async confirm(step: Step, text: string) {
		const by = await this.#signer();
		if (by === undefined) return;
		await this.#survey.confirm(step.id, { text, by, at: isoWithOffset(new Date()) });
	}

	unconfirm(step: Step) {
		if (this.confirming(step) !== undefined) this.#survey.dropDraft(confirmationPath(step));
		else void this.#survey.confirm(step.id, null);
	}

	#stored(step: Step): StepState | undefined {
		return this.#survey.current?.survey.steps[step.id];
	}

	/** With what was noted and measured so far, the draft before what is stored. */
	#noted(step: Step, state: StepState): StepState {
		const stored = this.#stored(step);
		const { note, values } = this.draft(step);
		return withNotes(state, note ?? stored?.note ?? '', { ...stored?.values, ...values });
	}
}

const confirmationPath = (step: Step) => tablePath('confirmations', step.id);

/** An open step about which nothing was written is a step without a state. */
function orNothing(state: StepState): StepState | null {
	return state.state === 'open' && !state.note && !state.values ? null : state;
}

function read(text: string | undefined): StepDraft {
	try {
		const draft: unknown = JSON.parse(text ?? '{}');
		return typeof draft === 'object' && draft !== null ? draft : {};
	} catch {
		return {};
	}
}
