import type { PageLoad } from './$types';

export const load: PageLoad = async () => {
	const [{ KNOWLEDGE }, { changesSince }] = await Promise.all([
		import('$lib/knowledge/knowledge'),
		import('$lib/knowledge/changes')
	]);
	return { knowledge: KNOWLEDGE, changesSince };
};
