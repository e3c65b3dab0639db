import type { PageLoad } from './$types';

/** Rules and steps are only fetched where a plan is shown: the survey does not wait for them. */
export const load: PageLoad = async () => ({
	knowledge: (await import('$lib/knowledge/knowledge')).KNOWLEDGE
});
