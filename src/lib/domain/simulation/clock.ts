import type { Watch } from './model.ts';
import type { Pipe } from './pipe.ts';
import { Queue } from './queue.ts';

/** Events between two looks at whether somebody has cancelled. */
const STRIDE = 20_000;

/** Lets time pass from one event to the next: a planned one, or the end of a flow in a pipe. */
export class Clock<Flow> {
	readonly #planned = new Queue<() => void>();
	readonly #pipes: readonly Pipe<Flow>[];
	readonly #onEnd: (flow: Flow) => void;
	/** Hours since the first midnight. */
	now = 0;

	constructor(pipes: readonly Pipe<Flow>[], onEnd: (flow: Flow) => void) {
		this.#pipes = pipes;
		this.#onEnd = onEnd;
	}

	plan(at: number, act: () => void): void {
		this.#planned.add(at, act);
	}

	/** Runs for so many hours; `false` when it was cancelled. */
	run(hours: number, { isCancelled, onProgress }: Watch): boolean {
		for (let steps = 0; ; steps += 1) {
			if (steps % STRIDE === 0) {
				if (isCancelled?.()) return false;
				onProgress?.(Math.min(1, this.now / hours));
			}
			let at = this.#planned.first ?? Infinity;
			let pipe: Pipe<Flow> | undefined;
			for (const each of this.#pipes) {
				if (each.isIdle) continue;
				const end = each.nextEnd();
				if (end < at) {
					at = end;
					pipe = each;
				}
			}
			if (at > hours) break;
			this.#advance(at);
			if (pipe) this.#ends(pipe);
			else this.#planned.take()?.();
		}
		this.#advance(hours);
		return true;
	}

	#advance(time: number): void {
		for (const pipe of this.#pipes) pipe.advance(time);
		this.now = time;
	}

	#ends(pipe: Pipe<Flow>): void {
		const ended = pipe.end();
		if (ended !== undefined) this.#onEnd(ended);
	}
}
