import { Queue } from './queue.ts';

/** Hours of the day in which a pipe carries updates: from `from`, for `hours`; it may pass midnight. */
export interface Window {
	readonly from: number;
	readonly hours: number;
}

export const ALWAYS: Window = { from: 0, hours: 24 };

/**
 * A link that its flows share in equal parts (processor sharing), open during a daily window.
 * Time is in hours since the first midnight, volume in megabytes. One virtual clock serves all flows: it runs at the
 * rate each of them gets, so that a flow ends when the clock has run its size, however many come and go.
 */
export class Pipe<T> {
	readonly #flows = new Queue<{ readonly item: T; readonly megabytes: number }>();
	readonly #megabytesPerHour: number;
	readonly #window: Window;
	readonly #atOnce: number;
	readonly #inLine: { readonly item: T; readonly megabytes: number }[] = [];
	readonly #onCarried: (from: number, to: number, megabytes: number) => void;
	#virtual = 0;
	#now = 0;
	#ended = 0;
	/** Megabytes that have passed. */
	carried = 0;
	/** Hours in which something passed. */
	busyHours = 0;

	constructor(
		megabytesPerHour: number,
		window: Window = ALWAYS,
		onCarried: (from: number, to: number, megabytes: number) => void = () => undefined,
		atOnce = Infinity
	) {
		this.#megabytesPerHour = megabytesPerHour;
		this.#window = window;
		this.#onCarried = onCarried;
		this.#atOnce = atOnce;
	}

	get isIdle(): boolean {
		return this.#flows.size === 0;
	}

	/** Megabytes that have passed of flows that have not ended. */
	get underway(): number {
		return this.carried - this.#ended;
	}

	/** Begins a flow, or puts it in line; the pipe must have been advanced to this moment. */
	begin(item: T, megabytes: number): void {
		if (this.#flows.size >= this.#atOnce) this.#inLine.push({ item, megabytes });
		else this.#flows.add(this.#virtual + megabytes, { item, megabytes });
	}

	/** When the next flow ends if none begins before; `Infinity` if none ever does. */
	nextEnd(): number {
		const end = this.#flows.first;
		if (end === undefined) return Infinity;
		const work = (end - this.#virtual) * this.#flows.size;
		if (this.#megabytesPerHour <= 0 || this.#window.hours <= 0)
			return work <= 0 ? this.#now : Infinity;
		return openAfter(this.#window, this.#now, Math.max(0, work) / this.#megabytesPerHour);
	}

	/** Lets time pass up to `time`, which is not after `nextEnd()`. */
	advance(time: number): void {
		if (this.#flows.size > 0) {
			for (const [from, to] of this.#openParts(this.#now, time)) {
				const megabytes = (to - from) * this.#megabytesPerHour;
				this.#virtual += megabytes / this.#flows.size;
				this.carried += megabytes;
				this.busyHours += to - from;
				this.#onCarried(from, to, megabytes);
			}
		}
		this.#now = time;
	}

	/** Takes out the flow that ends now; the next in line begins. */
	end(): T | undefined {
		const end = this.#flows.first;
		if (end !== undefined) this.#virtual = Math.max(this.#virtual, end);
		const ended = this.#flows.take();
		this.#ended += ended?.megabytes ?? 0;
		const next = this.#inLine.shift();
		if (next) this.begin(next.item, next.megabytes);
		return ended?.item;
	}

	/** The parts of a stretch of time in which the window is open. */
	*#openParts(from: number, to: number): Generator<readonly [number, number]> {
		const { hours: open } = this.#window;
		if (open >= 24) {
			if (to > from) yield [from, to];
			return;
		}
		let at = from;
		while (at < to) {
			const into = hoursInto(this.#window, at);
			if (into < open) {
				const end = Math.min(to, at + open - into);
				if (end > at) yield [at, end];
				if (end <= at) return;
				at = end;
			}
			if (at < to && hoursInto(this.#window, at) >= open) at += 24 - hoursInto(this.#window, at);
		}
	}
}

/** The moment at which the window has been open for `hours` since `time`. */
export function openAfter(window: Window, time: number, hours: number): number {
	const { hours: open } = window;
	if (open >= 24) return time + hours;
	const into = hoursInto(window, time);
	const leftToday = Math.max(0, open - into);
	if (hours <= leftToday) return time + hours;
	const left = hours - leftToday;
	const nextOpening = time + 24 - into;
	const fullDays = Math.max(0, Math.ceil(left / open) - 1);
	return nextOpening + fullDays * 24 + (left - fullDays * open);
}

/** Hours since the window last opened. */
function hoursInto({ from }: Window, time: number): number {
	const into = (((time - from) % 24) + 24) % 24;
	return 24 - into < 1e-9 ? 0 : into;
}
