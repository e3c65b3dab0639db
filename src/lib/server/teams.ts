import { NO_CHECKSUM } from '../log/digest.ts';
import type { Cursor } from '../log/wire.ts';
import { hashOf } from './incoming.ts';
import type { Sql } from './sql.ts';
import type { Caller } from './store.ts';

/** A team's log as a whole. */
export interface TeamLog {
	readonly seq: number;
	readonly chk: string;
	readonly epoch: string;
}

export async function createTeam(
	sql: Sql,
	{ id, name, epoch, at }: { id: string; name: string; epoch: string; at: string }
): Promise<void> {
	await sql.run(
		'insert into team (id, name, seq, chk, epoch, created_at) values ($1, $2, 0, $3, $4, $5)',
		[id, name, NO_CHECKSUM, epoch, at]
	);
}

export async function teamLog(sql: Sql, team: string): Promise<TeamLog> {
	const [row] = await sql.all<TeamLog>('select seq, chk, epoch from team where id = $1', [team]);
	return row ?? missing(team);
}

export async function renameTeam(sql: Sql, team: string, name: string): Promise<void> {
	await sql.run('update team set name = $2 where id = $1', [team, name]);
}

/** Holds the team's row until the transaction ends: the numbers are given in the order of the commits. */
export async function lockTeam(sql: Sql, team: string): Promise<TeamLog> {
	const [row] = await sql.all<TeamLog>(
		'update team set seq = seq where id = $1 returning seq, chk, epoch',
		[team]
	);
	return row ?? missing(team);
}

/**
 * The life of the log as this caller sees it. Who is limited to projects begins anew when his projects change, or when a
 * survey that was there before comes into one of them: its older events are below his cursor.
 */
export async function epochFor(
	sql: Sql,
	{ team, projects }: Caller,
	{ epoch }: TeamLog
): Promise<string> {
	if (!projects) return epoch;
	const arrivals = await sql.all<{ project: string; times: number }>(
		'select project, times from arrival where team = $1 order by project',
		[team]
	);
	const seen = arrivals.filter(({ project }) => projects.includes(project));
	const scope = JSON.stringify([[...projects].sort(), seen.map((row) => [row.project, row.times])]);
	return `${epoch}.${hashOf(scope).slice(0, 12)}`;
}

/** The checksum of the log at a number; `undefined` beyond its end. */
export async function checksumAt(sql: Sql, team: string, seq: number): Promise<string | undefined> {
	if (seq === 0) return NO_CHECKSUM;
	const [row] = await sql.all<Pick<Cursor, 'chk'>>(
		'select chk from ev where team = $1 and seq = $2',
		[team, seq]
	);
	return row?.chk;
}

function missing(team: string): never {
	throw new Error(`There is no team ${team}.`);
}
