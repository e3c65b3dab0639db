import type { SurveyId } from '../domain/survey.ts';
import type { EventId } from '../log/event.ts';
import type { Path } from '../log/path.ts';
import { newId } from './author.ts';
import type { Draft } from './db.ts';
import type { Device } from './device.ts';
import { isoWithOffset } from './moment.ts';

/**
 * Keeps what is typed, key by key. Typing never waits: while one write is under way the newest text of each register
 * waits for the next. Resolves when this text, or a newer one, is stored.
 */
export function keepDraft(
	device: Device,
	survey: SurveyId,
	path: Path,
	text: string,
	basedOn: readonly EventId[],
	as = 'value'
): Promise<void> {
	const writer = writerOf(device);
	const at = isoWithOffset(device.now());
	return writer.keep({ survey, path, text, as, basedOn: [...basedOn], at, tab: writer.tab });
}

export function draftsOf({ db, steady }: Device, survey: SurveyId): Promise<Draft[]> {
	return steady(() => db.drafts.where({ survey }).toArray());
}

/** Reads the drafts of a survey and goes on with them: from now on an answer given here ends them. */
export async function takeUpDrafts(device: Device, survey: SurveyId): Promise<Draft[]> {
	const drafts = await draftsOf(device, survey);
	for (const draft of drafts) writerOf(device).takeUp(draft);
	return drafts;
}

export async function dropDraft(device: Device, survey: SurveyId, path: Path): Promise<void> {
	writerOf(device).forget(survey, path);
	await device.steady(() => device.db.drafts.delete([survey, path]));
}

/** Hands everything that waits to the database at once: the page may be about to go. */
export function flushDrafts(device: Device): Promise<void> {
	return writerOf(device).flush();
}

/** Flushes when the page is hidden or left; returns how to stop. */
export function flushOnLeave(device: Device, page: Document = document): () => void {
	const flush = () => void flushDrafts(device).catch(() => undefined);
	const onhide = () => page.visibilityState === 'hidden' && flush();
	page.addEventListener('visibilitychange', onhide);
	page.defaultView?.addEventListener('pagehide', flush);
	return () => {
		page.removeEventListener('visibilitychange', onhide);
		page.defaultView?.removeEventListener('pagehide', flush);
	};
}

/**
 * Takes the drafts of these registers in hand for a commit: their keys so far go to the database before it and never
 * again. Whatever is typed from now on is newer and stays a draft.
 */
export function takeDrafts(device: Device, survey: SurveyId, paths: readonly Path[]) {
	return writerOf(device).take(paths.map((path) => keyOf(survey, path)));
}

const writers = new WeakMap<Device, Writer>();

function writerOf(device: Device): Writer {
	const known = writers.get(device);
	if (known) return known;
	const writer = new Writer(device);
	writers.set(device, writer);
	return writer;
}

class Writer {
	readonly tab: string;
	readonly #device: Device;
	/** The newest text of each register that was typed here and is not an answer yet. */
	readonly #latest = new Map<string, Draft>();
	readonly #waiting = new Map<string, Draft>();
	/** Texts that a commit makes answers of: they must not be written once more behind its back. */
	readonly #inHand = new Set<Draft>();
	#running: Promise<void> | undefined;
	#flushed: Promise<void> = Promise.resolve();

	constructor(device: Device) {
		this.tab = newId(device);
		this.#device = device;
	}

	takeUp(draft: Draft) {
		const key = keyOf(draft.survey, draft.path);
		if (!this.#latest.has(key)) this.#latest.set(key, draft);
	}

	keep(draft: Draft): Promise<void> {
		const key = keyOf(draft.survey, draft.path);
		this.#latest.set(key, draft);
		this.#waiting.set(key, draft);
		return (this.#running ??= this.#drain());
	}

	flush(): Promise<void> {
		if (this.#waiting.size === 0) return this.#flushed;
		const flushed: Promise<void> = Promise.all([this.#flushed, this.#write()])
			.then(() => undefined)
			.finally(() => {
				if (this.#flushed === flushed) this.#flushed = Promise.resolve();
			});
		return (this.#flushed = flushed);
	}

	take(keys: readonly string[]) {
		void this.flush().catch(() => undefined);
		const taken = new Map(keys.map((key) => [key, this.#latest.get(key)]));
		for (const row of taken.values()) if (row) this.#inHand.add(row);
		const isNewer = (key: string) => this.#latest.get(key) !== taken.get(key);
		const release = (each: (key: string, row: Draft) => void) => {
			for (const [key, row] of taken) {
				if (!row) continue;
				this.#inHand.delete(row);
				if (!isNewer(key)) each(key, row);
			}
		};
		return {
			/** Whether a stored draft is one of those taken, in what it says or as an earlier key of it. */
			isTaken: (row: Draft) => {
				const key = keyOf(row.survey, row.path);
				const { text, at } = taken.get(key) ?? {};
				const isKnown = row.tab === this.tab || (row.text === text && row.at === at);
				return isKnown && !isNewer(key);
			},
			settle: () => release((key) => this.#latest.delete(key)),
			giveBack: () => release((_, row) => void this.keep(row).catch(() => undefined))
		};
	}

	forget(survey: SurveyId, path: Path) {
		this.#latest.delete(keyOf(survey, path));
		this.#waiting.delete(keyOf(survey, path));
	}

	async #drain() {
		try {
			while (this.#waiting.size > 0) await this.#write();
			await this.#flushed;
		} finally {
			this.#running = undefined;
		}
	}

	async #write() {
		const { db, steady } = this.#device;
		const rows = Array.from(this.#waiting);
		this.#waiting.clear();
		try {
			// Asked at each try: a text that became an answer meanwhile must not come back as a draft.
			await steady(() =>
				db.drafts.bulkPut(
					rows.filter(([key, row]) => this.#isWanted(key, row)).map(([, row]) => row)
				)
			);
		} catch (error) {
			for (const [key, row] of rows) {
				if (this.#isWanted(key, row) && !this.#waiting.has(key)) this.#waiting.set(key, row);
			}
			throw error;
		}
	}

	#isWanted(key: string, row: Draft): boolean {
		return this.#latest.get(key) === row && !this.#inHand.has(row);
	}
}

function keyOf(survey: SurveyId, path: Path): string {
	return `${survey} ${path}`;
}
