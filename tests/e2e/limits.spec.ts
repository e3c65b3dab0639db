import { expect, test } from '@playwright/test';
import { openSample } from './support/sample.ts';
import { expectAccessible, expectFitsPhone } from './support/pages.ts';

const SURVEY = '/survey/sample-thin-link-branch';

test.beforeEach(async ({ page }) => {
	await openSample(page, 'thin-link-branch.json');
});

test('a threshold that is changed changes the plan, which says so; one tap goes back', async ({
	page
}) => {
	await page.goto(`${SURVEY}/limits`);
	const few = page.getByLabel('A site with fewer Windows clients gets no Group Update Provider.');
	await few.fill('500');
	await few.press('Tab');
	await expect(page.getByText('changed for this survey')).toBeVisible();

	await page.goto(`${SURVEY}/plan`);
	await expect(page.getByText('changed here').first()).toBeAttached();
	await expect(
		page.getByRole('heading', { name: 'Group Update Provider', exact: true })
	).toHaveCount(0);

	await page.goto(`${SURVEY}/limits`);
	await page.getByRole('button', { name: 'Back to 10' }).click();
	await expect(few).toHaveValue('10');
	await page.goto(`${SURVEY}/plan`);
	await expect(page.getByRole('heading', { name: 'Group Update Provider' }).first()).toBeVisible();
});

test('an unconfirmed fact is confirmed under a name, and can be taken back', async ({ page }) => {
	await page.goto(`${SURVEY}/confirm`);
	const row = page.getByRole('listitem').filter({ hasText: 'B-12a' });
	await row.getByRole('button', { name: 'Confirm B-12a' }).click();
	await expect(row.getByText('Write down what you saw.')).toBeVisible();
	await row.getByLabel('What you saw').fill('Cache 500 MB in 14.3 RU8');
	await row.getByLabel('Your name').fill('Ana Duarte');
	await row.getByRole('button', { name: 'Confirm B-12a' }).click();
	await expect(row.getByText('Ana Duarte')).toBeVisible();
	await page.reload();
	await expect(row.getByText('Cache 500 MB in 14.3 RU8')).toBeVisible();
	await row.getByRole('button', { name: 'Take back B-12a' }).click();
	await expect(row.getByLabel('What you saw')).toBeVisible();
});

for (const page of ['limits', 'confirm']) {
	test(`${page}: axe finds nothing, fingers hit, nothing sticks out`, async ({ page: tab }) => {
		await tab.goto(`${SURVEY}/${page}`);
		await expect(tab.getByRole('listitem').first()).toBeVisible();
		await expectAccessible(tab);
		await expectFitsPhone(tab);
	});
}
