const FIRST_MS = 1000;
const MOST_TIMES = 8;
const LONGEST_MS = 5 * 60_000;

/**
 * Milliseconds until the next attempt after so many failures in a row. `chance` is from 0 to 1: devices that failed
 * together do not come back together. What the server asked for is the least.
 */
export function backoff(failures: number, chance: number, askedMs = 0): number {
	// It knows how long its line is: after that the wait grows by so much each time, and not twofold.
	if (askedMs > 0) return Math.round(askedMs * (1 + chance * Math.min(failures, MOST_TIMES)));
	const ceiling = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures, 20));
	return Math.round(FIRST_MS + chance * (ceiling - FIRST_MS));
}
