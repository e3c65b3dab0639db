import type { EventId, LogEvent } from '../../src/lib/log/event.ts';
import { START, type Standing } from '../../src/lib/log/standing.ts';
import type { SyncStore, SyncTables, WaitingRow } from '../../src/lib/log/sync-store.ts';

/** What a device has stored, as a value: a copy of it is a state between two transactions. */
export interface Content {
	readonly events: ReadonlyMap<EventId, LogEvent>;
	readonly waiting: readonly (WaitingRow & { readonly n: number })[];
	readonly standing: Standing;
	readonly apart: readonly { readonly id: EventId; readonly reason: string }[];
	readonly notes: readonly { readonly ids: readonly EventId[]; readonly times: object }[];
}

export const NOTHING: Content = {
	events: new Map(),
	waiting: [],
	standing: START,
	apart: [],
	notes: []
};

/** A device's database in memory. Transactions are values that take each other's place. */
export class MemoryStore implements SyncStore {
	content: Content = NOTHING;
	/** States before the last transactions; a power loss goes back to one of them. */
	past: Content[] = [];
	readonly device: string;

	constructor(device: string) {
		this.device = device;
	}

	read<T>(work: (tables: SyncTables) => PromiseLike<T>): Promise<T> {
		return Promise.resolve(work(this.tables({ ...this.content })));
	}

	async write<T>(work: (tables: SyncTables) => PromiseLike<T>): Promise<T> {
		const draft = { ...this.content };
		const result = await work(this.tables(draft));
		this.commit(draft);
		return result;
	}

	/** An answer that is given on this device. */
	answer(event: LogEvent) {
		const { events, waiting } = this.content;
		const n = (waiting.at(-1)?.n ?? 0) + 1;
		this.commit({
			...this.content,
			events: new Map(events).set(event.id, event),
			waiting: [...waiting, { n, author: event.author.id, ids: [event.id] }]
		});
	}

	get waitingIds(): readonly EventId[] {
		return this.content.waiting.flatMap(({ ids }) => ids);
	}

	protected commit(next: Content) {
		this.past = [...this.past.slice(-3), this.content];
		this.content = next;
	}

	protected tables(draft: { -readonly [Key in keyof Content]: Content[Key] }): SyncTables {
		const { device } = this;
		const list = () => Array.from(draft.events.values());
		const put = (events: readonly LogEvent[]) => {
			draft.events = new Map([
				...draft.events,
				...events.map((event) => [event.id, event] as const)
			]);
		};
		return {
			standing: async () => draft.standing,
			async setStanding(standing) {
				draft.standing = standing;
			},
			waiting: async () => draft.waiting,
			async setWaiting(row) {
				const n = row.n ?? (draft.waiting.at(-1)?.n ?? 0) + 1;
				const at = draft.waiting.findIndex((other) => other.n === n);
				const rows = [...draft.waiting];
				rows.splice(at === -1 ? rows.length : at, at === -1 ? 0 : 1, { ...row, n });
				draft.waiting = rows.filter(({ ids }) => ids.length > 0);
			},
			events: async (ids) => ids.map((id) => draft.events.get(id)),
			add: async (events) => put(events),
			replace: async (event) => put([event]),
			authors: async () => idsByAuthor(list()),
			own: async () => list().flatMap((event) => (event.device === device ? [event.id] : [])),
			async keepApart({ id }, reason) {
				draft.apart = [...draft.apart, { id, reason }];
			},
			async takeBack(ids) {
				draft.apart = draft.apart.filter(
					({ id, reason }) => reason === 'id-clash' || !ids.includes(id)
				);
			},
			refused: async () =>
				draft.apart.filter(({ reason }) => reason.startsWith('refused:')).map(({ id }) => id),
			async note(events, times) {
				draft.notes = [...draft.notes, { ids: events.map(({ id }) => id), times }];
			}
		};
	}
}

function idsByAuthor(events: readonly LogEvent[]): Map<string, EventId[]> {
	const byAuthor = new Map<string, EventId[]>();
	for (const { id, author } of events)
		byAuthor.set(author.id, [...(byAuthor.get(author.id) ?? []), id]);
	return byAuthor;
}
