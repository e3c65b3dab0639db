import type { SurveyId } from '../domain/survey.ts';
import type { EventId } from '../log/event.ts';
import type { Path } from '../log/path.ts';
import type { Draft } from './db.ts';
import type { Device } from './device.ts';
import { DraftWriter } from './draft-writer.ts';
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
	const at = isoWithOffset(device.now());
	return writerOf(device).keep({
		survey,
		path,
		text,
		as,
		basedOn: [...basedOn],
		at,
		tab: device.tab
	});
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

export function dropDraft(device: Device, survey: SurveyId, path: Path): Promise<void> {
	return writerOf(device).forget(survey, path);
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
	return writerOf(device).take(survey, paths);
}

const writers = new WeakMap<Device, DraftWriter>();

function writerOf(device: Device): DraftWriter {
	const known = writers.get(device);
	if (known) return known;
	const writer = new DraftWriter(device);
	writers.set(device, writer);
	return writer;
}
