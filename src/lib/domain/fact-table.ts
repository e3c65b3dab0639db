import type { Row } from './answer.ts';
import { FactReader } from './fact-reader.ts';
import {
	clientsDay,
	fullSets,
	gupMonthGigabytes,
	gupsFor,
	hoursFor,
	isOnLink,
	linkHours,
	linkMbps,
	logUploadPercent,
	monthGigabytes
} from './fact-sums.ts';
import type { Derived, DerivedFacts, FactId, Facts } from './facts.ts';
import type { Platform } from './method.ts';
import type { Instance, Survey } from './survey.ts';
import type { Sizes } from './transfer.ts';
import { isBefore, isSameVersion, parseVersion } from './version.ts';

/** Derives every fact of one client group. Pure; sizes stand in for what was not measured, and say so. */
export function factsOf(survey: Survey, group: Instance, sizes: Sizes): DerivedFacts {
	const derived = FACT_IDS.map((id) => [id, derive(id, survey, group, sizes)]);
	return Object.fromEntries(derived) as DerivedFacts;
}

/** The same facts where one more answer is given; only those that read the question are derived anew. */
export function factsAfter(
	before: DerivedFacts,
	question: string,
	survey: Survey,
	group: Instance,
	sizes: Sizes
): { readonly facts: DerivedFacts; readonly changed: readonly FactId[] } {
	const changed = FACT_IDS.filter((id) => before[id].reads.includes(question));
	const derived = changed.map((id) => [id, derive(id, survey, group, sizes)]);
	return { facts: { ...before, ...(Object.fromEntries(derived) as DerivedFacts) }, changed };
}

function derive(id: FactId, survey: Survey, group: Instance, sizes: Sizes): Derived<never> {
	const reader = new FactReader(survey, group, sizes);
	return reader.derived(FACTS[id](reader));
}

/** The oldest client that still receives content (KB263064: 14.0-14.2 ended with 2024). */
const OLDEST_SUPPORTED = { major: 14, minor: 3 };

const AT_THE_SITE = 'Taken as staying at the site, until it is answered.';

const FACTS: { readonly [Id in FactId]: (reader: FactReader) => Facts[Id] | undefined } = {
	platform: (reader) => reader.must('platform') as Platform | undefined,
	clients: (reader) => reader.must('clients') as number | undefined,
	managed: (reader) => reader.isYes('managed'),
	roaming: (reader) => reader.isYes('roaming'),
	airGapped: (reader) => reader.isYes('airGapped'),
	clientRetired: (reader) => isRetired(reader.text('clientVersion')),
	legacyWindows: (reader) => {
		const list = reader.value('osList');
		return list === undefined ? undefined : /win\w*[\s-]*7\b|2008/i.test(JSON.stringify(list));
	},
	onLink: isOnLink,
	networked: (reader) => isOnLink(reader) && !reader.isKnownAs('roaming', 'yes', AT_THE_SITE),
	siteClients: (reader) => reader.sum('all'),
	siteWindowsClients: (reader) => reader.sum('windows'),
	siteUnmanagedClients: (reader) => reader.sum('unmanaged'),
	networkedClients: (reader) => reader.sum('networked'),
	sepmReachable: (reader) => reader.valueOr('sepmReachable', 'no') as Facts['sepmReachable'],
	sepmRetired: (reader) => isRetired(reader.text('sepmVersion')),
	sepmTotalClients: (reader) => reader.valueOr('sepmTotalClients', 0) as number | undefined,
	sepmRevisions: (reader) => reader.number('sepmRevisions'),
	revisionDays: (reader) => {
		const revisions = reader.number('sepmRevisions');
		return revisions === undefined
			? undefined
			: revisions / reader.assume(reader.sizes.releasesPerDay);
	},
	sepmContentFrom: (reader) => reader.text('sepmContentFrom'),
	heartbeatMinutes: (reader) => reader.number('heartbeatMinutes'),
	communicationMode: (reader) => reader.text('communicationMode'),
	linkMbps,
	windowHours: (reader) => reader.numberOr('windowHours', 'windowHours'),
	answeredWindowHours: (reader) => reader.number('windowHours'),
	firstFillHours: (reader) => linkHours(reader, reader.sum('link'), fullSets),
	dailyHours: (reader) => linkHours(reader, reader.sum('link'), clientsDay),
	gupFillHours: (reader) => linkHours(reader, gupsFor(reader), fullSets),
	internetFillHours: (reader) => {
		const mbps = reader.number('internetMbps');
		const clients = reader.must('clients');
		if (mbps === undefined || typeof clients !== 'number') return undefined;
		const share = reader.numberOr('linkSharePercent', 'linkSharePercent');
		return hoursFor(fullSets(reader, clients), mbps, share);
	},
	fullRequestsPerTenMinutes: (reader) => {
		const heartbeat = reader.number('heartbeatMinutes');
		const clients = reader.sum('link');
		if (heartbeat === undefined || clients === undefined) return undefined;
		return (clients * 10) / Math.max(10, heartbeat);
	},
	fullSizeMeasured: (reader) => reader.value('fullContentMegabytes') !== undefined,
	internetAllowed: (reader) => reader.isYes('internetAllowed'),
	internetMbps: (reader) => reader.number('internetMbps'),
	tlsInspection: (reader) => reader.isYes('tlsInspection'),
	luaPresent: (reader) => reader.isYes('luaPresent'),
	luaOnSepmHost: (reader) => reader.isYes('luaOnSepmHost'),
	otherSymantecProducts: (reader) => reader.isYes('otherSymantecProducts'),
	contentMustBeTested: (reader) => reader.isYes('contentMustBeTested'),
	toolPresent: (reader) => {
		const tools = reader.valueOr('distributionTools', []);
		return Array.isArray(tools) ? tools.length > 0 : undefined;
	},
	removableMediaAllowed: (reader) => {
		const allowed = reader.text('removableMediaAllowed');
		return allowed === undefined ? undefined : allowed === 'yes';
	},
	subnets: (reader) => reader.number('subnets'),
	softwareUpdatesNeeded: (reader) => reader.isYes('softwareUpdatesNeeded'),
	someRetired: (reader) => {
		const rows = reader.value('sepVersions');
		if (!Array.isArray(rows)) return undefined;
		return (rows as readonly Row[]).some(({ version }) => isRetired(String(version ?? '')));
	},
	logUploadPercent,
	monthGigabytes,
	gupMonthGigabytes,
	capGigabytes: (reader) => reader.number('wanCapGigabytes'),
	outagesPerMonth: (reader) => reader.number('wanOutagesPerMonth'),
	systemProxy: (reader) => reader.text('systemProxyOk'),
	gupPortState: (reader) => reader.text('port2967'),
	toolIsLocal: (reader) => reader.isYes('distributionToolLocal'),
	candidates: (reader) => reader.survey.candidates.length,
	usableCandidates: (reader) => countCandidates(reader, isUsable),
	serverCandidates: (reader) =>
		countCandidates(reader, (candidate) =>
			both(
				both(isUsable(candidate, reader), equals(reader.text('alwaysOn', candidate), 'yes')),
				equals(reader.text('hostOs', candidate), 'windows-server')
			)
		),
	candidateIsSepm: (reader) => {
		const count = countCandidates(reader, (candidate) =>
			equals(reader.text('isSepm', candidate), 'yes')
		);
		return count === undefined ? undefined : count > 0;
	},
	candidateVersionDiffers: (reader) => {
		if (reader.survey.candidates.length === 0) return false;
		const sepm = versionOf(reader.text('sepmVersion'));
		if (sepm === undefined) return undefined;
		const count = countCandidates(reader, (candidate) => {
			const own = versionOf(reader.text('candidateVersion', candidate));
			return own === undefined ? undefined : !isSameVersion(own, sepm);
		});
		return count === undefined ? undefined : count > 0;
	}
};

export const FACT_IDS = Object.keys(FACTS) as readonly FactId[];

function versionOf(text: string | undefined) {
	return text === undefined ? undefined : parseVersion(text);
}

function isRetired(text: string | undefined): boolean | undefined {
	const version = versionOf(text);
	return version === undefined ? undefined : isBefore(version, OLDEST_SUPPORTED);
}

/** How many candidates match; `undefined` while none is sure to and one may. */
function countCandidates(
	reader: FactReader,
	matches: (candidate: Instance, reader: FactReader) => boolean | undefined
): number | undefined {
	const truths = reader.survey.candidates.map((candidate) => matches(candidate, reader));
	const sure = truths.filter((truth) => truth === true).length;
	return sure === 0 && truths.includes(undefined) ? undefined : sure;
}

function isUsable(candidate: Instance, reader: FactReader): boolean | undefined {
	return both(equals(reader.text('isSepm', candidate), 'no'), isOnForClients(candidate, reader));
}

/** Day and night, or in office hours: a small office whose clients are off at the same time misses nothing. */
function isOnForClients(candidate: Instance, reader: FactReader): boolean | undefined {
	const alwaysOn = equals(reader.text('alwaysOn', candidate), 'yes');
	if (alwaysOn !== false) return alwaysOn;
	return reader.text('powerPattern', candidate) === 'office-hours';
}

function equals(value: string | undefined, wanted: string): boolean | undefined {
	return value === undefined ? undefined : value === wanted;
}

function both(a: boolean | undefined, b: boolean | undefined): boolean | undefined {
	if (a === false || b === false) return false;
	return a === undefined || b === undefined ? undefined : true;
}
