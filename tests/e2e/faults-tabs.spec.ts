import type { Page } from '@playwright/test';
import { expectSaved, startSurvey, storedValues, surveys } from './support/survey.ts';
import { expect, test } from './support/team.ts';
import { answerCode, CODE, codesOn, openVisit, syncNow } from './support/team-visit.ts';

/** A page of the same origin without the app. */
async function bare(page: Page): Promise<Page> {
	const other = await page.context().newPage();
	await other.goto('/icons/icon-192.png');
	return other;
}

test('F28: a laptop that slept for a night, and whose stream died in it, has the answers of the night at once', async ({
	team
}) => {
	const [kim, ana] = [await team.join('Kim'), await team.join('Ana')];
	await startSurvey(kim, 'Lyon');
	await syncNow(kim);
	team.network.cut(/\/sync\/hint/);
	await ana.clock.install();
	await ana.goto('/');
	await expect(surveys(ana).getByRole('link', { name: 'Lyon' }).first()).toBeVisible();
	await answerCode(kim, 'LYS');
	await expect.poll(() => codesOn(team)).toEqual(['LYS']);
	expect(await storedValues(ana, 'siteCode')).toEqual([]);
	await ana.clock.fastForward('08:00:00');
	await expect.poll(() => storedValues(ana, 'siteCode')).toEqual(['LYS']);
});

test('F32: a tab that a newer version has overtaken asks to be reloaded, goes on asking, and keeps what is answered in it', async ({
	page
}) => {
	await startSurvey(page, 'Lyon', 'Kim');
	await openVisit(page);
	const newer = await bare(page);
	await newer.evaluate(async () => {
		const open = indexedDB.open('sitewalk', 9990);
		open.onupgradeneeded = () => open.result.createObjectStore('photos');
		await new Promise((resolve) => (open.onsuccess = resolve));
		open.result.close();
	});
	const asks = page.getByRole('alert').filter({ hasText: 'Another tab has updated Sitewalk' });
	await expect(asks).toBeVisible();
	await page.getByLabel(CODE).fill('LYS');
	await page.getByLabel(CODE).press('Enter');
	await expectSaved(page, CODE);
	expect(await storedValues(page, 'siteCode')).toEqual(['LYS']);
	await expect(asks).toBeVisible();
});

test('F32: a tab that holds the database of an older version back is named, and once it is closed nothing is missing', async ({
	page
}) => {
	await page.goto('/icons/icon-192.png');
	await page.evaluate(async () => {
		// As the first version made it; Dexie counts in tens.
		const open = indexedDB.open('sitewalk', 10);
		open.onupgradeneeded = () => {
			const db = open.result;
			const events = db.createObjectStore('events', { keyPath: 'id' });
			events.createIndex('[survey+path]', ['survey', 'path']);
			events.createIndex('[survey+hlc]', ['survey', 'hlc']);
			db.createObjectStore('outbox', { keyPath: 'n', autoIncrement: true }).put({
				author: 'kim',
				ids: ['e1']
			});
			db.createObjectStore('held', { keyPath: 'id' });
			const drafts = db.createObjectStore('drafts', { keyPath: ['survey', 'path'] });
			drafts.createIndex('survey', 'survey');
			const surveys = db.createObjectStore('surveys', { keyPath: 'id' });
			surveys.createIndex('state', 'state');
			surveys.createIndex('updatedAt', 'updatedAt');
			surveys.put({
				...{ id: 's1', title: 'Lyon', siteName: '', siteCode: '', state: 'active', hlc: 'a' },
				...{ updatedAt: '2026-11-20T08:12:00Z', events: 1, conflicts: [], stateHeads: [] }
			});
			db.createObjectStore('meta', { keyPath: 'key' });
			events.put({
				...{ id: 'e1', survey: 's1', path: 'survey/title', kind: 'set', value: 'Lyon' },
				form: { id: 'site', version: 1 },
				...{ supersedes: [], author: { id: 'kim', name: 'Kim' }, device: 'd1' },
				...{ hlc: 'a', at: '2026-11-20T08:12:00Z' }
			});
		};
		await new Promise((resolve) => (open.onsuccess = resolve));
		open.result.close();
	});
	const old = await bare(page);
	await old.evaluate(async () => {
		const open = indexedDB.open('sitewalk');
		await new Promise((resolve) => (open.onsuccess = resolve));
		// Nobody answers there when the database is to be let go.
		Object.assign(globalThis, { held: open.result });
	});
	await page.goto('/');
	await expect(page.getByText('Another tab holds the database')).toBeVisible();
	await old.close();
	await page.reload();
	await expect(surveys(page).getByRole('link', { name: 'Lyon' }).first()).toBeVisible();
	await expect(page.getByText('Another tab holds the database')).toHaveCount(0);
	expect(
		await page.evaluate(async () => {
			const open = indexedDB.open('sitewalk');
			await new Promise((resolve) => (open.onsuccess = resolve));
			const all = open.result.transaction('outbox').objectStore('outbox').getAll();
			await new Promise((resolve) => (all.onsuccess = resolve));
			open.result.close();
			return all.result;
		})
	).toMatchObject([{ ids: ['e1'] }]);
});
