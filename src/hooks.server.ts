import process from 'node:process';
import type { ServerInit } from '@sveltejs/kit';
import { building } from '$app/environment';
import { teamServer } from './routes/api/[...path]/team';

/** The app itself needs no database: without one it is served all the same, and the team's addresses answer 503. */
export const init: ServerInit = async () => {
	if (building) return;
	try {
		await teamServer();
	} catch (error) {
		const why = error instanceof Error ? error.message : String(error);
		process.stderr.write(
			`The team server cannot open its database, so nothing will sync: ${why}\n`
		);
	}
};
