import { error } from '@sveltejs/kit';
import { isMethodId } from '$lib/domain/method';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params }) => {
	if (!isMethodId(params.method)) error(404, 'There is no checklist of this name.');
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
		verification: VERIFICATION,
		method: params.method
	};
};
