import { getAuthor, newId } from '$lib/device/author';
import { isoWithOffset } from '$lib/device/moment';
import type { OpenSurvey } from '$lib/device/survey.svelte';
import { commented } from '$lib/log/changes';
import type { Path } from '$lib/log/path';
import { toasts } from '$lib/ui/toasts.svelte';
import { device } from '../../device';

/** Adds a comment to the survey, or to one answer of it. */
export async function say(survey: OpenSurvey, text: string, about?: Path): Promise<boolean> {
	const { name } = await getAuthor(device);
	const comment = { text, by: name, at: isoWithOffset(device.now()), ...(about ? { about } : {}) };
	const id = newId(device);
	const isSaved = await survey.write([commented(id, comment)]);
	if (isSaved) toasts.show('The comment is kept.', () => void survey.write([commented(id, null)]));
	return isSaved;
}
