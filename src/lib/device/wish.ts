import type { BasedOn, Change, EventId } from '../log/event.ts';
import type { Path } from '../log/path.ts';
import { newId } from './author.ts';
import type { Device } from './device.ts';
import { plain } from './plain.ts';

/** A change that has its event's id and says which heads its author was shown. */
export interface Wish extends Required<Change> {
	readonly id: EventId;
	readonly supersedes: readonly EventId[];
}

export function wishesOf(
	device: Device,
	changes: readonly Change[],
	basedOn: BasedOn
): readonly Wish[] {
	const paths = new Set<Path>();
	return changes.map(({ path, kind = 'set', value }) => {
		if (paths.has(path)) throw new Error(`One commit writes ${path} twice.`);
		paths.add(path);
		if (!Object.hasOwn(basedOn, path))
			throw new Error(`A commit must say which heads of ${path} its author was shown.`);
		return {
			path,
			kind,
			value: plain(value, path),
			id: newId(device),
			supersedes: [...basedOn[path]!]
		};
	});
}
