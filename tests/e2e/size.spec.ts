import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { SCRIPT_BYTES, VIEW } from '../../src/cli/budgets.js';
import { BUILD } from '../../src/cli/node.js';
import { expect, test } from './support/app.ts';

// What the worker fetches for later is no part of a first load.
test.use({ serviceWorkers: 'block' });

// Nor is what waits for an idle moment of a page that stands: the rules that weigh the answers.
test.beforeEach(async ({ context }) => {
	await context.addInitScript(() => {
		globalThis.requestIdleCallback = () => 0;
	});
});

/** The scripts that a visit of this address fetches until it is quiet, with nothing cached and no idle moment. */
async function scripts(page: Page, address: string): Promise<ReadonlySet<string>> {
	const files = new Set<string>();
	page.on('request', (request) => {
		const { pathname } = new URL(request.url());
		if (pathname.endsWith('.js')) files.add(pathname);
	});
	// The browser does not tell of a worker's own script as a request of the page.
	page.on('worker', (worker) => files.add(new URL(worker.url()).pathname));
	await page.goto(address);
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await page.waitForLoadState('networkidle');
	return files;
}

async function scriptBytes(page: Page, address: string): Promise<number> {
	return bytesOf(await scripts(page, address));
}

/** Bytes, gzip. */
function bytesOf(files: Iterable<string>): number {
	return [...files]
		.map((file) => gzipSync(readFileSync(join(BUILD, 'client', file)), { level: 9 }).length)
		.reduce((sum, bytes) => sum + bytes, 0);
}

test('the very first visit fetches no more script than the start page may', async ({ page }) => {
	expect(await scriptBytes(page, '/')).toBeLessThanOrEqual(SCRIPT_BYTES.start);
});

test('entering a survey by its address fetches no more script than a survey page may', async ({
	page,
	context
}) => {
	await page.goto('/');
	await page.getByRole('button', { name: 'A branch on a thin link' }).click();
	await page.waitForURL(/\/survey\/./);
	const survey = new URL(page.url()).pathname;
	for (const address of [survey, `${survey}/scope`, `${survey}/client-groups`]) {
		const tab = await context.newPage();
		const session = await context.newCDPSession(tab);
		await session.send('Network.clearBrowserCache');
		expect(await scriptBytes(tab, address), address).toBeLessThanOrEqual(SCRIPT_BYTES.survey);
		await tab.close();
	}
});

test('charts and drawing fetch no more than they may, and nothing of them comes with the survey', async ({
	page,
	context
}) => {
	await page.goto('/');
	await page.getByRole('button', { name: 'A branch on a thin link' }).click();
	await page.waitForURL(/\/survey\/./);
	const survey = new URL(page.url()).pathname;
	const fetched = async (address: string) => {
		const tab = await context.newPage();
		const session = await context.newCDPSession(tab);
		await session.send('Network.clearBrowserCache');
		const files = await scripts(tab, address);
		if (address.endsWith('/network')) await expect(tab.getByRole('img')).toHaveCount(6);
		await tab.close();
		return files;
	};
	const base = await fetched(survey);
	const view = await fetched(`${survey}/network`);
	const own = [...view].filter((file) => !base.has(file));
	expect(bytesOf(own)).toBeLessThanOrEqual(VIEW.bytes);
	const holds = (file: string, word: string) =>
		readFileSync(join(BUILD, 'client', file), 'utf8').includes(word);
	expect(own.filter((file) => file.includes('/workers/'))).toHaveLength(1);
	for (const word of VIEW.words) {
		expect(own.some((file) => holds(file, word))).toBe(true);
		expect([...base].filter((file) => holds(file, word))).toEqual([]);
	}
});
