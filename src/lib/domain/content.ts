import { valueOf } from './answer.ts';
import type { Confidence } from './question.ts';
import type { Survey } from './survey.ts';
import type { Sizes } from './transfer.ts';

/** Releases a week by the vendor's calendar: three on each weekday, one on Saturday and Sunday (KB161910). */
export const RELEASES_PER_WEEK = 17;

/** A Core 1.5 set is about a third of the conventional one (KB161910). */
export const CORE_15_SHARE = 1 / 3;

/** Days for which a kept revision is still there: a client that holds it gets a delta. */
export function windowDays(revisions: number, releasesPerDay: number): number {
	return revisions / releasesPerDay;
}

export type Package = 'delta' | 'borderline' | 'full';

/**
 * What a client gets that is `lag` revisions behind. The vendor's texts differ by one at the edge: full when *more*
 * than the kept revisions behind (KB152377), or when its own is no longer stored (KB177759). The edge is named.
 */
export function packageFor(lag: number, revisions: number): Package {
	if (lag > revisions) return 'full';
	return lag === revisions ? 'borderline' : 'delta';
}

/** What a client gets that was away so many days, at an even rate. */
export function packageAfter(days: number, revisions: number, releasesPerDay: number): Package {
	return packageFor(rounded(days * releasesPerDay), revisions);
}

/** Gigabytes on the SEPM: fits both published points (3 revisions 8 GB, 15 revisions 12 GB); beyond them an estimate. */
export function diskGigabytes(revisions: number): number {
	return 7 + revisions / 3;
}

/** Revisions for which a disk figure was published; outside of them it is extrapolated. */
const MOST_PUBLISHED_REVISIONS = 15;

/** kB/s of heartbeats on the SEPM (KB156653: 3-5 kB idle, 200-300 kB with every protection and log). */
export function heartbeatLoad(clients: number, kilobytes: number, minutes: number): number {
	return (clients * kilobytes) / (minutes * 60);
}

/** Bytes per second of a GUP's reading when it waits after each buffer (registry values, SEP 11 MR4). */
export function throttledBytesPerSecond(delayMs: number, bufferBytes: number): number {
	return (bufferBytes * 1000) / delayMs;
}

/** Whether clients pass the GUP by: only after trying in vain for the whole time (HOWTO55184). */
export function passesGupBy(failingMinutes: number, bypassMinutes: number): boolean {
	return failingMinutes >= bypassMinutes;
}

/** Whether scheduled LiveUpdate runs where both conditions of the policy are ticked (TD-LUSCHED). */
export function scheduledRunGoesAhead(
	definitionAgeDays: number,
	hoursWithoutSepm: number
): boolean {
	return definitionAgeDays > 2 || hoursWithoutSepm > 8;
}

export interface DefinitionVersion {
	/** YYYY-MM-DD */
	readonly date: string;
	readonly revision: number;
}

/** Reads a version such as `140828b`: year 1998 + 14, month 08, day 28, revision b = 2 (KB157015). */
export function readDefinitionVersion(text: string): DefinitionVersion | undefined {
	const match = /^(\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])([a-z])$/i.exec(text.trim());
	if (!match) return undefined;
	const [, years = '', month = '', day = '', letter = ''] = match;
	return {
		date: `${1998 + Number(years)}-${month}-${day}`,
		revision: letter.toLowerCase().charCodeAt(0) - 'a'.charCodeAt(0) + 1
	};
}

export interface RevisionPlan {
	readonly revisions: number;
	/** Days at three releases a day, and at seventeen a week: the vendor's two figures. */
	readonly days: number;
	readonly daysByCalendar: number;
	readonly diskGigabytes: number;
	/** True beyond the published points. */
	readonly diskIsExtrapolated: boolean;
}

export interface ContentPlan {
	/** What the SEPM keeps now; `null` where it is not known. */
	readonly now: RevisionPlan | null;
	/** What may be kept, to compare. */
	readonly choices: readonly RevisionPlan[];
	/** What a client gets that comes back after so many days; empty where the revisions are not known. */
	readonly away: readonly Away[];
	/** kB/s at the SEPM; `null` where clients or heartbeat are not known. */
	readonly heartbeat: { readonly idle: Range; readonly busy: Range } | null;
	/** What each of these figures rests on. */
	readonly grounds: Readonly<Record<'window' | 'disk' | 'away' | 'heartbeat', Ground>>;
}

/** At three releases a day and by the calendar; where the two differ, the plan shows both. */
export interface Away {
	readonly days: number;
	readonly atThreeADay: Package;
	readonly byCalendar: Package;
}

export interface Ground {
	readonly sources: readonly string[];
	readonly confidence: Confidence;
}

type Range = readonly [number, number];

const CHOICES = [3, 10, 15, 30, 42, 90];
const DAYS_AWAY = [1, 3, 7, 14, 30];

const GROUNDS: ContentPlan['grounds'] = {
	window: { sources: ['KB152377', 'KB161910'], confidence: 'vendor' },
	disk: { sources: ['KB180512', 'OURS'], confidence: 'ours' },
	away: { sources: ['KB152377', 'KB177759'], confidence: 'vendor' },
	heartbeat: { sources: ['KB156653'], confidence: 'vendor' }
};

/** What the number of kept revisions means for the clients, the disk and the link. */
export function planContent(survey: Survey, sizes: Sizes): ContentPlan {
	const revisions = numberOf(survey, 'sepmRevisions');
	const clients = numberOf(survey, 'sepmTotalClients');
	const minutes = numberOf(survey, 'heartbeatMinutes');
	const per = (kept: number) => revisionPlan(kept, sizes.releasesPerDay.value);
	const load = (low: number, high: number): Range => [
		rounded(heartbeatLoad(clients ?? 0, low, minutes ?? 1)),
		rounded(heartbeatLoad(clients ?? 0, high, minutes ?? 1))
	];
	return {
		now: revisions === undefined ? null : per(revisions),
		choices: CHOICES.map(per),
		away: revisions === undefined ? [] : awayWith(revisions, sizes.releasesPerDay.value),
		grounds: GROUNDS,
		heartbeat:
			clients === undefined || minutes === undefined || minutes === 0
				? null
				: { idle: load(3, 5), busy: load(200, 300) }
	};
}

/** The usual absences, and the very day on which the vendor's texts part. */
function awayWith(revisions: number, releasesPerDay: number): readonly Away[] {
	const edges = [releasesPerDay, RELEASES_PER_WEEK / 7]
		.map((rate) => rounded(windowDays(revisions, rate)))
		.filter((days) => Number.isInteger(days) && days > 0);
	const days = [...new Set([...DAYS_AWAY, ...edges])].sort((a, b) => a - b);
	return days.map((each) => ({
		days: each,
		atThreeADay: packageAfter(each, revisions, releasesPerDay),
		byCalendar: packageAfter(each, revisions, RELEASES_PER_WEEK / 7)
	}));
}

function revisionPlan(revisions: number, releasesPerDay: number): RevisionPlan {
	return {
		revisions,
		days: rounded(windowDays(revisions, releasesPerDay)),
		daysByCalendar: rounded(windowDays(revisions, RELEASES_PER_WEEK / 7)),
		diskGigabytes: rounded(diskGigabytes(revisions)),
		diskIsExtrapolated: revisions > MOST_PUBLISHED_REVISIONS
	};
}

function numberOf(survey: Survey, question: string): number | undefined {
	const value = valueOf(survey.answers[question]);
	return typeof value === 'number' ? value : undefined;
}

/** Four decimals: floating-point dust must not push a client over the edge. */
function rounded(value: number): number {
	return Math.round(value * 10_000) / 10_000;
}
