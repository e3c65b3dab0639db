import type { Cursor } from './wire.ts';

/** How far a device has followed the log of its team. Kept in its database, never in memory alone. */
export interface Standing {
	/** `null` before the first page. */
	readonly cursor: Cursor | null;
	/** The log is being read from its beginning, own events included. */
	readonly isReplaying: boolean;
	/** Grows with each reset: an acknowledgement of an earlier life of the log counts for nothing. */
	readonly life: number;
}

export const START: Standing = { cursor: null, isReplaying: true, life: 0 };

/** Whether the device still stands where it stood when it asked. */
export function isSameStanding(a: Standing, b: Standing): boolean {
	return a.life === b.life && isSameCursor(a.cursor, b.cursor);
}

export function isSameCursor(a: Cursor | null, b: Cursor | null): boolean {
	if (a === null || b === null) return a === b;
	return a.epoch === b.epoch && a.seq === b.seq && a.chk === b.chk;
}
