import { error } from '@sveltejs/kit';
import { QUESTIONNAIRE } from '$lib/knowledge/questionnaire';
import type { PageLoad } from './$types';

export const load: PageLoad = ({ params }) => {
	const section = QUESTIONNAIRE.sections.find(({ id }) => id === params.section);
	if (!section) error(404, `The survey has no section called “${params.section}”.`);
	return { section };
};
