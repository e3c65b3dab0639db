import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { benchAnswer } from './bench-answer.ts';
import { backoff } from '../lib/log/backoff.ts';
import type { EventId, LogEvent } from '../lib/log/event.ts';
import { faster, FIRST_PACE } from '../lib/log/pace.ts';
import { packPush, type PackedPage } from '../lib/log/packed.ts';
import { PAGE } from '../lib/log/pull.ts';
import { PROTOCOL, PROTOCOL_HEADER, type Cursor, type PushReply } from '../lib/log/wire.ts';

const pack = promisify(gzip);
/** The app packs from here on. */
const WORTH_PACKING = 2048;
const BUSY_MS = 5000;

/** A device as the team server sees one: its requests, its pace and its patience are the app's. */
export class LoadDevice {
	readonly id: string;
	readonly made: EventId[] = [];
	/** How often it was told to come again. */
	turnedAway = 0;
	requests = 0;
	readonly #server: string;
	#cookie = '';
	#author = { id: '', name: '' };
	#cursor: Cursor | null = null;

	constructor(server: string, id: string) {
		this.#server = server;
		this.id = id;
	}

	async join(secret: string) {
		const wish = { secret, name: this.id, device: this.id, deviceName: this.id, author: null };
		const response = await this.#post('join', wish);
		if (!response.ok) throw new Error(`${this.id} cannot join: ${await response.text()}`);
		this.#cookie = response.headers.get('set-cookie')!.split(';')[0]!;
		this.#author = ((await response.json()) as { person: { id: string; name: string } }).person;
	}

	/** Sends so many events, in the app's steps, until all are acknowledged. */
	async comeBack(many: number) {
		const events = Array.from({ length: many }, () => this.#event());
		for (let at = 0, pace = FIRST_PACE; at < many; pace = faster(pace)) {
			const batch = events.slice(at, at + pace);
			await this.#push(batch, many - at);
			at += batch.length;
		}
	}

	/** One answer; milliseconds until the team server had it. */
	async answer(): Promise<number> {
		const since = performance.now();
		await this.#push([this.#event()], 1);
		return performance.now() - since;
	}

	/** One page of what is new; milliseconds until it was here. */
	async look(): Promise<number> {
		const since = performance.now();
		const wish = { device: this.id, cursor: this.#cursor, own: null, columns: true, limit: PAGE };
		const page = await this.#ask<PackedPage>('sync/pull', wish);
		const waited = performance.now() - since;
		this.#cursor = page.cursor;
		return waited;
	}

	async #push(events: readonly LogEvent[], waiting: number) {
		const outbox = { events: waiting, oldestAt: events[0]!.at };
		const wish = packPush({ device: this.id, epoch: null, events, outbox });
		const reply = await this.#ask<PushReply>('sync/push', wish);
		if (reply.accepted !== events.length) throw new Error(`${this.id}: ${JSON.stringify(reply)}`);
	}

	/** Until there is a reply; as patient as the app is. */
	async #ask<Reply>(path: string, wish: unknown): Promise<Reply> {
		for (let failures = 1; ; failures++) {
			this.requests++;
			const response = await this.#post(path, wish).catch(() => undefined);
			if (response?.ok) return (await response.json()) as Reply;
			const text = await response?.text();
			if (response && response.status < 500 && response.status !== 429)
				throw new Error(`${this.id}: ${response.status} ${text}`);
			this.turnedAway++;
			const asked = Number(response?.headers.get('retry-after')) * 1000 || BUSY_MS;
			const wait = backoff(failures, Math.random(), asked);
			await new Promise((resolve) => setTimeout(resolve, wait));
		}
	}

	async #post(path: string, body: unknown): Promise<Response> {
		const text = JSON.stringify(body);
		const isPacked = text.length >= WORTH_PACKING;
		return fetch(`${this.#server}/api/v1/${path}`, {
			method: 'POST',
			body: isPacked ? await pack(text) : text,
			headers: {
				'content-type': 'application/json',
				[PROTOCOL_HEADER]: PROTOCOL,
				cookie: this.#cookie,
				'x-forwarded-for': `device-${this.id}`,
				...(isPacked ? { 'content-encoding': 'gzip' } : {})
			}
		});
	}

	#event(): LogEvent {
		const number = this.made.length;
		const event = benchAnswer(number, {
			survey: `${this.id}-survey-${Math.floor(number / 60)}`,
			question: number % 60,
			value: number % 3 === 0 ? number : `rack ${number} by the door, label missing`,
			author: this.#author,
			device: this.id
		});
		this.made.push(event.id);
		return event;
	}
}
