import { kilobytesPerSecond } from '../transfer.ts';
import {
	BUCKET_HOURS,
	type Client,
	type Parcel,
	type Scenario,
	type Simulation,
	type Watch
} from './model.ts';
import { nextLook, offeredAt, parcelFor, visitedAt } from './parcel.ts';
import { ALWAYS, Pipe } from './pipe.ts';
import { Queue } from './queue.ts';
import { randomFrom } from './random.ts';
import { SiteCaches, type Fill } from './site-caches.ts';
import { Tally } from './tally.ts';

type From = 'link' | 'site' | 'internet';
type Flow = { readonly parcel: Parcel; readonly from: From } | { readonly fill: Fill };

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
	readonly #clients: readonly Client[];
	readonly #link: Pipe<Flow>;
	readonly #internet: Pipe<Flow>;
	readonly #site: readonly Pipe<Flow>[];
	readonly #caches: SiteCaches;
	readonly #tally: Tally;
	readonly #random: () => number;
	#now = 0;
	/** Newest release there is, and the newest that clients are offered where they look. */
	#newest = -1;
	#offered = -1;
	#currentCount = 0;
	#filledCount = 0;

	constructor(scenario: Scenario, watch: Watch) {
		const { method, gups, gupMbps, gupAtOnce, linkMbps, internetMbps, sharePercent } = scenario;
		this.#scenario = scenario;
		this.#watch = watch;
		this.#end = scenario.days * 24;
		this.#random = randomFrom(scenario.seed);
		this.#tally = new Tally(this.#end);
		this.#link = new Pipe(perHour(linkMbps, sharePercent), scenario.window, this.#tally.carried);
		this.#internet = new Pipe(perHour(internetMbps, sharePercent), ALWAYS);

		const caches = method === 'gup' ? Math.max(1, gups) : 1;
		const atOnce = method === 'gup' ? gupAtOnce : Infinity;
		this.#site = Array.from(
			{ length: caches },
			() => new Pipe<Flow>(perHour(gupMbps, 100), ALWAYS, undefined, atOnce)
		);
		this.#caches = new SiteCaches(caches);
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
		const last = Math.max(1, Math.ceil((this.#end / 24) * releasesPerDay));
		for (let release = 0; release < last; release += 1) {
			const at = release === 0 ? 0 : (release * 24) / releasesPerDay;
			this.#events.add(at, () => this.#newRelease(release));
			this.#events.add(offeredAt(at, this.#scenario), () => this.#offer(release));
		}
	}

	#planBuckets(): void {
		const { current } = this.#tally;
		for (const bucket of current.keys()) {
			this.#events.add((bucket + 1) * BUCKET_HOURS, () => {
				current[bucket] = this.#currentCount;
			});
		}
	}

	#newRelease(release: number): void {
		this.#newest = release;
		this.#currentCount = this.#clients.filter((client) => this.#isCurrent(client)).length;
	}

	#offer(release: number): void {
		this.#offered = Math.max(this.#offered, release);
		for (const client of this.#clients) {
			if (client.has < release && !client.isBusy) this.#planFetch(client, this.#now);
		}
	}

	/** The next time this client looks for content after `time`, with its randomisation. */
	#planFetch(client: Client, time: number): void {
		const { method, randomizationMinutes } = this.#scenario;
		if (method === 'intelligent-updater') return;
		client.isBusy = true;
		const look = nextLook(client, time, this.#scenario);
		this.#events.add(look + (this.#random() * randomizationMinutes) / 60, () =>
			this.#fetch(client)
		);
	}

	#fetch(client: Client): void {
		if (client.has >= this.#offered) {
			client.isBusy = false;
			return;
		}
		const parcel = parcelFor(client, this.#offered, this.#scenario);
		const { method } = this.#scenario;
		if (method === 'gup' || method === 'third-party') this.#fetchFromSite(parcel);
		else this.#download(parcel, method === 'liveupdate' ? 'internet' : 'link');
	}

	/** From the cache if it holds the package; otherwise the cache fetches it once, and the client waits for it. */
	#fetchFromSite(parcel: Parcel): void {
		const { client } = parcel;
		const isGup = this.#scenario.method === 'gup';
		if (isGup && this.#now < this.#scenario.gupDownHours) return this.#tryAgain(parcel);
		if (this.#caches.holds(parcel)) return this.#download(parcel, 'site');
		if (client.waitsSince < 0) client.waitsSince = this.#now;
		const fill = this.#caches.wait(parcel);
		if (fill) this.#link.begin({ fill }, fill.megabytes);
		const patience = this.#patience(client);
		if (isGup && Number.isFinite(patience)) {
			this.#events.add(this.#now + patience, () => {
				if (this.#caches.leave(parcel)) this.#goRound(parcel);
			});
		}
	}

	/** The GUP does not answer: at the next heartbeat again, until the bypass time is over. */
	#tryAgain(parcel: Parcel): void {
		const { client } = parcel;
		if (client.waitsSince < 0) client.waitsSince = this.#now;
		const patience = this.#patience(client);
		if (patience <= 0) return this.#goRound(parcel);
		const again = this.#now + Math.min(patience, this.#scenario.heartbeatMinutes / 60);
		this.#events.add(again, () => this.#fetch(client));
	}

	/** Hours until this client gives its GUP up. */
	#patience({ waitsSince }: Client): number {
		const left = this.#scenario.bypassMinutes / 60 - (this.#now - waitsSince);
		return left < 1e-9 ? 0 : left;
	}

	#goRound(parcel: Parcel): void {
		this.#tally.wentRound();
		this.#download(parcel, 'link');
	}

	#download(parcel: Parcel, from: From): void {
		parcel.client.waitsSince = -1;
		this.#tally.began(parcel);
		this.#pipeFor(from, parcel.client)?.begin({ parcel, from }, parcel.megabytes);
	}

	#pipeFor(from: From, { gup }: Client): Pipe<Flow> | undefined {
		if (from === 'link') return this.#link;
		return from === 'internet' ? this.#internet : this.#site[gup];
	}

	#flowEnds(flow: Flow | undefined): void {
		if (!flow) return;
		if ('parcel' in flow) return this.#arrives(flow.parcel, flow.from);
		for (const parcel of this.#caches.filled(flow.fill)) this.#download(parcel, 'site');
	}

	#arrives({ client, release, megabytes }: Parcel, from: From): void {
		this.#tally.arrived(megabytes, from === 'site');
		client.isBusy = false;
		this.#holds(client, release);
		if (client.has < this.#offered) this.#planFetch(client, this.#now);
	}

	#holds(client: Client, release: number): void {
		if (client.has < 0) {
			this.#filledCount += 1;
			if (this.#filledCount === this.#clients.length) this.#tally.filled(this.#now);
		}
		const wasCurrent = this.#isCurrent(client);
		client.has = release;
		if (!wasCurrent && this.#isCurrent(client)) this.#currentCount += 1;
	}

	/** Holds a release of the last day: between two releases of one day nobody counts as behind. */
	#isCurrent({ has }: Client): boolean {
		return has >= 0 && this.#newest - has <= this.#scenario.releasesPerDay;
	}

	/** From machine to machine by hand, in working hours, with the file that was fetched before the walk began. */
	#planWalk(): void {
		const { minutesPerMachine, fullMegabytes } = this.#scenario;
		for (const client of this.#clients) {
			this.#events.add(visitedAt(client, this.#scenario), () => {
				this.#tally.visited(minutesPerMachine, fullMegabytes);
				if (client.has < 0) this.#holds(client, 0);
			});
		}
	}

	#result(): Simulation {
		return {
			...this.#tally.result(),
			linkBusyHours: this.#link.busyHours,
			link: this.#link.carried,
			internet: this.#internet.carried,
			cached: this.#caches.megabytes,
			underway: this.#link.underway + this.#internet.underway
		};
	}
}

function perHour(mbps: number, sharePercent: number): number {
	return (kilobytesPerSecond(mbps, sharePercent) * 3600) / 1000;
}
