import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { eventStore } from '../../src/lib/server/events.ts';
import { openDatabase } from '../../src/lib/server/open.ts';
import { invite } from '../../src/lib/server/invites.ts';

/** The team server of the product, as a harness of sync stacks starts and asks its peers. */
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const {
	port = '',
	ctl = '',
	data = ''
} = Object.fromEntries(
	process.argv.flatMap((word, at, all) =>
		word.startsWith('--') ? [[word.slice(2), all[at + 1]]] : []
	)
);

const server = spawn(process.execPath, [join(ROOT, 'src/cli/serve.js')], {
	env: { ...process.env, PORT: port, HOST: '127.0.0.1', DATA_DIR: data },
	stdio: ['ignore', 'pipe', 'inherit']
});
process.on('SIGTERM', () => {
	server.kill('SIGTERM');
	process.exit();
});
server.stdout.on('data', (text) => /ready/.test(String(text)) && void begin());

async function begin() {
	server.stdout.removeAllListeners('data').resume();
	const db = await openDatabase({ databaseUrl: process.env.DATABASE_URL, dataFolder: data });
	const store = eventStore(db);
	const [{ id }] = await db.all('select id from team');
	/** @type {Record<string, (query: URLSearchParams) => Promise<unknown>>} */
	const asked = {
		count: async () => (await db.all('select seq from team where id = $1', [id]))[0].seq,
		invite: async () => (await invite(db, id, { role: 'technician' }, new Date())).secret,
		// Every push is on the disk; what of it lies beside the file is moved into it, as in the peers.
		flush: async () => db.engine === 'postgres' || db.all('pragma wal_checkpoint(truncate)'),
		size: async () => null,
		heads: async (query) =>
			(await store.heads(id, query.get('s') ?? ''))
				.filter(({ event }) => event.path === `answers/${query.get('q')}`)
				.map(({ event }) => /** @type {{ v: unknown }} */ (event.value).v)
	};
	createServer(async (request, response) => {
		const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost');
		response.setHeader('access-control-allow-origin', '*');
		response.end(JSON.stringify({ r: await asked[pathname.slice(1)]?.(searchParams) }));
	}).listen(Number(ctl), '127.0.0.1', () => console.log('READY'));
}
