import type { PageLoad } from './$types';

export const load: PageLoad = async () => {
	const { METHODS } = await import('$lib/knowledge/methods');
	return { methods: METHODS };
};
