import { join } from 'node:path';
import process from 'node:process';
import { leadPath } from '../lib/server/lead-path.ts';
import { fail, ROOT } from './node.js';

/** The way back for a team whose leads are gone: whoever can start the server may make one more. */
const { DATABASE_URL, DATA_DIR = join(ROOT, 'data'), ORIGIN, PORT = '4173' } = process.env;

const path = await leadPath({ databaseUrl: DATABASE_URL, dataFolder: DATA_DIR }).catch(
	(error: unknown) =>
		fail(`The team's database cannot be opened: ${error instanceof Error ? error.message : error}`)
);
if (path === undefined)
	fail('There is no team here yet: start the server first, it prints a link.');
const address = ORIGIN || `http://localhost:${PORT}`;
console.log(`Whoever opens this link first becomes a lead; it is good once, for a week:
${address}${path}
Leads see it under Team as not used yet, and can take it back.`);
