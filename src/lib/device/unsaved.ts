import type { BasedOn, Change, EventId } from '../log/event.ts';
import type { Path } from '../log/path.ts';

interface Kept {
	readonly change: Change;
	readonly basedOn: readonly EventId[];
	/** Takes it out of the journal, with all that was written with it. */
	readonly forget: () => void;
}

/** Changes that could not be stored, to be tried again as their author meant them. */
export class Unsaved {
	readonly #byPath = new Map<Path, Kept>();

	get isEmpty(): boolean {
		return this.#byPath.size === 0;
	}

	get changes(): readonly Change[] {
		return Array.from(this.#byPath.values(), ({ change }) => change);
	}

	get basedOn(): BasedOn {
		return Object.fromEntries(Array.from(this.#byPath, ([path, { basedOn }]) => [path, basedOn]));
	}

	keep(changes: readonly Change[], basedOn: BasedOn, forget: () => void = () => undefined) {
		this.drop(changes.map(({ path }) => path));
		for (const change of changes)
			this.#byPath.set(change.path, { change, basedOn: basedOn[change.path] ?? [], forget });
	}

	/** The register has been written since. */
	drop(paths: Iterable<Path>) {
		for (const path of paths) {
			const kept = this.#byPath.get(path);
			this.#byPath.delete(path);
			// What was written with it still waits.
			const isNeeded = Array.from(this.#byPath.values()).some(
				(each) => each.forget === kept?.forget
			);
			if (!isNeeded) kept?.forget();
		}
	}
}
