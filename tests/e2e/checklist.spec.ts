import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, expectFitsPhone } from './support/pages.ts';
import { giveName, openSample } from './support/sample.ts';

/** The card of one step, by the code it prints. */
const step = (page: Page, code: string) => page.getByRole('article', { name: code, exact: true });

async function openChecklist(page: Page) {
	await openSample(page, 'thin-link-branch.json', 'Checklist');
	await page.getByRole('link', { name: 'Open Group Update Provider' }).click();
	await expect(
		page.getByRole('heading', { name: 'Group Update Provider', level: 1 })
	).toBeVisible();
}

/** Codes of the steps on the screen, in order. */
const codes = (page: Page) => page.getByRole('article').getByRole('heading').allInnerTexts();

/** It stands on the page, so that another step is the next one. */
const expectRecorded = (page: Page, code: string) =>
	expect(step(page, code).getByRole('button', { name: `Undo ${code}` })).toBeVisible();

/** Ticks every open step until one cannot be ticked any more; gives the code of the hold point that comes next. */
async function tickUntilHold(page: Page) {
	for (;;) {
		const next = page.getByRole('article').filter({ has: page.getByText('next', { exact: true }) });
		const code = await next.getByRole('heading').first().innerText();
		if ((await step(page, code).getByRole('button', { name: 'Sign' }).count()) > 0) return code;
		await step(page, code).getByRole('button', { name: 'Done', exact: true }).click();
		await expectRecorded(page, code);
	}
}

test('a step is done under a name and a time, and can be undone', async ({ page }) => {
	await openChecklist(page);
	const [first = ''] = await codes(page);
	await step(page, first).getByRole('button', { name: 'Done', exact: true }).click();
	await giveName(page, 'Ana Duarte');

	await expect(step(page, first).getByText('Ana Duarte')).toBeVisible();
	await expect(
		step(page, first).getByText(/\d{4}-\d\d-\d\d \d\d:\d\d \(UTC[+-]\d\d:\d\d\)/)
	).toBeVisible();
	await page.reload();
	await expect(step(page, first).getByText('done', { exact: true })).toBeVisible();

	await step(page, first)
		.getByRole('button', { name: `Undo ${first}` })
		.click();
	await expect(step(page, first).getByText('open', { exact: true })).toBeVisible();
	await page.reload();
	await expect(step(page, first).getByText('open', { exact: true })).toBeVisible();
});

test('nothing after a hold point can be done until it is signed', async ({ page }) => {
	await openChecklist(page);
	const [first = ''] = await codes(page);
	await step(page, first).getByRole('button', { name: 'Done', exact: true }).click();
	await giveName(page, 'Ana Duarte');
	await expectRecorded(page, first);
	const hold = await tickUntilHold(page);

	const after = page.getByRole('region', { name: 'Roll out' }).getByRole('article').first();
	await expect(after.getByText(/must be signed/)).toBeVisible();
	await expect(after.getByRole('button', { name: 'Done', exact: true })).toHaveCount(0);

	await step(page, hold).getByRole('button', { name: 'Sign' }).click();
	await expect(step(page, hold).getByText('signed', { exact: true })).toBeVisible();
	await expect(step(page, hold).getByText('Ana Duarte')).toBeVisible();
	const second = await tickUntilHold(page);
	expect(second).not.toBe(hold);
});

test('a hold point can be passed with a reason only, and a blocked one stops the work', async ({
	page
}) => {
	await openChecklist(page);
	const [first = ''] = await codes(page);
	await step(page, first).getByRole('button', { name: 'Done', exact: true }).click();
	await giveName(page, 'Ana Duarte');
	await expectRecorded(page, first);
	const hold = step(page, await tickUntilHold(page));

	await hold.getByRole('button', { name: 'Blocked' }).click();
	await hold.getByLabel('What blocks it?').fill('The change is not approved yet');
	await hold.getByRole('button', { name: 'Record: blocked' }).click();
	await expect(hold.getByText('Name who will solve it.')).toBeVisible();
	await hold.getByLabel('Who will solve it?').fill('Ines Roche');
	await hold.getByRole('button', { name: 'Record: blocked' }).click();
	await expect(page.getByRole('region', { name: 'Progress' }).getByText('Stopped:')).toBeVisible();
	await expect(hold.getByText(/owner Ines Roche/)).toBeVisible();

	await hold.getByRole('button', { name: /^Undo/ }).click();
	await hold.getByRole('button', { name: 'Pass with a reason' }).click();
	await hold.getByRole('button', { name: 'Record: passed with a reason' }).click();
	await expect(hold.getByText('Say in a few words what was done instead.')).toBeVisible();
	await hold.getByLabel('What was done instead, and why?').fill('Approved by telephone');
	await hold.getByRole('button', { name: 'Record: passed with a reason' }).click();
	await expect(page.getByRole('link', { name: /^Next:/ })).toBeVisible();
});

test('a note half typed, and what was measured, are still there after a reload', async ({
	page
}) => {
	await openChecklist(page);
	const [first = ''] = await codes(page);
	await step(page, first)
		.getByLabel(/^Note/)
		.pressSequentially('Cabinet on the 2nd fl', { delay: 40 });
	await page.reload();
	await expect(step(page, first).getByLabel(/^Note/)).toHaveValue('Cabinet on the 2nd fl');

	await step(page, first).getByRole('button', { name: 'Not applicable' }).click();
	await step(page, first)
		.getByLabel('Why does it not apply here?')
		.pressSequentially('Seen by th', { delay: 40 });
	await page.reload();
	await expect(step(page, first).getByLabel('Why does it not apply here?')).toHaveValue(
		'Seen by th'
	);
	await step(page, first).getByRole('button', { name: 'Record: not applicable' }).click();
	await giveName(page, 'Ana Duarte');
	await expect(step(page, first).getByText('Note: Cabinet on the 2nd fl')).toBeVisible();
	await expect(step(page, first).getByText('because Seen by th')).toBeVisible();
});

test('only the steps of one person, and only open ones, can be shown', async ({ page }) => {
	await openChecklist(page);
	const all = await codes(page);
	await page.getByLabel('Show steps of').selectOption('SEPM admin');
	const theirs = await codes(page);
	expect(theirs.length).toBeGreaterThan(0);
	expect(theirs.length).toBeLessThan(all.length);

	const [first = ''] = theirs;
	await step(page, first).getByRole('button', { name: 'Done', exact: true }).click();
	await giveName(page, 'Ana Duarte');
	await page.getByRole('button', { name: 'Open steps only' }).click();
	await expect(step(page, first)).toHaveCount(0);
	expect(await codes(page)).toEqual(theirs.slice(1));
});

test('another method can be chosen, and the page says that it is not recommended', async ({
	page
}) => {
	await openSample(page, 'thin-link-branch.json', 'Checklist');
	await page.getByText('Choose another method yourself').click();
	await page.getByRole('link', { name: 'Intelligent Updater' }).click();
	await expect(page.getByText('You chose this method yourself.')).toBeVisible();
	await expect(page.getByText('cautioned', { exact: true }).first()).toBeVisible();
});

test('a checklist can be worked through by keyboard alone', async ({ page }) => {
	await openChecklist(page);
	const [first = ''] = await codes(page);
	const done = step(page, first).getByRole('button', { name: 'Done', exact: true });
	for (let presses = 0; presses < 60; presses++) {
		if (await done.evaluate((button) => button === document.activeElement)) break;
		await page.keyboard.press('Tab');
	}
	await expect(done).toBeFocused();
	await page.keyboard.press('Enter');
	await page.keyboard.type('Ana Duarte');
	await page.keyboard.press('Enter');
	await expect(step(page, first).getByText('done', { exact: true })).toBeVisible();
	await expect(step(page, first)).toBeFocused();
});

test('blanks can be filled one after the other, and stand on the step when it is done', async ({
	page
}) => {
	await openChecklist(page);
	const card = page.getByRole('article').filter({ hasText: 'Write down: Operating system' });
	const code = await card.getByRole('heading').first().innerText();
	await card.getByText('Write down: Operating system').click();
	await card.getByLabel('Operating system').fill('Windows Server 2022');
	await card.getByLabel('SEP version').fill('14.3 RU8');
	await card.getByLabel('Free disk').fill('220');
	await expect(card.getByLabel('Operating system')).toBeVisible();
	await card.getByRole('button', { name: 'Done', exact: true }).click();
	await giveName(page, 'Ana Duarte');
	await expect(step(page, code).getByText('Ana Duarte')).toBeVisible();

	await page.reload();
	await step(page, code).getByText('Evidence, note and sources').click();
	await expect(step(page, code).getByLabel('Operating system')).toHaveValue('Windows Server 2022');
	await expect(step(page, code).getByLabel('Free disk')).toHaveValue('220');
});

test('what was seen on the version at the site is kept beside what is not confirmed', async ({
	page
}) => {
	await openChecklist(page);
	const card = page.getByRole('article').filter({ hasText: 'Confirm on your version.' }).first();
	const code = await card.getByRole('heading').first().innerText();
	const details = card.getByText('Evidence, note and sources');
	if (await details.isVisible()) await details.click();
	await card.getByRole('button', { name: /on your version$/ }).click();
	await card.getByLabel('What is it on your version?').fill('Port 8014, as installed');
	await card.getByRole('button', { name: 'Keep', exact: true }).click();
	await giveName(page, 'Ana Duarte');
	await expect(step(page, code).getByText('Port 8014, as installed')).toBeVisible();
	await expect(step(page, code).getByText(/Ana Duarte/)).toBeVisible();
});

test('what is watched after the roll-out stands on a page of its own, with the names of the site', async ({
	page
}) => {
	await openChecklist(page);
	const handOver = page.getByRole('region', { name: 'Hand over' }).getByRole('article').last();
	await handOver.getByRole('link', { name: 'What to watch after the roll-out' }).click();
	await expect(
		page.getByRole('heading', { level: 1, name: 'After the roll-out: what to watch' })
	).toBeVisible();
	const days = page.getByRole('region', { name: 'After three days' });
	await expect(days.getByText(/free disk of LYO-FS1/)).toBeVisible();
	const first = page.getByRole('region', { name: 'After one working day' });
	await first.getByText('How to check: V7').click();
	await expect(first.getByText(/^V7: /)).toBeVisible();
	await expectAccessible(page);
	await expectFitsPhone(page);
	await page.getByRole('link', { name: 'Back to the checklist' }).click();
	await page.getByRole('link', { name: 'What to watch', exact: true }).click();
	await expect(page).toHaveURL(/\/checklist\/gup\/monitoring$/);
});
