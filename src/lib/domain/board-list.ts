import { PLAN_STATES, type PlanState, type Site } from './board.ts';

/** One survey on the board. */
export interface BoardRow {
	readonly id: string;
	readonly title: string;
	readonly siteName: string;
	readonly siteCode: string;
	readonly isArchived: boolean;
	/** Empty while it is in none. */
	readonly project: string;
	readonly assignee: string;
	/** Empty while nobody has said anything. */
	readonly review: string;
	readonly reviewNote: string;
	readonly conflicts: number;
	readonly comments: number;
	/** ISO 8601 with offset, for reading; clocks of devices differ. */
	readonly updatedAt: string;
	/** `undefined` while it is being worked out. */
	readonly site: Site | undefined;
}

/** Empty text fits every row; `none` fits a row that has no project, assignee or review. */
export interface BoardFilter {
	/** Words that must all stand in the names, the project or the assignee. */
	readonly text: string;
	readonly project: string;
	readonly assignee: string;
	readonly review: string;
	readonly plan: PlanState | '';
	/** A method that is recommended for one of its groups. */
	readonly method: string;
	readonly hasConflicts: boolean;
}

export const NO_FILTER: BoardFilter = {
	text: '',
	project: '',
	assignee: '',
	review: '',
	plan: '',
	method: '',
	hasConflicts: false
};

export const BOARD_ORDERS = [
	'change',
	'title',
	'project',
	'plan',
	'progress',
	'conflicts',
	'review',
	'assignee'
] as const;
export type BoardOrder = (typeof BOARD_ORDERS)[number];

export function filterBoard(rows: readonly BoardRow[], filter: BoardFilter): readonly BoardRow[] {
	const words = plainText(filter.text).split(/\s+/).filter(Boolean);
	const fits = (wanted: string, has: string) =>
		wanted === '' || has === (wanted === 'none' ? '' : wanted);
	return rows.filter((row) => {
		const all = plainText(
			[row.title, row.siteName, row.siteCode, row.project, row.assignee].join(' ')
		);
		return (
			words.every((word) => all.includes(word)) &&
			fits(filter.project, row.project) &&
			fits(filter.assignee, row.assignee) &&
			fits(filter.review, row.review) &&
			(filter.plan === '' || row.site?.plan === filter.plan) &&
			(filter.method === '' || recommends(row, filter.method)) &&
			(!filter.hasConflicts || row.conflicts > 0)
		);
	});
}

/** What needs somebody first: worst plan, least progress, most conflicts. `change` is the order in which they come. */
export function sortBoard(rows: readonly BoardRow[], order: BoardOrder): readonly BoardRow[] {
	if (order === 'change') return rows;
	const compare = ORDERS[order];
	return [...rows].sort((a, b) => compare(a, b) || byText(a.title, b.title) || byText(a.id, b.id));
}

type Compare = (a: BoardRow, b: BoardRow) => number;

const ORDERS: { readonly [Order in Exclude<BoardOrder, 'change'>]: Compare } = {
	title: () => 0,
	project: (a, b) => byText(a.project, b.project),
	plan: (a, b) => planRank(a) - planRank(b),
	progress: (a, b) => shareOf(a) - shareOf(b),
	conflicts: (a, b) => b.conflicts - a.conflicts,
	review: (a, b) => byText(a.review, b.review),
	assignee: (a, b) => byText(a.assignee, b.assignee)
};

/** Of the questions that apply: between 0 and 1, and 1 where it is not known yet. */
export function shareOf({ site }: BoardRow): number {
	return site && site.progress.asked > 0 ? site.progress.settled / site.progress.asked : 1;
}

function planRank({ site }: BoardRow): number {
	return site ? PLAN_STATES.indexOf(site.plan) : PLAN_STATES.length;
}

function recommends({ site }: BoardRow, method: string): boolean {
	return site?.groups.some(({ recommended }) => (recommended ?? 'none') === method) ?? false;
}

/** What has no name comes last. */
function byText(a: string, b: string): number {
	if (a === '' || b === '') return Number(a === '') - Number(b === '');
	return a.localeCompare(b, 'en', { numeric: true });
}

function plainText(text: string): string {
	return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
