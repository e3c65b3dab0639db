import { Refusal } from './reply.ts';
import type { Database, Sql } from './sql.ts';
import type { Role } from './store.ts';
import { lockTeam } from './teams.ts';

/** Somebody of the team. Projects: `null` for every project. */
export interface Person {
	readonly id: string;
	readonly name: string;
	readonly role: Role;
	readonly projects: readonly string[] | null;
}

interface PersonRow extends Omit<Person, 'projects'> {
	readonly projects: string | null;
}

export async function peopleOf(sql: Sql, team: string): Promise<readonly Person[]> {
	const rows = await sql.all<PersonRow>(
		'select id, name, role, projects from person where team = $1 order by name, id',
		[team]
	);
	return rows.map(personOf);
}

export async function personWith(sql: Sql, team: string, id: string): Promise<Person | undefined> {
	const [row] = await sql.all<PersonRow>(
		'select id, name, role, projects from person where team = $1 and id = $2',
		[team, id]
	);
	return row && personOf(row);
}

export async function addPerson(sql: Sql, team: string, person: Person, at: string): Promise<void> {
	const { id, name, role, projects } = person;
	await sql.run(
		'insert into person (team, id, name, role, projects, created_at) values ($1, $2, $3, $4, $5, $6)',
		[team, id, name, role, projects && JSON.stringify(projects), at]
	);
	await ownAuthor(sql, team, id, id);
}

/** `false` when the team has no such person. Of two leads who make each other technicians, one stays lead. */
export function changePerson(
	db: Database,
	team: string,
	id: string,
	{ role, projects }: Pick<Person, 'role' | 'projects'>
): Promise<boolean> {
	return db.transaction(async (sql) => {
		await lockTeam(sql, team);
		const leads = (await peopleOf(sql, team)).filter((person) => person.role === 'lead');
		if (role !== 'lead' && leads.length === 1 && leads[0]?.id === id)
			throw new Refusal(409, 'A team needs a lead: make somebody else lead first.');
		const changed = await sql.run(
			'update person set role = $3, projects = $4 where team = $1 and id = $2',
			[team, id, role, projects && JSON.stringify(projects)]
		);
		return changed > 0;
	});
}

/** What was written under this author id is this person's; an id that is somebody's stays his. */
export async function ownAuthor(
	sql: Sql,
	team: string,
	author: string,
	person: string
): Promise<boolean> {
	await sql.run(
		'insert into author (team, id, person) values ($1, $2, $3) on conflict do nothing',
		[team, author, person]
	);
	return (await ownerOf(sql, team, author)) === person;
}

export async function ownerOf(sql: Sql, team: string, author: string): Promise<string | undefined> {
	const [row] = await sql.all<{ person: string }>(
		'select person from author where team = $1 and id = $2',
		[team, author]
	);
	return row?.person;
}

/** Every author id of the team, with the person it belongs to. */
export async function authorsOf(sql: Sql, team: string): Promise<ReadonlyMap<string, string>> {
	const rows = await sql.all<{ id: string; person: string }>(
		'select id, person from author where team = $1',
		[team]
	);
	return new Map(rows.map(({ id, person }) => [id, person]));
}

export function projectsIn(text: string | null): readonly string[] | null {
	return text === null ? null : (JSON.parse(text) as string[]);
}

function personOf({ projects, ...row }: PersonRow): Person {
	return { ...row, projects: projectsIn(projects) };
}
