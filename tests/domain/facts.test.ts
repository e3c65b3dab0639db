import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answers } from '../../src/lib/domain/answer.ts';
import { FACT_IDS, factsAfter, factsOf } from '../../src/lib/domain/fact-table.ts';
import type { DerivedFacts, FactId } from '../../src/lib/domain/facts.ts';
import { FULL_ONLY } from '../../src/lib/domain/transfer-rows.ts';
import { SIZES } from '../../src/lib/knowledge/sizes.ts';
import { surveyOf, type Site } from '../knowledge/bundle.ts';
import { pcs } from '../knowledge/fixtures.ts';
import { answerTo, anySurvey, readQuestions } from './surveys.ts';

function facts(site: Site, group = 0): DerivedFacts {
	const survey = surveyOf(site);
	return factsOf(survey, survey.groups[group]!, SIZES);
}
const value = (
	id: FactId,
	answers: Answers,
	group: Answers = {},
	candidates?: readonly Answers[]
) => facts(pcs(answers, group, candidates))[id].value;

describe('a fact is a value, or the questions that stand in its way', () => {
	test('an answer becomes a fact', () => {
		expect(facts(pcs({ sepmReachable: 'some' })).sepmReachable).toMatchObject({
			value: 'some',
			missing: [],
			assumptions: []
		});
	});

	test.each([
		['not answered', {}],
		['could not be found out', { sepmReachable: { unknown: 'locked cabinet' } }]
	])('%s: no value, and the question is named', (_, answers) => {
		const { sepmReachable } = facts(pcs(answers));
		expect(sepmReachable).toMatchObject({ missing: ['sepmReachable'], notApplicable: false });
		expect(sepmReachable).not.toHaveProperty('value');
	});

	test('a question that makes no sense here leaves its fact without a value and without a question', () => {
		const { removableMediaAllowed } = facts(pcs({ removableMediaAllowed: { notApplicable: 'x' } }));
		expect(removableMediaAllowed).toMatchObject({ notApplicable: true, missing: [] });
		expect(removableMediaAllowed).not.toHaveProperty('value');
	});

	test.each([
		['internetAllowed', 'internetAllowed', false],
		['tlsInspection', 'tlsInspection', false],
		['luaPresent', 'luaPresent', false],
		['contentMustBeTested', 'contentMustBeTested', false],
		['distributionTools', 'toolPresent', false],
		['sepmReachable', 'sepmReachable', 'no'],
		['linkDownMbps', 'linkMbps', 0],
		['sepmTotalClients', 'sepmTotalClients', 0]
	] as const)('where %s does not apply there is nothing of the kind', (question, id, expected) => {
		expect(value(id, { [question]: { notApplicable: 'not here' } })).toBe(expected);
	});

	test('a group has a platform and a number of clients, whatever is said', () => {
		const nowhere = { notApplicable: 'not here' };
		const found = facts(pcs({}, { platform: nowhere, clients: nowhere }));
		expect(found.platform).toMatchObject({ missing: ['platform'], notApplicable: false });
		expect(found.clients).toMatchObject({ missing: ['clients'], notApplicable: false });
	});

	test('where being managed does not apply, nobody manages: the group counts as unmanaged', () => {
		const found = facts(pcs({}, { managed: { notApplicable: 'there is no SEPM' } }));
		expect(found.managed.value).toBe(false);
		expect(found.onLink.value).toBe(false);
		expect(found.siteUnmanagedClients.value).toBe(40);
		expect(found.siteWindowsClients.value).toBe(0);
	});

	test('a name from Object.prototype is no answer', () => {
		const survey = surveyOf({ answers: {}, groups: { toString: {} } });
		expect(factsOf(survey, survey.groups[0]!, SIZES).clients.value).toBeUndefined();
	});
});

describe('hours through the link', () => {
	test('the contract: 40 clients, 2 Mbit/s, 25 % assumed: 21.3 hours, and 0.8 a day', () => {
		expect(value('firstFillHours', { linkDownMbps: 2 })).toBeCloseTo(21.3333, 4);
		expect(value('dailyHours', { linkDownMbps: 2 })).toBeCloseTo(0.8, 6);
	});

	test('what was assumed is said; what was measured is not', () => {
		const assumed = facts(pcs({ linkDownMbps: 2 })).firstFillHours;
		expect(assumed.assumptions).toEqual(
			expect.arrayContaining([
				SIZES.fullContentMegabytes.assumption,
				SIZES.linkSharePercent.assumption
			])
		);
		expect(assumed.missing).toEqual(
			expect.arrayContaining(['linkSharePercent', 'fullContentMegabytes'])
		);
		const measured = facts(
			pcs({ linkDownMbps: 2, linkSharePercent: 50, fullContentMegabytes: 80 })
		).firstFillHours;
		expect(measured.assumptions).toEqual([]);
		expect(measured.value).toBeCloseTo(21.3333 / 3, 3);
	});

	test('without the speed there are no hours', () => {
		expect(facts(pcs()).firstFillHours).toMatchObject({ missing: ['linkDownMbps'] });
	});

	test('without a link between, nothing has to pass', () => {
		expect(value('firstFillHours', { linkDownMbps: 0 })).toBe(0);
	});

	test('where updates may use nothing of the link, it takes for ever', () => {
		expect(value('firstFillHours', { linkDownMbps: 2, linkSharePercent: 0 })).toBe(Infinity);
	});

	test('one set for each GUP, of which there is one per subnet', () => {
		const one = value('gupFillHours', { linkDownMbps: 2, subnets: 1 }) as number;
		expect(one).toBeCloseTo(120_000 / 62.5 / 3600, 6);
		expect(value('gupFillHours', { linkDownMbps: 2, subnets: 3 })).toBeCloseTo(3 * one, 6);
		expect(facts(pcs({ linkDownMbps: 2 })).gupFillHours.assumptions).toContain(
			'Reckoned with one Group Update Provider.'
		);
	});

	test('the window that was answered is told apart from the one that is assumed', () => {
		expect(value('windowHours', {})).toBe(8);
		expect(value('answeredWindowHours', {})).toBeUndefined();
		expect(value('answeredWindowHours', { windowHours: 6 })).toBe(6);
	});
});

describe('who counts', () => {
	const site: Site = {
		answers: { linkDownMbps: 10 },
		groups: {
			PCs: { platform: 'windows', clients: 30, managed: 'yes' },
			Macs: { platform: 'mac', clients: 7 },
			Laptops: { platform: 'windows', clients: 5, roaming: 'yes' },
			Kiosks: { platform: 'windows', clients: 11, managed: 'no' },
			Lab: { platform: 'windows', clients: 13, airGapped: 'yes' }
		}
	};

	test.each([
		['siteClients', 66],
		['siteWindowsClients', 35],
		['siteUnmanagedClients', 11],
		['networkedClients', 37]
	] as const)('%s', (id, clients) => {
		for (const group of [0, 1, 2, 3, 4]) expect(facts(site, group)[id].value).toBe(clients);
	});

	test('the link carries all who are managed and connected', () => {
		expect(facts(site).firstFillHours.value).toBeCloseTo((42 * 120) / 0.3125 / 3600, 6);
	});

	test('a day holds full sets for Mac and Linux, as the row of the SEPM does', () => {
		const answers = { linkDownMbps: 10, linkSharePercent: 50 };
		const groups = {
			PCs: { platform: 'windows', clients: 30 },
			Macs: { platform: 'mac', clients: 7 },
			Servers: { platform: 'linux', clients: 2 }
		};
		const { dailyHours } = facts({ answers, groups });
		const megabytes = 30 * 3 * 1.5 + 9 * 3 * 120;
		expect(dailyHours.value).toBeCloseTo((megabytes * 8) / 5 / 3600, 6);
		expect(dailyHours.assumptions).toContain(FULL_ONLY);
		expect(facts({ answers, groups: { PCs: groups.PCs } }).dailyHours.assumptions).not.toContain(
			FULL_ONLY
		);
	});

	test('who may be a Mac or not is taken as Windows, and named', () => {
		const { dailyHours } = facts({
			answers: { linkDownMbps: 10 },
			groups: { PCs: { platform: 'windows', clients: 30 }, Store: { clients: 4 } }
		});
		expect(dailyHours.assumptions).toContain(
			'Taken as Windows, until the platform is answered: Store.'
		);
		expect(dailyHours.uncounted).toEqual([{ group: 'Store', name: 'Store', question: 'platform' }]);
	});

	test.each([
		[0, true, true],
		[1, true, true],
		[2, true, false],
		[3, false, false],
		[4, false, false]
	])('group %i: on the link %s, networked %s', (group, onLink, networked) => {
		const found = facts(site, group);
		expect([found.onLink.value, found.networked.value]).toEqual([onLink, networked]);
	});

	test('another group without a number does not hold a total up, and is named', () => {
		const { siteClients } = facts({
			groups: { A: { clients: 5 }, B: { groupName: 'Store' } }
		});
		expect(siteClients).toMatchObject({ value: 5, assumptions: ['Not counted yet: Store.'] });
		expect(siteClients.uncounted).toEqual([{ group: 'B', name: 'Store', question: 'clients' }]);
	});

	test('of many without a number only some are named', () => {
		const others = Array.from({ length: 9 }, (_, index) => [`B${index}`, {}]);
		const { siteClients } = facts({
			groups: { A: { clients: 5 }, ...Object.fromEntries(others) }
		});
		expect(siteClients.assumptions).toEqual(['Not counted yet: B0, B1, B2 and 6 more groups.']);
	});

	test('its own missing number does hold it up', () => {
		expect(facts({ groups: { A: {}, B: { clients: 5 } } }).siteClients).toMatchObject({
			missing: ['clients']
		});
	});
});

describe('versions and systems', () => {
	test.each([
		['12.1', true],
		['12.1 RU6 MP4', true],
		['14.0', true],
		['14.2 RU2', true],
		['14.2.5569.2100', true],
		['14.3', false],
		['14.3 RU8', false],
		['14.3.10148.8000', false],
		['15.0', false],
		['the newest', undefined]
	])('a client of %s is too old to receive content: %s', (clientVersion, expected) => {
		expect(value('clientRetired', {}, { clientVersion })).toBe(expected);
	});

	test.each([
		[['windows-11', 'windows-7'], true],
		[['server-2008-r2'], true],
		[['windows-11', 'server-2022-later'], false]
	])('%j needs a SHA-2 update: %s', (osList, expected) => {
		expect(value('legacyWindows', {}, { osList })).toBe(expected);
	});
});

describe('candidates', () => {
	const server = { host: 'FS1', hostOs: 'windows-server', alwaysOn: 'yes', isSepm: 'no' };

	test('none named is a fact, not a gap', () => {
		const found = facts(pcs());
		expect(found.candidates.value).toBe(0);
		expect(found.serverCandidates.value).toBe(0);
		expect(found.candidateIsSepm.value).toBe(false);
		expect(found.candidateVersionDiffers.value).toBe(false);
	});

	test.each([
		['a server that is always on', [server], 1, 1],
		['a desktop', [{ ...server, hostOs: 'windows-client' }], 1, 0],
		['the SEPM itself', [{ ...server, isSepm: 'yes' }], 0, 0],
		['one that is switched off', [{ ...server, alwaysOn: 'no' }], 0, 0],
		['one of which nothing is known', [{ host: 'FS1' }], undefined, undefined],
		['a good one beside an unknown one', [server, { host: 'X' }], 1, 1]
	] as const)('%s', (_, candidates, usable, servers) => {
		expect(value('usableCandidates', {}, {}, candidates)).toBe(usable);
		expect(value('serverCandidates', {}, {}, candidates)).toBe(servers);
	});

	test('versions are compared as far as both are precise', () => {
		const differs = (candidateVersion: string) =>
			value('candidateVersionDiffers', { sepmVersion: '14.3 RU8' }, {}, [
				{ ...server, candidateVersion }
			]);
		expect(['14.3 RU8', '14.3', '14.3 RU6', '12.1'].map(differs)).toEqual([
			false,
			false,
			true,
			true
		]);
	});
});

test('full sets asked for in ten minutes follow clients and heartbeat', () => {
	expect(value('fullRequestsPerTenMinutes', { heartbeatMinutes: 5 })).toBe(40);
	expect(value('fullRequestsPerTenMinutes', { heartbeatMinutes: 20 })).toBe(20);
	expect(value('fullRequestsPerTenMinutes', {})).toBeUndefined();
});

describe('whatever is answered', () => {
	test('no fact is not a number', () => {
		fc.assert(
			fc.property(anySurvey, (survey) => {
				for (const group of survey.groups) {
					for (const [id, { value }] of Object.entries(factsOf(survey, group, SIZES))) {
						expect(Number.isNaN(value), id).toBe(false);
					}
				}
			}),
			{ numRuns: 100 }
		);
	});

	test('deriving after one more answer gives what deriving anew gives', () => {
		const questions = [
			...readQuestions().map((question) => ({ question, isOfGroup: false })),
			...readQuestions('groups').map((question) => ({ question, isOfGroup: true }))
		];
		const cases = fc
			.tuple(anySurvey, fc.constantFrom(...questions))
			.chain(([survey, { question, isOfGroup }]) =>
				answerTo(question).map((answer) => ({ survey, question, isOfGroup, answer }))
			);
		fc.assert(
			fc.property(cases, ({ survey, question, isOfGroup, answer }) => {
				const [group] = survey.groups;
				if (!group) return;
				const given = (answers: Answers) => ({ ...answers, [question.id]: answer });
				const after = isOfGroup ? survey : { ...survey, answers: given(survey.answers) };
				const own = isOfGroup ? { ...group, answers: given(group.answers) } : group;
				const before = factsOf(survey, group, SIZES);
				const whole = factsOf({ ...after, groups: [own, ...survey.groups.slice(1)] }, own, SIZES);
				expect(factsAfter(before, question.id, after, own, SIZES).facts).toEqual(whole);
			}),
			{ numRuns: 300 }
		);
	});

	test('what a fact lacks it has read', () => {
		fc.assert(
			fc.property(anySurvey, (survey) => {
				for (const group of survey.groups) {
					const found = factsOf(survey, group, SIZES);
					for (const id of FACT_IDS) {
						expect(found[id].reads, id).toEqual(expect.arrayContaining([...found[id].missing]));
					}
				}
			}),
			{ numRuns: 50 }
		);
	});
});
