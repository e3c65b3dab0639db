import { expect, test, type Page } from '@playwright/test';
import { answers, author, backupWith, sampleChanges } from './support/authors.ts';
import { expectAccessible, expectFitsPhone } from './support/pages.ts';

const SURVEY = 'long-story';
const SPEED = 'How fast is the link from the SEPM’s side to this site?';

const changes = (page: Page) => page.getByRole('list', { name: 'Changes' }).getByRole('listitem');

test('a timeline says who changed what, from what, when and on which device, of five thousand changes', async ({
	page
}) => {
	const first = author('Lea', '2026-11-19T08:00:00Z')(
		SURVEY,
		sampleChanges('thin-link-branch.json')
	);
	const kim = author('Kim', '2026-11-20T10:30:00Z');
	const many = [];
	let seen = first;
	for (let n = 1; first.length + many.length < 5000; n += 1) {
		seen = kim(SURVEY, answers({ linkUpMbps: n }), seen);
		many.push(...seen);
	}
	const ana = author('Ana', '2026-11-21T07:00:00Z')(SURVEY, answers({ linkDownMbps: 9 }), first);
	await page.goto('/device');
	await page
		.getByLabel('Restore from a backup')
		.setInputFiles(backupWith([...first, ...many, ...ana]));
	await expect(page.getByText('of 1 survey were taken in')).toBeVisible({ timeout: 30_000 });

	await page.goto(`/survey/${SURVEY}`);
	await page.getByRole('link', { name: 'Timeline' }).click();
	await expect(page.getByText('5001 of 5001 changes')).toBeVisible();
	const newest = changes(page).first();
	await expect(newest.getByRole('link', { name: SPEED })).toBeVisible();
	await expect(newest).toContainText('2 Mbit/s → 9 Mbit/s');
	await expect(newest).toContainText('Ana');
	await expect(newest).toContainText('21 Nov 2026, 07:00');
	await expect(newest).toContainText('device …-Ana');

	await expect(changes(page)).toHaveCount(100);
	await page.getByRole('button', { name: 'Show earlier changes' }).click();
	await expect(changes(page)).toHaveCount(200);

	await page.getByLabel('Person').selectOption('Lea');
	await expect(page.getByText(`${first.length} of 5001 changes`)).toBeVisible();
	await page.getByLabel('Answer').selectOption(SPEED);
	await expect(changes(page)).toHaveCount(1);
	await expect(changes(page)).toContainText('2 Mbit/s');
	await expect(changes(page)).toContainText('changed since');
	await expectAccessible(page);
	await expectFitsPhone(page);
});
