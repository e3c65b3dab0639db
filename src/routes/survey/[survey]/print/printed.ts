import type { Device } from '$lib/device/device';
import { getSetting, setSetting } from '$lib/device/settings';
import type { Printed } from '$lib/ui/knowledge-words';

/** What this device last printed of a survey; it stays on the device, because no answer hangs on it. */
export function lastPrinted(device: Device, survey: string): Promise<Printed | undefined> {
	return getSetting(device, keyOf(survey));
}

export function keepPrinted(
	device: Device,
	survey: string,
	{ title, knowledge, at }: Printed
): Promise<void> {
	return setSetting(device, keyOf(survey), { title, knowledge, at });
}

const keyOf = (survey: string) => `printed:${survey}`;
