import type { SurveyId } from '../domain/survey.ts';
import type { LogEvent } from '../log/event.ts';
import { nextPull } from '../log/pull.ts';
import { idsOf, isSendable, isUnsent } from '../log/push.ts';
import type { Device } from './device.ts';
import { groupedBy } from './receive.ts';
import { syncStoreOf } from './sync-tables.ts';
import { deviceIdOf, getSession, type TeamSession } from './team-session.ts';
import { httpTransport } from './transport.ts';

/** Why an answer is still here: it goes with the next sync, or it needs somebody. */
export type WaitReason = 'next' | 'other-person' | 'viewer';

export interface Waits {
	readonly survey: SurveyId;
	readonly title: string;
	readonly reason: WaitReason;
	/** Whose answers they are. */
	readonly author: string;
	readonly authorId: string;
	readonly events: number;
	readonly oldestAt: string;
}

/** What waits on this device, by survey and reason, the longest first. */
export async function waitsOf(device: Device): Promise<readonly Waits[]> {
	const { db, steady } = device;
	const session = await getSession(device);
	const groups = await steady(async () => {
		const rows = (await db.outbox.toArray()).filter(isUnsent);
		const isMine = isMineIn(session);
		const free = idsOf(rows.filter((row) => isSendable(row, isMine)));
		const others = idsOf(rows.filter((row) => !isSendable(row, isMine)));
		const read = async (ids: readonly string[]) =>
			(await db.events.bulkGet([...ids])).filter((event) => event !== undefined);
		const titles = new Map((await db.surveys.toArray()).map(({ id, title }) => [id, title]));
		return { free: await read(free), others: await read(others), titles };
	});
	const waits = (events: readonly LogEvent[], reason: WaitReason): Waits[] =>
		Array.from(
			groupedBy(events, ({ survey, author }) => `${survey} ${author.id}`).values(),
			(list) => ({
				survey: list[0]!.survey,
				title: groups.titles.get(list[0]!.survey) ?? '',
				reason,
				author: list.at(-1)!.author.name,
				authorId: list[0]!.author.id,
				events: list.length,
				oldestAt: list.reduce((oldest, { at }) => (at < oldest ? at : oldest), list[0]!.at)
			})
		);
	return [
		...waits(groups.free, session?.role === 'viewer' ? 'viewer' : 'next'),
		...waits(groups.others, 'other-person')
	].sort((a, b) => (a.oldestAt < b.oldestAt ? -1 : 1));
}

/** What this person wrote may go under anybody's session; what the team cannot know to be theirs waits there for the lead. */
export async function sendFor({ db, steady }: Device, author: string): Promise<void> {
	await steady(() =>
		db.outbox.filter((row) => row.author === author && isUnsent(row)).modify({ isForAll: true })
	);
}

/** How many events of one survey the team is not known to have; a survey that does not wait is there whole. */
export async function unsentOf({ db, steady }: Device, survey: SurveyId): Promise<number> {
	return steady(async () => {
		const ids = idsOf((await db.outbox.toArray()).filter(isUnsent));
		const events = await db.events.bulkGet([...ids]);
		return events.filter((event) => event?.survey === survey).length;
	});
}

/** How many events the team is not known to have, over all surveys. */
export function unsentCount({ db, steady }: Device): Promise<number> {
	return steady(async () => idsOf((await db.outbox.toArray()).filter(isUnsent)).length);
}

export interface DryRun {
	readonly send: number;
	readonly bytes: number;
	/** Wait for somebody else or for a right. */
	readonly stay: number;
	/** New for this device; `more` says that it is only the first page. `undefined` without a team server. */
	readonly receive: { readonly events: number; readonly more: boolean } | undefined;
}

/** What a sync would do, without doing it: the team is asked, and nothing is stored or sent. */
export async function dryRun(device: Device): Promise<DryRun> {
	const store = syncStoreOf(device);
	const session = await getSession(device);
	const isMine = isMineIn(session);
	const { send, bytes, stay } = await store.read(async (tables) => {
		const rows = (await tables.waiting()).filter(isUnsent);
		const isGoing = session?.role !== 'viewer';
		const ids = idsOf(rows.filter((row) => isGoing && isSendable(row, isMine)));
		const events = await tables.events(ids);
		return {
			send: ids.length,
			bytes: JSON.stringify(events).length,
			stay: idsOf(rows).length - ids.length
		};
	});
	const { request } = await nextPull(store, await deviceIdOf(device));
	const answer = await httpTransport().pull(request);
	if ('why' in answer) return { send, bytes, stay, receive: undefined };
	const found = await store.read((tables) =>
		tables.events(answer.reply.events.map(({ event }) => event.id))
	);
	const events = found.filter((event) => event === undefined).length;
	return { send, bytes, stay, receive: { events, more: answer.reply.more } };
}

function isMineIn(session: TeamSession | undefined) {
	return (author: string) => session?.authors.includes(author) ?? true;
}
