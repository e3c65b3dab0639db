import { describe, expect, test } from 'vitest';
import type { Answers } from '../../src/lib/domain/answer.ts';
import { planGups, type GupPlan } from '../../src/lib/domain/gup.ts';
import type { Proposal } from '../../src/lib/domain/gup-settings.ts';
import type { Sizes } from '../../src/lib/domain/transfer.ts';
import { emptySurvey, type Survey } from '../../src/lib/domain/survey.ts';
import { CANDIDATE_RULES } from '../../src/lib/knowledge/candidates.ts';

const size = (value: number) => ({ value, assumption: '', sources: [] });
const SIZES: Sizes = {
	fullContentMegabytes: size(120),
	deltaMegabytes: size(1.5),
	releasesPerDay: size(3),
	linkSharePercent: size(25),
	windowHours: size(8),
	heartbeatKilobytes: size(5)
};

const GOOD: Answers = {
	host: 'LYO-FS1',
	hostOs: 'windows-server',
	alwaysOn: 'yes',
	isSepm: 'no',
	candidateVersion: '14.3 RU8',
	freeDiskGigabytes: 200,
	addressFixed: 'static',
	ownerAgrees: 'yes',
	otherRoles: []
};

function plan(
	site: Answers,
	clients: number,
	candidates: readonly Answers[],
	subnets: readonly string[] = []
) {
	const survey: Survey = {
		...emptySurvey('s', 'Lyon'),
		answers: { sepmVersion: '14.3 RU8', ...site },
		groups: [{ id: 'g1', answers: { platform: 'windows', clients } }],
		candidates: candidates.map((answers, index) => ({ id: `c${index}`, answers })),
		subnets: subnets.map((subnetAddress, index) => ({
			id: `n${index}`,
			answers: { subnetAddress }
		}))
	};
	return planGups(survey, ['g1'], CANDIDATE_RULES, SIZES, []);
}

const proposal = ({ proposals }: GupPlan, setting: Proposal['setting']) =>
	proposals.find((each) => each.setting === setting)?.value;

describe('a candidate is judged on its own, with reasons', () => {
	const cases: readonly [string, Answers, string, string | undefined][] = [
		['a good server', {}, 'suitable', undefined],
		['the SEPM itself', { isSepm: 'yes' }, 'ruled-out', 'candidate-sepm-host'],
		['another version', { candidateVersion: '14.3 RU5' }, 'ruled-out', 'candidate-version'],
		['switched off at night', { alwaysOn: 'no' }, 'ruled-out', 'candidate-always-on'],
		[
			'a desktop for 51 clients',
			{ hostOs: 'windows-client' },
			'ruled-out',
			'candidate-server-system'
		],
		['a full disk', { freeDiskGigabytes: 0.3 }, 'ruled-out', 'candidate-disk'],
		['a changing address', { addressFixed: 'dynamic' }, 'cautioned', 'candidate-address'],
		['an owner who was not asked', { ownerAgrees: 'pending' }, 'cautioned', 'candidate-owner'],
		['a busy computer', { otherRoles: ['database'] }, 'cautioned', 'candidate-roles']
	];

	test.each(cases)('%s', (_, answers, fit, rule) => {
		const [candidate] = plan({}, 51, [{ ...GOOD, ...answers }]).candidates;
		expect(candidate).toMatchObject({ host: 'LYO-FS1', fit });
		expect(candidate?.because.map(({ rule }) => rule)).toEqual(rule ? [rule] : []);
	});

	test('office hours do for a small office, and for no more than 50 clients', () => {
		const fit = (clients: number, powerPattern: string) =>
			plan({}, clients, [{ ...GOOD, alwaysOn: 'no', powerPattern }]).candidates[0]?.fit;
		expect([fit(50, 'office-hours'), fit(51, 'office-hours'), fit(50, 'irregular')]).toEqual([
			'cautioned',
			'ruled-out',
			'ruled-out'
		]);
	});

	test('50 clients may be served by a desktop system, 51 may not', () => {
		const fit = (clients: number) =>
			plan({}, clients, [{ ...GOOD, hostOs: 'windows-client' }]).candidates[0]?.fit;
		expect([fit(50), fit(51)]).toEqual(['suitable', 'ruled-out']);
	});

	test('what is not known is asked for, never assumed', () => {
		const [candidate] = plan({}, 40, [{ host: 'LYO-PC1' }]).candidates;
		expect(candidate?.fit).toBe('open');
		expect(candidate?.because.every(({ effect }) => effect === 'open')).toBe(true);
	});
});

describe('the settings are proposed from the answers', () => {
	test('one subnet: a single GUP; a candidate in each of two: multiple; otherwise an explicit list', () => {
		const at = (gupSubnet: string) => ({ ...GOOD, gupSubnet });
		expect(proposal(plan({ subnets: 1 }, 40, [GOOD]), 'type')).toBe('single');
		const two = ['10.1.0.0/24', '10.2.0.0/24'];
		expect(proposal(plan({}, 40, [at(two[0]!), at(two[1]!)], two), 'type')).toBe('multiple');
		expect(proposal(plan({}, 40, [at(two[0]!)], two), 'type')).toBe('explicit list');
		expect(proposal(plan({ subnets: 3 }, 40, [GOOD]), 'type')).toBe('explicit list');
		expect(proposal(plan({}, 40, [GOOD]), 'type')).toBeNull();
	});

	test('a candidate that is ruled out does not cover its subnet', () => {
		const two = ['10.1.0.0/24', '10.2.0.0/24'];
		const candidates = two.map((gupSubnet, index) => ({
			...GOOD,
			gupSubnet,
			isSepm: index ? 'yes' : 'no'
		}));
		expect(proposal(plan({}, 40, candidates, two), 'type')).toBe('explicit list');
	});

	describe('several subnets, and not each with a candidate', () => {
		const two = ['10.1.0.0/24', '10.2.0.0/24'];
		const typeWith = (answers: Answers) => {
			const { proposals } = plan(answers, 40, [GOOD], two);
			return proposals.find(({ setting }) => setting === 'type');
		};

		test('a list can send clients across only where there is a route', () => {
			expect(typeWith({ routedBetween: 'all' })).toMatchObject({ value: 'explicit list' });
			expect(typeWith({ routedBetween: 'some' })?.reason).toMatch(/cut off needs a candidate/);
			expect(typeWith({ routedBetween: 'none' })).toMatchObject({
				value: 'multiple',
				reason: expect.stringMatching(/name a candidate in every one/) as string
			});
		});

		test('the routes may be said subnet by subnet', () => {
			const survey = (routed: string): Survey => ({
				...emptySurvey('s', 'Lyon'),
				answers: { subnets: 2 },
				subnets: two.map((subnetAddress, index) => ({
					id: `n${index}`,
					answers: { subnetAddress, subnetRouted: routed }
				}))
			});
			const valueFor = (routed: string) =>
				proposal(planGups(survey(routed), [], CANDIDATE_RULES, SIZES, []), 'type');
			expect([valueFor('all'), valueFor('none')]).toEqual(['explicit list', 'multiple']);
		});
	});

	test('a subnet with a handful of clients is named as one that needs no GUP of its own', () => {
		const survey: Survey = {
			...emptySurvey('s', 'Lyon'),
			answers: { sepmVersion: '14.3 RU8' },
			candidates: [
				{ id: 'c0', answers: { ...GOOD, gupSubnet: 'A' } },
				{ id: 'c1', answers: { ...GOOD, gupSubnet: 'B' } }
			],
			subnets: [
				{ id: 'n0', answers: { subnetAddress: 'A', subnetClients: 10 } },
				{ id: 'n1', answers: { subnetAddress: 'B', subnetClients: 9 } }
			]
		};
		const { proposals } = planGups(survey, [], CANDIDATE_RULES, SIZES, []);
		expect(proposals[0]?.reason).toMatch(/Fewer than 10 clients are in B:/);
	});

	test('several versions need as much room as 32-bit and 64-bit clients', () => {
		const survey = (rows: readonly string[]): Survey => ({
			...emptySurvey('s', 'Lyon'),
			groups: [
				{ id: 'g', answers: { sepVersions: rows.map((version) => ({ version, count: 1 })) } }
			]
		});
		const cacheFor = (...rows: readonly string[]) =>
			proposal(planGups(survey(rows), ['g'], CANDIDATE_RULES, SIZES, []), 'cache');
		expect([cacheFor('14.3'), cacheFor('14.3', '14.3 RU8')]).toEqual(['400 MB', '700 MB']);
	});

	test('a slow network inside the site is told where downloads at once are decided', () => {
		const reasonWith = (answers: Answers) =>
			plan(answers, 40, [GOOD]).proposals.find(({ setting }) => setting === 'simultaneous')?.reason;
		expect(reasonWith({ lanSpeed: '10m', wifiSharePercent: 30 })).toMatch(
			/have 10 Mbit\/s\. 30 % of the clients have Wi-Fi only/
		);
		expect(reasonWith({ lanSpeed: '1g', wifiSharePercent: 0 })).not.toMatch(/Wi-Fi|Mbit/);
	});

	test('the cache holds two full sets and a delta for each revision', () => {
		expect(proposal(plan({ sepmRevisions: 30 }, 40, [GOOD]), 'cache')).toBe('400 MB');
		expect(
			proposal(plan({ sepmRevisions: 90, fullContentMegabytes: 200 }, 40, [GOOD]), 'cache')
		).toBe('700 MB');
	});

	test('content is kept as long as its revision can be asked for', () => {
		expect(proposal(plan({ sepmRevisions: 30 }, 40, [GOOD]), 'retention')).toBe('10 days');
		expect(proposal(plan({}, 40, [GOOD]), 'retention')).toBeNull();
	});

	test('the cap is the share of the link', () => {
		expect(proposal(plan({ linkDownMbps: 2, linkSharePercent: 50 }, 40, [GOOD]), 'bandwidth')).toBe(
			'125 kB/s'
		);
	});

	test('a thin link waits for its GUP, a wide one does not', () => {
		expect(proposal(plan({ linkDownMbps: 2 }, 40, [GOOD]), 'bypass')).toBe('3 days');
		expect(proposal(plan({ linkDownMbps: 200 }, 40, [GOOD]), 'bypass')).toBe('15 minutes');
		// Three clients would do without a GUP; but one copy takes 64 minutes, and nobody waits that long.
		expect(proposal(plan({ linkDownMbps: 1 }, 3, [GOOD]), 'bypass')).toBe('3 days');
		expect(proposal(plan({}, 40, [GOOD]), 'bypass')).toBeNull();
	});

	test('a number that was never published is left to the console', () => {
		expect(proposal(plan({ linkDownMbps: 2 }, 40, [GOOD]), 'simultaneous')).toBeNull();
	});
});
