import type { MethodId } from './method.ts';

/** A number that stands in for a measurement, with the sentence that says so. */
export interface Assumable {
	readonly value: number;
	readonly assumption: string;
	readonly sources: readonly string[];
}

export type SizeId =
	| 'fullContentMegabytes'
	| 'deltaMegabytes'
	| 'releasesPerDay'
	| 'linkSharePercent'
	| 'windowHours'
	| 'heartbeatKilobytes';

export type Sizes = { readonly [Id in SizeId]: Assumable };

/**
 * Seconds until every one of `clients` has taken `kilobytes` through a link: the vendor's formula (KB177513).
 * Decimal units: kB/s = kbit/s / 8. A best case: the whole link is free and all clients download at once.
 */
export function transferSeconds(
	clients: number,
	kilobytes: number,
	kilobytesPerSecond: number
): number {
	return (clients * kilobytes) / kilobytesPerSecond;
}

/** kB/s of a link in Mbit/s, of which updates may use a share. */
export function kilobytesPerSecond(mbps: number, sharePercent: number): number {
	return ((mbps * 1000) / 8) * (sharePercent / 100);
}

/** Hours for `megabytes` through a link at its share; `undefined` where nothing to speak of passes. */
export function copyHours(
	megabytes: number,
	mbps: number,
	sharePercent: number
): number | undefined {
	const speed = kilobytesPerSecond(mbps, sharePercent);
	const hours = transferSeconds(1, megabytes * 1000, speed) / 3600;
	return Number.isFinite(hours) ? hours : undefined;
}

export function dailyMegabytes(
	copies: number,
	deltaMegabytes: number,
	releasesPerDay: number
): number {
	return copies * deltaMegabytes * releasesPerDay;
}

/** Clients for which the SEPM makes no deltas take each release as a full set (numbers.md P1); the others take deltas. */
export function dayMegabytes(
	copies: number,
	fullOnly: number,
	{
		fullMegabytes,
		deltaMegabytes,
		releasesPerDay
	}: Pick<TransferInput, 'fullMegabytes' | 'deltaMegabytes' | 'releasesPerDay'>
): number {
	return (
		dailyMegabytes(copies - fullOnly, deltaMegabytes, releasesPerDay) +
		dailyMegabytes(fullOnly, fullMegabytes, releasesPerDay)
	);
}

/** What the transfer of one method needs to know; what is missing stays `undefined`. */
export interface TransferInput {
	readonly method: MethodId;
	readonly clients: number;
	/** Clients of these for which the SEPM makes no deltas: each release is a full set to them. */
	readonly fullOnly: number;
	/** Distinct packages per release: one per platform that takes its own. */
	readonly packages: number;
	readonly gups: number;
	/** The distribution tool has no point at the site, so that every client fetches for itself. */
	readonly hasNoLocalPoint?: boolean;
	readonly linkMbps: number | undefined;
	readonly internetMbps: number | undefined;
	readonly sharePercent: number;
	readonly fullMegabytes: number;
	readonly deltaMegabytes: number;
	readonly releasesPerDay: number;
}

export interface Transfer {
	/** Through the link between the SEPM and the site. */
	readonly wanMegabytesPerDay: number;
	/** `null` where the speed is not known or nothing passes the link. */
	readonly firstFillHours: number | null;
	readonly dailyHours: number | null;
}

/** The closed form: what one method costs the network, per day and at the first fill. */
export function transferOf(input: TransferInput): Transfer {
	const copies = copiesOverLink(input);
	const perDay = dayMegabytes(copies, Math.min(copies, input.fullOnly), input);
	const speed = input.method === 'liveupdate' ? input.internetMbps : input.linkMbps;
	const hours = (megabytes: number) =>
		speed === undefined || copies === 0
			? null
			: rounded(copyHours(megabytes, speed, input.sharePercent) ?? null);

	return {
		wanMegabytesPerDay: input.method === 'liveupdate' ? 0 : rounded(perDay),
		firstFillHours: hours(copies * input.fullMegabytes),
		dailyHours: hours(perDay)
	};
}

/** A GUP fetches each package once and serves the rest from its cache (numbers.md G2, G25); a tool's distribution point likewise. */
function copiesOverLink(input: TransferInput): number {
	const { method, clients, gups, packages } = input;
	switch (method) {
		case 'sepm':
		case 'lua':
		case 'liveupdate':
			return clients;
		case 'gup':
			return clients === 0 ? 0 : gups * packages;
		case 'third-party':
			return input.hasNoLocalPoint ? clients : clients === 0 ? 0 : packages;
		case 'intelligent-updater':
			return 0;
	}
}

/** Four decimals: a second of an hour is still visible, floating-point dust is not. */
function rounded<T extends number | null>(value: T): T {
	if (value === null) return value;
	const short = Math.round(value * 10_000) / 10_000;
	return (Number.isFinite(short) ? short : value) as T;
}
