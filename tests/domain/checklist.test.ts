import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	BLANK,
	fill,
	makeChecklist,
	type Command,
	type Placeholders,
	type StepTemplate
} from '../../src/lib/domain/checklist.ts';
import { placeholdersOf } from '../../src/lib/domain/placeholders.ts';
import { emptySurvey, type Survey } from '../../src/lib/domain/survey.ts';
import { QUESTIONNAIRE } from '../../src/lib/knowledge/questionnaire.ts';

const template = (more: Partial<StepTemplate>): StepTemplate => ({
	id: 'gup-step',
	code: 'B-01',
	method: 'gup',
	phase: 'prepare',
	who: ['technician', 'sepm-admin'],
	text: 'Go to {siteName}.',
	evidence: 'You are there.',
	sources: ['SEED', 'OURS'],
	confidence: 'vendor',
	...more
});

const SURVEY: Survey = {
	...emptySurvey('s', 'Lyon'),
	groups: [
		{ id: 'pcs', answers: { platform: 'windows' } },
		{ id: 'macs', answers: { platform: 'mac' } }
	]
};

const make = (
	rows: readonly StepTemplate[],
	groups = ['pcs'],
	placeholders: Placeholders = {},
	survey = SURVEY
) => makeChecklist('gup', survey, groups, rows, placeholders);

test('a step names who does it first, and the first of its sources, as the contract has it', () => {
	expect(make([template({})]).steps[0]).toMatchObject({
		who: 'technician',
		with: ['sepm-admin'],
		source: 'SEED',
		sources: ['SEED', 'OURS']
	});
});

test('only the steps of the method are in its checklist, in the order in which they were written', () => {
	const rows = ['B-02', 'C-01', 'B-01'].map((code) =>
		template({ code, method: code.startsWith('B') ? 'gup' : 'lua' })
	);
	expect(make(rows).steps.map(({ code }) => code)).toEqual(['B-02', 'B-01']);
});

test('a value that nobody has given prints as room to write, never as a default', () => {
	expect(make([template({})]).steps[0]?.text).toBe(`Go to ${BLANK}.`);
	expect(fill('{a} and {b}', { a: 'Lyon' })).toBe(`Lyon and ${BLANK}`);
});

test('a name that looks like a placeholder or a pattern is printed as it is', () => {
	for (const name of ['{sepmAdmin}', '$&', '$1', '\\{b}'])
		expect(fill('{a}, {b}', { a: name, b: 'x', sepmAdmin: 'Ines' })).toBe(`${name}, x`);
});

describe('a step is left out only when it is known not to apply', () => {
	const noMacs = {
		when: { count: 'groups', where: { question: 'platform', is: ['mac'] }, under: 1 },
		because: 'There are no Macs.'
	} as const;
	const oneSubnet = {
		when: { question: 'subnets', under: 2 },
		because: 'One subnet.'
	} as const;

	test('it looks at the groups that the checklist serves, and says why', () => {
		const row = template({ skip: noMacs });
		expect(make([row]).steps).toEqual([]);
		expect(make([row]).skipped).toEqual([
			{ id: 'gup-step', code: 'B-01', because: 'There are no Macs.' }
		]);
		expect(make([row], ['pcs', 'macs']).steps).toHaveLength(1);
	});

	test.each([
		['missing', {}],
		['not to be found out', { subnets: { unknown: 'nobody knew' } }],
		['against it', { subnets: 3 }]
	])('an answer that is %s keeps it in', (_, answers) => {
		const rows = [template({ skip: oneSubnet })];
		expect(make(rows, ['pcs'], {}, { ...SURVEY, answers }).steps).toHaveLength(1);
		expect(make(rows, ['pcs'], {}, { ...SURVEY, answers: { subnets: 1 } }).steps).toEqual([]);
	});

	test('a site whose clients nobody has described yet loses no step that depends on them', () => {
		expect(make([template({ skip: noMacs })], [], {}, emptySurvey('s', 'New')).skipped).toEqual([]);
	});
});

describe('the computer that may serve', () => {
	const hosts = (...candidates: readonly Survey['answers'][]) => {
		const listed = candidates.map((answers, index) => ({ id: `c${index}`, answers }));
		const survey = { ...SURVEY, candidates: listed };
		const { gupHost, gupHosts } = placeholdersOf(survey, ['pcs'], QUESTIONNAIRE);
		return { gupHost, gupHosts };
	};

	test('is never the management server, another system, or a machine that is switched off', () => {
		const out = [
			{ host: 'SEPM1', isSepm: 'yes' },
			{ host: 'MAC1', hostOs: 'other' },
			{ host: 'PC1', alwaysOn: 'no' }
		];
		expect(hosts(...out)).toEqual({ gupHost: undefined, gupHosts: undefined });
		expect(hosts(...out, { host: 'FS1', alwaysOn: 'yes' }, { host: 'FS2' })).toEqual({
			gupHost: 'FS1',
			gupHosts: 'FS1, FS2'
		});
	});
});

/** Whatever would break out of quotes, start something, or act when it is pasted. */
const hostile = fc.string({
	unit: fc.constantFrom(
		...`'"\`$(){}[];&|<>%!^#*~?=,@\\/ ab1-`,
		...'‘’‚‛“”„',
		...'\n\r\t\0\u0003\u0004\u001b\u0085\u2028\u2029\u202e\u200b',
		'$(calc)',
		'`id`',
		"'; rm -rf / #",
		'" & calc & "',
		'\r\nRemove-Item C:\\ -Recurse\r\n',
		'\u001b[201~',
		'%COMSPEC%',
		'{sepmHost}'
	),
	maxLength: 12
});

const command = (shell: Command['shell'], text: string, placeholders: Placeholders) =>
	make([template({ command: { shell, text } })], ['pcs'], placeholders).steps[0]?.command?.text ??
	'';

const quotedIn = (shell: Command['shell'], name: string) =>
	command(shell, 'echo {siteName}', { siteName: name }).slice('echo '.length);

/** What is left of a name in a command: marks without a shape become a space. */
const plain = (name: string) => name.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ');

/** Reads a PowerShell string in single quotes; any of its five quote signs ends it unless it stands twice. */
function readPowerShell(text: string): { value: string; rest: string } {
	const quotes = "'‘’‚‛";
	let value = '';
	for (let at = 1; at < text.length; at++) {
		const sign = text.charAt(at);
		if (quotes.includes(sign)) {
			if (!quotes.includes(text.charAt(at + 1) || ' ')) return { value, rest: text.slice(at + 1) };
			at++;
		}
		value += sign;
	}
	throw new Error('The string is not closed.');
}

/** Splits a command line as Windows programs do: a backslash counts only before a quote. */
function readArguments(line: string): readonly string[] {
	const words: string[] = [];
	let word = '';
	let isQuoted = false;
	for (const [, slashes = '', sign = ''] of line.matchAll(/(\\*)([^\\]|$)/g)) {
		if (sign === '"') {
			word += '\\'.repeat(Math.floor(slashes.length / 2));
			if (slashes.length % 2) word += '"';
			else isQuoted = !isQuoted;
		} else if (sign === ' ' && !isQuoted) {
			words.push(word + slashes);
			word = '';
		} else word += slashes + sign;
	}
	if (isQuoted) throw new Error('The quotes are not closed.');
	return [...words, word];
}

describe('a name from the survey cannot become code', () => {
	test('sh prints any name as it is', () => {
		fc.assert(
			fc.property(fc.array(hostile, { minLength: 1, maxLength: 40 }), (names) => {
				const script = names.map((name) => `printf '%s\\n' ${quotedIn('sh', name)}`).join('\n');
				const { stdout, stderr } = spawnSync('/bin/sh', ['-c', script], { encoding: 'utf8' });
				expect(stderr).toBe('');
				expect(stdout).toBe(names.map((name) => `${plain(name)}\n`).join(''));
			}),
			{ numRuns: 40 }
		);
	});

	test('PowerShell reads one literal string, typographic quotes included, and nothing after it', () => {
		fc.assert(
			fc.property(hostile, (name) => {
				expect(readPowerShell(quotedIn('powershell', name))).toEqual({
					value: plain(name),
					rest: ''
				});
			}),
			{ numRuns: 2000 }
		);
	});

	test('cmd reads one quoted word in which no sign acts, and hands it on as one argument', () => {
		fc.assert(
			fc.property(hostile, (name) => {
				const text = quotedIn('cmd', name);
				expect(text).toMatch(/^"[^"%!^&|<>\p{Cc}]*"$/u);
				expect(readArguments(`ping ${text} -n 1`)).toEqual([
					'ping',
					plain(name).replaceAll(/["%!^&|<>]/g, ''),
					'-n',
					'1'
				]);
			}),
			{ numRuns: 2000 }
		);
	});

	test('a command keeps its lines, whatever is filled in', () => {
		fc.assert(
			fc.property(
				hostile,
				fc.constantFrom('powershell', 'cmd', 'sh'),
				(name, shell: Command['shell']) => {
					const text = command(shell, 'one {siteName}\ntwo {siteName} end', { siteName: name });
					expect(text.split(/[\n\r\u0085\u2028\u2029]/)).toHaveLength(2);
				}
			)
		);
	});

	test('a value that is not known stays a name to fill in', () => {
		expect(command('sh', 'ping {sepmHost}', {})).toBe('ping <sepmHost>');
	});
});
