import { expectAccessible, expectFitsPhone } from './support/pages.ts';
import { expectSaved, startSurvey, storedValues, surveys } from './support/survey.ts';
import { API, expect, joinAs, test } from './support/team.ts';
import { answerCode, CODE, codesOn, conflict, openVisit, syncNow } from './support/team-visit.ts';

test('whoever works alone never asks a team server', async ({ team }) => {
	const page = await team.open();
	const asked: string[] = [];
	team.network.watch((path) => API.test(path) && asked.push(path));
	await startSurvey(page, 'Lyon', 'Kim');
	await page.getByLabel(CODE).fill('LYS');
	await page.getByLabel(CODE).press('Enter');
	await expectSaved(page, CODE);
	await page.goto('/team');
	await expect(page.getByText('This device works alone')).toBeVisible();
	await page.waitForTimeout(3000);
	expect(asked).toEqual([]);
});

test('the first lead joins by the printed link, and what he recorded alone is carried over', async ({
	team
}) => {
	const page = await team.open();
	await startSurvey(page, 'Lyon', 'Kim');
	await page.goto(team.setUpLink);
	await expect(page.getByLabel('Invitation')).not.toHaveValue('');
	expect(page.url()).toMatch(/\/join$/);
	await expect(page.getByText(/1 survey with \d+ changes? on this device\s+goes/)).toBeVisible();
	await expect(page.getByLabel('Your name')).toHaveValue('Kim');
	await page.getByRole('button', { name: 'Join', exact: true }).click();
	await expect(page.getByText('Everything is on the team server')).toBeVisible();

	await page.getByRole('button', { name: 'Make a link' }).click();
	await expect(page.getByAltText('QR code of the link')).toBeVisible();
	const link = await page.getByLabel('Link', { exact: true }).inputValue();
	const other = await team.open();
	await joinAs(other, link, 'Ana');
	await other.goto('/');
	await expect(surveys(other).getByRole('link', { name: 'Lyon' }).first()).toBeVisible();

	await page.reload();
	await expect(page.getByText('Ana, Linux computer')).toBeVisible();
	await answerCode(page, 'LYS');
	await expect(page.getByText('✓ On the team server')).toBeVisible();
	await expect(
		page.getByRole('link', { name: 'All changes are on the team server' })
	).toBeVisible();

	await page.goto(new URL('timeline', `${page.url().replace(/(survey\/[^/]+).*/, '$1')}/`).href);
	const newest = page.getByRole('list', { name: 'Changes' }).getByRole('listitem').first();
	await expect(newest).toContainText('left this device');
	await expect(newest).toContainText('the team had it');
});

test('F1: two answers given to one question offline are both seen, and settled', async ({
	team
}) => {
	const kim = await team.join('Kim');
	await startSurvey(kim, 'Lyon');
	await syncNow(kim);
	const ana = await team.join('Ana');
	await expect(ana.getByText('Everything is on the team server')).toBeVisible();

	team.network.cut(API);
	await answerCode(kim, 'LYS');
	await answerCode(ana, 'LY2');
	team.network.cut(undefined);
	for (const page of [kim, ana, kim]) await syncNow(page);
	for (const page of [kim, ana]) {
		await openVisit(page);
		await expect(conflict(page)).toContainText('LYS');
		await expect(conflict(page)).toContainText('LY2');
	}
	expect(await codesOn(team)).toEqual(['LY2', 'LYS']);

	await conflict(ana)
		.getByRole('button', { name: /^Use this: LYS, from/ })
		.click();
	await expect(conflict(ana)).toHaveCount(0);
	for (const page of [ana, kim]) await syncNow(page);
	await openVisit(kim);
	await expect(kim.getByLabel(CODE)).toHaveValue('LYS');
	await expect(conflict(kim)).toHaveCount(0);
	expect(await codesOn(team)).toEqual(['LYS']);
});

test('a colleague’s answer arrives by itself', async ({ team }) => {
	const [kim, ana] = [await team.join('Kim'), await team.join('Ana')];
	await ana.goto('/');
	await startSurvey(kim, 'Lyon');
	await expect(surveys(ana).getByRole('link', { name: 'Lyon' }).first()).toBeVisible();
});

test('F28 F31: four tabs of one device send an answer once, and one of them listens for all', async ({
	team
}) => {
	const page = await team.join('Kim');
	await expect(page.getByText('Everything is on the team server')).toBeVisible();
	await startSurvey(page, 'Lyon');
	const others = await Promise.all([1, 2, 3].map(() => page.context().newPage()));
	const asked: string[] = [];
	team.network.watch((path) => API.test(path) && asked.push(path));
	await Promise.all(others.map((tab) => tab.goto('/')));
	await answerCode(page, 'LYS');
	await expect.poll(() => codesOn(team)).toEqual(['LYS']);
	await syncNow(page);
	expect(asked.filter((path) => path.endsWith('/sync/hint')).length).toBeLessThan(4);
	const ids = (await team.heads()).map(({ id }) => id);
	expect(new Set(ids).size).toBe(ids.length);

	const ana = await team.join('Ana');
	await expect(ana.getByText('Everything is on the team server')).toBeVisible();
	await answerCode(ana, 'LY2');
	for (const tab of others) await expect.poll(() => storedValues(tab, 'siteCode')).toContain('LY2');
});

test('F5 F6 F29: a hotel’s sign-in page and a lost reply are no acknowledgement', async ({
	team
}) => {
	const page = await team.join('Kim');
	await expect(page.getByText('Everything is on the team server')).toBeVisible();
	const { network } = team;
	network.lie(API);
	await startSurvey(page, 'Lyon');
	for (const next of [() => network.lie(undefined), () => network.lose(undefined)]) {
		await page.goto('/team');
		await page.getByRole('button', { name: 'Sync now' }).click();
		await expect(page.getByText('The team server cannot be reached from here')).toBeVisible();
		await expect(page.getByText(/answers? on this device only/)).toBeVisible();
		await expect(page.getByText('goes with the next sync')).toBeVisible();
		network.lose(API);
		next();
	}
	await syncNow(page);
	const ids = (await team.heads()).map(({ id }) => id);
	expect(ids.length).toBeGreaterThan(0);
	expect(new Set(ids).size).toBe(ids.length);
});

test('F23: a server that is killed while it takes a push loses nothing', async ({ team }) => {
	const page = await team.join('Kim');
	await expect(page.getByText('Everything is on the team server')).toBeVisible();
	team.network.cut(API);
	await startSurvey(page, 'Lyon');
	await answerCode(page, 'LYS');
	await page.goto('/team');
	const killed = new Promise<void>((resolve) =>
		team.network.watch((path) => {
			if (path.endsWith('/sync/push')) void team.kill().then(resolve);
		})
	);
	team.network.cut(undefined);
	await page.getByRole('button', { name: 'Sync now' }).click();
	await killed;
	team.network.watch(undefined);
	await expect(page.getByText(/answers? on this device only/)).toBeVisible();
	await team.start();
	await syncNow(page);
	expect(await codesOn(team)).toEqual(['LYS']);
	const other = await team.join('Ana');
	await expect.poll(() => storedValues(other, 'siteCode')).toEqual(['LYS']);
});

test('a dry run tells what would happen, and does nothing', async ({ team }) => {
	const page = await team.join('Kim');
	await expect(page.getByText('Everything is on the team server')).toBeVisible();
	team.network.cut(/\/sync\/push/);
	await startSurvey(page, 'Lyon');
	await page.goto('/team');
	await page.getByRole('button', { name: 'What would a sync do?' }).click();
	await expect(page.getByText(/changes? would go .* 0 changes would come/)).toBeVisible();
	expect(await team.heads()).toEqual([]);
});

test('F21: a device reported lost is emptied, and says so', async ({ team }) => {
	const page = await team.join('Kim');
	await startSurvey(page, 'Lyon');
	await syncNow(page);
	await team.turn('Kim', 'lost');
	await page.reload();
	await expect(page.getByText('This device was taken out of its team')).toBeVisible();
	await page.getByRole('link', { name: 'Begin anew' }).click();
	await expect(page.getByRole('form', { name: 'New survey' })).toBeVisible();
	await expect(surveys(page).getByRole('link', { name: 'Lyon' })).toHaveCount(0);
});

test('F21: a retired device delivers what it held, for the lead to look at, and keeps what it has', async ({
	team
}) => {
	const page = await team.join('Kim');
	await startSurvey(page, 'Lyon');
	await syncNow(page);
	team.network.cut(/\/sync\//);
	await answerCode(page, 'LYS');
	await team.turn('Kim', 'retired');
	team.network.cut(undefined);
	await page.goto('/team');
	await expect(page.getByText('Your lead has retired this device')).toBeVisible();
	await expect.poll(async () => (await team.held()).map(({ value }) => value)).toEqual(['LYS']);
	expect(await codesOn(team)).toEqual([]);
	await page.goto('/');
	await expect(surveys(page).getByRole('link', { name: 'Lyon' }).first()).toBeVisible();
});

test('F20: another person on the tablet never sends the first one’s answers', async ({ team }) => {
	const page = await team.join('Ana');
	await expect(page.getByText('Everything is on the team server')).toBeVisible();
	team.network.cut(/\/sync\//);
	await startSurvey(page, 'Lyon');
	await page.goto('/team');
	await page.getByRole('link', { name: 'Not Ana? Switch person' }).click();
	await expect(page.getByText(/changes? of Ana not sent yet/)).toBeVisible();

	await joinAs(page, await team.invite(), 'Ben');
	team.network.cut(undefined);
	await expect(page.getByText(/written by Ana: goes when they work/)).toBeVisible();
	await page.getByRole('button', { name: 'Sync now' }).click();
	await expect(page.getByText('Last success')).toBeVisible();
	await answerCode(page, 'LYS');
	await expect.poll(() => codesOn(team)).toEqual(['LYS']);
	const authors = (await team.heads()).map(({ author }) => author.name);
	expect(new Set(authors)).toEqual(new Set(['Ben']));
});

test('an invitation that was used says so', async ({ team }) => {
	const link = await team.invite();
	await joinAs(await team.open(), link, 'Kim');
	const page = await team.open();
	await page.goto(link);
	await page.getByLabel('Your name').fill('Ana');
	await page.getByRole('button', { name: 'Join', exact: true }).click();
	await expect(page.getByRole('alert')).toContainText('was used already');
});

test('the pages of a team can be read and pressed by anybody', async ({ team }) => {
	const page = await team.open();
	await page.goto('/join');
	await expect(page.getByRole('heading', { name: 'What is carried over' })).toBeVisible();
	await expectAccessible(page);
	await expectFitsPhone(page);

	await team.join('Ana');
	await joinAs(page, await team.invite('lead'), 'Kim');
	await page.getByRole('button', { name: 'Make a link' }).click();
	await expect(page.getByAltText('QR code of the link')).toBeVisible();
	await expect(page.getByText('Ana, Linux computer')).toBeVisible();
	await expectAccessible(page);
	await expectFitsPhone(page);
});
