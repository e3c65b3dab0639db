import { expect, type Page } from '@playwright/test';
import { expectSaved, question, surveys } from './survey.ts';
import type { Team } from './team.ts';

export const CODE = 'What is the short code of the site?';

export async function syncNow(page: Page) {
	await page.goto('/team');
	await page.getByRole('button', { name: 'Sync now' }).click();
	await expect(page.getByText('Everything is on the team server')).toBeVisible();
	await expect(page.getByText(/Syncing/)).toHaveCount(0);
}

export async function openVisit(page: Page) {
	await page.goto('/');
	await surveys(page).getByRole('link', { name: 'Lyon' }).first().click();
	const tabs = page.getByRole('navigation', { name: 'This survey' });
	await tabs.getByRole('link', { name: 'Survey' }).click();
	await page.getByRole('region', { name: 'Sections' }).getByRole('link').first().click();
	await expect(page.getByLabel(CODE)).toBeVisible();
}

export async function answerCode(page: Page, code: string) {
	await openVisit(page);
	await page.getByLabel(CODE).fill(code);
	await page.getByLabel(CODE).press('Enter');
	await expectSaved(page, CODE);
}

/** Where the answers to the question of the code stand side by side. */
export function conflict(page: Page) {
	return question(page, CODE).getByRole('group', { name: /answers stand side by side/ });
}

/** What stands on the team server as the code of a site. */
export async function codesOn(team: Team): Promise<unknown[]> {
	const events = (await team.heads()).filter(({ path }) => path === 'answers/siteCode');
	return events.map(({ value }) => value).sort();
}
