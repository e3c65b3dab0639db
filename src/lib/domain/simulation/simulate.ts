import { Clock } from './clock.ts';
import { heartbeatMegabytes } from './heartbeats.ts';
import {
	BUCKET_HOURS,
	type Client,
	type Parcel,
	type Scenario,
	type Simulation,
	type Watch
} from './model.ts';
import { linesOf, type Lines } from './lines.ts';
import { offersOf, releaseTimes } from './offers.ts';
import { nextLook, parcelFor, visitedAt } from './parcel.ts';
import type { Pipe } from './pipe.ts';
import { randomFrom } from './random.ts';
import { Roll } from './roll.ts';
import type { Fill } from './site-caches.ts';
import { SiteSupply } from './site-supply.ts';
import { Tally } from './tally.ts';

type From = 'link' | 'site' | 'internet';
type Flow = { readonly parcel: Parcel; readonly from: From } | { readonly fill: Fill };

/**
 * Plays the days through: releases, heartbeats with randomisation, deltas against fulls by the revisions kept, one shared
 * link with its window, caches filled on demand. The same scenario and seed give the same result. Throws nothing; returns
 * `undefined` when cancelled.
 */
export function simulate(scenario: Scenario, watch: Watch = {}): Simulation | undefined {
	return new Run(scenario).play(watch);
}

class Run {
	readonly #scenario: Scenario;
	readonly #clock: Clock<Flow>;
	readonly #roll: Roll;
	readonly #lines: Lines<Flow>;
	readonly #supply: SiteSupply<Flow>;
	readonly #tally: Tally;
	readonly #random: () => number;
	/** The newest release that clients are offered where they look. */
	#offered = -1;

	constructor(scenario: Scenario) {
		this.#scenario = scenario;
		this.#random = randomFrom(scenario.seed);
		this.#tally = new Tally(scenario.days * 24);
		this.#lines = linesOf(scenario, this.#tally.carried);
		const { link, internet, site } = this.#lines;
		this.#clock = new Clock([link, internet, ...site], (flow) => {
			this.#flowEnds(flow);
		});
		this.#roll = new Roll(scenario, site.length, this.#random);
		this.#supply = new SiteSupply(scenario, site.length, {
			clock: this.#clock,
			fill: (fill) => {
				link.begin({ fill }, fill.megabytes);
			},
			serve: (parcel) => {
				this.#download(parcel, 'site');
			},
			goRound: (parcel) => {
				this.#tally.wentRound();
				this.#download(parcel, 'link');
			},
			tryAgain: ({ client }) => {
				this.#fetch(client);
			}
		});
	}

	play(watch: Watch): Simulation | undefined {
		this.#planReleases();
		this.#planBuckets();
		if (this.#scenario.method === 'intelligent-updater') this.#planWalk();
		return this.#clock.run(this.#scenario.days * 24, watch) ? this.#result() : undefined;
	}

	#planReleases(): void {
		for (const [release, at] of releaseTimes(this.#scenario).entries()) {
			this.#clock.plan(at, () => {
				this.#roll.released(release);
			});
		}
		for (const { release, at, megabytes } of offersOf(this.#scenario)) {
			this.#clock.plan(at, () => {
				this.#tally.serverTook(megabytes);
				this.#offer(release);
			});
		}
	}

	#planBuckets(): void {
		const { current } = this.#tally;
		for (const bucket of current.keys()) {
			this.#clock.plan((bucket + 1) * BUCKET_HOURS, () => {
				current[bucket] = this.#roll.current;
			});
		}
	}

	#offer(release: number): void {
		this.#offered = Math.max(this.#offered, release);
		for (const client of this.#roll.clients) {
			if (client.has < release && !client.isBusy) this.#planFetch(client);
		}
	}

	/** The next time this client looks for content, with its randomisation. */
	#planFetch(client: Client): void {
		const { method, randomizationMinutes } = this.#scenario;
		if (method === 'intelligent-updater') return;
		client.isBusy = true;
		const look = nextLook(client, this.#clock.now, this.#scenario);
		this.#clock.plan(look + (this.#random() * randomizationMinutes) / 60, () => {
			this.#fetch(client);
		});
	}

	#fetch(client: Client): void {
		if (client.has >= this.#offered) {
			client.isBusy = false;
			return;
		}
		const parcel = parcelFor(client, this.#offered, this.#scenario);
		const { method, hasNoLocalPoint } = this.#scenario;
		if (method === 'gup' || (method === 'third-party' && !hasNoLocalPoint))
			this.#supply.ask(parcel);
		else this.#download(parcel, method === 'liveupdate' ? 'internet' : 'link');
	}

	#download(parcel: Parcel, from: From): void {
		parcel.client.waitsSince = -1;
		this.#tally.began(parcel);
		this.#pipeFor(from, parcel.client)?.begin({ parcel, from }, parcel.megabytes);
	}

	#pipeFor(from: From, { gup }: Client): Pipe<Flow> | undefined {
		return from === 'site' ? this.#lines.site[gup] : this.#lines[from];
	}

	#flowEnds(flow: Flow): void {
		if ('parcel' in flow) return this.#arrives(flow.parcel, flow.from);
		for (const parcel of this.#supply.caches.filled(flow.fill)) this.#download(parcel, 'site');
	}

	#arrives({ client, release, megabytes }: Parcel, from: From): void {
		this.#tally.arrived(megabytes, from === 'site');
		client.isBusy = false;
		this.#holds(client, release);
		if (client.has < this.#offered) this.#planFetch(client);
	}

	#holds(client: Client, release: number): void {
		if (this.#roll.holds(client, release)) this.#tally.filled(this.#clock.now);
	}

	/** From machine to machine by hand, in working hours, with the file that was fetched before the walk began. */
	#planWalk(): void {
		const { minutesPerMachine, fullMegabytes } = this.#scenario;
		for (const client of this.#roll.clients) {
			this.#clock.plan(visitedAt(client, this.#scenario), () => {
				this.#tally.visited(minutesPerMachine, fullMegabytes);
				if (client.has < 0) this.#holds(client, 0);
			});
		}
	}

	#result(): Simulation {
		const { caches } = this.#supply;
		const { link, internet } = this.#lines;
		return {
			...this.#tally.result(),
			heartbeatMegabytes: heartbeatMegabytes(
				this.#roll.clients,
				this.#scenario,
				this.#tally.current.length
			),
			linkBusyHours: link.busyHours,
			link: link.carried,
			internet: internet.carried,
			cached: caches.megabytes,
			fetchedAgain: caches.fetchedAgain,
			underway: link.underway + internet.underway
		};
	}
}
