import { isNotApplicable, valueOf, type Value } from './answer.ts';
import { NONE } from './checklist.ts';
import type { Question } from './question.ts';
import type { Instance } from './survey.ts';

/** An answer as a person reads it: labels for choices, a unit after a number. */
export function shown(question: Question, value: Value | undefined): string | undefined {
	if (value === undefined) return undefined;
	switch (question.kind) {
		case 'choice':
		case 'many': {
			const values = Array.isArray(value) ? value : [value];
			if (values.length === 0) return 'none';
			return values
				.map(
					(each) => question.options.find((option) => option.value === each)?.label ?? String(each)
				)
				.join(', ');
		}
		case 'integer':
		case 'number':
			return question.unit === 'count' ? String(value) : `${String(value)} ${question.unit}`;
		case 'table':
			return Array.isArray(value)
				? (value as readonly Record<string, unknown>[])
						.map((row) => question.columns.map(({ id }) => String(row[id] ?? '')).join(' · '))
						.join('; ')
				: String(value);
		default:
			return String(value);
	}
}

/** What the groups answered: once where all say the same, otherwise each with its name. */
export function ofGroups(question: Question, groups: readonly Instance[]): string | undefined {
	const said = groups.flatMap(({ id, answers }) => {
		const answer = answers[question.id];
		const words = isNotApplicable(answer) ? NONE : shown(question, valueOf(answer));
		const name = valueOf(answers.groupName);
		return words === undefined ? [] : [[typeof name === 'string' ? name : id, words] as const];
	});
	if (said.length === 0) return undefined;
	const [[, first]] = said as [readonly [string, string]];
	const areAlike = said.length === groups.length && said.every(([, words]) => words === first);
	return areAlike ? first : said.map(([name, words]) => `${name}: ${words}`).join('; ');
}

/** Memory and restarts of candidates, as they were noted: "FS1 (16 GB; restarts: Tuesdays)". */
export function hostDetails(hosts: readonly Instance[]): string | undefined {
	return noted(hosts, 'host', (said) => [said('hostMemory'), said('rebootTime', 'restarts: ')]);
}

const REACHES: Readonly<Record<string, string>> = {
	all: 'reaches all others',
	some: 'reaches some others',
	none: 'reaches no other'
};

/** "10.1.0.0/24 (VLAN 20; offices; 40 clients; reaches all others)" */
export function subnetList(subnets: readonly Instance[]): string | undefined {
	return noted(subnets, 'subnetAddress', (said) => [
		said('subnetVlan'),
		said('subnetUse'),
		said('subnetClients', '', ' clients'),
		REACHES[said('subnetRouted') ?? '']
	]);
}

type Say = (question: string, before?: string, after?: string) => string | undefined;

function noted(
	instances: readonly Instance[],
	name: string,
	details: (said: Say) => readonly (string | undefined)[]
): string | undefined {
	const rows = instances.flatMap(({ answers }) => {
		const said: Say = (question, before = '', after = '') => {
			const value = valueOf(answers[question]);
			const isPlain = typeof value === 'number' || (typeof value === 'string' && value !== '');
			return isPlain ? `${before}${value}${after}` : undefined;
		};
		const called = said(name);
		const more = details(said).filter((each) => each !== undefined);
		if (called === undefined && more.length === 0) return [];
		return [`${called ?? '?'}${more.length > 0 ? ` (${more.join('; ')})` : ''}`];
	});
	return rows.length === 0 ? undefined : rows.join(', ');
}
