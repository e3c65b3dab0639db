import type { EventId, LogEvent } from './event.ts';
import type { Standing } from './standing.ts';
import type { HeldReason, RefusedReason } from './wire.ts';

/** Events of one author that the team is not known to hold, in the order in which they were written. */
export interface WaitingRow {
	readonly n?: number;
	readonly author: string;
	readonly ids: readonly EventId[];
	/** Copies of what the team once held, or what somebody chose to send for its author: anybody may deliver them. */
	readonly isForAll?: boolean;
	/** Acknowledged when the log had this number; settled once the events are seen to come back. */
	readonly sentAt?: number;
	/** Were acknowledged once before, and did not come back. */
	readonly isRepeat?: boolean;
}

/** Why an event is kept apart. `refused` was not stored by the team, `held` waits there for the lead. */
export type ApartReason = 'id-clash' | `held:${HeldReason}` | `refused:${RefusedReason}`;

/** What the sync needs of a device's database. Everything happens inside one transaction of `SyncStore`. */
export interface SyncTables {
	standing(): PromiseLike<Standing>;
	setStanding(standing: Standing): PromiseLike<unknown>;

	/** In order of writing. */
	waiting(): PromiseLike<readonly WaitingRow[]>;
	/** Writes a row anew, or a new one without `n`; one without ids goes. */
	setWaiting(row: WaitingRow): PromiseLike<unknown>;

	/** In the order of the ids; `undefined` for those that are not here. */
	events(ids: readonly EventId[]): PromiseLike<readonly (LogEvent | undefined)[]>;
	/** Stores new events, with all that is derived from them, and from when the team had them. */
	add(
		events: readonly LogEvent[],
		receivedAt: (id: EventId) => string | undefined
	): PromiseLike<unknown>;
	/** Takes the team's copy of an event whose value was erased. */
	replace(event: LogEvent): PromiseLike<unknown>;
	/** Every event's id by author. */
	authors(): PromiseLike<ReadonlyMap<string, readonly EventId[]>>;
	/** Ids of the events this device made. */
	own(): PromiseLike<readonly EventId[]>;

	keepApart(event: LogEvent, reason: ApartReason): PromiseLike<unknown>;
	/** The team has these as answers after all: nothing it said of them before counts any more. */
	takeBack(ids: readonly EventId[]): PromiseLike<unknown>;
	/** Ids of the events the team has refused. */
	refused(): PromiseLike<readonly EventId[]>;

	/** Notes when events left this device, or when the team had them. */
	note(
		events: readonly LogEvent[],
		times: { readonly sent?: string; readonly received?: string }
	): PromiseLike<unknown>;
}

export interface SyncStore {
	read<T>(work: (tables: SyncTables) => PromiseLike<T>): Promise<T>;
	/** All or nothing, and durable once it resolves. */
	write<T>(work: (tables: SyncTables) => PromiseLike<T>): Promise<T>;
}
