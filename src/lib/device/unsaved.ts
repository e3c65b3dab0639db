import type { BasedOn, Change, EventId } from '../log/event.ts';
import type { Path } from '../log/path.ts';

interface Waiting {
	readonly change: Change;
	readonly basedOn: readonly EventId[];
}

/** Changes that could not be stored, and not in the journal either, to be tried again as their author meant them. */
export class Unsaved {
	readonly #byPath = new Map<Path, Waiting>();

	get isEmpty(): boolean {
		return this.#byPath.size === 0;
	}

	get changes(): readonly Change[] {
		return Array.from(this.#byPath.values(), ({ change }) => change);
	}

	get basedOn(): BasedOn {
		return Object.fromEntries(Array.from(this.#byPath, ([path, { basedOn }]) => [path, basedOn]));
	}

	keep(changes: readonly Change[], basedOn: BasedOn) {
		for (const change of changes)
			this.#byPath.set(change.path, { change, basedOn: basedOn[change.path] ?? [] });
	}

	/** The register has been written since. */
	drop(paths: Iterable<Path>) {
		for (const path of paths) this.#byPath.delete(path);
	}
}
