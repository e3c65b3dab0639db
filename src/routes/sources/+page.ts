import type { PageLoad } from './$types';

export const load: PageLoad = async () => {
	const [{ KNOWLEDGE }, { CONFLICTS }, { FAILURES }, { MONITORING }, { VERIFICATION }] =
		await Promise.all([
			import('$lib/knowledge/knowledge'),
			import('$lib/knowledge/conflicts'),
			import('$lib/knowledge/failures'),
			import('$lib/knowledge/monitoring'),
			import('$lib/knowledge/verification')
		]);
	return {
		knowledge: KNOWLEDGE,
		conflicts: CONFLICTS,
		failures: FAILURES,
		monitoring: MONITORING,
		verification: VERIFICATION
	};
};
