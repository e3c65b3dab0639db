import { hashed, newSecret } from './secret.ts';
import type { Sql } from './sql.ts';
import type { Caller, Role } from './store.ts';
import { projectsIn } from './people.ts';

/** A device is one browser of one person; two people on one tablet are two rows of one device. */
export interface DeviceRow {
	readonly id: string;
	readonly name: string;
	readonly person: { readonly id: string; readonly name: string };
	readonly state: DeviceState;
	readonly seenAt: string | null;
	readonly unsent: number;
	readonly oldestUnsentAt: string | null;
	readonly version: string | null;
	/**
	 * Of its clock, at its last push or pull. What the request took on its way makes it look that much behind: seconds, where
	 * minutes are worth telling.
	 */
	readonly aheadMs: number | null;
}

export type DeviceState = 'active' | 'retired' | 'lost';

/** A token older than this is replaced with the next reply. */
const ROTATE_AFTER_MS = 12 * 3600_000;
/** Requests and replies under way: the token before is still heard for so long, and a reply that is later is lost. */
const GRACE_MS = 120_000;

/** Makes the device one of this person's; returns its token, which is never readable again. */
export async function addDevice(
	sql: Sql,
	team: string,
	{ id, name, person }: { id: string; name: string; person: string },
	now: Date
): Promise<string> {
	const token = newSecret();
	await sql.run(
		`insert into device (team, id, person, name, state, hash, rotated_at, unsent)
		values ($1, $2, $3, $4, 'active', $5, $6, 0)
		on conflict (team, id, person) do update set name = excluded.name, state = 'active',
			hash = excluded.hash, rotated_at = excluded.rotated_at, previous_hash = null, previous_until = null`,
		[team, id, person, name, hashed(token), now.toISOString()]
	);
	return token;
}

interface Found {
	readonly team: string;
	readonly team_name: string;
	readonly device: string;
	readonly device_name: string;
	readonly state: DeviceState;
	readonly hash: string;
	readonly previous_hash: string | null;
	readonly previous_until: string | null;
	readonly rotated_at: string;
	readonly person: string;
	readonly name: string;
	readonly role: Role;
	readonly projects: string | null;
}

export interface Authenticated {
	readonly caller: Caller;
	readonly teamName: string;
	readonly deviceName: string;
	/** A lost device gets nothing but this. */
	readonly isLost: boolean;
	/** To be handed out with the reply; the old one stays good until this one is used. */
	readonly newToken: string | undefined;
}

/** Who holds this token. */
export async function callerWith(
	sql: Sql,
	token: string,
	now: Date
): Promise<Authenticated | undefined> {
	const hash = hashed(token);
	const [row] = await sql.all<Found>(
		`select device.team, team.name as team_name, device.id as device, device.name as device_name, device.state,
			device.hash, device.previous_hash, device.previous_until, device.rotated_at,
			person.id as person, person.name, person.role, person.projects
		from device join person on person.team = device.team and person.id = device.person
			join team on team.id = device.team
		where device.hash = $1 or device.previous_hash = $1`,
		[hash]
	);
	if (!row) return undefined;
	const isPrevious = row.hash !== hash;
	if (isPrevious && row.previous_until !== null && row.previous_until < now.toISOString())
		return undefined;
	const isFirstUse = !isPrevious && row.previous_hash !== null && row.previous_until === null;
	if (isFirstUse) await endPrevious(sql, row, now);
	const age = now.getTime() - Date.parse(row.rotated_at);
	const isOld = age > ROTATE_AFTER_MS;
	// Requests come several at once: only what has not been used for a while did not arrive.
	const isLostReply = isPrevious && row.previous_until === null && age > GRACE_MS;
	const mayRotate = row.state === 'active' && ((!isPrevious && isOld) || isLostReply);
	return {
		caller: {
			team: row.team,
			person: { id: row.person, name: row.name },
			role: row.role,
			device: row.device,
			projects: projectsIn(row.projects),
			deviceState: row.state === 'retired' ? 'retired' : 'active'
		},
		teamName: row.team_name,
		deviceName: row.device_name,
		isLost: row.state === 'lost',
		newToken: mayRotate ? await rotate(sql, row, hash, now) : undefined
	};
}

async function endPrevious(sql: Sql, { team, device, person }: Found, now: Date) {
	await sql.run(
		'update device set previous_until = $4 where team = $1 and id = $2 and person = $3',
		[team, device, person, new Date(now.getTime() + GRACE_MS).toISOString()]
	);
}

/** Of requests at once, one brings the new token: replies come in any order, and the last one stays. */
async function rotate(
	sql: Sql,
	{ team, device, person, hash }: Found,
	used: string,
	now: Date
): Promise<string | undefined> {
	const token = newSecret();
	const changed = await sql.run(
		`update device set hash = $4, previous_hash = $5, previous_until = null, rotated_at = $6
		where team = $1 and id = $2 and person = $3 and hash = $7`,
		[team, device, person, hashed(token), used, now.toISOString(), hash]
	);
	return changed > 0 ? token : undefined;
}

export async function devicesOf(sql: Sql, team: string): Promise<readonly DeviceRow[]> {
	const rows = await sql.all<{
		id: string;
		name: string;
		person: string;
		person_name: string;
		state: DeviceState;
		seen_at: string | null;
		unsent: number;
		oldest_at: string | null;
		version: string | null;
		ahead_ms: number | null;
	}>(
		`select device.id, device.name, device.person, person.name as person_name, device.state, device.seen_at,
			device.unsent, device.oldest_at, device.version, device.ahead_ms
		from device join person on person.team = device.team and person.id = device.person
		where device.team = $1 order by device.name, device.id`,
		[team]
	);
	return rows.map((row) => ({
		id: row.id,
		name: row.name,
		person: { id: row.person, name: row.person_name },
		state: row.state,
		seenAt: row.seen_at,
		unsent: row.unsent,
		oldestUnsentAt: row.oldest_at,
		version: row.version,
		aheadMs: row.ahead_ms
	}));
}

/** `false` when the team has no such device. */
export async function turnDevice(
	sql: Sql,
	team: string,
	id: string,
	state: DeviceState
): Promise<boolean> {
	const changed = await sql.run('update device set state = $3 where team = $1 and id = $2', [
		team,
		id,
		state
	]);
	return changed > 0;
}

/** The device works alone from now on: its token is good for nothing. */
export async function endDevice(sql: Sql, { team, device, person }: Caller): Promise<void> {
	await sql.run(
		"update device set hash = '', previous_hash = null, state = 'retired' where team = $1 and id = $2 and person = $3",
		[team, device, person.id]
	);
}

/** What a device says of itself with every push and pull: a lost one leaves this as its last word. */
export interface Heard {
	readonly outbox: { readonly events: number; readonly oldestAt: string | null } | undefined;
	readonly version: string | null;
	/** Its wall clock. */
	readonly clock: Date | null;
}

export async function heardFrom(
	sql: Sql,
	{ team, device, person }: Caller,
	{ outbox, version, clock }: Heard,
	cameAt: Date
): Promise<void> {
	await sql.run(
		`update device set seen_at = $4, version = coalesce($5, version), ahead_ms = coalesce($6, ahead_ms) ${
			outbox ? ', unsent = $7, oldest_at = $8' : ''
		} where team = $1 and id = $2 and person = $3`,
		[
			team,
			device,
			person.id,
			cameAt.toISOString(),
			version,
			clock && clock.getTime() - cameAt.getTime(),
			...(outbox ? [outbox.events, outbox.oldestAt] : [])
		]
	);
}
