import { randomBytes } from 'node:crypto';
import type { CDPSession, Page } from '@playwright/test';
import { author, backupWith } from './support/authors.ts';
import { openManyFiles } from './support/sample.ts';
import { question, startSurvey, storedEvents, storedValues, surveys } from './support/survey.ts';
import { API, expect, joinAs, test, type Team } from './support/team.ts';
import { answerCode, CODE, codesOn, conflict, openVisit, syncNow } from './support/team-visit.ts';

async function expectOnTeam(page: Page) {
	await expect(page.getByText('Everything is on the team server')).toBeVisible();
}

/** A survey that the team has, in a browser with its profile on the disk, which is closed again. */
async function installed(team: Team) {
	const profile = team.profile();
	const page = await profile.open();
	await joinAs(page, await team.invite(), 'Kim');
	await startSurvey(page, 'Lyon');
	await syncNow(page);
	await profile.close();
	return profile;
}

async function devtools(page: Page): Promise<CDPSession> {
	return page.context().newCDPSession(page);
}

test('F3: a colleague’s answer that comes while one types stays beside what is typed', async ({
	team
}) => {
	const kim = await team.join('Kim');
	await startSurvey(kim, 'Lyon');
	await syncNow(kim);
	const ana = await team.join('Ana');
	await expectOnTeam(ana);
	await openVisit(kim);
	await kim.getByLabel(CODE).pressSequentially('LY');
	await answerCode(ana, 'LY2');
	await expect(question(kim, CODE).getByText('“LY2”')).toBeVisible();
	await kim.getByLabel(CODE).pressSequentially('S');
	await kim.getByLabel(CODE).press('Enter');
	await expect(conflict(kim)).toContainText('LYS');
	await expect(conflict(kim)).toContainText('LY2');
	await expect.poll(() => codesOn(team)).toEqual(['LY2', 'LYS']);
});

test('F9: a browser that is killed at any moment keeps all it called saved, and the next sync completes', async ({
	team
}) => {
	test.setTimeout(150_000);
	const profile = await installed(team);
	const { network } = team;
	const saved: string[] = [];
	const moments: readonly [what: string, path: RegExp | undefined, wait: number][] = [
		['within a commit', undefined, 0],
		['soon after a commit', undefined, 15],
		['within a push', /\/sync\/push$/, 0],
		['before its acknowledgement', /\/sync\/push$/, 40],
		['within a pull', /\/sync\/pull$/, 0],
		['while a page is stored', /\/sync\/pull$/, 30]
	];
	for (const [life, [, path, wait]] of moments.entries()) {
		const page = await profile.open();
		if (!path) network.cut(API);
		await answerCode(page, `LYON-${life}`);
		saved.push(`LYON-${life}`);
		if (path) {
			const asked = new Promise<void>((resolve) =>
				network.watch((asked) => path.test(asked) && resolve())
			);
			await page.goto('/team');
			await page.getByRole('button', { name: 'Sync now' }).click();
			await asked;
			network.watch(undefined);
		} else {
			await page.getByLabel(CODE).fill('half an answer');
			await page.getByLabel(CODE).press('Enter');
		}
		await new Promise((resolve) => setTimeout(resolve, wait));
		await profile.kill();
		network.cut(undefined);
	}
	const page = await profile.open();
	await syncNow(page);
	const values = await storedValues(page, 'siteCode');
	expect(values).toEqual(expect.arrayContaining(saved));
	expect(await team.rows()).toBe(await storedEvents(page));
	expect(await team.flaws()).toEqual([]);
});

test('F10: an answer that a power cut took back after it was sent comes back from the team', async ({
	team
}) => {
	const profile = await installed(team);
	const before = profile.copy();
	const page = await profile.open();
	await answerCode(page, 'LYS');
	await syncNow(page);
	await profile.close();
	profile.restore(before);

	const again = await profile.open();
	await again.goto('/');
	await expect.poll(() => storedValues(again, 'siteCode'), { timeout: 20_000 }).toEqual(['LYS']);
	await syncNow(again);
	expect(await codesOn(team)).toEqual(['LYS']);
	expect(await team.flaws()).toEqual([]);
	before.remove();
});

test('F11: a profile that is copied goes on as two devices, and neither loses an answer', async ({
	team
}) => {
	const one = await installed(team);
	const two = one.copy();
	const first = await one.open();
	team.network.cut(API);
	await answerCode(first, 'LYS');
	const second = await two.open();
	await answerCode(second, 'LY2');
	team.network.cut(undefined);
	for (const page of [first, second, first, second]) await syncNow(page);
	for (const page of [first, second]) {
		expect([...(await storedValues(page, 'siteCode'))].sort()).toEqual(['LY2', 'LYS']);
		await openVisit(page);
		await expect(conflict(page)).toBeVisible();
	}
	expect(await codesOn(team)).toEqual(['LY2', 'LYS']);
	expect(await team.flaws()).toEqual([]);
	await two.close();
	two.remove();
});

test('F12: cleared browser data come back from the team, and the lead sees what was not sent', async ({
	team
}) => {
	const page = await team.join('Ana');
	await startSurvey(page, 'Lyon');
	await syncNow(page);
	team.network.cut(/\/sync\//);
	await answerCode(page, 'LYS');
	await joinAs(page, await team.invite(), 'Ben');
	await expect(page.getByText(/written by Ana/)).toBeVisible();
	team.network.cut(undefined);
	await page.getByRole('button', { name: 'Sync now' }).click();
	await expect.poll(() => team.unsent()).toEqual({ Ana: 0, Ben: 1 });

	const { origin } = new URL(page.url());
	await page.goto('about:blank');
	const session = await devtools(page);
	await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
	await page.context().clearCookies();
	await page.goto('/');
	await expect(surveys(page).getByRole('link', { name: 'Lyon' })).toHaveCount(0);
	await joinAs(page, await team.invite(), 'Ana');
	await page.goto('/');
	await expect(surveys(page).getByRole('link', { name: 'Lyon' }).first()).toBeVisible();
	expect((await team.unsent()).Ben).toBe(1);
});

test('F13: a full device takes no more of a large import, and an answer outlives the page until there is room', async ({
	page,
	baseURL
}) => {
	const lea = author('Lea');
	// Nothing that could be stored in less room than it has.
	const many = Array.from({ length: 5000 }, (_, n) => ({
		path: `extra/n${n}`,
		value: randomBytes(2400).toString('base64')
	}));
	const backup = backupWith(lea('large', many));
	const session = await devtools(page);
	const room = (quotaSize: number) =>
		session.send('Storage.overrideQuotaForOrigin', { origin: baseURL!, quotaSize });
	// The browser asks once how much room there is, when the database is first used.
	await room(9_000_000);
	await startSurvey(page, 'Lyon', 'Kim');
	const survey = page.url();
	await answerCode(page, 'LYS');
	await page.goto('/device');
	// The offline copy of the app takes its room first.
	await expect(page.getByText(/Ready for offline use: (\d+) of \1 files/).first()).toBeVisible();
	await page.getByLabel('Restore from a backup').setInputFiles(backup);
	await expect(page.getByText(/no room left on this device.* events were taken in/)).toBeVisible({
		timeout: 40_000
	});
	const taken = await storedEvents(page);
	expect(taken).toBeGreaterThan(500);
	expect(taken).toBeLessThan(5000);

	await page.goto(survey);
	await page.getByLabel(CODE).fill('LY2');
	await page.getByLabel(CODE).press('Enter');
	await expect(page.getByText('What you answered last is kept beside it')).toBeVisible();
	await page.goto('about:blank');
	await page.goto(survey);
	await expect(page.getByText('What you answered last is kept beside it')).toBeVisible();
	await expect(page.getByLabel(CODE)).toHaveValue('LY2');
	expect(await storedValues(page, 'siteCode')).not.toContain('LY2');
	await room(90_000_000);
	await page.getByRole('button', { name: 'Save again' }).click();
	await expect(page.getByLabel(CODE)).toHaveValue('LY2');
	expect(await storedValues(page, 'siteCode')).toContain('LY2');
});

test('F14: a clock ten years ahead costs no answer, and the lead and the device say so', async ({
	team
}) => {
	const lea = await team.join('Lea', 'lead');
	await startSurvey(lea, 'Lyon');
	await syncNow(lea);
	const kim = await team.open();
	await kim.clock.setFixedTime(new Date(Date.now() + 10 * 365.25 * 86_400_000));
	await joinAs(kim, await team.invite(), 'Kim');
	await kim.goto('/');
	await expect(surveys(kim).getByRole('link', { name: 'Lyon' }).first()).toBeVisible();
	await answerCode(kim, 'KIM');
	await syncNow(kim);
	await expect(kim.getByText('The clock of this device is 10 years ahead.')).toBeVisible();

	await syncNow(lea);
	const devices = lea.getByRole('region', { name: 'Devices' });
	const row = devices.getByRole('listitem').filter({ hasText: 'Kim' });
	await expect(row).toContainText('Clock 10 years ahead');
	await expect(devices.getByText('Clock')).toHaveCount(1);
	await answerCode(lea, 'LEA');
	await syncNow(lea);
	expect(await codesOn(team)).toEqual(['LEA']);

	// Neither stands first for ten years to come, nor has it changed in the future.
	await lea.goto('/');
	await surveys(lea).getByRole('link', { name: 'Lyon' }).first().click();
	await lea.getByRole('link', { name: 'Timeline' }).first().click();
	const newest = lea.getByRole('list', { name: 'Changes' }).getByRole('listitem').first();
	await expect(newest).toContainText('LEA');
	await expect(lea.getByText('Saved on this device')).not.toContainText('2036');
	await lea.goto('/');
	await expect(lea.getByText(/^changed /).first()).not.toContainText('2036');
});

test('F19: an expired sign-in stops no work, and after joining again all that waited is sent', async ({
	team
}) => {
	const page = await team.join('Kim');
	await startSurvey(page, 'Lyon');
	await syncNow(page);
	await page.context().clearCookies();
	await answerCode(page, 'LYS');
	await page.goto('/team');
	await expect(page.getByText('The team server no longer knows this device')).toBeVisible();
	expect(await codesOn(team)).toEqual([]);
	await answerCode(page, 'LY2');
	await joinAs(page, await team.invite('technician', 'Kim'), 'Kim');
	await syncNow(page);
	expect(await codesOn(team)).toEqual(['LY2']);
	expect(await team.rows()).toBe(await storedEvents(page));
});

test('F28: without any hint, a colleague’s answer is there after a minute', async ({ team }) => {
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
	await ana.clock.runFor(61_000);
	await expect.poll(() => storedValues(ana, 'siteCode')).toEqual(['LYS']);
});

test('F32: a database of the first version is brought up to date under an open tab, and its answers are sent', async ({
	team
}) => {
	const page = await team.join('Kim');
	await startSurvey(page, 'Lyon');
	await syncNow(page);
	team.network.cut(API);
	await answerCode(page, 'LYS');
	const tables = await page.evaluate(dumpAll);
	await page.goto('/icons/icon-192.png');
	await page.evaluate(makeFirstVersion, tables);

	// A tab that still holds the old version is asked to let go.
	const old = await page.context().newPage();
	await old.goto('/icons/icon-192.png');
	await old.evaluate(holdOpen);
	team.network.cut(undefined);
	await syncNow(page);
	expect(await codesOn(team)).toEqual(['LYS']);
	expect(await team.flaws()).toEqual([]);
});

test('F34: over a slow line that stalls and breaks, every push counts, and none is begun anew', async ({
	team
}) => {
	test.setTimeout(120_000);
	const page = await team.join('Kim');
	await expectOnTeam(page);
	team.network.cut(API);
	await openManyFiles(page, 20);
	await expect(surveys(page).getByRole('link', { name: 'Branch 20' }).first()).toBeVisible();
	const all = await storedEvents(page);
	await page.goto('/team');
	const session = await devtools(page);
	await session.send('Network.enable');
	await session.send('Network.emulateNetworkConditions', {
		offline: false,
		latency: 600,
		downloadThroughput: 50_000,
		uploadThroughput: 25_000
	});
	const { network } = team;
	const progress: number[] = [];
	for (let breaks = 0; breaks < 3; breaks++) {
		let pushes = 0;
		network.watch((path) => {
			if (path.endsWith('/sync/push') && ++pushes === 2) network.lose(API);
		});
		network.cut(undefined);
		await page.evaluate(() => dispatchEvent(new Event('online')));
		await expect.poll(() => pushes, { timeout: 20_000 }).toBeGreaterThan(1);
		await expect(page.getByText('The team server cannot be reached from here')).toBeVisible();
		network.cut(API);
		network.lose(undefined);
		progress.push(await team.rows());
	}
	expect(progress).toEqual([...new Set(progress)].sort((a, b) => a - b));
	const sent: number[] = [];
	network.watch((path) => path.endsWith('/sync/push') && sent.push(1));
	network.hold(/\/sync\/push/);
	network.cut(undefined);
	await page.evaluate(() => dispatchEvent(new Event('online')));
	await page.waitForTimeout(5000);
	network.hold(undefined);
	await expect(page.getByText('Everything is on the team server')).toBeVisible({ timeout: 60_000 });
	expect(await team.rows()).toBe(all);
	expect(await team.flaws()).toEqual([]);
	// What was acknowledged over the broken line did not go again: all of it would be four pushes.
	expect(sent.length).toBeLessThan(4);
});

type Rows = Readonly<Record<string, readonly unknown[]>>;

/** Runs in the page: every row of the device's database. */
async function dumpAll(): Promise<Rows> {
	const done = <T>(request: IDBRequest<T>) =>
		new Promise<T>((resolve, reject) => {
			request.onsuccess = () => resolve(request.result);
			request.onerror = () => reject(request.error);
		});
	const db = await done(indexedDB.open('sitewalk'));
	const rows: Record<string, unknown[]> = {};
	for (const name of db.objectStoreNames)
		rows[name] = await done(db.transaction(name).objectStore(name).getAll());
	db.close();
	return rows;
}

/** Runs in a page without the app: the same rows in a database as the first version made it. */
async function makeFirstVersion(rows: Rows): Promise<void> {
	const deleted = indexedDB.deleteDatabase('sitewalk');
	await new Promise((resolve) => (deleted.onsuccess = resolve));
	// Dexie counts in tens.
	const open = indexedDB.open('sitewalk', 10);
	open.onupgradeneeded = () => {
		const db = open.result;
		const events = db.createObjectStore('events', { keyPath: 'id' });
		events.createIndex('[survey+path]', ['survey', 'path']);
		events.createIndex('[survey+hlc]', ['survey', 'hlc']);
		db.createObjectStore('outbox', { keyPath: 'n', autoIncrement: true });
		db.createObjectStore('held', { keyPath: 'id' });
		const drafts = db.createObjectStore('drafts', { keyPath: ['survey', 'path'] });
		drafts.createIndex('survey', 'survey');
		const surveys = db.createObjectStore('surveys', { keyPath: 'id' });
		surveys.createIndex('state', 'state');
		surveys.createIndex('updatedAt', 'updatedAt');
		db.createObjectStore('meta', { keyPath: 'key' });
		for (const store of ['events', 'outbox', 'held', 'drafts', 'surveys', 'meta'])
			for (const row of rows[store] ?? []) open.transaction!.objectStore(store).put(row);
	};
	await new Promise((resolve) => (open.onsuccess = resolve));
	open.result.close();
}

/** Runs in a page: a connection as an old tab has it. */
async function holdOpen(): Promise<void> {
	const open = indexedDB.open('sitewalk');
	await new Promise((resolve) => (open.onsuccess = resolve));
	open.result.onversionchange = () => open.result.close();
}
