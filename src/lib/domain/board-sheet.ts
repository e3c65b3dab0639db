import type { BoardRow } from './board-list.ts';
import { totalsOf, type SiteGroup } from './board.ts';
import type { MethodId } from './method.ts';
import type { Cell, Sheet } from './sheet.ts';

/** How ids are called in a file that people read. */
export interface BoardNames {
	readonly method: (id: MethodId) => string;
	readonly question: (id: string) => string;
}

type Write = (row: BoardRow, names: BoardNames) => Cell;

const COLUMNS: readonly (readonly [string, Write])[] = [
	['Survey', ({ title }) => title],
	['Site', ({ siteName }) => siteName],
	['Code', ({ siteCode }) => siteCode],
	['Project', ({ project }) => project],
	['Assigned to', ({ assignee }) => assignee],
	['Review', ({ review }) => review],
	['Review note', ({ reviewNote }) => reviewNote],
	['Plan', ({ site }) => site?.plan ?? ''],
	['Questions', ({ site }) => site?.progress.asked ?? ''],
	['Settled', ({ site }) => site?.progress.settled ?? ''],
	['Conflicts', ({ conflicts }) => conflicts],
	[
		'Client groups',
		({ site }, names) => listed(site?.groups.map((each) => groupText(each, names)))
	],
	[
		'Clients',
		({ site }) => site?.groups.reduce((sum, { clients }) => sum + (clients ?? 0), 0) ?? ''
	],
	['GUPs to build', ({ site }) => site?.gups ?? ''],
	['Still open', ({ site }, names) => listed(site?.open.map(names.question))],
	['Blocked by', ({ site }) => listed(site?.blocked)],
	['Steps', ({ site }) => site?.steps.of ?? ''],
	['Steps settled', ({ site }) => site?.steps.settled ?? ''],
	['Comments', ({ comments }) => comments],
	['Last change', ({ updatedAt }) => updatedAt]
];

export function boardSheet(rows: readonly BoardRow[], names: BoardNames): Sheet {
	return {
		name: 'Sites',
		columns: COLUMNS.map(([heading]) => heading),
		rows: rows.map((row) => COLUMNS.map(([, write]) => write(row, names)))
	};
}

export function totalsSheet(rows: readonly BoardRow[], names: BoardNames): Sheet {
	const { methods, gups } = totalsOf(rows.flatMap(({ site }) => site ?? []));
	return {
		name: 'Totals',
		columns: ['Method', 'Clients', 'Client groups', 'Sites', 'Groups without a number', 'GUPs'],
		rows: methods.map(({ method, clients, groups, sites, uncounted }) => [
			method === null ? 'nothing recommended yet' : names.method(method),
			clients,
			groups,
			sites,
			uncounted,
			method === 'gup' ? gups : 0
		])
	};
}

/** The board as one plain JSON value, for scripts. */
export function boardJson(rows: readonly BoardRow[], at: string) {
	return {
		'sitewalk-board': 1,
		at,
		totals: totalsOf(rows.flatMap(({ site }) => site ?? [])),
		surveys: rows
	};
}

export function groupText(
	{ name, clients, recommended, leading }: SiteGroup,
	{ method }: Pick<BoardNames, 'method'>
): string {
	const count = clients === null ? '' : ` (${clients})`;
	if (recommended) return `${name}${count}: ${method(recommended)}`;
	return `${name}${count}: open${leading ? `, leans to ${method(leading)}` : ''}`;
}

function listed(texts: readonly string[] | undefined): string {
	return texts?.join('; ') ?? '';
}
