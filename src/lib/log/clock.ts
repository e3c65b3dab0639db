/**
 * A hybrid logical clock as text that sorts: twelve hexadecimal digits of milliseconds, six of a counter, the device.
 * It orders the display and never decides what survives.
 */
export type Hlc = string;

const LAST_MOMENT = 2 ** 48 - 1;
const LAST_COUNT = 2 ** 24 - 1;
const HEAD = 20;
const FORM = /^([0-9a-f]{12})-([0-9a-f]{6})-/;

/** A clock of another device further ahead than this does not pull ours along. */
const FARTHEST_AHEAD_MILLISECONDS = 24 * 3_600_000;

/** The next reading: later than `last` even when the wall clock went backwards. */
export function tick(last: Hlc | undefined, wall: number, device: string): Hlc {
	const now = momentOf(wall);
	const before = read(last);
	if (!before || now > before.moment) return write(now, 0, device);
	if (before.count < LAST_COUNT) return write(before.moment, before.count + 1, device);
	return write(Math.min(before.moment + 1, LAST_MOMENT), 0, device);
}

/** What the own clock should remember after an event of elsewhere was taken in. */
export function heard(last: Hlc | undefined, remote: Hlc, wall: number): Hlc | undefined {
	const there = read(remote);
	if (!there || there.moment > momentOf(wall) + FARTHEST_AHEAD_MILLISECONDS) return last;
	return last === undefined || remote > last ? remote : last;
}

function read(hlc: Hlc | undefined): { moment: number; count: number } | undefined {
	const [, moment, count] = FORM.exec(hlc ?? '') ?? [];
	if (moment === undefined || count === undefined) return undefined;
	return { moment: Number.parseInt(moment, 16), count: Number.parseInt(count, 16) };
}

/** Milliseconds since 1970 that a reading was taken at; not a number for what is none. */
export function momentIn(hlc: Hlc): number {
	return read(hlc)?.moment ?? Number.NaN;
}

/** The reading, or one at that moment where it is of a later one. */
export function notAfter(hlc: Hlc, wall: number): Hlc {
	const there = read(hlc);
	if (!there || there.moment <= momentOf(wall)) return hlc;
	return write(momentOf(wall), there.count, hlc.slice(HEAD));
}

function write(moment: number, count: number, device: string): Hlc {
	const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0');
	return `${hex(moment, 12)}-${hex(count, 6)}-${device}`;
}

function momentOf(wall: number): number {
	return Math.min(Math.max(Math.trunc(wall) || 0, 0), LAST_MOMENT);
}
