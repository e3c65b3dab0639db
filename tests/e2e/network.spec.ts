import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { expectAccessible, expectFitsPhone } from './support/pages.ts';
import { openSample } from './support/sample.ts';

const NETWORK = '/survey/sample-thin-link-branch/network';

test.beforeEach(async ({ page }) => {
	await openSample(page, 'thin-link-branch.json');
	await page.goto(NETWORK);
});

test('dragging the link across its tipping point flips exactly the rules that it names, and one tap goes back', async ({
	page
}) => {
	const follows = page.getByRole('status', { name: 'What follows' });
	await expect(follows).toContainText('Office PCs: Group Update Provider');
	const point = page.getByRole('listitem').filter({ hasText: 'Link to this site: from' });
	const [, value = '', named = ''] =
		/from ([\d.]+) Mbit\/s .*\(([^)]+)\)/.exec((await point.innerText()).replaceAll('\n', ' ')) ??
		[];
	const rules = named.split(', ').sort();
	expect(rules).toContain('gup-thin-link');

	const link = page.getByRole('slider', { name: 'Link to this site' });
	const exact = page.getByRole('spinbutton', { name: 'Link to this site, exact' });
	await link.scrollIntoViewIfNeeded();
	const { width, height, x, y } = (await link.boundingBox())!;
	await page.mouse.move(x + width * 0.26, y + height / 2);
	await page.mouse.down();
	let at = 0;
	for (let step = 0; at < Number(value) && step < 400; step += 1) {
		expect(await follows.getByRole('code').allInnerTexts(), `at ${at} Mbit/s`).toEqual([]);
		await page.mouse.move(x + width * 0.3 + step * 2, y + height / 2);
		at = Number(await exact.inputValue());
	}
	await page.mouse.up();
	expect(at).toBeLessThan(Number(value) * 1.1);
	await expect(follows).toContainText('Symantec Endpoint Protection Manager');
	const flips = follows.getByRole('listitem');
	await expect(flips).toHaveCount(rules.length);
	expect((await follows.getByRole('code').allInnerTexts()).sort()).toEqual(rules);
	await expect(flips.filter({ hasText: 'no longer holds' })).toHaveCount(rules.length);

	await page.getByRole('button', { name: 'Back to the surveyed values' }).click();
	await expect(follows).toContainText('Office PCs: Group Update Provider');
	await expect(flips).toHaveCount(0);
	await expect(exact).toHaveValue('2');
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
	const load = page.getByRole('img', {
		name: /^Direct: the link’s share for updates is full in 5/
	});
	await expect(load).toContainText('Directly: 45 h 26 min in 5 windows, until 05:28 on day 5');
	await expect(load).toContainText(/With a GUP: 1 h \d+ min, until 01:\d\d/);
	await expect(load).toContainText('25 % of 2 Mbit/s');
	await expect(load).toContainText('20:00 to 06:00');
	await expect(page.getByRole('img', { name: /^An ordinary day/ })).toContainText('Heartbeats');
	const drawing = page.getByRole('img', { name: /Lyon branch, as recommended/ });
	await expect(drawing).toContainText('LYO-FS1');
	await page.getByRole('button', { name: 'Before' }).click();
	await expect(page.getByRole('img', { name: /Lyon branch, every client asks/ })).not.toContainText(
		'LYO-FS1'
	);
});

test('what a GUP that fails costs is told with the bypass time and its numbers', async ({
	page
}) => {
	const costs = page.getByRole('region', { name: 'What each method costs' });
	await expect(
		costs.getByRole('heading', { name: 'If the Group Update Provider fails' })
	).toBeVisible();
	await expect(costs.getByText(/^Clients try a GUP in vain for 3 days/)).toBeVisible();
	const fill = costs.getByText(/^First fill: the first client goes round it after/);
	// 86 clients take a full set each, of 118 MB as it was measured.
	await expect(fill).toContainText(
		/the link carries 1\d\.\d GB in \d+ days, instead of \d{3} MB in 7/
	);
});

test('the drawing is saved as a picture that stands alone', async ({ page }) => {
	const save = async (as: 'SVG' | 'PNG') => {
		const saved = page.waitForEvent('download');
		await page.getByRole('button', { name: `Save as ${as}` }).click();
		const file = await saved;
		expect(file.suggestedFilename()).toBe(`Lyon-branch-after.${as.toLowerCase()}`);
		return readFileSync(await file.path());
	};
	const svg = (await save('SVG')).toString('utf8');
	expect(svg).toContain('LYO-FS1');
	expect(svg).not.toContain('var(--');

	const png = await save('PNG');
	expect(png.toString('latin1', 1, 4)).toBe('PNG');
	const ink = await page.evaluate(async (base64) => {
		const image = new Image();
		image.src = `data:image/png;base64,${base64}`;
		await image.decode();
		const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d')!;
		canvas.drawImage(image, 0, 0);
		const { data } = canvas.getImageData(0, 0, image.width, image.height);
		let dark = 0;
		for (let at = 0; at < data.length; at += 4)
			if (data[at + 3]! > 200 && data[at]! + data[at + 1]! + data[at + 2]! < 200) dark += 1;
		return { width: image.width, dark };
	}, png.toString('base64'));
	expect(ink.width).toBeGreaterThan(1000);
	expect(ink.dark).toBeGreaterThan(1000);
});

test('every picture has a title, a description and a table; the page fits a phone and is accessible', async ({
	page
}) => {
	const pictures = page.getByRole('img');
	await expect(pictures).toHaveCount(6);
	for (const picture of await pictures.all()) {
		expect((await picture.locator('> title').textContent())?.length).toBeGreaterThan(20);
		expect((await picture.locator('> desc').textContent())?.length).toBeGreaterThan(20);
	}
	const tables = page.getByRole('region', { name: 'What each method costs' }).locator('details');
	await expect(tables).toHaveCount(5);
	for (const table of await tables.all()) {
		await table.getByText('The same as a table').click();
		expect(await table.getByRole('row').count()).toBeGreaterThan(4);
	}
	await expectAccessible(page);
	await expectFitsPhone(page);
});
