import { expect, test } from '@playwright/test';
import { expectAccessible, expectFitsPhone } from './support/pages.ts';
import { openSample } from './support/sample.ts';

test.beforeEach(async ({ page }) => {
	await openSample(page, 'thin-link-branch.json');
	await page
		.getByRole('navigation', { name: 'This survey' })
		.getByRole('link', { name: 'Review' })
		.click();
});

test('a survey is given back with what is wrong, and that can be undone', async ({ page }) => {
	const desk = page.getByRole('region', { name: 'How far it is' });
	await desk.getByRole('button', { name: 'has issues' }).click();
	await expect(desk.getByText('Say in a few words what the issue is.')).toBeVisible();
	await desk.getByLabel('Note on the review').fill('Nobody measured the link.');
	await desk.getByRole('button', { name: 'has issues' }).click();
	await expect(desk.getByRole('button', { name: 'has issues', pressed: true })).toBeVisible();
	await page.reload();
	await expect(desk.getByText('Nobody measured the link.')).toBeVisible();

	await desk.getByRole('button', { name: 'approved' }).click();
	await expect(desk.getByRole('button', { name: 'approved', pressed: true })).toBeVisible();
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(desk.getByText('Nobody measured the link.')).toBeVisible();
	await expectAccessible(page);
	await expectFitsPhone(page);
});

test('a survey gets a person and a project, and both are kept', async ({ page }) => {
	const desk = page.getByRole('region', { name: 'How far it is' });
	await desk.getByLabel('Assigned to').fill('Kim');
	await desk.getByRole('button', { name: 'Assign' }).click();
	await expect(page.getByText('Assigned to Kim.')).toBeVisible();
	await desk.getByLabel('Project').fill('North');
	await desk.getByLabel('Project').press('Enter');
	await expect(page.getByText('In the project “North”.')).toBeVisible();
	await page.reload();
	await expect(desk.getByLabel('Assigned to')).toHaveValue('Kim');
	await expect(desk.getByLabel('Project')).toHaveValue('North');
});

test('a comment stands until it is taken back, and comes back by undo', async ({ page }) => {
	const comments = page.getByRole('region', { name: 'Comments' });
	await comments.getByLabel('Comment on this survey').fill('Call the site owner first.');
	await comments.getByRole('button', { name: 'Add comment' }).click();
	await expect(comments.getByRole('listitem')).toContainText('Call the site owner first.');
	await comments.getByRole('button', { name: 'Take back the comment' }).click();
	await expect(comments.getByRole('listitem')).toHaveCount(0);
	await page.getByRole('button', { name: 'Undo' }).last().click();
	await page.reload();
	await expect(comments.getByRole('listitem')).toContainText('Call the site owner first.');
});
