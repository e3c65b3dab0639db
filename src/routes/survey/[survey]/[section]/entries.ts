import type { Answer } from '$lib/domain/answer';
import type { LogEvent } from '$lib/log/event';
import { carriesValue } from '$lib/log/value';
import type { Entry } from '$lib/ui/answer-words';

/** An event of an answer as the question shows it. */
export function entryOf(event: LogEvent): Entry {
	const { id, value, author, at } = event;
	return {
		id,
		answer: carriesValue(event) ? (value as Answer | null) : null,
		who: author.name,
		at
	};
}
