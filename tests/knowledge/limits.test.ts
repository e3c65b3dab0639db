import { describe, expect, test } from 'vitest';
import { makePlan } from '../../src/lib/domain/plan.ts';
import { ADVICE } from '../../src/lib/knowledge/advice.ts';
import { LIMITS } from '../../src/lib/knowledge/limits.ts';
import { RULES } from '../../src/lib/knowledge/rules.ts';
import { SIZES } from '../../src/lib/knowledge/sizes.ts';
import { SOURCES } from '../../src/lib/knowledge/sources.ts';
import { surveyOf, TABLES, type Site } from './bundle.ts';
import { pcs, THIN, WIDE } from './fixtures.ts';

const plan = (site: Site) => makePlan(surveyOf(site), TABLES);
const recommended = (site: Site) => plan(site).groups[0]!.recommended;

describe.each(LIMITS.map((limit) => [limit.id, limit] as const))('%s', (id, limit) => {
	test('says what it decides, whose it is, and who says so', () => {
		expect(limit.meaning).toMatch(/^[A-Z].{15,160}\.$/);
		expect(limit.value).toBeGreaterThan(0);
		expect(limit.sources.length).toBeGreaterThan(0);
		for (const source of limit.sources) expect(Object.keys(SOURCES)).toContain(source);
		if (limit.from === 'vendor') expect(limit.sources).not.toContain('OURS');
	});

	test('is read by a rule or an advice', () => {
		const readers = [...RULES, ...ADVICE].filter((row) => row.limits?.includes(id));
		expect(readers.map((row) => row.id)).not.toEqual([]);
	});
});

test('ids are given once', () => {
	expect(new Set(LIMITS.map(({ id }) => id)).size).toBe(LIMITS.length);
});

test('the default a condition falls back on is the value of the table', () => {
	for (const row of [...RULES, ...ADVICE]) {
		const [, read = ''] = /\}, \{([^}]*)\}/.exec(String(row.when)) ?? [];
		for (const [, name, digits = ''] of read.matchAll(/(\w+) = ([\d_e]+)/g)) {
			const limit = LIMITS.find(({ id }) => id === name);
			expect(limit?.value, `${row.id}: ${name}`).toBe(Number(digits.replaceAll('_', '')));
			expect(row.limits, row.id).toContain(name);
		}
	}
});

describe('the vendor’s thresholds are met to the unit', () => {
	test.each([
		[9, 'sepm'],
		[10, 'gup'],
		[50, 'gup'],
		[51, 'gup'],
		[10_000, 'gup']
	])('O16: %i Windows clients on a thin link without internet: %s', (clients, method) => {
		expect(
			recommended(pcs({ ...THIN, linkDownMbps: 0.5, internetAllowed: 'no' }, { clients }))
		).toBe(method);
	});

	test.each([
		[10_000, 'sepm'],
		[10_001, 'lua']
	])('a network of %i clients: %s', (sepmTotalClients, method) => {
		expect(recommended(pcs({ ...WIDE, sepmTotalClients }))).toBe(method);
	});

	test.each([
		[1699, 'liveupdate'],
		[1700, 'lua']
	])('%i unmanaged clients: %s', (clients, method) => {
		expect(recommended(pcs({ internetAllowed: 'yes' }, { managed: 'no', clients }))).toBe(method);
	});
});

describe('a limit can be changed for one survey', () => {
	const site = pcs({ ...THIN, internetAllowed: 'no' }, { clients: 10 });
	const changed = { ...site, limits: { gupMinClients: 20 } };

	test('and the recommendation follows', () => {
		expect(recommended({ ...site, answers: { ...site.answers, linkDownMbps: 0.5 } })).toBe('gup');
		expect(recommended({ ...changed, answers: { ...site.answers, linkDownMbps: 0.5 } })).toBe(
			'sepm'
		);
	});

	test('and the reason says that it was changed, and gives the number that was used', () => {
		const gup = plan(changed).groups[0]!.verdicts.find(({ method }) => method === 'gup')!;
		const wall = gup.because.find(({ rule }) => rule === 'gup-too-small')!;
		expect(wall.reason).toContain('below 20 the vendor advises');
		expect(wall.thresholds).toEqual([
			{ limit: 'gupMinClients', value: 20, unit: 'clients', from: 'vendor', changed: true }
		]);
	});

	test('a limit that nobody knows changes nothing', () => {
		expect(plan({ ...site, limits: { nonsense: 1 } })).toEqual(plan(site));
	});
});

describe('the sizes that stand in for what was not measured', () => {
	test('are those of the vendor’s old texts, and our two proposals', () => {
		expect(Object.fromEntries(Object.entries(SIZES).map(([id, size]) => [id, size.value]))).toEqual(
			{
				fullContentMegabytes: 120,
				deltaMegabytes: 1.5,
				releasesPerDay: 3,
				linkSharePercent: 25,
				windowHours: 8,
				heartbeatKilobytes: 5
			}
		);
		for (const { sources } of Object.values(SIZES)) {
			for (const source of sources) expect(Object.keys(SOURCES)).toContain(source);
		}
	});

	test('each says in a sentence what is assumed; what can be measured asks for it', () => {
		for (const { assumption, value } of Object.values(SIZES)) {
			expect(assumption).toMatch(/^[A-Z].*\.$/);
			expect(assumption).toMatch(value === 3 ? /Three/ : new RegExp(`${value}`));
		}
		expect(SIZES.fullContentMegabytes.assumption).toMatch(/Measure/);
		expect(SIZES.deltaMegabytes.assumption).toMatch(/Measure/);
	});

	test('are named wherever they carry a reason', () => {
		const gup = plan(pcs(THIN)).groups[0]!.verdicts.find(({ method }) => method === 'gup')!;
		const reason = gup.because.find(({ rule }) => rule === 'gup-thin-link')!;
		for (const id of ['fullContentMegabytes', 'linkSharePercent', 'windowHours'] as const) {
			expect(reason.assumptions).toContain(SIZES[id].assumption);
		}
	});
});
