import { error } from '@sveltejs/kit';
import { isPrintable } from '../sheet';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params }) => {
	const { what } = params;
	if (!isPrintable(what)) error(404, 'There is nothing of this name to print.');
	const [{ KNOWLEDGE }, { FAILURES }, { MONITORING }, { VERIFICATION }, pictures] =
		await Promise.all([
			import('$lib/knowledge/knowledge'),
			import('$lib/knowledge/failures'),
			import('$lib/knowledge/monitoring'),
			import('$lib/knowledge/verification'),
			what === 'report' ? import('../Pictures.svelte') : undefined
		]);
	return {
		what,
		knowledge: KNOWLEDGE,
		failures: FAILURES,
		monitoring: MONITORING,
		verification: VERIFICATION,
		/** Only the report has pictures, and only it fetches what draws them. */
		Pictures: pictures?.default
	};
};
