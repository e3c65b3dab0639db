import type { Json } from '../lib/domain/answer.ts';
import { tick } from '../lib/log/clock.ts';
import type { LogEvent } from '../lib/log/event.ts';
import { isoInZone } from '../lib/log/moment.ts';
import { uuidv7, UUID_RANDOM_BYTES } from '../lib/log/uuid.ts';

/** The answer of that number as a device of the app makes it, seven seconds after the one before. */
export function benchAnswer(
	number: number,
	said: {
		survey: string;
		question: number;
		value: Json;
		author: LogEvent['author'];
		device: string;
	}
): LogEvent {
	const { survey, question, value, author, device } = said;
	const at = Date.UTC(2026, 10, 20, 8) + number * 7000;
	return {
		id: uuidv7(at, crypto.getRandomValues(new Uint8Array(UUID_RANDOM_BYTES))),
		survey,
		path: `answers/question${question}`,
		kind: 'set',
		value,
		form: { id: 'sep-content-updates', version: 1 },
		supersedes: [],
		author,
		device,
		hlc: tick(undefined, at, device),
		at: isoInZone(at, 60)
	};
}
