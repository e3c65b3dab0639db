import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/** The project's folder, so that every command works from any folder. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** The build that is served. */
export const BUILD = process.env.SITEWALK_OUT ?? join(ROOT, 'build');

/** Enough to install and to start the project's own Node. */
const CAN_INSTALL = [20, 19];
/** Enough to run everything: it strips types, and the build tools accept it. */
const CAN_RUN = [22, 18];

const LOOK_AT_PARENT_MS = 250;

const OWN_NODE = join(
	ROOT,
	'node_modules/node/bin',
	process.platform === 'win32' ? 'node.exe' : 'node'
);

/**
 * Installs what is missing and goes on in the Node that the project brings; returns only in a Node that can run everything.
 * Whatever is said on the way goes to standard error.
 */
export async function inOwnNode() {
	followParent();
	if (!isAtLeast(CAN_INSTALL)) {
		fail(
			`Sitewalk needs Node ${CAN_INSTALL.join('.')} or newer to start; this is Node ${process.versions.node}. Get a newer one from https://nodejs.org.`
		);
	}
	if (!isInstalled()) install();
	await goOnInOwnNode();
}

/** For commands that need no package: goes on in a Node that strips types, and installs only when there is none. */
export async function inAnyNodeThatStripsTypes() {
	if (!isAtLeast(CAN_RUN)) await inOwnNode();
}

/**
 * Ends the process with one sentence.
 * @param {string} sentence
 * @returns {never}
 */
export function fail(sentence) {
	process.stderr.write(`${sentence}\n`);
	process.exit(1);
}

/** A program of an installed package, as a file that Node can run. @param {string} name @param {string} [program] */
export function programOf(name, program = name) {
	const folder = join(ROOT, 'node_modules', name);
	const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
	return join(folder, typeof bin === 'string' ? bin : bin[program]);
}

/** @param {readonly number[]} version */
function isAtLeast([major = 0, minor = 0]) {
	const [ownMajor = 0, ownMinor = 0] = process.versions.node.split('.').map(Number);
	return ownMajor > major || (ownMajor === major && ownMinor >= minor);
}

/** npm lists what it installed only when all of it is there; nothing is to do when that is what the lock file asks for. */
function isInstalled() {
	try {
		const asked = packagesIn('package-lock.json');
		const there = packagesIn('node_modules/.package-lock.json');
		return Object.entries(asked).every(
			([path, { version, optional }]) => path === '' || optional || there[path]?.version === version
		);
	} catch {
		return false;
	}
}

/** @param {string} file @returns {Record<string, { version: string, optional?: boolean }>} */
function packagesIn(file) {
	return JSON.parse(readFileSync(join(ROOT, file), 'utf8')).packages;
}

function install() {
	process.stderr.write('Installing; the first time this takes a minute or two.\n');
	// The Node of the machine installs: the project's own is among what gets replaced.
	const { npm_execpath: npm = '', npm_node_execpath: node = process.execPath } = process.env;
	const words = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
	/** @type {import('node:child_process').SpawnSyncOptions} */
	const options = { cwd: ROOT, stdio: ['ignore', 2, 2] };
	const { status } = npm.endsWith('npm-cli.js')
		? spawnSync(node, [npm, ...words], options)
		: spawnSync('npm', words, { ...options, shell: process.platform === 'win32' });
	if (status !== 0) {
		fail('Installing failed; npm says why above. It needs the network once.');
	}
}

async function goOnInOwnNode() {
	if (process.versions.node === versionOf(OWN_NODE)) return;
	if (!existsSync(OWN_NODE) || !versionOf(OWN_NODE)) {
		if (isAtLeast(CAN_RUN)) return;
		fail(
			`Sitewalk brings its own Node, but npm was told not to run install scripts. Run "npm rebuild node --ignore-scripts=false", or use Node ${CAN_RUN.join('.')} or newer; this is Node ${process.versions.node}.`
		);
	}
	const child = spawn(OWN_NODE, process.argv.slice(1), {
		stdio: ['inherit', 'inherit', 'inherit', 'ipc']
	});
	for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
		process.on(signal, () => child.kill(signal));
	}
	await new Promise(() => child.on('exit', (code) => process.exit(code ?? 1)));
}

/** Empty when it does not run here, for example for want of a C library. @param {string} node */
function versionOf(node) {
	if (!existsSync(node)) return '';
	return spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout?.trim().replace('v', '') ?? '';
}

/** A command ends with the one that started it, however that ended: the shell between npm and us passes no signal on. */
function followParent() {
	const end = () => process.kill(process.pid, 'SIGTERM');
	process.on('disconnect', end);
	process.channel?.unref();
	if (!process.env.npm_lifecycle_event || process.channel) return;
	const parent = process.ppid;
	setInterval(() => process.ppid === parent || end(), LOOK_AT_PARENT_MS).unref();
}
