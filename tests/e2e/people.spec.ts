import type { Page } from '@playwright/test';
import { expectAccessible, expectFitsPhone } from './support/pages.ts';
import { startSurvey, surveys } from './support/survey.ts';
import { expect, joinAs, test, type Team } from './support/team.ts';

/** A page of a lead who has these projects, each with one survey of the same name as the project. */
async function leadWith(team: Team, projects: readonly string[]): Promise<Page> {
	const page = await team.join('Lea', 'lead');
	const box = section(page, 'Projects');
	for (const name of projects) {
		await box.getByLabel('New project').fill(name);
		await box.getByRole('button', { name: 'Add' }).click();
		await expect(box.getByText(name, { exact: true })).toBeVisible();
	}
	for (const name of projects) {
		await startSurvey(page, `Site ${name}`);
		await putInto(page, name);
	}
	await syncNow(page);
	return page;
}

async function putInto(page: Page, project: string, before = '') {
	await page.getByRole('link', { name: 'Review' }).first().click();
	const desk = page.getByLabel('Project');
	await expect(desk).toHaveValue(before);
	await desk.fill(project);
	await desk.press('Enter');
	await expect(page.getByText(`In the project “${project}”.`)).toBeVisible();
}

async function syncNow(page: Page) {
	await page.goto('/team');
	await page.getByRole('button', { name: 'Sync now' }).click();
	await expect(page.getByText('Everything is on the team server')).toBeVisible();
}

const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

test('a technician who is invited into one project gets its surveys and no others', async ({
	team
}) => {
	const lead = await leadWith(team, ['North', 'South']);
	const invite = section(lead, 'Invite');
	await invite.getByLabel('Every project').uncheck();
	await expect(invite.getByRole('button', { name: 'Make a link' })).toBeDisabled();
	await invite.getByLabel('South').check();
	await invite.getByRole('button', { name: 'Make a link' }).click();
	const link = await invite.getByLabel('Link', { exact: true }).inputValue();

	const ana = await team.open();
	await joinAs(ana, link, 'Ana');
	await ana.goto('/');
	await expect(surveys(ana).getByRole('link', { name: 'Site South' }).first()).toBeVisible();
	await expect(surveys(ana).getByRole('link', { name: 'Site North' })).toHaveCount(0);

	await surveys(ana).getByRole('link', { name: 'Site South' }).first().click();
	await putInto(ana, 'North', 'South');
	await syncNow(ana);
	await lead.reload();
	await expect(section(lead, 'People').getByText('Technician, South')).toBeVisible();
	await expect(section(lead, 'Waiting for your decision')).toContainText('survey/project');
});

test('who becomes a lead sees what leads see, and who is one no more does not', async ({
	team
}) => {
	const [lead, ana] = [await team.join('Lea', 'lead'), await team.join('Ana')];
	await expect(section(ana, 'Invite')).toHaveCount(0);
	await lead.reload();
	await lead.getByRole('button', { name: 'Change what Ana may do' }).click();
	const form = lead.getByRole('form', { name: 'What Ana may do' });
	await form.getByLabel('As').selectOption({ label: 'Lead' });
	await form.getByRole('button', { name: 'Save' }).click();
	await expect(section(lead, 'People').getByText('Lead, every project')).toHaveCount(3);

	await ana.reload();
	await expect(section(ana, 'Invite')).toBeVisible();
	await ana.getByRole('button', { name: 'Change what Lea may do' }).click();
	const other = ana.getByRole('form', { name: 'What Lea may do' });
	await other.getByLabel('As').selectOption({ label: 'Viewer (reads, sends nothing)' });
	await other.getByRole('button', { name: 'Save' }).click();
	await expect(section(ana, 'People').getByText('Viewer')).toBeVisible();
	await lead.reload();
	await expect(lead.getByText('Lea, viewer')).toBeVisible();
	await expect(section(lead, 'Invite')).toHaveCount(0);
});

test('a viewer who is made a technician sends from then on, without doing anything', async ({
	team
}) => {
	const ana = await team.join('Ana', 'viewer');
	await startSurvey(ana, 'Lyon');
	expect(await team.heads()).toEqual([]);
	await team.change('Ana', 'technician');
	await ana.goto('/');
	await ana.reload();
	await expect
		.poll(async () => (await team.heads()).length, { timeout: 30_000 })
		.toBeGreaterThan(0);
});

test('a project and the team are renamed, and everybody reads the new names', async ({ team }) => {
	const lead = await leadWith(team, ['North']);
	await lead.getByRole('button', { name: 'Rename North' }).click();
	await lead.getByLabel('Name of the project').fill('Far North');
	await lead.getByLabel('Name of the project').press('Enter');
	await expect(section(lead, 'Projects').getByText('Far North')).toBeVisible();
	await lead.getByRole('button', { name: 'Rename Our team' }).click();
	await section(lead, 'Name of the team').getByLabel('Name').fill('Rollout 2027');
	await section(lead, 'Name of the team').getByRole('button', { name: 'Save' }).click();
	await expect(lead.getByRole('heading', { name: 'Rollout 2027' })).toBeVisible();
	await lead.goto('/board');
	await expect(lead.getByRole('table').getByText('Far North').first()).toBeVisible();
});

test('a key is shown once, reads for a script, and ends when the lead says so', async ({
	team
}) => {
	const lead = await team.join('Lea', 'lead');
	const keys = section(lead, 'Keys for scripts');
	await keys.getByLabel('New key for').fill('Weekly report');
	await keys.getByLabel('Good for').selectOption('30 days');
	await keys.getByRole('button', { name: 'Make a key' }).click();
	const key = await keys.getByLabel('Key', { exact: true }).inputValue();
	const ask = () => team.script(key, 'surveys');
	expect(await ask()).toBe(200);

	await lead.getByRole('link', { name: 'Description of the API' }).click();
	await expect(lead.getByText('"openapi": "3.1.1"')).toBeVisible();
	await lead.goto('/team');
	await expect(keys.getByText(/used about/)).toBeVisible();
	await expect(keys.getByLabel('Key', { exact: true })).toHaveCount(0);
	await keys.getByRole('button', { name: 'End the key Weekly report' }).click();
	await keys.getByRole('button', { name: 'Yes' }).click();
	await expect(keys.getByText('Weekly report')).toHaveCount(0);
	expect(await ask()).toBe(401);
});

test('a link that was not used yet is taken back', async ({ team }) => {
	const lead = await team.join('Lea', 'lead');
	const link = await team.invite('viewer');
	await lead.reload();
	await lead.getByRole('button', { name: 'Take back the link for Viewer' }).click();
	await expect(lead.getByText('Links that nobody has used yet')).toHaveCount(0);
	const page = await team.open();
	await page.goto(link);
	await page.getByLabel('Your name').fill('Ana');
	await page.getByRole('button', { name: 'Join', exact: true }).click();
	await expect(page.getByRole('alert')).toContainText('not valid');
});

test('a link that was not used yet says for whom it is, what it allows and until when', async ({
	team
}) => {
	const lead = await team.join('Lea', 'lead');
	await team.join('Ana');
	await lead.reload();
	await section(lead, 'Projects').getByLabel('New project').fill('South');
	await section(lead, 'Projects').getByRole('button', { name: 'Add' }).click();
	const invite = section(lead, 'Invite');
	await invite.getByLabel('Every project').uncheck();
	await invite.getByLabel('South').check();
	await invite.getByRole('button', { name: 'Make a link' }).click();
	const links = invite.getByRole('listitem');
	await expect(links).toContainText(['Somebody new Technician, South good until']);
	await invite.getByLabel('For', { exact: true }).selectOption('Ana, on another device');
	await invite.getByRole('button', { name: 'Make a link' }).click();
	const own = links.filter({ hasText: 'Ana, on another device' });
	await expect(own).toContainText('Technician, every project');
	await invite
		.getByRole('button', { name: 'Take back the link for Ana, on another device' })
		.click();
	await expect(links).toHaveCount(1);
	await expect(links).toContainText('South');
	await expectFitsPhone(lead);
});

test('the lead’s page can be read and pressed by anybody', async ({ team }) => {
	const lead = await leadWith(team, ['North', 'South']);
	await team.join('Ana');
	await team.invite();
	await lead.reload();
	await lead.getByRole('button', { name: 'Change what Ana may do' }).click();
	await lead.getByRole('form', { name: 'What Ana may do' }).getByLabel('Every project').uncheck();
	await lead.getByRole('button', { name: 'Rename North' }).click();
	await section(lead, 'Keys for scripts').getByLabel('New key for').fill('Weekly report');
	await lead.getByRole('button', { name: 'Make a key' }).click();
	await expect(lead.getByLabel('Key', { exact: true })).toBeVisible();
	await expectAccessible(lead);
	await expectFitsPhone(lead);
});
