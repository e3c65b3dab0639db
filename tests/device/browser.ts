import { openDevice, type Device, type Locks } from '../../src/lib/device/device.ts';
import type { TextStorage } from '../../src/lib/device/journal.ts';
import { lockOf } from '../../src/lib/device/tab.ts';
import { FORM } from './bench.ts';

let browsers = 0;

/** One browser: tabs share its database, its storage and its locks. */
export function newBrowser(isSecure = true) {
	const name = `journal-${++browsers}`;
	const kept = new Map<string, string>();
	const storage: TextStorage = {
		getItem: (key) => kept.get(key) ?? null,
		setItem: (key, text) => void kept.set(key, text),
		removeItem: (key) => void kept.delete(key),
		key: (index) => Array.from(kept.keys())[index] ?? null,
		get length() {
			return kept.size;
		}
	};
	const locks = isSecure ? new FakeLocks() : undefined;
	const openTab = () => openDevice({ form: FORM, name, storage, locks });
	return {
		kept,
		openTab,
		/** A tab whose database answers no more: what was begun stays as it was in the moment it was left. */
		openDyingTab: (): Device => ({ ...openTab(), steady: () => new Promise(() => undefined) }),
		close: ({ tab }: Device) => locks?.release(lockOf(tab))
	};
}

type Taker = (lock: Lock | null) => unknown;

class FakeLocks {
	readonly #held = new Set<string>();
	readonly #waiting: [string, Taker][] = [];

	request = ((name: string, ...rest: [Taker] | [LockOptions, Taker]) => {
		const take = rest.at(-1) as Taker;
		const options: LockOptions = rest.length === 2 ? rest[0] : {};
		if (!this.#held.has(name)) return this.#take(name, take);
		if (options.ifAvailable) return Promise.resolve(take(null));
		this.#waiting.push([name, take]);
		return new Promise(() => undefined);
	}) as Locks['request'];

	release(name: string) {
		this.#held.delete(name);
		const at = this.#waiting.findIndex(([wanted]) => wanted === name);
		if (at >= 0) void this.#take(name, this.#waiting.splice(at, 1)[0]![1]);
	}

	async #take(name: string, take: Taker) {
		this.#held.add(name);
		try {
			await take({ name, mode: 'exclusive' });
		} finally {
			this.#held.delete(name);
		}
	}
}
