import type { FactReader } from './fact-reader.ts';
import { heartbeatLoad } from './content.ts';
import { copyHours, dayMegabytes, kilobytesPerSecond } from './transfer.ts';
import { FULL_ONLY } from './transfer-rows.ts';

const MANAGED = 'Taken as managed, until it is answered.';

const CONNECTED = 'Taken as connected to the network, until it is answered.';

export function isOnLink(reader: FactReader): boolean {
	const isUnmanaged = reader.isKnownAs('managed', 'no', MANAGED);
	const isAirGapped = reader.isKnownAs('airGapped', 'yes', CONNECTED);
	return !isUnmanaged && !isAirGapped;
}

export function linkMbps(reader: FactReader): number | undefined {
	const mbps = reader.valueOr('linkDownMbps', 0);
	return typeof mbps === 'number' ? mbps : undefined;
}

/**
 * Hours for some copies through the link from the SEPM at its share; nothing has to pass where there is no link between.
 * Sizes are read last, so that nobody is asked to measure what still waits for the link.
 */
export function linkHours(
	reader: FactReader,
	copies: number | undefined,
	megabytesOf: (reader: FactReader, copies: number) => number
): number | undefined {
	const mbps = linkMbps(reader);
	if (mbps === undefined || copies === undefined) return undefined;
	if (mbps === 0) return 0;
	const share = reader.numberOr('linkSharePercent', 'linkSharePercent');
	return hoursFor(megabytesOf(reader, copies), mbps, share);
}

export function fullMegabytes(reader: FactReader): number {
	return reader.numberOr('fullContentMegabytes', 'fullContentMegabytes');
}

export function fullSets(reader: FactReader, copies: number): number {
	return copies * fullMegabytes(reader);
}

/** Megabytes that clients take from the SEPM in a day, each for itself; reckoned as the table of transfers does. */
export function clientsDay(reader: FactReader, clients: number): number {
	const fullOnly = reader.sum('full-only') ?? 0;
	if (fullOnly > 0) reader.note(FULL_ONLY);
	return day(reader, clients, fullOnly);
}

/** The same for copies that are deltas always: those of a Group Update Provider, which serves Windows only. */
function day(reader: FactReader, copies: number, fullOnly = 0): number {
	return dayMegabytes(copies, fullOnly, {
		fullMegabytes: fullOnly > 0 ? fullMegabytes(reader) : 0,
		deltaMegabytes: reader.numberOr('deltaMegabytes', 'deltaMegabytes'),
		releasesPerDay: reader.assume(reader.sizes.releasesPerDay)
	});
}

/** One GUP per subnet with clients, since a GUP serves its own subnet (numbers.md G19). */
export function gupsFor(reader: FactReader): number {
	const subnets = reader.numberOf('subnets');
	if (subnets === undefined) reader.note('Reckoned with one Group Update Provider.');
	return Math.max(1, subnets ?? 1);
}

/** Infinite where updates may use nothing of a line: never is later than any window. */
export function hoursFor(megabytes: number, mbps: number, share: number): number {
	return copyHours(megabytes, mbps, share) ?? (megabytes === 0 ? 0 : Infinity);
}

/** Kilobytes of one heartbeat with every protection and the most logging (KB156653). */
const BUSY_HEARTBEAT_KILOBYTES = 300;

export function logUploadPercent(reader: FactReader): number | undefined {
	const mbps = reader.number('linkUpMbps');
	const minutes = reader.number('heartbeatMinutes');
	const clients = reader.sum('link');
	if (mbps === undefined || minutes === undefined || clients === undefined) return undefined;
	if (clients === 0) return 0;
	const load = heartbeatLoad(clients, BUSY_HEARTBEAT_KILOBYTES, minutes);
	return (100 * load) / kilobytesPerSecond(mbps, 100);
}

const DAYS_A_MONTH = 30;

export function monthGigabytes(reader: FactReader): number | undefined {
	const clients = reader.sum('link');
	if (clients === undefined) return undefined;
	return (fullSets(reader, clients) + DAYS_A_MONTH * clientsDay(reader, clients)) / 1000;
}

export function gupMonthGigabytes(reader: FactReader): number {
	const copies = gupsFor(reader);
	return (fullSets(reader, copies) + DAYS_A_MONTH * day(reader, copies)) / 1000;
}
