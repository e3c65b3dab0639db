import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BLANK, fill, makeChecklist, type StepTemplate } from '../../src/lib/domain/checklist.ts';
import { emptySurvey, type Survey } from '../../src/lib/domain/survey.ts';

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

const make = (rows: readonly StepTemplate[], groups = ['pcs'], placeholders = {}) =>
	makeChecklist('gup', SURVEY, groups, rows, placeholders);

test('a step names who does it first, and the first of its sources, as the contract has it', () => {
	expect(make([template({})]).steps[0]).toMatchObject({
		who: 'technician',
		with: ['sepm-admin'],
		source: 'SEED',
		sources: ['SEED', 'OURS']
	});
});

test('a value that nobody has given prints as room to write, never as a default', () => {
	expect(make([template({})]).steps[0]?.text).toBe(`Go to ${BLANK}.`);
	expect(fill('{a} and {b}', { a: 'Lyon' })).toBe(`Lyon and ${BLANK}`);
});

describe('a step is left out only when it is known not to apply', () => {
	const noMacs = {
		when: { count: 'groups', where: { question: 'platform', is: ['mac'] }, under: 1 },
		because: 'There are no Macs.'
	} as const;

	test('it looks at the groups that the checklist serves, and says why', () => {
		const row = template({ skip: noMacs });
		expect(make([row]).skipped).toEqual([
			{ id: 'gup-step', code: 'B-01', because: 'There are no Macs.' }
		]);
		expect(make([row], ['pcs', 'macs']).steps).toHaveLength(1);
	});

	test('an answer that is missing keeps it in', () => {
		const row = template({
			skip: { when: { question: 'subnets', under: 2 }, because: 'One subnet.' }
		});
		expect(make([row]).steps).toHaveLength(1);
	});
});

describe('a name from the survey cannot become code', () => {
	const command = (shell: 'sh' | 'powershell' | 'cmd', value: string) =>
		make([template({ command: { shell, text: 'echo {siteName}' } })], ['pcs'], { siteName: value })
			.steps[0]?.command?.text ?? '';

	test('sh prints any name as it is', () => {
		const nasty = [
			"it's",
			'$(touch x)',
			'`id`',
			'a; b',
			'"; rm -rf /',
			'\\',
			"'\\''",
			'a & b | c > d',
			'!!',
			'*'
		];
		for (const name of nasty) {
			const { stdout } = spawnSync(
				'/bin/sh',
				['-c', command('sh', name).replace('echo', "printf '%s'")],
				{ encoding: 'utf8' }
			);
			expect(stdout).toBe(name);
		}
	});

	test('PowerShell gets one literal string, closed where it was opened, typographic quotes included', () => {
		const quote = /['\u2018-\u201B]/g;
		fc.assert(
			fc.property(
				fc.string({ unit: fc.constantFrom("'", '‘', '’', '‚', '‛', '$', '(', 'a', '`', '\n') }),
				(name) => {
					const text = command('powershell', name).slice('echo '.length);
					expect(text.startsWith("'") && text.endsWith("'")).toBe(true);
					const inner = text.slice(1, -1);
					expect(inner.replaceAll(/(['\u2018-\u201B])\1/g, '')).not.toMatch(quote);
					expect(inner.replaceAll(/(['\u2018-\u201B])\1/g, '$1')).toBe(name);
				}
			)
		);
	});

	test('cmd gets one quoted word without anything that acts', () => {
		fc.assert(
			fc.property(fc.string(), (name) => {
				expect(command('cmd', name).slice('echo '.length)).toMatch(/^"[^"%!^&|<>\r\n]*"$/);
			})
		);
	});

	test('a value that is not known stays a name to fill in', () => {
		expect(
			make([template({ command: { shell: 'sh', text: 'ping {sepmHost}' } })]).steps[0]?.command
				?.text
		).toBe('ping <sepmHost>');
	});
});
