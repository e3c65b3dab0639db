import type { PageLoad } from './$types';

export const load: PageLoad = async () => {
	const [{ KNOWLEDGE }, { FAILURES }, { MONITORING }, { VERIFICATION }] = await Promise.all([
		import('$lib/knowledge/knowledge'),
		import('$lib/knowledge/failures'),
		import('$lib/knowledge/monitoring'),
		import('$lib/knowledge/verification')
	]);
	return {
		knowledge: KNOWLEDGE,
		failures: FAILURES,
		monitoring: MONITORING,
		verification: VERIFICATION
	};
};
