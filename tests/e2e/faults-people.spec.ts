import type { Page } from '@playwright/test';
import { answers, author, backupWith } from './support/authors.ts';
import { question, startSurvey, storedValues, surveys } from './support/survey.ts';
import { API, expect, joinAs, test } from './support/team.ts';
import { answerCode, CODE, codesOn, conflict, openVisit, syncNow } from './support/team-visit.ts';

const LINK = 'How fast is the link from the SEPM’s side to this site?';

async function restore(page: Page, events: Parameters<typeof backupWith>[0]) {
	await page.goto('/device');
	await page.getByLabel('Restore from a backup').setInputFiles(backupWith(events));
	await expect(page.getByText(/were taken in;/)).toBeVisible();
}

test('F1 F4: a conflict that was settled and synced can be undone, and both devices show both answers again', async ({
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

	for (const page of [kim, ana]) await openVisit(page);
	await ana.goto(`${ana.url().split('/').slice(0, 5).join('/')}/review`);
	await ana.getByRole('button', { name: /^Use this: LYS, from/ }).click();
	await expect(conflict(kim)).toHaveCount(0);
	await expect(kim.getByLabel(CODE)).toHaveValue('LYS');
	expect(await codesOn(team)).toEqual(['LYS']);

	await ana.getByRole('button', { name: 'Undo' }).click();
	await expect(conflict(kim)).toContainText('LYS');
	await expect(conflict(kim)).toContainText('LY2');
	await openVisit(ana);
	await expect(conflict(ana)).toContainText('LYS');
	await expect(conflict(ana)).toContainText('LY2');
	await expect.poll(() => codesOn(team)).toEqual(['LY2', 'LYS']);
	expect(await team.flaws()).toEqual([]);
});

test('F22: what an unknown person wrote can be sent, waits for the lead, and then all have it', async ({
	team
}) => {
	const lead = await team.open();
	await joinAs(lead, await team.invite('lead'), 'Ines');
	const kim = await team.join('Kim');
	await restore(kim, author('Lea')('of-lea', answers({ siteCode: 'LEA-1' })));
	await kim.goto('/team');
	await expect(kim.getByText(/written by Lea: goes when they work on this device/)).toBeVisible();
	await kim.getByRole('button', { name: 'Send all of Lea now' }).click();
	await expect(kim.getByText('Nothing waits.')).toBeVisible();
	expect(await codesOn(team)).toEqual([]);
	await kim.goto('/device');
	await expect(kim.getByText(/names another author.*Ask your lead to take it/)).toBeVisible();

	await lead.goto('/team');
	const queue = lead.getByRole('region', { name: 'Waiting for your decision' });
	await expect(queue).toContainText('LEA-1');
	await queue.getByRole('button').first().click();
	await expect.poll(() => codesOn(team)).toEqual(['LEA-1']);
	await syncNow(kim);
	await kim.goto('/device');
	await expect(kim.getByText(/names another author/)).toHaveCount(0);
	const ana = await team.join('Ana');
	await expect.poll(() => storedValues(ana, 'siteCode')).toEqual(['LEA-1']);
});

test('F20: a colleague’s backup is sent for him, and what he wrote on this very device waits for the lead', async ({
	team
}) => {
	const page = await team.join('Ana');
	await expect(page.getByText('Everything is on the team server')).toBeVisible();
	team.network.cut(/\/sync\//);
	await startSurvey(page, 'Lyon');
	await answerCode(page, 'LYS');
	await joinAs(page, await team.invite(), 'Ben');
	team.network.cut(undefined);
	await page.getByRole('button', { name: 'Send all of Ana now' }).click();
	await expect(page.getByText('Nothing waits.')).toBeVisible();
	expect(await codesOn(team)).toEqual([]);
	expect((await team.held()).map(({ value }) => value)).toContain('LYS');
	await page.goto('/device');
	await expect(
		page.getByText(/names another author.*under “Waiting for your decision”/).first()
	).toBeVisible();
	await page.goto('/');
	await expect(surveys(page).getByRole('link', { name: 'Lyon' }).first()).toBeVisible();
});

test('F15: an answer under a newer questionnaire is kept and named, and answered anew beside nothing lost', async ({
	team
}) => {
	const kim = await team.join('Kim');
	const newer = { id: 'sep-site-survey', version: 99 };
	const written = author('Kim')('of-99', [
		{ path: 'survey/title', value: 'Lyon' },
		...answers({ linkDownMbps: 'two lines', siteName: 'Lyon', futureQuestion: 7 })
	]).map((event) => ({ ...event, form: newer }));
	await restore(kim, written);
	await kim.goto('/team');
	await kim.getByRole('button', { name: 'Send all of Kim now' }).click();
	await expect(kim.getByText('Nothing waits.')).toBeVisible();

	await kim.goto('/survey/of-99/review');
	const problems = kim.getByRole('main').getByRole('listitem').filter({ hasText: LINK });
	await expect(problems.first()).toContainText(
		'Answered with a newer version of Sitewalk: “two lines”'
	);
	await expect(kim.getByText('1 answer needs a second look')).toBeVisible();
	await problems.first().getByRole('link').click();
	await expect(question(kim, LINK)).toContainText('update the app');
	await kim.getByLabel(LINK).fill('4');
	await kim.getByLabel(LINK).press('Enter');
	await expect(question(kim, LINK)).not.toContainText('update the app');
	await kim.getByRole('link', { name: 'Review' }).first().click();
	await expect(kim.getByText('No answer has a problem.')).toBeVisible();
	await kim.goto('/survey/of-99/timeline');
	await expect(kim.getByRole('list', { name: 'Changes' })).toContainText('two lines');
	expect(await storedValues(kim, 'futureQuestion')).toEqual([7]);
});
