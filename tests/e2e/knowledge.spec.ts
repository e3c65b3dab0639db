import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { expectAccessible, expectFitsPhone } from './support/pages.ts';
import { printed, squeezed } from './support/pdf.ts';
import { openSample } from './support/sample.ts';

const SAMPLE = new URL('../../static/samples/thin-link-branch.json', import.meta.url);

test('every contradiction between sources is told with both statements and what we do', async ({
	page
}) => {
	await page.goto('/sources');
	const section = page.getByRole('region', { name: 'Where sources contradict each other' });
	for (let number = 1; number <= 10; number += 1) {
		const card = section.locator(`#conflict-K${number}`);
		await expect(card.getByRole('listitem')).not.toHaveCount(1);
		await expect(card.getByRole('link', { name: /^Source / }).first()).toBeVisible();
		await expect(card.getByText('What we do:')).toBeVisible();
	}
	await expectFitsPhone(page);
});

test('a plan warns of the contradictions that bear on it, and tells them in full', async ({
	page
}) => {
	await openSample(page, 'thin-link-branch.json', 'Plan');
	await expect(page.getByText(/The times through the link follow .* eight times/)).toBeVisible();
	const all = page.getByRole('group').filter({ hasText: 'Where sources contradict each other:' });
	await all.getByText(/\d+ topics of this plan/).click();
	await expect(all.getByRole('heading', { name: /Unit of the content size/ })).toBeVisible();
	await expect(all.getByRole('heading', { name: /Kinds of \.jdb/ })).toBeHidden();
	await expectAccessible(page);
});

test('a plan whose steps were recorded with older knowledge says what changed since', async ({
	page
}) => {
	const file = JSON.parse(readFileSync(SAMPLE, 'utf8')) as Record<string, unknown>;
	const done = { state: 'done', by: 'Kim', at: '2026-11-22T10:00:00+01:00' };
	const steps = { 'gup-subnets': { ...done, knowledge: '2026.11.1' } };
	await page.goto('/');
	await page.getByLabel('Choose a survey file').setInputFiles({
		name: 'old.json',
		mimeType: 'application/json',
		buffer: Buffer.from(JSON.stringify({ ...file, steps }))
	});
	await page.waitForURL(/\/survey\/./);
	await page
		.getByRole('navigation', { name: 'This survey' })
		.getByRole('link', { name: 'Plan' })
		.click();
	const older = page.getByRole('region', { name: 'Older knowledge' });
	await expect(older.getByText('were recorded with knowledge 2026.11.1')).toBeVisible();
	await expect(older.getByText(/2026\.11\.2: A blocked port to the GUP is an error/)).toBeVisible();
});

test('the list of sections says where answers still matter to the plan', async ({ page }) => {
	await openSample(page, 'mixed-unfinished.json');
	await page
		.getByRole('navigation', { name: 'This survey' })
		.getByRole('link', { name: 'Survey' })
		.click();
	const sections = page.getByRole('region', { name: 'Sections' });
	await expect(sections.getByRole('link', { name: /Rules, tools/ })).toContainText(
		/\d+ still matter to the plan/
	);
	await expect(sections.getByRole('link', { name: /^Before you leave/ })).not.toContainText(
		'matter'
	);
});

test('what must be found before leaving is printed by place, with room to write', async ({
	page
}) => {
	await openSample(page, 'mixed-unfinished.json');
	await page
		.getByRole('navigation', { name: 'This survey' })
		.getByRole('link', { name: 'Review' })
		.click();
	await expect(page.getByRole('button', { name: 'Print this list' })).toBeVisible();
	await expect(page.getByText('Asking the rules')).toBeHidden();
	const { text, pages } = await printed(page);
	for (const words of [
		'Before you leave Harbour terminal',
		'How fast is the link from the SEPM’s side to this site?',
		'Not found out, because:',
		'Client groups: Crane controllers',
		'could change'
	])
		expect(text).toContain(squeezed(words));
	expect(text).not.toContain(squeezed('How far it is'));
	expect(text).not.toContain(squeezed('Print this list'));
	expect(pages.length).toBeLessThan(6);
});

test('a way to check is shown with the names of the site', async ({ page }) => {
	await openSample(page, 'thin-link-branch.json', 'Checklist');
	await page
		.getByRole('link', { name: /Group Update Provider|GUP/ })
		.first()
		.click();
	const ways = page.getByText(/Test-NetConnection -ComputerName 'LYO-FS1' -Port '2967'/);
	await expect(ways.first()).toBeAttached();
	await expect(page.getByText('<gupHost>')).toHaveCount(0);
});

test('questions and assumed sizes lead to their sources', async ({ page }) => {
	await openSample(page, 'mixed-unfinished.json', 'Plan');
	await expect(page.getByRole('link', { name: /^Source KB161910/ }).first()).toBeVisible();
	await page
		.getByRole('navigation', { name: 'This survey' })
		.getByRole('link', { name: 'Survey' })
		.click();
	await page.getByRole('link', { name: /Link to the SEPM/ }).click();
	const trip = page.getByRole('group').filter({
		has: page.getByRole('heading', { name: /How long does a round trip/ })
	});
	await trip.getByText('Why and how').click();
	await expect(trip.getByText(/^The record only\. No text gives a limit/)).toBeVisible();
	await trip.getByRole('link', { name: 'OURS' }).click();
	await expect(page).toHaveURL(/\/sources#OURS$/);
	await expect(page.getByRole('article', { name: /./ }).and(page.locator('#OURS'))).toBeVisible();
});
