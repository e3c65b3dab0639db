import { getSetting, setSetting } from '$lib/device/settings';
import { askToPersist } from '$lib/device/storage';
import { device } from './device';

let isAsked = false;

/** Once there is something to lose, the browser is asked once not to clear it by itself. */
export async function keepForGood(): Promise<void> {
	if (isAsked) return;
	isAsked = true;
	if (await getSetting<string>(device, 'persist')) return;
	await setSetting(device, 'persist', await askToPersist());
}
