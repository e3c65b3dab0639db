import { expect, test } from './support/app.ts';
import { printed } from './support/pdf.ts';
import { openSection, question, startSurvey } from './support/survey.ts';

test('from an empty device to a printed checklist, all of it after the server is gone', async ({
	app,
	page
}) => {
	await app.install(page);
	await app.kill();

	await startSurvey(page, 'Lyon branch', 'Ana Duarte');
	await openSection(page, 'Link to the SEPM');
	await question(page, 'Can the clients here open that port')
		.getByLabel('Yes, from every subnet')
		.check();
	await page.getByLabel('How fast is the link from the SEPM’s side to this site?').fill('2M');
	await openSection(page, 'Client groups');
	await page.getByRole('button', { name: 'Add client group' }).click();
	await page.getByLabel('What do you call this group?').fill('Office PCs');
	await question(page, 'Which system do these computers run?').getByLabel('Windows').check();
	await page.getByLabel('How many computers are in this group?').fill('40');
	await page.getByRole('heading', { level: 1 }).click();

	const tabs = page.getByRole('navigation', { name: 'This survey' });
	await tabs.getByRole('link', { name: 'Plan' }).click();
	await expect(page.getByRole('heading', { name: 'Group Update Provider' }).first()).toBeVisible();
	await expect(page.getByText('21.3 hours').first()).toBeVisible();

	await tabs.getByRole('link', { name: 'Checklist' }).click();
	await page.getByRole('link', { name: 'Open Group Update Provider' }).click();
	const first = page.getByRole('article').first();
	await first.getByRole('button', { name: 'Done', exact: true }).click();
	await expect(first.getByText('Ana Duarte')).toBeVisible();

	await page.getByRole('link', { name: 'Print' }).click();
	await expect(page.getByRole('article', { name: 'Preview' })).toBeVisible();
	const { pages, text } = await printed(page);
	expect(pages.length).toBeGreaterThan(3);
	for (const each of pages) expect(each).toContain('Lyonbranch');
	expect(text).toContain('AnaDuarte');
	expect(text).toContain('STOP');
});
