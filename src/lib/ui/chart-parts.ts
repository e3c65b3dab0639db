export interface Series {
	readonly name: string;
	readonly points: readonly (readonly [x: number, y: number])[];
	/** Between which it lies where answers are missing: drawn grey, with both edges. */
	readonly band?: readonly (readonly [x: number, low: number, high: number])[];
}

/** One of several pictures above each other on the same axes. */
export interface Panel {
	/** What it shows, in words above it. */
	readonly name: string;
	/** Empty where nothing but the band is known. */
	readonly points: readonly (readonly [x: number, y: number])[];
	readonly band?: readonly (readonly [x: number, low: number, high: number])[];
	/** A moment to point at. */
	readonly flag?: { readonly x: number; readonly words: string };
}

/** A stretch of the x axis to mark, such as the window for updates. */
export interface Stretch {
	readonly from: number;
	readonly to: number;
}

export interface Bar {
	readonly name: string;
	/** `null` where there is none. */
	readonly value: number | null;
	/** What is said where there is no value. */
	readonly none?: string;
	/** Between which it lies where answers are missing. */
	readonly band?: { readonly low: number; readonly high: number } | null;
	/** A word beside the bar, such as "recommended". */
	readonly mark?: string;
}
