import { heartbeatLoad } from '$lib/domain/content';
import type { MethodId } from '$lib/domain/method';
import {
	BUCKET_HOURS,
	type Play,
	type Scenario,
	type Simulation
} from '$lib/domain/simulation/model';
import type { FigureInput } from './network-figures';
import { clock, duration, megabytes, sentenceCase, WAYS } from './network-words';
import { counted } from './plan-words';

/** How long the link is full during the first fill. */
function fullHours({ fill }: Simulation): number {
	return fill.reduce((sum, [from, to]) => sum + to - from, 0);
}

/** What the plot of the load shows, in a sentence: how long the link is full directly, and how long otherwise. */
export function loadTitle(plays: readonly Play[], leading: MethodId | null): string {
	const direct = plays.find(({ method }) => method === 'sepm');
	const other = plays.find(({ method }) => method === leading && method !== 'sepm');
	if (!(direct?.isPoint ?? true) || !(other?.isPoint ?? true)) {
		const known = [direct, other].filter((play) => play !== undefined);
		return known.map(fillWords).join('; ') || 'Nothing can be said of the link yet';
	}
	const own = direct && `Direct: ${fullWords(direct.result, direct.scenario)}`;
	const way = other && WAYS[other.method];
	const rest = other && fullHours(other.result);
	const against =
		way === undefined || rest === undefined
			? undefined
			: rest === 0
				? `${way}: nothing passes the link`
				: `${way}: ${duration(rest)}`;
	if (own && against) return `${own}; ${against}`;
	return own ?? (against ? sentenceCase(against) : 'Nothing can be said of the link yet');
}

function fullWords(result: Simulation, { sharePercent, days }: Scenario): string {
	const { fill, filledAfterHours } = result;
	const what = sharePercent < 100 ? 'the link’s share for updates is full' : 'the link is full';
	const [first] = fill;
	const last = fill.at(-1);
	if (!first || !last) return 'nothing passes the link';
	if (filledAfterHours === null) {
		return `${what} in every window, and after ${days} days not every client has its content`;
	}
	if (fill.length === 1) return `${what} from ${clock(first[0])} to ${clock(last[1])}`;
	return `${what} in ${fill.length} windows, until ${clock(last[1])} (${duration(fullHours(result))})`;
}

/** One way of filling everybody, in the words above its panel: how long, in how many windows, until when. */
export function fillWords({ method, isPoint, result, scenario, spread }: Play): string {
	const way = sentenceCase(WAYS[method]);
	if (!isPoint) {
		const plays = spread ?? [result];
		const least = duration(Math.min(...plays.map(fullHours)));
		return plays.some(({ filledAfterHours }) => filledAfterHours === null)
			? `${way}: ${least} of link time at best, at worst not done after ${scenario.days} days`
			: `${way}: between ${least} and ${duration(Math.max(...plays.map(fullHours)))} of link time`;
	}
	const { fill, filledAfterHours } = result;
	const last = fill.at(-1);
	if (!last) return `${way}: nothing passes the link`;
	if (filledAfterHours === null)
		return `${way}: full in every window, and not done after ${scenario.days} days`;
	const windows = fill.length === 1 ? '' : ` in ${fill.length} windows`;
	return `${way}: ${duration(fullHours(result))}${windows}, until ${clock(last[1])}`;
}

/** When the link has carried the last of the first fill. */
export function lastFillHour({ isPoint, result }: Play): number | undefined {
	return isPoint && result.filledAfterHours !== null ? result.fill.at(-1)?.[1] : undefined;
}

/** "20:00", whatever the day. */
export function hourOf(hours: number): string {
	return clock(hours % 24);
}

/** One method on an ordinary day, in the words above its panel. */
export function dayWords(play: Play): string {
	const way = sentenceCase(WAYS[play.method]);
	return `${way}: ${dayText(play)}`;
}

/** What an ordinary day puts on the link, in a sentence. */
export function dayTitle(plays: readonly Play[], heartbeats: number | undefined): string {
	const ways = plays.map((play) => `${WAYS[play.method]} ${dayText(play)}`);
	const besides =
		heartbeats === undefined ? '' : `; ${megabytes(heartbeats)} of heartbeats besides`;
	return `An ordinary day through the link: ${ways.join(', ')}${besides}`;
}

function dayText({ day, daySpread }: Play): string {
	if (day) return megabytes(ofSecondDay(day));
	const ends = (daySpread ?? []).map(ofSecondDay);
	return `between ${megabytes(Math.min(...ends))} and ${megabytes(Math.max(...ends))}`;
}

function ofSecondDay({ linkMegabytes }: Simulation): number {
	const day = 24 / BUCKET_HOURS;
	return linkMegabytes.slice(day, 2 * day).reduce((sum, each) => sum + each, 0);
}

/** What was played beside the pictures, method by method, in sentences. */
export function besides({ plays, heartbeats }: Pick<FigureInput, 'plays' | 'heartbeats'>) {
	const said = plays.flatMap(({ method, isPoint, result, scenario }): readonly string[] => {
		if (!isPoint) return [];
		const { clients, minutesPerMachine, gupCacheMegabytes, days } = scenario;
		switch (method) {
			case 'gup':
				return [
					`GUP cache of ${megabytes(gupCacheMegabytes)}: ${
						result.fetchedAgain === 0
							? `in ${days} days nothing is dropped that is asked for again`
							: `in ${days} days ${counted(result.fetchedAgain, 'package')} dropped and fetched again`
					}.`
				];
			case 'lua':
				return [
					`The internal LiveUpdate server itself takes at least ${megabytes(result.serverTook)} from Symantec in ${days} days.`
				];
			case 'intelligent-updater':
				return [
					`By hand: ${counted(clients, 'machine')} at ${minutesPerMachine} minutes are ${duration((clients * minutesPerMachine) / 60)} for ${counted(scenario.people, 'person', 'people')}, in the hours from ${hourOf(scenario.workingHours.from)} to ${hourOf(scenario.workingHours.from + scenario.workingHours.hours)}.`
				];
			default:
				return [];
		}
	});
	return heartbeats ? [`${heartbeats.words}.`, ...said] : said;
}

/** What heartbeats put on the link each day, in the closed form; `undefined` where nobody sends any. */
export function heartbeatsIn(scenario: Scenario): FigureInput['heartbeats'] {
	const { reporting, heartbeatKilobytes: kilobytes, heartbeatMinutes: minutes } = scenario;
	if (reporting === 0) return undefined;
	const megabytesPerDay = (heartbeatLoad(reporting, kilobytes, minutes) * 24 * 3600) / 1000;
	const each = `${reporting.toLocaleString('en-US')} every ${minutes} min, ${kilobytes} kB each`;
	return {
		megabytesPerDay,
		words: `Heartbeats, by any method: ${megabytes(megabytesPerDay)} (${each})`
	};
}
