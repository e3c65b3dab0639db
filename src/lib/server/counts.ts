/** Counts of one node since its start, in the text form that Prometheus reads. */
export class Counts {
	readonly #counts = new Map<string, number>();

	add(name: string, labels: Readonly<Record<string, string | number>> = {}, by = 1) {
		const words = Object.entries(labels).map(([key, value]) => `${key}="${value}"`);
		const key = words.length > 0 ? `${name}{${words.join(',')}}` : name;
		this.#counts.set(key, (this.#counts.get(key) ?? 0) + by);
	}

	text(): string {
		return Array.from(this.#counts, ([key, count]) => `${key} ${count}\n`)
			.sort()
			.join('');
	}
}
