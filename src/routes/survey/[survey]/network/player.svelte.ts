import type { Simulation } from '$lib/domain/simulation/model';
import type { Order, Report } from './play.worker';
import type { Staging } from './scenarios';

const NOTHING: Staging = { scenarios: [], parts: [], assumptions: [] };

/** Plays scenarios in a worker, so that dragging a slider never waits; a newer order ends the one before. */
export class Player {
	/** What the results are of; what is playing now may be newer. */
	staging = $state.raw<Staging>(NOTHING);
	results = $state.raw<readonly (Simulation | undefined)[]>([]);
	/** Between 0 and 1 while it plays; `undefined` when it is still. */
	share = $state<number>();
	/** A sentence when the worker could not be started or fell over. */
	problem = $state<string>();
	/** It has played all of it, or will never. */
	isDone = $state(false);
	#worker: Worker | undefined;
	#run = 0;

	play(staging: Staging): void {
		this.cancel();
		this.problem = undefined;
		this.isDone = false;
		if (staging.scenarios.length === 0) {
			this.#show(staging, []);
			return;
		}
		this.share = 0;
		const run = (this.#run += 1);
		// eslint-disable-next-line svelte/prefer-svelte-reactivity -- an address for the bundler, not state
		const worker = new Worker(new URL('./play.worker.ts', import.meta.url), { type: 'module' });
		worker.onmessage = ({ data }: MessageEvent<Report>) => {
			if (data.run !== this.#run) return;
			if ('share' in data) this.share = data.share;
			else this.#show(staging, data.results);
		};
		worker.onerror = () => {
			this.problem = 'The simulation could not run in this browser; the bars do not need it.';
			this.isDone = true;
			this.cancel();
		};
		this.#worker = worker;
		const order: Order = { run, scenarios: staging.scenarios };
		worker.postMessage(order);
	}

	#show(staging: Staging, results: readonly (Simulation | undefined)[]): void {
		this.staging = staging;
		this.results = results;
		this.isDone = true;
		this.cancel();
	}

	cancel(): void {
		this.#worker?.terminate();
		this.#worker = undefined;
		this.share = undefined;
	}
}
