import { chromium } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import process from 'node:process';
import { CHROMIUM_WORDS, systemBrowsers } from './browser.js';
import { fail, programOf } from './node.js';

const DOWNLOAD_AT_MOST_MS = 240_000;

/** The file of a browser that was seen to start; `undefined` is Playwright's own. Downloads or installs one when there is none. */
export async function browserThatStarts() {
	const named = process.env.SITEWALK_CHROMIUM;
	if (named) {
		if (await starts(named)) return named;
		fail(`SITEWALK_CHROMIUM names a browser that does not start: ${named}`);
	}
	if (await ownStarts()) return undefined;
	const here = await firstThatStarts();
	if (here) return here;

	process.stderr.write('There is no browser to test with; looking for one.\n');
	playwright('install', 'chromium');
	if (await ownStarts()) return undefined;
	if (process.getuid?.() === 0) {
		if (existsSync(chromium.executablePath())) {
			playwright('install-deps', 'chromium');
			if (await ownStarts()) return undefined;
		}
		spawnSync('apt-get', ['update'], { stdio: ['ignore', 2, 2] });
		spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], {
			stdio: ['ignore', 2, 2],
			env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
		});
		const installed = await firstThatStarts();
		if (installed) return installed;
	}
	return fail(
		'No browser was found, and none could be installed. Install Chromium, Chrome or Edge, or name one: SITEWALK_CHROMIUM=/path/to/chromium npm test'
	);
}

async function firstThatStarts() {
	for (const file of systemBrowsers()) if (await starts(file)) return file;
	return undefined;
}

async function ownStarts() {
	return existsSync(chromium.executablePath()) && (await starts());
}

/** @param {string} [executablePath] */
async function starts(executablePath) {
	try {
		const browser = await chromium.launch({
			args: CHROMIUM_WORDS,
			timeout: 30_000,
			...(executablePath ? { executablePath } : {})
		});
		await browser.close();
		return true;
	} catch {
		return false;
	}
}

/** @param {string[]} words */
function playwright(...words) {
	spawnSync(process.execPath, [programOf('@playwright/test', 'playwright'), ...words], {
		stdio: ['ignore', 2, 2],
		timeout: DOWNLOAD_AT_MOST_MS
	});
}
