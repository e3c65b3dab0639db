import { describe, expect, test } from 'vitest';
import { FACT_IDS } from '../../src/lib/domain/fact-table.ts';
import { makePlan, type Plan } from '../../src/lib/domain/plan.ts';
import { ADVICE } from '../../src/lib/knowledge/advice.ts';
import { LIMITS } from '../../src/lib/knowledge/limits.ts';
import { RULES } from '../../src/lib/knowledge/rules.ts';
import { SOURCES } from '../../src/lib/knowledge/sources.ts';
import { surveyOf, TABLES, type Site } from './bundle.ts';
import { ADVICE_FIXTURES, pcs, THIN } from './fixtures.ts';

const plan = (site: Site): Plan => makePlan(surveyOf(site), TABLES);
const warned = (site: Site) => plan(site).warnings.map(({ rule }) => rule);

describe.each(ADVICE.map((row) => [row.id, row] as const))('%s', (id, row) => {
	test('is given where it helps, and only there', () => {
		const fixture = ADVICE_FIXTURES[id];
		expect(fixture, `tests/knowledge/fixtures.ts lacks ${id}`).toBeDefined();
		expect(warned(fixture!.fires)).toContain(id);
		expect(warned(fixture!.silent)).not.toContain(id);
	});

	test('gives a reason that can be read at a glance, and a source that exists', () => {
		expect(row.reason).toMatch(/^[A-Z{].{20,400}\.$/);
		expect(row.sources.length).toBeGreaterThan(0);
		for (const source of row.sources) expect(Object.keys(SOURCES)).toContain(source);
		const isOursOnly = row.sources.every((source) => source === 'OURS');
		expect(row.confidence === 'ours' || !isOursOnly).toBe(true);
	});

	test('names only facts and limits that exist', () => {
		for (const need of row.needs) expect(FACT_IDS).toContain(need);
		const limits = LIMITS.map(({ id }) => id);
		for (const limit of row.limits ?? []) expect(limits).toContain(limit);
		for (const [, name = ''] of row.reason.matchAll(/\{(\w+)\}/g)) {
			expect([...row.needs, ...(row.limits ?? [])]).toContain(name);
		}
	});
});

test('no fixture is left over from an advice that is gone', () => {
	expect(Object.keys(ADVICE_FIXTURES).sort()).toEqual(ADVICE.map(({ id }) => id).sort());
});

test('ids are given once, to rules and advice together', () => {
	const ids = [...RULES, ...ADVICE].map(({ id }) => id);
	expect(new Set(ids).size).toBe(ids.length);
});

test('an advice that always holds is given to some methods only, or where nothing is left', () => {
	for (const row of ADVICE.filter(({ needs }) => needs.length === 0)) {
		expect(row.about !== undefined || row.whenNothingIsLeft, row.id).toBe(true);
	}
});

test('what is said is filled in: no placeholder and no question mark is left', () => {
	for (const { fires } of Object.values(ADVICE_FIXTURES)) {
		for (const { reason, rule } of plan(fires).warnings) {
			expect(reason, rule).not.toMatch(/[{}?]/);
		}
	}
});

test('O16: above 50 clients and without an always-on server, the plan says so and why', () => {
	const site = pcs(THIN, { clients: 51 }, [
		{ host: 'PC7', hostOs: 'windows-client', alwaysOn: 'yes', isSepm: 'no' }
	]);
	expect(plan(site).warnings).toContainEqual(
		expect.objectContaining({
			rule: 'gup-server-os',
			sources: ['TECH92051'],
			reason: expect.stringContaining('51 Windows clients: above 50') as string,
			thresholds: [
				{ limit: 'gupServerClients', value: 50, unit: 'clients', from: 'vendor', changed: false }
			]
		})
	);
});

test('O14: 25 full sets in ten minutes raise the alert', () => {
	const alerts = (clients: number, heartbeatMinutes: number) =>
		warned(pcs({ sepmReachable: 'yes', linkDownMbps: 1000, heartbeatMinutes }, { clients }));
	expect(alerts(25, 10)).toContain('network-load-alert');
	expect(alerts(24, 10)).not.toContain('network-load-alert');
	expect(alerts(50, 20)).toContain('network-load-alert');
	expect(alerts(49, 20)).not.toContain('network-load-alert');
});

test('one warning serves all groups that it concerns with the same words', () => {
	const { warnings } = plan({
		answers: { sepmReachable: 'yes', linkDownMbps: 1000, sepmRevisions: 3 },
		groups: {
			Office: { platform: 'windows', clients: 20 },
			Store: { platform: 'windows', clients: 30 }
		}
	});
	const low = warnings.filter(({ rule }) => rule === 'revisions-low');
	expect(low.map(({ groups }) => groups)).toEqual([['Office', 'Store']]);
});

test('two opinions of the vendor are both told, each with its source', () => {
	const told: Readonly<Record<string, readonly [RegExp, RegExp, ...string[]]>> = {
		'full-set-after-absence': [/three releases a day/, /17 a week/, 'KB177759', 'KB161910'],
		'formula-kilobytes': [/kilobits/, /kilobytes/, 'KB177513'],
		'edge-of-revisions': [
			/only to clients further behind/,
			/no longer stored/,
			'KB152377',
			'KB177759'
		],
		'size-decides': [/100 MB/, /120 MB/, 'KB177759', 'KB180512'],
		'revisions-target': [/10 or 15/, /recommends/, 'KB177759', 'KB180512', 'KB152377'],
		'gup-bypass': [/go to the SEPM when the GUP is off/, /three days/, 'KB151483', 'TECH92051'],
		'lua-two-opinions': [/above 10,000/, /never for clients that a SEPM/, 'SEED', 'TECH93409'],
		'liveupdate-ports': [/443/, /HTTP with FTP/, 'TD-URLS', 'HOWTO80884'],
		'intelligent-updater-separate-files': [
			/one file holds/,
			/separate files/,
			'SEED',
			'TECH104363'
		],
		'jdb-to-sepm': [/two kinds/, /four/, 'KB151309'],
		'gup-software-updates': [/no client software/, /client patches/, 'SEED', 'TD-PATCHES'],
		'mac-linux-proxy': [/reverse proxy/, /only external LiveUpdate/, 'SEED', 'HOWTO81355'],
		'sepm-port-to-open': [/80 or 8014/, /443 or 8014/, 'KB177667']
	};
	for (const [id, [one, other, ...sources]] of Object.entries(told)) {
		const row = ADVICE.find((each) => each.id === id)!;
		expect(row.reason, id).toMatch(one);
		expect(row.reason, id).toMatch(other);
		expect(row.sources, id).toEqual(expect.arrayContaining(sources));
	}
});
