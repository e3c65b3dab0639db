import type { PageLoad } from './$types';

export const load: PageLoad = async () => {
	const [
		{ KNOWLEDGE },
		{ CONFLICTS },
		{ FAILURES },
		{ IU_FILES },
		{ MONITORING },
		{ RECKONINGS },
		{ VERIFICATION }
	] = await Promise.all([
		import('$lib/knowledge/knowledge'),
		import('$lib/knowledge/conflicts'),
		import('$lib/knowledge/failures'),
		import('$lib/knowledge/iu-files'),
		import('$lib/knowledge/monitoring'),
		import('$lib/knowledge/reckonings'),
		import('$lib/knowledge/verification')
	]);
	return {
		knowledge: KNOWLEDGE,
		beside: {
			conflicts: CONFLICTS,
			failures: FAILURES,
			files: IU_FILES,
			monitoring: MONITORING,
			reckonings: RECKONINGS,
			verification: VERIFICATION
		}
	};
};
