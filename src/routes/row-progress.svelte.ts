import { SvelteMap } from 'svelte/reactivity';
import { progressOf, itemsOf, type Progress } from '$lib/domain/progress';
import { getSurvey } from '$lib/device/surveys';
import { device } from './device';

interface Shown {
	readonly id: string;
	/** How many: one that comes late, or from a clock that is behind, is not the last change. */
	readonly events: number;
}

/** Progress of the surveys in a list, worked out one after the other once the list itself is on the screen. */
export class RowProgress {
	readonly #known = new SvelteMap<string, { events: number; progress: Progress }>();
	#wanted: readonly Shown[] = [];
	#isReading = false;

	of(id: string): Progress | undefined {
		return this.#known.get(id)?.progress;
	}

	read(rows: readonly Shown[]) {
		this.#wanted = rows;
		if (!this.#isReading) void this.#readAll();
	}

	async #readAll() {
		this.#isReading = true;
		const { QUESTIONNAIRE } = await import('$lib/knowledge/questionnaire');
		for (let row = this.#nextRow(); row; row = this.#nextRow()) {
			const { id, events } = row;
			const state = await getSurvey(device, id).catch(() => undefined);
			const progress = progressOf(state ? itemsOf(QUESTIONNAIRE, state.survey) : []);
			this.#known.set(id, { events, progress });
		}
		this.#isReading = false;
	}

	#nextRow(): Shown | undefined {
		return this.#wanted.find(({ id, events }) => this.#known.get(id)?.events !== events);
	}
}
