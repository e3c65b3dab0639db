import { BUCKET_HOURS, type Parcel, type Simulation } from './model.ts';

type Counted = Omit<
	Simulation,
	| 'heartbeatMegabytes'
	| 'linkBusyHours'
	| 'link'
	| 'internet'
	| 'cached'
	| 'fetchedAgain'
	| 'underway'
>;

/** A break of the link that nobody would see. */
const BREAK_HOURS = 1 / 60;

/** Keeps count of all that a simulation tells in the end. */
export class Tally {
	readonly linkMegabytes: number[];
	readonly current: number[];
	readonly #fill: [number, number][] = [];
	#filledAfterHours: number | null = null;
	#received = 0;
	#servedBySite = 0;
	#fulls = 0;
	#deltas = 0;
	#bypassed = 0;
	#personHours = 0;
	#serverTook = 0;

	constructor(hours: number) {
		this.linkMegabytes = new Array<number>(Math.ceil(hours / BUCKET_HOURS)).fill(0);
		this.current = this.linkMegabytes.map(() => 0);
	}

	/** The last client has its first content. */
	filled(at: number): void {
		this.#filledAfterHours = at;
	}

	began({ isFull }: Parcel): void {
		if (isFull) this.#fulls += 1;
		else this.#deltas += 1;
	}

	serverTook(megabytes: number): void {
		this.#serverTook += megabytes;
	}

	wentRound(): void {
		this.#bypassed += 1;
	}

	arrived(megabytes: number, isFromSite: boolean): void {
		this.#received += megabytes;
		if (isFromSite) this.#servedBySite += megabytes;
	}

	/** A machine that somebody walked to, with a full set in the hand. */
	visited(minutes: number, megabytes: number): void {
		this.#personHours += minutes / 60;
		this.#fulls += 1;
		this.arrived(megabytes, true);
	}

	readonly carried = (from: number, to: number, megabytes: number): void => {
		this.#stretch(from, to);
		const rate = megabytes / (to - from);
		for (let at = from; at < to;) {
			const bucket = Math.min(this.linkMegabytes.length - 1, Math.floor(at / BUCKET_HOURS + 1e-9));
			const end = Math.min(to, (bucket + 1) * BUCKET_HOURS);
			if (end <= at) break;
			this.linkMegabytes[bucket] = (this.linkMegabytes[bucket] ?? 0) + rate * (end - at);
			at = end;
		}
	};

	/** What it has kept count of. */
	result(): Counted {
		return {
			linkMegabytes: this.linkMegabytes,
			current: this.current,
			fill: this.#fill,
			filledAfterHours: this.#filledAfterHours,
			received: this.#received,
			servedBySite: this.#servedBySite,
			fulls: this.#fulls,
			deltas: this.#deltas,
			bypassed: this.#bypassed,
			personHours: this.#personHours,
			serverTook: this.#serverTook
		};
	}

	#stretch(from: number, to: number): void {
		if (this.#filledAfterHours !== null) return;
		const last = this.#fill.at(-1);
		if (last && from - last[1] < BREAK_HOURS) last[1] = to;
		else this.#fill.push([from, to]);
	}
}
