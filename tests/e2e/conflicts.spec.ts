import { expect, test, type Page } from '@playwright/test';
import { answers, author, backupWith, sampleChanges } from './support/authors.ts';
import { expectAccessible, expectFitsPhone } from './support/pages.ts';
import { question } from './support/survey.ts';

const SURVEY = 'two-authors';
const SPEED = 'How fast is the link from the SEPM’s side to this site?';
const SHARE = 'How much of that link may updates use?';
const HOST = 'What is the name or address of the SEPM that serves this site?';

/** Lea surveyed the branch; Ana and Kim, both offline, answered three questions on the link and one on the SEPM. */
async function twoAuthors(page: Page) {
	const lea = author('Lea', '2026-11-19T08:00:00Z');
	const first = lea(SURVEY, sampleChanges('thin-link-branch.json'));
	const ana = author('Ana')(
		SURVEY,
		answers({ linkDownMbps: 2, linkSharePercent: 20, windowHours: 9, sepmHost: 'PAR-SEPM1' }),
		first
	);
	const kim = author('Kim', '2026-11-20T10:30:00Z')(
		SURVEY,
		answers({ linkDownMbps: 10_000, linkSharePercent: 50, windowHours: 12, sepmHost: 'PAR-SEPM2' }),
		first
	);
	await page.goto('/device');
	await page
		.getByLabel('Restore from a backup')
		.setInputFiles(backupWith([...first, ...ana, ...kim]));
	await expect(page.getByText('1 survey')).toBeVisible();
}

const group = (page: Page) =>
	page.getByRole('group').filter({ hasText: 'These answers belong together.' });

test.beforeEach(async ({ page }) => {
	await twoAuthors(page);
});

test('the review shows both sides with who, when, device and source, and what each means to the plan', async ({
	page
}) => {
	await page.goto(`/survey/${SURVEY}/review`);
	const link = group(page);
	await expect(link).toContainText('2 answers stand side by side.');
	await expect(link.getByRole('listitem')).toHaveCount(2);
	const ana = link.getByRole('listitem').filter({ hasText: 'Ana' });
	await expect(ana).toContainText('2 Mbit/s');
	await expect(ana).toContainText('20 %');
	await expect(ana).toContainText('20 Nov');
	await expect(ana).toContainText('device …-Ana');
	await expect(ana).toContainText('questions version 1');
	await expect(link).toContainText(
		'Office PCs: with Ana’s answer GUP is recommended, with Kim’s answer SEPM is recommended.'
	);
	const host = page.getByRole('group', { name: HOST });
	await expect(host).toContainText(
		'The same methods are recommended either way; figures, warnings or steps of the plan differ.'
	);
	await expectAccessible(page);
	await expectFitsPhone(page);
});

test('one press uses all three answers of one person, and undo brings both sides back', async ({
	page
}) => {
	await page.goto(`/survey/${SURVEY}/review`);
	await group(page).getByRole('button', { name: 'Use Ana’s three' }).click();
	await expect(group(page)).toHaveCount(0);
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(group(page).getByRole('listitem').filter({ hasText: 'Ana' })).toContainText('20 %');
	await expect(group(page).getByRole('listitem').filter({ hasText: 'Kim' })).toContainText('50 %');

	await group(page).getByRole('button', { name: 'Use Kim’s three' }).click();
	await expect(group(page)).toHaveCount(0);
	await page.goto(`/survey/${SURVEY}/link`);
	await expect(page.getByLabel(SPEED)).toHaveValue('10000');
	await expect(page.getByLabel(SHARE)).toHaveValue('50');
});

test('answers that belong together can also be settled one by one, and the loser is in the history', async ({
	page
}) => {
	await page.goto(`/survey/${SURVEY}/link`);
	const share = question(page, SHARE);
	await share.getByRole('button', { name: 'Use this: 50 %' }).click();
	await expect(page.getByLabel(SHARE)).toHaveValue('50');
	await expect(share.getByText('answers stand side by side')).toHaveCount(0);
	await expect(question(page, SPEED).getByText('answers stand side by side')).not.toHaveCount(0);
	await share.getByText('earlier').click();
	await expect(share.getByRole('button', { name: 'Restore: 20 %' })).toBeVisible();
	await expectAccessible(page);
	await expectFitsPhone(page);
});

test('another answer can be typed, and undo lets both stand again', async ({ page }) => {
	await page.goto(`/survey/${SURVEY}/link`);
	const host = question(page, HOST);
	await page.getByLabel(HOST).fill('LYO-SEPM9');
	await page.getByLabel(HOST).press('Tab');
	await expect(host.getByText('answers stand side by side')).toHaveCount(0);
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(host.getByRole('button', { name: 'Use this: PAR-SEPM1' })).toBeVisible();
	await expect(host.getByRole('button', { name: 'Use this: PAR-SEPM2' })).toBeVisible();
});

test('a question to the colleague stands at the answer and in the review', async ({ page }) => {
	await page.goto(`/survey/${SURVEY}/link`);
	const host = question(page, HOST);
	await host.getByRole('button', { name: 'Ask a colleague' }).click();
	const words = host.getByLabel('Question to your colleague');
	await expect(words).toHaveValue('Ana, Kim: which is right, “PAR-SEPM1” or “PAR-SEPM2”?');
	await words.fill('Ana, did you read it off the console?');
	await host.getByRole('button', { name: 'Ask', exact: true }).click();
	await expect(host.getByText('Ana, did you read it off the console?')).toBeVisible();
	await page.goto(`/survey/${SURVEY}/review`);
	const comments = page.getByRole('region', { name: 'Comments' });
	await expect(comments).toContainText('Ana, did you read it off the console?');
	await comments.getByRole('link', { name: HOST }).click();
	await expect(host.getByText('Ana, did you read it off the console?')).toBeVisible();
});
