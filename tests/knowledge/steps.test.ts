import { describe, expect, test } from 'vitest';
import { PHASES } from '../../src/lib/domain/checklist.ts';
import type { Condition } from '../../src/lib/domain/condition.ts';
import { METHOD_IDS } from '../../src/lib/domain/method.ts';
import { placeholdersOf } from '../../src/lib/domain/placeholders.ts';
import { questionsOf } from '../../src/lib/domain/question.ts';
import { emptySurvey } from '../../src/lib/domain/survey.ts';
import { FAILURES } from '../../src/lib/knowledge/failures.ts';
import { MONITORING } from '../../src/lib/knowledge/monitoring.ts';
import { QUESTIONNAIRE } from '../../src/lib/knowledge/questionnaire.ts';
import { SOURCES } from '../../src/lib/knowledge/sources.ts';
import { STEPS } from '../../src/lib/knowledge/steps.ts';
import { VERIFICATION } from '../../src/lib/knowledge/verification.ts';

const numbered = (letter: string, last: number, more: readonly string[] = []) => [
	...Array.from({ length: last }, (_, index) => `${letter}-${String(index + 1).padStart(2, '0')}`),
	...[1, 2, 3].map((hold) => `${letter}-H${hold}`),
	...more
];

/** The rows of the procedures that the product must have; it may have more. */
const ROWS: Readonly<Record<(typeof METHOD_IDS)[number], readonly string[]>> = {
	sepm: numbered(
		'A',
		15,
		Array.from({ length: 9 }, (_, index) => `AM-0${index + 1}`)
	),
	gup: numbered('B', 28, ['B-12a', 'B-15a']),
	lua: numbered('C', 19),
	liveupdate: numbered('D', 12),
	'third-party': numbered('E', 16),
	'intelligent-updater': numbered('F', 19, ['F-13a', 'F-13b', 'F-13c', 'F-13d', 'F-13e', 'F-13f'])
};

const of = (method: string) => STEPS.filter((step) => step.method === method);
const known = new Set(questionsOf(QUESTIONNAIRE).map(({ id }) => id));

function questionsIn(condition: Condition): readonly string[] {
	if ('all' in condition) return condition.all.flatMap(questionsIn);
	if ('any' in condition) return condition.any.flatMap(questionsIn);
	if ('not' in condition) return questionsIn(condition.not);
	if ('count' in condition) return condition.where ? questionsIn(condition.where) : [];
	return [condition.question];
}

describe.each(METHOD_IDS)('the checklist of %s', (method) => {
	test('has every row of the procedures', () => {
		expect(of(method).map(({ code }) => code)).toEqual(expect.arrayContaining([...ROWS[method]]));
	});

	test('goes through the phases in order, with work in each that counts', () => {
		const phases = of(method).map(({ phase }) => PHASES.indexOf(phase));
		expect(phases).toEqual([...phases].sort((a, b) => a - b));
		const wanted = ['prepare', 'configure', 'pilot', 'verify', 'roll-back', 'hand-over'];
		expect(of(method).map(({ phase }) => phase)).toEqual(expect.arrayContaining(wanted));
	});

	test('stops three times: before the change, after the pilot, before leaving', () => {
		const holds = of(method).filter(({ hold }) => hold);
		expect(holds).toHaveLength(3);
		expect(holds.map(({ phase }) => phase).slice(1)).toEqual(['pilot', 'hand-over']);
		for (const { text, skip } of holds) {
			expect(text).toMatch(/^STOP/);
			expect(text.match(/\d\. /g)?.length ?? 0).toBeLessThanOrEqual(7);
			expect(skip).toBeUndefined();
		}
	});

	test('prints the name of the policy to go back to', () => {
		const back = of(method).filter(({ phase, hold }) => phase === 'roll-back' || hold);
		expect(back.map(({ text }) => text).join()).toContain('{policyNow}');
	});
});

test('ids and codes are given once', () => {
	for (const values of [
		STEPS.map(({ id }) => id),
		STEPS.map(({ code }) => code),
		FAILURES.map(({ id }) => id)
	]) {
		expect(new Set(values).size).toBe(values.length);
	}
});

describe.each(STEPS.map((step) => [step.code, step] as const))('%s', (_, step) => {
	test('says what to do, what is seen, and who says so', () => {
		expect(step.id.startsWith(`${step.method}-`)).toBe(true);
		expect(step.text).toMatch(/[.!?]$/);
		expect(step.evidence).not.toBe('');
		for (const source of step.sources) expect(Object.keys(SOURCES)).toContain(source);
		if (step.confidence === 'unconfirmed') expect(step.confirm).toBeTruthy();
	});

	test('names only questions, answers and failures that exist', () => {
		const derived = Object.keys(placeholdersOf(emptySurvey('s', 's'), [], QUESTIONNAIRE));
		const texts = [step.text, step.evidence, step.command?.text ?? ''].join(' ');
		for (const [, name] of texts.matchAll(/\{(\w+)\}/g)) expect(derived).toContain(name);
		if (step.skip)
			for (const question of questionsIn(step.skip.when)) expect(known).toContain(question);
		for (const failure of step.failures ?? [])
			expect(FAILURES.map(({ id }) => id)).toContain(failure);
	});
});

test('every failure can be reached from a step of a method it belongs to', () => {
	for (const { id, methods, sources } of FAILURES) {
		const linking = STEPS.filter(({ failures }) => failures?.includes(id)).map(
			({ method }) => method
		);
		expect(
			linking.some((method) => methods.includes(method)),
			id
		).toBe(true);
		for (const source of sources) expect(Object.keys(SOURCES)).toContain(source);
	}
});

test('the eighteen checks are there, and every code a step names is one', () => {
	const codes = VERIFICATION.map(({ code }) => code);
	expect(codes).toEqual(Array.from({ length: 18 }, (_, index) => `V${index + 1}`));
	for (const { text } of STEPS)
		for (const [code] of text.matchAll(/\bV\d{1,2}\b/g)) expect(codes).toContain(code);
	for (const { sources } of VERIFICATION)
		for (const source of sources) expect(Object.keys(SOURCES)).toContain(source);
});

test('the last page has a look for every method, each with its source', () => {
	for (const method of METHOD_IDS)
		expect(MONITORING.some(({ methods }) => methods.includes(method))).toBe(true);
	for (const { sources } of MONITORING)
		for (const source of sources) expect(Object.keys(SOURCES)).toContain(source);
});
