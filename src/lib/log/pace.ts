import type { LogEvent } from './event.ts';
import { WIRE_LIMITS } from './wire.ts';

/** How many events go at once: more while it goes well, half when it does not. */
export type Pace = number;

export const FIRST_PACE: Pace = 400;
const STEP = 200;
/** Characters of JSON; even if each took three bytes it would be within `WIRE_LIMITS.pushBytes`. */
const TEXT = WIRE_LIMITS.pushBytes / 4;

export function faster(pace: Pace): Pace {
	return Math.min(pace + STEP, WIRE_LIMITS.eventsPerPush);
}

/** One event is the least: then the event itself is what is too much. */
export function slower(pace: Pace): Pace {
	return Math.max(1, Math.floor(pace / 2));
}

/** As many events from the front as fit into one request, and at least one. */
export function oneBatch(events: readonly LogEvent[], pace: Pace): readonly LogEvent[] {
	let text = 0;
	const end = events.slice(0, pace).findIndex((event) => {
		text += JSON.stringify(event).length;
		return text > TEXT;
	});
	return events.slice(0, end === -1 ? pace : Math.max(1, end));
}
