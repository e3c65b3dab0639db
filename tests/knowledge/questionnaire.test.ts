import { describe, expect, test } from 'vitest';
import type { Answers } from '../../src/lib/domain/answer.ts';
import type { Condition } from '../../src/lib/domain/condition.ts';
import { problemWith, warningWith } from '../../src/lib/domain/problem.ts';
import { isAsked, itemsOf } from '../../src/lib/domain/progress.ts';
import { questionsOf, type Question } from '../../src/lib/domain/question.ts';
import type { Collection, Place, Survey } from '../../src/lib/domain/survey.ts';
import { QUESTIONNAIRE } from '../../src/lib/knowledge/questionnaire.ts';
import { QUESTIONS_TRACE } from '../../src/lib/knowledge/trace/questions.ts';
import { surveyOf } from './bundle.ts';

type Where = Collection | 'site';

const { sections } = QUESTIONNAIRE;
const questions = questionsOf(QUESTIONNAIRE);
const placed = sections.flatMap((section) =>
	section.questions.map((question) => ({
		question,
		where: section.collection ?? ('site' as Where)
	}))
);
const find = (id: string) => placed.find(({ question }) => question.id === id);
const optionsOf = (question: Question) =>
	'options' in question ? question.options.map(({ value }) => value) : undefined;

/** The file contract, version 1, written out: what it says must never change. */
const CONTRACT: readonly (readonly [string, Where, Question['kind'], string?])[] = [
	['siteName', 'site', 'text'],
	['siteCode', 'site', 'text'],
	['sepmReachable', 'site', 'choice', 'yes some no'],
	['sepmVersion', 'site', 'text'],
	['sepmTotalClients', 'site', 'integer'],
	['sepmRevisions', 'site', 'integer'],
	['sepmContentFrom', 'site', 'choice', 'symantec lua jdb'],
	['heartbeatMinutes', 'site', 'integer'],
	['communicationMode', 'site', 'choice', 'pull push'],
	['linkDownMbps', 'site', 'number'],
	['linkSharePercent', 'site', 'number'],
	['windowHours', 'site', 'number'],
	['internetAllowed', 'site', 'choice', 'yes no'],
	['internetMbps', 'site', 'number'],
	['tlsInspection', 'site', 'choice', 'yes no'],
	['luaPresent', 'site', 'choice', 'yes no'],
	['luaOnSepmHost', 'site', 'choice', 'yes no'],
	['otherSymantecProducts', 'site', 'choice', 'yes no'],
	['contentMustBeTested', 'site', 'choice', 'yes no'],
	['distributionTools', 'site', 'many', 'sms-sccm intune altiris pdq wsus gpo other'],
	['removableMediaAllowed', 'site', 'choice', 'yes no'],
	['subnets', 'site', 'integer'],
	['fullContentMegabytes', 'site', 'number'],
	['deltaMegabytes', 'site', 'number'],
	['softwareUpdatesNeeded', 'site', 'choice', 'yes no'],
	['groupName', 'groups', 'text'],
	['platform', 'groups', 'choice', 'windows mac linux'],
	['clients', 'groups', 'integer'],
	['managed', 'groups', 'choice', 'yes no'],
	['roaming', 'groups', 'choice', 'yes no'],
	['airGapped', 'groups', 'choice', 'yes no'],
	['clientVersion', 'groups', 'text'],
	['host', 'candidates', 'text'],
	['hostOs', 'candidates', 'choice', 'windows-server windows-client other'],
	['alwaysOn', 'candidates', 'choice', 'yes no'],
	['freeDiskGigabytes', 'candidates', 'number'],
	['isSepm', 'candidates', 'choice', 'yes no'],
	['candidateVersion', 'candidates', 'text']
];

/** The 80 questions of the written site survey, by their names there; the trace says what asks them here. */
const EIGHTY = [
	'site_name site_code site_address survey_date surveyor site_contact sepm_admin',
	'network_admin change_owner access_limits photo_allowed n_windows n_mac n_linux',
	'n_servers n_laptops n_unmanaged os_list bitness_mix sep_versions features client_type',
	'vdi_present closed_network sepm_reachable sepm_version sepm_port sepm_total_clients',
	'sepm_revisions sepm_disk_free comm_mode heartbeat_min randomization group_structure',
	'policy_now sepm_updates_from wan_type wan_down_mbps wan_up_mbps wan_busy_pct wan_rtt_ms',
	'wan_cap_gb wan_other_load wan_reliable internet_local internet_mbps proxy_present',
	'proxy_auth tls_inspection system_proxy_ok lu_hosts_allowed subnets routed_between',
	'lan_speed wifi_share port_2967 host_firewall gup_host gup_subnet gup_ip_fixed',
	'gup_always_on gup_role_other gup_disk_free gup_sep_version gup_reboot gup_owner_ok',
	'def_age_limit test_before usb_allowed remote_exec local_admin dist_tool dist_tool_dp',
	'other_symantec baseline_dates known_issues change_window evidence_photos risks_notes',
	'signoff'
].flatMap((line) => line.split(' '));

describe('ids are the keys of answers for ever', () => {
	test('every id is camelCase, and none is used twice, whatever is repeated', () => {
		const ids = questions.map(({ id }) => id);
		for (const id of ids) expect(id).toMatch(/^[a-z][a-zA-Z0-9]*$/);
		expect(ids).toEqual([...new Set(ids)]);
	});

	test('section ids are kebab-case and unique; each collection has one section', () => {
		const ids = sections.map(({ id }) => id);
		for (const id of ids) expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
		expect(ids).toEqual([...new Set(ids)]);
		expect(sections.flatMap(({ collection }) => collection ?? [])).toEqual([
			'groups',
			'subnets',
			'candidates'
		]);
	});

	test('options of one question have different values and different labels', () => {
		for (const question of questions) {
			if (!('options' in question)) continue;
			const { options, id } = question;
			expect(new Set(options.map(({ value }) => value)).size, id).toBe(options.length);
			expect(new Set(options.map(({ label }) => label)).size, id).toBe(options.length);
		}
	});
});

describe('the file contract', () => {
	test.each(CONTRACT.map((row) => [row[0], row] as const))('%s', (id, [, where, kind, options]) => {
		const found = find(id);
		expect(found?.where).toBe(where);
		expect(found?.question.kind).toBe(kind);
		if (options) expect(found && optionsOf(found.question)).toEqual(options.split(' '));
	});

	test('the plan reads exactly what the contract names', () => {
		const read = questions.filter(({ planReads }) => planReads).map(({ id }) => id);
		expect(read.sort()).toEqual(CONTRACT.map(([id]) => id).sort());
	});

	test('numbers are asked for in the unit that their id names', () => {
		const units = { Mbps: 'Mbit/s', Percent: '%', Hours: 'hours', Minutes: 'minutes', Ms: 'ms' };
		const sizes = { Megabytes: 'MB', Gigabytes: 'GB', Days: 'days', Revisions: 'revisions' };
		let seen = 0;
		for (const [ending, unit] of Object.entries({ ...units, ...sizes })) {
			for (const question of questions) {
				if (!question.id.endsWith(ending) || !('unit' in question)) continue;
				seen += 1;
				expect(question.unit, question.id).toBe(unit);
			}
		}
		expect(seen).toBeGreaterThan(12);
	});

	test('zero Mbit/s, which means that there is no link, is no problem', () => {
		expect(problemWith(find('linkDownMbps')!.question, 0)).toBeUndefined();
	});

	test('speed, share and window of the link belong together', () => {
		const link = questions.filter(({ together }) => together === 'link').map(({ id }) => id);
		expect(link).toEqual(['linkDownMbps', 'linkSharePercent', 'windowHours']);
	});
});

describe('the whole survey', () => {
	test('eighty questions are traced, and no other', () => {
		expect(QUESTIONS_TRACE.map(({ id }) => id).sort()).toEqual([...EIGHTY].sort());
		expect(EIGHTY).toHaveLength(80);
	});

	test.each(QUESTIONS_TRACE.map(({ id, by }) => [id, by] as const))('%s is asked', (_, ids) => {
		expect(ids).not.toEqual([]);
		for (const id of ids) expect(find(id), id).toBeDefined();
	});

	test('whatever is asked beyond the eighty and the contract is listed here', () => {
		const known = [...QUESTIONS_TRACE.flatMap(({ by }) => by), ...CONTRACT.map(([id]) => id)];
		const more = questions.map(({ id }) => id).filter((id) => !known.includes(id));
		expect(more).toEqual(['sepmHost', 'luaHost', 'packagingAdmin']);
	});
});

describe('every question speaks to a technician', () => {
	test.each(questions.map((question) => [question.id, question] as const))('%s', (_, question) => {
		expect(question.prompt).toMatch(/\?$/);
		expect(question.prompt.length).toBeLessThanOrEqual(95);
		expect(question.why).toMatch(/[.]$/);
		expect(question.why.length).toBeLessThanOrEqual(190);
		expect(question.find).toMatch(/[.?!)]$/);
		expect('options' in question || question.example !== undefined).toBe(true);
		expect(question.sources).not.toEqual([]);
		expect(question.sources).toBeDefined();
	});

	test('no two questions have the same prompt', () => {
		const prompts = questions.map(({ prompt }) => prompt.toLowerCase());
		expect(prompts).toEqual([...new Set(prompts)]);
	});

	test('what only the SEPM console shows is not asked at the door', () => {
		const at = (id: string) => sections.findIndex((section) => section.id === id);
		expect(sections[0]?.id).toBe('visit');
		expect(sections.at(-1)?.id).toBe('sign-off');
		expect(at('client-groups')).toBeLessThan(at('candidates'));
		expect(at('candidates')).toBeLessThan(at('link'));
		expect(at('lan')).toBeLessThan(at('sepm'));
		const early = sections.slice(0, 2).flatMap((section) => section.questions);
		expect(early.filter(({ askedOf }) => askedOf === 'sepm-console')).toEqual([]);
	});
});

describe('numbers', () => {
	const numbers = questions.filter((question) => 'unit' in question);

	test.each(numbers.map((question) => [question.id, question] as const))(
		'%s: what is plausible is possible, and so is its example',
		(_, question) => {
			const { min = -Infinity, max = Infinity, plausible, example } = question;
			const [low, high] = plausible ?? [Number(example), Number(example)];
			expect(min).toBeLessThanOrEqual(low);
			expect(low).toBeLessThanOrEqual(high);
			expect(high).toBeLessThanOrEqual(max);
			expect(problemWith(question, Number(example))).toBeUndefined();
			expect(warningWith(question, Number(example))).toBeUndefined();
		}
	);

	test('a fleet of 12,000 clients is not called unusual, one of a million is', () => {
		const { question } = find('sepmTotalClients')!;
		expect(warningWith(question, 12_000)).toBeUndefined();
		expect(warningWith(question, 1_000_000)).toContain('Unusual');
	});

	test('a share or a window of nothing is refused', () => {
		expect(problemWith(find('linkSharePercent')!.question, 0)).toBeDefined();
		expect(problemWith(find('windowHours')!.question, 0)).toBeDefined();
		expect(problemWith(find('windowHours')!.question, 25)).toBeDefined();
	});
});

describe('skip rules', () => {
	const named = (condition: Condition): readonly { id: string; inside?: Collection }[] => {
		if ('all' in condition) return condition.all.flatMap(named);
		if ('any' in condition) return condition.any.flatMap(named);
		if ('not' in condition) return named(condition.not);
		if (!('count' in condition)) return [{ id: condition.question }];
		const { count, where } = condition;
		return where ? named(where).map(({ id }) => ({ id, inside: count })) : [];
	};

	const literals = (condition: Condition): readonly [string, readonly (string | number)[]][] => {
		if ('all' in condition) return condition.all.flatMap(literals);
		if ('any' in condition) return condition.any.flatMap(literals);
		if ('not' in condition) return literals(condition.not);
		if ('count' in condition) return condition.where ? literals(condition.where) : [];
		if ('is' in condition) return [[condition.question, condition.is]];
		if ('isNot' in condition) return [[condition.question, condition.isNot]];
		if ('includes' in condition) return [[condition.question, condition.includes]];
		return [];
	};

	const skipping = placed.filter(({ question }) => question.skip !== undefined);

	test.each(skipping.map((row) => [row.question.id, row] as const))(
		'%s looks only at questions that are in reach',
		(_, { question, where }) => {
			const looked = named(question.skip!);
			for (const { id, inside } of looked) {
				expect(['site', inside ?? where], id).toContain(find(id)?.where);
			}
			expect(looked.map(({ id }) => id)).not.toContain(question.id);
		}
	);

	test('a skip rule compares a choice with options that it has', () => {
		for (const { question } of skipping) {
			for (const [id, values] of literals(question.skip!)) {
				const other = find(id)!.question;
				const options = optionsOf(other);
				if (options) expect(options, question.id).toEqual(expect.arrayContaining([...values]));
				else
					expect(
						values.every((value) => typeof value === 'number'),
						question.id
					).toBe(true);
			}
		}
	});

	test('with no answer at all every question of the site is asked but those of a candidate', () => {
		const asked = itemsOf(QUESTIONNAIRE, surveyOf({})).map(({ question }) => question.id);
		const site = placed.filter(({ where }) => where === 'site').map(({ question }) => question.id);
		const left = site.filter((id) => !asked.includes(id));
		expect(left).toEqual(['gupPort', 'port2967']);
	});

	test('“could not find out” skips nothing', () => {
		const unknown = Object.fromEntries(questions.map(({ id }) => [id, { unknown: 'nobody knew' }]));
		const survey = surveyOf({ answers: unknown, candidates: [unknown], groups: { g: unknown } });
		const items = itemsOf(QUESTIONNAIRE, survey).filter(
			({ section }) => section.collection !== 'subnets'
		);
		const all = placed.filter(({ where }) => where !== 'subnets');
		expect(items.map(({ question }) => question.id)).toEqual(
			all.map(({ question }) => question.id)
		);
	});
});

describe('what is left out', () => {
	const asks = (survey: Survey, id: string, place?: Place) =>
		isAsked(find(id)!.question, survey, place);
	const site = (answers: Answers) => surveyOf({ answers });
	const sectionOf = (survey: Survey, id: string) =>
		itemsOf(QUESTIONNAIRE, survey)
			.filter(({ section }) => section.id === id)
			.map(({ question }) => question.id);

	test('no Windows: neither servers, subnets nor remote runs', () => {
		const survey = site({ nWindows: 0 });
		for (const id of ['nServers', 'subnets', 'remoteExec', 'localAdmin'])
			expect(asks(survey, id), id).toBe(false);
		expect(asks(survey, 'nLaptops')).toBe(true);
		expect(asks(site({ nWindows: 0, nMac: 0 }), 'nLaptops')).toBe(false);
	});

	test('a Windows group counts for more than a total of none; one of unknown platform too', () => {
		const windows = { answers: { nWindows: 0 }, groups: { Office: { platform: 'windows' } } };
		expect(asks(surveyOf(windows), 'subnets')).toBe(true);
		expect(asks(surveyOf({ ...windows, groups: { Office: {} } }), 'subnets')).toBe(true);
		expect(asks(surveyOf({ ...windows, groups: { Studio: { platform: 'mac' } } }), 'subnets')).toBe(
			false
		);
	});

	test('SEPM out of reach: the console section shrinks to the LiveUpdate server, the link to its speed', () => {
		const survey = site({ sepmReachable: 'no' });
		expect(sectionOf(survey, 'sepm')).toEqual(['luaPresent', 'luaHost', 'luaOnSepmHost']);
		expect(sectionOf(survey, 'link')).toEqual([
			'sepmHost',
			'sepmReachable',
			'linkDownMbps',
			'linkSharePercent',
			'windowHours'
		]);
		expect(sectionOf(site({ sepmReachable: 'some' }), 'sepm')).toHaveLength(16);
	});

	test('no link: nothing is asked about it', () => {
		const asked = sectionOf(site({ linkDownMbps: 0 }), 'link');
		expect(asked).toEqual(['sepmHost', 'sepmPort', 'sepmReachable', 'linkDownMbps']);
		expect(sectionOf(site({ wanType: 'none' }), 'link')).toContain('linkDownMbps');
	});

	test('no way to the Internet: no proxy; no proxy: no sign-in', () => {
		expect(sectionOf(site({ internetAllowed: 'no' }), 'internet')).toEqual(['internetAllowed']);
		expect(sectionOf(site({ internetLocal: 'no' }), 'internet')).toEqual([
			'internetAllowed',
			'internetLocal'
		]);
		expect(sectionOf(site({ proxyPresent: 'none' }), 'internet')).toEqual([
			'internetAllowed',
			'internetLocal',
			'internetMbps',
			'proxyPresent',
			'luHostsAllowed'
		]);
	});

	test('no LUA, no tool, no USB stick, no other product, no photo: no details of them', () => {
		const none = site({
			luaPresent: 'no',
			distributionTools: [],
			removableMediaAllowed: 'no',
			otherSymantecProducts: 'no',
			photoAllowed: 'no',
			accessLimits: [],
			closedNetwork: 'no',
			randomization: 'no'
		});
		const details = ['luaHost', 'luaOnSepmHost', 'distributionToolLocal', 'packagingAdmin'];
		const more = ['mediaScanNeeded', 'otherSymantecList', 'evidencePhotos', 'accessNotes'];
		for (const id of [...details, ...more, 'nClosed', 'randomizationMinutes'])
			expect(asks(none, id), id).toBe(false);
		expect(asks(site({ distributionTools: ['gpo'] }), 'packagingAdmin')).toBe(true);
	});

	test('one subnet has no routes to ask about', () => {
		expect(asks(site({ subnets: 1 }), 'routedBetween')).toBe(false);
		expect(asks(site({ subnets: 2 }), 'routedBetween')).toBe(true);
		expect(asks(site({ subnets: 2, routedBetween: 'all' }), 'routedNotes')).toBe(false);
		expect(asks(site({ subnets: 2, routedBetween: 'some' }), 'routedNotes')).toBe(true);
	});

	test('a Mac group is not asked for Windows matters', () => {
		const survey = surveyOf({ groups: { Studio: { platform: 'mac' }, Office: {} } });
		const at = (id: string, question: string) =>
			asks(survey, question, { collection: 'groups', id });
		for (const id of ['osList', 'bitnessMix', 'features', 'clientType', 'vdiPresent']) {
			expect(at('Studio', id), id).toBe(false);
			expect(at('Office', id), id).toBe(true);
		}
		expect(at('Studio', 'clients')).toBe(true);
	});

	test('a candidate that is the SEPM, or runs no Windows, is asked no more than the plan reads', () => {
		for (const out of [{ isSepm: 'yes' }, { hostOs: 'other' }]) {
			const asked = sectionOf(surveyOf({ candidates: [out] }), 'candidates');
			expect(asked).toEqual(
				CONTRACT.filter(([, at]) => at === 'candidates')
					.map(([id]) => id)
					.sort(inOrder)
			);
		}
		const on = surveyOf({
			candidates: [{ alwaysOn: 'yes', isSepm: 'no', hostOs: 'windows-server' }]
		});
		expect(sectionOf(on, 'candidates')).not.toContain('powerPattern');
		expect(sectionOf(on, 'lan')).toContain('port2967');
	});
});

function inOrder(a: string, b: string): number {
	const ids = questions.map(({ id }) => id);
	return ids.indexOf(a) - ids.indexOf(b);
}
