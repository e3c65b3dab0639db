import type { SurveyId } from '../domain/survey.ts';
import type { Path } from '../log/path.ts';
import type { Draft } from './db.ts';
import type { Device } from './device.ts';
import { isoWithOffset } from './moment.ts';

/** Writes what is typed in one tab: one write at a time, and always the newest text of each register. */
export class DraftWriter {
	readonly #device: Device;
	/** The newest text of each register that was typed here and is not an answer yet. */
	readonly #latest = new Map<string, Draft>();
	readonly #waiting = new Map<string, Draft>();
	/** Texts that a commit makes answers of: they must not be written once more behind its back. */
	readonly #inHand = new Set<Draft>();
	#running: Promise<void> | undefined;
	#flushed: Promise<void> = Promise.resolve();

	constructor(device: Device) {
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
		this.#device.journal.putDraft(draft);
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

	take(survey: SurveyId, paths: readonly Path[]) {
		void this.flush().catch(() => undefined);
		const taken = new Map(
			paths.map((path) => keyOf(survey, path)).map((key) => [key, this.#latest.get(key)])
		);
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
				const isKnown = row.tab === this.#device.tab || (row.text === text && row.at === at);
				return isKnown && !isNewer(key);
			},
			settle: () =>
				release((key, row) => {
					this.#latest.delete(key);
					this.#device.journal.dropDraft(row.survey, row.path);
				}),
			giveBack: () => release((_, row) => void this.keep(row).catch(() => undefined))
		};
	}

	/** What was typed is thrown away. */
	async forget(survey: SurveyId, path: Path): Promise<void> {
		const { db, steady, journal, tab, now } = this.#device;
		const key = keyOf(survey, path);
		this.#latest.delete(key);
		this.#waiting.delete(key);
		const at = isoWithOffset(now());
		journal.putDraft({ survey, path, text: null, as: 'value', basedOn: [], at, tab });
		await steady(() => db.drafts.delete([survey, path]));
		if (!this.#latest.has(key)) journal.dropDraft(survey, path);
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
			for (const [key, row] of rows)
				if (this.#isWanted(key, row)) this.#device.journal.dropDraft(row.survey, row.path);
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
