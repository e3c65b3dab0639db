import type { Json } from '../../src/lib/domain/answer.ts';
import type { Survey } from '../../src/lib/domain/survey.ts';
import { openDevice, type Device } from '../../src/lib/device/device.ts';
import { commit } from '../../src/lib/device/commit.ts';
import { getSurvey } from '../../src/lib/device/surveys.ts';
import type { Change, LogEvent } from '../../src/lib/log/event.ts';
import type { Path } from '../../src/lib/log/path.ts';

export const FORM = { id: 'site', version: 1 };
let databases = 0;

export interface Bench extends Device {
	/** Moves the wall clock. */
	wall(to: string): void;
}

/** A device with a database of its own, or with that of another tab. */
export function newDevice(name = `test-${databases++}`): Bench {
	let wall = new Date('2026-11-20T08:12:00Z');
	const device = openDevice({ form: FORM, name, now: () => wall });
	return { ...device, wall: (to) => (wall = new Date(to)) };
}

export const otherTabOf = (device: Device): Bench => newDevice(device.db.name);

/** An answer by somebody who was shown what stands now. */
export async function answer(device: Device, survey: string, path: Path, value: Json) {
	const shown = (await getSurvey(device, survey))?.heads(path) ?? [];
	const change: Change = value === null ? { path, kind: 'clear', value } : { path, value };
	return commit(device, survey, [change], { [path]: shown });
}

export async function surveyOf(device: Device, id: string): Promise<Survey> {
	const state = await getSurvey(device, id);
	if (!state) throw new Error(`No survey ${id}`);
	return state.survey;
}

/** Everything a database holds, to be compared before and after. */
export async function contentOf({ db }: Device): Promise<Record<string, unknown[]>> {
	const tables = await Promise.all(
		db.tables.map(async (table) => [table.name, await table.toArray()] as const)
	);
	return Object.fromEntries(tables);
}

/** The events no outbox row names: there must never be one on a device that has not synced. */
export async function unqueued({ db }: Device): Promise<LogEvent[]> {
	const queued = new Set((await db.outbox.toArray()).flatMap(({ ids }) => ids));
	return (await db.events.toArray()).filter(({ id }) => !queued.has(id));
}
