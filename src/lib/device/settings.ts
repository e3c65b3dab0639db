import type { Json } from '../domain/answer.ts';
import type { Device } from './device.ts';

export function getSetting<T extends Json>(device: Device, key: string): Promise<T | undefined> {
	const { db, steady } = device;
	return steady(async () => (await db.meta.get(`setting:${key}`))?.value as T | undefined);
}

export async function setSetting(device: Device, key: string, value: Json): Promise<void> {
	const { db, steady } = device;
	await steady(() => db.meta.put({ key: `setting:${key}`, value }));
}
