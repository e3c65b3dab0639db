import { setImmediate } from 'node:timers/promises';
import type { PushReply } from '../log/wire.ts';

/** Of one push stored in one go: SQLite lets nobody in until it is done, which takes some 30 ms for so many. */
export const SLICE = 200;

/**
 * Stores a push in slices, and looks at whatever came in meanwhile before the next. A push that breaks off between two of them
 * is sent again by its device, and what is there already counts once.
 */
export async function inSlices(
	events: readonly unknown[],
	append: (slice: readonly unknown[]) => Promise<PushReply>
): Promise<PushReply> {
	let whole = await append(events.slice(0, SLICE));
	for (let from = SLICE; from < events.length; from += SLICE) {
		await setImmediate();
		const next = await append(events.slice(from, from + SLICE));
		const refused = next.refused.map((each) => ({ ...each, index: each.index + from }));
		whole = {
			...next,
			accepted: whole.accepted + next.accepted,
			held: [...whole.held, ...next.held],
			refused: [...whole.refused, ...refused]
		};
	}
	return whole;
}
