import type { LogEvent } from '../log/event.ts';
import { STATE_PATH } from '../log/path.ts';
import { eventIn } from './incoming.ts';
import { logRows, TEXT_COLUMNS } from './log-rows.ts';
import { listFrom, slices } from './rows.ts';
import type { Sql } from './sql.ts';

/**
 * Tells what was written into a survey after it was deleted, by somebody who had not heard of it: the lead decides. Who puts
 * the survey back says so in the same push, or in one before. Clocks decide no more here than whether somebody is asked.
 */
export async function closedTo(
	sql: Sql,
	team: string,
	events: readonly LogEvent[]
): Promise<(event: LogEvent) => boolean> {
	const isState = ({ path }: LogEvent) => path === STATE_PATH;
	const reopened = new Set(events.filter(isState).map(({ survey }) => survey));
	const surveys = new Set(events.map(({ survey }) => survey).filter((one) => !reopened.has(one)));
	const states = new Map<string, LogEvent[]>();
	for (const slice of slices([...surveys])) {
		const rows = await logRows(
			sql,
			team,
			`select ${TEXT_COLUMNS} from head join ev on ev.team = head.team and ev.id = head.id
			where head.team = $1 and head.path = $2 and head.survey in (${listFrom(3, slice.length)})`,
			[team, STATE_PATH, ...slice]
		);
		for (const state of rows.flatMap(({ raw }) => eventIn(raw) ?? []))
			states.set(state.survey, [...(states.get(state.survey) ?? []), state]);
	}
	return ({ survey, hlc }) => {
		const heads = states.get(survey) ?? [];
		return heads.length > 0 && heads.every((head) => head.value === 'deleted' && head.hlc < hlc);
	};
}
