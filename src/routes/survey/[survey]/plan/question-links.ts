import type { Questionnaire } from '$lib/domain/question';
import type { QuestionLink } from '$lib/ui/plan-words';
import { sectionHref } from '../walk';

/** Finds the place where a question is answered: its section, and the client group where it is asked of one. */
export function questionLinks(survey: string, { sections }: Questionnaire) {
	const places = new Map(
		sections.flatMap((section) =>
			section.questions.map(({ id, prompt }) => [id, { section, prompt }] as const)
		)
	);
	return (id: string, group?: string): QuestionLink => {
		const found = places.get(id);
		if (!found) return { prompt: id, href: `/survey/${encodeURIComponent(survey)}` };
		const { section, prompt } = found;
		const isOfGroup = section.collection === 'groups' && group !== undefined;
		const place = isOfGroup ? ({ collection: 'groups', id: group } as const) : undefined;
		return { prompt, href: `${sectionHref(survey, section, place)}#${id}` };
	};
}
