import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { METHOD_IDS } from '../../src/lib/domain/method.ts';
import type { Plan } from '../../src/lib/domain/plan.ts';
import { expectAccessible, expectFitsPhone } from './support/pages.ts';
import { openSample } from './support/sample.ts';

test('a plan answers each client group first, with reasons and their sources', async ({ page }) => {
	await openSample(page, 'thin-link-branch.json', 'Plan');

	const group = page.getByRole('article', {
		name: 'Office PCs, 74 clients: Group Update Provider'
	});
	await expect(group.getByText('recommended', { exact: true })).toBeVisible();
	await expect(group.getByRole('heading', { name: 'Because' })).toBeVisible();
	await expect(group.getByText('vendor document').first()).toBeVisible();

	await group
		.getByRole('link', { name: /^Source SEED/ })
		.first()
		.click();
	await expect(page).toHaveURL(/\/sources#SEED$/);
	const source = page.getByRole('article', {
		name: 'Choose a distribution method to update content on clients'
	});
	await expect(source).toBeInViewport();
	await source.getByText(/statements rely on it/).click();
	await expect(source.getByText('Rules', { exact: true })).toBeVisible();
});

test('the other five methods say why not, one click away', async ({ page }) => {
	await openSample(page, 'thin-link-branch.json', 'Plan');
	const group = page.getByRole('article', { name: /^Office PCs/ });
	await expect(group.getByRole('heading', { name: 'The other five methods' })).toBeVisible();
	const others = group.getByRole('group');

	const liveupdate = others.filter({ hasText: 'External Symantec LiveUpdate server' });
	await expect(liveupdate.getByText('ruled out', { exact: true })).toBeVisible();
	await liveupdate.getByText('External Symantec LiveUpdate server').click();
	await expect(liveupdate.getByRole('heading', { name: 'Ruled out because' })).toBeVisible();
	await expect(others.filter({ hasText: /ruled out|cautioned|possible|open/ })).toHaveCount(5);
});

test('a mixed site gets mixed answers, in one table at the top', async ({ page }) => {
	await openSample(page, 'mixed-unfinished.json', 'Plan');
	const table = page.getByRole('table', { name: 'The answer for each client group' });
	await expect(table.getByRole('row', { name: /Dispatch PCs/ })).toContainText(
		'No recommendation yet'
	);
	await expect(table.getByRole('row', { name: /Inspectors/ })).toContainText('recommended');
	await expect(table.getByRole('row', { name: /Crane controllers/ })).toContainText(
		'No method is left'
	);
});

test('an answer that is withheld names what is missing, and leads there', async ({ page }) => {
	await openSample(page, 'mixed-unfinished.json', 'Plan');
	const group = page.getByRole('article', { name: /^Dispatch PCs/ });
	await expect(group.getByText(/leans to/).first()).toBeVisible();

	const prompt = 'How fast is the link from the SEPM’s side to this site?';
	await group.getByRole('link', { name: prompt }).first().click();
	await expect(page).toHaveURL(/\/link#linkDownMbps$/);
	await expect(page.getByRole('textbox', { name: prompt })).toBeInViewport();
});

test('what would change the plan leads to the question of its group', async ({ page }) => {
	await openSample(page, 'mixed-unfinished.json', 'Plan');
	const open = page.getByRole('region', { name: 'What would change this' });
	await open
		.getByRole('link', { name: /^Signage players:/ })
		.first()
		.click();
	await expect(page).toHaveURL(/\/client-groups\/signage#/);
});

test('the exported plan is the one of the contract', async ({ page }) => {
	await openSample(page, 'thin-link-branch.json', 'Plan');
	const waiting = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Export plan' }).click();
	const download = await waiting;
	expect(download.suggestedFilename()).toBe('LYO-02-plan.json');

	const plan = JSON.parse(readFileSync(await download.path(), 'utf8')) as Plan;
	expect(plan.sitewalk).toBe(1);
	expect(plan.groups.map(({ recommended }) => recommended)).toEqual(['gup', 'gup']);
	expect(plan.groups[0]?.verdicts.map(({ method }) => method).sort()).toEqual(
		[...METHOD_IDS].sort()
	);
});

test('a plan in which much is open can be used by everybody, on a phone too', async ({ page }) => {
	await openSample(page, 'mixed-unfinished.json', 'Plan');
	await expectAccessible(page);
	await expectFitsPhone(page);
});
