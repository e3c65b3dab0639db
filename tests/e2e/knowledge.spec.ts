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

test('an exported plan that is opened says what changed since, and changes nothing', async ({
	page
}) => {
	await openSample(page, 'thin-link-branch.json', 'Plan');
	const waiting = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Export plan' }).click();
	const text = readFileSync(await (await waiting).path(), 'utf8');
	const plan = JSON.parse(text.replaceAll('"recommended": "gup"', '"recommended": "sepm"')) as {
		survey: { revision: string };
	};
	const file = (name: string, change: object) => ({
		name,
		mimeType: 'application/json',
		buffer: Buffer.from(JSON.stringify({ ...plan, ...change }))
	});

	await page.goto('/');
	await page
		.getByLabel('Choose a survey file')
		.setInputFiles(file('plan.json', { knowledge: '2026.11.1' }));
	const earlier = page.getByRole('article', { name: 'Lyon branch' });
	await expect(earlier.getByText(`2026.11.1; today’s is`)).toBeVisible();
	await expect(earlier.getByText(plan.survey.revision)).toBeVisible();
	await expect(earlier.getByText(/2026\.11\.2: A blocked port to the GUP/)).toBeVisible();
	await expect(earlier.getByText('so what differs comes from the knowledge')).toBeVisible();
	const group = earlier.getByRole('region', { name: 'Office PCs' });
	await expect(group.getByText(/Then: .*Manager.*Today: Group Update Provider/)).toBeVisible();
	await expectAccessible(page);
	await expectFitsPhone(page);

	await page
		.getByLabel('Choose a plan file')
		.setInputFiles(file('other.json', { survey: { id: 'far', title: 'Far away' } }));
	const far = page.getByRole('article', { name: 'Far away' });
	await expect(far.getByText('The survey is not on this device')).toBeVisible();
	await page.getByLabel('Choose a plan file').setInputFiles(file('bad.json', { groups: 'none' }));
	await expect(page.getByRole('alert').getByRole('paragraph')).toHaveText([
		/bad\.json was not opened\. In this plan: At groups: a list was expected/
	]);
	await page.goto('/');
	await expect(
		page.getByRole('region', { name: 'Surveys on this device' }).getByRole('link')
	).toHaveText([/Lyon branch/]);
});

test('a plan printed with older knowledge says when, and what changed since', async ({ page }) => {
	await openSample(page, 'thin-link-branch.json', 'Plan');
	const address = page.url();
	await page.getByRole('link', { name: 'Print report' }).click();
	await expect(page.getByRole('article', { name: 'Preview' })).toBeVisible();
	await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
	await expect
		.poll(() => page.evaluate(printedWith, undefined))
		.toEqual(expect.stringMatching(/^\d{4}\./));
	await page.evaluate(printedWith, '2026.11.1');
	await page.goto(address);
	const older = page.getByRole('region', { name: 'Older knowledge' });
	await expect(
		older.getByText(/“Site report” was printed from this device on .* with knowledge 2026\.11\.1/)
	).toBeVisible();
	await expect(older.getByText(/2026\.11\.2: A blocked port to the GUP/)).toBeVisible();
});

/** The version that this device notes for its last print; with a version, as if it had printed with that one. */
function printedWith(version: string | undefined): Promise<string | undefined> {
	return new Promise((resolve, reject) => {
		const opening = indexedDB.open('sitewalk');
		opening.onerror = () => reject(new Error('The database does not open.'));
		opening.onsuccess = () => {
			const db = opening.result;
			const meta = db.transaction('meta', 'readwrite').objectStore('meta');
			const all = meta.getAll();
			all.onsuccess = () => {
				const rows = all.result as { key: string; value: { knowledge: string } }[];
				const row = rows.find(({ key }) => key.startsWith('setting:printed:'));
				if (row && version !== undefined) {
					meta.put({ ...row, value: { ...row.value, knowledge: version } });
				}
				meta.transaction.oncomplete = () => {
					db.close();
					resolve(row?.value.knowledge);
				};
			};
		};
	});
}

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
