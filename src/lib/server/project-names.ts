import { Refusal } from './reply.ts';
import type { Database, Sql } from './sql.ts';
import { lockTeam } from './teams.ts';

export interface Project {
	readonly id: string;
	readonly name: string;
}

export function projectsOf(sql: Sql, team: string): Promise<Project[]> {
	return sql.all<Project>('select id, name from project where team = $1 order by name, id', [team]);
}

export function addProject(db: Database, team: string, { id, name }: Project): Promise<void> {
	return db.transaction(async (sql) => {
		await checkName(sql, team, { id, name });
		await sql.run('insert into project (team, id, name) values ($1, $2, $3)', [team, id, name]);
	});
}

/** The id stays, and with it what belongs to the project. `false` when the team has no such project. */
export function renameProject(db: Database, team: string, { id, name }: Project): Promise<boolean> {
	return db.transaction(async (sql) => {
		await checkName(sql, team, { id, name });
		const words = [team, id, name];
		return (await sql.run('update project set name = $3 where team = $1 and id = $2', words)) > 0;
	});
}

/** Where a project is chosen, people see names. */
async function checkName(sql: Sql, team: string, { id, name }: Project) {
	await lockTeam(sql, team);
	const others = (await projectsOf(sql, team)).filter((each) => each.id !== id);
	if (others.some((each) => each.name.toLowerCase() === name.toLowerCase()))
		throw new Refusal(409, `There is a project named ${name} already.`);
}
