import type { PageLoad } from './$types';

export const load: PageLoad = async () => {
	const [{ KNOWLEDGE }, { FAILURES }, { MONITORING }] = await Promise.all([
		import('$lib/knowledge/knowledge'),
		import('$lib/knowledge/failures'),
		import('$lib/knowledge/monitoring')
	]);
	return { knowledge: KNOWLEDGE, failures: FAILURES, monitoring: MONITORING };
};
