import type { Answer, Json } from '$lib/domain/answer';
import type { Question, Questionnaire } from '$lib/domain/question';
import type { Survey } from '$lib/domain/survey';
import type { Delivery } from '$lib/device/deliveries';
import { targetOf, type Path } from '$lib/log/path';
import type { Told } from '$lib/log/timeline';
import { answerText } from '$lib/ui/answer-words';
import { instanceName } from '$lib/ui/section-words';
import type { TimelineEntry } from '$lib/ui/timeline-words';
import { deviceText } from '../contest/contenders';
import { registerName, valueText } from '../register-words';
import { sectionHref } from '../walk';

/** What the registers of a survey are called, also those of questions that are not asked any more. */
export class Names {
	readonly #survey: Survey;
	readonly #questionnaire: Questionnaire;

	constructor(survey: Survey, questionnaire: Questionnaire) {
		this.#survey = survey;
		this.#questionnaire = questionnaire;
	}

	of(path: Path): { what: string; href: string | undefined; question: Question | undefined } {
		const target = targetOf(path);
		if (target?.of !== 'answers' && target?.of !== 'instance-answer')
			return { what: registerName(path), href: undefined, question: undefined };
		const place = 'place' in target ? target.place : undefined;
		for (const section of this.#questionnaire.sections) {
			if (section.collection !== place?.collection) continue;
			const question = section.questions.find(({ id }) => id === target.key);
			if (!question) continue;
			const all = place ? this.#survey[place.collection] : [];
			const at = all.findIndex(({ id }) => id === place?.id);
			const instance = all[at];
			const of = instance ? `${instanceName(section, instance, at)}: ` : '';
			const isThere = !place || instance !== undefined;
			return {
				what: `${of}${question.prompt}`,
				href: isThere
					? `${sectionHref(this.#survey.id, section, place)}#${question.id}`
					: undefined,
				question
			};
		}
		return { what: target.key, href: undefined, question: undefined };
	}
}

export function entryOf(
	{ event, before, after, stands }: Told,
	names: Names,
	ownDevice: string | undefined,
	delivery: Delivery | undefined
): TimelineEntry {
	const { what, href, question } = names.of(event.path);
	const words = (value: Json) => {
		if (value === null) return 'no answer';
		return question ? answerText(question, value as Answer) : valueText(value);
	};
	return {
		id: event.id,
		what,
		href,
		before: before.map(words).join(' / '),
		after: after === null ? 'taken back' : words(after),
		stands,
		who: event.author.name,
		at: event.at,
		device: deviceText(event.device, ownDevice),
		sent: delivery?.sent,
		received: delivery?.received
	};
}
