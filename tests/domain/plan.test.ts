import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answers } from '../../src/lib/domain/answer.ts';
import { factsOf } from '../../src/lib/domain/fact-table.ts';
import { firing } from '../../src/lib/domain/firing.ts';
import { METHOD_IDS } from '../../src/lib/domain/method.ts';
import { judge, makePlan, type Plan } from '../../src/lib/domain/plan.ts';
import { limitsWith } from '../../src/lib/domain/rule.ts';
import type { Survey } from '../../src/lib/domain/survey.ts';
import { LIMITS } from '../../src/lib/knowledge/limits.ts';
import { RULES } from '../../src/lib/knowledge/rules.ts';
import { SIZES } from '../../src/lib/knowledge/sizes.ts';
import { surveyOf, TABLES } from '../knowledge/bundle.ts';
import { pcs, THIN } from '../knowledge/fixtures.ts';
import { answerTo, anySurvey, readQuestions } from './surveys.ts';

const plan = (survey: Survey): Plan => makePlan(survey, TABLES);
const judged = (survey: Survey) => survey.groups.map((group) => judge(survey, group, TABLES));

const turned = <T>(record: Readonly<Record<string, T>>): Record<string, T> =>
	Object.fromEntries(Object.entries(record).reverse());

/** The plan in which groups stand in the order of their ids, to compare plans of one site. */
const byId = ({ groups, ...rest }: Plan) => ({
	...rest,
	groups: [...groups].sort((a, b) => (a.id < b.id ? -1 : 1))
});

describe('whatever is answered', { timeout: 60_000 }, () => {
	test('the plan does not depend on the order of groups or answers', () => {
		fc.assert(
			fc.property(anySurvey, (survey) => {
				const other = {
					...survey,
					answers: turned(survey.answers),
					groups: survey.groups
						.map(({ id, answers }) => ({ id, answers: turned(answers) }))
						.reverse()
				};
				expect(byId(plan(other))).toEqual(byId(plan(survey)));
			}),
			{ numRuns: 60 }
		);
	});

	test('a group has six verdicts, and one or none of them is recommended', () => {
		fc.assert(
			fc.property(anySurvey, (survey) => {
				for (const { recommended, verdicts } of judged(survey)) {
					expect(verdicts.map(({ method }) => method)).toEqual([...METHOD_IDS]);
					const chosen = verdicts.filter(({ fit }) => fit === 'recommended');
					expect(chosen.map(({ method }) => method)).toEqual(recommended ? [recommended] : []);
				}
			}),
			{ numRuns: 60 }
		);
	});

	test('where nothing is recommended, the plan says what is missing or what to do', () => {
		fc.assert(
			fc.property(anySurvey, (survey) => {
				const { groups, open, warnings } = plan(survey);
				for (const { id, recommended, verdicts } of groups) {
					if (recommended !== null) continue;
					const isOut = verdicts.every(({ fit }) => fit === 'ruled-out');
					const asked = open.filter(({ group }) => group === undefined || group === id);
					const told = warnings.filter((warning) => warning.groups.includes(id));
					if (isOut) expect(told.map(({ rule }) => rule)).toContain('nothing-is-left');
					else expect(asked.map(({ question }) => question)).not.toEqual([]);
				}
			}),
			{ numRuns: 300 }
		);
	});

	test('a survey without a recommendation is never silent about why', () => {
		fc.assert(
			fc.property(anySurvey, (survey) => {
				const { groups, open, warnings } = plan(survey);
				if (groups.some(({ recommended }) => recommended !== null)) return;
				expect(open.length + warnings.length).toBeGreaterThan(0);
			}),
			{ numRuns: 60 }
		);
	});

	test('what is recommended is favoured by a reason, and no reason is without a source', () => {
		fc.assert(
			fc.property(anySurvey, (survey) => {
				for (const { recommended, verdicts } of judged(survey)) {
					for (const { method, because } of verdicts) {
						const effects = because.map(({ effect }) => effect);
						if (method === recommended) {
							expect(effects).toContain('favours');
							expect(effects).not.toContain('rules-out');
						}
						for (const { sources, reason } of because) {
							expect(sources).not.toEqual([]);
							expect(reason).not.toMatch(/[{}?]|NaN|undefined/);
						}
					}
				}
			}),
			{ numRuns: 60 }
		);
	});

	test('an answer brings a ruled-out method back only where the rule that put it out reads that answer', () => {
		const questions = [
			...readQuestions().map((question) => ({ question, isOfGroup: false })),
			...readQuestions('groups').map((question) => ({ question, isOfGroup: true }))
		];
		const withAnswer = fc
			.tuple(anySurvey, fc.constantFrom(...questions))
			.chain(([survey, { question, isOfGroup }]) =>
				answerTo(question).map((answer) => ({ survey, question, isOfGroup, answer }))
			);
		fc.assert(
			fc.property(withAnswer, ({ survey: any, question, isOfGroup, answer }) => {
				const given = (answers: Answers) => ({ ...answers, [question.id]: answer });
				const lacking = (answers: Answers) =>
					Object.fromEntries(Object.entries(answers).filter(([id]) => id !== question.id));
				const change = (how: (answers: Answers) => Answers): Survey =>
					isOfGroup
						? {
								...any,
								groups: any.groups.map((group, index) =>
									index === 0 ? { ...group, answers: how(group.answers) } : group
								)
							}
						: { ...any, answers: how(any.answers) };
				const survey = change(lacking);
				const after = change(given);
				const before = judged(survey);
				for (const [index, { recommended }] of judged(after).entries()) {
					const was = before[index]!.verdicts.find(({ method }) => method === recommended);
					if (was?.fit !== 'ruled-out') continue;
					const facts = factsOf(survey, survey.groups[index]!, SIZES);
					const walls = was.because.filter(({ effect }) => effect === 'rules-out');
					for (const { rule } of walls) {
						const needs = RULES.find(({ id }) => id === rule)!.needs;
						expect(needs.flatMap((need) => facts[need].reads)).toContain(question.id);
					}
				}
			}),
			{ numRuns: 400 }
		);
	});

	test('a rule that is decided without a fact says the same whatever the fact turns out to be', () => {
		const limits = limitsWith(LIMITS, {});
		const number = fc.oneof(
			fc.nat(20_000),
			fc.double({ min: 0, max: 5000, noNaN: true }),
			fc.constantFrom(...LIMITS.map(({ value }) => value))
		);
		fc.assert(
			fc.property(anySurvey, number, (survey, value) => {
				for (const group of survey.groups) {
					const facts = factsOf(survey, group, SIZES);
					for (const row of RULES) {
						const said = firing(row, facts, limits);
						if (said === 'open') continue;
						const filled = Object.fromEntries(
							Object.entries(facts).map(([id, derived]) => {
								const isMissing = derived.value === undefined && !derived.notApplicable;
								return [id, isMissing && isNumber(id) ? { ...derived, value } : derived];
							})
						) as typeof facts;
						expect(firing(row, filled, limits), row.id).toBe(said);
					}
				}
			}),
			{ numRuns: 60 }
		);
	});
});

/** Facts whose ids end as quantities do. */
function isNumber(id: string): boolean {
	return /(clients|Clients|Hours|Mbps|Days|Revisions|Minutes|subnets|andidates)$/.test(id);
}

test('warnings that differ from group to group come in the order of the groups’ ids', () => {
	const lab = (clients: number) => ({ platform: 'windows', clients, airGapped: 'yes' });
	const told = (site: Survey) =>
		plan(site)
			.warnings.filter(({ rule }) => rule === 'air-gap-inner-sepm')
			.map(({ groups }) => groups);
	const site = surveyOf({ groups: { b: lab(7), a: lab(5) } });
	expect(told(site)).toEqual([['a'], ['b']]);
});

describe('the plan as the contract has it', () => {
	const lyon = surveyOf(
		pcs({ siteName: 'Lyon', ...THIN }, { groupName: 'Office PCs' }, [
			{ host: 'LYO-FS1', hostOs: 'windows-server' }
		])
	);

	test('names group, method and reason, with rule, sources and assumptions', () => {
		const { groups, survey, sitewalk, knowledge } = plan(lyon);
		expect({ survey, sitewalk, knowledge }).toEqual({
			survey: { id: 's', title: 'Site' },
			sitewalk: 1,
			knowledge: 'test'
		});
		expect(groups).toMatchObject([{ id: 'PCs', name: 'Office PCs', recommended: 'gup' }]);
		const gup = groups[0]!.verdicts.find(({ method }) => method === 'gup')!;
		expect(gup).toMatchObject({
			fit: 'recommended',
			because: [{ rule: 'gup-thin-link', effect: 'favours' }]
		});
		expect(gup.because[0]!.reason).toContain('21.3 hours');
		expect(gup.because[0]!.sources).toContain('SEED');
		expect(gup.because[0]!.assumptions).toContain(SIZES.linkSharePercent.assumption);
	});

	test('is JSON: what is written comes back the same', () => {
		fc.assert(
			fc.property(anySurvey, (survey) => {
				const made = plan(survey);
				expect(JSON.parse(JSON.stringify(made))).toEqual(made);
			}),
			{ numRuns: 50 }
		);
	});

	test('a group without a name is called by its id', () => {
		const survey = { ...lyon, groups: [{ id: 'g7', answers: {} }] };
		expect(plan(survey).groups[0]!.name).toBe('Group g7');
	});

	test('there is one checklist for each method that is recommended, with its groups', () => {
		const survey = surveyOf({
			answers: { ...THIN, internetAllowed: 'yes' },
			groups: {
				b: { platform: 'windows', clients: 40 },
				a: { platform: 'windows', clients: 30 },
				c: { platform: 'mac', clients: 5 }
			}
		});
		expect(plan(survey).checklists.map(({ method, groups }) => [method, groups])).toEqual([
			['gup', ['a', 'b']],
			['liveupdate', ['c']]
		]);
	});

	test('asked for a method, it makes that checklist for every group', () => {
		const { checklists } = makePlan(lyon, TABLES, { method: 'intelligent-updater' });
		expect(checklists).toMatchObject([{ method: 'intelligent-updater', groups: ['PCs'] }]);
	});
});

test('a site of 300 groups, all different and all unfinished, is still planned', () => {
	const groups = Array.from({ length: 300 }, (_, index) => [
		`g${index}`,
		{ platform: 'windows', clients: index + 1 }
	]);
	const { open, groups: planned } = plan(
		surveyOf({ answers: { sepmReachable: 'yes' }, groups: Object.fromEntries(groups) })
	);
	expect(planned).toHaveLength(300);
	expect(open.map(({ question }) => question)).toContain('linkDownMbps');
}, 60_000);
