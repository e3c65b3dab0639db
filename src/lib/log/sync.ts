import { faster, FIRST_PACE, slower, type Pace } from './pace.ts';
import { flawOfPage, nextPull, takePage } from './pull.ts';
import { flawOfPush, nextPush, setAside, settlePush, type IsMine } from './push.ts';
import type { SyncStore } from './sync-store.ts';
import type { PullReply, PullRequest, PushReply, PushRequest } from './wire.ts';

/** Why there was no reply that counts. Nothing on the device changes by any of them. */
export type Trouble =
	| { readonly why: 'no-network' | 'too-slow' | 'too-large' | 'epoch' | 'signed-out' | 'forbidden' }
	| { readonly why: 'retired' | 'lost' | 'incomplete' | 'unsettled' | 'cancelled' | 'outdated' }
	| { readonly why: 'busy'; readonly waitMs: number };

export type Answer<T> = { readonly reply: T } | Trouble;

/** The way to the team server. It never rejects. */
export interface Transport {
	push(request: PushRequest): Promise<Answer<PushReply>>;
	pull(request: PullRequest): Promise<Answer<PullReply>>;
}

export interface Progress {
	readonly sent: number;
	readonly received: number;
	readonly held: number;
	readonly refused: number;
}

export interface Outcome extends Progress {
	/** Absent when everything that could be sent is there, and everything the team has is here. */
	readonly trouble?: Trouble;
}

export interface SyncOptions {
	readonly store: SyncStore;
	readonly transport: Transport;
	/** The id that this device's events carry. */
	readonly device: string;
	readonly isMine: IsMine;
	/** A viewer gets what the team has and delivers nothing; a retired device the other way round. */
	readonly does: 'both' | 'pull' | 'push';
	readonly now: () => string;
	readonly onProgress?: (progress: Progress) => void;
	readonly isCancelled?: () => boolean;
}

/** A page that another tab has overtaken, a push of an earlier life: more of it than this is no accident. */
const ROUNDS = 5;

/**
 * One whole sync: what waits goes, what is new comes. May be broken off at any point and repeated at any time, in several
 * tabs at once; each step is one transaction.
 */
export async function sync(options: SyncOptions): Promise<Outcome> {
	const run = new Run(options);
	const trouble = await run.whole();
	return trouble ? { ...run.progress, trouble } : run.progress;
}

class Run {
	progress: Progress = { sent: 0, received: 0, held: 0, refused: 0 };
	readonly #options: SyncOptions;
	#pace: Pace = FIRST_PACE;
	#resets = 0;

	constructor(options: SyncOptions) {
		this.#options = options;
	}

	async whole(): Promise<Trouble | undefined> {
		const { store, does } = this.#options;
		if (does === 'push') return this.#pushAll();
		// Before the log has been read to its end there is nothing that a push could be judged by.
		const { isReplaying } = await store.read((tables) => tables.standing());
		let trouble = isReplaying ? await this.#pullAll() : undefined;
		// A retired device gets nothing more, and may still deliver.
		if (trouble?.why === 'retired' && does === 'both') return (await this.#pushAll()) ?? trouble;
		for (let round = 0; round < ROUNDS && !trouble; round++) {
			const before = this.#resets;
			const pushed = does === 'both' ? await this.#pushAll() : undefined;
			if (pushed && pushed.why !== 'epoch') return pushed;
			trouble = await this.#pullAll();
			// A log with the same events would not begin anew twice.
			if (this.#resets > 2) return { why: 'unsettled' };
			if (!pushed && this.#resets === before) return trouble;
		}
		return trouble ?? { why: 'unsettled' };
	}

	async #pushAll(): Promise<Trouble | undefined> {
		const { store, transport, device, isMine, now } = this.#options;
		for (;;) {
			if (this.#isCancelled()) return { why: 'cancelled' };
			const push = await nextPush(store, device, isMine, this.#pace);
			if (!push) return undefined;
			const answer = await transport.push(push.request);
			if ('why' in answer) {
				if (answer.why !== 'too-large' && answer.why !== 'too-slow') return answer;
				const isLeast = push.request.events.length === 1;
				if (isLeast && answer.why === 'too-slow') return answer;
				if (isLeast) {
					await setAside(store, push, 'too-large');
					this.#add({ refused: 1 });
				}
				this.#pace = slower(Math.min(this.#pace, push.request.events.length));
				continue;
			}
			const flaw = flawOfPush(push, answer.reply);
			if (flaw) return { why: flaw };
			const isSettled = await settlePush(store, push, answer.reply, now());
			if (!isSettled) return { why: 'epoch' };
			this.#pace = faster(this.#pace);
			const { accepted, held, refused } = answer.reply;
			this.#add({ sent: accepted, held: held.length, refused: refused.length });
		}
	}

	async #pullAll(): Promise<Trouble | undefined> {
		const { store, transport, device } = this.#options;
		for (let overtaken = 0; overtaken < ROUNDS;) {
			if (this.#isCancelled()) return { why: 'cancelled' };
			const pull = await nextPull(store, device);
			const answer = await transport.pull(pull.request);
			if ('why' in answer) return answer;
			const flaw = flawOfPage(pull, answer.reply);
			if (flaw) return { why: flaw };
			const page = await takePage(store, pull, answer.reply);
			if (!page) {
				overtaken++;
				continue;
			}
			this.#add({ received: page.added });
			if (page.isReset && ++this.#resets > 2) return { why: 'unsettled' };
			if (!answer.reply.more) return undefined;
		}
		return { why: 'unsettled' };
	}

	#add(part: Partial<Progress>) {
		const { sent = 0, received = 0, held = 0, refused = 0 } = part;
		this.progress = {
			sent: this.progress.sent + sent,
			received: this.progress.received + received,
			held: this.progress.held + held,
			refused: this.progress.refused + refused
		};
		this.#options.onProgress?.(this.progress);
	}

	#isCancelled(): boolean {
		return this.#options.isCancelled?.() ?? false;
	}
}
