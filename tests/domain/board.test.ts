import { describe, expect, test } from 'vitest';
import type { Answers } from '../../src/lib/domain/answer.ts';
import { siteOf, totalsOf, type Site } from '../../src/lib/domain/board.ts';
import {
	filterBoard,
	NO_FILTER,
	sortBoard,
	type BoardRow
} from '../../src/lib/domain/board-list.ts';
import { boardSheet, groupText, totalsSheet } from '../../src/lib/domain/board-sheet.ts';
import { csvOf } from '../../src/lib/domain/sheet.ts';
import { makePlan } from '../../src/lib/domain/plan.ts';
import { emptySurvey, type Survey } from '../../src/lib/domain/survey.ts';
import { KNOWLEDGE } from '../../src/lib/knowledge/knowledge.ts';

const OFFICE: Answers = {
	...{ groupName: 'Office', platform: 'windows', clients: 40, clientVersion: '14.3 RU8' },
	...{ managed: 'yes', airGapped: 'no', roaming: 'no' }
};
const branch = (answers: Answers = {}, group: Answers = {}): Survey => ({
	...emptySurvey('s', 'Lyon'),
	answers: {
		...{ sepmReachable: 'yes', internetAllowed: 'no', contentMustBeTested: 'no' },
		...{ linkDownMbps: 2, linkSharePercent: 25, windowHours: 8, sepmTotalClients: 2000 },
		...{ subnets: 3, ...answers }
	},
	groups: [{ id: 'g1', answers: { ...OFFICE, ...group } }]
});
const site = (survey: Survey) => siteOf(survey, KNOWLEDGE);

describe('a site on the board', () => {
	test('says what is recommended for whom, and how many GUPs that means: one per subnet', () => {
		expect(site(branch())).toMatchObject({
			plan: 'ready',
			groups: [{ name: 'Office', clients: 40, recommended: 'gup' }],
			gups: 3,
			blocked: []
		});
		expect(site(branch({ linkDownMbps: 10_000 })).gups).toBe(0);
	});

	test('is open while an answer that decides is missing, and names the question', () => {
		const found = site(branch({ linkDownMbps: { unknown: 'nobody knew' } }));
		expect(found).toMatchObject({ plan: 'open', groups: [{ recommended: null }] });
		expect(found.open).toContain('linkDownMbps');
	});

	test('is empty without a client group', () => {
		expect(site({ ...branch(), groups: [] }).plan).toBe('empty');
	});

	test('is blocked by a step that is, with reason and owner', () => {
		const step = makePlan(branch(), KNOWLEDGE).checklists[0]!.steps[0]!;
		const stuck = { state: 'blocked', reason: 'no account', owner: 'Lea' } as const;
		const found = site({ ...branch(), steps: { [step.id]: stuck } });
		expect(found.plan).toBe('blocked');
		expect(found.blocked).toEqual([expect.stringMatching(/^Step .+: no account \(Lea\)$/)]);
	});

	test('is blocked where every method is ruled out for a group', () => {
		const nothing = { internetAllowed: 'no', sepmReachable: 'no', removableMediaAllowed: 'no' };
		const found = site(
			branch({ ...nothing, luaPresent: 'no', distributionTools: [] }, { airGapped: 'yes' })
		);
		expect(found.plan).toBe('blocked');
		expect(found.blocked).toContain('Office: every method is ruled out.');
	});

	test('counts the steps that are settled', () => {
		const { of } = site(branch()).steps;
		expect(of).toBeGreaterThan(10);
		const step = makePlan(branch(), KNOWLEDGE).checklists[0]!.steps[0]!;
		const done = site({ ...branch(), steps: { [step.id]: { state: 'done' } } });
		expect(done.steps).toEqual({ of, settled: 1 });
	});
});

test('totals add up clients, groups and sites per method, and say what was not counted', () => {
	const sites = [
		site(branch()),
		site(branch({ subnets: 1 })),
		site(branch({}, { clients: { unknown: 'x' } }))
	];
	const totals = totalsOf(sites);
	expect(totals.methods.reduce((sum, { clients }) => sum + clients, 0)).toBe(80);
	expect(totals.methods.reduce((sum, { groups }) => sum + groups, 0)).toBe(3);
	expect(totals.methods.reduce((sum, { uncounted }) => sum + uncounted, 0)).toBe(1);
	expect(totals.methods[0]).toMatchObject({ method: 'gup', clients: 80 });
	expect(totals.gups).toBe(sites.reduce((sum, { gups }) => sum + gups, 0));
	expect(Object.values(totals.plans).reduce((a, b) => a + b)).toBe(3);
});

const SITE: Site = {
	...{ progress: { asked: 10, settled: 5, unknown: 0, problems: 0 }, plan: 'open' },
	...{ groups: [], open: [], blocked: [], gups: 0, steps: { of: 0, settled: 0 } }
};
const row = (id: string, fields: Partial<BoardRow> = {}): BoardRow => ({
	...{ id, title: id, siteName: '', siteCode: '', isArchived: false, project: '', assignee: '' },
	...{ review: '', reviewNote: '', conflicts: 0, comments: 0, updatedAt: '', site: SITE },
	...fields
});
const ids = (rows: readonly BoardRow[]) => rows.map(({ id }) => id);

describe('the list', () => {
	const rows = [
		row('a', { project: 'North', review: 'issues', siteName: 'Orléans' }),
		row('b', { conflicts: 2, assignee: 'Kim', site: { ...SITE, plan: 'ready' } }),
		row('c', { project: 'North', site: undefined })
	];
	const filtered = (filter: Partial<typeof NO_FILTER>) =>
		ids(filterBoard(rows, { ...NO_FILTER, ...filter }));

	test('is filtered by each thing, and by what has none of it', () => {
		expect(filtered({})).toEqual(['a', 'b', 'c']);
		expect(filtered({ text: 'orleans north' })).toEqual(['a']);
		expect(filtered({ project: 'North' })).toEqual(['a', 'c']);
		expect(filtered({ project: 'none' })).toEqual(['b']);
		expect(filtered({ assignee: 'Kim' })).toEqual(['b']);
		expect(filtered({ review: 'issues' })).toEqual(['a']);
		expect(filtered({ review: 'none' })).toEqual(['b', 'c']);
		expect(filtered({ plan: 'ready' })).toEqual(['b']);
		expect(filtered({ hasConflicts: true })).toEqual(['b']);
	});

	test('is filtered by a recommended method, and by none', () => {
		const group = { name: 'g', clients: 1, leading: null };
		const list = [
			row('gup', { site: { ...SITE, groups: [{ ...group, recommended: 'gup' }] } }),
			row('none', { site: { ...SITE, groups: [{ ...group, recommended: null }] } })
		];
		expect(ids(filterBoard(list, { ...NO_FILTER, method: 'gup' }))).toEqual(['gup']);
		expect(ids(filterBoard(list, { ...NO_FILTER, method: 'none' }))).toEqual(['none']);
	});

	test('is sorted by what needs somebody first; what has no name comes last', () => {
		expect(ids(sortBoard(rows, 'change'))).toEqual(['a', 'b', 'c']);
		expect(ids(sortBoard(rows, 'plan'))).toEqual(['a', 'b', 'c']);
		expect(ids(sortBoard(rows, 'conflicts'))).toEqual(['b', 'a', 'c']);
		expect(ids(sortBoard(rows, 'project'))).toEqual(['a', 'c', 'b']);
		expect(ids(sortBoard(rows, 'assignee'))).toEqual(['b', 'a', 'c']);
		expect(ids(sortBoard([row('x10'), row('x9')], 'title'))).toEqual(['x9', 'x10']);
	});
});

describe('a file of the board', () => {
	const names = { method: (id: string) => id.toUpperCase(), question: (id: string) => `${id}?` };

	test('has a cell for every heading, and numbers as numbers', () => {
		const group = { name: 'Office', clients: 40, recommended: 'gup', leading: 'gup' } as const;
		const sheet = boardSheet(
			[
				row('a', { site: { ...SITE, groups: [group], open: ['linkDownMbps'] } }),
				row('b', { site: undefined })
			],
			names
		);
		expect(sheet.rows.map(({ length }) => length)).toEqual([20, 20]);
		const cell = (heading: string) => sheet.rows[0]![sheet.columns.indexOf(heading)];
		expect(cell('Client groups')).toBe('Office (40): GUP');
		expect(cell('Clients')).toBe(40);
		expect(cell('Still open')).toBe('linkDownMbps?');
	});

	test('says what a group leans to while nothing is recommended', () => {
		const group = { name: 'Office', clients: null, recommended: null, leading: 'sepm' } as const;
		expect(groupText(group, names)).toBe('Office: open, leans to SEPM');
		expect(totalsSheet([row('a', { site: { ...SITE, groups: [group] } })], names).rows).toEqual([
			['nothing recommended yet', 0, 1, 1, 1, 0]
		]);
	});

	test('is read by every spreadsheet and run by none', () => {
		const rows = [['=HYPERLINK("x")', '+1', '-1', '@a', '\t=1', -1, 'plain', 'a,b', 'a\nb', 'é"']];
		expect(csvOf({ name: 'x', columns: ['a'], rows })).toBe(
			'\uFEFFa\r\n' +
				'"\'=HYPERLINK(""x"")","\'+1","\'-1","\'@a","\'\t=1",-1,plain,"a,b","a\nb","é"""\r\n'
		);
	});
});
