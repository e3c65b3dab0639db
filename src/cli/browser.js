import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';

/** As root Chromium has no sandbox; background networking would be a second visitor. */
export const CHROMIUM_WORDS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];

/** Names on the path, then usual places; the first that exists comes first. */
const NAMES = [
	'chromium',
	'chromium-browser',
	'google-chrome-stable',
	'google-chrome',
	'microsoft-edge'
];
const PLACES = [
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
	...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => {
		const folder = process.env[name];
		if (!folder) return [];
		return [
			join(folder, 'Google/Chrome/Application/chrome.exe'),
			join(folder, 'Microsoft/Edge/Application/msedge.exe')
		];
	})
];

/** Chromium and its relatives on this machine, by their file. */
export function systemBrowsers() {
	const folders = (process.env.PATH ?? '').split(delimiter);
	return [
		...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))),
		...PLACES
	].filter((file) => existsSync(file));
}

/**
 * The browser to test with: the one that is named, Playwright's own (`undefined`), or one of this machine.
 * @param {string} own where Playwright would have put its own
 */
export function browserFile(own) {
	if (process.env.SITEWALK_CHROMIUM) return process.env.SITEWALK_CHROMIUM;
	return existsSync(own) ? undefined : systemBrowsers()[0];
}
