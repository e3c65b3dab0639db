import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './node.js';

/** What a build is made of. */
const SOURCES = [
	'src',
	'static',
	'package-lock.json',
	'package.json',
	'svelte.config.js',
	'tsconfig.json',
	'vite.config.ts'
];

/** A name for the content of all sources: it changes when, and only when, a build would. */
export function sourcesName() {
	const hash = createHash('sha256');
	for (const file of SOURCES.flatMap(filesAt)) {
		hash.update(`${file}\0`);
		hash.update(readFileSync(join(ROOT, file)));
	}
	return hash.digest('hex').slice(0, 12);
}

/** @param {string} path @returns {string[]} */
function filesAt(path) {
	if (path === 'src/cli') return [];
	if (!statSync(join(ROOT, path)).isDirectory()) return [path];
	return readdirSync(join(ROOT, path))
		.sort()
		.flatMap((name) => filesAt(`${path}/${name}`));
}
