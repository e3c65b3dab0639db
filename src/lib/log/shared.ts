/** A column in which values come again: every value once, and for each row which; no list when all rows have the same. */
export interface Shared {
	readonly all: readonly unknown[];
	readonly at?: readonly number[];
}

/** Characters as JSON. What is shared is written out again for each row: nothing long is. */
export const LONGEST_SHARED = 1000;

export function share(values: readonly unknown[]): Shared {
	const places = new Map<string, number>();
	const all: unknown[] = [];
	const at = values.map((value) => {
		const key = JSON.stringify(value);
		const known = places.get(key);
		if (known !== undefined) return known;
		places.set(key, all.length);
		return all.push(value) - 1;
	});
	return all.length > 1 ? { all, at } : { all };
}

/** Throws for what is no such column, at the latest when the row is read. */
export function readerOf({ all, at }: Shared): (row: number) => unknown {
	if (all.some((each) => JSON.stringify(each).length > LONGEST_SHARED) || (at && !areWhole(at)))
		throw new RangeError('a shared value is too long, or told by no number');
	return (row) => {
		const value = all[at ? at[row]! : 0];
		if (value === undefined) throw new RangeError('no such shared value');
		return value;
	};
}

export function areWhole(numbers: readonly unknown[]): boolean {
	return numbers.every(Number.isSafeInteger);
}

/** Each number by how much it is more than the one before. */
export function stepsOf(numbers: readonly number[]): number[] {
	return numbers.map((number, index) => number - (numbers[index - 1] ?? 0));
}

export function sumsOf(steps: readonly number[]): number[] {
	let sum = 0;
	return steps.map((step) => (sum += step));
}
