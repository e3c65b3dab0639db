import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { carriers, reviewedTables } from '../../src/lib/domain/edition.ts';
import { disagreementsIn } from '../../src/lib/domain/disagreements.ts';
import { makePlan, type Plan } from '../../src/lib/domain/plan.ts';
import { emptySurvey } from '../../src/lib/domain/survey.ts';
import * as content from '../../src/lib/domain/content.ts';
import * as transfer from '../../src/lib/domain/transfer.ts';
import { questionsOf } from '../../src/lib/domain/question.ts';
import { sourceUses } from '../../src/lib/domain/citing.ts';
import { questionUses } from '../../src/lib/domain/uses.ts';
import { CONFLICTS } from '../../src/lib/knowledge/conflicts.ts';
import { RECKONINGS } from '../../src/lib/knowledge/reckonings.ts';
import { REVIEWED } from '../../src/lib/knowledge/reviewed.ts';
import { TRACE } from '../../src/lib/knowledge/trace.ts';
import { STEPS_TRACE } from '../../src/lib/knowledge/trace/steps.ts';
import { ADVICE_FIXTURES, RULE_FIXTURES } from './fixtures.ts';

const { knowledge } = REVIEWED;
const kinds = carriers(REVIEWED);
const allUses = questionUses(knowledge);
const ids = TRACE.map(({ id }) => id);
const carrying = new Set(TRACE.flatMap(({ by }) => by));

function run(prefix: string, last: number, first = 1): readonly string[] {
	return Array.from({ length: last - first + 1 }, (_, index) => `${prefix}${first + index}`);
}

describe('nothing that was collected is lost', () => {
	test.each([
		['what a recommender must know', run('A', 29)],
		['conflicts', run('K', 10)],
		['content', run('C', 12)],
		['releases', run('R', 6)],
		['sizes', run('S', 9)],
		['revisions', run('D', 13)],
		['the SEPM', run('M', 18)],
		['the proxy for Mac and Linux', run('P', 5)],
		['Group Update Providers', run('G', 32)],
		['internal LiveUpdate servers', run('L', 15, 0)],
		['external LiveUpdate', run('E', 12)],
		['third-party tools', run('T', 12)],
		['files by hand', run('I', 12)],
		['names and ends', run('N', 8)],
		['worked examples', [...run('O', 17), ...run('F', 18)]],
		['verification', run('V', 18)],
		['what is not confirmed', run('p10-', 15)]
	])('%s: every row has one here', (_, codes) => {
		expect(ids).toEqual(expect.arrayContaining([...codes]));
	});

	test.each([
		['statements of the source document', 'SEED', 49],
		['ports', 'numbers 9: ', 10],
		['failures', 'procedures 4: ', 21],
		['questions', 'procedures 7: ', 80],
		['derived inputs', 'procedures 7.8: ', 9],
		['conflicts of the procedures', 'procedures 9: ', 10],
		['what is not confirmed', 'procedures 10: ', 15]
	])('%s: all of them', (_, from, count) => {
		expect(TRACE.filter((row) => row.from.startsWith(from))).toHaveLength(count);
	});

	test('every step of the procedures, with three hold points for each method', () => {
		const codes = STEPS_TRACE.map(({ id }) => id);
		const numbered = (method: string, last: number) =>
			Array.from({ length: last }, (_, index) => `${method}-${String(index + 1).padStart(2, '0')}`);
		const lettered = ['B-12a', 'B-15a', ...[...'abcdef'].map((letter) => `F-13${letter}`)];
		const all = [
			...numbered('A', 15),
			...numbered('AM', 9),
			...numbered('B', 28),
			...numbered('C', 19),
			...numbered('D', 12),
			...numbered('E', 16),
			...numbered('F', 19).filter((code) => code !== 'F-13'),
			...lettered,
			...[...'ABCDEF'].flatMap((method) => run(`${method}-H`, 3))
		];
		expect([...codes].sort()).toEqual(all.sort());
	});
});

test('every worked example of the vendor is a test that carries its number', () => {
	const folder = fileURLToPath(new URL('..', import.meta.url));
	const titles = ['domain', 'knowledge']
		.flatMap((room) => readdirSync(`${folder}/${room}`).map((name) => `${folder}/${room}/${name}`))
		.filter((name) => name.endsWith('.test.ts') && !name.endsWith('trace.test.ts'))
		.flatMap((name) => readFileSync(name, 'utf8').match(/'[OF]\d+\b[^'\n]*'/g) ?? [])
		.join('\n');
	const untold = [...run('O', 17), ...run('F', 18)].filter(
		(code) => !new RegExp(String.raw`\b${code}\b`).test(titles)
	);
	expect(untold).toEqual([]);
});

describe('every row says what carries it', () => {
	test('ids are unique', () => expect(ids).toEqual([...new Set(ids)]));

	test('whatever carries a row exists', () => {
		const missing = [...carrying].filter((each) => !kinds.has(each));
		expect(missing).toEqual([]);
	});

	test('no id means two things, but for a question and the size that stands in for it', () => {
		const {
			questions = [],
			rules = [],
			advice = [],
			candidateRules = [],
			limits = [],
			methods = []
		} = reviewedTables(REVIEWED);
		const named = [questions, rules, advice, candidateRules, limits, methods].flat();
		const all = [...named.map(({ id }) => id), ...knowledge.steps.map(({ code }) => code)];
		expect(all.filter((id, index) => all.indexOf(id) !== index)).toEqual([]);
	});

	test.each(TRACE.filter(({ by }) => by.length === 0).map((row) => [row.id, row] as const))(
		'%s is carried by nothing, and says why',
		(_, { why }) => expect(why).toMatch(/\.$/)
	);

	test('what the source document says, what a recommender must know, conflicts, steps and questions are all carried', () => {
		const must = TRACE.filter(({ from }) =>
			/^SEED|^[AK]\d+$|^[A-F]M?-|^procedures (7|9)/.test(from)
		);
		expect(must.length).toBeGreaterThan(300);
		expect(must.filter(({ by }) => by.length === 0)).toEqual([]);
	});

	test('a row that is carried gives no excuse', () => {
		expect(TRACE.filter(({ by, why }) => by.length > 0 && why !== undefined)).toEqual([]);
	});

	test('statements are short, in a sentence of our own', () => {
		for (const { id, about } of TRACE) {
			expect(about, id).toMatch(/^[A-Z0-9.“‘].*\.$/);
			expect(about.length, id).toBeLessThanOrEqual(110);
		}
	});
});

describe('and back: everything rests on something', () => {
	const { questions, rules, advice, candidateRules, limits, sizes, methods } =
		reviewedTables(REVIEWED);
	const tables = { questions, rules, advice, candidateRules, limits, sizes, methods };

	test.each(Object.entries(tables))('all %s are in a row or name a source', (_, rows = []) => {
		const loose = rows.filter(({ id, sources = [] }) => !carrying.has(id) && sources.length === 0);
		expect(loose).toEqual([]);
	});

	test('all steps are in a row or name a source', () => {
		const loose = knowledge.steps.filter(
			({ code, sources }) => !carrying.has(code) && sources.length === 0
		);
		expect(loose).toEqual([]);
	});

	test('a rule or an advice that cites the source document is named by one of its statements, or by a rule to encode', () => {
		const named = new Set(
			TRACE.filter(({ from }) => from === 'SEED' || /^[AK]\d/.test(from)).flatMap(({ by }) => by)
		);
		const citing = [...knowledge.rules, ...knowledge.advice].filter(({ sources }) =>
			sources.includes('SEED')
		);
		expect(citing.map(({ id }) => id).filter((id) => !named.has(id))).toEqual([]);
	});

	test('every rule and advice that carries a statement is shown at work by a fixture', () => {
		const shown = { ...RULE_FIXTURES, ...ADVICE_FIXTURES };
		const rows = [...knowledge.rules, ...knowledge.advice].map(({ id }) => id);
		expect(rows.filter((id) => carrying.has(id) && !Object.hasOwn(shown, id))).toEqual([]);
	});

	test('a question beyond the eighty of the procedures is there because something reads it', () => {
		const asked = new Set(
			TRACE.filter(({ from }) => from.startsWith('procedures 7: ')).flatMap(({ by }) => by)
		);
		const more = Object.entries(allUses).filter(([id]) => !asked.has(id));
		expect(more.length).toBeGreaterThan(0);
		for (const [id, uses] of more) expect(Object.values(uses).flat(), id).not.toEqual([]);
	});

	test('every source is relied on, or says why it is listed all the same; never both', () => {
		const uses = sourceUses(Object.keys(knowledge.sources), reviewedTables(REVIEWED));
		for (const [id, { background }] of Object.entries(knowledge.sources)) {
			const isIdle = Object.keys(uses[id]!).length === 0;
			expect(background !== undefined, id).toBe(isIdle);
			if (background !== undefined) expect(background, id).toMatch(/^[A-Z].{20,120}\.$/);
		}
	});

	test('every source that is cited is listed', () => {
		const cited = Object.values(reviewedTables(REVIEWED)).flatMap((rows) =>
			rows.flatMap(({ sources = [] }) => sources)
		);
		const inConflicts = CONFLICTS.flatMap(({ statements }) =>
			statements.flatMap(({ sources }) => sources)
		);
		const unknown = [...cited, ...inConflicts].filter(
			(id) => !Object.hasOwn(knowledge.sources, id)
		);
		expect(unknown).toEqual([]);
	});
});

describe('every question is read, or kept for the record and says what for', () => {
	const all = questionsOf(knowledge.questionnaire);
	const isRead = (id: string) => Object.values(allUses[id]!).flat().length > 0;

	test('what nothing reads says in a sentence what it is kept for', () => {
		expect(all.filter(({ id, record }) => !isRead(id) && !record).map(({ id }) => id)).toEqual([]);
		for (const { id, record } of all) {
			if (record !== undefined) expect(record, id).toMatch(/^[A-Z].{20,110}\.$/);
		}
	});

	test('what is kept for the record only is read by nothing', () => {
		expect(all.filter(({ id, record }) => isRead(id) && record).map(({ id }) => id)).toEqual([]);
	});
});

describe('conflicts between sources', () => {
	test('all ten of the facts are told', () => {
		expect(CONFLICTS.map(({ id }) => id)).toEqual(expect.arrayContaining([...run('K', 10)]));
	});

	test.each(run('K', 10))(
		'%s is a warning on the plans that it bears on, from both sources',
		(id) => {
			const conflict = CONFLICTS.find((each) => each.id === id)!;
			const telling = knowledge.advice.filter((row) => conflict.by.includes(row.id));
			const cited = telling.flatMap(({ sources }) => sources);
			for (const { says, sources } of conflict.statements) {
				expect(
					sources.some((source) => cited.includes(source)),
					says
				).toBe(true);
			}
		}
	);

	test('a plan names those that bear on it, and no other', () => {
		const bear = (rules: readonly string[]) =>
			disagreementsIn(planWith(rules), CONFLICTS).map(({ id }) => id);
		expect(bear([])).toEqual([]);
		expect(bear(['formula-kilobytes', 'edge-of-revisions'])).toEqual(['K3', 'K5']);
		expect(bear(['push-mode'])).toEqual([]);
	});

	test.each(CONFLICTS.map((conflict) => [conflict.id, conflict] as const))(
		'%s: two statements at least, each with a source; what we do, why, and where',
		(_, { statements, we, why, by }) => {
			expect(statements.length).toBeGreaterThan(1);
			for (const { sources } of statements) expect(sources).not.toEqual([]);
			expect(we).toMatch(/\.$/);
			expect(why).toMatch(/\.$/);
			expect(by).not.toEqual([]);
			for (const each of by) expect(kinds.has(each), each).toBe(true);
		}
	);
});

test('what is reckoned in words is a function or a number of the product', () => {
	const real = { ...content, ...transfer };
	for (const { id } of RECKONINGS) expect(real, id).toHaveProperty(id);
	const told = RECKONINGS.map(({ id }) => id);
	const untold = Object.keys(real).filter((id) => !told.includes(id));
	expect(untold).toEqual(['planContent']);
});

/** A plan of which only the warnings are filled in. */
function planWith(rules: readonly string[]): Plan {
	const empty = makePlan(emptySurvey('s', 'Nowhere'), knowledge);
	const warnings = rules.map((rule) => ({
		...{ rule, level: 'warning', reason: '', sources: [], confidence: 'vendor' },
		...{ groups: [], thresholds: [] }
	}));
	return { ...empty, warnings: warnings as Plan['warnings'] };
}
