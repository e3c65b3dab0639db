import type { Parcel } from './model.ts';

/** A package on its way into the cache of a GUP or of a distribution point. */
export interface Fill {
	readonly cache: number;
	readonly pack: string;
	readonly megabytes: number;
}

/** One cache: what it holds with its size, least recently asked for first, and who waits for what is on its way. */
interface Cache {
	readonly held: Map<string, number>;
	readonly waiting: Map<string, Parcel[]>;
	readonly known: Set<string>;
	free: number;
}

/**
 * Caches at the site, filled on demand: who asks first makes the cache fetch, all others wait for the same package.
 * What has no room drops what nobody has asked for the longest; if asked for again, that crosses the link again.
 */
export class SiteCaches {
	readonly #caches: readonly Cache[];
	readonly #capacity: number;
	/** Megabytes that went into the caches. */
	megabytes = 0;
	/** Packages that were fetched although the cache had held them before. */
	fetchedAgain = 0;

	constructor(count: number, capacityMegabytes = Infinity) {
		this.#capacity = capacityMegabytes;
		this.#caches = Array.from({ length: count }, () => ({
			held: new Map(),
			waiting: new Map(),
			known: new Set(),
			free: capacityMegabytes
		}));
	}

	holds({ client, pack }: Parcel): boolean {
		const held = this.#caches[client.gup]?.held;
		const size = held?.get(pack);
		if (held === undefined || size === undefined) return false;
		held.delete(pack);
		held.set(pack, size);
		return true;
	}

	/** Puts a client in line for a package; returns what the cache must fetch if nobody asked before. */
	wait(parcel: Parcel): Fill | undefined {
		const { client, pack, megabytes } = parcel;
		const cache = this.#caches[client.gup];
		const line = cache?.waiting.get(pack);
		if (line) {
			line.push(parcel);
			return undefined;
		}
		cache?.waiting.set(pack, [parcel]);
		if (cache?.known.has(pack)) this.fetchedAgain += 1;
		return { cache: client.gup, pack, megabytes };
	}

	/** Takes a client out of the line; false if it was not in it any more. */
	leave(parcel: Parcel): boolean {
		const line = this.#caches[parcel.client.gup]?.waiting.get(parcel.pack);
		const at = line?.indexOf(parcel) ?? -1;
		if (at < 0) return false;
		line?.splice(at, 1);
		return true;
	}

	/** The package has arrived; returns those who waited for it. */
	filled({ cache: index, pack, megabytes }: Fill): readonly Parcel[] {
		this.megabytes += megabytes;
		const cache = this.#caches[index];
		if (!cache) return [];
		cache.known.add(pack);
		if (megabytes <= this.#capacity) this.#keep(cache, pack, megabytes);
		const line = cache.waiting.get(pack) ?? [];
		cache.waiting.delete(pack);
		return line;
	}

	/** What is larger than the whole cache only passes through it. */
	#keep(cache: Cache, pack: string, megabytes: number): void {
		for (const [oldest, size] of cache.held) {
			if (cache.free >= megabytes) break;
			cache.held.delete(oldest);
			cache.free += size;
		}
		cache.held.set(pack, megabytes);
		cache.free -= megabytes;
	}
}
