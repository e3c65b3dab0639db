import type { LogEvent } from '../log/event.ts';
import { ASIDE, eventIn } from './incoming.ts';

/**
 * The text of an event repeats what other columns of its row hold, and what all events of its author hold. Such a text is stored
 * as a number and a rest: the number is that of a frame (`frames.ts`), which is the event with nothing in these places; the rest
 * is what no column has. Put together, they are the text again, to the byte.
 */
export interface Packed {
	readonly frame: string;
	readonly rest: string;
}

/** The columns of a row that fill a frame. */
export interface Filling {
	readonly id: string;
	readonly survey: string;
	readonly path: string;
	readonly device: string;
	readonly raw: string;
}

const KEYS = 'id survey path kind value form supersedes author device hlc at'.split(' ');
/** In an index of PostgreSQL, 2,704 bytes have room; a name may be long, but what is longer than this is no name. */
const LONGEST_FRAME = 800;
const EMPTY = { id: 0, survey: 0, path: 0, value: 0, supersedes: 0, device: 0, hlc: 0, at: 0 };

/**
 * `undefined` for what would not come back as it was, and for what a newer version adds to: it might make a frame for each event.
 */
export function pack(event: LogEvent, raw: string): Packed | undefined {
	const keys = Object.keys(event);
	if (keys.length !== KEYS.length || !KEYS.every((key) => key in event)) return undefined;
	const { id, survey, path, value, supersedes, device, hlc, at } = event;
	const end = `-${device}`;
	if (!hlc.endsWith(end)) return undefined;
	const frame = JSON.stringify({ ...event, ...EMPTY });
	if (frame.length > LONGEST_FRAME) return undefined;
	const rest = JSON.stringify([value, hlc.slice(0, -end.length), at, ...supersedes]);
	const isExact = unpack(frameIn(frame), { id, survey, path, device, raw: rest }).raw === raw;
	return isExact ? { frame, rest } : undefined;
}

/** What all events of one frame have; `undefined` for a text that is none. */
export type Frame = Readonly<Record<string, unknown>> | undefined;

/** Events of one author follow each other. */
let last: readonly [text: string, frame: Frame] = ['', undefined];

export function frameIn(text: string): Frame {
	if (last[0] !== text) last = [text, eventIn(text) as Frame];
	return last[1];
}

/** The event and its text; of a row that was changed behind our back, some other text and no event. */
export function unpack(
	frame: Frame,
	{ id, survey, path, device, raw }: Filling
): { readonly raw: string; readonly event?: LogEvent } {
	const rest = eventIn(raw) as unknown;
	if (!frame || !Array.isArray(rest)) return { raw };
	const [value, hlc, at, ...supersedes] = rest as [LogEvent['value'], string, string, ...string[]];
	const event = {
		...(frame as unknown as LogEvent),
		// A row that was set aside has more behind its id.
		id: id.split(ASIDE)[0]!,
		survey,
		path,
		value,
		supersedes,
		device,
		hlc: `${hlc}-${device}`,
		at
	};
	return { raw: JSON.stringify(event), event };
}
