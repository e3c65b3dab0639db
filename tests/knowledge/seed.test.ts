import { describe, expect, test } from 'vitest';
import { METHOD_IDS } from '../../src/lib/domain/method.ts';
import { ADVICE } from '../../src/lib/knowledge/advice.ts';
import { LIMITS } from '../../src/lib/knowledge/limits.ts';
import { RULES } from '../../src/lib/knowledge/rules.ts';
import { ADVICE_FIXTURES, RULE_FIXTURES } from './fixtures.ts';
import { CONFLICTS, RECOMMENDER_RULES, SEED_SENTENCES } from './trace.ts';

const FIXTURES = { ...RULE_FIXTURES, ...ADVICE_FIXTURES };
const ROWS = [...RULES, ...ADVICE];
const LIMIT_IDS = LIMITS.map(({ id }) => id);

/** A row counts as carried when it exists and a fixture shows it at work; a method or a limit when it exists. */
function isCarried(id: string): boolean {
	if (LIMIT_IDS.includes(id) || (METHOD_IDS as readonly string[]).includes(id)) return true;
	return ROWS.some((row) => row.id === id) && Object.hasOwn(FIXTURES, id);
}

describe('every sentence of the source document is carried by a row with a fixture', () => {
	test.each(SEED_SENTENCES.map((each) => [each.key, each] as const))('“%s”', (key, { rows }) => {
		if (!/download schedule/.test(key)) expect(rows).not.toEqual([]);
		for (const id of rows) expect(isCarried(id), id).toBe(true);
	});

	test('the keys are a few words, never the sentence', () => {
		for (const { key } of SEED_SENTENCES) expect(key.split(' ').length).toBeLessThanOrEqual(9);
	});

	test('and a row that cites the document is named by one of its sentences', () => {
		const named = new Set(SEED_SENTENCES.flatMap(({ rows }) => rows));
		const elsewhere = new Set([
			...Object.values(RECOMMENDER_RULES).flat(),
			...Object.values(CONFLICTS).flat()
		]);
		const citing = ROWS.filter(({ sources }) => sources.includes('SEED')).map(({ id }) => id);
		expect(citing.filter((id) => !named.has(id) && !elsewhere.has(id))).toEqual([]);
	});
});

describe('every rule a recommender should encode is carried', () => {
	test('all twenty-nine', () => {
		expect(Object.keys(RECOMMENDER_RULES)).toEqual(
			Array.from({ length: 29 }, (_, index) => `A${index + 1}`)
		);
	});

	test.each(Object.entries(RECOMMENDER_RULES))('%s', (_, rows) => {
		expect(rows).not.toEqual([]);
		for (const id of rows) expect(isCarried(id), id).toBe(true);
	});
});

test.each(Object.entries(CONFLICTS))('the conflict %s is told, not hidden', (_, rows) => {
	for (const id of rows) {
		const row = ROWS.find((each) => each.id === id);
		expect(row?.sources.length, id).toBeGreaterThan(1);
		expect(isCarried(id), id).toBe(true);
	}
});
