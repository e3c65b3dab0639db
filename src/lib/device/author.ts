import type { LogEvent } from '../log/event.ts';
import { uuidv7, UUID_RANDOM_BYTES } from '../log/uuid.ts';
import type { SitewalkDb } from './db.ts';
import type { Device } from './device.ts';

export type Author = LogEvent['author'];

/** Who answers on this device; the name is empty until somebody has given it. */
export function getAuthor({ db, steady }: Device): Promise<Author> {
	return steady(async () => (await storedAuthor(db)) ?? { id: '', name: '' });
}

/** The same person, under this name from now on: events keep the name they were written under. */
export function setAuthorName(device: Device, name: string): Promise<void> {
	const { db, steady } = device;
	const fresh = newId(device);
	return steady(() =>
		db.transaction('rw', db.meta, async () => {
			const { id } = await ensureAuthor(db, fresh);
			await db.meta.put({ key: 'author', value: { id, name: name.trim() } });
		})
	);
}

/** To be called inside a transaction that may write `meta`. */
export async function ensureAuthor(db: SitewalkDb, fresh: string): Promise<Author> {
	const stored = await storedAuthor(db);
	if (stored) return stored;
	const author = { id: fresh, name: '' };
	await db.meta.put({ key: 'author', value: author });
	return author;
}

/** Random and made with the database. To be called inside a transaction that may write `meta`. */
export async function ensureDeviceId(db: SitewalkDb, fresh: string): Promise<string> {
	const stored = await db.meta.get('device');
	if (typeof stored?.value === 'string') return stored.value;
	await db.meta.put({ key: 'device', value: fresh });
	return fresh;
}

/** The id of this browser's database in its events; empty until something was written. */
export function getDeviceId({ db, steady }: Device): Promise<string> {
	return steady(async () => {
		const value = (await db.meta.get('device'))?.value;
		return typeof value === 'string' ? value : '';
	});
}

export function newId({ now, random }: Device): string {
	return uuidv7(now().getTime(), random(UUID_RANDOM_BYTES));
}

async function storedAuthor(db: SitewalkDb): Promise<Author | undefined> {
	return (await db.meta.get('author'))?.value as Author | undefined;
}
