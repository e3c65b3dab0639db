import { isNotApplicable, valueOf } from '$lib/domain/answer';
import { shown } from '$lib/domain/shown';
import { questionsOf, type Questionnaire } from '$lib/domain/question';
import type { Survey } from '$lib/domain/survey';
import type { PrintFact } from '$lib/ui/print-parts';

/** What the title block says of the site, in the order it is read; who is not known is to be asked. */
const PEOPLE_AND_PLACE = {
	siteAddress: 'Address',
	surveyor: 'Technician',
	siteContact: 'Contact on site',
	sepmAdmin: 'SEPM admin',
	networkAdmin: 'Network owner',
	changeOwner: 'Change approved by',
	sepmHost: 'SEPM'
} as const;

type SiteQuestion = keyof typeof PEOPLE_AND_PLACE | 'policyNow' | 'siteName' | 'siteCode';

/** A site answer as text; `undefined` where there is none yet. */
function saidOf(
	survey: Survey,
	questionnaire: Questionnaire,
	id: SiteQuestion
): string | undefined {
	const answer = survey.answers[id];
	if (isNotApplicable(answer)) return `not applicable: ${answer.notApplicable}`;
	const question = questionsOf(questionnaire).find((each) => each.id === id);
	return question && shown(question, valueOf(answer));
}

/** Site and code on one line. */
export function siteLine(survey: Survey): string {
	const name = valueOf(survey.answers.siteName) ?? survey.title;
	const code = valueOf(survey.answers.siteCode);
	return code === undefined ? String(name) : `${String(name)} (${String(code)})`;
}

export function titleFacts(survey: Survey, questionnaire: Questionnaire): readonly PrintFact[] {
	return Object.entries(PEOPLE_AND_PLACE).map(([id, label]) => ({
		label,
		value: saidOf(survey, questionnaire, id as SiteQuestion)
	}));
}

/** How the site comes back to what it was: every checklist prints it. */
export function wayBack(survey: Survey, questionnaire: Questionnaire): readonly PrintFact[] {
	return [
		{ label: 'Previous policy', value: saidOf(survey, questionnaire, 'policyNow') },
		{ label: 'Who puts it back', value: saidOf(survey, questionnaire, 'sepmAdmin') }
	];
}

/** Who signs off, with the names that are known. */
export function peopleOf(survey: Survey, questionnaire: Questionnaire) {
	return [
		{ role: 'Technician', name: saidOf(survey, questionnaire, 'surveyor') },
		{ role: 'SEPM admin', name: saidOf(survey, questionnaire, 'sepmAdmin') },
		{ role: 'Site owner', name: saidOf(survey, questionnaire, 'siteContact') }
	];
}
