import type { Locks } from './device.ts';
import type { TextStorage } from './journal.ts';

/** Held by a tab for as long as it is open. */
export function lockOf(tab: string): string {
	return `sitewalk tab ${tab}`;
}

export function holdLock(locks: Locks | undefined, tab: string) {
	const forEver = new Promise<never>(() => undefined);
	// Refused while the page is being left: then nobody needs to know that it is open.
	locks?.request(lockOf(tab), () => forEver).catch(() => undefined);
}

/** Absent in Node, and where the browser forbids it. */
export function browserStorage(): TextStorage | undefined {
	try {
		return typeof document === 'undefined' ? undefined : window.localStorage;
	} catch {
		return undefined;
	}
}

export function browserLocks(): Locks | undefined {
	return typeof document === 'undefined' ? undefined : navigator.locks;
}
