import { expect, test } from '@playwright/test';
import { openSample } from './support/sample.ts';

const NETWORK = '/survey/sample-thin-link-branch/network';

test.beforeEach(async ({ page }) => {
	await openSample(page, 'thin-link-branch.json');
	await page.goto(NETWORK);
});

test('dragging the link across its tipping point flips the rule that it names, and one tap goes back', async ({
	page
}) => {
	const follows = page.getByRole('status', { name: 'What follows' });
	await expect(follows).toContainText('Office PCs: Group Update Provider');
	await expect(
		page.getByRole('listitem').filter({ hasText: 'Link to this site: from' })
	).toContainText('gup-thin-link');

	const link = page.getByRole('slider', { name: 'Link to this site' });
	await link.focus();
	for (let presses = 0; presses < 90; presses += 1) await page.keyboard.press('ArrowRight');
	await expect(follows).toContainText('Symantec Endpoint Protection Manager');
	await expect(follows).toContainText('no longer holds');
	await expect(follows).toContainText('gup-thin-link');

	await page.getByRole('button', { name: 'Back to the surveyed values' }).click();
	await expect(follows).toContainText('Office PCs: Group Update Provider');
	await expect(follows).not.toContainText('no longer holds');
});

test('a what-if changes no answer', async ({ page }) => {
	await page.getByRole('spinbutton', { name: 'Link to this site, exact' }).fill('500');
	await page.keyboard.press('Tab');
	await expect(page.getByRole('status', { name: 'What follows' })).toContainText(
		'instead of Group Update Provider'
	);
	await page.goto('/survey/sample-thin-link-branch/link');
	await expect(
		page.getByLabel('How fast is the link from the SEPM’s side to this site?')
	).toHaveValue('2');
});

test('the simulation plays in its worker, and the site is drawn before and after', async ({
	page
}) => {
	await expect(
		page.getByRole('img', { name: /Clients with content no older than a day/ })
	).toBeVisible();
	const drawing = page.getByRole('img', { name: /Lyon branch, as recommended/ });
	await expect(drawing).toContainText('LYO-FS1');
	await page.getByRole('button', { name: 'Before' }).click();
	await expect(page.getByRole('img', { name: /Lyon branch, every client asks/ })).not.toContainText(
		'LYO-FS1'
	);
});

test('the drawing is saved as a picture that stands alone', async ({ page }) => {
	const saved = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Save as SVG' }).click();
	const file = await saved;
	expect(file.suggestedFilename()).toBe('Lyon-branch-after.svg');
	const chunks: Buffer[] = [];
	for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
	const svg = Buffer.concat(chunks).toString('utf8');
	expect(svg).toContain('LYO-FS1');
	expect(svg).not.toContain('var(--');
});
