import type { Survey, SurveyId } from '../domain/survey.ts';
import { basedOnNothing, changesOf, titled, turned, withoutWork } from '../log/changes.ts';
import type { BasedOn, Change, EventId, LogEvent } from '../log/event.ts';
import { STATE_PATH, TITLE_PATH } from '../log/path.ts';
import { stateOf, type LifeState, type SurveyState } from '../log/state.ts';
import { sameness } from '../log/value.ts';
import { newId } from './author.ts';
import { commit } from './commit.ts';
import { eventsOf, wholeSurvey, type SurveyRow } from './db.ts';
import type { Device } from './device.ts';

export interface SurveyFilter {
	/** Words that must all stand in the title, the site's name or its code. */
	readonly text?: string;
	/** Without it: every survey that is not deleted. */
	readonly state?: LifeState;
}

/** Newest change first. */
export function listSurveys(device: Device, filter: SurveyFilter = {}): Promise<SurveyRow[]> {
	const { db, steady } = device;
	return steady(async () => filterSurveys(await db.surveys.toArray(), filter));
}

export function filterSurveys(rows: readonly SurveyRow[], filter: SurveyFilter): SurveyRow[] {
	const { text = '', state } = filter;
	const words = plainText(text).split(/\s+/).filter(Boolean);
	return rows
		.filter((row) => (state ? row.state === state : row.state !== 'deleted'))
		.filter(({ title, siteName, siteCode }) => {
			const all = plainText(`${title} ${siteName} ${siteCode}`);
			return words.every((word) => all.includes(word));
		})
		.sort((a, b) => (a.hlc < b.hlc ? 1 : -1));
}

/** One reading of a survey, without following it. */
export function getSurvey(device: Device, id: SurveyId): Promise<SurveyState | undefined> {
	const { db, steady, view } = device;
	return steady(async () => {
		const events = await eventsOf(db, id);
		return events.length === 0 ? undefined : stateOf(id, events, view);
	});
}

/** Reads a survey again and again: events never change, so each is fetched once. `null` when there is none. */
export function surveyReader(
	{ db, steady, view }: Device,
	id: SurveyId
): () => Promise<SurveyState | null> {
	const known = new Map<EventId, LogEvent>();
	return () =>
		steady(async () => {
			const ids = await wholeSurvey(db, id).primaryKeys();
			const fresh = await db.events.bulkGet(ids.filter((each) => !known.has(each)));
			for (const event of fresh) if (event) known.set(event.id, event);
			const events = ids.flatMap((each) => known.get(each) ?? []);
			return events.length === 0 ? null : stateOf(id, events, view);
		});
}

export async function createSurvey(
	device: Device,
	title: string,
	changes: readonly Change[] = []
): Promise<SurveyId> {
	const id = newId(device);
	const all = [titled(title), ...changes.filter(({ path }) => path !== TITLE_PATH)];
	await commit(device, id, all, basedOnNothing(all));
	return id;
}

export interface Imported {
	readonly outcome: 'added' | 'copied' | 'same' | 'merged' | 'here-already';
	readonly id: SurveyId;
	/** Answers of which both versions are now kept. */
	readonly conflicts: number;
}

export interface ImportOptions {
	/** Under a new id, whatever is here. */
	readonly asCopy?: boolean;
	/** Into the survey of that id, if it is here: where both have an answer and they differ, both are kept. */
	readonly merge?: boolean;
	readonly title?: string;
}

/** Takes in a whole survey in one transaction. The same file once more changes nothing. */
export async function importSurvey(
	device: Device,
	survey: Survey,
	{ asCopy = false, merge = false, title = survey.title }: ImportOptions = {}
): Promise<Imported> {
	const changes = changesOf({ ...survey, title });
	const here = await getSurvey(device, survey.id);
	if (asCopy || here?.state === 'deleted')
		return { outcome: 'copied', id: await createSurvey(device, title, changes), conflicts: 0 };

	const { id } = survey;
	if (!here) {
		await commit(device, id, changes, basedOnNothing(changes));
		return { outcome: 'added', id, conflicts: 0 };
	}
	const news = changes.filter((change) => !isHeld(here, change));
	if (news.length === 0) return { outcome: 'same', id, conflicts: 0 };
	if (!merge) return { outcome: 'here-already', id, conflicts: 0 };
	await commit(device, id, news, basedOnNothing(news));
	const conflicts = news.filter(({ path }) => here.heads(path).length > 0).length;
	return { outcome: 'merged', id, conflicts };
}

/** The answers, groups and limits under a new id; not what was done, proved and confirmed. */
export async function duplicateSurvey(
	device: Device,
	id: SurveyId,
	title: string
): Promise<SurveyId> {
	const state = await getSurvey(device, id);
	if (!state) throw new Error(`There is no survey ${id} on this device.`);
	return createSurvey(device, title, changesOf(withoutWork(state.survey)));
}

export type Undo = () => Promise<void>;

/** A row as it was shown: it names the heads the change is based on. */
type Shown = Pick<SurveyRow, 'id' | 'state' | 'stateHeads'>;

export const archiveSurvey = (device: Device, row: Shown) => turn(device, row, 'archived');
export const restoreSurvey = (device: Device, row: Shown) => turn(device, row, 'active');
/** Only hides it: its events stay, and undo brings it back. */
export const deleteSurvey = (device: Device, row: Shown) => turn(device, row, 'deleted');

async function turn(device: Device, row: Shown, state: LifeState): Promise<Undo> {
	const write = (to: LifeState, basedOn: BasedOn) => commit(device, row.id, [turned(to)], basedOn);
	const [event] = await write(state, { [STATE_PATH]: row.stateHeads });
	return async () => {
		if (event) await write(row.state, { [STATE_PATH]: [event.id] });
	};
}

/** Whether one of the heads already says the same. */
function isHeld(state: SurveyState, { path, kind = 'set', value }: Change): boolean {
	const heads = state.register(path)?.heads ?? [];
	const like = (head: LogEvent) => sameness({ ...head, path, kind, value }) === sameness(head);
	return heads.some(like);
}

function plainText(text: string): string {
	return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
