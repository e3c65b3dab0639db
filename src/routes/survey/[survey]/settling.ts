import type { Json } from '$lib/domain/answer';
import { settle } from '$lib/device/settle';
import type { OpenSurvey } from '$lib/device/survey.svelte';
import { sentenceOf } from '$lib/device/trouble';
import type { Path } from '$lib/log/path';
import { toasts } from '$lib/ui/toasts.svelte';
import { device } from '../../device';

/** Settles a conflict and offers to take that back. `false` when it could not be saved; the page says so. */
export async function settleWithUndo(
	survey: OpenSurvey,
	values: Readonly<Record<Path, Json>>,
	words: string
): Promise<boolean> {
	const undo = await settle(device, survey, values);
	if (!undo) return false;
	toasts.show(`${words} What gave way is in the history.`, () => {
		undo().catch((error: unknown) => toasts.show(sentenceOf(error)));
	});
	return true;
}
