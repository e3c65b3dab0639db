import { fromColumns, toColumns, type Columns } from './columns.ts';
import { areWhole, readerOf, share, stepsOf, sumsOf, type Shared } from './shared.ts';
import type { PullReply, PushRequest, Stored } from './wire.ts';

/** Fewer events than this are no shorter in columns. */
const WORTH_COLUMNS = 8;

export interface PackedPush extends Omit<PushRequest, 'events'> {
	readonly columns: Columns;
}

/** As it goes over the wire. */
export function packPush({ events, ...push }: PushRequest): PackedPush | PushRequest {
	return events.length < WORTH_COLUMNS
		? { ...push, events }
		: { ...push, columns: toColumns(events) };
}

/** A page whose events are told in columns, for a device that asked for them. */
export interface PackedPage extends Omit<PullReply, 'events'> {
	readonly columns: {
		readonly events: Columns;
		/** From the row before. */
		readonly seq: readonly number[];
		readonly receivedAt: Shared;
		/** `null` where nothing is held. */
		readonly held: Shared;
	};
}

export function packPage({ events, ...page }: PullReply): PackedPage {
	return {
		...page,
		columns: {
			events: toColumns(events.map(({ event }) => event)),
			seq: stepsOf(events.map(({ seq }) => seq)),
			receivedAt: share(events.map(({ receivedAt }) => receivedAt)),
			held: share(events.map(({ held }) => held ?? null))
		}
	};
}

/** The page with its events; `undefined` for what is none. A page that was not packed stays as it is. */
export function unpackPage(json: unknown): unknown {
	if (typeof json !== 'object' || json === null || !('columns' in json)) return json;
	const { columns, ...page } = json as PackedPage;
	try {
		return { ...page, events: storedIn(columns) };
	} catch {
		return undefined;
	}
}

function storedIn({ events, seq, receivedAt, held }: PackedPage['columns']): readonly unknown[] {
	const plain = fromColumns(events);
	if (plain?.length !== seq.length || !areWhole(seq))
		throw new RangeError('columns of other lengths');
	const seqs = sumsOf(seq);
	const [received, heldAt] = [readerOf(receivedAt), readerOf(held)];
	return plain.map((event, row) => {
		const why = heldAt(row) as Stored['held'] | null;
		return {
			seq: seqs[row],
			receivedAt: received(row),
			...(why === null ? {} : { held: why }),
			event
		};
	});
}
