import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { inflateRawSync } from 'node:zlib';
import type { Change } from '../../src/lib/log/event.ts';
import { expect, test } from './support/app.ts';
import { author, backupWith, sampleChanges } from './support/authors.ts';
import { expectAccessible, expectFitsPhone } from './support/pages.ts';

const AT = '2026-11-20T09:12:00Z';
const inProject = (name: string): Change => ({ path: 'survey/project', value: name });

/** Three sites: a thin branch in the North with an issue, a lab and a head office in the South. */
async function threeSites(page: Page) {
	const lea = author('Lea');
	const events = [
		...lea('branch', [
			...sampleChanges('thin-link-branch.json'),
			inProject('North'),
			{ path: 'review/state', value: { state: 'issues', note: 'Measure it', by: 'Lea', at: AT } },
			{ path: 'survey/assignee', value: { id: 'person-Kim', name: 'Kim' } }
		]),
		...lea('lab', [...sampleChanges('air-gapped-lab.json'), inProject('South')]),
		...lea(
			'office',
			[
				...sampleChanges('head-office-12000.json'),
				inProject('South'),
				{ path: 'survey/title', value: '=HYPERLINK("x")' }
			].filter(({ path }, at, all) => all.findLastIndex((each) => each.path === path) === at)
		)
	];
	await page.goto('/device');
	await page.getByLabel('Restore from a backup').setInputFiles(backupWith(events));
	await expect(page.getByText('of 3 surveys were taken in')).toBeVisible();
}

const table = (page: Page) => page.getByRole('table', { name: 'Surveys' });
const line = (page: Page, text: string) => table(page).getByRole('row').filter({ hasText: text });

async function download(page: Page, name: string) {
	const started = page.waitForEvent('download');
	await page.getByRole('button', { name: `Export as ${name}` }).click();
	const file = await started;
	return { name: file.suggestedFilename(), content: readFileSync(await file.path()) };
}

test.beforeEach(async ({ page }) => {
	await threeSites(page);
});

test('the start page leads to the board, which says of every site where it stands', async ({
	page
}) => {
	await page.goto('/');
	await page.getByRole('main').getByRole('link', { name: 'Board' }).click();
	const branch = line(page, 'Lyon branch');
	await expect(branch).toContainText('GUP');
	await expect(branch).toContainText('North');
	await expect(branch).toContainText('has issues');
	await expect(branch).toContainText('Measure it');
	await expect(branch).toContainText('Kim');
	await expect(branch).toContainText(/\d+ of \d+/);
	await expect(line(page, 'Materials test lab')).toContainText('Intelligent Updater');
});

test('it is searched, filtered and sorted, without a network', async ({ page, app }) => {
	await app.install(page);
	await app.kill();
	await page.goto('/board');
	await expect(page.getByText('3 of 3 shown')).toBeVisible();
	await page.getByLabel('Find').fill('lyon');
	await expect(page.getByText('1 of 3 shown')).toBeVisible();
	await page.getByRole('button', { name: 'Show all again' }).click();
	await page.getByLabel('Project').selectOption('South');
	await expect(page.getByText('2 of 3 shown')).toBeVisible();
	await expect(line(page, 'Lyon branch')).toHaveCount(0);
	await page.getByRole('button', { name: 'Show all again' }).click();
	await page.getByLabel('Method').selectOption('gup');
	await expect(line(page, 'Lyon branch')).toBeVisible();
	await expect(line(page, 'Materials test lab')).toHaveCount(0);
	await page.getByRole('button', { name: 'Show all again' }).click();
	await page.getByLabel('Sort by').selectOption('project');
	await expect(table(page).getByRole('row').nth(1)).toContainText('North');
});

test('totals add up over all sites, as a table and as a chart, and tiles lead to each site', async ({
	page
}) => {
	await page.goto('/board');
	await expect(line(page, 'Lyon branch')).toContainText('GUP');
	await page.getByRole('button', { name: 'Totals' }).click();
	await expect(page.getByRole('img', { name: 'Clients per method' })).toBeVisible();
	const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'GUP' }) });
	await expect(row).toContainText(/\d/);
	await expect(page.getByText(/Group Update Providers? to build at 1 site/)).toBeVisible();
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Tiles' }).click();
	await expect(page.getByRole('region', { name: 'South' }).getByRole('link')).toHaveCount(2);
	await expectAccessible(page);
	await expectFitsPhone(page);
	await page.getByRole('region', { name: 'North' }).getByRole('link').click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Lyon branch');
});

test('it is saved as CSV that no spreadsheet runs, as JSON and as a workbook', async ({ page }) => {
	await page.goto('/board');
	await expect(line(page, 'Lyon branch')).toContainText('GUP');
	await expect(page.getByRole('progressbar', { name: 'Plans worked out' })).toHaveCount(0);

	const csv = await download(page, 'CSV');
	expect(csv.name).toMatch(/^sitewalk-board-\d{4}-\d{2}-\d{2}\.csv$/);
	expect([...csv.content.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
	const lines = csv.content.toString('utf8').trimEnd().split('\r\n');
	expect(lines).toHaveLength(4);
	expect(lines.find((each) => each.includes('HYPERLINK'))).toMatch(/^"'=HYPERLINK\(""x""\)",/);

	const json = JSON.parse((await download(page, 'JSON')).content.toString('utf8')) as {
		readonly totals: { readonly gups: number };
		readonly surveys: readonly { readonly id: string }[];
	};
	expect(json.surveys.map(({ id }) => id).sort()).toEqual(['branch', 'lab', 'office']);
	expect(json.totals.gups).toBeGreaterThan(0);

	const workbook = (await download(page, 'XLSX')).content;
	const sheet = unzipped(workbook, 'xl/worksheets/sheet1.xml');
	expect(sheet).not.toContain('<f>');
	expect(unzipped(workbook, 'xl/worksheets/sheet2.xml')).toContain('<row');
	expect(sheet + unzipped(workbook, 'xl/sharedStrings.xml')).toContain('Lyon branch');
});

/** One file of a ZIP archive, by its table of contents. */
function unzipped(zip: Buffer, name: string): string {
	let at = zip.readUInt32LE(zip.length - 22 + 16);
	while (zip.readUInt32LE(at) === 0x02014b50) {
		const size = zip.readUInt32LE(at + 20);
		const nameLength = zip.readUInt16LE(at + 28);
		const start = zip.readUInt32LE(at + 42);
		if (zip.toString('utf8', at + 46, at + 46 + nameLength) === name) {
			const data = start + 30 + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28);
			const body = zip.subarray(data, data + size);
			const isStored = zip.readUInt16LE(at + 10) === 0;
			return (isStored ? body : inflateRawSync(body)).toString('utf8');
		}
		at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
	}
	throw new Error(`The archive has no ${name}.`);
}

test('two hundred plans are worked out while the page goes on, and can be stopped and gone on with', async ({
	page
}) => {
	const changes = sampleChanges('head-office-12000.json');
	const many = author('Max');
	const events = Array.from({ length: 200 }, (_, n) => many(`site-${n}`, changes)).flat();
	await page.goto('/device');
	await page.getByLabel('Restore from a backup').setInputFiles(backupWith(events));
	await expect(page.getByText('of 200 surveys were taken in')).toBeVisible({ timeout: 30_000 });

	await page.goto('/board');
	await page.getByRole('button', { name: 'Stop' }).click();
	await expect(page.getByText('Plans are not worked out any further.')).toBeVisible();
	await page.getByLabel('Find').fill('lyon');
	await expect(page.getByText('1 of 203 shown')).toBeVisible();
	await page.getByRole('button', { name: 'Go on' }).click();
	await page.getByRole('button', { name: 'Totals' }).click();
	await page.getByRole('button', { name: 'Show all again' }).click();
	await expect(page.getByText(/^203 sites:/)).toBeVisible({ timeout: 50_000 });
});
