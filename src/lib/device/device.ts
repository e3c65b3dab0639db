import type { FormHistory } from '../domain/form-history.ts';
import type { LogEvent } from '../log/event.ts';
import { viewUnder, type View } from '../log/form-view.ts';
import { uuidv7, UUID_RANDOM_BYTES } from '../log/uuid.ts';
import { databaseNamed, type SitewalkDb } from './db.ts';
import { Journal, type TextStorage } from './journal.ts';
import { browserLocks, browserStorage, holdLock } from './tab.ts';
import { isLostConnection } from './trouble.ts';

/** The database was held up by another tab; another tab has a newer version; the browser had closed it on us. */
export type Notice = 'blocked' | 'outdated' | 'reopened';

/** This browser as a place where answers are kept. Clock and chance come in here and nowhere else. */
export interface Device {
	readonly db: SitewalkDb;
	/** The questionnaire that its pages show. */
	readonly form: LogEvent['form'];
	/** How it reads answers that were given under other versions of it. */
	readonly view: View;
	readonly now: () => Date;
	readonly random: (bytes: number) => Uint8Array;
	/** Runs work on the database; when the browser had closed the connection, opens it anew and runs it once more. */
	readonly steady: <T>(work: () => PromiseLike<T>) => Promise<T>;
	readonly listeners: Set<(notice: Notice) => void>;
	/** Random, of this page from its loading to its end. */
	readonly tab: string;
	readonly journal: Journal;
	/** Tell which tabs are still open; absent where the browser has none, as over plain http. */
	readonly locks: Locks | undefined;
}

export type Locks = Pick<LockManager, 'request'>;

export interface DeviceOptions {
	readonly form: LogEvent['form'];
	/** What its versions changed. */
	readonly history?: FormHistory;
	readonly name?: string;
	readonly now?: () => Date;
	readonly random?: (bytes: number) => Uint8Array;
	/** Holds the journal; the browser's own unless told otherwise. */
	readonly storage?: TextStorage | undefined;
	readonly locks?: Locks | undefined;
}

export function openDevice(options: DeviceOptions): Device {
	const { name = 'sitewalk', now = () => new Date(), random = randomBytes } = options;
	const form = { id: options.form.id, version: options.form.version };
	const { storage = browserStorage(), locks = browserLocks() } = options;
	const tab = uuidv7(now().getTime(), random(UUID_RANDOM_BYTES));
	const journal = new Journal(name, tab, storage, () => holdLock(locks, tab));
	const db = databaseNamed(name);
	const listeners: Device['listeners'] = new Set();
	const tell = (notice: Notice) => listeners.forEach((listener) => listener(notice));

	db.on('blocked', () => tell('blocked'));
	// Dexie closes the connection by itself, so that the newer version is not held up; work goes on after that.
	db.on('versionchange', () => tell('outdated'));

	let reopening: Promise<void> | undefined;
	const reopen = () =>
		(reopening ??= openAnew(db)
			.then(() => tell('reopened'))
			.finally(() => (reopening = undefined)));

	async function steady<T>(work: () => PromiseLike<T>): Promise<T> {
		try {
			return await work();
		} catch (error) {
			if (!isLostConnection(error)) throw error;
			await reopen();
			return work();
		}
	}

	return {
		db,
		form,
		view: viewUnder(form, options.history ?? {}),
		now,
		random,
		steady,
		listeners,
		tab,
		journal,
		locks
	};
}

export function watchDevice(device: Device, listener: (notice: Notice) => void): () => void {
	device.listeners.add(listener);
	return () => device.listeners.delete(listener);
}

async function openAnew(db: SitewalkDb) {
	db.close({ disableAutoOpen: false });
	await db.open();
}

function randomBytes(count: number): Uint8Array {
	return crypto.getRandomValues(new Uint8Array(count));
}
