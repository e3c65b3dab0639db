import { digestDifference, digestOf, digestSum, NO_EVENTS } from '../log/digest.ts';
import type { EventId } from '../log/event.ts';
import type { Digest } from '../log/wire.ts';
import type { Sql } from './sql.ts';

export async function digestFor(sql: Sql, team: string, device: string): Promise<Digest> {
	const [row] = await sql.all<Digest>(
		'select count, sum from digest where team = $1 and device = $2',
		[team, device]
	);
	return row ?? NO_EVENTS;
}

async function setDigest(
	sql: Sql,
	team: string,
	device: string,
	{ count, sum }: Digest
): Promise<void> {
	await sql.run(
		`insert into digest (team, device, count, sum) values ($1, $2, $3, $4)
		on conflict (team, device) do update set count = excluded.count, sum = excluded.sum`,
		[team, device, count, sum]
	);
}

/** An id of the log, and the device that made its event. */
interface Made {
	readonly id: EventId;
	readonly device: string;
}

export async function addToDigests(sql: Sql, team: string, made: readonly Made[]): Promise<void> {
	for (const device of new Set(made.map((each) => each.device))) {
		const added = digestOf(made.filter((each) => each.device === device).map(({ id }) => id));
		await setDigest(sql, team, device, digestSum(await digestFor(sql, team, device), added));
	}
}

export async function takeFromDigest(sql: Sql, team: string, { id, device }: Made): Promise<void> {
	const rest = digestDifference(await digestFor(sql, team, device), digestOf([id]));
	await setDigest(sql, team, device, rest);
}
