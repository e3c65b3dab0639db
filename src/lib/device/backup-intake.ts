import type { EventId, LogEvent } from '../log/event.ts';
import type { Line } from './backup-file.ts';
import type { Draft, MetaRow } from './db.ts';
import type { Device } from './device.ts';
import { receive, SLICE } from './receive.ts';

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

/** Never taken over from another device: they are what makes this one itself. */
const OWN_META = ['device', 'hlc'];

/** Takes in the rows of a backup that was checked: events in slices, then what needs them all. */
export class Intake {
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
