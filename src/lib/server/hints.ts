import { PROTOCOL, PROTOCOL_HEADER } from '../log/wire.ts';
import type { EventStore } from './store.ts';

const LOOK_MS = 500;
const HEARTBEAT_MS = 20_000;

/**
 * Tells devices that there is something to pull. It carries no data, so that a lost hint costs nothing. The numbers are read
 * from the database, because another node may have taken the events.
 */
export class Hints {
	readonly #store: EventStore;
	readonly #streams = new Map<ReadableStreamDefaultController<string>, Watched>();
	#timer: NodeJS.Timeout | undefined;

	constructor(store: EventStore) {
		this.#store = store;
	}

	stream(team: string): Response {
		let controller: ReadableStreamDefaultController<string>;
		const body = new ReadableStream<string>({
			start: (started) => {
				controller = started;
				const retryMs = 3000 + Math.floor(Math.random() * 2000);
				controller.enqueue(`retry: ${retryMs}\n\n`);
				this.#streams.set(controller, { team, seq: -1, heardAt: Date.now() });
				this.#timer ??= setInterval(() => void this.#look(), LOOK_MS).unref();
			},
			cancel: () => this.#forget(controller)
		});
		return new Response(body.pipeThrough(new TextEncoderStream()), {
			headers: {
				'content-type': 'text/event-stream',
				'cache-control': 'no-store, no-transform',
				'x-accel-buffering': 'no',
				[PROTOCOL_HEADER]: PROTOCOL
			}
		});
	}

	async #look() {
		const teams = [...new Set(Array.from(this.#streams.values(), ({ team }) => team))];
		const seqs = await this.#store.seqs(teams).catch(() => undefined);
		const now = Date.now();
		for (const [controller, watched] of this.#streams) {
			const seq = seqs?.get(watched.team);
			const isNews = seq !== undefined && seq !== watched.seq;
			if (!isNews && now - watched.heardAt < HEARTBEAT_MS) continue;
			try {
				controller.enqueue(isNews ? `data: {"seq":${seq}}\n\n` : ': still here\n\n');
				this.#streams.set(controller, { ...watched, seq: seq ?? watched.seq, heardAt: now });
			} catch {
				this.#forget(controller);
			}
		}
	}

	#forget(controller: ReadableStreamDefaultController<string>) {
		this.#streams.delete(controller);
		if (this.#streams.size > 0) return;
		clearInterval(this.#timer);
		this.#timer = undefined;
	}
}

interface Watched {
	readonly team: string;
	readonly seq: number;
	/** Milliseconds since 1970. */
	readonly heardAt: number;
}
