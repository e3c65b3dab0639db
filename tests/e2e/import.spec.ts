import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { openSample } from './support/sample.ts';
import { act, expectSaved, startSurvey, storedEvents, surveys } from './support/survey.ts';

const SAMPLE = JSON.parse(
	readFileSync(new URL('../../static/samples/thin-link-branch.json', import.meta.url), 'utf8')
);
const CODE = 'What is the short code of the site?';

/** The sample with something changed. */
const changed = (change: object) => JSON.stringify({ ...SAMPLE, ...change });
const withAnswers = (answers: object) =>
	changed({ answers: { ...(SAMPLE.answers as object), ...answers } });

async function choose(page: Page, name: string, text: string) {
	await page
		.getByLabel('Choose a survey file')
		.setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
}

/** A file that is refused says so in one sentence, runs nothing, and leaves the list as it was. */
async function expectRefused(page: Page, name: string, why: RegExp | string) {
	const alert = page.getByRole('alert').filter({ hasText: name });
	await expect(alert).toHaveText(why);
	await expect(alert.getByRole('paragraph')).toHaveCount(1);
	await expect(surveys(page).getByRole('link')).toHaveText([/Lyon branch/]);
	await expect(page).toHaveURL(/\/$/);
}

test.beforeEach(async ({ page }) => {
	page.on('dialog', () => {
		throw new Error('Something from a file was run.');
	});
});

test('an exported survey opens on another device with every answer', async ({ page, browser }) => {
	await openSample(page, 'thin-link-branch.json');
	await page.getByRole('link', { name: 'Visit and people' }).click();
	await page.getByLabel(CODE).fill('NEW-7');
	await page.getByLabel(CODE).press('Enter');
	await expectSaved(page, CODE);
	await page.goto('/');
	const download = page.waitForEvent('download');
	await act(page, SAMPLE.survey.title, 'Export');
	const file = await download;
	expect(file.suggestedFilename()).toBe('NEW-7.sitewalk.json');

	const elsewhere = await browser.newPage();
	await elsewhere.goto('/');
	await elsewhere.getByLabel('Choose a survey file').setInputFiles(await file.path());
	await expect(
		elsewhere.getByRole('heading', { level: 1, name: SAMPLE.survey.title })
	).toBeVisible();
	await elsewhere.getByRole('link', { name: 'Visit and people' }).click();
	await expect(elsewhere.getByLabel(CODE)).toHaveValue('NEW-7');
});

test('the text of a survey can be pasted, and a file can be dropped anywhere', async ({ page }) => {
	await page.goto('/');
	await page.getByText('Paste the text of a survey').click();
	await page.getByLabel('Text of a survey file').fill(JSON.stringify(SAMPLE));
	await page.getByRole('button', { name: 'Open this text' }).click();
	await expect(page.getByRole('heading', { level: 1, name: SAMPLE.survey.title })).toBeVisible();

	await page.goto('/');
	await expect(surveys(page).getByRole('link')).toHaveCount(1);
	const other = JSON.stringify({
		sitewalk: 1,
		survey: { id: 'dropped', title: 'Dropped site' },
		answers: {}
	});
	const data = await page.evaluateHandle((text) => {
		const transfer = new DataTransfer();
		transfer.items.add(new File([text], 'dropped.json', { type: 'application/json' }));
		return transfer;
	}, other);
	await page.getByRole('main').dispatchEvent('drop', { dataTransfer: data });
	await expect(page.getByRole('heading', { level: 1, name: 'Dropped site' })).toBeVisible();
});

test('a survey that is here already is merged or copied, as its owner says', async ({ page }) => {
	await openSample(page, 'thin-link-branch.json');
	await page.goto('/');
	await choose(page, 'again.json', JSON.stringify(SAMPLE));
	await expect(page.getByRole('heading', { level: 1, name: SAMPLE.survey.title })).toBeVisible();

	await page.goto('/');
	const theirs = withAnswers({ siteCode: 'THEIRS', siteAddress: 'Only in the file' });
	await choose(page, 'theirs.json', theirs);
	const dialog = page.getByRole('dialog', { name: 'This survey is on this device already' });
	await dialog.getByRole('button', { name: 'Cancel' }).click();
	await expect(surveys(page).getByRole('link')).toHaveCount(1);

	await choose(page, 'theirs.json', theirs);
	await dialog.getByRole('button', { name: 'Open as a copy' }).click();
	await page.getByRole('link', { name: 'Visit and people' }).click();
	await expect(page.getByLabel(CODE)).toHaveValue('THEIRS');
	await page.goto('/');
	await expect(surveys(page).getByRole('link')).toHaveCount(2);

	await choose(page, 'theirs.json', theirs);
	await dialog.getByRole('button', { name: 'Bring these answers in' }).click();
	const twice = page
		.getByRole('region', { name: 'Answered twice' })
		.getByRole('group', { name: CODE });
	await twice.getByRole('button', { name: 'Use this: THEIRS' }).click();
	await expect(twice).toBeHidden();
	await page.getByRole('link', { name: 'Visit and people' }).click();
	await expect(page.getByLabel(CODE)).toHaveValue('THEIRS');
});

const BAD: Readonly<Record<string, { readonly text: string; readonly why: RegExp }>> = {
	'an empty file': { text: '', why: /The file is empty/ },
	'a file that is no JSON': { text: 'PK\u0003\u0004 holiday.zip', why: /The file is not JSON/ },
	'a file that was cut off': {
		text: JSON.stringify(SAMPLE).slice(0, 900),
		why: /ends in the middle/
	},
	'another kind of JSON': { text: '{"name":"left-pad"}', why: /This is not a survey file/ },
	'a list': { text: '[1, 2]', why: /A survey file is a JSON object/ },
	'a version to come': {
		text: changed({ sitewalk: 99 }),
		why: /version 99 is newer than this Sitewalk/
	},
	'a script in a site name': {
		text: withAnswers({ siteName: '<img src=x onerror=alert(1)><script>alert(2)</script>' }),
		why: /At answers.siteName: the text holds markup/
	},
	'a script in the title': {
		text: changed({ survey: { id: 'x', title: '<svg onload=alert(1)>' } }),
		why: /At survey.title: the text holds markup/
	},
	'a key that reaches into objects': {
		text: JSON.stringify(SAMPLE).replace('{', '{"__proto__":{"admin":true},'),
		why: /the key "__proto__" is never taken in/
	},
	'a word where a number belongs': {
		text: withAnswers({ linkDownMbps: 'fast' }),
		why: /At answers.linkDownMbps: This must be a number/
	},
	'an option that does not exist': {
		text: withAnswers({ sepmReachable: 'maybe' }),
		why: /At answers.sepmReachable: Choose one of/
	},
	'two groups of one id': {
		text: changed({
			groups: [
				{ id: 'g1', answers: {} },
				{ id: 'g1', answers: {} }
			]
		}),
		why: /At groups\[1\].id: "g1" stands twice/
	},
	'an id that leads elsewhere': {
		text: changed({ survey: { id: '../../device', title: 'Elsewhere' } }),
		why: /At survey.id: an id of 1 to 200 letters/
	},
	'a plan whose groups are no list': {
		text: '{"sitewalk":1,"knowledge":"2026.11.1","survey":{"id":"x","title":"X"},"groups":{}}',
		why: /In this plan: At groups: a list was expected/
	},
	'a plan with a script in its title': {
		text: '{"sitewalk":1,"knowledge":"1","survey":{"id":"x","title":"<script>alert(1)</script>"},"groups":[]}',
		why: /In this plan: At survey.title: the text holds markup/
	},
	'nesting without end': {
		text: `{"sitewalk":1,"survey":{"id":"deep","title":"Deep"},"more":${'['.repeat(3000)}${']'.repeat(3000)}}`,
		why: /nested more than 64 levels deep/
	}
};

for (const [what, { text, why }] of Object.entries(BAD)) {
	test(`${what} gets one sentence and changes nothing`, async ({ page }) => {
		await openSample(page, 'thin-link-branch.json');
		await page.goto('/');
		await choose(page, 'bad.json', text);
		await expectRefused(page, 'bad.json', why);
		await page.reload();
		await expect(surveys(page).getByRole('link')).toHaveText([/Lyon branch/]);
	});
}

test('a file of 50 MB is refused by its size, before it is read', async ({ page }, info) => {
	const huge = info.outputPath('huge.json');
	writeFileSync(huge, `{"sitewalk":1,"padding":"${'x'.repeat(50_000_000)}"}`);
	await openSample(page, 'thin-link-branch.json');
	await page.goto('/');
	await page.evaluate(() => {
		Blob.prototype.text = () => Promise.reject(new Error('The file was read.'));
	});
	await page.getByLabel('Choose a survey file').setInputFiles(huge);
	await expectRefused(page, 'huge.json', /The file has 51 MB; a survey file has at most 20 MB/);
});

test('of several files the good ones are opened, and each bad one is named', async ({ page }) => {
	await page.goto('/');
	const file = (name: string, text: string) => ({
		name,
		mimeType: 'application/json',
		buffer: Buffer.from(text)
	});
	await page
		.getByLabel('Choose a survey file')
		.setInputFiles([
			file('good.json', JSON.stringify(SAMPLE)),
			file('bad.json', '{'),
			file('worse.json', '')
		]);
	await expect(page.getByRole('alert').getByRole('paragraph')).toHaveText([
		/bad.json was not opened/,
		/worse.json was not opened/
	]);
	await expect(surveys(page).getByRole('link')).toHaveText([/Lyon branch/]);
});

test('a backup brings every survey to another device, once and no more', async ({
	page,
	browser
}) => {
	await startSurvey(page, 'Bayonne', 'Jonas Weber');
	await page.getByLabel(CODE).fill('BAY-3');
	await page.getByLabel(CODE).press('Enter');
	await expectSaved(page, CODE);
	await page.goto('/device');
	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Make a backup' }).click();
	const backup = await (await download).path();

	const elsewhere = await browser.newPage();
	await elsewhere.goto('/device');
	await elsewhere.getByLabel('Restore from a backup').setInputFiles(backup);
	await expect(elsewhere.getByText(/changes of 1 survey were taken in/)).toBeVisible();
	await elsewhere.getByLabel('Restore from a backup').setInputFiles(backup);
	await expect(elsewhere.getByText('is on this device already')).toBeVisible();
	await elsewhere.getByRole('link', { name: 'Surveys' }).click();
	await surveys(elsewhere).getByRole('link', { name: 'Bayonne' }).click();
	await elsewhere.getByRole('link', { name: 'Visit and people' }).click();
	await expect(elsewhere.getByLabel(CODE)).toHaveValue('BAY-3');
});

test('a backup that was damaged on its way gets one sentence and changes nothing', async ({
	page,
	browser
}) => {
	await startSurvey(page, 'Bayonne');
	await page.goto('/device');
	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Make a backup' }).click();
	const text = readFileSync(await (await download).path(), 'utf8');

	const elsewhere = await browser.newPage();
	for (const [damaged, why] of [
		[text.slice(0, text.length / 2), /^(Line|The file ends) .* Nothing was changed\.$/],
		[
			text.split('\n').slice(0, -2).join('\n'),
			/^The file ends after line \d+: .* Nothing was changed\.$/
		],
		[text.replaceAll('Bayonne', 'Bordeaux'), /^Line \d+: it was changed .* Nothing was changed\.$/]
	] as const) {
		await elsewhere.goto('/device');
		await elsewhere.getByLabel('Restore from a backup').setInputFiles({
			name: 'damaged.jsonl',
			mimeType: 'application/jsonl',
			buffer: Buffer.from(damaged)
		});
		await expect(elsewhere.getByRole('alert')).toHaveText(why);
		expect(await storedEvents(elsewhere)).toBe(0);
	}
});

test('the name that stands beside answers can be given and changed', async ({ page }) => {
	await page.goto('/device');
	await page.getByLabel('Your name').fill('Ana Duarte');
	await page.getByRole('button', { name: 'Keep this name' }).click();
	await startSurvey(page, 'Nice');
	await expect(page.getByLabel('Who carries out this survey?')).toHaveValue('Ana Duarte');
});
