import type { Who } from './access.ts';
import type { Counts } from './counts.ts';
import type { Hints } from './hints.ts';
import type { Lines } from './line.ts';
import { Refusal } from './reply.ts';
import type { Database } from './sql.ts';
import type { EventStore } from './store.ts';

/** One request, past the door. */
export interface Call {
	readonly request: Request;
	/** What stands for `{id}` in the address. */
	readonly part: string;
	readonly who: Who;
	readonly db: Database;
	readonly store: EventStore;
	readonly hints: Hints;
	readonly counts: Counts;
	/** Before long work: what is short goes past them. */
	readonly lines: Lines;
	readonly now: () => Date;
	/** When the request came, before it stood in any line. */
	readonly cameAt: Date;
	readonly newId: () => string;
}

export interface Told {
	readonly body: unknown;
	/** Handed to the device as its cookie. */
	readonly token?: string;
	/** The device's cookie ends. */
	readonly isEnd?: boolean;
}

export type Handler = (call: Call) => Promise<Told | Response>;

export type DeviceCall = Extract<Who, { kind: 'device' }>;

export const DONE: Told = { body: {} };

export function deviceOf(who: Who): DeviceCall {
	if (who.kind !== 'device') throw new Refusal(401, 'Only a device of the team may do this.');
	return who;
}

export function teamOf(who: Who): string {
	return who.kind === 'script' ? who.team : deviceOf(who).caller.team;
}

export function doneIf(isDone: boolean, what: string): Told {
	if (!isDone) throw new Refusal(404, `The team has no such ${what}.`);
	return DONE;
}
