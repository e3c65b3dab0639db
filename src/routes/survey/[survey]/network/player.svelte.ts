import type { Scenario, Simulation } from '$lib/domain/simulation/model';
import type { Order, Report } from './play.worker';

/** Plays scenarios in a worker, so that dragging a slider never waits; a newer order ends the one before. */
export class Player {
	results = $state.raw<readonly (Simulation | undefined)[]>([]);
	/** Between 0 and 1 while it plays; `undefined` when it is still. */
	share = $state<number>();
	/** A sentence when the worker could not be started or fell over. */
	problem = $state<string>();
	#worker: Worker | undefined;
	#run = 0;

	play(scenarios: readonly Scenario[]): void {
		this.cancel();
		this.problem = undefined;
		this.share = 0;
		const run = (this.#run += 1);
		// eslint-disable-next-line svelte/prefer-svelte-reactivity -- an address for the bundler, not state
		const worker = new Worker(new URL('./play.worker.ts', import.meta.url), { type: 'module' });
		worker.onmessage = ({ data }: MessageEvent<Report>) => {
			if (data.run !== this.#run) return;
			if ('share' in data) this.share = data.share;
			else {
				this.results = data.results;
				this.cancel();
			}
		};
		worker.onerror = () => {
			this.problem = 'The simulation could not run in this browser; the bars above do not need it.';
			this.cancel();
		};
		this.#worker = worker;
		const order: Order = { run, scenarios };
		worker.postMessage(order);
	}

	cancel(): void {
		this.#worker?.terminate();
		this.#worker = undefined;
		this.share = undefined;
	}
}
