import { pointWithin, type TransferBand } from '$lib/domain/bands';
import { METHOD_IDS, type Method, type MethodId } from '$lib/domain/method';
import { BUCKET_HOURS, type Play, type Simulation } from '$lib/domain/simulation/model';
import type { TransferRow } from '$lib/domain/transfer-rows';
import type { Bar, Series } from './chart-parts';
import { transferHours } from './plan-words';
import { currentTitle, dailyTitle, fillTitle } from './network-words';

export interface FigureInput {
	readonly transfer: readonly TransferRow[];
	readonly bands: readonly TransferBand[];
	readonly plays: readonly Play[];
	/** The method that the plan leads with, beside which the direct way is shown. */
	readonly leading: MethodId | null;
	readonly methods: readonly Method[];
	/** What stands beside a bar, such as "recommended". */
	readonly marks: ReadonlyMap<MethodId, string>;
	readonly windowHours: number | undefined;
	/** What heartbeats put on the link each day, by any method; `undefined` where nobody sends any. */
	readonly heartbeats: { readonly megabytesPerDay: number; readonly words: string } | undefined;
}

export interface BarFigure {
	readonly title: string;
	readonly message: string;
	readonly unit: string;
	readonly bars: readonly Bar[];
	readonly limit: { readonly name: string; readonly value: number } | undefined;
}

export interface LineFigure {
	readonly title: string;
	readonly message: string;
	readonly xLabel: string;
	readonly yLabel: string;
	readonly series: readonly Series[];
	readonly writeX: (x: number) => string;
	readonly every: number;
}

export function fillFigure(input: FigureInput): BarFigure {
	const { windowHours } = input;
	return {
		title: fillTitle(input, windowHours),
		message: 'First fill: hours of link time until every client has a full set. A best case.',
		unit: 'h',
		bars: barsOf(input, 'firstFillHours'),
		limit:
			windowHours === undefined || windowHours >= 24
				? undefined
				: { name: 'window', value: windowHours }
	};
}

export function dailyFigure(input: FigureInput): BarFigure {
	return {
		title: dailyTitle(input),
		message: 'Every day: megabytes through the link, once everybody is current.',
		unit: 'MB',
		bars: [
			...barsOf(input, 'wanMegabytesPerDay'),
			...(input.heartbeats
				? [{ name: 'besides: heartbeats', value: input.heartbeats.megabytesPerDay }]
				: [])
		],
		limit: undefined
	};
}

/** Clients that are current, for every method that was played. */
export function currentFigure({
	plays,
	leading,
	methods
}: Pick<FigureInput, 'plays' | 'leading' | 'methods'>): LineFigure | undefined {
	if (plays.length === 0) return undefined;
	const hours = Math.min(168, lastDay(plays) * 24);
	const buckets = hours / BUCKET_HOURS;
	return {
		title: currentTitle(plays, leading),
		message: 'Clients with content no older than a day, by a simulation of every heartbeat.',
		xLabel: 'time since the roll-out begins at midnight',
		yLabel: 'clients',
		series: plays.map(({ method, isPoint, result, best, worst }) => ({
			name: isPoint ? shortOf(methods, method) : `${shortOf(methods, method)} at best`,
			points: [
				[0, 0] as const,
				...result.current
					.slice(0, buckets)
					.map((clients, index) => [(index + 1) * BUCKET_HOURS, clients] as const)
			],
			...(best && worst ? { band: bandOf(best, worst, buckets) } : {})
		})),
		writeX: timeOrDay,
		every: 12
	};
}

function bandOf(best: Simulation, worst: Simulation, buckets: number) {
	return Array.from({ length: buckets }, (_, index) => {
		const ends = [best.current[index] ?? 0, worst.current[index] ?? 0] as const;
		return [(index + 1) * BUCKET_HOURS, Math.min(...ends), Math.max(...ends)] as const;
	});
}

/** The day on which the last of these methods has filled everybody, or the last that was played. */
export function lastDay(plays: readonly Play[]): number {
	return Math.max(
		1,
		...plays.map(({ isPoint, result, worst, scenario }) => {
			const { filledAfterHours } = isPoint ? result : (worst ?? result);
			return Math.ceil((filledAfterHours ?? scenario.days * 24) / 24);
		})
	);
}

export function timeOrDay(hours: number): string {
	return hours % 24 === 0 ? `day ${hours / 24 + 1}` : `${String(hours % 24).padStart(2, '0')}:00`;
}

function shortOf(methods: readonly Method[], method: MethodId): string {
	return methods.find(({ id }) => id === method)?.short ?? method;
}

function barsOf(
	{ transfer, bands, methods, marks }: FigureInput,
	number: 'firstFillHours' | 'wanMegabytesPerDay'
): readonly Bar[] {
	return METHOD_IDS.flatMap((method) => {
		const row = transfer.find((each) => each.method === method);
		if (!row) return [];
		const mark = marks.get(method);
		const band = bands.find((each) => each.method === method)?.[number];
		return [
			{
				name: shortOf(methods, method),
				value: pointWithin(row[number], band),
				none: transferHours(null, row),
				...(band ? { band } : {}),
				...(mark === undefined ? {} : { mark })
			}
		];
	});
}
