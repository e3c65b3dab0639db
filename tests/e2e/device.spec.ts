import { readFileSync } from 'node:fs';
import { devices, expect, test, type Browser, type Page } from '@playwright/test';
import { endLine, headLine, rowLine } from '../../src/lib/device/backup-file.ts';
import type { LogEvent } from '../../src/lib/log/event.ts';
import { startSurvey, storedValues, surveys } from './support/survey.ts';

const CODE = 'What is the short code of the site?';

/** A backup of a device with one survey, whose site code is BAY-3, as lines. */
async function backupLines(page: Page): Promise<string[]> {
	await startSurvey(page, 'Bayonne', 'Jonas Weber');
	await page.getByLabel(CODE).fill('BAY-3');
	await page.getByLabel(CODE).press('Enter');
	await page.goto('/device');
	await expect.poll(() => storedValues(page, 'siteCode')).toEqual(['BAY-3']);
	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Make a backup' }).click();
	return readFileSync(await (await download).path(), 'utf8')
		.split('\n')
		.filter(Boolean);
}

function eventsOf(lines: readonly string[]): LogEvent[] {
	return lines.flatMap((line) => JSON.parse(line).event ?? []);
}

/** A whole backup of nothing but these events. */
function backupOf(events: readonly LogEvent[]): string[] {
	const rows = events.map((event) => rowLine('event', event));
	return [headLine('another', '2026-11-20T08:12:00Z'), ...rows, endLine(events.length)];
}

/** So many events of another survey. */
function manyLike([example]: readonly LogEvent[], many: number): LogEvent[] {
	return Array.from({ length: many }, (_, index) => ({
		...example!,
		id: `0199aaaa-0000-7000-8000-${index.toString(16).padStart(12, '0')}`,
		survey: `large-${Math.floor(index / 500)}`,
		path: `extra/n${index}`,
		supersedes: []
	}));
}

function restore(page: Page, lines: readonly string[]) {
	return page.getByLabel('Restore from a backup').setInputFiles({
		name: 'backup.jsonl',
		mimeType: 'application/jsonl',
		buffer: Buffer.from(lines.map((line) => `${line.trim()}\n`).join(''))
	});
}

async function deviceOf(browser: Browser, options = {}): Promise<Page> {
	const page = await browser.newPage(options);
	await page.goto('/device');
	return page;
}

test('reading a long backup can be cancelled, and says what became of it', async ({
	page,
	browser
}) => {
	const events = eventsOf(await backupLines(page));
	const lines = backupOf([...events, ...manyLike(events, 15_000)]);
	const other = await deviceOf(browser);
	await restore(other, lines);
	const reading = other.getByRole('group', { name: 'Reading the backup' });
	await expect(reading.getByRole('progressbar')).toBeVisible();
	await reading.getByRole('button', { name: 'Cancel' }).click();
	await expect(other.getByText('The reading was stopped.')).toBeVisible();
	await expect(other.getByRole('button', { name: 'Make a backup' })).toBeVisible();

	await restore(other, lines);
	await expect(other.getByText(/were taken in;|is on this device already/)).toBeVisible({
		timeout: 50_000
	});
	await other.getByRole('link', { name: 'Surveys' }).click();
	await expect(surveys(other).getByRole('link', { name: /Bayonne/ })).toBeVisible();
});

test('an event whose content was changed is kept apart, and the answer stays', async ({ page }) => {
	const events = eventsOf(await backupLines(page));
	await restore(
		page,
		backupOf(
			events.map((event) => (event.value === 'BAY-3' ? { ...event, value: 'BAY-9' } : event))
		)
	);
	await expect(page.getByText(/1 is kept apart/)).toBeVisible();
	const apart = page.getByRole('region', { name: 'Kept apart' });
	await expect(apart.getByRole('listitem')).toHaveText([
		/same id as another change.*BAY-9.*Jonas Weber/s
	]);
	expect(await storedValues(page, 'siteCode')).toEqual(['BAY-3']);
});

test('Safari is told what it may clear, and how to prevent it; other browsers are not', async ({
	page,
	browser
}) => {
	const hint = (where: Page) => where.getByText('after seven days without a visit');
	await page.goto('/device');
	await expect(page.getByRole('heading', { name: 'Storage' })).toBeVisible();
	await expect(hint(page)).toBeHidden();
	const safari = await deviceOf(browser, { userAgent: devices['iPad Mini'].userAgent });
	await expect(hint(safari)).toBeVisible();
});
