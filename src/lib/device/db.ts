import { Dexie, type Table } from 'dexie';
import type { Json } from '../domain/answer.ts';
import type { SurveyId } from '../domain/survey.ts';
import type { EventId, LogEvent } from '../log/event.ts';
import type { Hlc } from '../log/clock.ts';
import type { Path } from '../log/path.ts';
import type { LifeState } from '../log/state.ts';
import type { WaitingRow } from '../log/sync-store.ts';

/** One local transaction that the team server has not confirmed; the database gives `n`, in order of writing. */
export type OutboxRow = WaitingRow;

/** When events of one survey left this device, or when the team had them. */
export interface DeliveryRow {
	readonly n?: number;
	readonly survey: SurveyId;
	readonly ids: readonly EventId[];
	/** Acknowledged to this device, at its own clock. */
	readonly sent?: string;
	/** At the team server's clock. */
	readonly received?: string;
}

/** An event that was not taken in, here or by the team, and why. Never deleted by the app. */
export interface HeldRow {
	readonly id: string;
	readonly reason: string;
	readonly event: LogEvent;
}

/** Typing that is not an answer yet, and the heads that were rendered when it began. */
export interface Draft {
	readonly survey: SurveyId;
	readonly path: Path;
	readonly text: string;
	/** What the text is meant for, in the words of the page: a value, or the reason why there is none. */
	readonly as: string;
	readonly basedOn: readonly EventId[];
	readonly at: string;
	/** The tab it was typed in: an answer given in another tab does not end it. */
	readonly tab: string;
}

/** What a list shows of a survey; made from its events, and can be made from them again at any time. */
export interface SurveyRow {
	readonly id: SurveyId;
	readonly title: string;
	readonly siteName: string;
	readonly siteCode: string;
	readonly state: LifeState;
	/** ISO 8601 with offset; sort by `hlc`, not by this. */
	readonly updatedAt: string;
	readonly hlc: Hlc;
	readonly events: number;
	readonly conflicts: readonly Path[];
	/** Heads of `survey/state`, which a change of state is based on. */
	readonly stateHeads: readonly EventId[];
}

/** `device`, `hlc`, `author`, `setting:<key>`; `team`, `standing` and `sync` of a device that has joined. */
export interface MetaRow {
	readonly key: string;
	readonly value: Json;
}

export type SitewalkDb = Dexie & {
	readonly events: Table<LogEvent, EventId>;
	readonly outbox: Table<OutboxRow, number>;
	readonly held: Table<HeldRow, string>;
	readonly drafts: Table<Draft, [SurveyId, Path]>;
	readonly surveys: Table<SurveyRow, SurveyId>;
	readonly meta: Table<MetaRow, string>;
	readonly deliveries: Table<DeliveryRow, number>;
};

/** The database of a browser. Nothing is opened until it is used. */
export function databaseNamed(name: string): SitewalkDb {
	const db = new Dexie(name, {
		// "Saved" must outlive a power cut; since version 121 Chrome's default may not.
		chromeTransactionDurability: 'strict',
		// A live query shows what is stored, never what is hoped for.
		cache: 'disabled'
	});
	db.version(1).stores({
		events: 'id, [survey+path], [survey+hlc]',
		outbox: '++n',
		held: 'id',
		drafts: '[survey+path], survey',
		surveys: 'id, state, updatedAt',
		meta: 'key'
	});
	db.version(2).stores({
		events: 'id, [survey+path], [survey+hlc], device',
		deliveries: '++n, survey'
	});
	// An index that nothing asks costs each answer its share.
	db.version(3).stores({ events: 'id, [survey+path], device' });
	return db as SitewalkDb;
}

/** Every event of a survey. */
export function eventsOf(db: SitewalkDb, survey: SurveyId): Promise<LogEvent[]> {
	return wholeSurvey(db, survey).toArray();
}

/** Below this, each event is asked for by itself. */
const WORTH_A_RANGE = 50;

/**
 * The events of these ids, in their order; `undefined` for those that are not here. Ids begin with the time of their making, so
 * many that belong together lie together: one question about a range answers what would be a thousand.
 */
export async function eventsWith(
	{ events }: SitewalkDb,
	ids: readonly EventId[]
): Promise<(LogEvent | undefined)[]> {
	if (ids.length < WORTH_A_RANGE) return events.bulkGet([...ids]);
	const sorted = [...ids].sort();
	const most = 2 * ids.length;
	const range = events.where('id').between(sorted[0], sorted.at(-1), true, true);
	const near = await range.limit(most).toArray();
	const byId = new Map(near.map((event) => [event.id, event]));
	const seen = near.length < most ? '' : near.at(-1)!.id;
	const far = sorted.filter((id) => seen !== '' && id > seen);
	for (const event of await events.bulkGet(far)) if (event) byId.set(event.id, event);
	return ids.map((id) => byId.get(id));
}

export function wholeSurvey(db: SitewalkDb, survey: SurveyId) {
	return db.events
		.where('[survey+path]')
		.between([survey, Dexie.minKey], [survey, Dexie.maxKey], true, true);
}
