import type { PageLoad } from './$types';

/** What ids are called; the plans themselves are worked out elsewhere. */
export const load: PageLoad = async () => {
	const [{ METHODS }, { QUESTIONNAIRE }, { questionsOf }] = await Promise.all([
		import('$lib/knowledge/methods'),
		import('$lib/knowledge/questionnaire'),
		import('$lib/domain/question')
	]);
	const prompts = new Map(questionsOf(QUESTIONNAIRE).map(({ id, prompt }) => [id, prompt]));
	return { methods: METHODS, prompts };
};
