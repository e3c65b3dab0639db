import type { Platform } from './method.ts';
import type { Uncounted } from './site-sums.ts';

/** What rules may read about one client group. Units are in the names. */
export interface Facts {
	platform: Platform;
	/** Clients of this group. */
	clients: number;
	managed: boolean;
	roaming: boolean;
	airGapped: boolean;
	/** The client is older than the oldest version that still receives content. */
	clientRetired: boolean;
	/** Some Windows here is too old for engines that are signed with SHA-2. */
	legacyWindows: boolean;
	/** Fetches through the link from the SEPM: neither known to be unmanaged nor known to be air-gapped. */
	onLink: boolean;
	/** On the link and not known to roam. */
	networked: boolean;
	/** Clients of all groups at this site whose number is known, this group included. */
	siteClients: number;
	/** Windows clients of the site that a Group Update Provider could serve. */
	siteWindowsClients: number;
	siteUnmanagedClients: number;
	/** Clients of the site that are managed, connected and not known to roam. */
	networkedClients: number;
	sepmReachable: 'yes' | 'some' | 'no';
	sepmRetired: boolean;
	sepmTotalClients: number;
	sepmRevisions: number;
	/** Days for which the SEPM keeps a revision, and with it a delta for whoever holds that revision. */
	revisionDays: number;
	sepmContentFrom: 'symantec' | 'lua' | 'jdb';
	heartbeatMinutes: number;
	communicationMode: 'pull' | 'push';
	/** The link from the SEPM's side to this site; 0 means that there is none. */
	linkMbps: number;
	windowHours: number;
	/** The window as it was answered; unlike `windowHours` never assumed. */
	answeredWindowHours: number;
	/** Hours for every client on the link to take one full set through it, at its share; 0 without a link between. */
	firstFillHours: number;
	/** Hours a day for every client on the link to take the content of the day through it: deltas, and full sets where the SEPM makes none. */
	dailyHours: number;
	/** Hours for one full set per Group Update Provider, of which there is one per subnet. */
	gupFillHours: number;
	/** Hours for every client of this group to take one full set through the internet line, at its share. */
	internetFillHours: number;
	/** Full sets that the SEPM is asked for in ten minutes while every client on the link takes its first. */
	fullRequestsPerTenMinutes: number;
	/** The size of a full set was measured here, not assumed. */
	fullSizeMeasured: boolean;
	internetAllowed: boolean;
	internetMbps: number;
	tlsInspection: boolean;
	luaPresent: boolean;
	luaOnSepmHost: boolean;
	otherSymantecProducts: boolean;
	contentMustBeTested: boolean;
	/** A software distribution tool is in place. */
	toolPresent: boolean;
	removableMediaAllowed: boolean;
	subnets: number;
	softwareUpdatesNeeded: boolean;
	/** Some client version in the table of versions no longer receives content. */
	someRetired: boolean;
	/** Per cent of the link back to the SEPM that heartbeats with full logging would take (numbers.md S8). */
	logUploadPercent: number;
	/** Gigabytes through the link in the month of the first fill: once a full set, then the content of 30 days. */
	monthGigabytes: number;
	/** The same where one Group Update Provider per subnet fetches for all. */
	gupMonthGigabytes: number;
	/** Gigabytes a month that the contract of the link includes. */
	capGigabytes: number;
	outagesPerMonth: number;
	/** Whether the SYSTEM account, as which scheduled LiveUpdate runs, passes the proxy. */
	systemProxy: 'yes' | 'no' | 'untested';
	/** The way from the client subnets to a Group Update Provider. */
	gupPortState: 'open' | 'to-request' | 'blocked';
	/** The distribution tool has a point at this site. */
	toolIsLocal: boolean;
	/** Candidates for a Group Update Provider that were named. */
	candidates: number;
	/** Candidates that are neither the SEPM nor off while their clients are on. */
	usableCandidates: number;
	/** Usable candidates that run a server system and are always on. */
	serverCandidates: number;
	candidateIsSepm: boolean;
	candidateVersionDiffers: boolean;
}

export type FactId = keyof Facts;

const YES_OR_NO = [true, false] as const;

/** Facts with few values: where one is not known, a rule is asked for each of them (domain/firing.ts). */
export const CHOICES: { readonly [Id in FactId]?: readonly Facts[Id][] } = {
	platform: ['windows', 'mac', 'linux'],
	managed: YES_OR_NO,
	roaming: YES_OR_NO,
	airGapped: YES_OR_NO,
	clientRetired: YES_OR_NO,
	legacyWindows: YES_OR_NO,
	onLink: YES_OR_NO,
	networked: YES_OR_NO,
	sepmReachable: ['yes', 'some', 'no'],
	sepmRetired: YES_OR_NO,
	sepmContentFrom: ['symantec', 'lua', 'jdb'],
	communicationMode: ['pull', 'push'],
	fullSizeMeasured: YES_OR_NO,
	internetAllowed: YES_OR_NO,
	tlsInspection: YES_OR_NO,
	luaPresent: YES_OR_NO,
	luaOnSepmHost: YES_OR_NO,
	otherSymantecProducts: YES_OR_NO,
	contentMustBeTested: YES_OR_NO,
	toolPresent: YES_OR_NO,
	removableMediaAllowed: YES_OR_NO,
	softwareUpdatesNeeded: YES_OR_NO,
	someRetired: YES_OR_NO,
	systemProxy: ['yes', 'no', 'untested'],
	gupPortState: ['open', 'to-request', 'blocked'],
	toolIsLocal: YES_OR_NO,
	candidateIsSepm: YES_OR_NO,
	candidateVersionDiffers: YES_OR_NO
};

/** One fact as it was derived: a value, or the questions that stand in its way. */
export interface Derived<T> {
	/** Absent while a needed answer is missing or unknown, or where the question does not apply. */
	readonly value?: T;
	readonly notApplicable: boolean;
	/** Ids of questions without a value on which this fact depends, also where an assumption stood in. */
	readonly missing: readonly string[];
	/** Every question that was read, whether answered or not. */
	readonly reads: readonly string[];
	/** Answers of other groups that would count, and are not known. */
	readonly uncounted: readonly Uncounted[];
	/** Sentences, one for each value that was assumed. */
	readonly assumptions: readonly string[];
}

export type DerivedFacts = { readonly [Id in FactId]: Derived<Facts[Id]> };
