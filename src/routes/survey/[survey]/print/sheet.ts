import { valueOf } from '$lib/domain/answer';
import type { Checklist } from '$lib/domain/checklist';
import { isMethodId, type MethodId } from '$lib/domain/method';
import { nameOf, type Knowledge, type Plan } from '$lib/domain/plan';
import { itemsAt, itemsOf, type Item } from '$lib/domain/progress';
import { revisionOf } from '$lib/domain/revision';
import type { Survey } from '$lib/domain/survey';
import { workOn, type Work } from '$lib/domain/work';
import { counted, readableTime } from '$lib/ui/plan-words';
import { partsOf, type PrintFact, type PrintPart } from '$lib/ui/print-parts';
import { checklistDrafts, reportDrafts } from './drafts';
import { siteLine, titleFacts, wayBack } from './title-block';

export type Printable = 'report' | 'blank' | MethodId;

export function isPrintable(text: string): text is Printable {
	return text === 'report' || text === 'blank' || isMethodId(text);
}

export interface SheetInput {
	readonly what: Printable;
	readonly survey: Survey;
	/** How many changes led to it, and how many answers differ between devices. */
	readonly changes: number;
	readonly conflicts: number;
	readonly plan: Plan;
	/** Present where a checklist is printed. */
	readonly checklist: Checklist | undefined;
	readonly knowledge: Knowledge;
	readonly printedAt: string;
}

/** Everything that the paper says of itself, in words; the components only lay it out. */
export interface Sheet {
	readonly title: string;
	readonly site: string;
	/** `undefined` where there is nothing to finish: an empty form. */
	readonly drafts: readonly string[] | undefined;
	readonly revision: string;
	readonly record: string;
	/** Draft or final, and when. */
	readonly stamp: readonly string[];
	readonly facts: readonly PrintFact[];
	readonly works: readonly Work[];
	readonly parts: readonly PrintPart[];
	readonly sizeOf: (group: string) => string;
}

export function sheetOf(input: SheetInput): Sheet {
	const { what, survey, plan, checklist, knowledge, printedAt } = input;
	const { questionnaire, version } = knowledge;
	const works = checklist ? workOn(checklist, survey.steps) : [];
	const drafts = draftsOf(input, works);
	const changes = counted(input.changes, 'change');
	const revision = `Knowledge ${version}, survey revision ${revisionOf(survey)} (${changes})`;
	const sizeOf = (id: string) => {
		const clients = valueOf(survey.groups.find((group) => group.id === id)?.answers.clients);
		return typeof clients === 'number' ? counted(clients, 'client') : 'number of clients not known';
	};
	const served = survey.groups.filter(({ id }) => checklist?.groups.includes(id) ?? true);

	return {
		title: titleOf(what, knowledge),
		site: siteLine(survey),
		drafts,
		revision,
		record: `Record ${survey.id}`,
		stamp: [
			drafts === undefined ? 'printed' : `${drafts.length > 0 ? 'DRAFT' : 'FINAL'}, printed`,
			readableTime(printedAt)
		],
		facts: [
			...titleFacts(survey, questionnaire),
			...(checklist ? wayBack(survey, questionnaire) : []),
			...(plan.groups.length > 0
				? [
						{
							label: 'Client groups',
							value: served.map((group) => `${nameOf(group)}, ${sizeOf(group.id)}`).join('; ')
						}
					]
				: []),
			{ label: 'Revision', value: revision },
			{ label: 'Printed', value: readableTime(printedAt) },
			{ label: 'Record', value: survey.id }
		],
		works,
		parts: partsOf(works),
		sizeOf
	};
}

/** The survey as it was asked, section by section; a repeated section once for each instance. */
export function chaptersOf(survey: Survey, { questionnaire }: Knowledge) {
	return questionnaire.sections.flatMap(
		(section): { id: string; title: string; items: readonly Item[] }[] => {
			const { id, title, collection } = section;
			if (!collection) return [{ id, title, items: itemsAt(section, survey) }];
			return survey[collection].map(({ id: instance, answers }, index) => {
				const name = valueOf(answers.groupName ?? answers.host ?? answers.subnetAddress);
				return {
					id: `${id}-${instance}`,
					title: `${title}: ${String(name ?? index + 1)}`,
					items: itemsAt(section, survey, { collection, id: instance })
				};
			});
		}
	);
}

function titleOf(what: Printable, { methods }: Knowledge): string {
	if (what === 'report') return 'Site report';
	if (what === 'blank') return 'Survey form';
	return `Checklist: ${methods.find(({ id }) => id === what)?.name ?? what}`;
}

function draftsOf(
	{ what, survey, plan, conflicts, knowledge }: SheetInput,
	works: readonly Work[]
) {
	if (what === 'blank') return undefined;
	if (what !== 'report') return checklistDrafts(works, conflicts);
	return reportDrafts(plan, itemsOf(knowledge.questionnaire, survey), conflicts);
}
