import type { EventId } from './event.ts';
import { oneBatch, type Pace } from './pace.ts';
import type { Standing } from './standing.ts';
import type { SyncStore, SyncTables, WaitingRow } from './sync-store.ts';
import type { Outbox, PushReply, PushRequest, RefusedReason } from './wire.ts';

/** In whose name a device delivers: author ids that are this person's. */
export type IsMine = (author: string) => boolean;

export interface Push {
	readonly request: PushRequest;
	/** Where the device stood when it asked. */
	readonly standing: Standing;
}

/** What is to be sent next under this person's session; `undefined` when nothing is. */
export function nextPush(
	store: SyncStore,
	device: string,
	isMine: IsMine,
	pace: Pace
): Promise<Push | undefined> {
	return store.read(async (tables) => {
		const rows = await tables.waiting();
		const ids = idsOf(rows.filter((row) => isUnsent(row) && isSendable(row, isMine)));
		const first = await tables.events(ids.slice(0, pace));
		const events = oneBatch(
			first.filter((event) => event !== undefined),
			pace
		);
		if (events.length === 0) return undefined;
		const standing = await tables.standing();
		const outbox = await outboxOf(tables, rows);
		const epoch = standing.cursor?.epoch ?? null;
		return { request: { device, epoch, events, outbox }, standing };
	});
}

export async function outboxOf(tables: SyncTables, rows: readonly WaitingRow[]): Promise<Outbox> {
	const unsent = idsOf(rows.filter(isUnsent));
	const [oldest] = await tables.events(unsent.slice(0, 1));
	return { events: unsent.length, oldestAt: oldest?.at ?? null };
}

export function isUnsent({ sentAt }: WaitingRow): boolean {
	return sentAt === undefined;
}

export function isSendable({ author, isForAll }: WaitingRow, isMine: IsMine): boolean {
	return isForAll === true || isMine(author);
}

/** Why a reply is no acknowledgement of this request; nothing may leave the outbox then. */
export function flawOfPush(
	{ request }: Push,
	reply: PushReply
): 'incomplete' | 'epoch' | undefined {
	const { accepted, held, refused, epoch } = reply;
	if (accepted + held.length + refused.length !== request.events.length) return 'incomplete';
	const sent = new Set(request.events.map(({ id }) => id));
	if (held.some(({ id }) => !sent.has(id))) return 'incomplete';
	if (refused.some(({ index }) => request.events[index] === undefined)) return 'incomplete';
	return request.epoch === null || epoch === request.epoch ? undefined : 'epoch';
}

/** Takes what was acknowledged from the outbox. `false` when the log has had another life since: then nothing. */
export function settlePush(
	store: SyncStore,
	push: Push,
	reply: PushReply,
	at: string
): Promise<boolean> {
	const { events } = push.request;
	return store.write(async (tables) => {
		if ((await tables.standing()).life !== push.standing.life) return false;
		await tables.takeBack(events.map(({ id }) => id));
		const refused = reply.refused.map(({ index, why }) => [events[index]!, why] as const);
		for (const [event, why] of refused) await tables.keepApart(event, `refused:${why}`);
		const byId = new Map(events.map((event) => [event.id, event]));
		for (const { id, why } of reply.held) await tables.keepApart(byId.get(id)!, `held:${why}`);
		await watch(tables, push, reply);
		await strike(tables, new Set(byId.keys()));
		const unstored = new Set(refused.map(([{ id }]) => id));
		const stored = events.filter(({ id }) => !unstored.has(id));
		await tables.note(stored, { sent: at, ...(reply.at ? { received: reply.at } : {}) });
		return true;
	});
}

/** An event that no request can carry is kept apart, so that it holds up no other. */
export function setAside(store: SyncStore, push: Push, why: RefusedReason): Promise<void> {
	return store.write(async (tables) => {
		for (const event of push.request.events) await tables.keepApart(event, `refused:${why}`);
		await strike(tables, new Set(push.request.events.map(({ id }) => id)));
	});
}

/**
 * Events of other devices are in nobody's digest here. A log that is rolled back right after their acknowledgement would
 * lose them unnoticed: they are settled only when a page brings them back.
 */
async function watch(tables: SyncTables, { request }: Push, reply: PushReply): Promise<void> {
	const told = new Set([...reply.held, ...reply.refused].map(({ id }) => id));
	const foreign = request.events.filter((event) => event.device !== request.device);
	const ids = new Set(foreign.map(({ id }) => id).filter((id) => !told.has(id)));
	for (const { author, ids: all, isRepeat } of (await tables.waiting()).filter(isUnsent)) {
		const mine = all.filter((id) => ids.has(id));
		if (mine.length > 0 && !isRepeat)
			await tables.setWaiting({ author, ids: mine, isForAll: true, sentAt: reply.seq });
	}
}

/** Sends once more what was acknowledged and is not in the log after all. */
export async function unwatch(tables: SyncTables, isNewLife: boolean, seq: number): Promise<void> {
	for (const { sentAt, isRepeat, ...row } of await tables.waiting()) {
		if (isNewLife && (sentAt !== undefined || isRepeat)) await tables.setWaiting(row);
		else if (sentAt !== undefined && sentAt <= seq)
			await tables.setWaiting({ ...row, isRepeat: true });
	}
}

/** Takes ids out of the outbox, whichever row holds them now. */
export async function strike(
	tables: SyncTables,
	ids: ReadonlySet<EventId>,
	isStruck: (row: WaitingRow) => boolean = isUnsent
): Promise<void> {
	for (const row of (await tables.waiting()).filter(isStruck)) {
		const left = row.ids.filter((id) => !ids.has(id));
		if (left.length < row.ids.length) await tables.setWaiting({ ...row, ids: left });
	}
}

export function idsOf(rows: readonly WaitingRow[]): readonly EventId[] {
	return rows.flatMap(({ ids }) => ids);
}

/** Events of an outbox, by row. */
export function countOf(rows: readonly WaitingRow[]): number {
	return rows.reduce((sum, { ids }) => sum + ids.length, 0);
}
