import { randomBytes } from 'node:crypto';
import { uuidv7, UUID_RANDOM_BYTES } from '../log/uuid.ts';
import { teamApi, type Origin } from './api.ts';
import { invite } from './invites.ts';
import { openDatabase, type Where } from './open.ts';
import type { Database } from './sql.ts';
import { createTeam } from './teams.ts';

export interface TeamServer {
	handle(request: Request, path: string, origin: Origin): Promise<Response>;
	/** Whether the database answers. */
	isReady(): Promise<boolean>;
	/** What follows the address in the link by which the first lead joins; absent once somebody has. */
	readonly setUpPath: string | undefined;
	close(): Promise<void>;
}

export interface TeamServerOptions extends Where {
	readonly log?: (line: Readonly<Record<string, unknown>>) => void;
}

/** Opens the team's database, makes the team where there is none, and serves it. */
export async function openTeamServer({ log, ...where }: TeamServerOptions): Promise<TeamServer> {
	const db = await openDatabase(where);
	const now = () => new Date();
	const newId = () => uuidv7(Date.now(), randomBytes(UUID_RANDOM_BYTES));
	const setUpPath = await setUp(db, now(), newId);
	return {
		handle: teamApi({ db, now, newId, ...(log ? { log } : {}) }),
		isReady: () =>
			db.all('select 1').then(
				() => true,
				() => false
			),
		setUpPath,
		close: () => db.close()
	};
}

async function setUp(db: Database, now: Date, newId: () => string): Promise<string | undefined> {
	const at = now.toISOString();
	return db.transaction(async (sql) => {
		// Of nodes that start at once, one makes the team.
		const isFirst = await sql.run(
			"insert into migration (name, applied_at) values ('first team', $1) on conflict do nothing",
			[at]
		);
		// It stands in every row of every index: short.
		const id = randomBytes(6).toString('base64url');
		if (isFirst > 0) await createTeam(sql, { id, name: 'Our team', epoch: newId(), at });
		const [team] = await sql.all<{ id: string }>('select id from team order by created_at limit 1');
		const people = await sql.all('select id from person limit 1');
		if (!team || people.length > 0) return undefined;
		const { secret } = await invite(sql, team.id, { role: 'lead', isSetUp: true }, now);
		// Behind "#" it reaches no log and no proxy.
		return `/join#${secret}`;
	});
}
