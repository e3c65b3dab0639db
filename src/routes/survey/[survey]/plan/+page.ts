import type { PageLoad } from './$types';

/** Rules and steps are only fetched where a plan is shown: the survey does not wait for them. */
export const load: PageLoad = async () => {
	const [{ KNOWLEDGE }, { changesSince }, { CONFLICTS }] = await Promise.all([
		import('$lib/knowledge/knowledge'),
		import('$lib/knowledge/changes'),
		import('$lib/knowledge/conflicts')
	]);
	return { knowledge: KNOWLEDGE, changesSince, conflicts: CONFLICTS };
};
