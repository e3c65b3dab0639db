import { error } from '@sveltejs/kit';
import { isMethodId } from '$lib/domain/method';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params }) => {
	if (!isMethodId(params.method)) error(404, 'There is no monitoring of this name.');
	const [{ KNOWLEDGE }, { MONITORING }, { VERIFICATION }] = await Promise.all([
		import('$lib/knowledge/knowledge'),
		import('$lib/knowledge/monitoring'),
		import('$lib/knowledge/verification')
	]);
	return {
		knowledge: KNOWLEDGE,
		monitoring: MONITORING,
		verification: VERIFICATION,
		method: params.method
	};
};
