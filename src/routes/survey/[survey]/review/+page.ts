import type { PageLoad } from './$types';

/** The rules say which missing answers matter; the survey itself does without them. */
export const load: PageLoad = async () => {
	const [{ KNOWLEDGE }, { openQuestions }] = await Promise.all([
		import('$lib/knowledge/knowledge'),
		import('$lib/domain/open')
	]);
	return { knowledge: KNOWLEDGE, openQuestions };
};
