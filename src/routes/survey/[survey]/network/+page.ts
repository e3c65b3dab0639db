import type { PageLoad } from './$types';

/** Rules, charts and the layout of the drawing are fetched with this page only. */
export const load: PageLoad = async () => {
	const [{ KNOWLEDGE }, { RANGES }] = await Promise.all([
		import('$lib/knowledge/knowledge'),
		import('$lib/knowledge/ranges')
	]);
	return { knowledge: KNOWLEDGE, ranges: RANGES };
};
