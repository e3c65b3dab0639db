import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from './node.js';

/**
 * @typedef {object} Chunk what Vite's manifest says of a file
 * @property {string} file
 * @property {string[]} [imports]
 * @property {string[]} [css]
 */

const GENERATED = '.svelte-kit/generated/client-optimized';

/**
 * The scripts and styles that a browser must load before each page is complete: the start-up, the page, and the layouts
 * and error pages around it, which the framework loads with it. Read from what Vite left of the build just made.
 * @returns {Record<string, string[]>} by route
 */
export function firstLoads() {
	/** @type {Record<string, Chunk>} */
	const chunks = JSON.parse(
		readFileSync(join(ROOT, '.svelte-kit/output/client/.vite/manifest.json'), 'utf8')
	);
	const nodes = readdirSync(join(ROOT, GENERATED, 'nodes')).map((name) => ({
		key: `${GENERATED}/nodes/${name}`,
		sources: sourcesOf(readFileSync(join(ROOT, GENERATED, 'nodes', name), 'utf8'))
	}));
	const start = Object.keys(chunks).filter((key) =>
		/entry\.js$|client-optimized\/app\.js$/.test(key)
	);
	if (start.length < 2) throw new Error('The start-up scripts are not in Vite’s manifest.');

	const pages = nodes.filter(({ sources }) => sources.some((source) => /\/\+page\b/.test(source)));
	return Object.fromEntries(
		pages.map((page) => {
			const folder = dirname(page.sources[0] ?? '');
			const around = nodes.filter(
				({ sources }) =>
					!sources.some((source) => /\/\+page\b/.test(source)) &&
					(sources.length === 0 ||
						sources.some((source) => `${folder}/`.startsWith(`${dirname(source)}/`)))
			);
			const keys = [...start, ...around.map(({ key }) => key), page.key];
			return [routeOf(folder), [...filesOf(keys, chunks)].sort()];
		})
	);
}

/** The files in src/routes that a node of the framework stands for. @param {string} text */
function sourcesOf(text) {
	return [...text.matchAll(/["']([^"']*src\/routes\/[^"']+)["']/g)].map(([, path = '']) =>
		path.slice(path.indexOf('src/routes/'))
	);
}

/** @param {string} folder below src/routes; groups in brackets are no part of the address */
function routeOf(folder) {
	const words = folder.split('/').slice(2);
	return `/${words.filter((word) => !/^\(.*\)$/.test(word)).join('/')}`;
}

/** @param {readonly string[]} keys @param {Record<string, Chunk>} chunks */
function filesOf(keys, chunks) {
	/** @type {Set<string>} */
	const seen = new Set();
	/** @type {Set<string>} */
	const files = new Set();
	const waiting = [...keys];
	for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
		const chunk = chunks[key];
		if (seen.has(key) || !chunk) continue;
		seen.add(key);
		for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file);
		waiting.push(...(chunk.imports ?? []));
	}
	return files;
}
