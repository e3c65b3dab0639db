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
	/** A second server that follows this one; absent where PostgreSQL came without the program that copies a server. */
	readonly standby?: () => Promise<Standby>;
}

/** Gets everything that is committed, a little later than whoever committed it was told so. */
export interface Standby {
	/** The address of the same database here. */
	urlOf(url: string): string;
	/** Resolves once it has all that is committed now. */
	caughtUp(): Promise<void>;
	/** Gets nothing more from now on, as behind a line that is down. */
	cut(): Promise<void>;
	/** Takes over. */
	promote(): void;
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
		return result.stdout;
	};
	run('initdb', '-D', data, '-U', 'sitewalk', '-A', 'trust', '-E', 'UTF8', '--locale=C');

	const running = new Set<string>();
	const end = (place: string) => {
		if (running.delete(place)) run('pg_ctl', '-D', place, '-m', 'immediate', 'stop');
	};
	const startOn = (place: string, at: number) => {
		const words = `-p ${at} -k ${folder} -h 127.0.0.1`;
		run('pg_ctl', '-D', place, '-o', words, '-l', `${place}.log`, '-w', 'start');
		running.add(place);
	};
	const start = () => startOn(data, port);
	start();
	let databases = 0;
	const urlOf = (name: string, at = port) => `postgres://sitewalk@127.0.0.1:${at}/${name}`;
	const sql = (text: string, at = port) =>
		run('psql', '-qAt', '-v', 'ON_ERROR_STOP=1', '-d', urlOf('postgres', at), '-c', text);
	const standby = async (): Promise<Standby> => {
		const [place, at] = [join(folder, 'standby'), await freePort()];
		run('pg_basebackup', '-d', urlOf('postgres'), '-D', place, '-R', '-X', 'stream', '-c', 'fast');
		startOn(place, at);
		const isTold = (text: string) => sql(`select ${text}`, at).trim() === 't';
		return {
			urlOf: (url) => urlOf(url.split('/').at(-1)!, at),
			caughtUp() {
				const end = sql('select pg_current_wal_lsn()').trim();
				return until(() => isTold(`pg_last_wal_replay_lsn() >= '${end}'`));
			},
			cut() {
				sql("alter system set primary_conninfo = ''", at);
				sql('select pg_reload_conf()', at);
				return until(() => isTold('count(*) = 0 from pg_stat_wal_receiver'));
			},
			promote: () => void run('pg_ctl', '-D', place, '-w', 'promote')
		};
	};
	return {
		...(existsSync(join(binaries, 'pg_basebackup')) ? { standby } : {}),
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
		kill: () => end(data),
		start,
		stop() {
			for (const place of [...running]) end(place);
			rmSync(folder, { recursive: true, force: true });
		}
	};
}

const LONGEST_MS = 20_000;

async function until(isSo: () => boolean): Promise<void> {
	for (const end = Date.now() + LONGEST_MS; !isSo();) {
		if (Date.now() > end) throw new Error('The standby does not follow.');
		await new Promise((resolve) => setTimeout(resolve, 20));
	}
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
