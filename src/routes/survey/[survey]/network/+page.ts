import type { Knowledge } from '$lib/domain/plan';
import type { PageLoad } from './$types';

/** Rules, charts and the layout of the drawing are fetched with this page only; checklists it has none. */
export const load: PageLoad = async () => {
	const [{ TABLES }, { RANGES }] = await Promise.all([
		import('$lib/knowledge/tables'),
		import('$lib/knowledge/ranges')
	]);
	const knowledge: Knowledge = { ...TABLES, version: 'what-if', steps: [] };
	return { knowledge, ranges: RANGES };
};
