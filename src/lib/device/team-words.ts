import type { SurveyId } from '../domain/survey.ts';
import { ASSIGNEE_PATH, PROJECT_PATH } from '../log/path.ts';
import type { Person } from '../log/team.ts';
import type { Device } from './device.ts';

/** Projects and people that surveys of this device name already: to be offered where one is asked for. */
export interface KnownNames {
	readonly projects: readonly string[];
	readonly people: readonly Person[];
}

export function knownNames({ db, steady }: Device): Promise<KnownNames> {
	return steady(async () => {
		const ids: SurveyId[] = await db.surveys.toCollection().primaryKeys();
		const keys = ids.flatMap((id) => [
			[id, PROJECT_PATH],
			[id, ASSIGNEE_PATH]
		]);
		const events = await db.events.where('[survey+path]').anyOf(keys).toArray();
		const projects = new Set<string>();
		const people = new Map<string, Person>();
		for (const { path, value } of events) {
			if (path === PROJECT_PATH && typeof value === 'string') projects.add(value);
			else if (isPerson(value)) people.set(value.name, value);
		}
		return { projects: [...projects].sort(), people: [...people.values()] };
	});
}

function isPerson(value: unknown): value is Person {
	const { id, name } = (value ?? {}) as Partial<Record<string, unknown>>;
	return typeof id === 'string' && typeof name === 'string';
}
