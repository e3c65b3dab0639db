import type { LogEvent } from '../log/event.ts';
import { PROJECT_PATH } from '../log/path.ts';
import type { HeldReason } from '../log/wire.ts';
import { authorsOf } from './people.ts';
import type { Sql } from './sql.ts';
import type { Caller } from './store.ts';

/**
 * Why an event of this caller may not be an answer at once. After a restore a device brings back what others wrote, too: that
 * is taken, as long as the team knows who wrote it; the row says who brought it.
 */
export async function judgeFor(
	sql: Sql,
	{ team, person, device, projects }: Caller
): Promise<(event: LogEvent) => HeldReason | undefined> {
	const authors = await authorsOf(sql, team);
	const places = projects === null ? new Map<string, string | null>() : await placesOf(sql, team);
	return ({ survey, path, value, author, device: maker }) => {
		const owner = authors.get(author.id);
		if (maker === device ? owner !== person.id : owner === undefined) return 'author-mismatch';
		const project = places.get(survey);
		if (projects === null) return undefined;
		if (project && !projects.includes(project)) return 'forbidden';
		// Out of his projects, and out of sight of those who look after it, only a lead moves a survey.
		const isMove = path === PROJECT_PATH && (value ?? '') !== (project ?? '');
		return isMove && !projects.includes(String(value)) ? 'forbidden' : undefined;
	};
}

async function placesOf(sql: Sql, team: string) {
	const rows = await sql.all<{ id: string; project: string | null }>(
		'select id, project from survey where team = $1',
		[team]
	);
	return new Map(rows.map(({ id, project }) => [id, project]));
}
