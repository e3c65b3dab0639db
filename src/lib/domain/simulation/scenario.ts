import { valueOf } from '../answer.ts';
import { BYPASS_MINUTES, bypassMinutes, cacheMegabytes } from '../gup-sizes.ts';
import type { MethodId } from '../method.ts';
import type { Instance, Survey } from '../survey.ts';
import { fullOnlyClients } from '../transfer-rows.ts';
import type { SizeId, Sizes } from '../transfer.ts';
import { ALWAYS } from './pipe.ts';
import type { Scenario } from './model.ts';

/** A scenario, and a sentence for every number in it that nobody measured. */
export interface Staged {
	readonly scenario: Scenario;
	readonly assumptions: readonly string[];
}

/** What is played: a week from nothing, or a day on which everybody was current the evening before. */
export type Act = 'fill' | 'day';

/** The window opens when most offices close. Ours: no survey question asks for the hour. */
const WINDOW_OPENS = 20;

/** What the slowest connection of the clients carries; Wi-Fi has no figure. */
const LAN_MBPS: Readonly<Record<string, number>> = { '10m': 10, '100m': 100, '1g': 1000 };

/** Sets the stage for one method: the site as surveyed, and where it was not, our assumptions by name. */
export function stage(
	survey: Survey,
	groups: readonly Instance[],
	method: MethodId,
	sizes: Sizes,
	act: Act = 'fill'
): Staged {
	const { answers } = survey;
	const assumptions: string[] = [];
	const site = (question: string) => {
		const value = valueOf(answers[question]);
		return typeof value === 'number' ? value : undefined;
	};
	const sized = (question: string, size: SizeId) => {
		const value = site(question);
		if (value === undefined) assumptions.push(sizes[size].assumption);
		return value ?? sizes[size].value;
	};
	const assumed = (given: number | undefined, value: number, sentence: string) => {
		if (given === undefined) assumptions.push(sentence);
		return given ?? value;
	};
	const counted = groups.map((group) => ({
		group,
		count: valueOf(group.answers.clients)
	}));
	const clientsOf = (holds: (group: Instance) => boolean) =>
		counted.reduce(
			(sum, { group, count }) => sum + (typeof count === 'number' && holds(group) ? count : 0),
			0
		);
	if (counted.some(({ count }) => typeof count !== 'number'))
		assumptions.push('Groups that were not counted are left out.');
	const hours = sized('windowHours', 'windowHours');
	if (hours < 24) assumptions.push(`The window opens at ${WINDOW_OPENS}:00.`);
	assumptions.push(ACT_WORDS[act], sizes.heartbeatKilobytes.assumption);
	assumptions.push(...METHOD_WORDS[method]);
	const bypass = bypassMinutes(survey, groups, sizes);
	if (method === 'gup') assumptions.push(bypassWords(bypass));
	const internet = site('internetMbps');
	assumptions.push(...internetWords(method, internet));

	return {
		scenario: {
			method,
			clients: clientsOf(() => true),
			days: act === 'fill' ? 7 : 2,
			seed: 1,
			isFirstFill: act === 'fill',
			fullMegabytes: sized('fullContentMegabytes', 'fullContentMegabytes'),
			deltaMegabytes: sized('deltaMegabytes', 'deltaMegabytes'),
			releasesPerDay: sizes.releasesPerDay.value,
			revisionsKept: assumed(site('sepmRevisions'), 30, 'The SEPM keeps 30 revisions.'),
			linkMbps: site('linkDownMbps') ?? 0,
			sharePercent: sized('linkSharePercent', 'linkSharePercent'),
			window: hours >= 24 ? ALWAYS : { from: WINDOW_OPENS, hours },
			internetMbps: internet ?? 0,
			heartbeatMinutes: assumed(
				site('heartbeatMinutes') || undefined,
				5,
				'Clients ask every 5 minutes, the vendor’s default.'
			),
			heartbeatKilobytes: sizes.heartbeatKilobytes.value,
			reporting:
				valueOf(answers.sepmReachable) === 'no'
					? 0
					: clientsOf((group) => valueOf(group.answers.managed) !== 'no' && !isIsolated(group)),
			fullOnly: fullOnlyClients(method, groups),
			randomizationMinutes: assumed(
				site('randomizationMinutes'),
				5,
				'Downloads are spread over 5 minutes.'
			),
			awayShare: 0,
			awayDays: 0,
			gups: Math.max(1, site('subnets') ?? 1),
			hasNoLocalPoint: valueOf(survey.answers.distributionToolLocal) === 'no',
			gupMbps: assumed(
				LAN_MBPS[String(valueOf(answers.lanSpeed))],
				100,
				'A GUP serves its clients at 100 Mbit/s.'
			),
			gupAtOnce: Infinity,
			gupCacheMegabytes: cacheMegabytes(survey, groups, sizes),
			gupDownHours: 0,
			bypassMinutes: bypass ?? Infinity,
			scheduleHours: assumed(undefined, 4, 'LiveUpdate schedules run every 4 hours.'),
			serverScheduleHours: 4,
			serverInternetMbps: internet || Infinity,
			minutesPerMachine: assumed(
				undefined,
				6,
				'One machine takes 6 minutes by hand, one person walks.'
			),
			people: 1,
			workingHours: { from: 8, hours: 8 }
		},
		assumptions: [...new Set(assumptions)]
	};
}

const ACT_WORDS: Readonly<Record<Act, string>> = {
	fill: 'First fill: every client starts without content; nobody is away.',
	day: 'Ordinary day: every client is current the evening before; nobody is away.'
};

/** What no answer and no published number says of a method. */
const METHOD_WORDS: Readonly<Record<MethodId, readonly string[]>> = {
	sepm: [],
	gup: [
		'The cache of a GUP is as large as this plan proposes.',
		'A GUP serves any number of clients at once: its limit in the console has no published figure.'
	],
	lua: [
		'What an internal LiveUpdate server takes from Symantec is reckoned at its least, one full set and a delta a release: it takes everything for each product, version and language (KB153947), and no figure is published.',
		'Packages of LiveUpdate are taken to be as large as the SEPM’s deltas; no figure is published.'
	],
	liveupdate: [
		'Packages of LiveUpdate are taken to be as large as the SEPM’s deltas; no figure is published.'
	],
	'third-party': [],
	'intelligent-updater': []
};

function bypassWords(minutes: number | undefined): string {
	if (minutes === undefined)
		return 'Clients never pass their GUP by; how thin the link is, is not known.';
	return minutes === BYPASS_MINUTES.long
		? 'Clients pass their GUP by after 3 days in vain, as this plan proposes.'
		: 'Clients pass their GUP by after 15 minutes in vain, as this plan proposes.';
}

/** Which line content from Symantec passes; the survey asks for one internet speed, that of the site. */
function internetWords(method: MethodId, mbps: number | undefined): readonly string[] {
	if (method === 'liveupdate' && mbps)
		return [
			`External LiveUpdate passes the internet line of ${mbps} Mbit/s, at the share for updates, by day and by night.`
		];
	if (method !== 'lua') return [];
	return [
		mbps
			? `What an internal LiveUpdate server takes from Symantec passes an internet line of ${mbps} Mbit/s, the one that was answered; clients are offered nothing before it has arrived.`
			: 'How fast the internet line of an internal LiveUpdate server is, is not known: only its runs every 4 hours hold it up.'
	];
}

function isIsolated({ answers }: Instance): boolean {
	return valueOf(answers.airGapped) === 'yes';
}

/** True where the speed that the method needs is known, so that there is something to play through. */
export function canPlay({ method, linkMbps, internetMbps, clients }: Scenario): boolean {
	if (clients === 0) return false;
	if (method === 'intelligent-updater') return true;
	return method === 'liveupdate' ? internetMbps > 0 : linkMbps > 0;
}
