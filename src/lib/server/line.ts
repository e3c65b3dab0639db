import { Refusal } from './reply.ts';

/** Requests of one kind may be long work: they are let in one after the other, so that the short ones never stand behind. */
export interface LineOptions {
	/** How many long ones may be at work at once; the others wait. */
	readonly atWork: number;
	/** How many may wait; who comes then is told to come again. */
	readonly waiting: number;
	/** From 0 to 1. */
	readonly chance?: () => number;
}

export type Lines = Readonly<Record<'push' | 'pull', Line>>;

/** How long one of them takes, at first; learnt afterwards. */
const FIRST_GUESS_MS = 100;

/** The line before long work on this node. It keeps nothing but who stands in it. */
export class Line {
	readonly #options: LineOptions;
	readonly #waiting: (() => void)[] = [];
	#atWork = 0;
	#longest = 0;
	#usualMs = FIRST_GUESS_MS;

	constructor(options: LineOptions) {
		this.#options = options;
	}

	/** How many have waited at once, since the start. */
	get longest(): number {
		return this.#longest;
	}

	/** Does the work when its turn comes, or refuses at once when too many wait already. */
	async inTurn<T>(work: () => Promise<T>): Promise<T> {
		const { atWork, waiting } = this.#options;
		if (this.#atWork < atWork) this.#atWork++;
		else if (this.#waiting.length < waiting) await this.#turn();
		else throw this.#tooLong();
		const since = performance.now();
		try {
			return await work();
		} finally {
			this.#usualMs += (performance.now() - since - this.#usualMs) / 8;
			// Whatever came in meanwhile is looked at before the next one begins: SQLite does its work in one go.
			setImmediate(() => this.#next());
		}
	}

	#turn(): Promise<void> {
		return new Promise((resolve) => {
			this.#longest = Math.max(this.#longest, this.#waiting.push(resolve));
		});
	}

	#next() {
		const next = this.#waiting.shift();
		if (next) next();
		else this.#atWork--;
	}

	/** When about half of those who wait now are through, and not all who are told so at the same moment. */
	#tooLong(): Refusal {
		const { waiting, atWork, chance = Math.random } = this.#options;
		const lineSeconds = (waiting * this.#usualMs) / atWork / 1000;
		const retryAfterSeconds = Math.ceil(lineSeconds * (0.5 + chance()) + chance() * 2);
		return new Refusal(429, 'Many devices sync at once; the app tries again by itself.', {
			retryAfterSeconds
		});
	}
}
