import { MixedUp, redo } from './commit.ts';
import type { Draft } from './db.ts';
import type { Device } from './device.ts';
import type { BegunCommit, JournalDraft, Ordered } from './journal.ts';
import { lockOf } from './tab.ts';

const recoveries = new WeakMap<Device, Promise<unknown>>();

/**
 * Brings what closed tabs have left in the journal into the database, once for each page. A tab that is still open looks
 * after its own; should it close while this one is open, it is looked after then. Rejects with what keeps an answer out of the
 * database; the answer stays in the journal then, and the next call tries again.
 */
export function recover(device: Device): Promise<unknown> {
	const known = recoveries.get(device);
	if (known) return known;
	const recovery = Promise.all(device.journal.otherTabs().map((tab) => whenClosed(device, tab)));
	recoveries.set(device, recovery);
	recovery.catch(() => recoveries.delete(device));
	return recovery;
}

async function whenClosed(device: Device, tab: string) {
	const { locks } = device;
	// Without locks nobody can tell; to do it twice does no harm.
	if (!locks) return takeOver(device, tab);
	await locks.request(lockOf(tab), { ifAvailable: true }, async (lock) => {
		if (lock) return takeOver(device, tab);
		locks.request(lockOf(tab), () => takeOver(device, tab)).catch(() => undefined);
	});
}

async function takeOver(device: Device, tab: string) {
	const { journal } = device;
	const commits = journal.commitsOf(tab);
	const drafts = journal.draftsOf(tab);
	const trouble = await store(device, commits, tab);
	await putDrafts(
		device,
		drafts.filter((draft) => !commits.some((begun) => isEndedBy(draft, begun)))
	);
	journal.clearDrafts(tab);
	if (trouble !== undefined) throw trouble;
}

/** Stores what this tab could not store when it was answered. Rejects with what keeps an answer out, which stays in the journal. */
export async function storeKept(device: Device): Promise<void> {
	const { journal, tab } = device;
	const kept = journal.commitsOf(tab).filter(({ isKept }) => isKept);
	const trouble = await store(device, kept, tab);
	if (trouble !== undefined) throw trouble;
}

/** In their order; what the last of those that failed met with. */
async function store(device: Device, commits: readonly BegunCommit[], tab: string) {
	let trouble: unknown;
	for (const begun of commits)
		try {
			await redo(device, begun, tab);
			device.journal.clearCommit(tab, begun);
		} catch (error) {
			// One that can never be stored must not keep the others out.
			if (error instanceof MixedUp) device.journal.clearCommit(tab, begun);
			else trouble = error;
		}
	return trouble;
}

/** Whether the text became an answer. */
function isEndedBy(draft: Ordered<JournalDraft>, begun: Ordered<BegunCommit>): boolean {
	const { survey, wishes, order } = begun;
	return (
		survey === draft.survey && order > draft.order && wishes.some(({ path }) => path === draft.path)
	);
}

async function putDrafts({ db, steady }: Device, drafts: readonly JournalDraft[]) {
	if (drafts.length === 0) return;
	await steady(() =>
		db.transaction('rw', db.drafts, async () => {
			for (const draft of drafts) {
				const stored = await db.drafts.get([draft.survey, draft.path]);
				if (stored && isNewer(stored, draft)) continue;
				if (draft.text === null) await db.drafts.delete([draft.survey, draft.path]);
				else await db.drafts.put({ ...draft, text: draft.text });
			}
		})
	);
}

/** The journal of a tab is ahead of what the database has of that tab; in one second, of what it threw away as well. */
function isNewer(stored: Draft, draft: JournalDraft): boolean {
	if (stored.tab === draft.tab) return false;
	const lead = Date.parse(stored.at) - Date.parse(draft.at);
	return draft.text === null ? lead > 0 : lead >= 0;
}
