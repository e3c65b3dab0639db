/** A binary heap of numbers with a payload: the smallest key comes out first, ties in order of arrival. */
export class Queue<T> {
	readonly #keys: number[] = [];
	readonly #ranks: number[] = [];
	readonly #items: T[] = [];
	#arrivals = 0;

	get size(): number {
		return this.#keys.length;
	}

	/** The smallest key, or `undefined` when the queue is empty. */
	get first(): number | undefined {
		return this.#keys[0];
	}

	add(key: number, item: T): void {
		let at = this.#keys.length;
		const rank = (this.#arrivals += 1);
		while (at > 0) {
			const parent = (at - 1) >> 1;
			if (!this.#isBefore(key, rank, parent)) break;
			this.#move(parent, at);
			at = parent;
		}
		this.#put(at, key, rank, item);
	}

	take(): T | undefined {
		const first = this.#items[0];
		const key = this.#keys.pop();
		const rank = this.#ranks.pop();
		const item = this.#items.pop();
		const size = this.#keys.length;
		if (key === undefined || rank === undefined || size === 0) return first;

		let at = 0;
		for (;;) {
			const left = 2 * at + 1;
			if (left >= size) break;
			const right = left + 1;
			const child =
				right < size && this.#isBefore(this.#key(right), this.#rank(right), left) ? right : left;
			if (this.#isBefore(key, rank, child)) break;
			this.#move(child, at);
			at = child;
		}
		this.#put(at, key, rank, item as T);
		return first;
	}

	#isBefore(key: number, rank: number, at: number): boolean {
		const other = this.#key(at);
		return key < other || (key === other && rank < this.#rank(at));
	}

	#key(at: number): number {
		return this.#keys[at] as number;
	}

	#rank(at: number): number {
		return this.#ranks[at] as number;
	}

	#move(from: number, to: number): void {
		this.#put(to, this.#key(from), this.#rank(from), this.#items[from] as T);
	}

	#put(at: number, key: number, rank: number, item: T): void {
		this.#keys[at] = key;
		this.#ranks[at] = rank;
		this.#items[at] = item;
	}
}
