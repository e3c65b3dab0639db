import type { SurveyId } from '../domain/survey.ts';
import { tick } from '../log/clock.ts';
import type { BasedOn, Change, EventId, Kind, LogEvent } from '../log/event.ts';
import type { Path } from '../log/path.ts';
import { ensureAuthor, ensureDeviceId, getAuthor, newId } from './author.ts';
import type { Draft } from './db.ts';
import type { Device } from './device.ts';
import { takeDrafts } from './drafts.ts';
import type { BegunCommit } from './journal.ts';
import { isoWithOffset } from './moment.ts';
import { refreshRow } from './rows.ts';
import { wishesOf, type Wish } from './wish.ts';

/** A page that has mixed up what it rendered: no later attempt could be any better. */
export class MixedUp extends Error {}

export interface Commit {
	/** The id each register's event will have; known before it is stored. */
	readonly ids: ReadonlyMap<Path, EventId>;
	/** Resolves once the transaction is complete: saved on this device. */
	readonly stored: Promise<readonly LogEvent[]>;
	/** Whether it stays in the journal after this failure, to be stored when it can be, also after the page is gone. */
	isKept(error: unknown): boolean;
}

/**
 * Every answer goes through here. `basedOn` are the heads that were rendered to the author, for each path he writes.
 * A change that says what its only shown head says writes nothing. Returns the events written.
 */
export async function commit(
	device: Device,
	survey: SurveyId,
	changes: readonly Change[],
	basedOn: BasedOn
): Promise<readonly LogEvent[]> {
	return start(device, commitOf(device, survey, changes, basedOn));
}

/**
 * As `commit`, for what a finger does: a second answer may follow before the first is stored, so the ids are known at
 * once, and a page that goes before the first is stored has left it in the journal.
 */
export function begin(
	device: Device,
	survey: SurveyId,
	changes: readonly Change[],
	basedOn: BasedOn
): Commit {
	const begun = commitOf(device, survey, changes, basedOn);
	const isInJournal = device.journal.putCommit(begun);
	const isKept = (error: unknown) => isInJournal && !(error instanceof MixedUp);
	const stored = start(device, begun, isKept).then(
		(events) => {
			device.journal.dropCommit(begun);
			return events;
		},
		async (error: unknown) => {
			if (isKept(error)) await keep(device, begun);
			else device.journal.dropCommit(begun);
			throw error;
		}
	);
	const ids = new Map(begun.wishes.map(({ path, id }) => [path, id]));
	return { ids, stored, isKept };
}

/** Writes what a tab had begun that is gone, or could not store it; what is in the database already stays as it is. */
export async function redo(device: Device, begun: BegunCommit, tab: string): Promise<void> {
	const isTaken = (draft: Draft) => draft.tab === tab && Date.parse(draft.at) <= begun.now;
	await device.steady(() => write(device, begun, { ...freshIds(device), isTaken, isRepeat: true }));
}

function commitOf(
	device: Device,
	survey: SurveyId,
	changes: readonly Change[],
	basedOn: BasedOn
): BegunCommit {
	const wishes = wishesOf(device, changes, basedOn);
	return { survey, wishes, now: device.now().getTime() };
}

/** With its author, as far as the database can still be read. */
async function keep(device: Device, begun: BegunCommit) {
	const author = await getAuthor(device).catch(() => undefined);
	device.journal.putCommit({ ...begun, isKept: true, ...(author?.id ? { author } : {}) });
}

async function start(
	device: Device,
	begun: BegunCommit,
	isKept: Commit['isKept'] = () => false
): Promise<readonly LogEvent[]> {
	const paths = begun.wishes.map(({ path }) => path);
	const drafts = takeDrafts(device, begun.survey, paths);
	const attempt = { ...freshIds(device), isTaken: drafts.isTaken };
	try {
		let tries = 0;
		const events = await device.steady(() =>
			write(device, begun, { ...attempt, isRepeat: tries++ > 0 })
		);
		drafts.settle();
		return events;
	} catch (error) {
		// What was typed is an answer all the same once that is kept.
		if (isKept(error)) drafts.settle();
		else drafts.giveBack();
		throw error;
	}
}

function freshIds(device: Device) {
	return { authorId: newId(device), deviceId: newId(device) };
}

interface Attempt {
	/** May have been written before: the connection was lost after the transaction was complete and before we heard of it, or
	 * the page was. */
	readonly isRepeat: boolean;
	/** Whether a stored draft becomes an answer by this. */
	readonly isTaken: (draft: Draft) => boolean;
	/** Ids for a device that has none yet. */
	readonly authorId: string;
	readonly deviceId: string;
}

function write(
	device: Device,
	{ survey, wishes, now, author: writtenBy }: BegunCommit,
	{ isTaken, isRepeat, ...fresh }: Attempt
): PromiseLike<readonly LogEvent[]> {
	const { db, form } = device;
	const tables = [db.events, db.outbox, db.surveys, db.drafts, db.meta];
	return db.transaction('rw', tables, async () => {
		const done = isRepeat ? await written(device, wishes) : [];
		if (done.length > 0) return done;

		// One question after the other would keep a finger waiting: what does not follow from another is asked at once.
		const [shown, drafts] = await Promise.all([
			shownTo(device, survey, wishes),
			db.drafts.where({ survey }).toArray()
		]);
		const paths = new Set(wishes.map(({ path }) => path));
		const settled = drafts.filter((draft) => paths.has(draft.path) && isTaken(draft));
		const forget = () => db.drafts.bulkDelete(settled.map(({ path }) => [survey, path]));
		const wanted = wishes.filter((wish) => !isIdle(wish, shown, form));
		if (wanted.length === 0) {
			await forget();
			return [];
		}
		const [author, deviceId, last] = await Promise.all([
			writtenBy ?? ensureAuthor(db, fresh.authorId),
			ensureDeviceId(db, fresh.deviceId),
			db.meta.get('hlc')
		]);
		let hlc = last?.value as string | undefined;
		const events = wanted.map(({ id, path, kind, value, supersedes }): LogEvent => {
			hlc = tick(hlc, now, deviceId);
			const at = isoWithOffset(new Date(now));
			// prettier-ignore
			return { id, survey, path, kind, value, form, supersedes, author, device: deviceId, hlc, at };
		});
		await db.events.bulkAdd(events);
		await Promise.all([
			db.outbox.add({ author: author.id, ids: events.map(({ id }) => id) }),
			db.meta.put({ key: 'hlc', value: hlc! }),
			// Our own order is kept, also when our clock was set back.
			refreshRow(db, survey, events, () => Infinity),
			forget()
		]);
		return events;
	});
}

async function written({ db }: Device, wishes: readonly Wish[]): Promise<readonly LogEvent[]> {
	const events = await db.events.bulkGet(wishes.map(({ id }) => id));
	return events.filter((event) => event !== undefined);
}

/** The superseded events by id; one of another register shows that a page has mixed up what it rendered. */
async function shownTo({ db, view }: Device, survey: SurveyId, wishes: readonly Wish[]) {
	const ids = wishes.flatMap(({ supersedes }) => supersedes);
	const found = (await db.events.bulkGet(ids)).filter((event) => event !== undefined);
	const shown = new Map(found.map((event) => [event.id, event]));
	const isAt = (event: LogEvent, path: Path) => view(event).some((seen) => seen.path === path);
	for (const { path, supersedes } of wishes) {
		const stray = supersedes
			.map((id) => shown.get(id))
			.find((event) => event && (event.survey !== survey || !isAt(event, path)));
		if (stray)
			throw new MixedUp(`A change of ${path} is based on ${stray.id}, a head of ${stray.path}.`);
	}
	return shown;
}

/** An answer that was left as it stood, or taken back where there was none, is no event. */
function isIdle(
	wish: Wish,
	shown: ReadonlyMap<EventId, LogEvent>,
	form: LogEvent['form']
): boolean {
	const [only, ...others] = wish.supersedes;
	if (only === undefined) return wish.kind === 'clear';
	const head = shown.get(only);
	// Under another version of the questionnaire the same words may have said something else.
	if (head?.form.version !== form.version || others.length > 0) return false;
	const gives = (kind: Kind) => kind === 'set' || kind === 'resolve';
	const isLike = wish.kind === head.kind || (gives(wish.kind) && gives(head.kind));
	return isLike && JSON.stringify(wish.value) === JSON.stringify(head.value);
}
