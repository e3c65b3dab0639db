import type { PageLoad } from './$types';

/** Rules, charts and the layout of the drawing are fetched with this page only. */
export const load: PageLoad = async () => ({
	knowledge: (await import('$lib/knowledge/knowledge')).KNOWLEDGE
});
