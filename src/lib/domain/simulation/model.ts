import type { MethodId } from '../method.ts';
import type { Window } from './pipe.ts';

/** One method at one site over some days. Sizes in decimal megabytes, speeds in Mbit/s, times in the unit of the name. */
export interface Scenario {
	readonly method: MethodId;
	readonly clients: number;
	readonly days: number;
	readonly seed: number;
	/** `true`: every client needs a full set at the start. `false`: every client has the revision before the first. */
	readonly isFirstFill: boolean;
	readonly fullMegabytes: number;
	readonly deltaMegabytes: number;
	readonly releasesPerDay: number;
	readonly revisionsKept: number;
	readonly linkMbps: number;
	readonly sharePercent: number;
	readonly window: Window;
	readonly internetMbps: number;
	readonly heartbeatMinutes: number;
	/** What one heartbeat carries, and how many clients send any: those of the SEPM that reach it. */
	readonly heartbeatKilobytes: number;
	readonly reporting: number;
	/** Clients for which the SEPM makes no deltas: each release is a full set to them. */
	readonly fullOnly: number;
	/** Downloads begin up to this long after the heartbeat that found new content. */
	readonly randomizationMinutes: number;
	/** Share of the clients that are away at the start, and for how many days. */
	readonly awayShare: number;
	readonly awayDays: number;
	readonly gups: number;
	/** The distribution tool has no point at the site: every client fetches through the link. */
	readonly hasNoLocalPoint?: boolean;
	/** What one GUP can serve to its clients. */
	readonly gupMbps: number;
	/** Clients that one GUP serves at the same time; the next wait in line. `Infinity` for no limit. */
	readonly gupAtOnce: number;
	/** What the cache of one GUP may hold; what has no room is dropped, and fetched again when asked for. */
	readonly gupCacheMegabytes: number;
	/** For so long from the start no GUP answers; `Infinity` for never. */
	readonly gupDownHours: number;
	/** A client that has tried its GUP in vain for this long goes to the SEPM; `Infinity` for never. */
	readonly bypassMinutes: number;
	/** How often clients of a LiveUpdate server look for new content. */
	readonly scheduleHours: number;
	/** How often the internal LiveUpdate server itself fetches from Symantec; `0` for at once. */
	readonly serverScheduleHours: number;
	/** The line through which it does; `Infinity` where nobody knows, so that only its runs hold it up. */
	readonly serverInternetMbps: number;
	/** Walking round with the Intelligent Updater. */
	readonly minutesPerMachine: number;
	readonly people: number;
	readonly workingHours: Window;
}

/** Quarter hours: fine enough to see a window open and close, coarse enough to draw. */
export const BUCKET_HOURS = 0.25;

export interface Simulation {
	/** Megabytes through the link from the SEPM's side, per quarter hour. */
	readonly linkMegabytes: readonly number[];
	/** Beside these, the same of heartbeats. */
	readonly heartbeatMegabytes: readonly number[];
	/** Clients that hold content no more than a day old, at the end of each quarter hour. */
	readonly current: readonly number[];
	/** When the last client had its first content; `null` if not within the days simulated. */
	readonly filledAfterHours: number | null;
	/** Hours in which the link carried something. */
	readonly linkBusyHours: number;
	/** The same until the first fill was over, as stretches from hour to hour; breaks under a minute are closed. */
	readonly fill: readonly (readonly [from: number, to: number])[];
	readonly link: number;
	readonly internet: number;
	/** Megabytes that clients received, and how many of these a cache at the site served. */
	readonly received: number;
	readonly servedBySite: number;
	/** Megabytes that went into caches at the site. */
	readonly cached: number;
	/** Packages that a cache fetched although it had held them before. */
	readonly fetchedAgain: number;
	/** Megabytes that the internal LiveUpdate server took from Symantec; they pass a line of its own. */
	readonly serverTook: number;
	/** Megabytes that were on their way when the days were over. */
	readonly underway: number;
	/** Downloads of a full set, of deltas, and downloads that went round an unready GUP. */
	readonly fulls: number;
	readonly deltas: number;
	readonly bypassed: number;
	readonly personHours: number;
}

export interface Client {
	readonly index: number;
	/** Where in the interval of its heartbeats or schedule it looks, between 0 and 1. */
	readonly phase: number;
	readonly gup: number;
	readonly takesFullOnly: boolean;
	/** Newest release it holds; -1 for none. */
	has: number;
	isBusy: boolean;
	readonly backAt: number;
	/** Since when it has tried its GUP in vain; -1 when it has not. */
	waitsSince: number;
}

/** What a client takes: a full set of a release, or the deltas up to it. */
export interface Parcel {
	readonly client: Client;
	readonly release: number;
	readonly megabytes: number;
	readonly isFull: boolean;
	/** The same for every client that can be given the same file. */
	readonly pack: string;
}

/** How far it is, between 0 and 1, and a way to stop. */
export interface Watch {
	readonly onProgress?: (share: number) => void;
	readonly isCancelled?: () => boolean;
}

export interface Played {
	readonly scenario: Scenario;
	readonly result: Simulation;
}

/** One method as it was played: with the answers there are, and where some are missing along their ranges. */
export interface Play {
	readonly method: MethodId;
	readonly scenario: Scenario;
	/** False where the scenario is only the kindest corner, since the point cannot be played. */
	readonly isPoint: boolean;
	readonly result: Simulation;
	readonly best?: Simulation;
	readonly worst?: Simulation;
	/** The first fill from the kindest to the hardest of what is missing, both ends among them. */
	readonly spread?: readonly Simulation[];
	/** Two ordinary days, of which the second is like every later one. */
	readonly day?: Simulation;
	readonly daySpread?: readonly Simulation[];
	/** The first fill and ordinary days where no Group Update Provider answers. */
	readonly failing?: { readonly fill: Played; readonly day: Played };
}
