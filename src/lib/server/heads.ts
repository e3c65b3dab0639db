import type { EventId, LogEvent } from '../log/event.ts';
import { insert, listFrom, logBy, slices } from './rows.ts';
import type { Sql } from './sql.ts';

/** What stands, whatever order the batches come in: a superseding event may be here before what it supersedes. */
export async function moveHeads(
	sql: Sql,
	team: string,
	events: readonly LogEvent[]
): Promise<void> {
	const ends = [
		...new Set(events.flatMap(({ id, supersedes }) => supersedes.filter((one) => one !== id)))
	];
	await insert(
		sql,
		'dead (team, id)',
		ends.map((id) => [team, id]),
		'on conflict do nothing'
	);
	const ids = events.map(({ id }) => id);
	const dead = new Set<EventId>();
	for (const slice of slices(ids)) {
		const rows = await sql.all<{ id: EventId }>(
			`select id from dead where team = $1 and id in (${listFrom(2, slice.length)})`,
			[team, ...slice]
		);
		for (const { id } of rows) dead.add(id);
	}
	// One that came before, fell, and comes again because its row was damaged may still be among them.
	for (const slice of slices([...new Set([...ends, ...dead])]))
		await sql.run(
			`delete from head where team = $1 and (survey, path, id) in
			(select survey, path, id from ${logBy(sql, 'ev_id')} where team = $1 and id in (${listFrom(2, slice.length)}))`,
			[team, ...slice]
		);
	const living = events.filter(({ id }) => !dead.has(id));
	await insert(
		sql,
		'head (team, survey, path, id)',
		living.map(({ survey, path, id }) => [team, survey, path, id]),
		'on conflict do nothing'
	);
}
