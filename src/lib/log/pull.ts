import { digestOf } from './digest.ts';
import type { EventId, LogEvent } from './event.ts';
import { idsOf, outboxOf, strike, unwatch } from './push.ts';
import { isSameCursor, isSameStanding, type Standing } from './standing.ts';
import type { SyncStore, SyncTables, WaitingRow } from './sync-store.ts';
import type { Digest, PullReply, PullRequest, Stored } from './wire.ts';

/** A page is stored in one transaction with its cursor; more rows than this would keep a page waiting. */
export const PAGE = 1000;
/** Ids per outbox row when everything is to be sent again. */
const ROW = 500;

export interface Pull {
	readonly request: PullRequest;
	readonly standing: Standing;
}

export function nextPull(store: SyncStore, device: string): Promise<Pull> {
	return store.read(async (tables) => {
		const standing = await tables.standing();
		const waiting = await tables.waiting();
		const own = standing.isReplaying ? null : await confirmed(tables, waiting);
		const outbox = await outboxOf(tables, waiting);
		return { request: { device, cursor: standing.cursor, own, outbox, limit: PAGE }, standing };
	});
}

/** Why a page must not be taken in: it does not follow the cursor, or its numbers do not add up. */
export function flawOfPage({ request }: Pull, reply: PullReply): 'incomplete' | undefined {
	const { reset, from, cursor, events, skippedOwn, filtered } = reply;
	if (reset ? from !== null : !isSameCursor(from, request.cursor)) return 'incomplete';
	const since = from?.seq ?? 0;
	if (events.length + skippedOwn + filtered !== cursor.seq - since) return 'incomplete';
	let last = since;
	for (const { seq } of events) {
		if (seq <= last || seq > cursor.seq) return 'incomplete';
		last = seq;
	}
	return undefined;
}

export interface Page {
	readonly added: number;
	readonly isReset: boolean;
}

/** Stores a page with its cursor, or `undefined`: the device stands elsewhere by now, another tab was faster. */
export function takePage(
	store: SyncStore,
	{ standing, request }: Pull,
	reply: PullReply
): Promise<Page | undefined> {
	return store.write(async (tables) => {
		if (!isSameStanding(await tables.standing(), standing)) return undefined;
		// What was acknowledged before the first page cannot be told from what a restore has taken since.
		const isNewLife = reply.reset || standing.cursor === null;
		if (isNewLife) await queueAll(tables);
		const { added, clashes } = await takeIn(tables, request.device, reply.events);
		const ids = reply.events.map(({ event }) => event.id).filter((id) => !clashes.has(id));
		await strike(tables, new Set(ids), () => true);
		await unwatch(tables, isNewLife, reply.cursor.seq);
		await tables.setStanding({
			cursor: reply.cursor,
			isReplaying: reply.more && (reply.reset || standing.isReplaying),
			life: standing.life + (isNewLife ? 1 : 0)
		});
		return { added, isReset: reply.reset };
	});
}

/** The log is not the one we knew: whatever is here may be missing there. What waited already waits as before. */
async function queueAll(tables: SyncTables): Promise<void> {
	const before = new Set(idsOf(await tables.waiting()));
	for (const [author, all] of await tables.authors()) {
		const ids = all.filter((id) => !before.has(id));
		for (let i = 0; i < ids.length; i += ROW)
			await tables.setWaiting({ author, ids: ids.slice(i, i + ROW), isForAll: true });
	}
}

async function takeIn(tables: SyncTables, device: string, page: readonly Stored[]) {
	const answers = page.filter(({ held }) => held === undefined);
	await tables.takeBack(answers.map(({ event }) => event.id));
	const known = await tables.events(page.map(({ event }) => event.id));
	const received = new Map(page.map(({ event, receivedAt }) => [event.id, receivedAt]));
	const fresh = new Map<EventId, LogEvent>();
	const times = new Map<string, LogEvent[]>();
	const clashes = new Set<EventId>();
	for (const [at, { event, held, receivedAt }] of page.entries()) {
		if (held !== undefined && event.device !== device) continue;
		const here = fresh.get(event.id) ?? known[at];
		if (!here) fresh.set(event.id, event);
		else if (!isSame(here, event)) {
			if (isErased(here, event)) await tables.replace(event);
			else {
				clashes.add(event.id);
				await tables.keepApart(event, 'id-clash');
			}
		}
		const list = times.get(receivedAt);
		if (list) list.push(event);
		else times.set(receivedAt, [event]);
	}
	if (fresh.size > 0) await tables.add([...fresh.values()], (id) => received.get(id));
	for (const [at, events] of times) await tables.note(events, { received: at });
	return { added: fresh.size, clashes };
}

/** Derived from what is stored each time, never taken over from the team: agreement must be real. */
async function confirmed(tables: SyncTables, waiting: readonly WaitingRow[]): Promise<Digest> {
	const open = new Set([...idsOf(waiting), ...(await tables.refused())]);
	return digestOf((await tables.own()).filter((id) => !open.has(id)));
}

function isErased(here: LogEvent, there: LogEvent): boolean {
	return there.value === null && isSame({ ...here, value: null }, there);
}

/** An engine may give the keys of an event back in another order. */
function isSame(a: unknown, b: unknown): boolean {
	if (a === b) return true;
	if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
	const [mine, yours] = [Object.entries(a), new Map(Object.entries(b))];
	return (
		mine.length === yours.size &&
		Array.isArray(a) === Array.isArray(b) &&
		mine.every(([key, value]) => yours.has(key) && isSame(value, yours.get(key)))
	);
}
