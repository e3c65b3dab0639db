import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { gzipSync } from 'node:zlib';
import { COPY_BYTES, scriptBytesOf, VIEW } from './budgets.js';
import { BUILD, fail } from './node.js';

const CLIENT = join(BUILD, 'client');

if (!existsSync(join(BUILD, 'first-load.json'))) fail('There is no build; run "npm run build".');

/** @type {Record<string, string[]>} */
const firstLoads = JSON.parse(readFileSync(join(BUILD, 'first-load.json'), 'utf8'));

/** @type {string[]} */
const view = JSON.parse(readFileSync(join(BUILD, 'view-load.json'), 'utf8'));

const rows = [
	...Object.entries(firstLoads).map(([route, files]) => ({
		what: `first load of ${route}`,
		bytes: gzipOf(files.filter((file) => file.endsWith('.js'))),
		most: scriptBytesOf(route)
	})),
	{
		what: 'charts, drawing and simulation, beyond a survey',
		bytes: gzipOf(view),
		most: VIEW.bytes
	},
	{ what: 'offline copy', bytes: sumOf(copiedFiles()), most: COPY_BYTES }
];

const width = Math.max(...rows.map(({ what }) => what.length));
for (const { what, bytes, most } of rows) {
	console.log(
		`${what.padEnd(width)}  ${kB(bytes)} of ${kB(most)}${bytes > most ? '  TOO LARGE' : ''}`
	);
}
console.log('First loads are JavaScript, gzip; the offline copy is what the device keeps.');
const workers = view.filter((file) => file.includes('/workers/'));
if (workers.length === 0) fail('The worker of the simulation is not in the view with the charts.');
console.log(`The worker of the simulation is counted in: ${kB(gzipOf(workers)).trim()} of these.`);

for (const word of VIEW.words) {
	const holds = (/** @type {string} */ file) =>
		readFileSync(join(CLIENT, file), 'utf8').includes(word);
	if (!view.some(holds)) fail(`“${word}” is in no script of the view with the charts.`);
	for (const route of ['/', ...Object.keys(firstLoads).filter(isOfSurvey)]) {
		if (!firstLoads[route]?.some(holds)) continue;
		console.log(`“${word}” of the view with the charts loads with ${route}.`);
		process.exitCode = 1;
	}
}
if (rows.some(({ bytes, most }) => bytes > most)) process.exitCode = 1;

/** The pages on which questions are answered. @param {string} route */
function isOfSurvey(route) {
	return /^\/survey\/\[survey\](\/\[section\].*)?$/.test(route);
}

/** @param {readonly string[]} files */
function gzipOf(files) {
	return files
		.map((file) => gzipSync(readFileSync(join(CLIENT, file)), { level: 9 }).length)
		.reduce((sum, bytes) => sum + bytes, 0);
}

/** The files that the service worker keeps, as it names them itself. */
function copiedFiles() {
	const worker = readFileSync(join(CLIENT, 'service-worker.js'), 'utf8');
	const all = readdirSync(CLIENT, { recursive: true }).map((name) =>
		String(name).replaceAll('\\', '/')
	);
	const kept = all.filter(
		(name) =>
			worker.includes(`/${name}`) && !/^(screenshots\/|schema\/openapi)|\.(br|gz)$/.test(name)
	);
	return [
		...kept.map((name) => join(CLIENT, name)).filter((path) => statSync(path).isFile()),
		join(BUILD, 'prerendered/index.html')
	];
}

/** @param {readonly string[]} paths */
function sumOf(paths) {
	return paths.map((path) => statSync(path).size).reduce((sum, bytes) => sum + bytes, 0);
}

/** @param {number} bytes */
function kB(bytes) {
	return `${(bytes / 1000).toFixed(1).padStart(7)} kB`;
}
