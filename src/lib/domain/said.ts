import { isNotApplicable, valueOf } from './answer.ts';
import { NONE } from './checklist.ts';
import type { Question } from './question.ts';
import { shown } from './shown.ts';
import type { Instance } from './survey.ts';

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
