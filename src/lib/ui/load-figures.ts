import { BUCKET_HOURS, type Play, type Simulation } from '$lib/domain/simulation/model';
import { kilobytesPerSecond } from '$lib/domain/transfer';
import type { Panel, Stretch } from './chart-parts';
import { clock } from './network-words';
import {
	dayTitle,
	dayWords,
	fillWords,
	heartbeatsIn,
	hourOf,
	lastFillHour,
	loadTitle
} from './load-words';
import { lastDay, timeOrDay, type FigureInput } from './network-figures';

/** Panels above each other, on one axis and one scale. */
export interface LoadFigure {
	readonly title: string;
	readonly message: string;
	readonly panels: readonly Panel[];
	/** What updates may take of the link; `undefined` where its speed is not known. */
	readonly cap: { readonly mbps: number; readonly words: string } | undefined;
	readonly window: string | undefined;
	readonly stretches: readonly Stretch[];
	readonly hours: number;
	readonly xLabel: string;
	readonly writeX: (x: number) => string;
	readonly every: number;
}

/** What was played, which an answer that is moved changes only once it was played anew. */
type Played = Pick<FigureInput, 'plays' | 'leading'>;

const DAY_BUCKETS = 24 / BUCKET_HOURS;

/** The load of the direct way and of what leads while everybody is filled, against the share of the link and its window. */
export function loadFigure(input: Played): LoadFigure | undefined {
	const shown = shownOf(input);
	const [first] = shown;
	if (!first || shown.every((play) => !crosses(play))) return undefined;
	const days = Math.max(2, Math.min(7, lastDay(shown)));
	const buckets = days * DAY_BUCKETS;
	return {
		title: loadTitle(shown, input.leading),
		message:
			'First fill: load on the link quarter hour by quarter hour, against what updates may take of it.',
		panels: shown.map((play) => {
			const end = lastFillHour(play);
			return {
				name: fillWords(play),
				points: play.isPoint ? pointsOf(play.result.linkMegabytes.slice(0, buckets)) : [],
				...bandFor(play.spread, ({ linkMegabytes }) => linkMegabytes.slice(0, buckets)),
				...(end === undefined ? {} : { flag: { x: end, words: `all filled: ${clock(end)}` } })
			};
		}),
		...frameOf(first, days * 24),
		xLabel: 'time since the roll-out begins at midnight',
		writeX: timeOrDay,
		every: 12
	};
}

/** A day on which everybody was current the evening before: releases, and heartbeats, which keep to no window. */
export function dayFigure(input: Played): LoadFigure | undefined {
	const shown = shownOf(input).filter(({ day, daySpread }) => day ?? daySpread?.length);
	const [first] = shown;
	if (!first || shown.every((play) => !crosses(play))) return undefined;
	const secondDay = (numbers: readonly number[]) => numbers.slice(DAY_BUCKETS, 2 * DAY_BUCKETS);
	const heartbeats = heartbeatsIn(first.scenario);
	const beating = (first.day ?? first.daySpread?.[0])?.heartbeatMegabytes ?? [];
	return {
		title: dayTitle(shown, heartbeats?.megabytesPerDay),
		message:
			'An ordinary day: everybody was current the evening before, and content is released as usual.',
		panels: [
			...shown.map((play) => ({
				name: dayWords(play),
				points: play.day ? pointsOf(secondDay(play.day.linkMegabytes)) : [],
				...bandFor(play.daySpread, ({ linkMegabytes }) => secondDay(linkMegabytes))
			})),
			...(beating.some((each) => each > 0) && heartbeats
				? [{ name: heartbeats.words, points: pointsOf(secondDay(beating)) }]
				: [])
		],
		...frameOf(first, 24),
		xLabel: 'time of the day',
		writeX: (hour) => `${String(hour).padStart(2, '0')}:00`,
		every: 3
	};
}

/** The busiest quarter hour of a method, in Mbit/s. */
export function peakMbps({ linkMegabytes }: Simulation): number {
	return mbps(linkMegabytes.reduce((most, each) => Math.max(most, each), 0));
}

function shownOf({ plays, leading }: Played): readonly Play[] {
	return plays.filter(({ method }) => method === 'sepm' || method === leading);
}

function crosses({ result, worst }: Play): boolean {
	return result.link > 0 || (worst?.link ?? 0) > 0;
}

function frameOf({ isPoint, scenario }: Play, hours: number) {
	const { linkMbps, sharePercent, window } = scenario;
	const cap = (kilobytesPerSecond(linkMbps, sharePercent) * 8) / 1000;
	const isAlways = window.hours >= 24;
	const days = Array.from({ length: hours / 24 + 1 }, (_, day) => (day - 1) * 24 + window.from);
	const number = (value: number) => value.toLocaleString('en-US', { maximumFractionDigits: 2 });
	return {
		hours,
		cap: isPoint
			? { mbps: cap, words: `${number(sharePercent)} % of ${number(linkMbps)} Mbit/s` }
			: undefined,
		window: isAlways
			? undefined
			: `${hourOf(window.from)} to ${hourOf(window.from + window.hours)}`,
		stretches: isAlways
			? []
			: days
					.map((from) => ({
						from: Math.max(0, from),
						to: Math.min(hours, from + window.hours)
					}))
					.filter(({ from, to }) => to > from)
	};
}

function pointsOf(megabytes: readonly number[]) {
	return megabytes.map((each, index) => [index * BUCKET_HOURS, mbps(each)] as const);
}

/** From the least to the most that any play of the spread puts on the link. */
function bandFor(
	spread: readonly Simulation[] | undefined,
	of: (play: Simulation) => readonly number[]
): Pick<Panel, 'band'> {
	const loads = (spread ?? []).map(of);
	const [first] = loads;
	if (!first) return {};
	return {
		band: first.map((_, index) => {
			const here = loads.map((load) => mbps(load[index] ?? 0));
			return [index * BUCKET_HOURS, Math.min(...here), Math.max(...here)] as const;
		})
	};
}

function mbps(megabytesPerBucket: number): number {
	return (megabytesPerBucket * 8) / (BUCKET_HOURS * 3600);
}
