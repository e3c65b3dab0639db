import type { Client, Scenario } from './model.ts';

/** All clients of a site, and how many of them are current. */
export class Roll {
	readonly clients: readonly Client[];
	readonly #releasesPerDay: number;
	#newest = -1;
	#filled = 0;
	/** Clients that hold a release of the last day: between two releases of one day nobody counts as behind. */
	current = 0;

	constructor(scenario: Scenario, caches: number, random: () => number) {
		const { awayShare, awayDays, isFirstFill, clients, fullOnly, releasesPerDay } = scenario;
		this.#releasesPerDay = releasesPerDay;
		this.clients = Array.from({ length: clients }, (_, index) => ({
			index,
			phase: random(),
			gup: index % caches,
			takesFullOnly: index < fullOnly,
			has: isFirstFill ? -1 : 0,
			isBusy: false,
			backAt: random() < awayShare ? awayDays * 24 : 0,
			waitsSince: -1
		}));
	}

	released(release: number): void {
		this.#newest = release;
		this.current = this.clients.filter((client) => this.#isCurrent(client)).length;
	}

	/** A client holds a release from now on; `true` when with it the last has its first content. */
	holds(client: Client, release: number): boolean {
		const isFirst = client.has < 0;
		const wasCurrent = this.#isCurrent(client);
		client.has = release;
		if (!wasCurrent && this.#isCurrent(client)) this.current += 1;
		if (isFirst) this.#filled += 1;
		return isFirst && this.#filled === this.clients.length;
	}

	#isCurrent({ has }: Client): boolean {
		return has >= 0 && this.#newest - has <= this.#releasesPerDay;
	}
}
