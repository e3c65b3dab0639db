import { valueOf } from '$lib/domain/answer';
import { pointWithin, type Band, type TransferBand } from '$lib/domain/bands';
import type { MethodId } from '$lib/domain/method';
import type { Plan } from '$lib/domain/plan';
import type { Play } from '$lib/domain/simulation/model';
import type { Survey } from '$lib/domain/survey';
import type { TransferRow } from '$lib/domain/transfer-rows';
import { counted, readableNumber } from './plan-words';

/** How a method is spoken of in a sentence about the link. */
export const WAYS: { readonly [Id in MethodId]: string } = {
	sepm: 'directly',
	gup: 'with a GUP',
	lua: 'from an internal LiveUpdate server',
	liveupdate: 'from Symantec over the internet',
	'third-party': 'with the distribution tool',
	'intelligent-updater': 'by hand'
};

/** "6 min", "21 h 20 min", "3 days 5 h". */
export function duration(hours: number): string {
	if (hours <= 0) return 'no time';
	const minutes = Math.round(hours * 60);
	if (minutes < 1) return 'under 1 min';
	if (minutes < 60) return `${minutes} min`;
	if (minutes < 72 * 60) {
		const rest = minutes % 60;
		return `${Math.floor(minutes / 60)} h${rest === 0 ? '' : ` ${rest} min`}`;
	}
	const whole = Math.round(hours);
	const rest = whole % 24;
	return `${Math.floor(whole / 24)} days${rest === 0 ? '' : ` ${rest} h`}`;
}

export function megabytes(value: number): string {
	return value >= 10_000 ? `${readableNumber(value / 1000)} GB` : `${readableNumber(value)} MB`;
}

export function inBand({ low, high }: Band, write: (value: number) => string): string {
	return `between ${write(low)} and ${write(high)}`;
}

/** "the link’s speed is not known and the delta was not measured". */
export function becauseOf({ because }: Pick<TransferBand, 'because'>): string {
	const lacks = because.map(({ lack }) => lack);
	const [last = '', ...others] = [...lacks].reverse();
	return others.length === 0 ? last : `${others.reverse().join(', ')} and ${last}`;
}

/** "02:00", with the day where it is not the first. */
export function clock(hours: number): string {
	const minutes = Math.round(hours * 60);
	const day = Math.floor(minutes / 1440) + 1;
	const two = (value: number) => String(value).padStart(2, '0');
	const time = `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`;
	return day === 1 ? time : `${time} on day ${day}`;
}

/** What the plot of the clients shows: when everybody has content, with what leads and directly. */
export function currentTitle(plays: readonly Play[], leading: MethodId | null): string {
	const direct = plays.find(({ method }) => method === 'sepm');
	const other = plays.find(({ method }) => method === leading && method !== 'sepm');
	const shown = other ?? direct ?? plays[0];
	if (!shown) return 'Nothing can be said of the clients yet';
	const all = `all ${counted(shown.scenario.clients, 'client')} have content`;
	const main = `${sentenceCase(WAYS[shown.method])} ${all} ${filledWords(shown)}`;
	return direct && direct !== shown ? `${main}; directly ${filledWords(direct)}` : main;
}

function filledWords({ isPoint, result, best, worst, scenario }: Play): string {
	const after = (hours: number | null) =>
		hours === null ? `not within ${scenario.days} days` : duration(hours);
	if (!isPoint && best && worst) {
		const [low, high] = [best.filledAfterHours, worst.filledAfterHours];
		return high === null && low !== null
			? `after ${duration(low)} at best, at worst ${after(high)}`
			: `between ${after(low)} and ${after(high)}`;
	}
	const hours = result.filledAfterHours;
	return hours === null ? after(hours) : `after ${duration(hours)}`;
}

/** When everybody has content by the simulation: the point, the band, or both. */
export function filledText({ isPoint, result, best, worst, scenario }: Play): string {
	const after = (hours: number | null) =>
		hours === null ? `over ${scenario.days} days` : duration(hours);
	const [low, high] = [best, worst].map((end) => end && after(end.filledAfterHours));
	const ends = low && high && low !== high ? `between ${low} and ${high}` : undefined;
	if (!isPoint) return ends ?? low ?? '–';
	const point = after(result.filledAfterHours);
	return ends ? `${point} (${ends})` : point;
}

interface Costs {
	readonly transfer: readonly TransferRow[];
	readonly bands: readonly TransferBand[];
	readonly leading: MethodId | null;
}

/** What the bars of the first fill say: link time directly against the window, and by what leads. */
export function fillTitle(costs: Costs, windowHours: number | undefined): string {
	const own = shortly(costs, 'sepm', 'firstFillHours', duration);
	const other = leadingOf(costs);
	const rival = other && shortly(costs, other, 'firstFillHours', duration);
	if (!own)
		return rival && other
			? `First fill ${WAYS[other]}: ${rival} of link time`
			: 'First fill: nothing can be said yet';
	const hours = costs.transfer.find(({ method }) => method === 'sepm')?.firstFillHours;
	const fits =
		hours == null || windowHours === undefined
			? ''
			: hours > windowHours
				? `, more than the window of ${duration(windowHours)}`
				: `, which fits the window of ${duration(windowHours)}`;
	const against = rival && other ? `; ${WAYS[other]} ${rival}` : '';
	return `First fill directly: ${own} of link time${fits}${against}`;
}

/** What the bars of a day say: megabytes directly, and by what leads. */
export function dailyTitle(costs: Costs): string {
	const own = shortly(costs, 'sepm', 'wanMegabytesPerDay', megabytes);
	const other = leadingOf(costs);
	const rival = other && shortly(costs, other, 'wanMegabytesPerDay', megabytes);
	const against = rival && other ? `${rival} ${WAYS[other]}` : '';
	if (!own) return against ? `Each day ${against} through the link` : 'Each day through the link';
	return `Each day ${own} pass the link directly${against ? `, ${against}` : ''}`;
}

/** One number of one method in words, with its band where it has one. */
export function saidOf(
	{ transfer, bands }: Pick<Costs, 'transfer' | 'bands'>,
	method: MethodId,
	number: 'firstFillHours' | 'dailyHours' | 'wanMegabytesPerDay',
	write: (value: number) => string
): string | undefined {
	const band = bands.find((each) => each.method === method)?.[number];
	const point = pointWithin(
		transfer.find((each) => each.method === method)?.[number] ?? null,
		band
	);
	if (point === null) return band ? inBand(band, write) : undefined;
	return band ? `${write(point)} (${inBand(band, write)})` : write(point);
}

/** As `saidOf`, with the band only where there is no point. */
function shortly(
	{ transfer, bands }: Costs,
	method: MethodId,
	number: 'firstFillHours' | 'wanMegabytesPerDay',
	write: (value: number) => string
): string | undefined {
	const band = bands.find((each) => each.method === method)?.[number];
	const hasPoint = transfer.some(
		(row) => row.method === method && pointWithin(row[number], band) !== null
	);
	return saidOf({ transfer, bands: hasPoint ? [] : bands }, method, number, write);
}

function leadingOf({ transfer, leading }: Costs): MethodId | undefined {
	return leading === 'sepm' ? undefined : transfer.find(({ method }) => method === leading)?.method;
}

export function sentenceCase(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What the drawing of a site says, in a sentence. */
export function drawingTitle(
	survey: Survey,
	{ groups }: Pick<Plan, 'groups'>,
	when: 'before' | 'after'
): string {
	const counts = new Map<string, number>();
	for (const { id, recommended, leading } of groups) {
		const answers = survey.groups.find((group) => group.id === id)?.answers;
		const answer = valueOf(answers?.clients);
		const method = recommended ?? leading;
		const doubt = recommended === null ? ', not decided yet' : '';
		const after = method === null ? 'without a method' : `${WAYS[method]}${doubt}`;
		const before =
			valueOf(answers?.airGapped) === 'yes'
				? 'without a network'
				: `${WAYS.sepm}, each through the link by itself`;
		const way = when === 'before' ? before : after;
		counts.set(way, (counts.get(way) ?? 0) + (typeof answer === 'number' ? answer : 0));
	}
	const ways = [...counts].map(([way, clients]) => `${counted(clients, 'client')} ${way}`);
	return `${when === 'before' ? 'Before' : 'As recommended'}: ${ways.join('; ')}`;
}
