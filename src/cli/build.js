import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { firstLoads } from './first-load.js';
import { BUILD, fail, inOwnNode, programOf, ROOT } from './node.js';
import { oneAtATime } from './one-at-a-time.js';
import { sourcesName } from './sources.js';

/**
 * Builds unless `out` already holds a build of these very sources.
 * @param {{ out?: string, name?: string }} [options] `name` stands in for the name of the sources
 */
export function buildIfNeeded({ out = BUILD, name } = {}) {
	oneAtATime(join(ROOT, '.svelte-kit/building'), () => {
		const stamp = `${sourcesName()} ${name ?? ''}`.trim();
		if (readStamp(out) === stamp) return;
		process.stderr.write('Building.\n');
		build(out, name);
		writeFileSync(join(out, 'first-load.json'), JSON.stringify(firstLoads(), undefined, '\t'));
		writeFileSync(stampOf(out), stamp);
	});
}

/** @param {string} out @param {string | undefined} name */
function build(out, name) {
	rmSync(stampOf(out), { force: true });
	const words = [programOf('vite'), 'build', '--logLevel', 'warn'];
	const { status, stdout, stderr } = spawnSync(process.execPath, words, {
		cwd: ROOT,
		encoding: 'utf8',
		env: { ...process.env, SITEWALK_OUT: out, ...(name ? { SITEWALK_BUILD: name } : {}) }
	});
	if (status !== 0) fail(`${stdout}${stderr}\nBuilding failed; the reason is above.`);
}

/** @param {string} out */
function stampOf(out) {
	return join(out, 'sources');
}

/** @param {string} out */
function readStamp(out) {
	try {
		return readFileSync(stampOf(out), 'utf8');
	} catch {
		return undefined;
	}
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
	await inOwnNode();
	buildIfNeeded();
	await import('./size.js');
}
