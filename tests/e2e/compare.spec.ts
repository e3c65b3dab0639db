import { expect, test } from '@playwright/test';
import { expectAccessible, expectFitsPhone } from './support/pages.ts';
import { printed, squeezed } from './support/pdf.ts';
import { openSample } from './support/sample.ts';

const LYON = '/survey/sample-thin-link-branch';

test('two methods stand side by side, found from the plan, and say what differs', async ({
	page
}) => {
	await openSample(page, 'thin-link-branch.json', 'Plan');
	await page
		.getByRole('navigation', { name: 'This plan' })
		.getByRole('link', { name: 'Compare' })
		.click();
	const table = page.getByRole('table', {
		name: /Symantec Endpoint Protection Manager beside Group Update Provider/
	});
	const fill = table.getByRole('row', { name: /First fill, link time/ });
	await expect(fill).toContainText('45 h 6 min');
	await expect(fill).toContainText('1 h 3 min');
	await expect(fill).toContainText('differs');
	await expect(table.getByRole('row', { name: /All filled after/ })).toContainText('4 days 5 h');

	// Two choices at once: the second is made before the page has taken up the first.
	await page.evaluate(() => {
		const choose = (label: string, text: string) => {
			const select = [...document.querySelectorAll('label')]
				.find(({ textContent }) => textContent.trim().startsWith(label))!
				.querySelector('select')!;
			select.selectedIndex = [...select.options].findIndex((option) => option.text === text);
			select.dispatchEvent(new Event('change', { bubbles: true }));
		};
		choose('The other', 'Intelligent Updater');
		choose('For', 'Office PCs');
	});
	const walk = page.getByRole('row', { name: /By hand, from machine to machine/ });
	await expect(walk).toContainText('7 h 24 min at 6 minutes a machine (ours)');
	expect(page.url()).toContain('b=intelligent-updater');
	await page.reload();
	await expect(walk).toContainText('7 h 24 min');
});

test('two surveys stand side by side by an address', async ({ page }) => {
	await openSample(page, 'head-office-12000.json');
	const other = new URL(page.url()).pathname.split('/')[2]!;
	await page.goto('/?samples');
	await page.getByRole('button', { name: 'A branch on a thin link' }).click();
	await page.waitForURL(LYON);
	await page.goto(`${LYON}/compare?with=${other}`);
	const surveys = page.getByRole('region', { name: 'Two surveys' });
	await expect(surveys.getByRole('row', { name: /^Clients / })).toContainText('86');
	await expect(surveys.getByRole('row', { name: /Recommended/ })).toContainText('★ GUP');
	await page.goto(`${LYON}/compare?with=nowhere`);
	await expect(surveys.getByRole('status')).toContainText('not on this device');
});

test('a comparison fits a phone, is accessible, and prints', async ({ page }) => {
	await openSample(page, 'thin-link-branch.json');
	await page.goto(`${LYON}/compare`);
	await expect(page.getByRole('row', { name: /All filled after/ })).toContainText('4 days');
	await expectAccessible(page);
	const { text } = await printed(page);
	expect(text).toContain(squeezed('Steps of the checklist'));
	expect(text).not.toContain(squeezed('One method'));
	await expectFitsPhone(page);
	await expect(page.getByRole('row', { name: /First fill, link time/ })).toContainText('1 h 3 min');
});
