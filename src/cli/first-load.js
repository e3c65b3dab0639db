import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from './node.js';

/**
 * @typedef {object} Chunk what Vite's manifest says of a file
 * @property {string} file
 * @property {string[]} [imports]
 * @property {string[]} [dynamicImports]
 * @property {string[]} [css]
 */

const OUTPUT = '.svelte-kit/output/client';
const GENERATED = '.svelte-kit/generated/client-optimized';

/**
 * The scripts and styles that a browser must load before each page is complete: the start-up, the page, and the layouts
 * and error pages around it, which the framework loads with it. Read from what Vite left of the build just made.
 * @returns {Record<string, string[]>} by route
 */
export function firstLoads() {
	const chunks = readChunks();
	const nodes = readNodes();
	const start = Object.keys(chunks).filter((key) =>
		/entry\.js$|client-optimized\/app\.js$/.test(key)
	);
	if (start.length < 2) throw new Error('The start-up scripts are not in Vite’s manifest.');

	const pages = nodes.filter(isPage);
	return Object.fromEntries(
		pages.map((page) => {
			const folder = dirname(page.sources[0] ?? '');
			const around = nodes.filter(
				({ sources }) =>
					!isPage({ sources }) &&
					(sources.length === 0 ||
						sources.some((source) => `${folder}/`.startsWith(`${dirname(source)}/`)))
			);
			const keys = [...start, ...around.map(({ key }) => key), page.key];
			return [routeOf(folder), [...filesOf(keys, chunks)].sort()];
		})
	);
}

/**
 * What a page fetches for itself, later or at once, that the page of another route has not loaded: its scripts, what
 * they import when they need it, and their workers.
 * @param {string} route @param {string} base
 * @returns {string[]}
 */
export function viewLoad(route, base) {
	const chunks = readChunks();
	const page = readNodes().find(
		(node) => isPage(node) && routeOf(dirname(node.sources[0] ?? '')) === route
	);
	if (!page) throw new Error(`There is no page ${route}.`);
	const files = [...filesOf([page.key], chunks, true)];
	const workers = files.filter(isScript).flatMap((file) => {
		const text = readFileSync(join(ROOT, OUTPUT, file), 'utf8');
		return [...text.matchAll(/_app\/immutable\/workers\/[\w.-]+\.js/g)].map(([name]) => name);
	});
	const loaded = new Set(firstLoads()[base]);
	return [...new Set([...files, ...workers])]
		.filter((file) => isScript(file) && !loaded.has(file))
		.sort();
}

/** @returns {Record<string, Chunk>} */
function readChunks() {
	return JSON.parse(readFileSync(join(ROOT, OUTPUT, '.vite/manifest.json'), 'utf8'));
}

/** What the framework loads for one page, layout or error page. */
function readNodes() {
	return readdirSync(join(ROOT, GENERATED, 'nodes')).map((name) => ({
		key: `${GENERATED}/nodes/${name}`,
		sources: sourcesOf(readFileSync(join(ROOT, GENERATED, 'nodes', name), 'utf8'))
	}));
}

/** @param {{ sources: string[] }} node */
function isPage({ sources }) {
	return sources.some((source) => /\/\+page\b/.test(source));
}

/** @param {string} file */
function isScript(file) {
	return file.endsWith('.js');
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

/** @param {readonly string[]} keys @param {Record<string, Chunk>} chunks @param {boolean} [withLater] */
function filesOf(keys, chunks, withLater = false) {
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
		waiting.push(...(chunk.imports ?? []), ...((withLater && chunk.dynamicImports) || []));
	}
	return files;
}
