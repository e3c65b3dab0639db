import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { SAMPLES, type Sample } from '../../../src/lib/knowledge/samples.ts';

/** Opens a sample site from the start screen and goes to one of its tabs. */
export async function openSample(page: Page, file: Sample['file'], tab?: 'Plan' | 'Checklist') {
	const sample = SAMPLES.find((each) => each.file === file);
	await page.goto('/');
	await page.getByRole('button', { name: sample!.title }).click();
	await page.waitForURL(/\/survey\/./);
	if (!tab) return;
	const tabs = page.getByRole('navigation', { name: 'This survey' });
	await tabs.getByRole('link', { name: tab }).click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText(tab);
}

const BRANCH = JSON.parse(
	readFileSync(new URL('../../../static/samples/thin-link-branch.json', import.meta.url), 'utf8')
) as { readonly survey: object };

/** Opens files of so many sites; each makes some hundred events. */
export async function openManyFiles(page: Page, many: number, from = 1) {
	await page.goto('/');
	const files = Array.from({ length: many }, (_, index) => {
		const title = `Branch ${from + index}`;
		const survey = { ...BRANCH.survey, id: `branch-${from + index}`, title };
		return {
			name: `${title}.json`,
			mimeType: 'application/json',
			buffer: Buffer.from(JSON.stringify({ ...BRANCH, survey }))
		};
	});
	await page.getByLabel('Choose a survey file').setInputFiles(files);
}

/** Gives the name that is asked for when the first step is recorded. */
export async function giveName(page: Page, name: string) {
	await page.getByLabel('Your name').fill(name);
	await page.getByRole('button', { name: 'Keep the name' }).click();
}
