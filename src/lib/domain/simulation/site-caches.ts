import type { Parcel } from './model.ts';

/** A package on its way into the cache of a GUP or of a distribution point. */
export interface Fill {
	readonly cache: number;
	readonly pack: string;
	readonly megabytes: number;
}

/** Caches at the site, filled on demand: who asks first makes the cache fetch, all others wait for the same package. */
export class SiteCaches {
	readonly #held: readonly Set<string>[];
	readonly #waiting: readonly Map<string, Parcel[]>[];
	/** Megabytes that went into the caches. */
	megabytes = 0;

	constructor(count: number) {
		const indices = Array.from({ length: count }, (_, index) => index);
		this.#held = indices.map(() => new Set());
		this.#waiting = indices.map(() => new Map());
	}

	holds({ client, pack }: Parcel): boolean {
		return this.#held[client.gup]?.has(pack) ?? false;
	}

	/** Puts a client in line for a package; returns what the cache must fetch if nobody asked before. */
	wait(parcel: Parcel): Fill | undefined {
		const { client, pack, megabytes } = parcel;
		const line = this.#waiting[client.gup]?.get(pack);
		if (line) {
			line.push(parcel);
			return undefined;
		}
		this.#waiting[client.gup]?.set(pack, [parcel]);
		return { cache: client.gup, pack, megabytes };
	}

	/** Takes a client out of the line; false if it was not in it any more. */
	leave(parcel: Parcel): boolean {
		const line = this.#waiting[parcel.client.gup]?.get(parcel.pack);
		const at = line?.indexOf(parcel) ?? -1;
		if (at < 0) return false;
		line?.splice(at, 1);
		return true;
	}

	/** The package has arrived; returns those who waited for it. */
	filled({ cache, pack, megabytes }: Fill): readonly Parcel[] {
		this.megabytes += megabytes;
		this.#held[cache]?.add(pack);
		const line = this.#waiting[cache]?.get(pack) ?? [];
		this.#waiting[cache]?.delete(pack);
		return line;
	}
}
