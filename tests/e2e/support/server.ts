import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SERVE = fileURLToPath(new URL('../../../src/cli/serve.js', import.meta.url));

export interface RunningServer {
	readonly port: number;
	/** All it has printed so far. */
	said(): string;
	kill(): Promise<void>;
}

/** Starts the production server on a free port and waits until it says that it is ready. */
export async function startServer(
	folder?: string,
	data = newFolder(),
	databaseUrl?: string
): Promise<RunningServer> {
	const server = spawn(process.execPath, [SERVE], {
		env: {
			...process.env,
			PORT: '0',
			HOST: '',
			DATA_DIR: data,
			// Empty is none: the team's data stay in the folder.
			DATABASE_URL: databaseUrl ?? '',
			...(folder ? { SITEWALK_OUT: folder } : {})
		},
		// With the channel the server ends when the test run does, however that ends.
		stdio: ['ignore', 'pipe', 'inherit', 'ipc']
	});
	let said = '';
	server.stdout?.on('data', (chunk: Buffer) => (said += chunk.toString()));
	const address = await readiness(server);
	const port = Number(new URL(address).port);
	return { port, said: () => said, kill: () => kill(server) };
}

/** For a team's database that ends with the test. */
export function newFolder(): string {
	return mkdtempSync(join(tmpdir(), 'sitewalk-team-'));
}

function readiness(server: ChildProcess): Promise<string> {
	return new Promise((resolve, reject) => {
		let said = '';
		server.stdout?.on('data', (chunk: Buffer) => {
			said += chunk.toString();
			const address = /ready: (http:\S+)/.exec(said)?.[1];
			if (address) resolve(address);
		});
		server.once('exit', () => reject(new Error(`The server ended before it was ready. ${said}`)));
	});
}

async function kill(server: ChildProcess) {
	if (server.exitCode !== null || server.signalCode !== null) return;
	const ended = once(server, 'exit');
	server.kill('SIGKILL');
	await ended;
}
