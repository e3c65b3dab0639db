import { isNotApplicable, valueOf } from './answer.ts';
import { NONE, type Placeholders } from './checklist.ts';
import { isAsked } from './progress.ts';
import { hostDetails, ofGroups, subnetList } from './said.ts';
import { shown } from './shown.ts';
import type { Question, Questionnaire } from './question.ts';
import type { Instance, Survey } from './survey.ts';

/**
 * What a template may name: every question of the site and of its groups by its id, and the derived names below.
 * `groupNames`, `clientCount`, `gupHosts` (candidates that may become a Group Update Provider), `gupHost` (the first of
 * them, as a command takes it), `luaHostName`, `gupDetails` (what was noted of each), `subnetNames`, `subnetList` (with all that was noted), `surveyTitle`.
 */
export function placeholdersOf(
	survey: Survey,
	groups: readonly string[],
	questionnaire: Questionnaire
): Placeholders {
	const served = survey.groups.filter(({ id }) => groups.includes(id));
	const hosts = survey.candidates.filter(mayServe);
	const answered = questionnaire.sections.flatMap(({ collection, questions }) =>
		questions.map((question) => [
			question.id,
			collection === 'groups'
				? ofGroups(question, inOrder(served))
				: (shown(question, valueOf(survey.answers[question.id])) ??
					(isOut(question, survey) ? NONE : undefined))
		])
	);

	return {
		...Object.fromEntries(answered),
		surveyTitle: survey.title,
		groupNames: listed(inOrder(served), 'groupName'),
		clientCount: total(served),
		gupHosts: listed(hosts, 'host'),
		gupHost: nameIn(listed(hosts.slice(0, 1), 'host')),
		luaHostName: nameIn(shownText(survey, 'luaHost')),
		gupDetails: hostDetails(hosts),
		subnetNames: listed(survey.subnets, 'subnetAddress'),
		subnetList: subnetList(survey.subnets)
	};
}

function isOut(question: Question, survey: Survey): boolean {
	return isNotApplicable(survey.answers[question.id]) || !isAsked(question, survey);
}

/** Nothing that is known keeps it from being a Group Update Provider (KB177667: not the SEPM; Windows; on). */
function mayServe({ answers }: Instance): boolean {
	const cannot =
		valueOf(answers.isSepm) === 'yes' ||
		valueOf(answers.hostOs) === 'other' ||
		(valueOf(answers.alwaysOn) === 'no' && valueOf(answers.powerPattern) !== 'office-hours');
	return !cannot;
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

function shownText({ answers }: Survey, question: string): string | undefined {
	const value = valueOf(answers[question]);
	return typeof value === 'string' ? value : undefined;
}

/** The name of a computer alone: what follows a comma is its asset tag, or its address. */
function nameIn(said: string | undefined): string | undefined {
	const name = said?.split(',')[0]?.trim();
	return name === '' ? undefined : name;
}
