import type { FactId } from '../domain/facts.ts';

/** What each fact means, for readers of the reviewer's edition: facts are what rules may read of a client group. */
export const FACT_WORDS: Readonly<Record<FactId, string>> = {
	platform: 'Platform of the group.',
	clients: 'Clients of the group.',
	managed: 'Whether the SEPM manages them.',
	roaming: 'Whether they are often away from the site.',
	airGapped: 'Whether no network path leads to them.',
	clientRetired:
		'Whether they are older than 14.3, the oldest version that still receives content.',
	legacyWindows: 'Whether a Windows among them is too old for engines signed with SHA-2.',
	onLink:
		'Whether they fetch through the link: neither known to be unmanaged nor known to be cut off.',
	networked: 'Whether they are on the link and not known to travel.',
	siteClients: 'Clients of all groups of the site whose number is known.',
	siteWindowsClients: 'Windows clients of the site that a Group Update Provider could serve.',
	siteUnmanagedClients: 'Unmanaged clients of the site.',
	networkedClients: 'Clients of the site that are managed, connected and not known to travel.',
	sepmReachable: 'Whether clients reach the management port of the SEPM: yes, some subnets, no.',
	sepmRetired: 'Whether the SEPM is older than 14.3.',
	sepmTotalClients: 'Clients of the SEPM, all sites together.',
	sepmRevisions: 'Revisions that the SEPM keeps.',
	revisionDays: 'Days for which a revision is kept: revisions divided by releases a day.',
	sepmContentFrom:
		'Where the SEPM takes content from: Symantec, an internal server, files by hand.',
	heartbeatMinutes: 'Minutes between two heartbeats.',
	communicationMode: 'Pull or push.',
	linkMbps: 'Speed of the link from the SEPM to the site in Mbit/s; 0 where there is none.',
	windowHours: 'Hours a day in which updates may use the link; assumed until it is answered.',
	answeredWindowHours: 'The same, only as it was answered.',
	firstFillHours:
		'Hours for every client on the link to take one full set, at the share of the link.',
	dailyHours:
		'Hours a day for every client on the link to take the content of the day: deltas, and full sets for Mac and Linux.',
	gupFillHours: 'Hours for one full set per Group Update Provider, one of them per subnet.',
	internetFillHours:
		'Hours for every client of the group to take one full set through the internet line.',
	fullRequestsPerTenMinutes:
		'Full sets asked for in ten minutes while every client takes its first.',
	fullSizeMeasured: 'Whether the size of a full set was measured here.',
	internetAllowed: 'Whether clients may reach the external LiveUpdate servers.',
	internetMbps: 'Speed of the internet line in Mbit/s.',
	tlsInspection: 'Whether a proxy opens encrypted traffic.',
	luaPresent: 'Whether there is an internal LiveUpdate server.',
	luaOnSepmHost: 'Whether it stands on the machine of the SEPM.',
	otherSymantecProducts: 'Whether other Symantec products use LiveUpdate.',
	contentMustBeTested: 'Whether content must be tested before it is distributed.',
	toolPresent: 'Whether a software distribution tool is in place.',
	removableMediaAllowed: 'Whether removable media are allowed.',
	subnets: 'Subnets with clients.',
	softwareUpdatesNeeded: 'Whether client software must reach the site too.',
	candidates: 'Candidates for a Group Update Provider that were named.',
	someRetired: 'Whether the table of client versions names one older than 14.3.',
	logUploadPercent:
		'Per cent of the link back to the SEPM that heartbeats with full logging would take.',
	monthGigabytes:
		'Gigabytes through the link in the first month: a full set and the content of 30 days for every client on it.',
	gupMonthGigabytes: 'The same for one Group Update Provider per subnet.',
	capGigabytes: 'Gigabytes a month that the contract of the link includes.',
	outagesPerMonth: 'How often a month the link fails.',
	systemProxy: 'Whether the SYSTEM account passes the proxy: yes, no, untested.',
	gupPortState:
		'The port from the client subnets to a Group Update Provider: open, to be requested, blocked.',
	toolIsLocal: 'Whether the distribution tool has a point at this site.',
	usableCandidates: 'Candidates that are neither the SEPM nor off while their clients are on.',
	serverCandidates: 'Usable candidates that run a server system and are always on.',
	candidateIsSepm: 'Whether a candidate is the SEPM itself.',
	candidateVersionDiffers: 'Whether a candidate runs another version than the SEPM.'
};
