import type { Json } from '../domain/answer.ts';
import { momentIn } from './clock.ts';
import { byTime, type EventId, type LogEvent } from './event.ts';
import type { Registers } from './fold.ts';
import type { Path } from './path.ts';
import { carriesValue } from './value.ts';

/** One change as a timeline tells it. */
export interface Told {
	readonly event: LogEvent;
	/** What it took the place of: the values its author was shown; none for a first answer. */
	readonly before: readonly Json[];
	/** `null` where it takes back. */
	readonly after: Json;
	/** Still a head: nobody has changed it since. */
	readonly stands: boolean;
}

export interface TimelineFilter {
	/** Id of an author; empty for everybody. */
	readonly person: string;
	/** Empty for all. */
	readonly path: Path;
}

/**
 * Every change of a survey, the newest first. When the team had it is known of some: no change is later than that, whatever
 * the clock of its device said.
 */
export function timelineOf(
	registers: Registers,
	receivedAt: (id: EventId) => string | undefined = () => undefined
): readonly Told[] {
	const momentOf = ({ id, hlc }: LogEvent) => {
		const received = Date.parse(receivedAt(id) ?? '');
		const made = momentIn(hlc);
		return received < made ? received : made;
	};
	return Array.from(registers.values())
		.flatMap(({ history, heads }) => {
			const values = new Map(history.map((event) => [event.id, valueIn(event)]));
			const living = new Set(heads.map(({ id }) => id));
			return history.map((event) => ({
				event,
				before: distinct(
					event.supersedes.flatMap((id) => (values.has(id) ? [values.get(id) ?? null] : []))
				),
				after: valueIn(event),
				stands: living.has(event.id)
			}));
		})
		.map((told) => ({ told, moment: momentOf(told.event) }))
		.sort((a, b) => b.moment - a.moment || byTime(b.told.event, a.told.event))
		.map(({ told }) => told);
}

export function filterTimeline(
	told: readonly Told[],
	{ person, path }: TimelineFilter
): readonly Told[] {
	return told.filter(
		({ event }) =>
			(person === '' || event.author.id === person) && (path === '' || event.path === path)
	);
}

function valueIn(event: LogEvent): Json {
	return carriesValue(event) ? event.value : null;
}

function distinct(values: readonly Json[]): readonly Json[] {
	const seen = new Map(values.map((value) => [JSON.stringify(value), value]));
	return [...seen.values()];
}
