import { describe, expect, test } from 'vitest';
import {
	BLANK,
	makeChecklist,
	PHASES,
	type Placeholders,
	type StepTemplate
} from '../../src/lib/domain/checklist.ts';
import type { Condition } from '../../src/lib/domain/condition.ts';
import type { MethodId } from '../../src/lib/domain/method.ts';
import { questionsOf } from '../../src/lib/domain/question.ts';
import { emptySurvey, type Survey } from '../../src/lib/domain/survey.ts';
import { IU_FILES } from '../../src/lib/knowledge/iu-files.ts';
import { QUESTIONNAIRE } from '../../src/lib/knowledge/questionnaire.ts';
import { SOURCES } from '../../src/lib/knowledge/sources.ts';
import { INTELLIGENT_UPDATER_STEPS } from '../../src/lib/knowledge/steps/intelligent-updater.ts';
import { LIVEUPDATE_STEPS } from '../../src/lib/knowledge/steps/liveupdate.ts';
import { LUA_STEPS } from '../../src/lib/knowledge/steps/lua.ts';
import { THIRD_PARTY_STEPS } from '../../src/lib/knowledge/steps/third-party.ts';

const upTo = (letter: string, last: number) =>
	Array.from({ length: last }, (_, index) => `${letter}-${String(index + 1).padStart(2, '0')}`);

/** The rows of the four source tables, by their codes. */
const TABLES: readonly {
	readonly method: MethodId;
	readonly letter: string;
	readonly steps: readonly StepTemplate[];
	readonly rows: readonly string[];
}[] = [
	{ method: 'lua', letter: 'C', steps: LUA_STEPS, rows: upTo('C', 19) },
	{ method: 'liveupdate', letter: 'D', steps: LIVEUPDATE_STEPS, rows: upTo('D', 12) },
	{ method: 'third-party', letter: 'E', steps: THIRD_PARTY_STEPS, rows: upTo('E', 16) },
	{
		method: 'intelligent-updater',
		letter: 'F',
		steps: INTELLIGENT_UPDATER_STEPS,
		rows: [...upTo('F', 19), 'F-13a', 'F-13b', 'F-13c', 'F-13d', 'F-13e', 'F-13f']
	}
];

const ALL = TABLES.flatMap(({ steps }) => steps);
const codesOf = (steps: readonly StepTemplate[]) => steps.map(({ code }) => code);
const stepAt = (code: string) => {
	const step = ALL.find((each) => each.code === code);
	if (!step) throw new Error(`There is no step ${code}.`);
	return step;
};
/** Everything that is printed as said by us, which leaves out what is marked as to be confirmed. */
const statedBy = ({ text, evidence, command, blanks = [], skip }: StepTemplate) =>
	[text, evidence, command?.text, skip?.because, ...blanks.map(({ label }) => label)].join('\n');

describe.each(TABLES)('the checklist of $method', ({ method, letter, steps, rows }) => {
	test('has a step for every row of its source table', () => {
		expect(codesOf(steps)).toEqual(expect.arrayContaining([...rows]));
	});

	test('runs through all phases in their order', () => {
		const order = steps.map(({ phase }) => PHASES.indexOf(phase));
		expect(order).toEqual([...order].sort((a, b) => a - b));
		expect(new Set(steps.map(({ phase }) => phase))).toEqual(new Set(PHASES));
	});

	test('stops three times: before anything changes, after the pilot, before leaving', () => {
		const holds = steps.filter(({ hold }) => hold);
		expect(codesOf(holds)).toEqual([`${letter}-H1`, `${letter}-H2`, `${letter}-H3`]);
		for (const [index, hold] of holds.entries()) {
			const next = steps[steps.indexOf(hold) + 1];
			expect(next?.phase, hold.code).not.toBe(hold.phase);
			expect(hold.phase).toBe([holds[0]?.phase, 'pilot', 'hand-over'][index]);
		}
		expect(['prepare', 'configure']).toContain(holds[0]?.phase);
	});

	test('has names that tell the method and are used once', () => {
		expect(steps.every((step) => step.method === method)).toBe(true);
		expect(steps.every(({ id }) => id.startsWith(`${method}-`))).toBe(true);
		expect(new Set(steps.map(({ id }) => id)).size).toBe(steps.length);
		expect(new Set(codesOf(steps)).size).toBe(steps.length);
	});

	test('gives every blank of a step a label of its own, under which its value is kept', () => {
		for (const { code, blanks = [] } of steps) {
			const labels = blanks.map(({ label }) => label);
			expect(labels, code).toEqual([...new Set(labels)]);
		}
	});

	test('prints the previous policy and who can re-assign it in the way back', () => {
		const survey = withGroups({ managed: 'yes' });
		const placeholders = { policyNow: 'LU-Branches-2024', sepmAdmin: 'Ines Roche' };
		const back = makeChecklist(method, survey, ['g1'], steps, placeholders)
			.steps.filter(({ phase }) => phase === 'roll-back')
			.map(({ text }) => text)
			.join(' ');
		expect(back).toContain('LU-Branches-2024');
		expect(back).toContain('Ines Roche');
	});
});

describe('hold points', () => {
	const holds = ALL.filter(({ hold }) => hold);

	test.each(holds.map((hold) => [hold.code, hold] as const))(
		'%s says stop, names at most seven things in order, and who signs',
		(_, { text, blanks, who }) => {
			expect(text).toMatch(/^STOP\. Sign(, and leave,)? only when all of this is true: 1\. /);
			const numbers = [...text.matchAll(/(?<= )(\d)\. (?=\S)/g)].map(([, number]) =>
				Number(number)
			);
			expect(numbers).toEqual(numbers.map((_each, index) => index + 1));
			expect(numbers.length).toBeGreaterThanOrEqual(3);
			expect(numbers.length).toBeLessThanOrEqual(7);
			const signatures = (blanks ?? []).filter(({ label }) => label.startsWith('Signed, '));
			expect(signatures).toHaveLength(who.length);
			expect(text.match(/Signed by .*$/)?.[0].split(/, | and /)).toHaveLength(who.length);
		}
	);
});

describe('what is not confirmed', () => {
	test('an unconfirmed step says what to confirm', () => {
		const unconfirmed = [...ALL, ...IU_FILES].filter(
			({ confidence }) => confidence === 'unconfirmed'
		);
		expect(unconfirmed.length).toBeGreaterThan(0);
		for (const { id, confirm } of unconfirmed) expect(confirm?.length ?? 0, id).toBeGreaterThan(20);
	});

	test('every row that the source marks as remembered or unknown asks for a confirmation', () => {
		const marked =
			'C-06 C-08 C-12 C-13 C-17 E-06 E-07 E-08 E-09 E-14 E-15 F-06 F-08 F-10 F-15 F-17'.split(' ');
		const silent = marked.filter((code) => stepAt(code).confirm === undefined);
		expect(silent).toEqual([]);
	});

	test('what is only remembered is unconfirmed as a whole', () => {
		for (const code of ['E-07', 'E-09', 'F-17'])
			expect(stepAt(code).confidence, code).toBe('unconfirmed');
	});

	test.each([
		['the registry value for unmanaged clients', /TPMState|0x80|\bSPE\b/i],
		['a switch other than /q', /(?<=[\s"])\/(?!q\b)[a-z]+/i],
		['an exit code', /exit code|return code|errorlevel|%ERRORLEVEL%|LASTEXITCODE/i],
		['the inbox path of 12.1 and 14', /CurrentVersion\\inbox/i],
		['the sub-folder that shows a failure', /\binvalid\b/i],
		['the port of LUA', /\b7070\b|\b7071\b|\b7072\b/],
		['the tool that clears definitions', /Rx4Defs/i],
		['a path of the LUA web server', /clu-prod/i],
		['how the source report counts a tool or the Intelligent Updater', /\bOTHER\b/],
		['the full content as enough', /only its full|full content/i],
		['which client takes core3 or core15', /core(3|15) (is|are|for|serves)/i],
		['a 32-bit name for SEP 14 that was not seen', /X86\.exe/i],
		['a service without a source', /sepWscSvc/i]
	])('%s is never stated as a fact', (_, forbidden) => {
		const stated = ALL.filter((step) => forbidden.test(statedBy(step))).map(({ code }) => code);
		expect(stated).toEqual([]);
	});

	test('a file kind without a name that was seen says so', () => {
		for (const { id, names, confirm } of IU_FILES)
			if (names.length === 0) expect(confirm, id).toBeDefined();
		expect(IU_FILES.flatMap(({ names }) => names).join(' ')).not.toMatch(/X86/i);
	});
});

describe('the Intelligent Updater', () => {
	const codesFor = (survey: Survey, part: 'steps' | 'skipped') =>
		makeChecklist(
			'intelligent-updater',
			survey,
			survey.groups.map(({ id }) => id),
			INTELLIGENT_UPDATER_STEPS,
			{}
		)[part].map(({ code }) => code);

	test('lists the files for AV, IPS and SONAR each in a row with its own blanks', () => {
		for (const [code, word] of [
			['F-05a', '(AV)'],
			['F-05b', '(AV)'],
			['F-05c', '(IPS)'],
			['F-05d', 'SONAR']
		] as const) {
			const { text, blanks = [] } = stepAt(code);
			expect(text).toContain(word);
			expect(blanks.map(({ label }) => label)).toEqual(
				expect.arrayContaining(['File name', 'Date of the definitions', 'Size'])
			);
		}
		const hashes = (stepAt('F-06').blanks ?? []).map(({ label }) => label).join('; ');
		for (const word of ['AV 64-bit', 'AV 32-bit', 'IPS', 'SONAR']) expect(hashes).toContain(word);
	});

	test('leaves nothing out while nothing is known', () => {
		expect(codesFor(withGroups({}), 'skipped')).toEqual([]);
	});

	test('leaves out, for an air-gapped lab without a SEPM, what only managed clients need', () => {
		const lab = withGroups(
			{ managed: 'no', airGapped: 'yes', bitnessMix: '64-only', osList: ['windows-10'] },
			{ sepmReachable: 'no', distributionTools: [], remoteExec: [], removableMediaAllowed: 'yes' }
		);
		expect(codesFor(lab, 'skipped')).toEqual(
			'F-03 F-04 F-05b F-09a F-13c F-13d F-13e F-13f F-15'.split(' ')
		);
		expect(codesFor(lab, 'steps')).toEqual(
			expect.arrayContaining(['F-05a', 'F-05c', 'F-05d', 'F-13a', 'F-H1', 'F-H2', 'F-H3'])
		);
	});

	test('asks for the IPS and SONAR files only where those protections may be installed', () => {
		expect(codesFor(withGroups({ features: ['virus'] }), 'skipped')).toEqual(
			expect.arrayContaining(['F-05c', 'F-05d', 'F-12a', 'F-12b'])
		);
		expect(codesFor(withGroups({ features: ['virus', 'ips', 'sonar'] }), 'skipped')).toEqual([]);
	});

	test('checks for SHA-2 support where one group runs an old Windows', () => {
		const old = withGroups({ osList: ['windows-10', 'server-2008-r2'] });
		expect(codesFor(old, 'steps')).toContain('F-03');
		expect(codesFor(withGroups({ osList: ['windows-11'] }), 'skipped')).toContain('F-03');
	});

	test('does not walk round with a stick where media are forbidden', () => {
		expect(codesFor(withGroups({}, { removableMediaAllowed: 'no' }), 'skipped')).toContain('F-13a');
	});

	test('runs no file whose hash was not compared on the walk', () => {
		const walk = stepAt('F-13a').command?.text ?? '';
		expect(walk.indexOf('Get-FileHash')).toBeGreaterThan(-1);
		expect(walk.indexOf('Get-FileHash')).toBeLessThan(walk.indexOf('Start-Process'));
	});

	test('dates the next round by the age limit of the site', () => {
		const survey = withGroups({});
		const { steps } = makeChecklist('intelligent-updater', survey, [], INTELLIGENT_UPDATER_STEPS, {
			defAgeLimitDays: '14 days'
		});
		const textOf = (code: string) => steps.find((step) => step.code === code)?.text;
		expect(textOf('F-18')).toContain('may not get older than 14 days');
		expect(textOf('F-14')).toContain('may be older than 14 days');
		expect(textOf('F-H1')).toContain(BLANK);
	});
});

describe('the other three', () => {
	const skippedIn = (method: MethodId, survey: Survey) =>
		makeChecklist(method, survey, ['g1'], ALL, {}).skipped.map(({ code }) => code);

	test('LiveUpdate says nothing of TLS where nothing inspects it, nor of a proxy where there is none', () => {
		expect(skippedIn('liveupdate', withGroups({}, { tlsInspection: 'no' }))).toEqual(['D-03']);
		expect(skippedIn('liveupdate', withGroups({}, { proxyPresent: 'none' }))).toEqual([
			'D-03',
			'D-03a',
			'D-05'
		]);
	});

	test('a third-party tool prepares managed and unmanaged clients only where there are any', () => {
		expect(skippedIn('third-party', withGroups({ managed: 'yes' }))).toEqual(['E-07']);
		expect(skippedIn('third-party', withGroups({ managed: 'no' }))).toEqual(['E-05', 'E-06']);
	});

	test('LUA is not installed twice, and tests content only where somebody wants it', () => {
		const survey = withGroups({}, { luaPresent: 'yes', contentMustBeTested: 'no' });
		expect(skippedIn('lua', survey)).toEqual(['C-05', 'C-09']);
	});

	test('a third-party package is made only after one client took the content by hand', () => {
		const codes = codesOf(THIRD_PARTY_STEPS);
		expect(codes.indexOf('E-11')).toBeGreaterThan(codes.indexOf('E-09'));
		expect(stepAt('E-11').text).toContain('Only after E-09');
	});
});

describe('names of the site in a command', () => {
	const commands = ALL.flatMap(({ code, command }) => (command ? [{ code, ...command }] : []));
	const withNames = commands.filter(({ text }) => /\{\w+\}/.test(text));

	test('a placeholder in a command never stands inside quotes, which would break its own', () => {
		expect(withNames.length).toBeGreaterThan(0);
		for (const { code, text } of withNames)
			for (const match of text.matchAll(/\{\w+\}/g)) {
				const before = text.slice(0, match.index);
				expect(before.replaceAll(/[^']/g, '').length % 2, code).toBe(0);
				expect(before.replaceAll(/[^"]/g, '').length % 2, code).toBe(0);
				expect(before, code).toMatch(/ $/);
			}
	});

	test('a hostile name becomes one quoted word', () => {
		const hostile = `x'; Remove-Item -Recurse C:\\; '`;
		const survey = withGroups({ managed: 'yes' });
		for (const { method, steps } of TABLES) {
			const names: Placeholders = Object.fromEntries(
				questionsOf(QUESTIONNAIRE).map(({ id }) => [id, hostile])
			);
			for (const { command } of makeChecklist(method, survey, ['g1'], steps, names).steps)
				expect(
					command?.text.replaceAll(`'${hostile.replaceAll("'", "''")}'`, '') ?? ''
				).not.toContain(hostile);
		}
		expect(commands.every(({ shell }) => shell === 'powershell')).toBe(true);
	});
});

describe('what the steps point to exists', () => {
	const questions = new Set(questionsOf(QUESTIONNAIRE).map(({ id }) => id));
	const siteQuestions = new Set(
		QUESTIONNAIRE.sections
			.filter(({ collection }) => collection === undefined || collection === 'groups')
			.flatMap((section) => section.questions.map(({ id }) => id))
	);
	const derived = [
		'groupNames',
		'clientCount',
		'gupHosts',
		'subnetNames',
		'luaHostName',
		'surveyTitle'
	];

	test('every placeholder is a question of the site or its groups, or a derived name', () => {
		const unknown = ALL.flatMap(({ code, text, evidence, command }) =>
			[...[text, evidence, command?.text ?? ''].join(' ').matchAll(/\{(\w+)\}/g)]
				.map(([, name = '']) => name)
				.filter((name) => !siteQuestions.has(name) && !derived.includes(name))
				.map((name) => `${code}: ${name}`)
		);
		expect(unknown).toEqual([]);
	});

	test('every condition reads questions that are asked', () => {
		const unknown = ALL.flatMap(({ code, skip }) =>
			(skip ? questionsIn(skip.when) : [])
				.filter((id) => !questions.has(id))
				.map((id) => `${code}: ${id}`)
		);
		expect(unknown).toEqual([]);
	});

	test('every source is in the list of sources', () => {
		const cited = [...ALL, ...IU_FILES].flatMap(({ sources }) => [...sources]);
		expect(cited.filter((source) => !Object.hasOwn(SOURCES, source))).toEqual([]);
	});

	test('every code named in a text is a step of one of these checklists', () => {
		const named = ALL.flatMap(({ text, evidence, confirm = '' }) =>
			[...`${text} ${evidence} ${confirm}`.matchAll(/\b[C-F]-\d\d[a-f]?\b/g)].map(([code]) => code)
		);
		expect(named.filter((code) => !codesOf(ALL).includes(code))).toEqual([]);
	});
});

function withGroups(group: Survey['answers'], answers: Survey['answers'] = {}): Survey {
	return { ...emptySurvey('s', 'Site'), answers, groups: [{ id: 'g1', answers: group }] };
}

function questionsIn(condition: Condition): readonly string[] {
	if ('all' in condition) return condition.all.flatMap(questionsIn);
	if ('any' in condition) return condition.any.flatMap(questionsIn);
	if ('not' in condition) return questionsIn(condition.not);
	if ('count' in condition) return condition.where ? questionsIn(condition.where) : [];
	return [condition.question];
}
