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

/** Gives the name that is asked for when the first step is recorded. */
export async function giveName(page: Page, name: string) {
	await page.getByLabel('Your name').fill(name);
	await page.getByRole('button', { name: 'Keep the name' }).click();
}
