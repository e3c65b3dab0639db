import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { asMarkdown, type Block } from '../../src/lib/domain/document.ts';
import { carriers, edition } from '../../src/lib/domain/edition.ts';
import {
	answerWords,
	conditionWords,
	filledWords,
	whenWords
} from '../../src/lib/domain/edition-words.ts';
import { FACT_IDS } from '../../src/lib/domain/fact-table.ts';
import { questionsOf, type Question } from '../../src/lib/domain/question.ts';
import { REVIEWED } from '../../src/lib/knowledge/reviewed.ts';

const { knowledge, sheets, conflicts, trace } = REVIEWED;
const { questionnaire, limits } = knowledge;
const blocks = edition(REVIEWED);
const tables = blocks.filter((block) => 'columns' in block);
const lines = blocks.flatMap(linesOf);
const cells = new Set(tables.flatMap(({ rows }) => rows.flat()));

function linesOf(block: Block): readonly string[] {
	if ('heading' in block) return [block.heading];
	if ('text' in block) return [block.text];
	if ('list' in block) return block.list;
	return [...block.columns, ...block.rows.flat()];
}

function rowOf(cell: string): readonly string[] {
	const row = tables.flatMap(({ rows }) => rows).find(([first]) => first === cell);
	expect(row, cell).toBeDefined();
	return row ?? [];
}

function promptOf(id: string): string | undefined {
	return questionsOf(questionnaire).find((each) => each.id === id)?.prompt;
}

describe('the condition of a rule is told in words, read from the rule itself', () => {
	const few = [
		{ id: 'few', value: 1000, unit: 'clients', meaning: '', from: 'ours', sources: [] }
	] as const;

	test.each([
		[({ a }: { a: number }, { few = 9 }) => a > few, 'a is more than 1,000 (few)'],
		[({ a, b }: { a: string; b: boolean }) => a !== 'no' && !b, 'a is not “no” and not b'],
		[({ a, b }: { a: number; b: number }) => a <= b * 3 || a === 0, 'a is at most b × 3 or a is 0'],
		[() => true, 'always']
	] as const)('%s', (when, words) => {
		expect(whenWords(when as (...args: never[]) => boolean, few)).toBe(words);
	});

	test('no rule, advice or candidate rule keeps a sign of code', () => {
		const rows = [...knowledge.rules, ...knowledge.advice, ...knowledge.candidateRules];
		for (const { id, when } of rows) {
			const words = whenWords(when as (...args: never[]) => boolean, limits);
			expect(words, id).not.toMatch(/[=!&|{}<>'"]/);
			expect(words.length, id).toBeGreaterThan(5);
		}
	});
});

describe('the edition leaves nothing out', () => {
	test('it names its version', () => {
		expect(lines.join(' ')).toContain(`Knowledge ${knowledge.version}.`);
	});

	test('every section and question, with why, how and sources', () => {
		for (const { title, intro, questions } of questionnaire.sections) {
			expect(lines).toEqual(expect.arrayContaining([title, intro]));
			for (const { id, prompt, why, find = '', sources = [] } of questions) {
				const row = rowOf(`${prompt} (${id})`);
				expect(row).toEqual(expect.arrayContaining([why, find, sources.join(', ')]));
			}
		}
	});

	test('every rule, advice and candidate rule, with its reason and sources', () => {
		for (const { id, reason, sources } of [
			...knowledge.rules,
			...knowledge.advice,
			...knowledge.candidateRules
		]) {
			expect(rowOf(id)).toEqual(
				expect.arrayContaining([filledWords(reason, limits), sources.join(', ')])
			);
		}
	});

	test('every threshold says whose it is, every size what it stands for', () => {
		for (const { id, value, unit, meaning, from } of limits) {
			const whose = from === 'vendor' ? 'the vendor’s' : 'ours';
			expect(rowOf(id)).toEqual(expect.arrayContaining([`${value} ${unit}`, meaning, whose]));
		}
		for (const { assumption } of Object.values(knowledge.sizes))
			expect(cells).toContain(assumption);
	});

	test('every fact says what it is made of', () => {
		for (const fact of FACT_IDS) expect(cells).toContain(REVIEWED.factWords[fact]);
		expect(rowOf('linkMbps')).toContain('linkDownMbps');
		expect(rowOf('revisionDays')).toContain('sepmRevisions');
	});

	test('every step, with what to do, command, what is seen and sources', () => {
		for (const { code, hold, text, command, evidence, sources } of knowledge.steps) {
			const row = rowOf(hold ? `${code} HOLD` : code);
			expect(row[2], code).toContain(filledWords(text, []));
			if (command) expect(row[2], code).toContain(filledWords(command.text, []));
			expect(row).toEqual(expect.arrayContaining([filledWords(evidence, []), sources.join(', ')]));
		}
	});

	test('every failure, check, look at the roll-out and kind of file', () => {
		for (const { title, rows } of sheets) {
			expect(lines).toContain(title);
			expect(rows.length, title).toBeGreaterThan(0);
			for (const { cells: own } of rows) {
				expect(rowOf(own[0] ?? '')).toHaveLength(own.length + 1);
				for (const cell of own) expect(cells).toContain(cell);
			}
		}
	});

	test('every conflict with each statement, every source, every row of the trace table', () => {
		for (const { id, statements, we } of conflicts) {
			const told = tables.flatMap(({ rows }) => rows).filter(([first]) => first === id);
			const row = told.find((each) => each.includes(we)) ?? [];
			for (const { says } of statements) expect(row[2], id).toContain(says);
		}
		for (const [id, { title, where, version }] of Object.entries(knowledge.sources)) {
			expect(rowOf(id)).toEqual(expect.arrayContaining([title, where, version]));
		}
		for (const { about } of trace) expect(cells).toContain(about);
	});
});

describe('it is readable by somebody who does not program', () => {
	test('every row has as many cells as its table has columns', () => {
		for (const { columns, rows } of tables) {
			for (const row of rows) expect(row, row[0]).toHaveLength(columns.length);
		}
	});

	test('nothing is undefined, no brace is left, no carrier is unknown', () => {
		for (const line of lines) {
			expect(line).not.toMatch(/undefined|\[object|NaN|Infinity/);
			expect(line).not.toMatch(/\{[a-z]\w*\}/);
		}
		expect([...cells].filter((cell) => /(^|, )\? /.test(cell))).toEqual([]);
	});

	test('what relies on a source is told, steps by their codes', () => {
		expect(rowOf('KB227924')[4]).toContain('rules: ');
		expect(rowOf('KB227924')[4]).toContain('AM-01');
		expect(rowOf('KB227924')[4]).not.toContain('sepm-proxy');
	});

	test('what reads an answer is told, steps by their codes', () => {
		const used = rowOf(`${promptOf('sepmAdmin')} (sepmAdmin)`)[5];
		expect(used).toMatch(/steps: .*A-13/);
		expect(used).not.toContain('sepm-roll-back');
	});

	test('whatever a trace row can name says what it is', () => {
		const kinds = carriers(REVIEWED);
		expect(kinds.get('gup-thin-link')).toBe('rule');
		expect(kinds.get('gup-bypass')).toBe('advice');
		expect(kinds.get('B-07')).toBe('step');
		expect(kinds.get('windowHours')).toBe('question');
		expect(kinds.get('releasesPerDay')).toBe('size');
		expect(kinds.get('check:V8')).toBe('check');
		expect(kinds.get('failure:lua-disk-full')).toBe('failure');
		expect(kinds.get('nobody')).toBeUndefined();
	});
});

describe('conditions in words', () => {
	const words = (condition: Parameters<typeof conditionWords>[0]) =>
		conditionWords(condition, questionnaire);

	test('a choice is named by its label, a question by its prompt', () => {
		expect(words({ question: 'communicationMode', is: ['pull', 'push'] })).toBe(
			`“${promptOf('communicationMode')}” is Pull or Push`
		);
		expect(words({ question: 'communicationMode', isNot: ['push'] })).toMatch(/” is not Push$/);
	});

	test('numbers and lists', () => {
		expect(words({ question: 'subnets', under: 2 })).toMatch(/” is less than 2$/);
		expect(words({ question: 'subnets', over: 1 })).toMatch(/” is more than 1$/);
		expect(words({ question: 'features', includes: [] })).toMatch(/” names anything$/);
		expect(words({ question: 'features', includes: ['sonar', 'ips'] })).toMatch(/” names .* or /);
	});

	test('and, or, not, and how many there are', () => {
		const two = [
			{ question: 'subnets', over: 1 },
			{ count: 'candidates', under: 1 }
		] as const;
		const first = `“${promptOf('subnets')}” is more than 1`;
		expect(words({ all: two })).toBe(`(${first}) and (there are no candidates)`);
		expect(words({ any: two })).toBe(`(${first}) or (there are no candidates)`);
		expect(words({ not: two[0] })).toBe(`not (${first})`);
		expect(words({ count: 'groups', where: two[0], over: 3 })).toBe(
			`there are more than 3 client groups where ${first}`
		);
		expect(words({ count: 'subnets', under: 2 })).toBe('there are fewer than 2 subnets');
	});
});

test('what may be answered is said in words', () => {
	const asked = { id: 'x', prompt: 'X?', why: 'Y.', askedOf: 'contact' } as const;
	const words = (question: Partial<Question>) => answerWords({ ...asked, ...question } as Question);
	expect(
		words({ kind: 'integer', unit: 'GB', min: 1, max: 9, plausible: [2, 3], example: '2' })
	).toBe('whole number; GB; at least 1; at most 9; usual: 2 to 3; example: 2');
	expect(words({ kind: 'many', options: [{ value: 'a', label: 'A' }] })).toBe('any of: A');
	expect(words({ kind: 'table', columns: [{ id: 'a', label: 'A', kind: 'text' }] })).toBe(
		'table: A'
	);
	expect(words({ kind: 'datetime' })).toBe('date and time');
});

describe('npm run knowledge', { timeout: 30_000 }, () => {
	const cli = fileURLToPath(new URL('../../src/cli/knowledge.ts', import.meta.url));
	const written = (name: string) => new URL(`../../knowledge-edition/${name}`, import.meta.url);
	const run = (...words: string[]) =>
		spawnSync(process.execPath, [cli, ...words], { encoding: 'utf8' });

	test('writes it as Markdown and as one page of HTML', () => {
		for (const name of ['knowledge.md', 'knowledge.html']) rmSync(written(name), { force: true });
		expect(run().status).toBe(0);
		expect(readFileSync(written('knowledge.md'), 'utf8')).toBe(asMarkdown(blocks));
		const page = readFileSync(written('knowledge.html'), 'utf8');
		expect(page).toMatch(/^<!doctype html>/);
		for (const id of ['questions', 'rules', 'checklists', 'sources', 'conflicts', 'trace']) {
			expect(page).toContain(`id="${id}"`);
		}
	});

	test('refuses a word that it does not know', () => {
		const { status, stderr } = run('--publish');
		expect(status).toBe(2);
		expect(stderr).toMatch(/--publish is not known/);
	});
});
