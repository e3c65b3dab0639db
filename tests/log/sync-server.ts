import { checksumAfter, digestOf, isSameDigest, NO_CHECKSUM } from '../../src/lib/log/digest.ts';
import type { EventId, LogEvent } from '../../src/lib/log/event.ts';
import type { Path } from '../../src/lib/log/path.ts';
import type { Answer } from '../../src/lib/log/sync.ts';
import type {
	Cursor,
	Digest,
	PullReply,
	PullRequest,
	PushReply,
	PushRequest,
	Stored
} from '../../src/lib/log/wire.ts';

/** What can be wrong with a server; each of them has to be caught by a promise of the sync. */
export interface ServerBugs {
	/** Numbers are given before the commit and show up in another order. */
	readonly commitsOutOfOrder?: boolean;
	readonly answersBeforeCommit?: boolean;
	readonly storesRepeats?: boolean;
	readonly forgetsTheDead?: boolean;
	readonly skipsOwnBlindly?: boolean;
	readonly comparesCountsOnly?: boolean;
	/** A restore shows in nothing: neither the epoch nor the checksum is looked at. */
	readonly hidesRestores?: boolean;
}

interface Row {
	readonly seq: number;
	readonly event: LogEvent;
}

/** The team's log in memory: what the device may rely on, in as few lines as it takes. */
export class MemoryServer {
	epoch = 'e0';
	rows: readonly Row[] = [];
	/** What the table of heads holds, kept up with each event as it arrives. */
	heads = new Map<Path, Set<EventId>>();
	#dead = new Set<EventId>();
	#seq = 0;
	#underWay: Row[][] = [];
	readonly #bugs: ServerBugs;
	/** Whether a restore is known to the server, or has to be noticed. */
	readonly #bumps: boolean;

	constructor({ bugs = {}, bumps = true }: { bugs?: ServerBugs; bumps?: boolean } = {}) {
		this.#bugs = bugs;
		this.#bumps = bumps;
	}

	get ids(): ReadonlySet<EventId> {
		return new Set(this.rows.map(({ event }) => event.id));
	}

	/** With those of transactions that are still open. */
	get known(): ReadonlySet<EventId> {
		const underWay = this.#underWay.flat().map(({ event }) => event.id);
		return new Set([...this.ids, ...underWay]);
	}

	copy(): () => void {
		const [rows, heads, dead, seq] = [this.rows, this.heads, this.#dead, this.#seq];
		const saved = structuredClone({ heads, dead });
		return () => {
			this.rows = rows;
			this.heads = structuredClone(saved.heads);
			this.#dead = structuredClone(saved.dead);
			this.#seq = seq;
			this.#underWay = [];
			if (this.#bumps && !this.#bugs.hidesRestores)
				this.epoch = `e${Number(this.epoch.slice(1)) + 1}`;
		};
	}

	/** `fate` stands for what chance does inside the server. */
	push({ epoch, events }: PushRequest, fate = 0): Answer<PushReply> {
		if (epoch !== null && epoch !== this.epoch) return { why: 'epoch' };
		const isEarly = this.#bugs.answersBeforeCommit && fate % 3 === 0;
		if (!isEarly) this.#append(events, Boolean(this.#bugs.commitsOutOfOrder) && fate % 2 === 0);
		const { epoch: now, seq } = this.#cursorAt(this.#seq);
		return { reply: { epoch: now, accepted: events.length, held: [], refused: [], seq } };
	}

	pull({ device, cursor, own, limit = 500 }: PullRequest): Answer<PullReply> {
		const isReset = cursor !== null && this.#isOtherLog(device, cursor, own);
		const from = isReset ? null : cursor;
		const since = from?.seq ?? 0;
		const isReplay = isReset || own === null;
		const wanted = this.rows.filter(
			({ seq, event }) => seq > since && (isReplay || event.device !== device)
		);
		const page = wanted.slice(0, limit);
		const more = wanted.length > limit;
		const newest = this.rows.at(-1)?.seq ?? 0;
		const to = more ? page.at(-1)!.seq : Math.max(newest, since);
		const skippedOwn = this.#bugs.commitsOutOfOrder
			? to - since - page.length
			: this.rows.filter(({ seq }) => seq > since && seq <= to).length - page.length;
		return {
			reply: {
				reset: isReset,
				cursor: this.#cursorAt(to),
				from,
				events: page.map(stored),
				skippedOwn,
				filtered: 0,
				more
			}
		};
	}

	/** A transaction that was open for long comes to its end. */
	commitOne(chance: number) {
		if (this.#underWay.length === 0) return;
		const [rows] = this.#underWay.splice(chance % this.#underWay.length, 1);
		this.#store(rows!);
	}

	commitAll() {
		while (this.#underWay.length > 0) this.commitOne(0);
	}

	isPrefix(cursor: Cursor): boolean {
		return cursor.epoch === this.epoch && this.#cursorAt(cursor.seq).chk === cursor.chk;
	}

	#append(events: readonly LogEvent[], isLate: boolean) {
		const ids = new Set(this.known);
		const rows: Row[] = [];
		for (const event of events) {
			if (ids.has(event.id) && !this.#bugs.storesRepeats) continue;
			ids.add(event.id);
			rows.push({ seq: ++this.#seq, event });
		}
		if (isLate) this.#underWay.push(rows);
		else this.#store(rows);
	}

	#store(rows: readonly Row[]) {
		this.rows = [...this.rows, ...rows].sort((a, b) => a.seq - b.seq);
		for (const { event } of rows) {
			const heads = this.heads.get(event.path) ?? new Set();
			this.heads.set(event.path, heads);
			for (const id of event.supersedes) {
				heads.delete(id);
				this.#dead.add(id);
			}
			if (this.#bugs.forgetsTheDead || !this.#dead.has(event.id)) heads.add(event.id);
		}
	}

	#isOtherLog(device: string, cursor: Cursor, own: Digest | null): boolean {
		const { hidesRestores, skipsOwnBlindly, comparesCountsOnly } = this.#bugs;
		if (!hidesRestores && (cursor.seq > this.#seq || !this.isPrefix(cursor))) return true;
		if (own === null || skipsOwnBlindly || hidesRestores) return false;
		const held = digestOf(
			this.rows.filter(({ event }) => event.device === device).map(({ event }) => event.id)
		);
		return comparesCountsOnly ? held.count !== own.count : !isSameDigest(held, own);
	}

	#cursorAt(seq: number): Cursor {
		const before = this.rows.filter((row) => row.seq <= seq);
		const chk = before.reduce((sum, { event }) => checksumAfter(sum, event.id), NO_CHECKSUM);
		return { epoch: this.epoch, seq, chk };
	}
}

function stored({ seq, event }: Row): Stored {
	return { seq, receivedAt: '2026-11-20T08:12:00Z', event };
}
