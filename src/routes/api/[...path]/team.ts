import process from 'node:process';
import type { Origin } from '$lib/server/api';
import { json, Refusal, refused } from '$lib/server/reply';
import { openTeamServer, type TeamServer } from '$lib/server/team-server';

const VERSION = 'v1/';

/** The file that serves alone knows the address; it says so once. */
const listening = new Promise<string>((resolve) =>
	(process as NodeJS.EventEmitter).once('sitewalk-listening', resolve)
);

let opening: Promise<TeamServer> | undefined;

/** The one team server of this process; a failed opening is tried again with the next request. */
export function teamServer(): Promise<TeamServer> {
	opening ??= open().catch((error: unknown) => {
		opening = undefined;
		throw error;
	});
	return opening;
}

/** `path` is what follows /api/. */
export async function answer(request: Request, path: string, origin: Origin): Promise<Response> {
	if (path === 'health') return json(request, { state: 'up' });
	try {
		const server = await teamServer();
		if (path === 'ready') return await readiness(request, server);
		if (path.startsWith(VERSION))
			return await server.handle(request, path.slice(VERSION.length - 1), origin);
		return refused(request, new Refusal(404, 'There is no such address on the team server.'));
	} catch {
		return refused(request, new Refusal(503, 'The team server has no database.'));
	}
}

async function readiness(request: Request, server: TeamServer): Promise<Response> {
	return (await server.isReady())
		? json(request, { state: 'ready' })
		: refused(request, new Refusal(503, 'The database does not answer.'));
}

async function open(): Promise<TeamServer> {
	const { DATABASE_URL, DATA_DIR = 'data', LOG } = process.env;
	const server = await openTeamServer({
		databaseUrl: DATABASE_URL,
		dataFolder: DATA_DIR,
		log: (line) => {
			if (LOG === 'json' || line.level === 'error')
				process.stderr.write(`${JSON.stringify(line)}\n`);
		}
	});
	const { setUpPath } = server;
	if (setUpPath !== undefined)
		void listening.then((address) =>
			process.stdout.write(
				`To sync with a team, set it up once: ${process.env.ORIGIN || address}${setUpPath}\n`
			)
		);
	return server;
}
