import { openSurvey } from '$lib/device/survey.svelte';
import { QUESTIONNAIRE } from '$lib/knowledge/questionnaire';
import { device } from '../../device';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = ({ params }) => ({
	survey: openSurvey(device, params.survey),
	questionnaire: QUESTIONNAIRE
});
