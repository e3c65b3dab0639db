import { backoff } from '../log/backoff.ts';
import { sync, type Outcome, type Progress, type Transport, type Trouble } from '../log/sync.ts';
import type { Device } from './device.ts';
import { syncStoreOf } from './sync-tables.ts';
import {
	deviceIdOf,
	endSession,
	getNews,
	getSession,
	keepNews,
	type TeamSession
} from './team-session.ts';
import { httpTransport, type TransportOptions } from './transport.ts';

/** Only one tab syncs at a time. It would be right without: every step is a transaction that may be repeated. */
const FLIGHT = 'sitewalk-sync';
/** When to look again whether the flight of another is over. */
const AGAIN_MS = 2000;

export interface TeamSyncOptions {
	readonly transport?: (signal: AbortSignal) => Transport;
	/** From 0 to 1. */
	readonly chance?: () => number;
	readonly locks?: Pick<LockManager, 'request'> | undefined;
	/** The build of the app. */
	readonly version?: string;
	/** The lead has reported this device lost. */
	readonly onLost?: () => void;
}

/** The sync of this tab: one flight at a time, its progress, and when the next attempt is due. */
export class TeamSync {
	readonly #device: Device;
	readonly #transport: (signal: AbortSignal) => Transport;
	readonly #chance: () => number;
	readonly #locks: Pick<LockManager, 'request'> | undefined;
	readonly #onLost: (() => void) | undefined;
	#progress = $state.raw<Progress>();
	#flight: AbortController | undefined;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#due = Infinity;
	#aheadMs: number | undefined;
	#isStopped = false;

	constructor(device: Device, options: TeamSyncOptions = {}) {
		this.#device = device;
		const line: TransportOptions = {
			...(options.version === undefined ? {} : { version: options.version }),
			clock: () => device.now().getTime(),
			onAhead: (ms) => (this.#aheadMs = ms)
		};
		this.#transport = options.transport ?? ((signal) => httpTransport({ signal, ...line }));
		this.#chance = options.chance ?? Math.random;
		this.#onLost = options.onLost;
		this.#locks = 'locks' in options ? options.locks : globalThis.navigator?.locks;
	}

	/** Of the flight under way in this tab. */
	get progress(): Progress | undefined {
		return this.#progress;
	}

	get isRunning(): boolean {
		return this.#progress !== undefined;
	}

	/** Syncs after so many milliseconds, or later when the last failure says so; an earlier appointment stands. */
	async soon(ms: number, isImpatient = false): Promise<void> {
		const news = await getNews(this.#device).catch(() => undefined);
		const now = this.#device.now().getTime();
		// A failure that is yet to come was noted before the clock was set back: it says nothing of how long to wait.
		const isNews = news?.nextAt && !isImpatient && Date.parse(news.triedAt) <= now;
		const notBefore = isNews ? Date.parse(news.nextAt) : 0;
		this.#appoint(Math.max(now + ms, notBefore));
	}

	/** Syncs now. `undefined` when another flight is under way, or there is no team to sync with. */
	async now(): Promise<Outcome | undefined> {
		this.#disappoint();
		if (this.#isStopped) return undefined;
		if (this.#flight) return this.#again();
		const flight = (this.#flight = new AbortController());
		try {
			if (!this.#locks) return await this.#fly(flight.signal);
			return await this.#locks.request(FLIGHT, { ifAvailable: true }, async (lock) =>
				lock ? this.#fly(flight.signal) : this.#again()
			);
		} finally {
			this.#flight = undefined;
			this.#progress = undefined;
		}
	}

	/** A flight under way may be past what it was asked for, such as an answer given since it began. */
	#again(): undefined {
		this.#appoint(this.#device.now().getTime() + AGAIN_MS);
	}

	/** Ends the flight after the step it is in; what was acknowledged stays acknowledged. */
	cancel() {
		this.#flight?.abort();
	}

	stop() {
		this.#isStopped = true;
		this.#disappoint();
		this.cancel();
	}

	async #fly(signal: AbortSignal): Promise<Outcome | undefined> {
		const device = this.#device;
		const session = await getSession(device);
		// The page was left, or is another one than that which was told, before the device was emptied.
		if (session?.ended === 'lost') this.#onLost?.();
		if (!session || session.ended) return undefined;
		this.#progress = { sent: 0, received: 0, held: 0, refused: 0 };
		const outcome = await sync({
			store: syncStoreOf(device),
			transport: this.#transport(signal),
			device: await deviceIdOf(device),
			isMine: (author) => session.authors.includes(author),
			does: session.role === 'viewer' ? 'pull' : 'both',
			now: () => device.now().toISOString(),
			onProgress: (progress) => (this.#progress = progress),
			isCancelled: () => signal.aborted
		});
		await this.#record(session, outcome.trouble);
		return outcome;
	}

	async #record(session: TeamSession, trouble: Trouble | undefined) {
		const device = this.#device;
		const why = trouble?.why;
		const now = device.now();
		const before = await getNews(device);
		const aheadMs = this.#aheadMs ?? before?.aheadMs;
		const failures = why === undefined || why === 'cancelled' ? 0 : (before?.failures ?? 0) + 1;
		const asked = trouble && 'waitMs' in trouble ? trouble.waitMs : 0;
		const waitMs = failures > 0 ? backoff(failures, this.#chance(), asked) : 0;
		const nextAt = waitMs > 0 ? now.getTime() + waitMs : null;
		if (why === 'signed-out' || why === 'lost' || why === 'retired') await endSession(device, why);
		await keepNews(device, {
			triedAt: now.toISOString(),
			succeededAt: trouble ? (before?.succeededAt ?? null) : now.toISOString(),
			trouble: why ?? null,
			failures,
			nextAt: nextAt === null ? null : isoOf(nextAt),
			...(aheadMs === undefined ? {} : { aheadMs })
		});
		if (why === 'lost') this.#onLost?.();
		else if (nextAt !== null) this.#appoint(nextAt);
		// What this person may do is for the team to say, and may have changed.
		if (why === 'forbidden' || session.role === 'viewer')
			await import('./team-me.ts').then(({ hearOfMe }) => hearOfMe(device));
	}

	#appoint(at: number) {
		if (this.#isStopped || at >= this.#due) return;
		this.#disappoint();
		this.#due = at;
		const wait = Math.max(0, at - this.#device.now().getTime());
		this.#timer = setTimeout(() => {
			this.#due = Infinity;
			// A failure of the device's storage is told where it is used; the next occasion tries again.
			this.now().catch(() => undefined);
		}, wait);
	}

	#disappoint() {
		clearTimeout(this.#timer);
		this.#due = Infinity;
	}
}

function isoOf(moment: number): string {
	return new Date(moment).toISOString();
}
