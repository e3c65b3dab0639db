import { valueOf, type Value } from './answer.ts';
import type { Placeholders } from './checklist.ts';
import { questionsOf, type Question, type Questionnaire } from './question.ts';
import type { Instance, Survey } from './survey.ts';

/**
 * What a template may name: every site question by its id, and the derived names below.
 * `groupNames`, `clientCount`, `gupHosts` (candidates that may become a Group Update Provider), `gupHost` (the first of
 * them), `subnetNames`, `surveyTitle`.
 */
export function placeholdersOf(
	survey: Survey,
	groups: readonly string[],
	questionnaire: Questionnaire
): Placeholders {
	const served = survey.groups.filter(({ id }) => groups.includes(id));
	const hosts = survey.candidates.filter(mayServe);
	const answered = questionsOf(questionnaire).map((question) => [
		question.id,
		shown(question, valueOf(survey.answers[question.id]))
	]);

	return {
		...Object.fromEntries(answered),
		surveyTitle: survey.title,
		groupNames: listed(inOrder(served), 'groupName'),
		clientCount: total(served),
		gupHosts: listed(hosts, 'host'),
		gupHost: listed(hosts.slice(0, 1), 'host'),
		subnetNames: listed(survey.subnets, 'subnetAddress')
	};
}

/** Nothing that is known keeps it from being a Group Update Provider (KB177667: not the SEPM; Windows; always on). */
function mayServe({ answers }: Instance): boolean {
	const isOut =
		valueOf(answers.isSepm) === 'yes' ||
		valueOf(answers.hostOs) === 'other' ||
		valueOf(answers.alwaysOn) === 'no';
	return !isOut;
}

/** By id, so that a print does not depend on the order in which groups stand. */
function inOrder(groups: readonly Instance[]): readonly Instance[] {
	return [...groups].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function listed(instances: readonly Instance[], question: string): string | undefined {
	const names = instances
		.map(({ answers }) => valueOf(answers[question]))
		.filter((name) => typeof name === 'string');
	return names.length === 0 ? undefined : names.join(', ');
}

function total(groups: readonly Instance[]): string | undefined {
	const counts = groups.map(({ answers }) => valueOf(answers.clients));
	if (counts.length === 0 || !counts.every((count) => typeof count === 'number')) return undefined;
	return String(counts.reduce((sum, count) => sum + count, 0));
}

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
