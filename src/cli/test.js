import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import process from 'node:process';
import { inOwnNode, programOf, ROOT } from './node.js';

await inOwnNode();
const { buildIfNeeded } = await import('./build.js');
const { browserThatStarts } = await import('./browser-install.js');

buildIfNeeded();
const browser = await browserThatStarts();
const port = await freePort();

// Not below test-results: Playwright empties that folder when it begins.
const REPORTS = join(ROOT, 'node_modules/.cache/sitewalk-reports');
rmSync(REPORTS, { recursive: true, force: true });
const unitReport = join(REPORTS, 'unit.json');
const journeyReport = join(REPORTS, 'journeys.json');

const parts = [
	part('types', [programOf('@sveltejs/kit', 'svelte-kit'), 'sync'], [programOf('svelte-check')]),
	part('size', [join(ROOT, 'src/cli/size.js')]),
	part('unit tests', [
		programOf('vitest'),
		'run',
		'--reporter=default',
		'--reporter=json',
		`--outputFile.json=${unitReport}`
	]),
	part('journeys', [
		programOf('@playwright/test', 'playwright'),
		'test',
		'--project=app',
		'--project=two nodes'
	])
];

const unit = countsOf(unitReport, ({ numPassedTests, numFailedTests }) => ({
	passed: numPassedTests,
	failed: numFailedTests
}));
const journeys = countsOf(journeyReport, ({ stats: { expected, flaky, unexpected } }) => ({
	passed: expected + flaky,
	failed: unexpected
}));

console.log('');
for (const { name, isGood, seconds } of parts) {
	console.log(`${isGood ? 'good  ' : 'FAILED'}  ${name.padEnd(10)}  ${seconds} s`);
}
const failed = unit.failed + journeys.failed;
console.log(`${unit.passed + journeys.passed} passed, ${failed} failed`);
process.exitCode = parts.every(({ isGood }) => isGood) ? 0 : 1;

/**
 * @param {string} name
 * @param {string[][]} programs what Node runs, one after the other
 */
function part(name, ...programs) {
	console.log(`\n— ${name}`);
	const since = performance.now();
	const isGood = programs.every(
		(words) =>
			spawnSync(process.execPath, words, {
				cwd: ROOT,
				stdio: ['ignore', 'inherit', 'inherit'],
				env: {
					...process.env,
					SITEWALK_REPORT: journeyReport,
					SITEWALK_TEST_PORT: String(port),
					...(browser ? { SITEWALK_CHROMIUM: browser } : {})
				}
			}).status === 0
	);
	return { name, isGood, seconds: Math.round((performance.now() - since) / 1000) };
}

/** @returns {Promise<number>} */
function freePort() {
	return new Promise((resolve) => {
		const server = createServer().listen(0, () => {
			const address = server.address();
			server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
		});
	});
}

/**
 * @param {string} file
 * @param {(report: any) => { passed: number, failed: number }} read
 */
function countsOf(file, read) {
	try {
		return read(JSON.parse(readFileSync(file, 'utf8')));
	} catch {
		// A runner that ended before its report has failed as a whole; its part says so.
		return { passed: 0, failed: 1 };
	}
}
