import type { SurveyId } from '../domain/survey.ts';
import type { LogEvent } from '../log/event.ts';
import type { Path } from '../log/path.ts';
import type { Draft } from './db.ts';
import type { Wish } from './wish.ts';

/** As much of `localStorage` as the journal needs. */
export type TextStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** A commit that was begun and may not be in the database. */
export interface BegunCommit {
	readonly survey: SurveyId;
	readonly wishes: readonly Wish[];
	/** Milliseconds since 1970 on the device's clock: when the answer was given. */
	readonly now: number;
	/** The database could not take it, and will be asked again. */
	readonly isKept?: true;
	/** Who gave it, where it could not be stored: another person may hold the device when it is. */
	readonly author?: LogEvent['author'];
}

/** A commit that the database could not take, and the tab that left it here. */
export type KeptCommit = BegunCommit & { readonly tab: string };

/** Typing that may not be in the database; `null` where it was thrown away. */
export type JournalDraft = Omit<Draft, 'text'> & { readonly text: string | null };

/** In which order a tab has begun them: its clock is too coarse to tell. */
export type Ordered<Entry> = Entry & { readonly order: number };

/** A larger one is an import, which is all or nothing and is not done by a finger. */
const MOST_CHARACTERS = 100_000;

/**
 * What was typed and answered in the last moments, of every tab. A page that is reloaded takes its unfinished
 * transactions with it; this storage is written before the key or the finger is lifted.
 */
export class Journal {
	readonly #prefix: string;
	readonly #tab: string;
	readonly #storage: TextStorage | undefined;
	readonly #onfirst: () => void;
	#order = 0;

	/** `onfirst` is called before the first entry is written. */
	constructor(name: string, tab: string, storage: TextStorage | undefined, onfirst: () => void) {
		this.#prefix = `${name} journal `;
		this.#tab = tab;
		this.#storage = storage;
		this.#onfirst = onfirst;
	}

	putDraft(draft: JournalDraft) {
		this.#put(draftKey(draft.survey, draft.path), draft);
	}

	dropDraft(survey: SurveyId, path: Path) {
		this.#drop(draftKey(survey, path));
	}

	/** Whether it is in the storage now. */
	putCommit(commit: BegunCommit): boolean {
		return this.#put(commitKey(commit), commit);
	}

	dropCommit(commit: BegunCommit) {
		this.#drop(commitKey(commit));
	}

	/** Tabs that have left something here, but for this one. */
	otherTabs(): readonly string[] {
		return this.#tabs().filter((tab) => tab !== this.#tab);
	}

	/** Of every tab, what the database could not take of a survey, in the order in which it was given. */
	kept(survey: SurveyId): readonly KeptCommit[] {
		return this.#tabs()
			.flatMap((tab) => this.commitsOf(tab).map((begun) => ({ ...begun, tab })))
			.filter((begun) => begun.isKept && begun.survey === survey)
			.sort((a, b) => a.now - b.now);
	}

	commitsOf(tab: string): readonly Ordered<BegunCommit>[] {
		return this.#entries<Ordered<BegunCommit>>(tab, COMMIT).sort((a, b) => a.order - b.order);
	}

	draftsOf(tab: string): readonly Ordered<JournalDraft>[] {
		return this.#entries<Ordered<JournalDraft>>(tab, DRAFT);
	}

	/** Of a tab that is gone, once it is in the database. */
	clearCommit(tab: string, commit: BegunCommit) {
		this.#attempt((storage) => storage.removeItem(`${this.#prefix}${tab} ${commitKey(commit)}`));
	}

	/** Of a tab that is gone, once they are in the database. */
	clearDrafts(tab: string) {
		this.#attempt((storage) => {
			for (const key of this.#keys(`${this.#prefix}${tab} ${DRAFT} `)) storage.removeItem(key);
		});
	}

	#put(key: string, entry: JournalDraft | BegunCommit): boolean {
		const text = JSON.stringify({ ...entry, order: ++this.#order });
		if (text.length > MOST_CHARACTERS) {
			this.#drop(key);
			return false;
		}
		if (this.#order === 1) this.#onfirst();
		const isPut = this.#attempt((storage) => {
			storage.setItem(this.#keyOf(key), text);
			return true;
		});
		return isPut ?? false;
	}

	#drop(key: string) {
		this.#attempt((storage) => storage.removeItem(this.#keyOf(key)));
	}

	#tabs(): readonly string[] {
		return [...new Set(this.#keys(this.#prefix).map((key) => tabOf(key, this.#prefix)))];
	}

	#keyOf(key: string): string {
		return `${this.#prefix}${this.#tab} ${key}`;
	}

	#keys(prefix: string): readonly string[] {
		return (
			this.#attempt((storage) =>
				Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '').filter(
					(key) => key.startsWith(prefix)
				)
			) ?? []
		);
	}

	#entries<Entry>(tab: string, kind: string): Entry[] {
		return this.#keys(`${this.#prefix}${tab} ${kind} `).flatMap((key) => {
			const entry = this.#attempt((storage) => JSON.parse(storage.getItem(key) ?? '') as Entry);
			return entry === undefined ? [] : [entry];
		});
	}

	/** A full or forbidden storage costs the last moments before a reload, and nothing more. */
	#attempt<T>(work: (storage: TextStorage) => T): T | undefined {
		try {
			return this.#storage && work(this.#storage);
		} catch {
			return undefined;
		}
	}
}

const DRAFT = 'draft';
const COMMIT = 'commit';

function draftKey(survey: SurveyId, path: Path): string {
	return `${DRAFT} ${survey} ${path}`;
}

function commitKey({ wishes }: BegunCommit): string {
	return `${COMMIT} ${wishes[0]?.id}`;
}

function tabOf(key: string, prefix: string): string {
	return key.slice(prefix.length).split(' ')[0] ?? '';
}
