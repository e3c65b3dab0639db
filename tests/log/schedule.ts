import fc from 'fast-check';
import type { Json } from '../../src/lib/domain/answer.ts';
import type { EventId, LogEvent } from '../../src/lib/log/event.ts';
import type { Path } from '../../src/lib/log/path.ts';

export const PATHS: readonly Path[] = ['answers/linkDownMbps', 'steps/gup-candidate', 'groups/g1'];
const DEVICES = 3;

/** One thing that happens: a device renders, answers from what it rendered, or hears what another one has. */
type Move =
	| { readonly do: 'render'; readonly device: number; readonly path: Path }
	| {
			readonly do: 'answer';
			readonly device: number;
			readonly path: Path;
			readonly value: Json;
			readonly wall: number;
	  }
	| { readonly do: 'hear'; readonly device: number; readonly from: number };

const device = fc.nat(DEVICES - 1);
const path = fc.constantFrom(...PATHS);
const move: fc.Arbitrary<Move> = fc.oneof(
	fc.record({ do: fc.constant('render' as const), device, path }),
	fc.record({
		do: fc.constant('answer' as const),
		device,
		path,
		value: fc.constantFrom<Json>(null, 'yes', 'no', 2, { unknown: 'no access' }),
		wall: fc.integer({ min: -1000, max: 1000 })
	}),
	fc.record({ do: fc.constant('hear' as const), device, from: device })
);

/** Every event of a random history of three devices, with clocks that go as they please. */
export const histories = fc.array(move, { maxLength: 40 }).map(play);

export function event(id: EventId, fields: Partial<LogEvent> = {}): LogEvent {
	return {
		id,
		survey: 's1',
		path: 'answers/linkDownMbps',
		kind: 'set',
		value: 1,
		form: { id: 'site', version: 1 },
		supersedes: [],
		author: { id: 'a1', name: 'Kim' },
		device: 'd1',
		hlc: id,
		at: '2026-11-20T09:12:00+01:00',
		...fields
	};
}

/** The causally maximal events of a register, from the definition: nothing reachable from another one. */
export function maximalOf(events: readonly LogEvent[], path: Path): EventId[] {
	const mine = events.filter((each) => each.path === path);
	const byId = new Map(mine.map((each) => [each.id, each]));
	const below = new Set<EventId>();
	const sink = (id: EventId) => {
		for (const other of byId.get(id)?.supersedes ?? []) {
			below.add(other);
			sink(other);
		}
	};
	for (const { id } of mine) sink(id);
	return mine
		.map(({ id }) => id)
		.filter((id) => !below.has(id))
		.sort();
}

function play(moves: readonly Move[]): LogEvent[] {
	const devices = Array.from({ length: DEVICES }, () => ({
		known: new Map<EventId, LogEvent>(),
		rendered: new Map<Path, readonly EventId[]>()
	}));
	const all: LogEvent[] = [];
	for (const each of moves) {
		const here = devices[each.device]!;
		if (each.do === 'hear') {
			for (const [id, known] of devices[each.from]!.known) here.known.set(id, known);
		} else if (each.do === 'render') {
			here.rendered.set(each.path, maximalOf([...here.known.values()], each.path));
		} else {
			const made = event(`e${all.length}`, {
				path: each.path,
				kind: each.value === null ? 'clear' : 'set',
				value: each.value,
				supersedes: here.rendered.get(each.path) ?? [],
				device: `d${each.device}`,
				hlc: String(each.wall + 5000)
			});
			all.push(made);
			here.known.set(made.id, made);
		}
	}
	return all;
}
