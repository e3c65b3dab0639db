const FIRST_MS = 1000;
const LONGEST_MS = 5 * 60_000;

/**
 * Milliseconds until the next attempt after so many failures in a row. `chance` is from 0 to 1: devices that failed
 * together do not come back together. What the server asked for is the least.
 */
export function backoff(failures: number, chance: number, askedMs = 0): number {
	const ceiling = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures, 20));
	const wait = FIRST_MS + chance * (ceiling - FIRST_MS);
	return Math.round(askedMs > 0 ? askedMs + chance * wait : wait);
}
