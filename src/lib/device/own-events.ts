import type { EventId } from '../log/event.ts';
import type { Path } from '../log/path.ts';
import type { SurveyState } from '../log/state.ts';

/**
 * What the author on a page knows beyond what it renders: the last event he wrote there in each register. A second
 * answer that is given before the first one is rendered takes its place instead of standing against it.
 */
export class OwnEvents {
	readonly #last = new Map<Path, EventId>();

	/** What an answer given now is based on: the heads that were shown, and the own event. */
	basedOn(state: SurveyState, path: Path, shown = state.heads(path)): readonly EventId[] {
		const own = this.#last.get(path);
		if (own === undefined || shown.includes(own)) return shown;
		const isRead = state.register(path)?.history.some(({ id }) => id === own) ?? false;
		const isDead = isRead && !state.heads(path).includes(own);
		return isDead ? shown : [...shown, own];
	}

	has(path: Path, id: EventId): boolean {
		return this.#last.get(path) === id;
	}

	/** Takes note of events on their way; the function returned keeps those that were written and forgets the others. */
	note(ids: ReadonlyMap<Path, EventId>): (written: readonly EventId[]) => void {
		const before = new Map(Array.from(ids.keys(), (path) => [path, this.#last.get(path)]));
		for (const [path, id] of ids) this.#last.set(path, id);
		return (written) => {
			for (const [path, id] of ids) {
				if (written.includes(id) || !this.has(path, id)) continue;
				const earlier = before.get(path);
				if (earlier === undefined) this.#last.delete(path);
				else this.#last.set(path, earlier);
			}
		};
	}
}
