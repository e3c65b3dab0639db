/** How many requests may come at once, and how many a second in the long run. */
export interface Bucket {
	readonly most: number;
	readonly perSecond: number;
}

const MOST_KEYS = 20_000;

/** A bucket of tokens for each device or address; this node's alone, since it protects this node. */
export class RateLimit {
	readonly #bucket: Bucket;
	readonly #now: () => number;
	readonly #left = new Map<string, { readonly tokens: number; readonly at: number }>();

	constructor(bucket: Bucket, now: () => number) {
		this.#bucket = bucket;
		this.#now = now;
	}

	/** Seconds to wait; 0 when the request may go on. */
	take(key: string): number {
		const { most, perSecond } = this.#bucket;
		const now = this.#now();
		const before = this.#left.get(key) ?? { tokens: most, at: now };
		const tokens = Math.min(most, before.tokens + ((now - before.at) / 1000) * perSecond);
		if (this.#left.size > MOST_KEYS) this.#left.clear();
		this.#left.set(key, { tokens: tokens >= 1 ? tokens - 1 : tokens, at: now });
		return tokens >= 1 ? 0 : Math.ceil((1 - tokens) / perSecond);
	}
}
