import { byTime, type LogEvent } from '../log/event.ts';
import { PROJECT_PATH } from '../log/path.ts';
import { eventIn } from './incoming.ts';
import { logRows, TEXT_COLUMNS } from './log-rows.ts';
import type { Sql } from './sql.ts';

/**
 * Keeps up which survey belongs to which project. `before` is the last number of the log so far: a survey that had events
 * by then and comes into another project brings them along.
 */
export async function followProjects(
	sql: Sql,
	team: string,
	events: readonly LogEvent[],
	before: number
): Promise<void> {
	const surveys = new Set(
		events.filter(({ path }) => path === PROJECT_PATH).map(({ survey }) => survey)
	);
	for (const survey of surveys) {
		const project = await projectOf(sql, team, survey);
		const [row] = await sql.all<{ project: string | null }>(
			'select project from survey where team = $1 and id = $2',
			[team, survey]
		);
		if (row?.project === project) continue;
		await sql.run(
			`insert into survey (team, id, project) values ($1, $2, $3)
			on conflict (team, id) do update set project = excluded.project`,
			[team, survey, project]
		);
		if (project !== null && (await wasKnown(sql, team, survey, before)))
			await sql.run(
				`insert into arrival (team, project, times) values ($1, $2, 1)
				on conflict (team, project) do update set times = arrival.times + 1`,
				[team, project]
			);
	}
}

/** While two people have put it into different projects, the one that is shown decides, as everywhere. */
async function projectOf(sql: Sql, team: string, survey: string): Promise<string | null> {
	const rows = await logRows(
		sql,
		team,
		`select ${TEXT_COLUMNS} from head join ev on ev.team = head.team and ev.id = head.id
		where head.team = $1 and head.survey = $2 and head.path = $3`,
		[team, survey, PROJECT_PATH]
	);
	const events = rows.flatMap(({ raw }) => eventIn(raw) ?? []).sort(byTime);
	const value = events.at(-1)?.value;
	return typeof value === 'string' && value !== '' ? value : null;
}

async function wasKnown(sql: Sql, team: string, survey: string, before: number) {
	const [row] = await sql.all<{ seq: number }>(
		'select seq from ev where team = $1 and survey = $2 and seq <= $3 limit 1',
		[team, survey, before]
	);
	return row !== undefined;
}
