import type { PageLoad } from './$types';

/** Rules and steps are only fetched where a plan is shown: the survey does not wait for them. */
export const load: PageLoad = async () => {
	const [{ KNOWLEDGE }, { changesSince }] = await Promise.all([
		import('$lib/knowledge/knowledge'),
		import('$lib/knowledge/changes')
	]);
	return { knowledge: KNOWLEDGE, changesSince };
};
