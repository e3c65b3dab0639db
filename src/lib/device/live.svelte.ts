import { liveQuery } from 'dexie';
import { createSubscriber } from 'svelte/reactivity';
import { sentenceOf } from './trouble.ts';

/** A connection that was lost in the background is often back after this. */
const RETRY_MILLISECONDS = 2000;

/** What a query finds, kept up to date over all tabs for as long as something on the page reads it. */
export interface Live<T> {
	/** `undefined` until it was read for the first time. */
	readonly current: T | undefined;
	readonly error: string | undefined;
}

export function live<T>(query: () => PromiseLike<T>): Live<T> {
	let current = $state.raw<T>();
	let error = $state.raw<string>();

	const subscribe = createSubscriber(() => {
		let stop: () => void;
		const start = () => {
			// An async function, or Dexie loses sight of what the query reads.
			const subscription = liveQuery(async () => await query()).subscribe({
				next(value) {
					current = value;
					error = undefined;
				},
				error(reason) {
					error = sentenceOf(reason);
					subscription.unsubscribe();
					const timer = setTimeout(start, RETRY_MILLISECONDS);
					stop = () => clearTimeout(timer);
				}
			});
			stop = () => subscription.unsubscribe();
		};
		start();
		return () => stop();
	});

	return {
		get current() {
			subscribe();
			return current;
		},
		get error() {
			subscribe();
			return error;
		}
	};
}
