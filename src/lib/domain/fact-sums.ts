import type { FactReader } from './fact-reader.ts';
import { heartbeatLoad } from './content.ts';
import { copyHours, dailyMegabytes, kilobytesPerSecond } from './transfer.ts';

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
	megabytesEach: (reader: FactReader) => number
): number | undefined {
	const mbps = linkMbps(reader);
	if (mbps === undefined || copies === undefined) return undefined;
	if (mbps === 0) return 0;
	const share = reader.numberOr('linkSharePercent', 'linkSharePercent');
	return hoursFor(copies * megabytesEach(reader), mbps, share);
}

export function fullMegabytes(reader: FactReader): number {
	return reader.numberOr('fullContentMegabytes', 'fullContentMegabytes');
}

export function deltaMegabytesPerDay(reader: FactReader): number {
	const delta = reader.numberOr('deltaMegabytes', 'deltaMegabytes');
	return dailyMegabytes(1, delta, reader.assume(reader.sizes.releasesPerDay));
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

export function monthGigabytes(reader: FactReader, copies: number | undefined): number | undefined {
	if (copies === undefined) return undefined;
	return (copies * (fullMegabytes(reader) + DAYS_A_MONTH * deltaMegabytesPerDay(reader))) / 1000;
}
