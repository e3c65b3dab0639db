/** A product version as people write it: "14.3 RU8", "14.3.10148.8000", "12.1.6". */
export interface ProductVersion {
	readonly major: number;
	readonly minor: number;
	/** Release update, where one is named. */
	readonly update?: number;
}

/** Reads a version, or `undefined` when the text names none. */
export function parseVersion(text: string): ProductVersion | undefined {
	const match = /(\d+)\.(\d+)(?:[^\n]*?\bRU\s*(\d+))?/i.exec(text);
	if (!match) return undefined;
	const update = match[3];
	return {
		major: Number(match[1]),
		minor: Number(match[2]),
		...(update === undefined ? {} : { update: Number(update) })
	};
}

export function isBefore(version: ProductVersion, other: ProductVersion): boolean {
	if (version.major !== other.major) return version.major < other.major;
	if (version.minor !== other.minor) return version.minor < other.minor;
	return (version.update ?? 0) < (other.update ?? 0);
}

/** True when both name the same version as far as both are precise. */
export function isSameVersion(a: ProductVersion, b: ProductVersion): boolean {
	if (a.major !== b.major || a.minor !== b.minor) return false;
	return a.update === undefined || b.update === undefined || a.update === b.update;
}
