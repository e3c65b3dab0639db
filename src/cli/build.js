import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { VIEW } from './budgets.js';
import { firstLoads, viewLoad } from './first-load.js';
import { BUILD, fail, inOwnNode, programOf, ROOT } from './node.js';
import { oneAtATime } from './one-at-a-time.js';
import { sourcesName } from './sources.js';

/**
 * Builds unless `out` already holds a build of these very sources.
 * @param {{ out?: string, name?: string }} [options] `name` stands in for the name of the sources
 */
export function buildIfNeeded({ out = BUILD, name } = {}) {
	oneAtATime(join(ROOT, '.svelte-kit/building'), () => {
		const sources = sourcesName();
		const stamp = name ? `${sources} ${name}` : sources;
		if (readStamp(out) === stamp) return;
		process.stderr.write('Building.\n');
		build(out, { SITEWALK_BUILD: name ?? sources, ...(name ? { SITEWALK_SALT: name } : {}) });
		writeFileSync(join(out, 'first-load.json'), JSON.stringify(firstLoads(), undefined, '\t'));
		writeFileSync(
			join(out, 'view-load.json'),
			JSON.stringify(viewLoad(VIEW.route, VIEW.base), undefined, '\t')
		);
		writeFileSync(stampOf(out), stamp);
	});
}

/** @param {string} out @param {Record<string, string>} names */
function build(out, names) {
	rmSync(stampOf(out), { force: true });
	const words = [programOf('vite'), 'build', '--logLevel', 'warn'];
	const { status, stdout, stderr } = spawnSync(process.execPath, words, {
		cwd: ROOT,
		encoding: 'utf8',
		env: { ...process.env, SITEWALK_OUT: out, ...names }
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
