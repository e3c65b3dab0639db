import { isNotApplicable, valueOf, type Answers } from './answer.ts';
import type { MethodId } from './method.ts';
import type { Plan } from './plan.ts';
import type { Survey } from './survey.ts';
import { transferRows, type TransferRow } from './transfer-rows.ts';
import type { Sizes } from './transfer.ts';

/** Between which values an answer lies that nobody has: what is reckoned with until somebody does. */
export interface Range {
	readonly question: string;
	readonly of: 'site' | 'group';
	readonly low: number;
	readonly high: number;
	readonly unit: string;
	/** Whether more of it makes an update slower or quicker, or makes its days longer. */
	readonly more: 'slower' | 'quicker';
	/** Why there is a band: "the link’s speed is not known". */
	readonly lack: string;
	/** Whether the vendor published both ends or we chose them. */
	readonly from: 'vendor' | 'ours';
	readonly sources: readonly string[];
}

export interface Band {
	readonly low: number;
	readonly high: number;
}

/** What one method costs where answers are missing; `null` where nothing can be said, or where nothing is missing. */
export interface TransferBand {
	readonly method: MethodId;
	readonly firstFillHours: Band | null;
	readonly dailyHours: Band | null;
	readonly wanMegabytesPerDay: Band | null;
	/** The missing answers that make a difference to this method. */
	readonly because: readonly Range[];
}

/** A point that leaves out what nobody counted may lie beside its band: then only the band says something. */
export function pointWithin(point: number | null, band: Band | null | undefined): number | null {
	return point !== null && band && (point < band.low || point > band.high) ? null : point;
}

export type Corner = 'best' | 'worst';

/** The ranges of answers that are unanswered or could not be found out. What does not apply is not missing. */
export function missingIn(survey: Survey, ranges: readonly Range[]): readonly Range[] {
	return ranges.filter(({ question, of }) =>
		of === 'site'
			? isMissing(survey.answers, question)
			: survey.groups.some(({ answers }) => isMissing(answers, question))
	);
}

/** The survey as it would be if every missing answer were the kindest, or the hardest, of its range. */
export function cornerOf(survey: Survey, ranges: readonly Range[], corner: Corner): Survey {
	return alongOf(survey, ranges, corner === 'best' ? 0 : 1);
}

/** The survey with every missing answer as far along its range, from the kindest (0) to the hardest (1), in equal ratios. */
export function alongOf(survey: Survey, ranges: readonly Range[], at: number): Survey {
	const filled = (answers: Answers, of: Range['of']): Answers => ({
		...answers,
		...Object.fromEntries(
			ranges
				.filter((range) => range.of === of && isMissing(answers, range.question))
				.map((range) => [range.question, valueAlong(range, at)])
		)
	});
	return {
		...survey,
		answers: filled(survey.answers, 'site'),
		groups: survey.groups.map((group) => ({ ...group, answers: filled(group.answers, 'group') }))
	};
}

/** The closed form at both corners, for each method of the plan that an answer is missing for. */
export function transferBands(
	survey: Survey,
	plan: Pick<Plan, 'groups'>,
	sizes: Sizes,
	ranges: readonly Range[]
): readonly TransferBand[] {
	const missing = missingIn(survey, ranges);
	if (missing.length === 0) return [];
	const rowsOf = (other: Survey) => {
		const judged = plan.groups.flatMap(({ id, verdicts }) => {
			const group = other.groups.find((each) => each.id === id);
			return group ? [{ group, verdicts }] : [];
		});
		return transferRows(other, judged, sizes);
	};
	const best = rowsOf(cornerOf(survey, missing, 'best'));
	const worst = rowsOf(cornerOf(survey, missing, 'worst'));
	/** The best of all, but for one answer: where that makes a difference, it is a reason for the band. */
	const spoilt = missing.map((range) => {
		const others = missing.filter((each) => each !== range);
		const other = cornerOf(cornerOf(survey, others, 'best'), [range], 'worst');
		return { range, rows: rowsOf(other) };
	});

	return best.flatMap((low) => {
		const { method } = low;
		const high = worst.find((row) => row.method === method);
		if (!high) return [];
		const because = spoilt
			.filter(({ rows }) => differs(low, rowOf(rows, method)))
			.map(({ range }) => range);
		if (because.length === 0) return [];
		return [
			{
				method,
				firstFillHours: between(low.firstFillHours, high.firstFillHours),
				dailyHours: between(low.dailyHours, high.dailyHours),
				wanMegabytesPerDay: between(low.wanMegabytesPerDay, high.wanMegabytesPerDay),
				because
			}
		];
	});
}

function rowOf(rows: readonly TransferRow[], method: MethodId): TransferRow | undefined {
	return rows.find((row) => row.method === method);
}

function differs(a: TransferRow, b: TransferRow | undefined): boolean {
	return (
		a.firstFillHours !== b?.firstFillHours ||
		a.dailyHours !== b.dailyHours ||
		a.wanMegabytesPerDay !== b.wanMegabytesPerDay
	);
}

function between(low: number | null, high: number | null): Band | null {
	return low === null || high === null || low === high ? null : { low, high };
}

/** What is counted in whole things is counted in whole things here as well. */
const COUNTED: ReadonlySet<string> = new Set(['clients', 'subnets']);

function valueAlong({ low, high, more, unit }: Range, at: number): number {
	const [kind, hard] = more === 'quicker' ? [high, low] : [low, high];
	if (at === 0 || at === 1) return at === 0 ? kind : hard;
	const value = kind * (hard / kind) ** at;
	return COUNTED.has(unit) ? Math.round(value) : value;
}

function isMissing(answers: Answers, question: string): boolean {
	const answer = answers[question];
	return valueOf(answer) === undefined && !isNotApplicable(answer);
}
