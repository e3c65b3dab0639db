import { expect, test as base, type Browser, type Page } from '@playwright/test';
import { expectAccessible, expectFitsPhone } from './support/pages.ts';
import { expectSaved, question, startSurvey, surveys } from './support/survey.ts';
import { TestTeam } from './support/team.ts';

const CODE = 'What is the short code of the site?';

const test = base.extend<{ team: TestTeam; open: (name: string) => Promise<Page> }>({
	// Playwright reads what a fixture needs from this pattern.
	// eslint-disable-next-line no-empty-pattern
	team: async ({}, use) => use(new TestTeam()),
	open: async ({ team, browser }, use) => {
		const pages: Page[] = [];
		await use(async (name) => {
			const page = await newDevice(browser, team);
			pages.push(page);
			await joinAs(page, team, name);
			return page;
		});
		for (const page of pages) await page.context().close();
	}
});

async function newDevice(browser: Browser, team: TestTeam): Promise<Page> {
	const context = await browser.newContext();
	await team.attend(context);
	return context.newPage();
}

async function joinAs(
	page: Page,
	team: TestTeam,
	name: string,
	role: 'technician' | 'lead' | 'viewer' = 'technician'
) {
	await page.goto(team.invite(`secret-of-${name}`, role));
	await page.getByLabel('Your name').fill(name);
	await page.getByRole('button', { name: 'Join', exact: true }).click();
	await expect(page.getByRole('heading', { name: 'North' })).toBeVisible();
}

async function syncNow(page: Page) {
	await page.goto('/team');
	await page.getByRole('button', { name: 'Sync now' }).click();
	await expect(page.getByText('Everything is on the team server')).toBeVisible();
}

function conflict(page: Page) {
	return question(page, CODE).getByRole('group', { name: /answers stand side by side/ });
}

async function openVisit(page: Page) {
	await page.goto('/');
	await surveys(page).getByRole('link', { name: 'Lyon' }).first().click();
	await page
		.getByRole('navigation', { name: 'This survey' })
		.getByRole('link', { name: 'Survey' })
		.click();
	await page.getByRole('region', { name: 'Sections' }).getByRole('link').first().click();
	await expect(page.getByLabel(CODE)).toBeVisible();
}

async function answerCode(page: Page, code: string) {
	await openVisit(page);
	await page.getByLabel(CODE).fill(code);
	await page.getByLabel(CODE).press('Enter');
	await expectSaved(page, CODE);
}

function valuesOf(team: TestTeam): unknown[] {
	return team.log.rows
		.filter(({ event }) => event.path === 'answers/siteCode')
		.map(({ event }) => event.value)
		.sort();
}

test('whoever works alone never asks a team server', async ({ browser, team }) => {
	const page = await newDevice(browser, team);
	await startSurvey(page, 'Lyon', 'Kim');
	await page.getByLabel(CODE).fill('LYS');
	await page.getByLabel(CODE).press('Enter');
	await expectSaved(page, CODE);
	await page.goto('/team');
	await expect(page.getByText('This device works alone')).toBeVisible();
	await page.waitForTimeout(3000);
	expect(team.asked).toEqual([]);
	await page.context().close();
});

test('what was recorded alone is carried over, and says that the team has it', async ({
	browser,
	team
}) => {
	const page = await newDevice(browser, team);
	await startSurvey(page, 'Lyon', 'Kim');
	await page.goto(team.invite('a-secret'));
	await expect(page.getByLabel('Invitation')).toHaveValue('a-secret');
	expect(page.url()).not.toContain('a-secret');
	await expect(page.getByText(/1 survey with \d+ changes? on this device\s+goes/)).toBeVisible();
	await expect(page.getByLabel('Your name')).toHaveValue('Kim');
	await page.getByRole('button', { name: 'Join', exact: true }).click();
	await expect(page.getByText('Everything is on the team server')).toBeVisible();
	expect(team.log.rows.map(({ event }) => event.author.name)).toContain('Kim');

	await answerCode(page, 'LYS');
	await expect.poll(() => valuesOf(team)).toEqual(['LYS']);
	await expect(page.getByText('On the team server')).toBeVisible();
	await page.context().close();
});

test('two answers given to one question offline are both seen, and settled', async ({
	team,
	open
}) => {
	const kim = await open('Kim');
	await startSurvey(kim, 'Lyon');
	await syncNow(kim);
	const ana = await open('Ana');
	await expect(ana.getByText('Everything is on the team server')).toBeVisible();

	team.weather = 'away';
	await answerCode(kim, 'LYS');
	await answerCode(ana, 'LY2');
	team.weather = 'fair';
	await syncNow(kim);
	await syncNow(ana);
	await syncNow(kim);

	for (const page of [kim, ana]) {
		await openVisit(page);
		await expect(conflict(page)).toContainText('LYS');
		await expect(conflict(page)).toContainText('LY2');
	}
	expect(valuesOf(team)).toEqual(['LY2', 'LYS']);

	await conflict(ana)
		.getByRole('button', { name: /^Use this: LYS, from/ })
		.click();
	await expect(conflict(ana)).toHaveCount(0);
	await syncNow(ana);
	await syncNow(kim);
	await openVisit(kim);
	await expect(kim.getByLabel(CODE)).toHaveValue('LYS');
	await expect(conflict(kim)).toHaveCount(0);
});

test('a hotel’s sign-in page and a lost reply are no acknowledgement', async ({ team, open }) => {
	const page = await open('Kim');
	for (const weather of ['hotel', 'deaf'] as const) {
		team.weather = weather;
		await page.goto('/');
		if (weather === 'hotel') await startSurvey(page, 'Lyon');
		await page.goto('/team');
		await page.getByRole('button', { name: 'Sync now' }).click();
		await expect(page.getByText('The team server cannot be reached from here')).toBeVisible();
		await expect(page.getByText(/answers? on this device only/)).toBeVisible();
		await expect(page.getByText('goes with the next sync')).toBeVisible();
	}
	team.weather = 'fair';
	await syncNow(page);
	const ids = team.log.rows.map(({ event }) => event.id);
	expect(new Set(ids).size).toBe(ids.length);
	expect(ids.length).toBeGreaterThan(0);
});

test('a dry run tells what would happen, and does nothing', async ({ team, open }) => {
	const page = await open('Kim');
	team.weather = 'away';
	await startSurvey(page, 'Lyon');
	await page.goto('/team');
	await page.getByRole('button', { name: 'What would a sync do?' }).click();
	await expect(page.getByText(/changes? would go .* cannot be reached/)).toBeVisible();
	expect(team.log.rows).toHaveLength(0);
});

test('a device reported lost is emptied, and says so', async ({ team, open }) => {
	const page = await open('Kim');
	await startSurvey(page, 'Lyon');
	await syncNow(page);
	const before = team.log.rows.length;
	team.turn(page.context(), 'lost');
	await page.reload();
	await expect(page.getByText('This device was taken out of its team')).toBeVisible();
	await page.getByRole('link', { name: 'Begin anew' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await expect(surveys(page).getByRole('link', { name: 'Lyon' })).toHaveCount(0);
	expect(team.log.rows).toHaveLength(before);
});

test('a retired device keeps what it has, and works alone', async ({ team, open }) => {
	const page = await open('Kim');
	await startSurvey(page, 'Lyon');
	await syncNow(page);
	team.turn(page.context(), 'retired');
	await page.reload();
	await expect(page.getByText('Your lead has retired this device')).toBeVisible();
	await page.goto('/');
	await expect(surveys(page).getByRole('link', { name: 'Lyon' }).first()).toBeVisible();
});

test('another person on the tablet never sends the first one’s answers', async ({ team, open }) => {
	const page = await open('Ana');
	team.weather = 'away';
	await startSurvey(page, 'Lyon');
	await page.goto('/team');
	await page.getByRole('link', { name: 'Not Ana? Switch person' }).click();
	await expect(page.getByText(/changes? of Ana not sent yet/)).toBeVisible();

	team.weather = 'fair';
	await page.goto(team.invite('for-ben'));
	await page.getByLabel('Your name').fill('Ben');
	await page.getByRole('button', { name: 'Join', exact: true }).click();
	await expect(page.getByText(/written by Ana: goes only when they work/)).toBeVisible();
	await page.getByRole('button', { name: 'Sync now' }).click();
	await expect(page.getByText(/Last success/)).toBeVisible();
	expect(team.log.rows).toHaveLength(0);
});

test('an invitation that was used says so', async ({ browser, team }) => {
	const page = await newDevice(browser, team);
	await page.goto('/join#nobody-knows-this');
	await page.getByLabel('Your name').fill('Kim');
	await page.getByRole('button', { name: 'Join', exact: true }).click();
	await expect(page.getByRole('alert')).toHaveText('This invitation was used already.');
	await page.context().close();
});

test('the pages of a team can be read and pressed by anybody', async ({ browser, team }) => {
	const page = await newDevice(browser, team);
	await page.goto('/join');
	await expect(page.getByRole('heading', { name: 'What is carried over' })).toBeVisible();
	await expectAccessible(page);
	await expectFitsPhone(page);

	await joinAs(page, team, 'Kim', 'lead');
	await page.getByRole('button', { name: 'Make a link' }).click();
	await expect(page.getByAltText('QR code of the link')).toBeVisible();
	await expect(page.getByLabel('Link', { exact: true })).toHaveValue(/\/join#made-here$/);
	await expect(page.getByText('Winter rollout')).toBeVisible();
	await expectAccessible(page);
	await expectFitsPhone(page);
	await page.context().close();
});
