import { describe, expect, test } from 'vitest';
import { fill, makeChecklist, NONE, withNames } from '../../src/lib/domain/checklist.ts';
import { METHOD_IDS } from '../../src/lib/domain/method.ts';
import { placeholdersOf } from '../../src/lib/domain/placeholders.ts';
import type { Answers } from '../../src/lib/domain/answer.ts';
import { QUESTIONNAIRE } from '../../src/lib/knowledge/questionnaire.ts';
import { STEPS } from '../../src/lib/knowledge/steps.ts';
import { VERIFICATION } from '../../src/lib/knowledge/verification.ts';
import { surveyOf } from './bundle.ts';

const names = (answers: Answers, candidates: readonly Answers[] = []) => {
	const survey = surveyOf({ answers, candidates, groups: { Office: { platform: 'windows' } } });
	return placeholdersOf(survey, ['Office'], QUESTIONNAIRE);
};
const commandOf = (code: string, answers: Answers, candidates?: readonly Answers[]) =>
	withNames(VERIFICATION, names(answers, candidates)).find((each) => each.code === code)?.command
		?.text;

describe('a way to check is ready to be copied', () => {
	test('with the names of the site, quoted for its shell', () => {
		expect(commandOf('V17', { gupPort: 2967 }, [{ host: "O'Neill-FS1, tag 17" }])).toBe(
			"Test-NetConnection -ComputerName 'O''Neill-FS1' -Port '2967'"
		);
		expect(commandOf('V16', { gupPort: 3000 })).toContain("-SimpleMatch '3000'");
	});

	test('a name that nobody gave is marked, as shells’ manuals do', () => {
		expect(commandOf('V17', {})).toBe('Test-NetConnection -ComputerName <gupHost> -Port <gupPort>');
	});

	test('what does not apply here is never taken for a name', () => {
		expect(commandOf('V17', { gupPort: { notApplicable: 'no GUP' } })).toMatch(/-Port <gupPort>$/);
	});

	test('no command keeps a gap of its template', () => {
		for (const { command } of withNames(VERIFICATION, names({}))) {
			expect(command?.text ?? '').not.toMatch(/\{gup\w+\}/);
		}
	});
});

describe('what does not apply reads so, and is not asked for', () => {
	test.each([
		['said not to apply', { networkAdmin: { notApplicable: 'nobody' } }, 'networkAdmin'],
		['left out by another answer', { sepmReachable: 'no' }, 'policyNow']
	] as const)('%s', (_, answers, id) => {
		expect(fill(`{${id}}`, names(answers))).toBe(NONE);
	});

	test('what could not be found out is still asked for', () => {
		expect(fill('{networkAdmin}', names({ networkAdmin: { unknown: 'nobody knew' } }))).toMatch(
			/ask/
		);
	});
});

test.each(METHOD_IDS)('the way back of %s prints the name of the previous policy', (method) => {
	const policyNow = 'LiveUpdate Settings - Branches';
	const { steps } = makeChecklist(method, surveyOf({}), [], STEPS, names({ policyNow }));
	const texts = steps.filter(({ phase }) => phase === 'roll-back').map(({ text }) => text);
	expect(texts.join('\n')).toContain(policyNow);
});

test('groups say a thing once where they agree, and each for itself where they do not', () => {
	const survey = surveyOf({
		groups: { Office: { clientType: 'standard' }, Lab: { clientType: 'dark-network' } }
	});
	const of = (groups: readonly string[]) =>
		placeholdersOf(survey, groups, QUESTIONNAIRE).clientType;
	expect(of(['Office'])).toBe('Standard client');
	expect(of(['Office', 'Lab'])).toBe('Lab: Dark network client; Office: Standard client');
});

test('subnets and candidates are listed with all that was noted of them', () => {
	const survey = {
		...surveyOf({ candidates: [{ host: 'FS1', hostMemory: '16 GB', rebootTime: 'Tuesdays' }] }),
		subnets: [
			{
				id: 'n1',
				answers: {
					...{ subnetAddress: '10.1.0.0/24', subnetVlan: 'VLAN 20', subnetUse: 'offices' },
					...{ subnetClients: 40, subnetRouted: 'all' }
				}
			},
			{ id: 'n2', answers: { subnetAddress: '10.2.0.0/24' } }
		]
	};
	const { subnetList, gupDetails } = placeholdersOf(survey, [], QUESTIONNAIRE);
	expect(subnetList).toBe(
		'10.1.0.0/24 (VLAN 20; offices; 40 clients; reaches all others), 10.2.0.0/24'
	);
	expect(gupDetails).toBe('FS1 (16 GB; restarts: Tuesdays)');
});
