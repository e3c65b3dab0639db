import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/lib/domain/answer.ts';
import { openQuestions } from '../../src/lib/domain/open.ts';
import { judge } from '../../src/lib/domain/plan.ts';
import { questionsOf } from '../../src/lib/domain/question.ts';
import type { Survey } from '../../src/lib/domain/survey.ts';
import { surveyOf, TABLES, type Site } from '../knowledge/bundle.ts';
import { macs, pcs, THIN, WIDE } from '../knowledge/fixtures.ts';
import { anySurvey } from './surveys.ts';

const open = (site: Site) => openQuestions(surveyOf(site), TABLES);
const asked = (site: Site) => open(site).map(({ question }) => question);
const about = (site: Site, question: string) =>
	open(site).find((each) => each.question === question);

/** Everything answered, so that one gap can be looked at alone. */
const FULL = {
	answers: {
		...THIN,
		linkSharePercent: 25,
		windowHours: 8,
		sepmTotalClients: 400,
		sepmRevisions: 30,
		sepmContentFrom: 'symantec',
		sepmVersion: '14.3',
		heartbeatMinutes: 30,
		communicationMode: 'pull',
		internetAllowed: 'no',
		luaPresent: 'no',
		otherSymantecProducts: 'no',
		contentMustBeTested: 'no',
		distributionTools: [],
		removableMediaAllowed: 'yes',
		subnets: 1,
		fullContentMegabytes: 120,
		deltaMegabytes: 1.5,
		softwareUpdatesNeeded: 'no'
	},
	group: {
		managed: 'yes',
		roaming: 'no',
		airGapped: 'no',
		clientVersion: '14.3',
		osList: ['windows-11']
	}
} as const;

function without(...questions: readonly string[]): Site {
	const lacking = (answers: Readonly<Record<string, Answer>>) =>
		Object.fromEntries(Object.entries(answers).filter(([id]) => !questions.includes(id)));
	return pcs(lacking(FULL.answers), lacking(FULL.group));
}

describe('what is open', () => {
	test('nothing, once everything is answered', () => {
		expect(open(without())).toEqual([]);
	});

	test.each([
		['linkSharePercent', ['gup', 'sepm']],
		['windowHours', ['gup', 'sepm']],
		['fullContentMegabytes', ['gup', 'sepm']],
		['contentMustBeTested', []],
		['distributionTools', []],
		['otherSymantecProducts', []],
		['heartbeatMinutes', []],
		['sepmRevisions', []],
		['communicationMode', []],
		['subnets', []],
		['internetAllowed', []],
		['sepmTotalClients', []]
	])('alone missing, %s could change %j', (question, methods) => {
		expect(about(without(question), question)?.couldChange ?? []).toEqual(methods);
	});

	test.each([
		['managed', ['gup', 'intelligent-updater']],
		['airGapped', ['gup', 'intelligent-updater']],
		['clientVersion', ['gup']],
		['roaming', []]
	])('alone missing in the group, %s could change %j', (question, methods) => {
		const found = about(without(question), question);
		expect(found?.couldChange ?? []).toEqual(methods);
		if (methods.length > 0) expect(found?.group).toBe('PCs');
	});

	test('what could not be found out is still open', () => {
		const site = pcs({ ...FULL.answers, linkSharePercent: { unknown: 'x' } }, FULL.group);
		expect(asked(site)).toEqual(['linkSharePercent']);
	});

	test('what was said not to apply is not asked again', () => {
		const site = pcs(
			{ ...FULL.answers, removableMediaAllowed: { notApplicable: 'x' } },
			FULL.group
		);
		expect(asked(site)).toEqual([]);
	});

	test('two answers that matter only together are both open', () => {
		expect(open(without('contentMustBeTested', 'distributionTools'))).toEqual([
			{ question: 'contentMustBeTested', couldChange: ['gup', 'third-party'] },
			{ question: 'distributionTools', couldChange: ['gup', 'third-party'] }
		]);
	});

	test('a question that the survey leaves out is not open, though a rule would read it', () => {
		const isAsked = (sepmReachable: string) =>
			asked(pcs({ sepmReachable, internetAllowed: 'no' })).includes('sepmTotalClients');
		expect([isAsked('yes'), isAsked('no')]).toEqual([true, false]);
	});

	test('candidates choose no method, so nothing about them is open here', () => {
		const found = asked(pcs(THIN, {}, [{ host: 'FS1' }]));
		for (const question of ['hostOs', 'alwaysOn', 'isSepm', 'candidateVersion']) {
			expect(found).not.toContain(question);
		}
	});
});

describe('what comes first', () => {
	test('the answers that a recommendation waits for', () => {
		const found = asked(pcs({ sepmReachable: 'yes', internetAllowed: 'no' }));
		expect(found[0]).toBe('linkDownMbps');
		const mac = asked(macs(WIDE));
		expect(mac[0]).toBe('internetAllowed');
	});

	test('with nothing known, what every recommendation needs', () => {
		const first = asked({ groups: { Somebody: {} } }).slice(0, 5);
		expect([...first].sort()).toEqual([
			'clients',
			'internetAllowed',
			'linkDownMbps',
			'platform',
			'sepmReachable'
		]);
	});

	test('a survey without groups asks what a first group would need, of no group', () => {
		const found = open({});
		expect(found.slice(0, 5).map(({ question }) => question)).toContain('platform');
		expect(found.every(({ group }) => group === undefined)).toBe(true);
	});
});

describe('several groups', () => {
	test('a question of the site is listed once, one of a group for each group', () => {
		const found = open({
			answers: { sepmReachable: 'yes' },
			groups: { A: { platform: 'windows', clients: 20 }, B: { platform: 'windows', clients: 30 } }
		});
		expect(found.filter(({ question }) => question === 'linkDownMbps')).toHaveLength(1);
		const managed = found.filter(({ question }) => question === 'managed');
		expect(managed.map(({ group }) => group)).toEqual(['A', 'B']);
	});

	test('groups with the same answers are open for the same reasons', () => {
		const twin = { platform: 'windows', clients: 20 };
		const found = open({ answers: THIN, groups: { A: twin, B: twin } });
		const of = (name: string) =>
			found.filter(({ group }) => group === name).map(({ question }) => question);
		expect(of('A')).toEqual(of('B'));
		expect(of('A')).not.toEqual([]);
	});

	test('the missing number of one group is open where a total of the site decides for another', () => {
		const site: Site = {
			answers: { ...FULL.answers, linkDownMbps: 0.25 },
			groups: {
				Known: { platform: 'windows', clients: 8, ...FULL.group },
				Other: { platform: 'windows', ...FULL.group }
			}
		};
		const found = open(site).filter(({ question }) => question === 'clients');
		expect(found).toHaveLength(1);
		expect(found[0]).toMatchObject({ group: 'Other' });
		expect(found[0]!.couldChange).toContain('gup');
	});
});

describe('whatever is answered', { timeout: 60_000 }, () => {
	test('only questions without a value are listed, each once for its place', () => {
		fc.assert(
			fc.property(anySurvey, (survey) => {
				const found = openQuestions(survey, TABLES);
				const places = found.map(({ question, group }) => `${group ?? ''}/${question}`);
				expect(new Set(places).size).toBe(places.length);
				const known = questionsOf(TABLES.questionnaire).map(({ id }) => id);
				for (const { question, couldChange } of found) {
					expect(known).toContain(question);
					expect(couldChange).not.toEqual([]);
				}
			}),
			{ numRuns: 60 }
		);
	});

	test('an answer to a question that is not open does not change what leads', () => {
		const yesNo = ['roaming', 'managed', 'airGapped', 'contentMustBeTested', 'luaPresent'];
		const leads = (survey: Survey) =>
			survey.groups.map((group) => judge(survey, group, TABLES).leading);
		fc.assert(
			fc.property(
				anySurvey,
				fc.constantFrom(...yesNo),
				fc.constantFrom('yes', 'no'),
				(survey, question, answer) => {
					const found = openQuestions(survey, TABLES);
					const [first] = survey.groups;
					if (!first || Object.hasOwn({ ...survey.answers, ...first.answers }, question)) return;
					if (found.some((each) => each.question === question)) return;
					const isOfGroup = ['roaming', 'managed', 'airGapped'].includes(question);
					const after = isOfGroup
						? {
								...survey,
								groups: [
									{ ...first, answers: { ...first.answers, [question]: answer } },
									...survey.groups.slice(1)
								]
							}
						: { ...survey, answers: { ...survey.answers, [question]: answer } };
					expect(leads(after)[0]).toEqual(leads(survey)[0]);
				}
			),
			{ numRuns: 300 }
		);
	});
});
