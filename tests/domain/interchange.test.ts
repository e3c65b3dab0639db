import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LARGEST_FILE_BYTES, readSurvey, writeSurvey } from '../../src/lib/domain/interchange.ts';
import { QUESTIONNAIRE } from '../../src/lib/knowledge/questionnaire.ts';

const LYON = {
	sitewalk: 1,
	survey: { id: '0198-lyon', title: 'Lyon branch', updatedAt: '2026-11-20T09:12:00+01:00' },
	answers: { siteName: 'Lyon', sepmReachable: 'yes', linkDownMbps: 2 },
	groups: [{ id: 'g1', answers: { groupName: 'Office PCs', platform: 'windows', clients: 40 } }],
	candidates: [{ id: 'c1', answers: { host: 'LYO-FS1', hostOs: 'windows-server' } }]
};

const read = (json: unknown) => readSurvey(JSON.stringify(json), QUESTIONNAIRE);
const problem = (json: unknown) => {
	const result = read(json);
	return 'problem' in result ? result.problem : undefined;
};

test('the example of the contract is read', () => {
	const result = read(LYON);
	expect(result).toMatchObject({
		survey: {
			id: '0198-lyon',
			title: 'Lyon branch',
			answers: { linkDownMbps: 2 },
			groups: [{ id: 'g1', answers: { clients: 40 } }]
		}
	});
});

test('all four states of an answer and every unknown key survive reading and writing', () => {
	const file = {
		...LYON,
		answers: {
			...LYON.answers,
			sepmVersion: { unknown: 'nobody in' },
			linkSharePercent: { notApplicable: 'dark fibre' },
			futureQuestion: ['a', 'b']
		},
		groups: [{ ...LYON.groups[0], colour: { from: 'the future' } }],
		survey: { ...LYON.survey, mood: 'good' },
		weather: [1, { two: null }]
	};
	const result = read(file);
	expect('survey' in result && writeSurvey(result.survey)).toEqual(file);
});

describe('comments', () => {
	const comment = { text: 'Which one?', about: 'answers/linkDownMbps', by: 'Kim', at: 'today' };

	test('travel in the file', () => {
		const back = read({ ...LYON, comments: { c1: comment } });
		if ('problem' in back) throw new Error(back.problem);
		expect(back.survey).toMatchObject({ comments: { c1: comment }, extra: {} });
		expect(writeSurvey(back.survey)).toMatchObject({ comments: { c1: comment } });
	});

	test.each([['text'], [[1]], [{ c1: { text: 'no author' } }]])(
		'in another form, %j, are a key that we do not know: kept and passed on',
		(comments) => {
			const back = read({ ...LYON, comments });
			if ('problem' in back) throw new Error(back.problem);
			expect(back.survey).toMatchObject({ comments: {}, extra: { comments } });
			expect(writeSurvey(back.survey)).toMatchObject({ comments });
		}
	);
});

describe('a bad file gives one sentence that names the place', () => {
	const group = (answers: object) => ({ ...LYON, groups: [{ id: 'g1', answers }] });
	const nested = (depth: number): unknown => (depth === 0 ? 1 : [nested(depth - 1)]);
	const cases: readonly [string, unknown, string][] = [
		['not an object', [], 'A survey file is a JSON object'],
		['no version', { answers: {} }, '"sitewalk": 1 is missing'],
		['version 99', { ...LYON, sitewalk: 99 }, 'version 99 is newer'],
		['version as text', { ...LYON, sitewalk: '1' }, 'At sitewalk:'],
		['no head', { sitewalk: 1 }, 'At survey:'],
		['id with a slash', { ...LYON, survey: { id: 'a/b', title: 'x' } }, 'At survey.id:'],
		['no title', { ...LYON, survey: { id: 'a', title: ' ' } }, 'At survey.title:'],
		['answers as list', { ...LYON, answers: [] }, 'At answers:'],
		[
			'wrong type',
			group({ clients: '40' }),
			'At groups[0].answers.clients: This must be a number.'
		],
		['fraction of a client', group({ clients: 1.5 }), 'At groups[0].answers.clients:'],
		['unheard-of platform', group({ platform: 'amiga' }), 'At groups[0].answers.platform:'],
		['null answer', group({ clients: null }), 'null is not an answer'],
		['true for yes', { ...LYON, answers: { sepmReachable: true } }, 'At answers.sepmReachable:'],
		[
			'unknown without a reason',
			group({ clients: { unknown: '' } }),
			'At groups[0].answers.clients:'
		],
		['duplicate ids', { ...LYON, groups: [LYON.groups[0], LYON.groups[0]] }, '"g1" stands twice'],
		['groups as object', { ...LYON, groups: {} }, 'At groups: a list'],
		[
			'script in a site name',
			{ ...LYON, answers: { siteName: '<script>alert(1)</script>' } },
			'At answers.siteName:'
		],
		[
			'script in an unknown key',
			{ ...LYON, notes: ['<img src=x onerror=alert(1)>'] },
			'At notes[0]:'
		],
		['bottomless nesting', { ...LYON, deep: nested(200) }, 'levels deep'],
		[
			'a state that no step has',
			{ ...LYON, steps: { 'gup-port': { state: 'perhaps' } } },
			'At steps.gup-port.state:'
		],
		[
			'a measured value that is no text',
			{ ...LYON, steps: { 'gup-port': { state: 'done', values: { Port: 2967 } } } },
			'At steps.gup-port.values.Port:'
		],
		['a negative limit', { ...LYON, limits: { x: -1 } }, 'At limits.x:']
	];

	test.each(cases)('%s', (_, json, sentence) => {
		expect(problem(json)).toContain(sentence);
	});

	test.each(['__proto__', 'constructor', 'prototype'])('the key %s, wherever it stands', (key) => {
		const text = JSON.stringify(LYON).replace('"siteName"', `"${key}"`);
		expect(readSurvey(text, QUESTIONNAIRE)).toEqual({
			problem: `At answers: the key "${key}" is never taken in.`
		});
		expect(({} as Record<string, unknown>).polluted).toBeUndefined();
	});

	test('empty, cut off, not JSON, too large', () => {
		const sentence = (text: string) => readSurvey(text, QUESTIONNAIRE);
		expect(sentence('  ')).toEqual({ problem: 'The file is empty; a survey file was expected.' });
		expect(sentence(JSON.stringify(LYON).slice(0, -9))).toMatchObject({
			problem: expect.stringContaining('cut off') as string
		});
		expect(sentence('PK\u0003\u0004')).toMatchObject({
			problem: expect.stringContaining('not JSON') as string
		});
		expect(sentence(' '.repeat(LARGEST_FILE_BYTES + 1))).toMatchObject({
			problem: expect.stringContaining('MB') as string
		});
	});
});

test('whatever JSON comes in, the result is a survey or one sentence', () => {
	fc.assert(
		fc.property(fc.json(), (text) => {
			const result = readSurvey(text, QUESTIONNAIRE);
			if ('problem' in result) expect(result.problem).toMatch(/^[^\n]+\.$/);
		})
	);
});

test('one changed value anywhere in a good file is read or refused with a sentence, never thrown', () => {
	fc.assert(
		fc.property(fc.jsonValue(), fc.nat(), (value, seed) => {
			const file = structuredClone(LYON) as Record<string, unknown>;
			const spots = [file, file.answers, file.survey, (file.groups as object[])[0]] as Record<
				string,
				unknown
			>[];
			const spot = spots[seed % spots.length]!;
			const keys = Object.keys(spot);
			spot[keys[seed % keys.length]!] = value;
			const result = readSurvey(JSON.stringify(file), QUESTIONNAIRE);
			if ('problem' in result) expect(result.problem).toMatch(/^[^\n]+\.$/);
			else
				expect(readSurvey(JSON.stringify(writeSurvey(result.survey)), QUESTIONNAIRE)).toEqual(
					result
				);
		})
	);
});
