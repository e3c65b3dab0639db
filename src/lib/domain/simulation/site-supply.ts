import type { Clock } from './clock.ts';
import type { Parcel, Scenario } from './model.ts';
import { openAfter } from './pipe.ts';
import { SiteCaches, type Fill } from './site-caches.ts';

/** What a site does with what it cannot serve itself. */
export interface Beyond<Flow> {
	readonly clock: Clock<Flow>;
	/** Begins to fetch a package for a cache. */
	fill(fill: Fill): void;
	/** A client takes its package from a cache of the site. */
	serve(parcel: Parcel): void;
	/** A client gives its GUP up and takes its package itself. */
	goRound(parcel: Parcel): void;
	tryAgain(parcel: Parcel): void;
}

/** GUPs, or the distribution point of a tool, between the clients of a site and its link. */
export class SiteSupply<Flow> {
	readonly #scenario: Scenario;
	readonly #beyond: Beyond<Flow>;
	readonly caches: SiteCaches;

	constructor(scenario: Scenario, caches: number, beyond: Beyond<Flow>) {
		const { method, gupCacheMegabytes } = scenario;
		this.#scenario = scenario;
		this.#beyond = beyond;
		this.caches = new SiteCaches(caches, method === 'gup' ? gupCacheMegabytes : Infinity);
	}

	/** From the cache if it holds the package; otherwise the cache fetches it once, and the client waits for it. */
	ask(parcel: Parcel): void {
		const { client } = parcel;
		const { clock } = this.#beyond;
		const isGup = this.#scenario.method === 'gup';
		if (isGup && clock.now < this.#scenario.gupDownHours) return this.#unanswered(parcel);
		if (this.caches.holds(parcel)) return this.#beyond.serve(parcel);
		if (client.waitsSince < 0) client.waitsSince = clock.now;
		const fill = this.caches.wait(parcel);
		if (fill) this.#beyond.fill(fill);
		const end = isGup ? this.#patienceEnds(parcel) : Infinity;
		if (end === Infinity) return;
		clock.plan(Math.max(clock.now, end), () => {
			if (this.caches.leave(parcel)) this.#beyond.goRound(parcel);
		});
	}

	/**
	 * The GUP does not answer: at the first heartbeat at which it does again, until the bypass time is over. Those between
	 * are in vain, and are not played.
	 */
	#unanswered(parcel: Parcel): void {
		const { client } = parcel;
		const { clock } = this.#beyond;
		if (client.waitsSince < 0) client.waitsSince = clock.now;
		const end = this.#patienceEnds(parcel);
		if (end - clock.now < 1e-9) return this.#beyond.goRound(parcel);
		const { gupDownHours, heartbeatMinutes } = this.#scenario;
		const heartbeat = heartbeatMinutes / 60;
		const inVain = Math.max(1, Math.ceil((gupDownHours - clock.now) / heartbeat - 1e-9));
		const again = Math.min(end, clock.now + inVain * heartbeat);
		if (again === Infinity) return;
		clock.plan(again, () => {
			this.#beyond.tryAgain(parcel);
		});
	}

	/** When this client gives its GUP up. Only hours count in which there is another way: those of the link's window. */
	#patienceEnds({ client }: Parcel): number {
		const { bypassMinutes, window } = this.#scenario;
		return bypassMinutes === Infinity
			? Infinity
			: openAfter(window, client.waitsSince, bypassMinutes / 60);
	}
}
