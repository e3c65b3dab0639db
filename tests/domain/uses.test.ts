import { describe, expect, test } from 'vitest';
import type { StepTemplate } from '../../src/lib/domain/checklist.ts';
import { FACT_IDS, factsOf } from '../../src/lib/domain/fact-table.ts';
import { probesOf } from '../../src/lib/domain/probe.ts';
import { questionsOf } from '../../src/lib/domain/question.ts';
import { citingTables, sourceUses } from '../../src/lib/domain/citing.ts';
import { questionUses } from '../../src/lib/domain/uses.ts';
import { TABLES } from '../knowledge/bundle.ts';

function step(id: string, more: Partial<StepTemplate>): StepTemplate {
	return {
		id,
		code: id.toUpperCase(),
		method: 'gup',
		phase: 'pilot',
		who: ['technician'],
		text: 'Look.',
		evidence: 'It is there.',
		sources: ['OURS'],
		confidence: 'ours',
		...more
	};
}

const STEPS = [
	step('in-text', { text: 'Call {sepmAdmin} about {groupNames}.' }),
	step('in-evidence', { evidence: 'Ticked at {gupHosts}.' }),
	step('in-command', { command: { shell: 'cmd', text: 'ping {sepmHost}' } }),
	step('in-skip', {
		skip: {
			when: {
				any: [
					{ question: 'luaPresent', is: ['no'] },
					{ count: 'groups', where: { question: 'features', includes: ['ips'] }, under: 1 }
				]
			},
			because: 'There is none.'
		}
	})
];
const KNOWLEDGE = { ...TABLES, steps: STEPS };
const uses = questionUses(KNOWLEDGE);
const of = (question: string) => uses[question]!;

describe('what relies on a question is found, not typed', () => {
	test('every question has its entry', () => {
		expect(Object.keys(uses)).toEqual(questionsOf(TABLES.questionnaire).map(({ id }) => id));
	});

	test('no answer changes a fact that is not listed for it', () => {
		for (const { survey, variations } of probesOf(TABLES.questionnaire)) {
			const before = factsOf(survey, survey.groups[0]!, TABLES.sizes);
			for (const { question, survey: other } of variations) {
				const after = factsOf(other, other.groups[0]!, TABLES.sizes);
				const changed = FACT_IDS.filter((fact) => after[fact].value !== before[fact].value);
				expect(of(question).facts, question).toEqual(expect.arrayContaining(changed));
			}
		}
	});

	test('a rule and an advice rely on what their facts read', () => {
		expect(of('linkDownMbps').rules).toContain('gup-thin-link');
		expect(of('linkDownMbps').rules).not.toContain('gup-windows-only');
		expect(of('communicationMode').advice).toEqual(['push-mode']);
	});

	test('what is compared with an answer of another place is found too', () => {
		expect(of('sepmVersion').candidateRules).toEqual(['candidate-version']);
		expect(of('candidateVersion').candidateRules).toEqual(['candidate-version']);
		expect(of('bitnessMix').candidateRules).toEqual(['candidate-disk']);
		expect(of('gupSubnet').settings).toEqual(['type']);
		expect(of('subnetAddress').settings).toEqual(['type']);
	});

	test('what the plan shows relies on what it is made of', () => {
		expect(of('deltaMegabytes').tables).toEqual(['transfer', 'network']);
		expect(of('heartbeatMinutes').tables).toEqual(['network', 'content']);
		expect(of('randomizationMinutes').tables).toEqual(['network']);
		expect(of('distributionToolLocal').tables).toEqual(['transfer', 'network']);
		expect(of('gupPort').tables).toEqual(['drawing']);
	});

	test.each([
		['sepmAdmin', 'in-text'],
		['groupName', 'in-text'],
		['host', 'in-evidence'],
		['isSepm', 'in-evidence'],
		['sepmHost', 'in-command'],
		['luaPresent', 'in-skip'],
		['features', 'in-skip']
	])('%s is used by the step "%s"', (question, id) => {
		expect(of(question).steps).toEqual([id]);
	});

	test('a question relies on those that its skip rule looks at', () => {
		expect(of('randomization').questions).toEqual(['randomizationMinutes']);
	});

	test('an answer that nothing reads is used by nothing', () => {
		expect(Object.values(of('siteAddress')).flat()).toEqual([]);
	});
});

describe('what relies on a source', () => {
	const tables = {
		rules: [
			{ id: 'one', sources: ['A', 'B'] },
			{ id: 'two', sources: ['A'] }
		],
		questions: [{ id: 'three' }, { id: 'four', sources: ['B'] }]
	};

	test('is listed by table, and a table without such a row is left out', () => {
		expect(sourceUses(['A', 'B', 'C'], tables)).toEqual({
			A: { rules: ['one', 'two'] },
			B: { rules: ['one'], questions: ['four'] },
			C: {}
		});
	});

	test('every table of the knowledge that cites is looked through', () => {
		const { questions = [], sizes = [], steps = [], ...others } = citingTables(KNOWLEDGE);
		expect(questions).toHaveLength(questionsOf(TABLES.questionnaire).length);
		expect(sizes.map(({ id }) => id)).toEqual(Object.keys(TABLES.sizes));
		expect(steps).toBe(STEPS);
		const { rules, advice, candidateRules, limits, methods } = KNOWLEDGE;
		expect(others).toEqual({ rules, advice, candidateRules, limits, methods });
	});
});
