import { describe, expect, test } from 'vitest';
import { questionsOf } from '../../src/lib/domain/question.ts';
import type { Source } from '../../src/lib/domain/plan.ts';
import { CONFLICTS } from '../../src/lib/knowledge/conflicts.ts';
import { FAILURES } from '../../src/lib/knowledge/failures.ts';
import { IU_FILES } from '../../src/lib/knowledge/iu-files.ts';
import { KNOWLEDGE } from '../../src/lib/knowledge/knowledge.ts';
import { MONITORING } from '../../src/lib/knowledge/monitoring.ts';
import { QUESTIONNAIRE } from '../../src/lib/knowledge/questionnaire.ts';
import { RECKONINGS } from '../../src/lib/knowledge/reckonings.ts';
import { SOURCES } from '../../src/lib/knowledge/sources.ts';
import { VERIFICATION } from '../../src/lib/knowledge/verification.ts';
import { relianceOf } from '../../src/routes/sources/reliance.ts';

const rows = Object.entries<Source>(SOURCES);

test('every source has a title, a place where it is found and a version it speaks of', () => {
	for (const [id, { title, where, version }] of rows) {
		expect(
			[title, where, version].every((each) => each.trim() !== ''),
			id
		).toBe(true);
	}
});

test('an address is written without its scheme, so that a print shows it whole', () => {
	expect(rows.filter(([, { where }]) => where.includes('://'))).toEqual([]);
});

test('ids are upper-case document codes', () => {
	for (const [id] of rows) expect(id).toMatch(/^[A-Z0-9]+(-[A-Z0-9]+)*$/);
});

test('two sources never have the same title and place', () => {
	const seen = rows.map(([, { title, where }]) => `${title} ${where}`);
	expect(new Set(seen).size).toBe(seen.length);
});

describe('the register of the procedures', () => {
	const numbers = [
		...Array.from({ length: 58 }, (_, number) => `S${number}`),
		...Array.from({ length: 12 }, (_, number) => `D${number + 1}`)
	];

	test.each(numbers)('%s has a source', (number) => {
		expect(rows.some(([, { procedures }]) => procedures === number)).toBe(true);
	});

	test('no source names a number that the register does not have', () => {
		const named = rows.flatMap(([, { procedures }]) => procedures ?? []);
		expect(named.filter((number) => !numbers.includes(number))).toEqual([]);
	});
});

/** The documents that the collection of facts and numbers cites. */
const CITED_BY_NUMBERS = [
	'SEED KB177667 KB231597 KB177685 TECH92051 KB177513 KB177759 KB180512 KB152377 KB161910',
	'KB162437 KB156653 KB177654 HOWTO55060 HOWTO55184 HOWTO80959 TD-GUP KB152744 TECH122515',
	'KB156741 SVC1-GUPTHR GUPWP KB153947 TECH93409 KB157254 CB-LUA1 CB-LUA2 KB151483 KB151309',
	'TECH104363 TECH161663 TD-3P TD-PORTS TD-LUSCHED TD-RAND TD-RANDLU TD-ENGINE TD-PLAT',
	'TD-MANAGED TD-SUBM TD-URLS KB154433 KB227924 KB263064 TD-CMP KB181033 KB157015 API GH-DEFS',
	'HOWTO81355 HOWTO80884 SBE-G CON-HB CON-CHAIN'
].flatMap((line) => line.split(' '));

test.each(CITED_BY_NUMBERS)('%s, which a number rests on, is listed', (id) => {
	expect(SOURCES).toHaveProperty([id]);
});

test('every source that a question cites is listed', () => {
	const missing = questionsOf(QUESTIONNAIRE).flatMap(({ id, sources = [] }) =>
		sources.filter((source) => !Object.hasOwn(SOURCES, source)).map((source) => [id, source])
	);
	expect(missing).toEqual([]);
});

describe('the sources page', () => {
	const relied = relianceOf(KNOWLEDGE, {
		failures: FAILURES,
		monitoring: MONITORING,
		verification: VERIFICATION,
		files: IU_FILES,
		reckonings: RECKONINGS,
		conflicts: CONFLICTS
	});

	test.each(rows)('%s is shown with what relies on it, or why nothing does', (id, source) => {
		const sayings = relied[id]!.flatMap((each) => each.sayings);
		expect(sayings.length > 0 || source.background !== undefined).toBe(true);
		expect(sayings).not.toContain('');
	});

	test('what relies on a source is named as it is read on the page', () => {
		const { kind, sayings } = relied.TECH92051!.find((each) => each.kind === 'Thresholds')!;
		expect(kind).toBe('Thresholds');
		expect(sayings).toContain('For more clients at one place consider another SEPM site.');
	});
});
