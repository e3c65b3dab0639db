import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

/** A PostgreSQL server of its own, in a temporary folder, with every commit on the disk. */
export interface Postgres {
	/** The address of a new, empty database. */
	newDatabase(): string;
	/** The address of a copy of a database nobody is connected to. */
	copyOf(url: string): string;
	/** Ends every process of the server at once, as a power cut would. */
	kill(): void;
	start(): void;
	stop(): void;
}

/** PostgreSQL refuses to run as root: then it runs as the one who may do nothing. */
const NOBODY = 65_534;
const BINARIES = '/usr/lib/postgresql';

/** `undefined` where there is none and none can be installed; the tests that need one are then shown as skipped. */
export async function startPostgres(): Promise<Postgres | undefined> {
	const binaries = foundBinaries() ?? installedBinaries();
	if (!binaries) return undefined;
	const folder = mkdtempSync(join(tmpdir(), 'sitewalk-postgres-'));
	const data = join(folder, 'data');
	const isRoot = process.getuid?.() === 0;
	if (isRoot) chownSync(folder, NOBODY, NOBODY);
	const port = await freePort();
	const run = (program: string, ...words: string[]) => {
		const result = spawnSync(join(binaries, program), words, {
			cwd: folder,
			encoding: 'utf8',
			stdio: program === 'pg_ctl' ? 'ignore' : 'pipe',
			...(isRoot ? { uid: NOBODY, gid: NOBODY } : {})
		});
		if (result.status !== 0) throw new Error(`${program} failed: ${result.stderr}`);
	};
	run('initdb', '-D', data, '-U', 'sitewalk', '-A', 'trust', '-E', 'UTF8', '--locale=C');

	const start = () => {
		const words = `-p ${port} -k ${folder} -h 127.0.0.1`;
		run('pg_ctl', '-D', data, '-o', words, '-l', join(folder, 'log'), '-w', 'start');
	};
	start();
	let databases = 0;
	const urlOf = (name: string) => `postgres://sitewalk@127.0.0.1:${port}/${name}`;
	const sql = (text: string) =>
		run('psql', '-q', '-v', 'ON_ERROR_STOP=1', '-d', urlOf('postgres'), '-c', text);
	return {
		newDatabase() {
			const name = `team${++databases}`;
			sql(`create database ${name}`);
			return urlOf(name);
		},
		copyOf(url) {
			const name = `team${++databases}`;
			sql(`create database ${name} template ${url.split('/').at(-1)}`);
			return urlOf(name);
		},
		kill: () => run('pg_ctl', '-D', data, '-m', 'immediate', 'stop'),
		start,
		stop() {
			run('pg_ctl', '-D', data, '-m', 'immediate', 'stop');
			rmSync(folder, { recursive: true, force: true });
		}
	};
}

function foundBinaries(): string | undefined {
	const folders = existsSync(BINARIES)
		? readdirSync(BINARIES).map((version) => join(BINARIES, version, 'bin'))
		: [];
	const path = (process.env.PATH ?? '').split(':');
	return [...folders.sort().reverse(), ...path].find((folder) =>
		['initdb', 'pg_ctl', 'psql', 'postgres'].every((program) => existsSync(join(folder, program)))
	);
}

/** Debian's package, where we may install one. */
function installedBinaries(): string | undefined {
	const isPossible = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
	if (!isPossible || process.env.SITEWALK_POSTGRES === 'none') return undefined;
	spawnSync('apt-get', ['install', '-y', '-q', 'postgresql'], { stdio: 'ignore' });
	return foundBinaries();
}

function freePort(): Promise<number> {
	return new Promise((resolve) => {
		const server = createServer().listen(0, '127.0.0.1', () => {
			const address = server.address();
			server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
		});
	});
}
