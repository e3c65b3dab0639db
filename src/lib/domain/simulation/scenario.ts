import { valueOf } from '../answer.ts';
import type { MethodId } from '../method.ts';
import type { Instance, Survey } from '../survey.ts';
import type { SizeId, Sizes } from '../transfer.ts';
import { ALWAYS } from './pipe.ts';
import type { Scenario } from './model.ts';

/** A scenario, and a sentence for every number in it that nobody measured. */
export interface Staged {
	readonly scenario: Scenario;
	readonly assumptions: readonly string[];
}

/** The window opens when most offices close. Ours: no survey question asks for the hour. */
const WINDOW_OPENS = 20;

/** Sets the stage for one method: the site as surveyed, and where it was not, our assumptions by name. */
export function stage(
	survey: Survey,
	groups: readonly Instance[],
	method: MethodId,
	sizes: Sizes
): Staged {
	const assumptions: string[] = [];
	const site = (question: string) => {
		const value = valueOf(survey.answers[question]);
		return typeof value === 'number' ? value : undefined;
	};
	const sized = (question: string, size: SizeId) => {
		const value = site(question);
		if (value === undefined) assumptions.push(sizes[size].assumption);
		return value ?? sizes[size].value;
	};
	const assumed = (question: string | undefined, value: number, sentence: string) => {
		const given = question === undefined ? undefined : site(question);
		if (given === undefined) assumptions.push(sentence);
		return given ?? value;
	};
	const counts = groups.map(({ answers }) => valueOf(answers.clients));
	const clients = counts.reduce<number>(
		(sum, count) => sum + (typeof count === 'number' ? count : 0),
		0
	);
	if (counts.some((count) => typeof count !== 'number'))
		assumptions.push('Groups that were not counted are left out.');
	const hours = sized('windowHours', 'windowHours');
	if (hours < 24) assumptions.push(`The window opens at ${WINDOW_OPENS}:00.`);
	assumptions.push('Every client starts without content; nobody is away.');

	return {
		scenario: {
			method,
			clients,
			days: 7,
			seed: 1,
			isFirstFill: true,
			fullMegabytes: sized('fullContentMegabytes', 'fullContentMegabytes'),
			deltaMegabytes: sized('deltaMegabytes', 'deltaMegabytes'),
			releasesPerDay: sizes.releasesPerDay.value,
			revisionsKept: assumed('sepmRevisions', 30, 'The SEPM keeps 30 revisions.'),
			linkMbps: site('linkDownMbps') ?? 0,
			sharePercent: sized('linkSharePercent', 'linkSharePercent'),
			window: hours >= 24 ? ALWAYS : { from: WINDOW_OPENS, hours },
			internetMbps: site('internetMbps') ?? 0,
			heartbeatMinutes: assumed(
				'heartbeatMinutes',
				5,
				'Clients ask every 5 minutes, the vendor’s default.'
			),
			randomizationMinutes: assumed(
				'randomizationMinutes',
				5,
				'Downloads are spread over 5 minutes.'
			),
			awayShare: 0,
			awayDays: 0,
			gups: Math.max(1, site('subnets') ?? 1),
			gupMbps: assumed(undefined, 100, 'A GUP serves its clients at 100 Mbit/s.'),
			gupAtOnce: Infinity,
			gupDownHours: 0,
			bypassMinutes: Infinity,
			scheduleHours: assumed(undefined, 4, 'LiveUpdate schedules run every 4 hours.'),
			serverScheduleHours: 4,
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

/** True where the speed that the method needs is known, so that there is something to play through. */
export function canPlay({ method, linkMbps, internetMbps, clients }: Scenario): boolean {
	if (clients === 0) return false;
	if (method === 'intelligent-updater') return true;
	return method === 'liveupdate' ? internetMbps > 0 : linkMbps > 0;
}
