import fc from 'fast-check';
import type { EventId, LogEvent } from '../../src/lib/log/event.ts';
import type { Path } from '../../src/lib/log/path.ts';
import { nextPull, type Pull } from '../../src/lib/log/pull.ts';
import { nextPush, type Push } from '../../src/lib/log/push.ts';
import { sync, type Answer, type Transport } from '../../src/lib/log/sync.ts';
import type { PullReply, PushReply } from '../../src/lib/log/wire.ts';
import { maximalOf, PATHS } from './schedule.ts';
import { Device, type DeviceBugs } from './sync-device.ts';
import { MemoryServer, type ServerBugs } from './sync-server.ts';

export interface World {
	readonly device?: DeviceBugs;
	readonly server?: ServerBugs;
	/** Whether a restore gives the log a new epoch, or has to be noticed. */
	readonly bumps?: boolean;
}

/** What happens, to which device, and two numbers of chance. */
export type Step = readonly [what: What, device: number, chance: number];

type What =
	| ('answer' | 'render' | 'push' | 'pull' | 'deliver' | 'repeat' | 'drop' | 'cut' | 'late-part')
	| ('crash' | 'power' | 'evict' | 'skew' | 'backup' | 'restore' | 'commit');
const often = (weight: number, ...names: What[]) => ({
	weight,
	arbitrary: fc.constantFrom(...names)
});

/** Mostly honest work, some faults: chance alone would hide what only work brings to light. */
const step: fc.Arbitrary<Step> = fc.tuple(
	fc.oneof(
		often(6, 'answer'),
		often(4, 'render'),
		often(5, 'push'),
		often(5, 'pull'),
		often(14, 'deliver'),
		often(3, 'repeat', 'drop', 'crash', 'commit', 'late-part', 'cut'),
		often(3, 'power', 'evict', 'skew', 'backup', 'restore')
	),
	fc.nat(8),
	fc.nat(23)
);
export const schedules = fc.array(step, { minLength: 5, maxLength: 160, size: 'max' });

const DEVICES = 3;
const isMine = (mine: string) => (author: string) => author === mine;

/** Plays a schedule, lets everybody sync to the end, and throws by the name of the promise that was broken. */
export async function play(steps: readonly Step[], world: World = {}): Promise<void> {
	const run = new Play(world);
	for (const [at, each] of steps.entries()) {
		await run.step(each, at);
		run.check();
	}
	await run.heal();
	run.checkEnd();
}

type Message =
	| { readonly of: 'push'; readonly from: Device; readonly push: Push; answer?: Answer<PushReply> }
	| { readonly of: 'pull'; readonly from: Device; readonly pull: Pull; answer?: Answer<PullReply> };
type Letter = Message & { readonly session: number };

class Play {
	readonly #world: World;
	readonly #server: MemoryServer;
	readonly #devices: Device[];
	readonly #born = new Map<EventId, LogEvent>();
	/** Lived nowhere any more when a fault struck. */
	readonly #gone = new Set<EventId>();
	#post: Letter[] = [];
	#restore: (() => void) | undefined;
	#time = 5000;

	constructor(world: World) {
		this.#world = world;
		this.#server = new MemoryServer({ bugs: world.server ?? {}, bumps: world.bumps ?? true });
		this.#devices = Array.from({ length: DEVICES }, (_, at) => new Device(at, world.device ?? {}));
	}

	async step([what, at, chance]: Step, turn: number): Promise<void> {
		const device = this.#devices[at % DEVICES]!;
		const path = PATHS[chance % PATHS.length]!;
		this.#time += 1 + (chance % 7);
		switch (what) {
			case 'answer':
				return this.#answer(device, path, turn);
			case 'render':
				device.shown.set(path, device.heads(path));
				return;
			case 'push':
				return this.#push(device, 1 + (chance % 5));
			case 'late-part':
				return this.#pushLatePart(device, at + chance);
			case 'pull': {
				const pull = await nextPull(device.store, device.id);
				const request = { ...pull.request, limit: 1 + (chance % 6) };
				this.#send({ of: 'pull', from: device, pull: { ...pull, request } });
				return;
			}
			case 'deliver':
				return this.#deliver(at * 7 + chance, chance, 'once');
			case 'repeat':
				return this.#deliver(at * 7 + chance, chance, 'again');
			case 'cut':
				return this.#deliver(at * 7 + chance, chance, 'cut');
			case 'drop':
				this.#post.splice((at + chance) % Math.max(1, this.#post.length), 1);
				return;
			case 'crash':
				return device.restart();
			case 'power':
				return this.#losePower(device, chance);
			case 'evict':
				for (const id of device.store.content.events.keys())
					if (!this.#server.ids.has(id)) this.#gone.add(id);
				return device.beginAnew();
			case 'skew':
				device.skew = ((chance % 9) - 4) * 1000;
				return;
			case 'backup':
				this.#restore = this.#server.copy();
				return;
			case 'restore':
				return this.#goBack();
			case 'commit':
				return this.#server.commitOne(at + chance);
		}
	}

	check() {
		const { rows, ids, known, epoch } = this.#server;
		if (ids.size !== rows.length) throw new Error('I5 an event is in the log twice');
		for (const row of rows) this.#checkSame(row.event);
		const bumps = this.#world.bumps ?? true;
		for (const { store, id } of this.#devices) {
			const { events, standing } = store.content;
			for (const each of events.values()) this.#checkSame(each);
			const { cursor } = standing;
			if (cursor === null) continue;
			const isFollowing = bumps ? cursor.epoch === epoch : this.#server.isPrefix(cursor);
			if (!isFollowing) continue;
			for (const { seq, event } of rows)
				if (seq <= cursor.seq && event.device !== id && !events.has(event.id))
					throw new Error(`I6 the cursor is beyond ${event.id}, which is not here`);
			if (!bumps) continue;
			const waiting = new Set(store.waitingIds);
			for (const each of events.keys())
				if (!waiting.has(each) && !known.has(each))
					throw new Error(`I1 ${each} waits no longer, and the server does not have it`);
		}
	}

	/** The faults are over: whoever was away comes back, and everybody syncs until nothing changes. */
	async heal(): Promise<void> {
		this.#post = [];
		this.#server.commitAll();
		for (let round = 0; round < 8; round++) {
			const before = this.#devices.map(({ store }) => store.content.events.size).join();
			for (const [at, device] of this.#devices.entries()) {
				const transport = direct(this.#server, 2 + ((round + at) % 5));
				if (this.#world.device) await byHand(device, transport);
				else await bySync(device, transport);
				this.#server.commitAll();
				this.check();
			}
			const after = this.#devices.map(({ store }) => store.content.events.size).join();
			if (before === after && round > 0) return;
		}
		throw new Error('I2 the devices never agree');
	}

	checkEnd() {
		const { rows, ids, heads } = this.#server;
		for (const { store, name } of this.#devices) {
			if (store.waitingIds.length > 0) throw new Error(`I2 ${name} still waits to send`);
		}
		for (const id of this.#born.keys()) {
			if (this.#gone.has(id)) continue;
			if (!ids.has(id)) throw new Error(`I2 I11 the server has lost ${id}`);
			for (const { store, name } of this.#devices)
				if (!store.content.events.has(id)) throw new Error(`I2 ${name} has lost ${id}`);
		}
		const all = rows.map((row) => row.event);
		for (const path of PATHS) {
			const wanted = maximalOf(all, path).join();
			const kept = [...(heads.get(path) ?? [])].sort().join();
			if (kept !== wanted) throw new Error('I3 the table of heads depends on the order of arrival');
			for (const device of this.#devices) {
				if ([...device.heads(path)].sort().join() !== wanted)
					throw new Error('I3 I4 heads are not the causally last events');
				if ([...device.headsWithOtherClocks(path)].sort().join() !== wanted)
					throw new Error('I8 clocks decide what stands');
			}
		}
	}

	#answer(device: Device, path: Path, turn: number) {
		const shown = device.shown.get(path) ?? device.heads(path);
		device.shown.delete(path);
		const made = device.answer(path, `v${turn}`, shown, this.#time);
		this.#checkSame(made);
		this.#born.set(made.id, made);
		if (shown.some((id) => !made.supersedes.includes(id)))
			throw new Error('I7 an answer leaves standing what its author was shown');
		if (made.supersedes.some((id) => !shown.includes(id)))
			throw new Error('I7 an answer supersedes what its author was never shown');
	}

	async #push(device: Device, pace: number) {
		const push = await nextPush(device.store, device.id, isMine(device.author), pace);
		if (push) this.#send({ of: 'push', from: device, push });
	}

	/** A second tab, or the rest of a batch of which a part was refused. */
	async #pushLatePart(device: Device, chance: number) {
		const { content, waitingIds } = device.store;
		const ids = waitingIds.slice(chance % Math.max(1, waitingIds.length));
		const events = ids.slice(0, 1 + (chance % 3)).flatMap((id) => content.events.get(id) ?? []);
		if (events.length === 0) return;
		const epoch = content.standing.cursor?.epoch ?? null;
		const outbox = { events: 0, oldestAt: null };
		const request = { device: device.id, epoch, events, outbox };
		this.#send({ of: 'push', from: device, push: { request, standing: content.standing } });
	}

	#send(message: Message) {
		this.#post.push({ ...message, session: message.from.session });
	}

	async #deliver(which: number, chance: number, how: 'once' | 'again' | 'cut') {
		if (this.#post.length === 0) return;
		const at = which % this.#post.length;
		const letter = this.#post[at]!;
		if (how !== 'again') this.#post.splice(at, 1);
		if (letter.answer) {
			if (letter.session !== letter.from.session) return;
			return letter.of === 'push'
				? letter.from.acknowledge(letter.push, letter.answer)
				: letter.from.take(letter.pull, letter.answer, chance);
		}
		const answered = this.#reply(letter, chance, how === 'cut');
		this.#post.push({ ...letter, ...answered } as Letter);
	}

	/** Cut: only a part of a push got stored, or of a page got out. */
	#reply(letter: Letter, chance: number, isCut: boolean) {
		if (letter.of === 'push') {
			const { request } = letter.push;
			const events = isCut ? request.events.slice(1) : request.events;
			return { answer: this.#server.push({ ...request, events }, chance) };
		}
		const answer = this.#server.pull(letter.pull.request);
		if (!isCut || 'why' in answer) return { answer };
		return { answer: { reply: { ...answer.reply, events: answer.reply.events.slice(1) } } };
	}

	#losePower(device: Device, chance: number) {
		const { store } = device;
		const to = store.past.at(-1 - (chance % Math.max(1, store.past.length)));
		if (!to) return;
		for (const id of store.content.events.keys())
			if (!to.events.has(id) && !this.#server.ids.has(id)) this.#gone.add(id);
		device.wakeUpWith(to);
	}

	#goBack() {
		if (!this.#restore) return;
		const had = this.#server.ids;
		this.#restore();
		const living = new Set(this.#devices.flatMap(({ store }) => [...store.content.events.keys()]));
		for (const id of had) {
			if (!this.#server.ids.has(id) && !living.has(id)) this.#gone.add(id);
		}
	}

	#checkSame(each: LogEvent) {
		const first = this.#born.get(each.id);
		if (first && first.value !== each.value) throw new Error('I5 two answers have one id');
	}
}

async function bySync(device: Device, transport: Transport) {
	const { trouble } = await sync({
		store: device.store,
		transport,
		device: device.id,
		isMine: isMine(device.author),
		does: 'both',
		now: () => '2026-11-20T08:12:00Z'
	});
	if (trouble) throw new Error(`I2 the sync does not settle: ${trouble.why}`);
}

/** The same through a device that may have a fault. */
async function byHand(device: Device, transport: Transport) {
	for (let round = 0; round < 12; round++) {
		const push = await nextPush(device.store, device.id, isMine(device.author), 50);
		if (push) await device.acknowledge(push, await transport.push(push.request));
		const pull = await nextPull(device.store, device.id);
		await device.take(pull, await transport.pull(pull.request), 1);
	}
}

function direct(server: MemoryServer, limit: number): Transport {
	return {
		push: async (request) => server.push(request, 1),
		pull: async (request) => server.pull({ ...request, limit })
	};
}
