import { SvelteMap } from 'svelte/reactivity';
import type { Answer, Json } from '../domain/answer.ts';
import type {
	Collection,
	Confirmation,
	InstanceId,
	Place,
	StepState,
	SurveyId
} from '../domain/survey.ts';
import {
	added,
	answered,
	confirmed,
	limitSet,
	present,
	removed,
	stepSet,
	titled,
	turned
} from '../log/changes.ts';
import type { BasedOn, Change, EventId, LogEvent } from '../log/event.ts';
import type { Path } from '../log/path.ts';
import type { LifeState, SurveyState } from '../log/state.ts';
import { newId } from './author.ts';
import { begin } from './commit.ts';
import type { Draft } from './db.ts';
import type { Device } from './device.ts';
import { dropDraft, keepDraft, takeUpDrafts } from './drafts.ts';
import type { Kept } from './kept.ts';
import { live, type Live } from './live.svelte.ts';
import { OwnEvents } from './own-events.ts';
import { surveyReader } from './surveys.ts';
import { isFull, sentenceOf } from './trouble.ts';
import { Unsaved } from './unsaved.ts';

export interface Saving {
	/** `saved`: the transaction is complete. */
	readonly state: 'idle' | 'saving' | 'saved' | 'failed';
	readonly at?: Date;
	readonly problem?: string;
}

/** A device that was full is asked again. */
const AGAIN_MS = 30_000;

type Typing = Pick<Draft, 'text' | 'as' | 'basedOn'>;

/** A survey as a page holds it: what stands, what is typed, and the writing of answers with the heads it renders. */
export function openSurvey(device: Device, id: SurveyId): OpenSurvey {
	return new OpenSurvey(device, id);
}

export class OpenSurvey {
	readonly id: SurveyId;
	readonly #device: Device;
	readonly #live: Live<SurveyState | null>;
	readonly #drafts = new SvelteMap<Path, Typing>();
	readonly #own = new OwnEvents();
	readonly #unsaved = new Unsaved();
	#kept = $state.raw<Kept>();
	#underWay = 0;
	#again: ReturnType<typeof setTimeout> | undefined;
	#saving = $state.raw<Saving>({ state: 'idle' });
	#draftsRead = $state(false);

	constructor(device: Device, id: SurveyId) {
		this.id = id;
		this.#device = device;
		this.#live = live(surveyReader(device, id));
		void this.#readDrafts();
	}

	/** With what is given and could not be stored yet. */
	get current(): SurveyState | undefined {
		const stored = this.#live.current ?? undefined;
		return stored && this.#kept ? this.#kept.over(stored) : stored;
	}

	/** Read, and not on this device. */
	get missing(): boolean {
		return this.#live.current === null;
	}

	get error(): string | undefined {
		return this.#live.error;
	}

	get saving(): Saving {
		return this.#saving;
	}

	/** Whether what was typed in an earlier session is back in `draft`. */
	get draftsRead(): boolean {
		return this.#draftsRead;
	}

	/** `null` takes the answer back. */
	answer(question: string, answer: Answer | null, place?: Place) {
		return this.write([answered(question, answer, place)]);
	}

	setStep(step: string, state: StepState | null) {
		return this.write([stepSet(step, state)]);
	}

	setLimit(limit: string, value: number | null) {
		return this.write([limitSet(limit, value)]);
	}

	confirm(fact: string, confirmation: Confirmation | null) {
		return this.write([confirmed(fact, confirmation)]);
	}

	setTitle(title: string) {
		return this.write([titled(title)]);
	}

	setState(state: LifeState) {
		return this.write([turned(state)]);
	}

	/** The new instance's id, or `undefined` when it could not be saved. */
	async addInstance(
		collection: Collection,
		answers: Readonly<Record<string, Answer>> = {}
	): Promise<InstanceId | undefined> {
		const id = newId(this.#device);
		const isSaved = await this.write(added({ collection, id }, { answers }));
		return isSaved ? id : undefined;
	}

	removeInstance(place: Place) {
		return this.write([removed(place)]);
	}

	restoreInstance(place: Place) {
		return this.write([present(place)]);
	}

	/** Settles a conflict by one value, or by none: every head that is shown gives way. */
	resolve(path: Path, value: Json) {
		return this.write([
			value === null ? { path, kind: 'clear', value } : { path, kind: 'resolve', value }
		]);
	}

	/** All or nothing. `true` once it is saved on this device; a failure is told by `saving`. */
	async write(changes: readonly Change[]): Promise<boolean> {
		return (await this.writeEvents(changes)) !== undefined;
	}

	/** As `write`, for who must know what was written; `undefined` when it could not be saved. */
	writeEvents(changes: readonly Change[]): Promise<readonly LogEvent[] | undefined> {
		const entries = changes.map(({ path }) => [path, this.#basedOn(path)] as const);
		return this.#write(changes, Object.fromEntries(entries));
	}

	/** Writes again what failed, here or before the page was loaded, based on what its author saw then. */
	async retry(): Promise<boolean> {
		clearTimeout(this.#again);
		if (!(await this.#recover())) return false;
		return (await this.#write(this.#unsaved.changes, this.#unsaved.basedOn)) !== undefined;
	}

	/** To be called at every input: the first one takes note of the heads that are rendered. */
	keepDraft(path: Path, text: string, as = 'value') {
		const basedOn = this.#basedOn(path);
		this.#drafts.set(path, { text, as, basedOn });
		keepDraft(this.#device, this.id, path, text, basedOn, as).then(
			() => {
				const isOver = this.#saving.state === 'failed' && this.#unsaved.isEmpty && !this.#kept;
				if (isOver) this.#saving = { state: 'idle' };
			},
			(error: unknown) => this.#fail(error)
		);
	}

	draft(path: Path): Pick<Draft, 'text' | 'as'> | undefined {
		return this.#drafts.get(path);
	}

	dropDraft(path: Path) {
		this.#drafts.delete(path);
		dropDraft(this.#device, this.id, path).catch((error: unknown) => this.#fail(error));
	}

	/** Heads that came in since the typing began: saving leaves them standing beside the new answer. */
	newSince(path: Path): readonly LogEvent[] {
		const typing = this.#drafts.get(path);
		if (!typing) return [];
		const heads = this.current?.register(path)?.heads ?? [];
		return heads.filter(({ id }) => !typing.basedOn.includes(id) && !this.#own.has(path, id));
	}

	#basedOn(path: Path): readonly EventId[] {
		const state = this.current;
		if (!state) throw new Error('A page must render a survey before it writes into it.');
		return this.#own.basedOn(state, path, this.#drafts.get(path)?.basedOn);
	}

	/** The events written; `undefined` when they could not be saved. */
	async #write(
		changes: readonly Change[],
		basedOn: BasedOn
	): Promise<readonly LogEvent[] | undefined> {
		const { ids, stored, isKept } = begin(this.#device, this.id, changes, basedOn);
		const typed = changes.map(({ path }) => [path, this.#drafts.get(path)] as const);
		const outcome = this.#own.note(ids);
		this.#underWay++;
		this.#saving = { ...this.#saving, state: 'saving' };
		try {
			const events = await stored;
			outcome(events.map(({ id }) => id));
			this.#unsaved.drop(ids.keys());
			this.#forgetTyped(typed);
			this.#underWay--;
			this.#settle();
			// Where there was room for this there may be for more.
			if (this.#kept) void this.retry();
			return events;
		} catch (error) {
			this.#underWay--;
			this.#fail(error, isKept(error));
			if (isKept(error)) {
				outcome(Array.from(ids.values()));
				await this.#readKept();
				if (this.#kept) this.#forgetTyped(typed);
			} else {
				outcome([]);
				this.#unsaved.keep(changes, basedOn);
			}
			return undefined;
		}
	}

	/** What was typed is an answer now, unless somebody has typed on. */
	#forgetTyped(typed: readonly (readonly [Path, Typing | undefined])[]) {
		for (const [path, typing] of typed)
			if (this.#drafts.get(path) === typing) this.#drafts.delete(path);
	}

	#settle() {
		if (!this.#unsaved.isEmpty || this.#kept) {
			this.#saving = { ...this.#saving, state: 'failed' };
			return;
		}
		const state = this.#underWay > 0 ? 'saving' : 'saved';
		this.#saving = { state, at: this.#device.now() };
	}

	#fail(error: unknown, isKept = false) {
		const problem = sentenceOf(error, isKept);
		this.#saving = { state: 'failed', at: this.#device.now(), problem };
		clearTimeout(this.#again);
		if (isKept || isFull(error)) this.#again = setTimeout(() => void this.retry(), AGAIN_MS);
	}

	/** What could not be stored before, by tabs that are gone and by this one; whether nothing is kept any more. */
	async #recover(): Promise<boolean> {
		try {
			// Fetched by itself, for there seldom is anything.
			const { recover, storeKept } = await import('./recover.ts');
			await recover(this.#device);
			await storeKept(this.#device);
			this.#kept = undefined;
			return true;
		} catch (error) {
			this.#fail(error, true);
			await this.#readKept();
			return false;
		}
	}

	/** Without it the page shows what is stored, and says that something is kept. */
	async #readKept() {
		try {
			const { keptIn } = await import('./kept.ts');
			this.#kept = await keptIn(this.#device, this.id);
		} catch {
			this.#kept = undefined;
		}
	}

	async #readDrafts() {
		try {
			await this.#recover();
			for (const draft of await takeUpDrafts(this.#device, this.id)) {
				const { path, text, as, basedOn } = draft;
				if (this.#drafts.has(path) || this.#kept?.ends(draft)) continue;
				this.#drafts.set(path, { text, as, basedOn });
			}
		} catch (error) {
			this.#fail(error);
		}
		this.#draftsRead = true;
	}
}
