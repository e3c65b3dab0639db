import type { PageLoad } from './$types';

export const load: PageLoad = async () => ({
	knowledge: (await import('$lib/knowledge/knowledge')).KNOWLEDGE
});
