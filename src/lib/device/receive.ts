import { heard } from '../log/clock.ts';
import type { EventId, LogEvent } from '../log/event.ts';
import { eventsWith, type HeldRow } from './db.ts';
import type { Device } from './device.ts';
import { fingerprint } from './fingerprint.ts';
import { refreshRow } from './rows.ts';

/** More than this in one transaction would keep a page waiting. */
export const SLICE = 500;

export interface Received {
	readonly added: readonly EventId[];
	/** Were here already, just the same. */
	readonly known: number;
	/** Bear the id of an event that says something else here; kept in `held`, never merged. */
	readonly held: number;
}

/** Takes in events that were made elsewhere, in one transaction. A repeat changes nothing. */
export function receive(device: Device, events: readonly LogEvent[]): Promise<Received> {
	const { db, steady } = device;
	return steady(() =>
		db.transaction('rw', [db.events, db.outbox, db.held, db.surveys, db.meta], async () => {
			const here = await eventsWith(
				db,
				events.map(({ id }) => id)
			);
			const byId = new Map(
				here.filter((event) => event !== undefined).map((event) => [event.id, event])
			);
			const added: LogEvent[] = [];
			const clashes: LogEvent[] = [];
			for (const event of events) {
				const known = byId.get(event.id);
				if (!known) {
					byId.set(event.id, event);
					added.push(event);
				} else if (JSON.stringify(known) !== JSON.stringify(event)) clashes.push(event);
			}

			await storeNew(device, added);
			await queue(device, added);
			await db.held.bulkPut(clashes.map(clash));

			const known = events.length - added.length - clashes.length;
			return { added: added.map(({ id }) => id), known, held: clashes.length };
		})
	);
}

/** With list rows and clock, inside a transaction that may write `events`, `surveys` and `meta`. */
export async function storeNew(
	device: Device,
	added: readonly LogEvent[],
	receivedAt: (id: EventId) => string | undefined = () => undefined
): Promise<void> {
	const here = device.now().getTime();
	const bound = ({ id }: LogEvent) => Date.parse(receivedAt(id) ?? '') || here;
	await device.db.events.bulkAdd(added);
	for (const [survey, list] of groupedBy(added, ({ survey }) => survey))
		await refreshRow(device.db, survey, list, bound);
	await hear(device, added);
}

/** Bears the id of an event that says something else here. */
export function clash(event: LogEvent): HeldRow {
	const id = `${event.id}~${fingerprint(JSON.stringify(event))}`;
	return { id, reason: 'id-clash', event };
}

/** What is new here may be new to the team as well; telling it twice does no harm. */
async function queue({ db }: Device, added: readonly LogEvent[]) {
	for (const [author, list] of groupedBy(added, ({ author }) => author.id))
		await db.outbox.add({ author, ids: list.map(({ id }) => id) });
}

async function hear({ db, now }: Device, added: readonly LogEvent[]) {
	const before = (await db.meta.get('hlc'))?.value as string | undefined;
	const wall = now().getTime();
	const after = added.reduce((last, { hlc }) => heard(last, hlc, wall), before);
	if (after !== undefined && after !== before) await db.meta.put({ key: 'hlc', value: after });
}

export function groupedBy(events: readonly LogEvent[], keyOf: (event: LogEvent) => string) {
	const groups = new Map<string, LogEvent[]>();
	for (const event of events) {
		const group = groups.get(keyOf(event));
		if (group) group.push(event);
		else groups.set(keyOf(event), [event]);
	}
	return groups;
}
