import { getSurvey, listSurveys } from '$lib/device/surveys';
import { device } from '../../../device';
import type { PageLoad } from './$types';

/** What is compared is in the address, so that it can be sent and printed again. */
export const load: PageLoad = async ({ params, url }) => {
	const rival = url.searchParams.get('with');
	const [{ KNOWLEDGE }, { RANGES }, surveys, other] = await Promise.all([
		import('$lib/knowledge/knowledge'),
		import('$lib/knowledge/ranges'),
		listSurveys(device),
		rival === null ? undefined : getSurvey(device, rival)
	]);
	return {
		knowledge: KNOWLEDGE,
		ranges: RANGES,
		others: surveys.filter(({ id }) => id !== params.survey),
		rival,
		other: other?.survey,
		methods: { a: url.searchParams.get('a'), b: url.searchParams.get('b') },
		group: url.searchParams.get('group')
	};
};
