import type { EventId, LogEvent } from '../log/event.ts';
import {
	endLine,
	headLine,
	Problem,
	rowLine,
	rowsOf,
	type Line,
	type Rows
} from './backup-file.ts';
import type { Draft, MetaRow } from './db.ts';
import type { Device } from './device.ts';
import { isoWithOffset } from './moment.ts';
import { receive, SLICE } from './receive.ts';
import { sentenceOf } from './trouble.ts';

export interface BackupOptions {
	readonly onProgress?: (progress: { readonly done: number; readonly of: number }) => void;
	readonly signal?: AbortSignal;
}

/** Never taken over from another device: they are what makes this one itself. */
const OWN_META = ['device', 'hlc'];

export function backupName(at: Date): string {
	return `sitewalk-backup-${isoWithOffset(at).slice(0, 16).replace(/[T:]/g, '-')}.jsonl`;
}

/** Everything on this device in one file, read in slices so that work can go on. */
export async function backupOf(device: Device, options: BackupOptions = {}): Promise<Blob> {
	const { db, steady, now } = device;
	const id = await steady(async () => (await db.meta.get('device'))?.value);
	// First the outbox, then the events: each event it names is in the file.
	const outbox = await steady(() => db.outbox.toArray());
	const held = await steady(() => db.held.toArray());
	const drafts = await steady(() => db.drafts.toArray());
	const meta = await steady(() => db.meta.toArray());
	const of = await steady(() => db.events.count());

	const parts: Blob[] = [new Blob([headLine(String(id ?? ''), isoWithOffset(now()))])];
	let rows = 0;
	const add = <K extends keyof Rows>(kind: K, list: readonly Rows[K][]) => {
		parts.push(new Blob(list.map((row) => rowLine(kind, row))));
		rows += list.length;
	};
	let last: EventId = '';
	for (;;) {
		options.signal?.throwIfAborted();
		const slice = await steady(() => db.events.where('id').above(last).limit(SLICE).toArray());
		add('event', slice);
		options.onProgress?.({ done: rows, of: Math.max(of, rows) });
		if (slice.length < SLICE) break;
		last = slice.at(-1)!.id;
	}
	add('outbox', outbox);
	add('held', held);
	add('draft', drafts);
	add('meta', meta);
	return new Blob([...parts, endLine(rows)], { type: 'application/jsonl' });
}

export interface Restored {
	/** Events that were new here. */
	readonly events: number;
	/** Events that were here already. */
	readonly known: number;
	/** Events whose id says something else here; kept apart, never merged. */
	readonly held: number;
	readonly surveys: number;
	readonly drafts: number;
}

/**
 * Takes in a backup of this or another device; once more changes nothing. The file is read to its end before anything
 * is written. A problem comes back as one sentence.
 */
export async function readBackup(
	device: Device,
	file: Blob,
	options: BackupOptions = {}
): Promise<Restored | { readonly problem: string }> {
	const progress = progressOf(file, options);
	try {
		for await (const line of rowsOf(file, progress)) void line;
	} catch (error) {
		return { problem: `${problemOf(error, options.signal)} Nothing was changed.` };
	}
	const taken = new Intake(device);
	try {
		for await (const line of rowsOf(file, progress)) await taken.take(line);
		return await taken.finish();
	} catch (error) {
		const why = problemOf(error, options.signal);
		return {
			problem: `${why} ${taken.added} events were taken in; read the file again for the rest.`
		};
	}
}

class Intake {
	readonly #device: Device;
	readonly #slice: LogEvent[] = [];
	readonly #ids = new Set<EventId>();
	readonly #surveys = new Set<string>();
	readonly #drafts: Draft[] = [];
	readonly #meta: MetaRow[] = [];
	added = 0;
	#known = 0;
	#held = 0;

	constructor(device: Device) {
		this.#device = device;
	}

	async take(line: Line) {
		const { db, steady } = this.#device;
		// The outbox needs no reading: whatever is new here is queued here.
		if (line.kind === 'event') {
			this.#ids.add(line.row.id);
			this.#surveys.add(line.row.survey);
			this.#slice.push(line.row);
			if (this.#slice.length >= SLICE) await this.#receive();
		} else if (line.kind === 'held') await steady(() => db.held.put(line.row));
		else if (line.kind === 'draft') this.#drafts.push(line.row);
		else if (line.kind === 'meta') this.#meta.push(line.row);
	}

	async finish(): Promise<Restored> {
		await this.#receive();
		let drafts = 0;
		for (const draft of this.#drafts) if (await this.#restore(draft)) drafts++;
		for (const row of this.#meta) await this.#adopt(row);
		const counts = { events: this.added, known: this.#known, held: this.#held };
		return { ...counts, surveys: this.#surveys.size, drafts };
	}

	async #receive() {
		const { added, known, held } = await receive(this.#device, this.#slice.splice(0));
		this.added += added.length;
		this.#known += known;
		this.#held += held;
	}

	/** Typing comes back unless the register has gone on since: then it may have become an answer long ago. */
	#restore(draft: Draft): Promise<boolean> {
		const { db, steady } = this.#device;
		const { survey, path } = draft;
		return steady(() =>
			db.transaction('rw', db.events, db.drafts, async () => {
				const ids = await db.events.where({ survey, path }).primaryKeys();
				const isHere = await db.drafts.get([survey, path]);
				if (isHere || !ids.every((id) => this.#ids.has(id))) return false;
				await db.drafts.put(draft);
				return true;
			})
		);
	}

	/** The author and the settings of the backup, where this device has none. */
	async #adopt(row: MetaRow) {
		const { db, steady } = this.#device;
		if (OWN_META.includes(row.key)) return;
		await steady(() =>
			db.transaction('rw', db.meta, async () => {
				const here = (await db.meta.get(row.key))?.value;
				const isNameless =
					row.key === 'author' && (here as { name?: string } | undefined)?.name === '';
				if (here === undefined || isNameless) await db.meta.put(row);
			})
		);
	}
}

/** Both readings count: checking, then taking in. */
function progressOf(file: Blob, { onProgress, signal }: BackupOptions): (bytes: number) => void {
	let done = 0;
	return (bytes) => {
		signal?.throwIfAborted();
		done += bytes;
		onProgress?.({ done, of: file.size * 2 });
	};
}

function problemOf(error: unknown, signal?: AbortSignal): string {
	if (error instanceof Problem) return error.message;
	if (signal?.aborted) return 'The reading was stopped.';
	if (error instanceof DOMException && error.name === 'NotReadableError')
		return 'The file could not be read to its end.';
	return sentenceOf(error);
}
