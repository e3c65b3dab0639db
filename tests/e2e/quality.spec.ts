import { expect, test } from '@playwright/test';
import { expectAccessible, expectFitsPhone } from './support/pages.ts';
import { openSample } from './support/sample.ts';

const SURVEY = '/survey/sample-thin-link-branch';

/** Every address of the app; a route that is not here is not promised to be usable. */
const ROUTES: Readonly<Record<string, string>> = {
	start: '/',
	device: '/device',
	board: '/board',
	sources: '/sources',
	overview: SURVEY,
	'a section': `${SURVEY}/link`,
	'a repeated section': `${SURVEY}/client-groups`,
	'a client group': `${SURVEY}/client-groups/office`,
	'a candidate': `${SURVEY}/candidates/fs1`,
	review: `${SURVEY}/review`,
	timeline: `${SURVEY}/timeline`,
	plan: `${SURVEY}/plan`,
	checklists: `${SURVEY}/checklist`,
	'a checklist': `${SURVEY}/checklist/gup`,
	network: `${SURVEY}/network`,
	'the printed report': `${SURVEY}/print/report`,
	'the printed checklist': `${SURVEY}/print/gup`,
	'a page that does not exist': '/nowhere',
	'a survey that is not here': '/survey/nobody-has-this'
};

test.beforeEach(async ({ page }) => {
	await openSample(page, 'thin-link-branch.json');
});

for (const [name, address] of Object.entries(ROUTES)) {
	test(`${name}: axe finds nothing, fingers hit, nothing sticks out`, async ({ page }) => {
		await page.goto(address);
		await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
		await expectAccessible(page);
		await expectFitsPhone(page);
	});
}

test('the keyboard alone walks from the start page to an answer', async ({ page }) => {
	await page.goto(`${SURVEY}/link`);
	const speed = page.getByLabel('How fast is the link from the SEPM’s side to this site?');
	await expect(speed).toBeVisible();
	for (let presses = 0; presses < 80; presses += 1) {
		if (await speed.evaluate((field) => field === document.activeElement)) break;
		await page.keyboard.press('Tab');
	}
	await expect(speed).toBeFocused();
	await page.keyboard.press('ControlOrMeta+A');
	await page.keyboard.type('4 Mbit/s');
	await page.keyboard.press('Tab');
	await page.reload();
	await expect(speed).toHaveValue('4');
});
