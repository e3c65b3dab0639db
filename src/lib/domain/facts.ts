import { isNotApplicable, valueOf } from './answer.ts';
import type { Platform } from './method.ts';
import { answerAt, type Instance, type Place, type Survey } from './survey.ts';
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
	/** Clients of all groups at this site whose number is known, this group included. */
	siteClients: number;
	siteWindowsClients: number;
	siteUnmanagedClients: number;
	sepmReachable: 'yes' | 'some' | 'no';
	sepmRetired: boolean;
	sepmTotalClients: number;
	sepmRevisions: number;
	sepmContentFrom: 'symantec' | 'lua' | 'jdb';
	heartbeatMinutes: number;
	communicationMode: 'pull' | 'push';
	/** The link from the SEPM's side to this site; 0 means that there is none. */
	linkMbps: number;
	windowHours: number;
	/** Hours for every managed client of the site to take one full set through the link at its share. */
	firstFillHours: number;
	/** Hours a day for every managed client of the site to take the day's deltas through the link. */
	dailyHours: number;
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

/** One fact as it was derived: a value, or the questions that stand in its way. */
export interface Derived<T> {
	/** Absent while a needed answer is missing or unknown, or where the question does not apply. */
	readonly value?: T;
	readonly notApplicable: boolean;
	/** Ids of questions without a value on which this fact depends, also where an assumption stood in. */
	readonly missing: readonly string[];
	/** Sentences, one for each value that was assumed. */
	readonly assumptions: readonly string[];
}

export type DerivedFacts = { readonly [Id in FactId]: Derived<Facts[Id]> };

/** Derives every fact of one client group. Pure; sizes stand in for what was not measured, and say so. */
export function factsOf(survey: Survey, group: Instance, sizes: Sizes): DerivedFacts {
	const entries = Object.entries(FACTS).map(([id, derive]) => {
		const reader = new Reader(survey, { collection: 'groups', id: group.id }, sizes);
		const value = (derive as (reader: Reader) => unknown)(reader);
		return [id, reader.derived(value)];
	});
	return Object.fromEntries(entries) as DerivedFacts;
}

/** Reads answers and remembers which were missing and what was assumed in their place. */
class Reader {
	readonly #missing = new Set<string>();
	readonly #assumptions = new Set<string>();
	#notApplicable = false;
	readonly survey: Survey;
	readonly place: Place;
	readonly sizes: Sizes;

	constructor(survey: Survey, place: Place, sizes: Sizes) {
		this.survey = survey;
		this.place = place;
		this.sizes = sizes;
	}

	derived(value: unknown): Derived<never> {
		const known = value !== undefined && !this.#notApplicable;
		return {
			...(known ? { value: value as never } : {}),
			notApplicable: this.#notApplicable,
			missing: [...this.#missing],
			assumptions: known ? [...this.#assumptions] : []
		};
	}

	text<T extends string>(question: string, place: Place = this.place): T | undefined {
		const value = this.#value(question, place);
		return typeof value === 'string' ? (value as T) : undefined;
	}

	number(question: string, place: Place = this.place): number | undefined {
		const value = this.#value(question, place);
		return typeof value === 'number' ? value : undefined;
	}

	isYes(question: string, place: Place = this.place): boolean | undefined {
		const value = this.text(question, place);
		return value === undefined ? undefined : value === 'yes';
	}

	/** The measured number, or the size that stands in for it; the assumption is remembered. */
	numberOr(question: string, assumed: SizeId): number {
		const value = this.number(question);
		if (value !== undefined) return value;
		return this.assume(this.sizes[assumed]);
	}

	assume(size: Assumable): number {
		this.#assumptions.add(size.assumption);
		return size.value;
	}

	note(assumption: string): void {
		this.#assumptions.add(assumption);
	}

	list(question: string): readonly unknown[] | undefined {
		const value = this.#value(question, this.place);
		return Array.isArray(value) ? value : undefined;
	}

	#value(question: string, place: Place) {
		const answer = answerAt(this.survey, question, place);
		if (isNotApplicable(answer)) this.#notApplicable = true;
		const value = valueOf(answer);
		if (value === undefined) this.#missing.add(question);
		return value;
	}
}

/** The oldest client that still receives content (KB263064: 14.0-14.2 ended with 2024). */
const OLDEST_SUPPORTED = { major: 14, minor: 3 };

const FACTS: { readonly [Id in FactId]: (reader: Reader) => Facts[Id] | undefined } = {
	platform: (reader) => reader.text('platform'),
	clients: (reader) => reader.number('clients'),
	managed: (reader) => reader.isYes('managed'),
	roaming: (reader) => reader.isYes('roaming'),
	airGapped: (reader) => reader.isYes('airGapped'),
	clientRetired: (reader) => isRetired(reader.text('clientVersion')),
	siteClients: (reader) => sumClients(reader, () => true),
	siteWindowsClients: (reader) => sumClients(reader, ({ platform }) => platform === 'windows'),
	siteUnmanagedClients: (reader) => sumClients(reader, ({ managed }) => managed === 'no'),
	sepmReachable: (reader) => reader.text('sepmReachable'),
	sepmRetired: (reader) => isRetired(reader.text('sepmVersion')),
	sepmTotalClients: (reader) => reader.number('sepmTotalClients'),
	sepmRevisions: (reader) => reader.number('sepmRevisions'),
	sepmContentFrom: (reader) => reader.text('sepmContentFrom'),
	heartbeatMinutes: (reader) => reader.number('heartbeatMinutes'),
	communicationMode: (reader) => reader.text('communicationMode'),
	linkMbps: (reader) => reader.number('linkDownMbps'),
	windowHours: (reader) => reader.numberOr('windowHours', 'windowHours'),
	firstFillHours: (reader) => {
		const mbps = reader.number('linkDownMbps');
		const clients = linkClients(reader);
		if (mbps === undefined || clients === undefined) return undefined;
		const share = reader.numberOr('linkSharePercent', 'linkSharePercent');
		const megabytes = reader.numberOr('fullContentMegabytes', 'fullContentMegabytes');
		return copyHours(clients * megabytes, mbps, share);
	},
	dailyHours: (reader) => {
		const mbps = reader.number('linkDownMbps');
		const clients = linkClients(reader);
		if (mbps === undefined || clients === undefined) return undefined;
		const share = reader.numberOr('linkSharePercent', 'linkSharePercent');
		const delta = reader.numberOr('deltaMegabytes', 'deltaMegabytes');
		const releases = reader.assume(reader.sizes.releasesPerDay);
		return copyHours(dailyMegabytes(clients, delta, releases), mbps, share);
	},
	internetAllowed: (reader) => reader.isYes('internetAllowed'),
	internetMbps: (reader) => reader.number('internetMbps'),
	tlsInspection: (reader) => reader.isYes('tlsInspection'),
	luaPresent: (reader) => reader.isYes('luaPresent'),
	luaOnSepmHost: (reader) => reader.isYes('luaOnSepmHost'),
	otherSymantecProducts: (reader) => reader.isYes('otherSymantecProducts'),
	contentMustBeTested: (reader) => reader.isYes('contentMustBeTested'),
	toolPresent: (reader) => {
		const tools = reader.list('distributionTools');
		return tools === undefined ? undefined : tools.length > 0;
	},
	removableMediaAllowed: (reader) => reader.isYes('removableMediaAllowed'),
	subnets: (reader) => reader.number('subnets'),
	softwareUpdatesNeeded: (reader) => reader.isYes('softwareUpdatesNeeded'),
	candidates: (reader) => reader.survey.candidates.length,
	usableCandidates: (reader) => countCandidates(reader, isUsable),
	serverCandidates: (reader) =>
		countCandidates(reader, (place) =>
			both(isUsable(place, reader), equals(reader.text('hostOs', place), 'windows-server'))
		),
	candidateIsSepm: (reader) => {
		const count = countCandidates(reader, (place) => equals(reader.text('isSepm', place), 'yes'));
		return count === undefined ? undefined : count > 0;
	},
	candidateVersionDiffers: (reader) => {
		if (reader.survey.candidates.length === 0) return false;
		const sepm = versionOf(reader.text('sepmVersion'));
		if (sepm === undefined) return undefined;
		const count = countCandidates(reader, (place) => {
			const own = versionOf(reader.text('candidateVersion', place));
			return own === undefined ? undefined : !isSameVersion(own, sepm);
		});
		return count === undefined ? undefined : count > 0;
	}
};

function versionOf(text: string | undefined) {
	return text === undefined ? undefined : parseVersion(text);
}

function isRetired(text: string | undefined): boolean | undefined {
	const version = versionOf(text);
	return version === undefined ? undefined : isBefore(version, OLDEST_SUPPORTED);
}

interface GroupSketch {
	readonly platform: string | undefined;
	readonly managed: string | undefined;
	readonly airGapped: string | undefined;
}

/**
 * Adds up the clients of the groups that match, once this group's own number is known. Other groups without a number
 * count as nothing and are named as an assumption: a site total that waits for everybody would never come.
 */
function sumClients(reader: Reader, matches: (group: GroupSketch) => boolean): number | undefined {
	if (reader.number('clients') === undefined) return undefined;
	let sum = 0;
	for (const { id, answers } of reader.survey.groups) {
		const sketch = {
			platform: valueOf(answers.platform) as string | undefined,
			managed: valueOf(answers.managed) as string | undefined,
			airGapped: valueOf(answers.airGapped) as string | undefined
		};
		if (!matches(sketch)) continue;
		const clients = valueOf(answers.clients);
		if (typeof clients === 'number') sum += clients;
		else {
			const name = valueOf(answers.groupName);
			reader.note(
				`Clients of ${typeof name === 'string' ? name : `group ${id}`} are not counted yet.`
			);
		}
	}
	return sum;
}

/** Clients that would pull content through the link: all but the unmanaged and the air-gapped. */
function linkClients(reader: Reader): number | undefined {
	return sumClients(reader, ({ managed, airGapped }) => managed !== 'no' && airGapped !== 'yes');
}

/** How many candidates match; `undefined` while none is sure to and one may. */
function countCandidates(
	reader: Reader,
	matches: (place: Place, reader: Reader) => boolean | undefined
): number | undefined {
	const truths = reader.survey.candidates.map(({ id }) =>
		matches({ collection: 'candidates', id }, reader)
	);
	const sure = truths.filter((truth) => truth === true).length;
	return sure === 0 && truths.includes(undefined) ? undefined : sure;
}

function isUsable(place: Place, reader: Reader): boolean | undefined {
	return both(
		equals(reader.text('isSepm', place), 'no'),
		equals(reader.text('alwaysOn', place), 'yes')
	);
}

function equals(value: string | undefined, wanted: string): boolean | undefined {
	return value === undefined ? undefined : value === wanted;
}

function both(a: boolean | undefined, b: boolean | undefined): boolean | undefined {
	if (a === false || b === false) return false;
	return a === undefined || b === undefined ? undefined : true;
}
