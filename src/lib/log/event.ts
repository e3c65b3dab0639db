import type { Json } from '../domain/answer.ts';
import type { Path } from './path.ts';

/** UUIDv7, minted on the device: identity and idempotency key for ever. */
export type EventId = string;

/**
 * What an event does to its register. `set` gives a value, `clear` takes it back, `resolve` settles a conflict.
 * Kinds that a newer version invents are kept and passed on.
 */
export type Kind = 'set' | 'clear' | 'resolve' | (string & {});

/** One change, immutable: the only thing that is ever synced (design: one multi-value register per path). */
export interface LogEvent {
	readonly id: EventId;
	readonly survey: string;
	/** The register, see `path.ts`. */
	readonly path: Path;
	readonly kind: Kind;
	/** `null` where the kind carries no value. */
	readonly value: Json;
	/** The questionnaire the author was looking at. */
	readonly form: { readonly id: string; readonly version: number };
	/** Ids of the heads that were shown to the author for this register; empty for a first answer. */
	readonly supersedes: readonly EventId[];
	/** Id and name of the person as they were when he wrote. */
	readonly author: { readonly id: string; readonly name: string };
	/** Random id made with the database of the browser, and kept in it. */
	readonly device: string;
	/** Order for display only: hybrid clock, counter and device. It never decides what survives. */
	readonly hlc: string;
	/** The device's wall clock, ISO 8601 with offset, for the audit trail. */
	readonly at: string;
}

/** One wish to change a register; `commit` makes an event of it. Without a kind it is `set`. */
export interface Change {
	readonly path: Path;
	readonly kind?: Kind;
	readonly value: Json;
}

/** Of each register that is written: ids of the heads that were rendered to the author, `[]` for none. */
export type BasedOn = Readonly<Record<Path, readonly EventId[]>>;

/** Order for display: by hybrid clock, then by id. */
export function byTime(a: LogEvent, b: LogEvent): number {
	if (a.hlc !== b.hlc) return a.hlc < b.hlc ? -1 : 1;
	if (a.id !== b.id) return a.id < b.id ? -1 : 1;
	return 0;
}
