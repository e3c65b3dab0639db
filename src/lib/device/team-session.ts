import type { Json } from '../domain/answer.ts';
import { START } from '../log/standing.ts';
import type { Trouble } from '../log/sync.ts';
import { ensureDeviceId, newId } from './author.ts';
import type { Device } from './device.ts';

export type TeamRole = 'lead' | 'technician' | 'viewer';

/** As whom this device belongs to a team. The token itself is a cookie that no script can read. */
export interface TeamSession {
	readonly team: { readonly id: string; readonly name: string };
	readonly person: { readonly id: string; readonly name: string };
	readonly role: TeamRole;
	readonly deviceName: string;
	/** Author ids that are this person's: the team's, and the ones used on this device before joining. */
	readonly authors: readonly string[];
	readonly joinedAt: string;
	/** Why the team takes nothing more from this device. */
	readonly ended?: 'signed-out' | 'retired' | 'lost';
}

/** How the last sync went; the same for every tab. */
export interface SyncNews {
	readonly triedAt: string;
	readonly succeededAt: string | null;
	readonly trouble: Trouble['why'] | null;
	readonly failures: number;
	/** When the next attempt comes by itself; `null` when nothing has to be waited for. */
	readonly nextAt: string | null;
	/** How far the clock of this device was ahead of the team server's, as of the last reply. */
	readonly aheadMs?: number;
}

export async function getSession({ db, steady }: Device): Promise<TeamSession | undefined> {
	return steady(async () => (await db.meta.get('team'))?.value as TeamSession | undefined);
}

export async function getNews({ db, steady }: Device): Promise<SyncNews | undefined> {
	return steady(async () => (await db.meta.get('sync'))?.value as SyncNews | undefined);
}

export async function keepNews({ db, steady }: Device, news: SyncNews): Promise<void> {
	await steady(() => db.meta.put({ key: 'sync', value: news as unknown as Json }));
}

/** This device's own id, made now if it never wrote anything. */
export function deviceIdOf(device: Device): Promise<string> {
	const fresh = newId(device);
	const { db, steady } = device;
	return steady(() => db.transaction('rw', db.meta, () => ensureDeviceId(db, fresh)));
}

/**
 * Answers from now on carry the person's id and name; what waits stays as it was written. A log of another team is
 * followed from its beginning.
 */
export function keepSession({ db, steady }: Device, session: TeamSession): Promise<void> {
	return steady(() =>
		db.transaction('rw', db.meta, async () => {
			const before = (await db.meta.get('team'))?.value as TeamSession | undefined;
			if (before?.team.id !== session.team.id)
				await db.meta.put({ key: 'standing', value: START as unknown as Json });
			const { id, name } = session.person;
			await db.meta.put({ key: 'author', value: { id, name } });
			await db.meta.put({ key: 'team', value: session as unknown as Json });
			await db.meta.delete('sync');
		})
	);
}

/** The device works alone from now on; everything on it stays, and what waits goes on waiting. */
export function forgetSession({ db, steady }: Device): Promise<void> {
	return steady(() =>
		db.transaction('rw', db.meta, async () => {
			await db.meta.bulkDelete(['team', 'sync']);
		})
	);
}

export async function endSession(
	device: Device,
	ended: NonNullable<TeamSession['ended']>
): Promise<void> {
	const { db, steady } = device;
	await steady(() =>
		db.transaction('rw', db.meta, async () => {
			const session = (await db.meta.get('team'))?.value as TeamSession | undefined;
			if (session)
				await db.meta.put({ key: 'team', value: { ...session, ended } as unknown as Json });
		})
	);
}
