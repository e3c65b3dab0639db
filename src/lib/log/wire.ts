import type { EventId, LogEvent } from './event.ts';

/** Every request and every reply of the sync carries it; a reply without it came from somebody else's network. */
export const PROTOCOL_HEADER = 'x-sitewalk-sync';
export const PROTOCOL = '1';
/** With a push or a pull a device tells its wall clock, in milliseconds since 1970. */
export const CLOCK_HEADER = 'x-sitewalk-clock';

/** What one request may hold. Bytes are those of the JSON text in UTF-8. */
export const WIRE_LIMITS = {
	eventsPerPush: 1000,
	eventsPerPull: 1000,
	eventBytes: 128 * 1024,
	valueBytes: 64 * 1024,
	supersedes: 64,
	pushBytes: 4 * 1024 * 1024
} as const;

/** Where a device stands in the log of its team. Opaque to the device, but for its arithmetic of completeness. */
export interface Cursor {
	/** The life of the team's log; another one after a reset that the server knows of. */
	readonly epoch: string;
	/** The last event that was taken in. */
	readonly seq: number;
	/** The checksum over all events up to `seq`: it tells a log that was rolled back. */
	readonly chk: string;
}

/** Order does not count; a mere number would be fooled when one event is lost on either side. */
export interface Digest {
	readonly count: number;
	/** 64 bits, hexadecimal: the sum of the hashes of the ids. */
	readonly sum: string;
}

/** Stored durably, but not taken for an answer until the lead has looked. */
export type HeldReason =
	'invalid' | 'author-mismatch' | 'forbidden' | 'id-conflict' | 'survey-closed' | 'device-retired';

/** Not stored: the device keeps it, shows it and goes on. */
export type RefusedReason = 'too-large' | 'malformed';

/** POST /api/v1/sync/push. On the wire a device tells its events as `columns` (columns.ts); `events` are taken as well. */
export interface PushRequest {
	readonly device: string;
	/** What the device believes; `null` before the first pull. */
	readonly epoch: string | null;
	readonly events: readonly LogEvent[];
	readonly outbox: Outbox;
}

/** What waits on the device, so that a lost one shows. */
export interface Outbox {
	readonly events: number;
	readonly oldestAt: string | null;
}

export interface PushReply {
	readonly epoch: string;
	/** Stored as answers, repeats included. `accepted + held + refused` is the size of the request. */
	readonly accepted: number;
	readonly held: readonly { readonly id: EventId; readonly why: HeldReason }[];
	readonly refused: readonly {
		readonly id: EventId | null;
		readonly index: number;
		readonly why: RefusedReason;
	}[];
	/** The team's last number after this push: a hint to pull. */
	readonly seq: number;
	/** When the team had these events, at the team server's clock; a repeat of what it had before tells a later time. */
	readonly at?: string;
}

/** POST /api/v1/sync/pull: a body, so that no cursor lands in a proxy's log. */
export interface PullRequest {
	readonly device: string;
	/** `null` asks from the beginning. */
	readonly cursor: Cursor | null;
	/**
	 * Of the events this device made and the team is known to hold, held ones too, refused ones not. `null` while a replay
	 * from the beginning is under way: then nothing is compared and own events are sent as well.
	 */
	readonly own: Digest | null;
	/** After the last push nothing waits any more, and what waits for another person goes with none. */
	readonly outbox?: Outbox;
	readonly limit?: number;
}

/** An event as the team's log holds it; the event itself is what its author's device made, untouched. */
export interface Stored {
	readonly seq: number;
	/** The server's clock, ISO 8601. */
	readonly receivedAt: string;
	/** Absent for an answer like any other. */
	readonly held?: HeldReason;
	readonly event: LogEvent;
}

export interface PullReply {
	/** The log is not the one the cursor was made with: `events` begin at 1, own ones included, and all must be pushed again. */
	readonly reset: boolean;
	readonly cursor: Cursor;
	/** The cursor this page follows; `null` for the beginning. */
	readonly from: Cursor | null;
	readonly events: readonly Stored[];
	/** `events.length + skippedOwn + filtered = cursor.seq - from.seq`, or the page is not complete. */
	readonly skippedOwn: number;
	readonly filtered: number;
	readonly more: boolean;
}
