import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Plan } from '../../src/lib/domain/plan.ts';

const PLAN = fileURLToPath(new URL('../../src/cli/plan.ts', import.meta.url));
const SAMPLES = fileURLToPath(new URL('../../static/samples', import.meta.url));
const THIN_LINK = join(SAMPLES, 'thin-link-branch.json');

let folder = '';
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'sitewalk-plan-'));
});
afterAll(() => {
	rmSync(folder, { recursive: true });
});

function plan(...words: string[]) {
	const { status, stdout, stderr } = spawnSync(process.execPath, [PLAN, ...words], {
		encoding: 'utf8'
	});
	return { status, stdout, stderr };
}

function file(name: string, text: string): string {
	const path = join(folder, name);
	writeFileSync(path, text);
	return path;
}

test('one survey gives one plan as JSON', () => {
	const { status, stdout, stderr } = plan(THIN_LINK);
	expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
	const made = JSON.parse(stdout) as Plan;
	expect(made).toMatchObject({ sitewalk: 1, survey: { title: 'Lyon branch' } });
	expect(made.groups.map(({ recommended }) => recommended)).toEqual(['gup', 'gup']);
});

test('--pretty indents the same plan', () => {
	const pretty = plan(THIN_LINK, '--pretty').stdout;
	expect(pretty.split('\n').length).toBeGreaterThan(100);
	expect(JSON.parse(pretty)).toEqual(JSON.parse(plan(THIN_LINK).stdout));
});

test('--method gives the checklist of that method, whatever is recommended', () => {
	const made = JSON.parse(plan(THIN_LINK, '--method', 'intelligent-updater').stdout) as Plan;
	expect(made.checklists.map(({ method }) => method)).toEqual(['intelligent-updater']);
});

test('a folder gives one line for each survey, in the order of their names', () => {
	const lines = plan(SAMPLES).stdout.trimEnd().split('\n');
	const titles = lines.map((line) => (JSON.parse(line) as Plan).survey.title);
	expect(titles).toHaveLength(6);
	expect(titles[0]).toBe('Materials test lab');
});

describe('--since sets an earlier plan beside the survey', () => {
	const earlier = (name: string, change: object = {}) =>
		file(name, JSON.stringify({ ...(JSON.parse(plan(THIN_LINK).stdout) as Plan), ...change }));

	test('without it nothing of an earlier plan is printed, and the same survey gives the same bytes', () => {
		const { stdout } = plan(THIN_LINK);
		expect(JSON.parse(stdout)).not.toHaveProperty('since');
		expect(plan(THIN_LINK).stdout).toBe(stdout);
	});

	test('the plan is the same, and `since` says what changed in knowledge and verdicts', () => {
		const old = earlier('old-plan.json', { knowledge: '2026.11.1' });
		const { status, stdout, stderr } = plan(THIN_LINK, '--since', old);
		expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
		const { since, ...made } = JSON.parse(stdout) as Plan & { since: Record<string, unknown> };
		expect(made).toEqual(JSON.parse(plan(THIN_LINK).stdout));
		expect(since).toMatchObject({ knowledge: '2026.11.1', why: 'knowledge', groups: [] });
		expect(since.releases).toContainEqual(expect.objectContaining({ version: '2026.11.2' }));
	});

	const refusals: readonly [string, () => string[], RegExp][] = [
		['no file after it', () => [THIN_LINK, '--since'], /--since: name the file/],
		[
			'a survey in its place',
			() => [THIN_LINK, '--since', THIN_LINK],
			/This is not a plan that Sitewalk made/
		],
		[
			'a plan in place of the survey',
			() => [earlier('p.json')],
			/p\.json: This is a plan, not a survey file/
		],
		[
			'the plan of another survey',
			() => [
				THIN_LINK,
				'--since',
				earlier('q.json', { survey: { id: 'other', title: 'Elsewhere' } })
			],
			/another survey, “Elsewhere”/
		],
		[
			'a broken plan',
			() => [THIN_LINK, '--since', earlier('r.json', { groups: 1 })],
			/r\.json: In this plan: At groups: a list/
		],
		[
			'several surveys',
			() => [SAMPLES, '--since', earlier('s.json')],
			/--since compares with one survey; 6 files/
		]
	];

	test.each(refusals)('%s is refused with one sentence', (_, words, sentence) => {
		const { status, stdout, stderr } = plan(...words());
		expect(stderr).toMatch(sentence);
		expect(stderr.trimEnd().split('\n')).toHaveLength(1);
		expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
	});
});

describe('bad input gets one sentence, exit code 2 and nothing on standard output', () => {
	const good = JSON.stringify({ sitewalk: 1, survey: { id: 'a', title: 'A' } });
	const cases: readonly [string, () => string[], RegExp][] = [
		['no file named', () => [], /Name a survey file/],
		[
			'no such file',
			() => [join(folder, 'missing.json')],
			/missing\.json: cannot be read \(ENOENT\)/
		],
		['an empty folder', () => [mkdtempSync(join(folder, 'empty-'))], /no \.json file/],
		['not JSON', () => [file('a.json', 'hello')], /a\.json: The file is not JSON/],
		['cut off', () => [file('b.json', good.slice(0, -3))], /b\.json: The file ends in the middle/],
		[
			'version 99',
			() => [file('c.json', good.replace(':1', ':99'))],
			/c\.json: At sitewalk: version 99/
		],
		[
			'a wrong type',
			() => [
				file('d.json', good.replace('}}', '},"groups":[{"id":"g","answers":{"clients":"40"}}]}'))
			],
			/d\.json: At groups\[0\]\.answers\.clients: This must be a number/
		],
		['an option nobody knows', () => [THIN_LINK, '--fast'], /--fast is not known/],
		['a method nobody knows', () => [THIN_LINK, '--method', 'pigeon'], /"pigeon" is not a method/],
		['one bad file among good ones', () => [THIN_LINK, file('e.json', '{')], /e\.json:/]
	];

	test.each(cases)('%s', (_, words, sentence) => {
		const { status, stdout, stderr } = plan(...words());
		expect(stderr).toMatch(sentence);
		expect(stderr.trimEnd().split('\n')).toHaveLength(1);
		expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
	});
});
