import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { emptyBrowserCache, expect, readiness, test } from './support/app.ts';

const ROUTES = fileURLToPath(new URL('../../src/routes', import.meta.url));

/** An address for every page of the app; what is in square brackets stands for anything. */
function addresses(): string[] {
	return readdirSync(ROUTES, { recursive: true })
		.map((name) => String(name).replaceAll('\\', '/'))
		.filter((name) => /(^|\/)\+page\.svelte$/.test(name))
		.map((name) => `/${name.replace(/\/?\+page\.svelte$/, '')}`)
		.map((address) => address.replace(/\[method[^\]]*\]/, 'gup').replace(/\[[^\]]+\]/g, 'any'));
}

/** Shows that the app, and not the browser's page for a broken network, is on the screen. */
async function expectApp(page: Page) {
	await expect(page.locator('body')).not.toBeEmpty();
	await expect(page.getByRole('heading').first()).toBeVisible();
}

test.beforeEach(async ({ app, page }) => {
	await app.install(page);
});

test('after the server is killed, a reload still opens the app', async ({ app, page }) => {
	await app.kill();
	await page.reload();
	await expectApp(page);
	await expect(readiness(page)).toBeVisible();
});

test('every address of the app opens without a server, in this tab and in a new one', async ({
	app,
	page,
	context
}) => {
	await app.kill();
	for (const address of addresses()) {
		const response = await page.goto(address);
		expect(response?.status(), address).toBe(200);
		await expectApp(page);
		expect(
			await page.evaluate(() => navigator.serviceWorker.controller?.state),
			`the worker is in charge of ${address}`
		).toBe('activated');
	}
	const second = await context.newPage();
	await second.goto(`${app.url}${addresses().at(-1)}`);
	await expectApp(second);
});

test('links lead on without a server, right after the very first visit', async ({ app, page }) => {
	await app.kill();
	await emptyBrowserCache(page);
	await page.evaluate(() => document.body.setAttribute('data-same-page', ''));
	await page.getByRole('link', { name: 'Sources' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Sources' })).toBeVisible();
	await expect(page.locator('body[data-same-page]')).toBeVisible();
});

test('one worker is registered, for the whole app, wherever it was entered', async ({
	app,
	page,
	context
}) => {
	for (const address of addresses()) {
		const tab = await context.newPage();
		await tab.goto(`${app.url}${address}`);
		await tab.close();
	}
	const scopes = await page.evaluate(async () =>
		(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope)
	);
	expect(scopes).toEqual([`${app.url}/`]);
});

test('samples and schemas are on the device too', async ({ app, page }) => {
	await app.kill();
	for (const file of ['/samples/thin-link-branch.json', '/schema/survey-1.schema.json']) {
		const text = await page.evaluate(async (name) => (await fetch(name)).text(), file);
		expect(JSON.parse(text), file).toBeTruthy();
	}
});

test('a request that sends something never passes through the worker', async ({ page }) => {
	const [response] = await Promise.all([
		page.waitForResponse((one) => one.request().method() === 'POST'),
		page.evaluate(async () => (await fetch('/', { method: 'POST', body: 'x' })).status)
	]);
	expect(response.fromServiceWorker()).toBe(false);
});
