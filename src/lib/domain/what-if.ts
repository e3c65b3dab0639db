import { valueOf } from './answer.ts';
import type { MethodId } from './method.ts';
import { judge, type Knowledge } from './plan.ts';
import type { Recommendation } from './recommend.ts';
import type { Instance, InstanceId, Survey } from './survey.ts';

/** An answer that can be moved to see what would follow. Moving it never changes the survey. */
export interface Lever {
	/** The question, of the site or of one client group. */
	readonly question: string;
	readonly of: 'site' | 'group';
	readonly label: string;
	readonly unit: string;
	readonly low: number;
	readonly high: number;
	readonly isWhole: boolean;
}

export const LEVERS: readonly Lever[] = [
	{
		question: 'clients',
		of: 'group',
		label: 'Clients of this group',
		unit: 'clients',
		low: 1,
		high: 20_000,
		isWhole: true
	},
	{
		question: 'sepmTotalClients',
		of: 'site',
		label: 'Clients on the SEPM, all sites',
		unit: 'clients',
		low: 1,
		high: 50_000,
		isWhole: true
	},
	{
		question: 'linkDownMbps',
		of: 'site',
		label: 'Link to this site',
		unit: 'Mbit/s',
		low: 0.1,
		high: 10_000,
		isWhole: false
	},
	{
		question: 'linkSharePercent',
		of: 'site',
		label: 'Share of the link',
		unit: '%',
		low: 1,
		high: 100,
		isWhole: false
	},
	{
		question: 'windowHours',
		of: 'site',
		label: 'Window a day',
		unit: 'hours',
		low: 0.5,
		high: 24,
		isWhole: false
	},
	{
		question: 'fullContentMegabytes',
		of: 'site',
		label: 'Full set',
		unit: 'MB',
		low: 20,
		high: 1000,
		isWhole: false
	},
	{
		question: 'deltaMegabytes',
		of: 'site',
		label: 'Delta',
		unit: 'MB',
		low: 0.1,
		high: 50,
		isWhole: false
	},
	{
		question: 'sepmRevisions',
		of: 'site',
		label: 'Revisions kept',
		unit: 'revisions',
		low: 1,
		high: 120,
		isWhole: true
	},
	{
		question: 'subnets',
		of: 'site',
		label: 'Subnets, one GUP each',
		unit: 'subnets',
		low: 1,
		high: 40,
		isWhole: true
	}
];

export type Moves = Readonly<Record<string, number>>;

/** The survey as it would be with levers moved for one group; the survey itself is left as it is. */
export function moved(survey: Survey, group: InstanceId, moves: Moves): Survey {
	const of = (place: Lever['of']) =>
		Object.fromEntries(
			LEVERS.filter((lever) => lever.of === place && moves[lever.question] !== undefined).map(
				({ question }) => [question, moves[question] as number]
			)
		);
	return {
		...survey,
		answers: { ...survey.answers, ...of('site') },
		groups: survey.groups.map((each) =>
			each.id === group ? { ...each, answers: { ...each.answers, ...of('group') } } : each
		)
	};
}

/** A value of a lever at which another method begins to lead. */
export interface TippingPoint {
	readonly lever: Lever;
	/** The first value, going up, at which `after` leads. */
	readonly at: number;
	readonly before: MethodId | null;
	readonly after: MethodId | null;
	/** Rules of any method that fire on one side only: they made the difference. */
	readonly rules: readonly string[];
}

/** How finely a lever is walked before the place of a change is narrowed down. */
const STEPS = 48;

/** Where the recommendation of a group would tip, lever by lever, with everything else as surveyed. */
export function tippingPoints(
	survey: Survey,
	group: InstanceId,
	knowledge: Knowledge,
	levers: readonly Lever[] = LEVERS
): readonly TippingPoint[] {
	return levers.flatMap((lever) => tippingPointsOf(lever, survey, group, knowledge));
}

function tippingPointsOf(
	lever: Lever,
	survey: Survey,
	group: InstanceId,
	knowledge: Knowledge
): readonly TippingPoint[] {
	const at = (value: number) => judgeAt(survey, group, knowledge, { [lever.question]: value });
	const points: TippingPoint[] = [];
	let low = lever.low;
	let before = at(low);
	for (const value of walk(lever)) {
		const after = at(value);
		// More than one change may lie between two steps: each is looked for from the one before.
		while (before.leading !== after.leading) {
			const point = narrowed(lever, low, before, value, at);
			points.push(point.said);
			low = point.high;
			before = point.right;
		}
		low = value;
		before = after;
	}
	return points;
}

/** Halves the stretch until a whole number, or three digits, separate the two sides. */
function narrowed(
	lever: Lever,
	low: number,
	left: Recommendation,
	high: number,
	at: (value: number) => Recommendation
): { readonly said: TippingPoint; readonly high: number; readonly right: Recommendation } {
	let right = at(high);
	for (;;) {
		const middle = lever.isWhole ? Math.floor((low + high) / 2) : (low + high) / 2;
		const isNarrow = lever.isWhole ? high - low <= 1 : (high - low) / high < 0.0005;
		if (isNarrow) break;
		const here = at(middle);
		if (here.leading === left.leading) low = middle;
		else {
			high = middle;
			right = here;
		}
	}
	const said = {
		lever,
		at: lever.isWhole ? high : Number(high.toPrecision(3)),
		before: left.leading,
		after: right.leading,
		rules: flipped(at(low), right)
	};
	return { said, high, right };
}

/** Rules that fire on one side and not on the other, of all methods whose verdict changes. */
export function flipped(before: Recommendation, after: Recommendation): readonly string[] {
	const fired = ({ verdicts }: Recommendation) =>
		new Set(verdicts.flatMap(({ because }) => because.map(({ rule }) => rule)));
	const [left, right] = [fired(before), fired(after)];
	return [...left, ...right].filter((rule) => left.has(rule) !== right.has(rule));
}

/** Values from low to high, closer together where they are small. */
function walk({ low, high, isWhole }: Lever): readonly number[] {
	const values = Array.from({ length: STEPS }, (_, index) => {
		const value = low * (high / low) ** ((index + 1) / STEPS);
		return isWhole ? Math.round(value) : value;
	});
	return [...new Set(values)];
}

function judgeAt(
	survey: Survey,
	group: InstanceId,
	knowledge: Knowledge,
	moves: Moves
): Recommendation {
	const other = moved(survey, group, moves);
	return judge(other, other.groups.find(({ id }) => id === group) as Instance, knowledge);
}

/** What was surveyed for a lever, or `undefined` where nobody answered. */
export function surveyed(
	survey: Survey,
	group: InstanceId,
	{ question, of }: Lever
): number | undefined {
	const answers =
		of === 'site' ? survey.answers : survey.groups.find(({ id }) => id === group)?.answers;
	const value = valueOf(answers?.[question]);
	return typeof value === 'number' ? value : undefined;
}
