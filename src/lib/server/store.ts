import type { EventId, LogEvent } from '../log/event.ts';
import type { Cursor, Digest, HeldReason, PullReply, PushReply, Stored } from '../log/wire.ts';

/** Who asks. Made from a token by `access.ts`, never from what a request says of itself. */
export interface Caller {
	readonly team: string;
	readonly person: { readonly id: string; readonly name: string };
	readonly role: Role;
	readonly device: string;
	/** `null`: every project. */
	readonly projects: readonly string[] | null;
	/** A retired device may deliver, into quarantine, and gets nothing. */
	readonly deviceState: 'active' | 'retired';
}

export type Role = 'lead' | 'technician' | 'viewer';

/** The team's copy of the log. One contract, two engines (SQLite, PostgreSQL); every call may be repeated. */
export interface EventStore {
	/**
	 * Stores what is new, all or nothing, and numbers it densely behind what the team has. `judge` says why an event must be
	 * held; it runs before any lock and does no input or output.
	 */
	append(
		caller: Caller,
		events: readonly unknown[],
		judge?: (event: LogEvent) => HeldReason | undefined
	): Promise<PushReply>;

	/** What the caller may see and does not have, in order; resets by itself when the log is not the one he knew. */
	read(
		caller: Caller,
		cursor: Cursor | null,
		own: Digest | null,
		limit: number
	): Promise<PullReply>;

	/** What stands of a survey, or of all: events that no other supersedes, held ones left out. */
	heads(team: string, survey?: string): Promise<readonly Stored[]>;

	/** All events of a survey, in the order in which they came. */
	history(team: string, survey: string): Promise<readonly Stored[]>;

	/** Last number per team: for hints. */
	seqs(teams: readonly string[]): Promise<ReadonlyMap<string, number>>;

	/** Of what the team holds from this device. */
	digest(team: string, device: string): Promise<Digest>;

	/** Held events, with reason, for the lead. */
	held(team: string): Promise<readonly Stored[]>;

	/** The lead takes a held event for an answer. It gets a number of its own, so that every device hears of it. */
	release(team: string, id: EventId): Promise<void>;

	/**
	 * Erases a value for good, in every copy of the event that the team holds. An answer gets a number of its own, so that
	 * every device hears of it. A later push of the original changes nothing.
	 */
	redact(team: string, id: EventId, by: string): Promise<void>;
}
