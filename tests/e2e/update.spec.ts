import type { Page } from '@playwright/test';
import {
	buildOf,
	comeBack,
	emptyBrowserCache,
	expect,
	readiness,
	test,
	type App
} from './support/app.ts';
import { nextBuild } from './support/next-build.ts';
import { startSurvey } from './support/survey.ts';

const CONSENT = { name: 'Update now' };
const ADDRESS = 'Where is it: address, building, floor?';

// The second build takes longer than a test may.
test.beforeAll(() => {
	test.setTimeout(180_000);
	nextBuild();
});

async function newBuildArrives(app: App, page: Page) {
	await app.upgrade();
	await comeBack(page);
	await expect(page.getByRole('button', CONSENT)).toBeVisible();
}

/** The tab takes no notice of the new worker, as one that was asleep; it is then a tab of the old build. */
async function neverReload(page: Page) {
	await page.addInitScript(() =>
		navigator.serviceWorker.addEventListener('controllerchange', (event) =>
			event.stopImmediatePropagation()
		)
	);
}

for (const round of ['first', 'second', 'third']) {
	test(`a new build interrupts no typing and loses no letter (${round} round)`, async ({
		app,
		page,
		context
	}) => {
		await app.install(page);
		const old = await buildOf(page);
		const other = await context.newPage();
		await other.goto(app.url);

		await startSurvey(page, 'Lyon branch');
		const answer = page.getByLabel(ADDRESS);
		await answer.pressSequentially('Two racks behind');
		await newBuildArrives(app, page);
		await expect(other.getByRole('button', CONSENT)).toBeVisible();
		await expect(answer).toBeFocused();
		await page.keyboard.type(' the stairs');
		await expect(answer).toHaveValue('Two racks behind the stairs');
		expect(await buildOf(page)).toBe(old);

		await other.getByRole('button', CONSENT).click();
		for (const tab of [page, other]) {
			await expect.poll(() => buildOf(tab).catch(() => old)).not.toBe(old);
			await expect(tab.getByRole('button', CONSENT)).toBeHidden();
		}
		await expect(answer).toHaveValue('Two racks behind the stairs');

		await app.kill();
		await page.reload();
		await expect(answer).toHaveValue('Two racks behind the stairs');
		expect(await buildOf(page)).not.toBe(old);
	});
}

test('a tab of the old build finds its pages after the new worker took over', async ({
	app,
	page,
	context
}) => {
	await app.install(page);
	const old = await buildOf(page);
	const sleeping = await context.newPage();
	await neverReload(sleeping);
	await sleeping.goto(app.url);

	await newBuildArrives(app, page);
	await page.getByRole('button', CONSENT).click();
	await expect.poll(() => buildOf(page).catch(() => old)).not.toBe(old);
	await expect(readiness(page)).toBeVisible();
	await app.kill();
	await emptyBrowserCache(sleeping);

	await sleeping.evaluate(() => document.body.setAttribute('data-same-page', ''));
	await sleeping.getByRole('link', { name: 'Sources' }).click();
	await expect(sleeping.getByRole('heading', { level: 1, name: 'Sources' })).toBeVisible();
	expect(await buildOf(sleeping)).toBe(old);
	await expect(sleeping.locator('body[data-same-page]')).toBeVisible();
});

test('without consent the old build stays, however often the tab is opened', async ({
	app,
	page
}) => {
	await app.install(page);
	const old = await buildOf(page);
	await newBuildArrives(app, page);
	await page.reload();
	await expect(page.getByRole('button', CONSENT)).toBeVisible();
	expect(await buildOf(page)).toBe(old);
});

for (const [trouble, happens] of [
	['is cut off', ({ network }: App, path: RegExp) => network.cut(path)],
	['is answered with a sign-in page', ({ network }: App, path: RegExp) => network.lie(path)]
] as const) {
	test(`when a file of the new build ${trouble}, the old build stays and says so`, async ({
		app,
		page
	}) => {
		await app.install(page);
		const old = await buildOf(page);
		happens(app, /\/entry\/app\./);
		await app.upgrade();
		await comeBack(page);
		await expect(page.getByText('The new version could not be downloaded.')).toBeVisible();
		await expect(readiness(page)).toBeVisible();
		await page.reload();
		await expect(readiness(page)).toBeVisible();
		expect(await buildOf(page)).toBe(old);
		await expect(page.getByText('The new version could not be downloaded.')).toBeVisible();

		happens(app, /nothing is wrong any more/);
		await page.getByRole('button', { name: 'Try again' }).click();
		await expect(page.getByRole('button', CONSENT)).toBeVisible();
	});
}

test('a first download that was cut off says so and goes on later', async ({ app, page }) => {
	app.network.cut(/\/samples\//);
	await page.goto('/');
	await expect(page.getByText(/Not ready for offline use.* The download stopped/)).toBeVisible();
	app.network.cut(undefined);
	await comeBack(page);
	await expect(readiness(page)).toBeVisible();
});

test('a network that answers everything with its own page changes nothing', async ({
	app,
	page
}) => {
	await app.install(page);
	app.network.lie(/./);
	await page.reload();
	await comeBack(page);
	await expect(readiness(page)).toBeVisible();
	await expect(page.getByRole('heading', { name: 'Sign in' })).toBeHidden();
});

test('the first installation does not reload the page', async ({ app, page }) => {
	let loads = 0;
	page.on('load', () => (loads += 1));
	await app.install(page);
	await comeBack(page);
	await expect(readiness(page)).toBeVisible();
	expect(loads).toBe(1);
});
