import { readFileSync } from 'node:fs';
import type { Json } from '../../../src/lib/domain/answer.ts';
import { readSurvey } from '../../../src/lib/domain/interchange.ts';
import { endLine, headLine, rowLine } from '../../../src/lib/device/backup-file.ts';
import { isoWithOffset } from '../../../src/lib/device/moment.ts';
import { FORM } from '../../../src/lib/knowledge/form.ts';
import { QUESTIONNAIRE } from '../../../src/lib/knowledge/questionnaire.ts';
import { changesOf } from '../../../src/lib/log/changes.ts';
import { tick, type Hlc } from '../../../src/lib/log/clock.ts';
import type { Change, LogEvent } from '../../../src/lib/log/event.ts';

let count = 0;

/** Writes as one person on one device would, who has seen `seen` and nothing else. */
export function author(name: string, at = '2026-11-20T09:12:00Z') {
	const device = `device-of-${name}`;
	let hlc: Hlc | undefined;
	return (survey: string, changes: readonly Change[], seen: readonly LogEvent[] = []) =>
		changes.map(({ path, kind = 'set', value }): LogEvent => {
			const wall = new Date(at);
			hlc = tick(hlc, wall.getTime(), device);
			return {
				id: `${name}-${(count += 1)}`,
				survey,
				path,
				kind,
				value,
				form: FORM,
				supersedes: seen.filter((event) => event.path === path).map(({ id }) => id),
				author: { id: `person-${name}`, name },
				device,
				hlc,
				at: isoWithOffset(wall)
			};
		});
}

export const answers = (given: Readonly<Record<string, Json>>): Change[] =>
	Object.entries(given).map(([id, value]) => ({ path: `answers/${id}`, value }));

/** A sample site as changes. */
export function sampleChanges(file: string): readonly Change[] {
	const text = readFileSync(new URL(`../../../static/samples/${file}`, import.meta.url), 'utf8');
	const read = readSurvey(text, QUESTIONNAIRE);
	if ('problem' in read) throw new Error(read.problem);
	return changesOf(read.survey);
}

/** A rescue file with these events, to be restored on the page of the device. */
export function backupWith(events: readonly LogEvent[]) {
	const lines = events.map((event) => rowLine('event', event));
	const text = [headLine('elsewhere', '2026-11-20T10:00:00Z'), ...lines, endLine(events.length)];
	return {
		name: 'two-authors.sitewalk-backup',
		mimeType: 'application/octet-stream',
		buffer: Buffer.from(text.join(''))
	};
}
