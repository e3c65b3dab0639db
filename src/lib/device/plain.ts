import type { Json } from '../domain/answer.ts';
import type { Path } from '../log/path.ts';

/** A copy that JSON holds as it is: events come back from storage, file and wire exactly as they were written. */
export function plain(value: Json, path: Path): Json {
	refuseStrange(value, path);
	return JSON.parse(JSON.stringify(value)) as Json;
}

function refuseStrange(value: unknown, path: Path): void {
	if (value === null || typeof value === 'string' || typeof value === 'boolean') return;
	if (typeof value === 'number' && Number.isFinite(value)) return;
	if (typeof value !== 'object') throw new Error(`JSON cannot hold what was given for ${path}.`);
	for (const each of Object.values(value)) refuseStrange(each, path);
}
