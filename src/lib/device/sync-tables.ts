import type { Json } from '../domain/answer.ts';
import type { EventId } from '../log/event.ts';
import { START, type Standing } from '../log/standing.ts';
import type { SyncStore, SyncTables } from '../log/sync-store.ts';
import { eventsWith } from './db.ts';
import type { Device } from './device.ts';
import { clash, groupedBy, storeNew } from './receive.ts';
import { refreshRow } from './rows.ts';

/** Events read at once when all of them are gone through. */
const SLICE = 2000;

/** The device's database as the sync sees it: rows and cursor in one transaction, tried again on a lost connection. */
export function syncStoreOf(device: Device): SyncStore {
	const { db, steady } = device;
	const tables = tablesOf(device);
	const all = [db.events, db.outbox, db.held, db.surveys, db.meta, db.deliveries];
	// Dexie keeps a transaction open over native awaits only for a function that is async itself.
	return {
		read: (work) => steady(() => db.transaction('r', all, async () => work(tables))),
		write: (work) => steady(() => db.transaction('rw', all, async () => work(tables)))
	};
}

function tablesOf(device: Device): SyncTables {
	const { db } = device;
	return {
		async standing() {
			return ((await db.meta.get('standing'))?.value as Standing | undefined) ?? START;
		},
		setStanding: (value) => db.meta.put({ key: 'standing', value: value as unknown as Json }),

		waiting: () => db.outbox.orderBy('n').toArray(),
		async setWaiting(row) {
			if (row.ids.length > 0) await db.outbox.put(row);
			else if (row.n !== undefined) await db.outbox.delete(row.n);
		},

		events: (ids) => eventsWith(db, ids),
		add: (events, receivedAt) => storeNew(device, events, receivedAt),
		async replace(event) {
			await db.events.put(event);
			await db.surveys.delete(event.survey);
			await refreshRow(db, event.survey, [event], () => device.now().getTime());
		},
		async authors() {
			const byAuthor = new Map<string, EventId[]>();
			for (let last = ''; ;) {
				const slice = await db.events.where('id').above(last).limit(SLICE).toArray();
				for (const [author, list] of groupedBy(slice, (each) => each.author.id))
					byAuthor.set(author, [...(byAuthor.get(author) ?? []), ...list.map(({ id }) => id)]);
				if (slice.length < SLICE) return byAuthor;
				last = slice.at(-1)!.id;
			}
		},
		async own() {
			const id = (await db.meta.get('device'))?.value;
			return typeof id === 'string' ? db.events.where({ device: id }).primaryKeys() : [];
		},

		keepApart: (event, reason) =>
			db.held.put(reason === 'id-clash' ? clash(event) : { id: event.id, reason, event }),
		// What clashes is kept under an id of its own.
		// Seldom is anything kept apart, and deleting what is not there costs as much as deleting what is.
		async takeBack(ids) {
			const apart = await db.held.toCollection().primaryKeys();
			const taken = new Set(ids);
			await db.held.bulkDelete(apart.filter((id) => taken.has(id)));
		},
		refused: () => db.held.filter(({ reason }) => reason.startsWith('refused:')).primaryKeys(),

		async note(events, times) {
			const rows = Array.from(
				groupedBy(events, (each) => each.survey),
				([survey, list]) => ({ survey, ids: list.map(({ id }) => id), ...times })
			);
			await db.deliveries.bulkAdd(rows);
		}
	};
}
