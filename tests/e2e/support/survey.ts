import { expect, type Page } from '@playwright/test';

/** Starts a survey on the start page; it opens at its first unanswered question. */
export async function startSurvey(page: Page, site: string, name?: string) {
	await page.goto('/');
	const form = page.getByRole('form', { name: 'New survey' });
	await form.getByLabel('Site name').fill(site);
	if (name !== undefined) await form.getByLabel('Your name').fill(name);
	await form.getByRole('button', { name: 'Start survey' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Visit and people' })).toBeVisible();
}

/** Goes to a section by the overview. */
export async function openSection(page: Page, title: string) {
	const tabs = page.getByRole('navigation', { name: 'This survey' });
	await tabs.getByRole('link', { name: 'Survey' }).click();
	await page.getByRole('region', { name: 'Sections' }).getByRole('link', { name: title }).click();
	await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

/** One question with all that belongs to it, by its prompt. */
export function question(page: Page, prompt: string) {
	return page.getByRole('group').filter({ has: page.getByRole('heading', { name: prompt }) });
}

/** Waits until the answer to a question is stored: only then its history names it. */
export async function expectSaved(page: Page, prompt: string) {
	await expect(question(page, prompt).getByText('Answered')).toBeVisible();
}

/** The list of surveys on the start page. */
export function surveys(page: Page, which: 'Active' | 'Archived' | 'Deleted' = 'Active') {
	return page.getByRole('list', { name: `${which} surveys` });
}

/** Does something with a survey of the list. */
export async function act(page: Page, title: string, what: string) {
	await page.getByRole('button', { name: `More for ${title}`, exact: true }).click();
	await page
		.getByRole('group', { name: title, exact: true })
		.getByRole('button', { name: what })
		.click();
}

/** The drafts that are in the device's database at this moment, past everything the page shows. */
export async function storedDrafts(page: Page): Promise<readonly string[]> {
	const rows = await stored(page, 'drafts');
	return rows.map(({ text }) => String(text));
}

/** The values that were ever given to one question of the site, of all surveys on the device, in any order. */
export async function storedValues(page: Page, question: string): Promise<readonly unknown[]> {
	const rows = await stored(page, 'events');
	return rows.filter(({ path }) => path === `answers/${question}`).map(({ value }) => value);
}

/** How many events are on the device. */
export async function storedEvents(page: Page): Promise<number> {
	return (await stored(page, 'events')).length;
}

type StoredRow = Readonly<Record<string, unknown>>;

function stored(page: Page, table: 'drafts' | 'events'): Promise<readonly StoredRow[]> {
	return page.evaluate(
		(name) =>
			new Promise<StoredRow[]>((resolve, reject) => {
				const open = indexedDB.open('sitewalk');
				open.onerror = () => reject(open.error);
				open.onsuccess = () => {
					const all = open.result.transaction(name).objectStore(name).getAll();
					all.onerror = () => reject(all.error);
					all.onsuccess = () => {
						open.result.close();
						resolve(all.result as StoredRow[]);
					};
				};
			}),
		table
	);
}
