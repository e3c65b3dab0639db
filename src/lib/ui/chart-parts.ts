export interface Series {
	readonly name: string;
	readonly points: readonly (readonly [x: number, y: number])[];
	/** Between which it lies where answers are missing: drawn grey, with both edges. */
	readonly band?: readonly (readonly [x: number, low: number, high: number])[];
	/** Filled down to nothing, to stand behind the others. */
	readonly isArea?: boolean;
}

/** A level to compare with, such as the cap of a link. */
export interface Level {
	readonly name: string;
	readonly y: number;
}

/** A stretch of the x axis to mark, such as the window for updates. */
export interface Stretch {
	readonly name: string;
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
