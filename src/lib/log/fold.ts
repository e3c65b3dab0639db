import { byTime, type EventId, type LogEvent } from './event.ts';
import { AS_WRITTEN, seenIn, type View } from './form-view.ts';
import type { Path } from './path.ts';
import { sameness } from './value.ts';

/** One multi-value register: what stands, and how it came to stand. */
export interface Register {
	readonly path: Path;
	/** Events that nobody who was shown them has superseded, in order of display. Never empty. */
	readonly heads: readonly LogEvent[];
	/** Every event of the register, in order of display. */
	readonly history: readonly LogEvent[];
	/** Two heads with different values. */
	readonly isConflict: boolean;
}

export type Registers = ReadonlyMap<Path, Register>;

/**
 * Folds the events of one survey. The result depends on the set of events alone: order of arrival, repeats, batches
 * and clocks change nothing but the order of display. Kinds that we do not know are heads like any other. The view puts
 * answers of an earlier questionnaire to the questions that they answer now.
 */
export function fold(events: Iterable<LogEvent>, view: View = AS_WRITTEN): Registers {
	const byPath = new Map<Path, LogEvent[]>();
	for (const event of distinct(events))
		for (const { path } of view(event)) {
			const list = byPath.get(path);
			if (list) list.push(event);
			else byPath.set(path, [event]);
		}
	return new Map(Array.from(byPath, ([path, list]) => [path, registerOf(path, list, view)]));
}

/** The event whose value is shown while a register is in conflict, and otherwise its only head. */
export function shownOf(register: Register | undefined): LogEvent | undefined {
	return register?.heads.at(-1);
}

export function headIds(register: Register | undefined): readonly EventId[] {
	return register?.heads.map(({ id }) => id) ?? [];
}

function registerOf(path: Path, events: LogEvent[], view: View): Register {
	const history = events.sort(byTime);
	const dead = new Set(
		history.flatMap(({ id, supersedes }) => supersedes.filter((other) => other !== id))
	);
	const living = history.filter(({ id }) => !dead.has(id));
	// Events that supersede each other in a circle cannot come from honest authors; none of them may hide an answer.
	const heads = living.length > 0 ? living : history;
	const said = (head: LogEvent) => sameness({ ...head, value: seenIn(view, path, head).value });
	const isConflict = heads.length > 1 && new Set(heads.map(said)).size > 1;
	return { path, heads, history, isConflict };
}

/** One event per id. Two contents under one id are never merged: the same one is chosen in every order of arrival. */
function distinct(events: Iterable<LogEvent>): Iterable<LogEvent> {
	const byId = new Map<EventId, LogEvent>();
	for (const event of events) {
		const known = byId.get(event.id);
		if (!known || (known !== event && JSON.stringify(event) < JSON.stringify(known)))
			byId.set(event.id, event);
	}
	return byId.values();
}
