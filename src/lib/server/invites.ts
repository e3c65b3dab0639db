import { addDevice } from './devices.ts';
import { addPerson, authorsOf, ownAuthor, ownerOf, personWith, projectsIn } from './people.ts';
import { hashed, newSecret } from './secret.ts';
import type { Database, Sql } from './sql.ts';
import type { Role } from './store.ts';

export interface InviteWish {
	readonly role: Role;
	readonly name?: string | undefined;
	/** One more device of somebody who is in the team. */
	readonly person?: string | undefined;
	readonly projects?: readonly string[] | null | undefined;
	/** For the first lead of a new team: it ends with the first who takes one up. */
	readonly isSetUp?: boolean;
}

export interface OpenInvite {
	readonly id: string;
	readonly role: Role;
	readonly name: string | null;
	/** Whose next device it is for; `null` for somebody new. */
	readonly person: string | null;
	readonly projects: readonly string[] | null;
	readonly expiresAt: string;
}

const VALID_MS = 7 * 24 * 3600_000;

export async function invite(
	sql: Sql,
	team: string,
	{ role, name, person, projects = null, isSetUp = false }: InviteWish,
	now: Date
): Promise<{ readonly secret: string; readonly expiresAt: string }> {
	const secret = newSecret();
	const expiresAt = new Date(now.getTime() + VALID_MS).toISOString();
	await sql.run(
		`insert into invite (hash, team, role, name, person, projects, set_up, expires_at)
		values ($1, $2, $3, $4, $5, $6, $7, $8)`,
		[
			hashed(secret),
			team,
			role,
			name ?? null,
			person ?? null,
			projects && JSON.stringify(projects),
			isSetUp ? 1 : 0,
			expiresAt
		]
	);
	return { secret, expiresAt };
}

export async function invitesOf(sql: Sql, team: string, now: Date): Promise<readonly OpenInvite[]> {
	const rows = await sql.all<{
		hash: string;
		role: Role;
		name: string | null;
		person: string | null;
		projects: string | null;
		expires_at: string;
	}>(
		`select hash, role, name, person, projects, expires_at from invite
		where team = $1 and set_up = 0 and used_at is null and expires_at > $2 order by expires_at`,
		[team, now.toISOString()]
	);
	return rows.map(({ hash, role, name, person, projects, expires_at }) => ({
		id: hash,
		role,
		name,
		person,
		projects: projectsIn(projects),
		expiresAt: expires_at
	}));
}

export async function revokeInvite(sql: Sql, team: string, id: string): Promise<boolean> {
	return (await sql.run('delete from invite where team = $1 and hash = $2', [team, id])) > 0;
}

export interface JoinWish {
	readonly secret: string;
	readonly name: string;
	readonly device: string;
	readonly deviceName: string;
	/** The author id that was used on the device before, and that nobody else owns there. */
	readonly author: string | null;
}

export interface Joined {
	readonly team: string;
	readonly person: string;
	readonly token: string;
}

/** Takes an invitation up, once. What was written alone before stays its author's. */
export function join(
	db: Database,
	wish: JoinWish,
	newId: () => string,
	now: Date
): Promise<Joined | undefined> {
	return db.transaction(async (sql) => {
		const at = now.toISOString();
		const [found] = await sql.all<{
			team: string;
			role: Role;
			name: string | null;
			person: string | null;
			projects: string | null;
		}>(
			`update invite set used_at = $2 where hash = $1 and used_at is null and expires_at > $2
			returning team, role, name, person, projects`,
			[hashed(wish.secret), at]
		);
		if (!found) return undefined;
		const { team } = found;
		await sql.run('delete from invite where team = $1 and set_up = 1 and used_at is null', [team]);
		const known = found.person === null ? undefined : await personWith(sql, team, found.person);
		const person = known?.id ?? (await newPersonId(sql, team, wish.author, newId));
		if (!known)
			await addPerson(
				sql,
				team,
				{
					id: person,
					name: wish.name || found.name || 'Unnamed',
					role: found.role,
					projects: projectsIn(found.projects)
				},
				at
			);
		if (wish.author !== null) await ownAuthor(sql, team, wish.author, person);
		const { device: id, deviceName: name } = wish;
		return { team, person, token: await addDevice(sql, team, { id, name, person }, now) };
	});
}

/** The id that is on the answers already, so that nothing has to be written anew; unless it is somebody's. */
async function newPersonId(sql: Sql, team: string, author: string | null, newId: () => string) {
	const isFree = author !== null && (await ownerOf(sql, team, author)) === undefined;
	return isFree ? author : newId();
}

export async function authorsOfPerson(
	sql: Sql,
	team: string,
	person: string
): Promise<readonly string[]> {
	const authors = await authorsOf(sql, team);
	return [...authors].filter(([, owner]) => owner === person).map(([id]) => id);
}
