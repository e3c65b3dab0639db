import { event } from './schedule.ts';
import { fold, headIds } from '../../src/lib/log/fold.ts';
import type { EventId, LogEvent } from '../../src/lib/log/event.ts';
import type { Path } from '../../src/lib/log/path.ts';
import { flawOfPage, takePage, type Pull } from '../../src/lib/log/pull.ts';
import { flawOfPush, settlePush, type Push } from '../../src/lib/log/push.ts';
import type { Answer } from '../../src/lib/log/sync.ts';
import type { SyncStore, SyncTables } from '../../src/lib/log/sync-store.ts';
import type { PullReply, PushReply } from '../../src/lib/log/wire.ts';
import { MemoryStore, NOTHING, type Content } from './sync-memory.ts';

/** What can be wrong with a device; stands in for its part of the sync, never in the product. */
export interface DeviceBugs {
	readonly winnerByClock?: boolean;
	readonly supersedesNothing?: boolean;
	readonly supersedesWhatIsThere?: boolean;
	readonly countsItsIds?: boolean;
	readonly storesTheCursorFirst?: boolean;
	readonly sendsNothingAgain?: boolean;
	readonly ignoresOlderPages?: boolean;
	readonly takesAnyPage?: boolean;
	readonly takesAnyAcknowledgement?: boolean;
	/** What it sent for others counts as settled at once. */
	readonly trustsForOthers?: boolean;
}

/** A device of the model: the product's steps of the sync, over a database that can lose power. */
export class Device {
	readonly name: string;
	readonly author: string;
	store: MemoryStore;
	shown = new Map<Path, readonly EventId[]>();
	skew = 0;
	/** Replies to an app that has been closed since reach nobody. */
	session = 0;
	#lives = 0;
	#made = 0;
	readonly #bugs: DeviceBugs;

	constructor(at: number, bugs: DeviceBugs) {
		this.name = `d${at}`;
		this.author = `a${at}`;
		this.#bugs = bugs;
		this.store = this.#newStore();
	}

	get id() {
		return this.store.device;
	}

	/** The store as the sync is given it. */
	get seen(): SyncStore {
		const { store } = this;
		const { sendsNothingAgain, trustsForOthers } = this.#bugs;
		if (!sendsNothingAgain && !trustsForOthers) return store;
		const spoilt = (tables: SyncTables): SyncTables => ({
			...tables,
			...(sendsNothingAgain ? { authors: async () => new Map() } : {}),
			setWaiting: async (row) => {
				if (!trustsForOthers || row.sentAt === undefined) await tables.setWaiting(row);
			}
		});
		return {
			read: (work) => store.read(work),
			write: (work) => store.write((tables) => work(spoilt(tables)))
		};
	}

	heads(path: Path): readonly EventId[] {
		const events = [...this.store.content.events.values()].filter((each) => each.path === path);
		if (!this.#bugs.winnerByClock) return headIds(fold(events).get(path));
		return events
			.sort((a, b) => (a.hlc + a.id < b.hlc + b.id ? -1 : 1))
			.slice(-1)
			.map(({ id }) => id);
	}

	headsWithOtherClocks(path: Path): readonly EventId[] {
		const events = [...this.store.content.events.values()];
		const other = events.map((each, at) => ({ ...each, hlc: String((at * 7919) % 101), at: '' }));
		return headIds(fold(other).get(path));
	}

	answer(path: Path, value: string, shown: readonly EventId[], time: number): LogEvent {
		const { winnerByClock, supersedesNothing, supersedesWhatIsThere, countsItsIds } = this.#bugs;
		const own = [...this.store.content.events.values()].filter(({ device }) => device === this.id);
		const number = countsItsIds ? own.length : this.#made++;
		const based = supersedesWhatIsThere && !winnerByClock ? this.heads(path) : shown;
		const made = event(`${this.id}:${number}`, {
			path,
			value,
			supersedes: supersedesNothing ? [] : based,
			author: { id: this.author, name: this.author },
			device: this.id,
			hlc: String(time + this.skew).padStart(8, '0')
		});
		this.store.answer(made);
		return made;
	}

	async acknowledge(push: Push, answer: Answer<PushReply>): Promise<void> {
		if ('why' in answer) return;
		if (!this.#bugs.takesAnyAcknowledgement && flawOfPush(push, answer.reply)) return;
		await settlePush(this.seen, push, answer.reply, '2026-11-20T08:12:00Z');
	}

	async take(pull: Pull, answer: Answer<PullReply>, chance: number): Promise<void> {
		if ('why' in answer) return;
		const { reply } = answer;
		if (!this.#bugs.takesAnyPage && flawOfPage(pull, reply)) return;
		const isBreaking = chance % 5 === 0;
		const before = this.store.content;
		if (this.#bugs.ignoresOlderPages) {
			const { cursor } = before.standing;
			const isOlder = cursor?.epoch === reply.cursor.epoch && reply.cursor.seq < cursor.seq;
			if (isOlder) return;
			await takePage(this.seen, { ...pull, standing: before.standing }, reply);
		} else if (isBreaking && !this.#bugs.storesTheCursorFirst) {
			// The app ends before the transaction is complete: nothing of it is there.
			return;
		} else await takePage(this.seen, pull, reply);
		if (isBreaking && this.#bugs.storesTheCursorFirst)
			this.store.content = { ...before, standing: this.store.content.standing };
	}

	restart() {
		this.session++;
		this.shown.clear();
	}

	wakeUpWith(content: Content) {
		this.store.content = content;
		this.store.past = [];
		this.restart();
	}

	beginAnew() {
		this.store = this.#newStore();
		this.restart();
	}

	#newStore() {
		const store = new MemoryStore(`${this.name}.${this.#lives++}`);
		store.content = NOTHING;
		return store;
	}
}
