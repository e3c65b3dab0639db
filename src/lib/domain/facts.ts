import { isNotApplicable, valueOf, type Value } from './answer.ts';
import type { Platform } from './method.ts';
import { sumWith, type Crowd, type Uncounted } from './site-sums.ts';
import type { Instance, Survey } from './survey.ts';
import { copyHours, dailyMegabytes, type Assumable, type Sizes, type SizeId } from './transfer.ts';
import { isBefore, isSameVersion, parseVersion } from './version.ts';

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
	/** Hours a day for every client on the link to take the day's deltas through it. */
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
	/** Candidates for a Group Update Provider that were named. */
	candidates: number;
	/** Candidates that are neither the SEPM nor switched off at times. */
	usableCandidates: number;
	/** Usable candidates that run a server system. */
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
	const reader = new Reader(survey, group, sizes);
	return reader.derived(FACTS[id](reader));
}

/** Reads answers and remembers which were missing and what was assumed in their place. */
class Reader {
	readonly #reads = new Set<string>();
	readonly #missing = new Set<string>();
	readonly #assumptions = new Set<string>();
	readonly #uncounted: Uncounted[] = [];
	#notApplicable = false;
	readonly survey: Survey;
	readonly group: Instance;
	readonly sizes: Sizes;

	constructor(survey: Survey, group: Instance, sizes: Sizes) {
		this.survey = survey;
		this.group = group;
		this.sizes = sizes;
	}

	derived(value: unknown): Derived<never> {
		const known = value !== undefined && !this.#notApplicable;
		return {
			...(known ? { value: value as never } : {}),
			notApplicable: this.#notApplicable,
			missing: [...this.#missing],
			reads: [...this.#reads],
			uncounted: this.#uncounted,
			assumptions: known ? [...this.#assumptions] : []
		};
	}

	/** The value; a question that does not apply makes the fact one that does not apply. */
	value(question: string, of: Instance = this.group): Value | undefined {
		const answer = this.#answer(question, of);
		if (isNotApplicable(answer)) this.#notApplicable = true;
		else if (valueOf(answer) === undefined) this.#missing.add(question);
		return valueOf(answer);
	}

	/** The value of a question that applies to every group, whatever was answered. */
	must(question: string): Value | undefined {
		const value = valueOf(this.#answer(question, this.group));
		if (value === undefined) this.#missing.add(question);
		return value;
	}

	/** As `value`; but where the question does not apply there is nothing of the kind, and that is `none`. */
	valueOr<T extends Value>(question: string, none: T): Value | undefined {
		return isNotApplicable(this.#answer(question, this.group)) ? none : this.value(question);
	}

	text<T extends string>(question: string, of?: Instance): T | undefined {
		const value = this.value(question, of);
		return typeof value === 'string' ? (value as T) : undefined;
	}

	number(question: string): number | undefined {
		const value = this.value(question);
		return typeof value === 'number' ? value : undefined;
	}

	/** Yes or no; no where the question does not apply. */
	isYes(question: string): boolean | undefined {
		const value = this.valueOr(question, 'no');
		return typeof value === 'string' ? value === 'yes' : undefined;
	}

	/** Whether the answer, yes or no, is the given one, for what is taken as the usual until it is answered. */
	isKnownAs(question: string, wanted: string, assumption: string): boolean {
		const answer = this.#answer(question, this.group);
		if (isNotApplicable(answer)) return wanted === 'no';
		const value = valueOf(answer);
		if (value === undefined) {
			this.#missing.add(question);
			this.#assumptions.add(assumption);
		}
		return value === wanted;
	}

	/** The measured number, or the size that stands in for it; the assumption is remembered. */
	numberOr(question: string, assumed: SizeId): number {
		return this.numberOf(question) ?? this.assume(this.sizes[assumed]);
	}

	/** The number, or nothing where the caller takes something else instead. */
	numberOf(question: string): number | undefined {
		const answer = this.#answer(question, this.group);
		const value = valueOf(answer);
		if (typeof value === 'number') return value;
		if (!isNotApplicable(answer)) this.#missing.add(question);
		return undefined;
	}

	note(assumption: string): void {
		this.#assumptions.add(assumption);
	}

	assume(size: Assumable): number {
		this.#assumptions.add(size.assumption);
		return size.value;
	}

	/** Adds up a crowd of the site, once this group's own number is known; a total that waits for everybody never comes. */
	sum(crowd: Crowd): number | undefined {
		for (const question of ['managed', 'airGapped', 'roaming', 'platform'])
			this.#answer(question, this.group);
		if (this.must('clients') === undefined) return undefined;
		const { clients, uncounted } = sumWith(this.survey.groups, this.group, crowd);
		this.#uncounted.push(...uncounted);
		if (uncounted.length > 0) this.#assumptions.add(`Not counted yet: ${named(uncounted)}.`);
		return clients;
	}

	/** Reads an answer of the group, or of the site where the group has none of that name. */
	#answer(question: string, { answers }: Instance) {
		this.#reads.add(question);
		if (Object.hasOwn(answers, question)) return answers[question];
		return Object.hasOwn(this.survey.answers, question) ? this.survey.answers[question] : undefined;
	}
}

function named(uncounted: readonly Uncounted[]): string {
	const names = uncounted.map(({ name }) => name);
	if (names.length <= 4) return names.join(', ');
	return `${names.slice(0, 3).join(', ')} and ${names.length - 3} more groups`;
}

/** The oldest client that still receives content (KB263064: 14.0-14.2 ended with 2024). */
const OLDEST_SUPPORTED = { major: 14, minor: 3 };

const MANAGED = 'Taken as managed, until it is answered.';
const CONNECTED = 'Taken as connected to the network, until it is answered.';
const AT_THE_SITE = 'Taken as staying at the site, until it is answered.';

const FACTS: { readonly [Id in FactId]: (reader: Reader) => Facts[Id] | undefined } = {
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
	firstFillHours: (reader) => linkHours(reader, reader.sum('link'), fullMegabytes),
	dailyHours: (reader) => linkHours(reader, reader.sum('link'), deltaMegabytesPerDay),
	gupFillHours: (reader) => linkHours(reader, gupsFor(reader), fullMegabytes),
	internetFillHours: (reader) => {
		const mbps = reader.number('internetMbps');
		const clients = reader.must('clients');
		if (mbps === undefined || typeof clients !== 'number') return undefined;
		const share = reader.numberOr('linkSharePercent', 'linkSharePercent');
		return hoursFor(clients * fullMegabytes(reader), mbps, share);
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
	candidates: (reader) => reader.survey.candidates.length,
	usableCandidates: (reader) => countCandidates(reader, isUsable),
	serverCandidates: (reader) =>
		countCandidates(reader, (candidate) =>
			both(isUsable(candidate, reader), equals(reader.text('hostOs', candidate), 'windows-server'))
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

function isOnLink(reader: Reader): boolean {
	const isUnmanaged = reader.isKnownAs('managed', 'no', MANAGED);
	const isAirGapped = reader.isKnownAs('airGapped', 'yes', CONNECTED);
	return !isUnmanaged && !isAirGapped;
}

function linkMbps(reader: Reader): number | undefined {
	const mbps = reader.valueOr('linkDownMbps', 0);
	return typeof mbps === 'number' ? mbps : undefined;
}

/**
 * Hours for some copies through the link from the SEPM at its share; nothing has to pass where there is no link between.
 * Sizes are read last, so that nobody is asked to measure what still waits for the link.
 */
function linkHours(
	reader: Reader,
	copies: number | undefined,
	megabytesEach: (reader: Reader) => number
): number | undefined {
	const mbps = linkMbps(reader);
	if (mbps === undefined || copies === undefined) return undefined;
	if (mbps === 0) return 0;
	const share = reader.numberOr('linkSharePercent', 'linkSharePercent');
	return hoursFor(copies * megabytesEach(reader), mbps, share);
}

function fullMegabytes(reader: Reader): number {
	return reader.numberOr('fullContentMegabytes', 'fullContentMegabytes');
}

function deltaMegabytesPerDay(reader: Reader): number {
	const delta = reader.numberOr('deltaMegabytes', 'deltaMegabytes');
	return dailyMegabytes(1, delta, reader.assume(reader.sizes.releasesPerDay));
}

/** One GUP per subnet with clients, since a GUP serves its own subnet (numbers.md G19). */
function gupsFor(reader: Reader): number {
	const subnets = reader.numberOf('subnets');
	if (subnets === undefined) reader.note('Reckoned with one Group Update Provider.');
	return Math.max(1, subnets ?? 1);
}

/** Infinite where updates may use nothing of a line: never is later than any window. */
function hoursFor(megabytes: number, mbps: number, share: number): number {
	return copyHours(megabytes, mbps, share) ?? (megabytes === 0 ? 0 : Infinity);
}

function versionOf(text: string | undefined) {
	return text === undefined ? undefined : parseVersion(text);
}

function isRetired(text: string | undefined): boolean | undefined {
	const version = versionOf(text);
	return version === undefined ? undefined : isBefore(version, OLDEST_SUPPORTED);
}

/** How many candidates match; `undefined` while none is sure to and one may. */
function countCandidates(
	reader: Reader,
	matches: (candidate: Instance, reader: Reader) => boolean | undefined
): number | undefined {
	const truths = reader.survey.candidates.map((candidate) => matches(candidate, reader));
	const sure = truths.filter((truth) => truth === true).length;
	return sure === 0 && truths.includes(undefined) ? undefined : sure;
}

function isUsable(candidate: Instance, reader: Reader): boolean | undefined {
	return both(
		equals(reader.text('isSepm', candidate), 'no'),
		equals(reader.text('alwaysOn', candidate), 'yes')
	);
}

function equals(value: string | undefined, wanted: string): boolean | undefined {
	return value === undefined ? undefined : value === wanted;
}

function both(a: boolean | undefined, b: boolean | undefined): boolean | undefined {
	if (a === false || b === false) return false;
	return a === undefined || b === undefined ? undefined : true;
}
