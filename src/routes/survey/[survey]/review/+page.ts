import type { PageLoad } from './$types';

/** The rules say which missing answers matter; the survey itself does without them. */
export const load: PageLoad = async () => ({
	knowledge: (await import('$lib/knowledge/knowledge')).KNOWLEDGE
});
