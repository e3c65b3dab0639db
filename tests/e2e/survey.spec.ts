import { expect, test } from './support/app.ts';
import { expectAccessible, expectFitsPhone } from './support/pages.ts';
import { openSample } from './support/sample.ts';
import {
	act,
	expectSaved,
	openSection,
	question,
	startSurvey,
	storedDrafts,
	surveys
} from './support/survey.ts';

const ADDRESS = 'Where is it: address, building, floor?';
const CODE = 'What is the short code of the site?';
const MEDIA = 'May you bring in files on a USB stick or disk?';
const LINK_SPEED = 'How fast is the link from the SEPM’s side to this site?';

test('a survey is filled in without a network, and every answer is there after a reload', async ({
	app,
	page
}) => {
	await app.install(page);
	await app.kill();

	await startSurvey(page, 'Lyon branch', 'Jonas Weber');
	await page.getByLabel(CODE).fill('LYO-02');
	await page.getByLabel(CODE).press('Enter');
	await expect(page.getByLabel(ADDRESS)).toBeFocused();
	await question(page, 'What is needed to get in?').getByLabel('None of these').check();
	await question(page, 'May you take photos here?').getByLabel('Only in some areas').check();

	await openSection(page, 'Link to the SEPM');
	await page.getByLabel(LINK_SPEED).fill('512 kbit/s');
	await question(page, 'Can the clients here open that port').getByLabel('some subnets').check();

	await openSection(page, 'State before the change');
	const issues = question(page, 'Which clients are out of date or failing already?');
	await issues.getByLabel('Computer').fill('LYO-PC7');
	await issues.getByLabel('What is wrong').fill('does not start');
	await page.getByRole('heading', { level: 1 }).click();
	await expect(page.getByText(/Saved on this device \d\d:\d\d/)).toBeVisible();
	await page.reload();

	await expect(issues.getByLabel('Computer')).toHaveValue('LYO-PC7');
	await expect(issues.getByLabel('What is wrong')).toHaveValue('does not start');
	await openSection(page, 'Link to the SEPM');
	await expect(page.getByLabel(LINK_SPEED)).toHaveValue('0.512');
	await expect(page.getByLabel('From some subnets only')).toBeChecked();
	await openSection(page, 'Visit and people');
	await expect(page.getByLabel('What is the site called?')).toHaveValue('Lyon branch');
	await expect(page.getByLabel('Who carries out this survey?')).toHaveValue('Jonas Weber');
	await expect(page.getByLabel(CODE)).toHaveValue('LYO-02');
	await expect(page.getByLabel('None of these')).toBeChecked();
	await expect(page.getByLabel('Only in some areas')).toBeChecked();
});

test('a word that was half typed when the page crashed is put back, and is no answer yet', async ({
	page,
	context
}) => {
	await startSurvey(page, 'Marseille');
	await page.getByLabel(ADDRESS).pressSequentially('14 quai Per');
	await expect.poll(() => storedDrafts(page)).toEqual(['14 quai Per']);
	const address = page.url();
	const crashed = page.waitForEvent('crash');
	void page.goto('chrome://crash').catch(() => undefined);
	await crashed;

	const again = await context.newPage();
	await again.goto(address);
	await expect(again.getByLabel(ADDRESS)).toHaveValue('14 quai Per');
	await expect(question(again, ADDRESS).getByText('it is not an answer yet')).toBeVisible();

	await again.getByLabel(ADDRESS).press('End');
	await again.getByLabel(ADDRESS).pressSequentially('rache');
	await again.getByLabel(ADDRESS).press('Enter');
	await expect.poll(() => storedDrafts(again)).toEqual([]);
	await again.reload();
	await expect(again.getByLabel(ADDRESS)).toHaveValue('14 quai Perrache');
	await expect(question(again, ADDRESS).getByText('it is not an answer yet')).toBeHidden();
});

test('nothing is lost when the page is reloaded in the same instant', async ({ page }) => {
	await startSurvey(page, 'Toulon');
	const address = page.getByLabel(ADDRESS);
	const photos = question(page, 'May you take photos here?');
	const options = ['Only in some areas', 'No photos', 'Only in some areas', 'No photos'];
	for (const [round, option] of options.entries()) {
		await address.focus();
		await page.keyboard.press('ControlOrMeta+A');
		await page.keyboard.type(`Quai ${round}, batiment B`);
		await page.reload();
		await expect(address).toHaveValue(`Quai ${round}, batiment B`);

		const radio = photos.getByRole('radio', { name: option });
		const loaded = page.waitForEvent('load');
		await radio.evaluate((input: HTMLInputElement) => {
			input.click();
			location.reload();
		});
		await loaded;
		await expect(radio).toBeChecked();
	}
	await expect(page.getByText('stand side by side')).toHaveCount(0);
});

test('leaving a page by a link takes what is typed as the answer', async ({ page }) => {
	await startSurvey(page, 'Lille');
	await page.getByLabel(ADDRESS).fill('Gare de Lille');
	await page.goBack();
	await page.goForward();
	await expect(page.getByLabel(ADDRESS)).toHaveValue('Gare de Lille');
	await expect(question(page, ADDRESS).getByText('it is not an answer yet')).toBeHidden();
});

test('two surveys on one device never mix, not even what is half typed', async ({ page }) => {
	await startSurvey(page, 'Nantes');
	await page.getByLabel(CODE).fill('NTE-1');
	await page.getByLabel(ADDRESS).pressSequentially('Rue de St');
	const nantes = page.url();
	await startSurvey(page, 'Brest');
	await expect(page.getByLabel(CODE)).toHaveValue('');
	await expect(page.getByLabel(ADDRESS)).toHaveValue('');
	await page.getByLabel(ADDRESS).fill('Port de commerce');
	await page.goto(nantes);
	await expect(page.getByLabel('What is the site called?')).toHaveValue('Nantes');
	await expect(page.getByLabel(CODE)).toHaveValue('NTE-1');
	await expect(page.getByLabel(ADDRESS)).toHaveValue('Rue de St');
});

test('client groups are added, kept apart, removed, and come back with their answers', async ({
	page
}) => {
	await startSurvey(page, 'Metz');
	await openSection(page, 'Client groups');
	for (const [name, count] of [
		['Office PCs', '40'],
		['Workshop', '7']
	] as const) {
		await page.getByRole('button', { name: 'Add client group' }).click();
		await expect(page.getByLabel('What do you call this group?')).toBeFocused();
		await page.getByLabel('What do you call this group?').fill(name);
		await page.getByLabel('How many computers are in this group?').fill(count);
		await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
		await openSection(page, 'Client groups');
	}
	const groups = page.getByRole('list', { name: 'client groups' });
	await expect(groups.getByRole('link')).toHaveText([/Office PCs.*2 of/s, /Workshop.*2 of/s]);

	await groups.getByRole('button', { name: 'Remove Office PCs' }).click();
	await expect(groups.getByRole('link')).toHaveText([/Workshop/]);
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(groups.getByRole('link')).toHaveText([/Office PCs/, /Workshop/]);
	await groups.getByRole('link', { name: 'Office PCs' }).click();
	await expect(page.getByLabel('How many computers are in this group?')).toHaveValue('40');
});

test('not knowing and not applying are answers, and each demands a reason', async ({ page }) => {
	await startSurvey(page, 'Dijon');
	const admin = question(page, 'Who looks after the network and the firewalls here?');
	await admin.getByRole('button', { name: 'Could not find out' }).click();
	await admin.getByRole('button', { name: 'Save reason' }).click();
	await expect(admin.getByText('Say in a few words why')).toBeVisible();
	await admin.getByLabel('Why could it not be found out?').fill('the desk was closed');
	await admin.getByRole('button', { name: 'Save reason' }).click();
	await expect(admin.getByText('the desk was closed')).toBeVisible();
	await expect(admin.getByRole('button', { name: 'Take back' })).toBeFocused();

	const owner = question(page, 'Who approves the change?');
	await owner.getByRole('button', { name: 'Does not apply' }).click();
	await owner.getByRole('button', { name: 'There is none at this site' }).click();
	await expect(owner.getByText('There is none at this site')).toBeVisible();
	await expect(owner.getByRole('textbox')).toHaveCount(0);

	await page.reload();
	await expect(admin.getByText('the desk was closed')).toBeVisible();
	await owner.getByRole('button', { name: 'Take back' }).click();
	await expect(owner.getByText('There is none at this site')).toBeHidden();
	await expect(owner.getByRole('textbox')).toBeFocused();
});

test('a number is taken in any unit, one that cannot be is told after the field is left', async ({
	page
}) => {
	await startSurvey(page, 'Reims');
	await openSection(page, 'Link to the SEPM');
	const speed = question(page, LINK_SPEED);
	await page.getByLabel(LINK_SPEED).fill('2M');
	await expect(speed.getByText('= 2 Mbit/s')).toBeVisible();
	await page.getByLabel(LINK_SPEED).fill('2 parsecs');
	await expect(speed.getByText('is not a unit')).toBeHidden();
	await page.getByLabel(LINK_SPEED).blur();
	await expect(speed.getByText('“parsecs” is not a unit for this answer')).toBeVisible();
	await expect(page.getByLabel(LINK_SPEED)).toHaveAttribute('aria-invalid', 'true');
	await page.getByLabel(LINK_SPEED).fill('1,5');
	await page.getByLabel(LINK_SPEED).blur();
	await expect(page.getByLabel(LINK_SPEED)).toHaveValue('1.5');
	await expect(speed.getByText('= 1.5 Mbit/s')).toBeVisible();
	await page.getByLabel(LINK_SPEED).fill('90 Gbit/s');
	await expect(speed.getByText('Unusual: most sites have')).toBeVisible();
});

test('a question is left out once another answer makes it pointless', async ({ page }) => {
	await startSurvey(page, 'Tours');
	await openSection(page, 'Before you leave');
	await expect(page.getByRole('heading', { name: 'Which photos did you take?' })).toBeVisible();
	const photos = page.url();
	await openSection(page, 'Visit and people');
	await question(page, 'May you take photos here?').getByLabel('No photos').check();
	await expectSaved(page, 'May you take photos here?');
	await page.goto(`${photos}#evidencePhotos`);
	await expect(page.getByText('The question you came for is not asked any more')).toBeVisible();
	await expect(page.getByRole('heading', { name: 'Which photos did you take?' })).toBeHidden();
});

test('the review lists what is missing and leads to each question', async ({ page }) => {
	await openSample(page, 'mixed-unfinished.json');
	const tabs = page.getByRole('navigation', { name: 'This survey' });
	await tabs.getByRole('link', { name: 'Review' }).click();
	const leave = page.getByRole('region', { name: 'Before you leave the site' });
	await expect(leave.getByRole('link').first()).toBeVisible();
	await leave.getByRole('link', { name: LINK_SPEED }).click();
	await expect(page.getByLabel(LINK_SPEED)).toBeFocused();

	await tabs.getByRole('link', { name: 'Review' }).click();
	const unknown = page.getByRole('region', { name: 'Could not be found out' });
	await unknown.getByRole('link', { name: 'Signage players: How many computers' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Signage players' })).toBeVisible();
	await expect(page.getByLabel('How many computers are in this group?')).toBeFocused();

	await page.getByLabel('How many computers are in this group?').fill('many');
	await tabs.getByRole('link', { name: 'Review' }).click();
	const left = page.getByRole('region', { name: 'Typed and left' });
	await expect(left.getByText('“many”')).toBeVisible();
});

test('next offers what could change the recommendation, and keeps to the section while it has such', async ({
	page
}) => {
	await openSample(page, 'mixed-unfinished.json');
	await expect(page.getByText('could change what is recommended')).toBeVisible();
	await page.getByRole('link', { name: 'next unanswered question' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Signage players' })).toBeVisible();
	const cutOff = question(page, 'Are they cut off from every source of content?');
	await expect(cutOff.locator(':focus')).toBeVisible();
	const next = page.getByRole('link', { name: 'Next unanswered question' }).first();
	await next.click();
	await expect(page).toHaveURL(/signage#clientVersion$/);
	await expect(page.locator('#clientVersion :focus')).toBeVisible();
	await next.click();
	await expect(page).not.toHaveURL(/\/signage/);
});

test('a question that can change nothing any more says so and why, and is not missing for the plan', async ({
	page
}) => {
	await openSample(page, 'mac-linux-studio.json');
	await openSection(page, 'Rules, tools and times');
	const media = question(page, MEDIA);
	await media.getByRole('button', { name: 'Take back' }).click();
	await expect(
		media.getByText('Cannot change the plan any more. Only Intelligent Updater')
	).toBeVisible();

	const tabs = page.getByRole('navigation', { name: 'This survey' });
	await tabs.getByRole('link', { name: 'Review' }).click();
	const idle = page.getByRole('region', { name: 'Cannot change the plan any more' });
	await expect(idle.getByRole('link', { name: MEDIA })).toBeVisible();
	const leave = page.getByRole('region', { name: 'Before you leave the site' });
	await expect(leave).toBeVisible();
	await expect(leave.getByRole('link', { name: MEDIA })).toBeHidden();
	await tabs.getByRole('link', { name: 'Survey' }).click();
	await expect(page.getByText('1 cannot change the plan').first()).toBeVisible();
});

test('an earlier answer is in the history and can be restored', async ({ page }) => {
	await startSurvey(page, 'Rouen', 'Ana Duarte');
	for (const code of ['ROU-1', 'ROU-2']) {
		await page.getByLabel(CODE).fill(code);
		await page.getByLabel(CODE).press('Enter');
	}
	const code = question(page, CODE);
	await code.getByText('1 earlier').click();
	await expect(code.getByText('Ana Duarte').first()).toBeVisible();
	await code.getByRole('button', { name: 'Restore: ROU-1' }).click();
	await expect(page.getByLabel(CODE)).toHaveValue('ROU-1');
	await expect(code.getByText('2 earlier')).toBeVisible();
});

test('an answer from another tab is shown; typed over meanwhile, both are kept and one is chosen', async ({
	page,
	context
}) => {
	await startSurvey(page, 'Caen');
	const other = await context.newPage();
	await other.goto(page.url());
	await other.getByLabel(CODE).fill('CAE-1');
	await other.getByLabel(CODE).press('Enter');
	await expect(page.getByLabel(CODE)).toHaveValue('CAE-1');

	await page.getByLabel(ADDRESS).pressSequentially('Quai');
	await other.getByLabel(ADDRESS).fill('Gare');
	await other.getByLabel(ADDRESS).press('Enter');
	const address = question(page, ADDRESS);
	await expect(address.getByText('“Gare”')).toBeVisible();
	await expect(page.getByLabel(ADDRESS)).toHaveValue('Quai');
	await page.getByLabel(ADDRESS).press('Enter');

	await expect(address.getByText('2 answers stand side by side')).toBeVisible();
	await address.getByRole('button', { name: 'Use this: Gare' }).click();
	await expect(address.getByText('2 answers stand side by side')).toBeHidden();
	await expect(page.getByLabel(ADDRESS)).toHaveValue('Gare');
	await expect(other.getByLabel(ADDRESS)).toHaveValue('Gare');
});

test('a deleted survey comes back by undo, and later from the list of the deleted', async ({
	page
}) => {
	await startSurvey(page, 'Pau');
	await page.goto('/');
	await act(page, 'Pau', 'Delete');
	await expect(page.getByText('“Pau” is deleted.')).toBeVisible();
	await expect(surveys(page)).toBeHidden();
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(surveys(page).getByRole('link', { name: 'Pau' })).toBeVisible();

	await act(page, 'Pau', 'Delete');
	await expect(page.getByText('“Pau” is deleted.')).toBeVisible();
	await page.reload();
	await page.getByRole('button', { name: 'Deleted' }).click();
	await act(page, 'Pau', 'Make active again');
	await surveys(page).getByRole('link', { name: 'Pau' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Pau' })).toBeVisible();
});

test('surveys are found, duplicated and archived', async ({ page }) => {
	await openSample(page, 'thin-link-branch.json');
	await startSurvey(page, 'Toulon');
	await page.getByLabel(CODE).fill('TLN-9');
	await page.getByLabel(CODE).press('Enter');
	await expectSaved(page, CODE);
	await page.goto('/');
	await expect(surveys(page).getByRole('listitem')).toHaveCount(2);
	await page.getByLabel('Find a survey').fill('tln');
	await expect(surveys(page).getByRole('link')).toHaveText([/Toulon/]);

	await act(page, 'Toulon', 'Duplicate');
	await expect(surveys(page).getByRole('link')).toHaveText([/Toulon \(copy\)/, /Toulon/]);
	await act(page, 'Toulon', 'Archive');
	await expect(surveys(page).getByRole('link')).toHaveText([/Toulon \(copy\)/]);
	await page.getByRole('button', { name: 'Archived' }).click();
	await expect(surveys(page, 'Archived').getByRole('link')).toHaveText([/Toulon.*archived/s]);
	await page.getByRole('button', { name: 'Active' }).click();
	await surveys(page).getByRole('link', { name: 'Toulon (copy)' }).click();
	await page.getByRole('link', { name: 'Visit and people' }).click();
	await expect(page.getByLabel(CODE)).toHaveValue('TLN-9');
});

test('a survey is renamed', async ({ page }) => {
	await openSample(page, 'thin-link-branch.json');
	await page.getByRole('button', { name: 'Rename' }).click();
	await page.getByLabel('Title of the survey').fill('Second visit');
	await page.getByLabel('Title of the survey').press('Enter');
	await expect(page.getByRole('heading', { level: 1, name: 'Second visit' })).toBeVisible();
	await expect(page.getByRole('button', { name: 'Rename' })).toBeFocused();
});

test('an address of a survey that is not here says so and leads back', async ({ page }) => {
	await page.goto('/survey/nowhere/link');
	await expect(page.getByText('This survey is not on this device')).toBeVisible();
	await page.getByRole('link', { name: 'All surveys' }).click();
	await expect(page).toHaveURL(/\/$/);
	await startSurvey(page, 'Sens');
	await page.goto(page.url().replace(/visit.*/, 'nonsense'));
	await expect(page.getByText('The survey has no section called “nonsense”')).toBeVisible();
});

test('from the start page to an answered question by keyboard alone', async ({ page }) => {
	await page.goto('/?new');
	await expect(page.getByLabel('Site name')).toBeFocused();
	await page.keyboard.type('Vannes');
	await page.keyboard.press('Tab');
	await page.keyboard.type('Kim');
	await page.keyboard.press('Enter');
	await expect(page.getByLabel(CODE)).toBeFocused();
	await page.keyboard.type('VAN-1');
	await page.keyboard.press('Enter');
	await expect(page.getByLabel(ADDRESS)).toBeFocused();
	const photos = question(page, 'May you take photos here?');
	await photos.getByLabel('Yes').focus();
	await page.keyboard.press('ArrowDown');
	await expect(photos.getByLabel('Only in some areas')).toBeChecked();
	await page.keyboard.press('Enter');
	await expect(page.getByLabel('How many Windows computers')).toBeFocused();
});

test('a question is accessible in each of its states', async ({ page }) => {
	await startSurvey(page, 'Albi', 'Ana Duarte');
	await question(page, CODE).getByText('Why and how').click();
	await page.getByLabel(CODE).fill('<script>');
	const address = question(page, ADDRESS);
	await address.getByRole('button', { name: 'Could not find out' }).click();
	await expect(question(page, CODE).getByText('holds markup')).toBeVisible();
	await expectAccessible(page);
	await expectFitsPhone(page);
	await address.getByRole('button', { name: 'Nobody here knows' }).click();
	await question(page, 'What is the site called?').getByText('by Ana Duarte').click();
	await expectAccessible(page);
	await expectFitsPhone(page);
});
