import 'fake-indexeddb/auto';
import { flushSync } from 'svelte';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Device } from '../../src/lib/device/device.ts';
import { draftsOf } from '../../src/lib/device/drafts.ts';
import { live } from '../../src/lib/device/live.svelte.ts';
import { getSetting, setSetting } from '../../src/lib/device/settings.ts';
import { openSurvey, type OpenSurvey } from '../../src/lib/device/survey.svelte.ts';
import { createSurvey, getSurvey, listSurveys } from '../../src/lib/device/surveys.ts';
import { answered } from '../../src/lib/log/changes.ts';
import { answerPath } from '../../src/lib/log/path.ts';
import { answer, newDevice, otherTabOf } from './bench.ts';
import { newBrowser } from './browser.ts';
import { withTransactions } from './faults.ts';

const LINK = answerPath('linkDownMbps');
const SITE = answerPath('siteName');

/** Waits until it holds; how long that takes is no part of the promise. */
const soon = (check: () => unknown) => vi.waitFor(check, { timeout: 20_000, interval: 10 });

const stops: (() => void)[] = [];
afterEach(() => stops.splice(0).forEach((stop) => stop()));

/** Reads something as a page would, until the test is over; returns what was read, in order. */
function render<T>(read: () => T): T[] {
	const seen: T[] = [];
	const stop = $effect.root(() => {
		$effect(() => {
			seen.push(read());
		});
	});
	stops.push(stop);
	flushSync();
	return seen;
}

/** A page of a survey, once it shows it. */
async function page(device: Device, id: string): Promise<OpenSurvey> {
	const survey = openSurvey(device, id);
	render(() => survey.current);
	await soon(() => expect(survey.current).toBeDefined());
	await soon(() => expect(survey.draftsRead).toBe(true));
	return survey;
}

const shows = (survey: OpenSurvey, answers: Record<string, unknown>) =>
	soon(() => expect(survey.current?.survey.answers).toEqual(answers));

const full = () => {
	throw new DOMException('full', 'QuotaExceededError');
};

describe('a live query', () => {
	test('shows what is stored, and what another tab stores while it is read', async () => {
		const device = newDevice();
		const rows = live(() => listSurveys(device));
		const seen = render(() => rows.current?.map(({ title }) => title));
		await soon(() => expect(seen).toEqual([undefined, []]));
		await createSurvey(otherTabOf(device), 'Lyon');
		await soon(() => expect(seen.at(-1)).toEqual(['Lyon']));
	});

	test('follows everything its query reads, also what it reads later', async () => {
		const device = newDevice();
		const query = async () => {
			await listSurveys(device);
			await new Promise<void>((done) => queueMicrotask(done));
			return getSetting(device, 'theme');
		};
		const theme = live(() => query());
		const seen = render(() => theme.current);
		await soon(() => expect(seen).toHaveLength(1));
		await setSetting(device, 'theme', 'dark');
		await soon(() => expect(seen.at(-1)).toBe('dark'));
		await setSetting(otherTabOf(device), 'theme', 'light');
		await soon(() => expect(seen.at(-1)).toBe('light'));
	});

	test('asks nothing before it is read, and nothing after the page is gone', async () => {
		const device = newDevice();
		let asked = 0;
		const rows = live(() => {
			asked++;
			return listSurveys(device);
		});
		await createSurvey(device, 'Lyon');
		expect(asked).toBe(0);
		render(() => rows.current);
		await soon(() => expect(rows.current).toHaveLength(1));
		stops.splice(0).forEach((stop) => stop());
		flushSync();
		await Promise.resolve();
		const before = asked;
		await createSurvey(device, 'Bern');
		await listSurveys(device);
		expect(asked).toBe(before);
	});

	test('that fails says so in a sentence, and goes on when it can', async () => {
		const device = newDevice();
		let fails = true;
		const rows = live(() => (fails ? Promise.reject(new Error('lost')) : listSurveys(device)));
		const seen = render(() => [rows.error, rows.current?.length]);
		await soon(() => expect(rows.error).toContain('storage'));
		fails = false;
		await soon(() => expect(seen.at(-1)).toEqual([undefined, 0]));
	});
});

describe('a page of a survey', () => {
	test('shows the survey, and says when there is none', async () => {
		const device = newDevice();
		const id = await createSurvey(device, 'Lyon', [answered('linkDownMbps', 2)]);
		expect((await page(device, id)).current?.survey.answers).toEqual({ linkDownMbps: 2 });
		const nowhere = openSurvey(device, 'nowhere');
		render(() => nowhere.missing);
		expect(nowhere.missing).toBe(false);
		await soon(() => expect(nowhere.missing).toBe(true));
		expect(nowhere.current).toBeUndefined();
	});

	test('says that an answer is saved once it is stored', async () => {
		const device = newDevice();
		const id = await createSurvey(device, 'Lyon');
		const survey = await page(device, id);
		const states = render(() => survey.saving.state);
		expect(await survey.answer('linkDownMbps', 2)).toBe(true);
		flushSync();
		expect((await getSurvey(device, id))!.survey.answers).toEqual({ linkDownMbps: 2 });
		expect(survey.saving).toMatchObject({ state: 'saved', at: device.now() });
		expect(states).toEqual(['idle', 'saving', 'saved']);
	});

	test('does all that a survey knows', async () => {
		const device = newDevice();
		const survey = await page(device, await createSurvey(device, 'Lyon'));
		const id = (await survey.addInstance('groups', { clients: 40 }))!;
		const place = { collection: 'groups', id } as const;
		await survey.answer('platform', 'mac', place);
		await survey.setStep('gup-candidate', { state: 'done' });
		await survey.setLimit('thinLinkMbps', 3);
		await survey.confirm('gup-port', { text: '2967', by: 'Kim', at: 'today' });
		await survey.setTitle('Lyon Sud');
		await soon(() =>
			expect(survey.current?.survey).toMatchObject({
				title: 'Lyon Sud',
				groups: [{ id, answers: { clients: 40, platform: 'mac' } }],
				steps: { 'gup-candidate': { state: 'done' } },
				limits: { thinLinkMbps: 3 },
				confirmations: { 'gup-port': { text: '2967' } }
			})
		);
		await survey.removeInstance(place);
		await soon(() => expect(survey.current?.survey.groups).toEqual([]));
		await survey.restoreInstance(place);
		await survey.setStep('gup-candidate', null);
		await survey.setState('archived');
		await soon(() => expect(survey.current?.state).toBe('archived'));
		expect(survey.current?.survey.groups).toHaveLength(1);
		expect(survey.current?.survey.steps).toEqual({});
		expect(survey.current?.conflicts).toEqual([]);
	});

	test('follows what another tab answers', async () => {
		const device = newDevice();
		const id = await createSurvey(device, 'Lyon');
		const [here, there] = [await page(device, id), await page(otherTabOf(device), id)];
		await there.answer('linkDownMbps', 2);
		await shows(here, { linkDownMbps: 2 });
		await here.answer('linkDownMbps', 10);
		await shows(there, { linkDownMbps: 10 });
		expect(here.current?.conflicts).toEqual([]);
	});

	test('cannot be written before it is shown', async () => {
		const device = newDevice();
		const survey = openSurvey(device, await createSurvey(device, 'Lyon'));
		expect(() => survey.keepDraft(SITE, 'L')).toThrow('render');
	});
});

describe('two authors', () => {
	test('who answer before they see each other are both kept, and one settles it', async () => {
		const device = newDevice();
		const id = await createSurvey(device, 'Lyon');
		const [here, there] = [await page(device, id), await page(otherTabOf(device), id)];
		await Promise.all([here.answer('linkDownMbps', 2), there.answer('linkDownMbps', 10)]);
		await soon(() => expect(here.current?.conflicts).toHaveLength(1));
		await here.resolve(LINK, 10);
		await soon(() => expect(there.current?.conflicts).toEqual([]));
		expect(there.current?.register(LINK)?.heads).toMatchObject([{ kind: 'resolve' }]);
	});

	test('F3: do not overwrite each other while one of them types', async () => {
		const device = newDevice();
		const id = await createSurvey(device, 'Lyon');
		const here = await page(device, id);
		here.keepDraft(SITE, 'Ly');
		expect(here.newSince(SITE)).toEqual([]);
		const [theirs] = await answer(otherTabOf(device), id, SITE, 'Bern');
		await soon(() => expect(here.newSince(SITE)).toMatchObject([{ value: 'Bern' }]));
		here.keepDraft(SITE, 'Lyon');
		await here.answer('siteName', 'Lyon');
		const state = (await getSurvey(device, id))!;
		expect(state.register(SITE)!.heads.map(({ value }) => value)).toEqual(['Bern', 'Lyon']);
		expect(state.heads(SITE)).toContain(theirs!.id);
	});
});

describe('one author', () => {
	test('who answers again before the page has followed is not in conflict with himself', async () => {
		const device = newDevice();
		const id = await createSurvey(device, 'Lyon');
		const survey = await page(device, id);
		const saved = ['a', 'b', 'c'].map((name) => survey.answer('siteName', name));
		await Promise.all(saved);
		const { conflicts, register } = (await getSurvey(device, id))!;
		expect(conflicts).toEqual([]);
		expect(register(SITE)!.heads.map(({ value }) => value)).toEqual(['c']);
		expect(register(SITE)!.history).toHaveLength(3);
	});

	test('who types on while his answer is saved keeps what he typed, based on that answer', async () => {
		const device = newDevice();
		const id = await createSurvey(device, 'Lyon');
		const survey = await page(device, id);
		survey.keepDraft(SITE, 'Ly');
		const saved = survey.answer('siteName', 'Ly');
		survey.keepDraft(SITE, 'Lyon');
		await saved;
		expect(survey.draft(SITE)).toMatchObject({ text: 'Lyon' });

		const later = await page(otherTabOf(device), id);
		expect(later.draft(SITE)).toMatchObject({ text: 'Lyon' });
		await later.answer('siteName', 'Lyon');
		expect((await getSurvey(device, id))!.conflicts).toEqual([]);
		expect(later.draft(SITE)).toBeUndefined();
	});
});

describe('typing', () => {
	test('is back after a reload with what it was based on, and gone once it is an answer', async () => {
		const device = newDevice();
		const id = await createSurvey(device, 'Lyon');
		await answer(device, id, SITE, 'Bern');
		const before = await page(device, id);
		before.keepDraft(SITE, 'no acc', 'unknown');
		await soon(async () => expect(await draftsOf(device, id)).toHaveLength(1));
		await answer(otherTabOf(device), id, SITE, 'Basel');

		const after = await page(otherTabOf(device), id);
		expect(after.draft(SITE)).toMatchObject({ text: 'no acc', as: 'unknown' });
		expect(after.newSince(SITE)).toMatchObject([{ value: 'Basel' }]);
		await after.answer('siteName', { unknown: 'no access' });
		expect(after.draft(SITE)).toBeUndefined();
		expect(await draftsOf(device, id)).toEqual([]);
		expect((await getSurvey(device, id))!.register(SITE)!.heads).toHaveLength(2);
	});

	test('that is dropped does not come back', async () => {
		const device = newDevice();
		const id = await createSurvey(device, 'Lyon');
		const survey = await page(device, id);
		survey.keepDraft(SITE, 'Ly');
		survey.dropDraft(SITE);
		expect(survey.draft(SITE)).toBeUndefined();
		await soon(async () => expect(await draftsOf(device, id)).toEqual([]));
		expect((await page(otherTabOf(device), id)).draft(SITE)).toBeUndefined();
	});
});

describe('what cannot be saved', () => {
	test('is told, kept, and saved by trying again', async () => {
		const device = newDevice();
		const id = await createSurvey(device, 'Lyon');
		const survey = await page(device, id);
		expect(await withTransactions(full, () => survey.answer('linkDownMbps', 2))).toBe(false);
		expect(survey.saving).toMatchObject({ state: 'failed' });
		expect(survey.saving.problem).toContain('no room');

		expect(await survey.answer('windowHours', 8)).toBe(true);
		expect(survey.saving.state).toBe('failed');
		expect(await survey.retry()).toBe(true);
		expect(survey.saving.state).toBe('saved');
		expect(survey.saving.problem).toBeUndefined();
		await shows(survey, { linkDownMbps: 2, windowHours: 8 });
	});

	test('gives way to what is answered after it', async () => {
		const device = newDevice();
		const id = await createSurvey(device, 'Lyon');
		const survey = await page(device, id);
		await withTransactions(full, () => survey.answer('linkDownMbps', 2));
		await survey.answer('linkDownMbps', 10);
		expect(survey.saving.state).toBe('saved');
		await survey.retry();
		const { register } = (await getSurvey(device, id))!;
		expect(register(LINK)!.history.map(({ value }) => value)).toEqual([10]);
	});

	test('as typing is told, and over once the next key is stored', async () => {
		const device = newDevice();
		const survey = await page(device, await createSurvey(device, 'Lyon'));
		await withTransactions(full, async () => {
			survey.keepDraft(SITE, 'L');
			await soon(() => expect(survey.saving.state).toBe('failed'));
		});
		survey.keepDraft(SITE, 'Ly');
		await soon(() => expect(survey.saving.state).toBe('idle'));
	});
});

describe('F13: what a full device keeps beside its database', () => {
	/** What is there can be read. */
	const noRoom: Parameters<typeof withTransactions>[0] = (open, _, mode) => {
		if (mode !== 'readwrite') return open();
		throw new DOMException('full', 'QuotaExceededError');
	};

	test('is shown as an answer, here and on the next page, until it is stored', async () => {
		const browser = newBrowser();
		const device = browser.openTab();
		const id = await createSurvey(device, 'Lyon');
		const survey = await page(device, id);
		survey.keepDraft(SITE, 'Bern');
		await soon(async () => expect(await draftsOf(device, id)).toHaveLength(1));
		const next = browser.openTab();
		await next.db.open();
		await withTransactions(noRoom, async () => {
			expect(await survey.answer('siteName', 'Bern')).toBe(false);
			await shows(survey, { siteName: 'Bern' });
			expect(survey.draft(SITE)).toBeUndefined();
			expect(survey.saving).toMatchObject({ state: 'failed' });
			browser.close(device);
			const after = await page(next, id);
			await shows(after, { siteName: 'Bern' });
			expect(after.draft(SITE)).toBeUndefined();
			expect(after.saving).toMatchObject({ state: 'failed' });
		});
		expect((await getSurvey(next, id))!.survey.answers).toEqual({});
		const last = await page(browser.openTab(), id);
		await shows(last, { siteName: 'Bern' });
		expect((await getSurvey(next, id))!.survey.answers).toEqual({ siteName: 'Bern' });
	});

	test('gives way to the next answer, and what is typed on stays', async () => {
		const device = newBrowser().openTab();
		const id = await createSurvey(device, 'Lyon');
		await answer(device, id, SITE, 'Bern');
		const survey = await page(device, id);
		await withTransactions(noRoom, async () => {
			survey.keepDraft(SITE, 'Basel');
			const first = survey.answer('siteName', 'Basel');
			survey.keepDraft(SITE, 'Basel-');
			await first;
			await shows(survey, { siteName: 'Basel' });
			expect(survey.draft(SITE)).toMatchObject({ text: 'Basel-' });
			await survey.answer('siteName', 'Genf');
		});
		expect(await survey.retry()).toBe(true);
		expect(survey.saving.state).toBe('saved');
		const { heads, history } = (await getSurvey(device, id))!.register(SITE)!;
		expect(heads.map(({ value }) => value)).toEqual(['Genf']);
		expect(history.map(({ value }) => value)).toEqual(['Bern', 'Basel', 'Genf']);
	});

	test('goes into the database with the next answer that finds room', async () => {
		const device = newBrowser().openTab();
		const id = await createSurvey(device, 'Lyon');
		const survey = await page(device, id);
		await withTransactions(noRoom, () => survey.answer('siteName', 'Bern'));
		await survey.answer('windowHours', 8);
		await soon(() => expect(survey.saving.state).toBe('saved'));
		expect((await getSurvey(device, id))!.survey.answers).toEqual({
			siteName: 'Bern',
			windowHours: 8
		});
	});
});
