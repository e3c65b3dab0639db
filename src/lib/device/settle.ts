import type { Json } from '../domain/answer.ts';
import type { SurveyId } from '../domain/survey.ts';
import type { Change, LogEvent } from '../log/event.ts';
import type { Path } from '../log/path.ts';
import { carriesValue } from '../log/value.ts';
import { commit } from './commit.ts';
import type { Device } from './device.ts';
import type { OpenSurvey } from './survey.svelte.ts';
import type { Undo } from './surveys.ts';

/** `null` settles a register by no answer. */
function settled(path: Path, value: Json): Change {
	return value === null ? { path, kind: 'clear', value } : { path, kind: 'resolve', value };
}

/**
 * Settles several conflicts at once, `null` for no answer. The undo lets every value that gave way stand again, side by
 * side. `undefined` when it could not be saved; `saving` says why.
 */
export async function settle(
	device: Device,
	survey: OpenSurvey,
	values: Readonly<Record<Path, Json>>
): Promise<Undo | undefined> {
	const before = Object.keys(values).flatMap((path) => survey.current?.register(path)?.heads ?? []);
	const events = await survey.writeEvents(
		Object.entries(values).map(([path, value]) => settled(path, value))
	);
	return events && (() => unsettle(device, survey.id, events, before));
}

/**
 * Takes back what settled a conflict: the values that stood before stand again. Each is based on all of them, so that
 * none supersedes another one; who said it first is found by what it supersedes.
 */
async function unsettle(
	device: Device,
	survey: SurveyId,
	written: readonly LogEvent[],
	before: readonly LogEvent[]
): Promise<void> {
	const rounds = new Map<number, { changes: Change[]; basedOn: Record<Path, readonly string[]> }>();
	for (const { id, path } of written) {
		const heads = before.filter((head) => head.path === path);
		const shown = [...heads.map((head) => head.id), id];
		const back = heads.length > 0 ? heads.map(changeOf) : [settled(path, null)];
		for (const [index, change] of back.entries()) {
			const round = rounds.get(index) ?? { changes: [], basedOn: {} };
			round.changes.push(change);
			round.basedOn[path] = shown;
			rounds.set(index, round);
		}
	}
	// One commit writes a register once: the values of one register come back one after the other.
	for (const { changes, basedOn } of rounds.values())
		await commit(device, survey, changes, basedOn);
}

function changeOf(head: LogEvent): Change {
	const { path, value } = head;
	return carriesValue(head) ? { path, kind: 'set', value } : { path, kind: 'clear', value: null };
}
