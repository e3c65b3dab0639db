import type { EventId } from '../log/event.ts';
import { endLine, headLine, Problem, rowLine, rowsOf, type Rows } from './backup-file.ts';
import { Intake, type Restored } from './backup-intake.ts';
import type { Device } from './device.ts';
import { isoWithOffset } from './moment.ts';
import { SLICE } from './receive.ts';
import { sentenceOf } from './trouble.ts';

export interface BackupOptions {
	readonly onProgress?: (progress: { readonly done: number; readonly of: number }) => void;
	readonly signal?: AbortSignal;
}

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
