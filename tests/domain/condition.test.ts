import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { holds, type Condition, type Truth } from '../../src/lib/domain/condition.ts';
import type { Answers } from '../../src/lib/domain/answer.ts';
import { emptySurvey, type Survey } from '../../src/lib/domain/survey.ts';

const withAnswers = (answers: Answers, groups: readonly Answers[] = []): Survey => ({
	...emptySurvey('s', 'Lyon'),
	answers,
	groups: groups.map((each, index) => ({ id: `g${index}`, answers: each }))
});

describe('a condition is true, false, or open', () => {
	const cases: readonly [string, Condition, Answers, Truth][] = [
		['is', { question: 'a', is: ['yes'] }, { a: 'yes' }, true],
		['is, other value', { question: 'a', is: ['yes'] }, { a: 'no' }, false],
		['is, unanswered', { question: 'a', is: ['yes'] }, {}, undefined],
		['is, unknown', { question: 'a', is: ['yes'] }, { a: { unknown: 'x' } }, undefined],
		['is, not applicable', { question: 'a', is: ['yes'] }, { a: { notApplicable: 'x' } }, false],
		['isNot', { question: 'a', isNot: ['no'] }, { a: 'yes' }, true],
		['over its bound', { question: 'n', over: 10 }, { n: 10 }, false],
		['over', { question: 'n', over: 10 }, { n: 11 }, true],
		['under', { question: 'n', under: 10 }, { n: 9 }, true],
		['includes one', { question: 'l', includes: ['gpo'] }, { l: ['gpo'] }, true],
		['includes none of an empty list', { question: 'l', includes: [] }, { l: [] }, false],
		['includes any', { question: 'l', includes: [] }, { l: ['pdq'] }, true],
		['not of open', { not: { question: 'a', is: ['yes'] } }, {}, undefined],
		[
			'all with one false',
			{
				all: [
					{ question: 'a', is: ['x'] },
					{ question: 'b', is: ['x'] }
				]
			},
			{ b: 'y' },
			false
		],
		[
			'any with one true',
			{
				any: [
					{ question: 'a', is: ['x'] },
					{ question: 'b', is: ['x'] }
				]
			},
			{ b: 'x' },
			true
		],
		[
			'a name from Object.prototype is just unanswered',
			{ question: 'toString', is: ['x'] },
			{},
			undefined
		]
	];

	test.each(cases)('%s', (_, condition, answers, truth) => {
		expect(holds(condition, withAnswers(answers))).toBe(truth);
	});

	test('a count is open while an unanswered instance could decide it', () => {
		const macs: Condition = {
			count: 'groups',
			where: { question: 'platform', is: ['mac'] },
			under: 1
		};
		expect(holds(macs, withAnswers({}, [{ platform: 'windows' }]))).toBe(true);
		expect(holds(macs, withAnswers({}, [{ platform: 'windows' }, {}]))).toBe(undefined);
		expect(holds(macs, withAnswers({}, [{ platform: 'mac' }, {}]))).toBe(false);
		expect(holds(macs, withAnswers({}))).toBe(true);
	});

	test('an instance answers before its site', () => {
		const survey = withAnswers({ platform: 'mac' }, [{ platform: 'linux' }, {}]);
		const isLinux: Condition = { question: 'platform', is: ['linux'] };
		expect(holds(isLinux, survey, { collection: 'groups', id: 'g0' })).toBe(true);
		expect(holds(isLinux, survey, { collection: 'groups', id: 'g1' })).toBe(false);
	});
});

test('answering more never turns true into false or back: what is known stays known', () => {
	const leaf = fc.record({
		question: fc.constantFrom('a', 'b', 'c'),
		is: fc.subarray(['x', 'y'], { minLength: 1 })
	});
	const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
		condition: fc.oneof(
			{ depthSize: 'small' },
			leaf,
			fc.record({ all: fc.array(tie('condition'), { maxLength: 3 }) }),
			fc.record({ any: fc.array(tie('condition'), { maxLength: 3 }) }),
			fc.record({ not: tie('condition') })
		)
	}));
	const answers = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('x', 'y', 'z'));

	fc.assert(
		fc.property(condition, answers, answers, (row, some, more) => {
			const before = holds(row, withAnswers(some));
			if (before === undefined) return;
			expect(holds(row, withAnswers({ ...more, ...some }))).toBe(before);
		})
	);
});
