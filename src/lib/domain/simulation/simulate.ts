import type { MethodId } from '../method.ts';
import { kilobytesPerSecond } from '../transfer.ts';
import { ALWAYS, openAfter, Pipe, type Window } from './pipe.ts';
import { Queue } from './queue.ts';
import { randomFrom } from './random.ts';

/** One method at one site over some days. Sizes in decimal megabytes, speeds in Mbit/s, times in the unit of the name. */
export interface Scenario {
	readonly method: MethodId;
	readonly clients: number;
	readonly days: number;
	readonly seed: number;
	/** `true`: every client needs a full set at the start. `false`: every client has the revision before the first. */
	readonly isFirstFill: boolean;
	readonly fullMegabytes: number;
	readonly deltaMegabytes: number;
	readonly releasesPerDay: number;
	readonly revisionsKept: number;
	readonly linkMbps: number;
	readonly sharePercent: number;
	readonly window: Window;
	readonly internetMbps: number;
	readonly heartbeatMinutes: number;
	/** Downloads begin up to this long after the heartbeat that found new content. */
	readonly randomizationMinutes: number;
	/** Share of the clients that are away at the start, and for how many days. */
	readonly awayShare: number;
	readonly awayDays: number;
	readonly gups: number;
	/** What one GUP can serve to its clients. */
	readonly gupMbps: number;
	/** A client that has waited this long for its GUP goes to the SEPM; `Infinity` for never. */
	readonly bypassMinutes: number;
	/** How often clients of a LiveUpdate server, and that server itself, look for new content. */
	readonly scheduleHours: number;
	/** Walking round with the Intelligent Updater. */
	readonly minutesPerMachine: number;
	readonly people: number;
	readonly workingHours: Window;
}

/** Quarter hours: fine enough to see a window open and close, coarse enough to draw. */
export const BUCKET_HOURS = 0.25;

export interface Simulation {
	/** Megabytes through the link from the SEPM's side, per quarter hour. */
	readonly linkMegabytes: readonly number[];
	/** Clients that hold content no more than a day old, at the end of each quarter hour. */
	readonly current: readonly number[];
	/** When the last client had its first content; `null` if not within the days simulated. */
	readonly filledAfterHours: number | null;
	/** Hours in which the link carried something. */
	readonly linkBusyHours: number;
	readonly link: number;
	readonly internet: number;
	/** Megabytes that clients received, and how many of these a cache at the site served. */
	readonly received: number;
	readonly servedBySite: number;
	/** Downloads of a full set, of deltas, and downloads that went round an unready GUP. */
	readonly fulls: number;
	readonly deltas: number;
	readonly bypassed: number;
	readonly personHours: number;
}

interface Client {
	readonly index: number;
	readonly phase: number;
	readonly gup: number;
	/** Newest release it holds; -1 for none. */
	has: number;
	isBusy: boolean;
	backAt: number;
	waitsSince: number;
}

interface Download {
	readonly client: Client;
	readonly release: number;
	readonly megabytes: number;
	readonly from: 'link' | 'site' | 'internet';
}

/** A package on its way into the cache of a GUP or of a distribution point. */
interface Fill {
	readonly cache: number;
	readonly pack: string;
	readonly megabytes: number;
}

type Flow = { readonly download: Download } | { readonly fill: Fill };

/** How far it is, between 0 and 1, and a way to stop. */
export interface Watch {
	readonly onProgress?: (share: number) => void;
	readonly isCancelled?: () => boolean;
}

/**
 * Plays the days through: releases, heartbeats with randomisation, deltas against fulls by the revisions kept, one shared
 * link with its window, caches filled on demand. The same scenario and seed give the same result. Throws nothing; returns
 * `undefined` when cancelled.
 */
export function simulate(scenario: Scenario, watch: Watch = {}): Simulation | undefined {
	return new Run(scenario, watch).play();
}

class Run {
	readonly #scenario: Scenario;
	readonly #watch: Watch;
	readonly #end: number;
	readonly #events = new Queue<() => void>();
	readonly #clients: Client[];
	readonly #link: Pipe<Flow>;
	readonly #internet: Pipe<Flow>;
	readonly #site: readonly Pipe<Flow>[];
	readonly #cached: readonly Set<string>[];
	readonly #filling: readonly Map<string, Client[]>[];
	readonly #linkMegabytes: number[];
	readonly #current: number[];
	readonly #random: () => number;
	#now = 0;
	#release = -1;
	#currentCount = 0;
	#filledCount = 0;
	#filledAt: number | null = null;
	#received = 0;
	#servedBySite = 0;
	#fulls = 0;
	#deltas = 0;
	#bypassed = 0;
	#personHours = 0;

	constructor(scenario: Scenario, watch: Watch) {
		this.#scenario = scenario;
		this.#watch = watch;
		this.#end = scenario.days * 24;
		this.#random = randomFrom(scenario.seed);
		const buckets = Math.ceil(this.#end / BUCKET_HOURS);
		this.#linkMegabytes = new Array<number>(buckets).fill(0);
		this.#current = new Array<number>(buckets).fill(0);
		this.#link = new Pipe(
			perHour(scenario.linkMbps, scenario.sharePercent),
			scenario.window,
			this.#count
		);
		this.#internet = new Pipe(perHour(scenario.internetMbps, scenario.sharePercent), ALWAYS);

		const caches = scenario.method === 'gup' ? Math.max(1, scenario.gups) : 1;
		const indices = Array.from({ length: caches }, (_, index) => index);
		this.#site = indices.map(() => new Pipe(perHour(scenario.gupMbps, 100), ALWAYS));
		this.#cached = indices.map(() => new Set());
		this.#filling = indices.map(() => new Map());
		this.#clients = Array.from({ length: scenario.clients }, (_, index) =>
			this.#client(index, caches)
		);
	}

	#client(index: number, caches: number): Client {
		const { awayShare, awayDays, isFirstFill } = this.#scenario;
		return {
			index,
			phase: this.#random(),
			gup: index % caches,
			has: isFirstFill ? -1 : 0,
			isBusy: false,
			backAt: this.#random() < awayShare ? awayDays * 24 : 0,
			waitsSince: -1
		};
	}

	play(): Simulation | undefined {
		this.#planReleases();
		this.#planBuckets();
		if (this.#scenario.method === 'intelligent-updater') this.#planWalk();

		for (let steps = 0; ; steps += 1) {
			if (steps % 20_000 === 0) {
				if (this.#watch.isCancelled?.()) return undefined;
				this.#watch.onProgress?.(Math.min(1, this.#now / this.#end));
			}
			const next = this.#next();
			if (next.at > this.#end) break;
			this.#advance(next.at);
			next.act();
		}
		this.#advance(this.#end);
		return this.#result();
	}

	/** The earliest of: a planned event, and the end of a flow in one of the pipes. */
	#next(): { at: number; act: () => void } {
		let at = this.#events.first ?? Infinity;
		let pipe: Pipe<Flow> | undefined;
		for (const each of [this.#link, this.#internet, ...this.#site]) {
			if (each.isIdle) continue;
			const end = each.nextEnd();
			if (end < at) {
				at = end;
				pipe = each;
			}
		}
		return { at, act: () => (pipe ? this.#flowEnds(pipe.end()) : this.#events.take()?.()) };
	}

	#advance(time: number): void {
		for (const pipe of [this.#link, this.#internet, ...this.#site]) pipe.advance(time);
		this.#now = time;
	}

	#planReleases(): void {
		const { releasesPerDay } = this.#scenario;
		this.#events.add(0, () => this.#newRelease(0));
		for (let release = 1; release < (this.#end / 24) * releasesPerDay; release += 1) {
			this.#events.add((release * 24) / releasesPerDay, () => this.#newRelease(release));
		}
	}

	#planBuckets(): void {
		for (let bucket = 0; bucket < this.#current.length; bucket += 1) {
			this.#events.add((bucket + 1) * BUCKET_HOURS, () => {
				this.#current[bucket] = this.#currentCount;
			});
		}
	}

	#newRelease(release: number): void {
		this.#release = release;
		this.#currentCount = 0;
		for (const client of this.#clients) {
			if (this.#isCurrent(client)) this.#currentCount += 1;
			if (client.has < release && !client.isBusy) this.#planFetch(client, this.#now);
		}
	}

	/** The next time this client looks for content after `time`, with its randomisation. */
	#planFetch(client: Client, time: number): void {
		const { method, heartbeatMinutes, scheduleHours, randomizationMinutes } = this.#scenario;
		if (method === 'intelligent-updater') return;
		const every =
			method === 'lua' || method === 'liveupdate' ? scheduleHours : heartbeatMinutes / 60;
		const from = Math.max(time, client.backAt);
		const phase = client.phase * every;
		const look = phase + Math.ceil(Math.max(0, from - phase) / every) * every;
		client.isBusy = true;
		this.#events.add(look + (this.#random() * randomizationMinutes) / 60, () =>
			this.#fetch(client)
		);
	}

	#fetch(client: Client): void {
		if (client.has >= this.#release) {
			client.isBusy = false;
			return;
		}
		const release = this.#release;
		const behind = release - client.has;
		const { fullMegabytes, deltaMegabytes, revisionsKept, method } = this.#scenario;
		// KB152377: more revisions behind than are kept means a full set. A delta for several revisions is as long as
		// theirs together, and never longer than the full set.
		const isFull =
			client.has < 0 || behind > revisionsKept || behind * deltaMegabytes >= fullMegabytes;
		const megabytes = isFull ? fullMegabytes : behind * deltaMegabytes;
		const pack = isFull ? `full ${release}` : `${client.has} to ${release}`;

		if (method === 'gup' || method === 'third-party') {
			return this.#fetchFromSite(client, release, pack, megabytes, isFull);
		}
		const from = method === 'liveupdate' ? 'internet' : 'link';
		this.#download({ client, release, megabytes, from }, isFull);
	}

	/** From the cache if it holds the package; otherwise the cache fetches it once, and the client waits for it. */
	#fetchFromSite(
		client: Client,
		release: number,
		pack: string,
		megabytes: number,
		isFull: boolean
	): void {
		const cache = client.gup;
		if (this.#cached[cache]?.has(pack)) {
			client.waitsSince = -1;
			this.#download({ client, release, megabytes, from: 'site' }, isFull);
			return;
		}
		if (client.waitsSince < 0) client.waitsSince = this.#now;
		const waited = (this.#now - client.waitsSince) * 60;
		if (this.#scenario.method === 'gup' && waited > this.#scenario.bypassMinutes) {
			client.waitsSince = -1;
			this.#bypassed += 1;
			this.#download({ client, release, megabytes, from: 'link' }, isFull);
			return;
		}
		const waiting = this.#filling[cache]?.get(pack);
		if (waiting) waiting.push(client);
		else {
			this.#filling[cache]?.set(pack, [client]);
			this.#link.begin({ fill: { cache, pack, megabytes } }, megabytes);
		}
		const { bypassMinutes } = this.#scenario;
		if (Number.isFinite(bypassMinutes) && this.#scenario.method === 'gup') {
			this.#events.add(this.#now + (bypassMinutes + 1) / 60, () =>
				this.#bypass(client, cache, pack)
			);
		}
	}

	#bypass(client: Client, cache: number, pack: string): void {
		const waiting = this.#filling[cache]?.get(pack);
		const at = waiting?.indexOf(client) ?? -1;
		if (at < 0) return;
		waiting?.splice(at, 1);
		this.#fetch(client);
	}

	#download(download: Download, isFull: boolean): void {
		if (isFull) this.#fulls += 1;
		else this.#deltas += 1;
		this.#pipeFor(download)?.begin({ download }, download.megabytes);
	}

	#pipeFor({ from, client }: Download): Pipe<Flow> | undefined {
		if (from === 'link') return this.#link;
		return from === 'internet' ? this.#internet : this.#site[client.gup];
	}

	#flowEnds(flow: Flow | undefined): void {
		if (!flow) return;
		if ('download' in flow) return this.#arrives(flow.download);
		const { cache, pack } = flow.fill;
		this.#cached[cache]?.add(pack);
		const waiting = this.#filling[cache]?.get(pack) ?? [];
		this.#filling[cache]?.delete(pack);
		for (const client of waiting) this.#fetch(client);
	}

	#arrives({ client, release, megabytes, from }: Download): void {
		this.#received += megabytes;
		if (from === 'site') this.#servedBySite += megabytes;
		client.isBusy = false;
		this.#holds(client, release);
		if (client.has < this.#release) this.#planFetch(client, this.#now);
	}

	#holds(client: Client, release: number): void {
		if (client.has < 0) {
			this.#filledCount += 1;
			if (this.#filledCount === this.#clients.length) this.#filledAt = this.#now;
		}
		const wasCurrent = this.#isCurrent(client);
		client.has = release;
		if (!wasCurrent && this.#isCurrent(client)) this.#currentCount += 1;
	}

	/** Holds a release of the last day: between two releases of one day nobody counts as behind. */
	#isCurrent({ has }: Client): boolean {
		return has >= 0 && this.#release - has <= this.#scenario.releasesPerDay;
	}

	/** From machine to machine by hand, in working hours, with the file that was fetched before the walk began. */
	#planWalk(): void {
		const { people, minutesPerMachine, workingHours, fullMegabytes } = this.#scenario;
		for (const client of this.#clients) {
			const round = Math.floor(client.index / Math.max(1, people)) + 1;
			const done = openAfter(workingHours, 0, (round * minutesPerMachine) / 60);
			this.#events.add(Math.max(done, client.backAt), () => {
				this.#personHours += minutesPerMachine / 60;
				this.#received += fullMegabytes;
				this.#servedBySite += fullMegabytes;
				this.#fulls += 1;
				if (client.has < 0) this.#holds(client, 0);
			});
		}
	}

	#count = (from: number, to: number, megabytes: number): void => {
		const rate = megabytes / (to - from);
		for (let at = from; at < to;) {
			const bucket = Math.min(this.#linkMegabytes.length - 1, Math.floor(at / BUCKET_HOURS + 1e-9));
			const end = Math.min(to, (bucket + 1) * BUCKET_HOURS);
			if (end <= at) break;
			this.#linkMegabytes[bucket] = (this.#linkMegabytes[bucket] ?? 0) + rate * (end - at);
			at = end;
		}
	};

	#result(): Simulation {
		return {
			linkMegabytes: this.#linkMegabytes,
			current: this.#current,
			filledAfterHours: this.#filledAt,
			linkBusyHours: this.#link.busyHours,
			link: this.#link.carried,
			internet: this.#internet.carried,
			received: this.#received,
			servedBySite: this.#servedBySite,
			fulls: this.#fulls,
			deltas: this.#deltas,
			bypassed: this.#bypassed,
			personHours: this.#personHours
		};
	}
}

function perHour(mbps: number, sharePercent: number): number {
	return (kilobytesPerSecond(mbps, sharePercent) * 3600) / 1000;
}
