import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { getAuthor, setAuthorName } from '../../src/lib/device/author.ts';
import { begin } from '../../src/lib/device/commit.ts';
import { openDevice, type Device } from '../../src/lib/device/device.ts';
import { draftsOf, dropDraft, keepDraft } from '../../src/lib/device/drafts.ts';
import type { TextStorage } from '../../src/lib/device/journal.ts';
import { recover, storeKept } from '../../src/lib/device/recover.ts';
import { createSurvey, getSurvey } from '../../src/lib/device/surveys.ts';
import { answered } from '../../src/lib/log/changes.ts';
import { FORM } from './bench.ts';
import { newBrowser } from './browser.ts';
import { withTransactions } from './faults.ts';

const SITE = 'answers/siteName';

async function siteNameIn(device: Device, survey: string) {
	return (await getSurvey(device, survey))?.survey.answers.siteName;
}

describe('a page that is left before the database has answered', () => {
	test('has kept the last key', async () => {
		const browser = newBrowser();
		const dying = browser.openDyingTab();
		for (const text of ['L', 'Ly', 'Lyo', 'Lyon'])
			void keepDraft(dying, 's1', SITE, text, ['e1'], 'unknown');
		browser.close(dying);

		const next = browser.openTab();
		await recover(next);
		expect(await draftsOf(next, 's1')).toMatchObject([
			{ text: 'Lyon', path: SITE, as: 'unknown', basedOn: ['e1'] }
		]);
		expect(browser.kept.size).toBe(0);
	});

	test('has given every answer, the last one over the one before', async () => {
		const browser = newBrowser();
		const survey = await createSurvey(browser.openTab(), 'Lyon');
		const dying = browser.openDyingTab();
		const { ids } = begin(dying, survey, [answered('siteName', 'Lyon')], { [SITE]: [] });
		begin(dying, survey, [answered('siteName', 'Lyon Sud')], { [SITE]: [ids.get(SITE)!] });
		browser.close(dying);

		const next = browser.openTab();
		await recover(next);
		const state = await getSurvey(next, survey);
		expect(state!.register(SITE)!.heads.map(({ value }) => value)).toEqual(['Lyon Sud']);
		expect(state!.register(SITE)!.history).toHaveLength(2);
		expect(browser.kept.size).toBe(0);
	});

	test('does not bring typing back that had become an answer', async () => {
		const browser = newBrowser();
		const survey = await createSurvey(browser.openTab(), 'Lyon');
		const dying = browser.openDyingTab();
		void keepDraft(dying, survey, SITE, 'Lyon', []);
		begin(dying, survey, [answered('siteName', 'Lyon')], { [SITE]: [] });
		browser.close(dying);

		const next = browser.openTab();
		await recover(next);
		expect(await siteNameIn(next, survey)).toBe('Lyon');
		expect(await draftsOf(next, survey)).toEqual([]);
	});

	test('has kept what was typed on after an answer in the same moment', async () => {
		const browser = newBrowser();
		const survey = await createSurvey(browser.openTab(), 'Lyon');
		const dying = browser.openDyingTab();
		begin(dying, survey, [answered('siteName', 'Lyon')], { [SITE]: [] });
		void keepDraft(dying, survey, SITE, 'Lyon S', []);
		browser.close(dying);

		const next = browser.openTab();
		await recover(next);
		expect(await siteNameIn(next, survey)).toBe('Lyon');
		expect(await draftsOf(next, survey)).toMatchObject([{ text: 'Lyon S' }]);
	});

	test('does not bring typing back that was thrown away', async () => {
		const browser = newBrowser();
		await keepDraft(browser.openTab(), 's1', SITE, 'Lyon', []);
		const dying = browser.openDyingTab();
		void dropDraft(dying, 's1', SITE);
		browser.close(dying);

		const next = browser.openTab();
		await recover(next);
		expect(await draftsOf(next, 's1')).toEqual([]);
	});

	test('writes an answer once that had been stored, but not crossed out', async () => {
		const browser = newBrowser();
		const first = browser.openTab();
		const survey = await createSurvey(first, 'Lyon');
		const { stored } = begin(first, survey, [answered('siteName', 'Lyon')], { [SITE]: [] });
		const left = new Map(browser.kept);
		const [event] = await stored;
		for (const [key, text] of left) browser.kept.set(key, text);
		browser.close(first);

		const next = browser.openTab();
		await recover(next);
		const history = (await getSurvey(next, survey))!.register(SITE)!.history;
		expect(history.map(({ id }) => id)).toEqual([event!.id]);
		expect(await next.db.outbox.count()).toBe(2);
	});
});

describe('F13: on a full device', () => {
	/** What is there can be read. */
	const full: Parameters<typeof withTransactions>[0] = (open, _, mode) => {
		if (mode !== 'readwrite') return open();
		throw new DOMException('full', 'QuotaExceededError');
	};

	/** A tab that answered while the device was full, and is gone. */
	async function leftBehind() {
		const browser = newBrowser();
		const device = browser.openTab();
		const survey = await createSurvey(device, 'Lyon');
		await withTransactions(full, async () => {
			const { stored } = begin(device, survey, [answered('siteName', 'Lyon')], { [SITE]: [] });
			await expect(stored).rejects.toThrow('full');
		});
		browser.close(device);
		return { browser, survey };
	}
	const valuesOf = async (device: Device, survey: string) =>
		((await getSurvey(device, survey))!.register(SITE)?.history ?? []).map(({ value }) => value);

	test('an answer outlives its page, and is stored once there is room', async () => {
		const { browser, survey } = await leftBehind();
		const next = browser.openTab();
		await next.db.open();
		await withTransactions(full, () => expect(recover(next)).rejects.toThrow('full'));
		expect(browser.kept.size).toBe(1);
		expect(await valuesOf(next, survey)).toEqual([]);
		await recover(next);
		expect(await valuesOf(next, survey)).toEqual(['Lyon']);
		expect(browser.kept.size).toBe(0);
		await recover(browser.openTab());
		expect(await valuesOf(next, survey)).toEqual(['Lyon']);
	});

	test('an answer is stored in the name of who gave it, whoever holds the device by then', async () => {
		const browser = newBrowser();
		const device = browser.openTab();
		await setAuthorName(device, 'Ana');
		const ana = await getAuthor(device);
		const survey = await createSurvey(device, 'Lyon');
		await withTransactions(full, async () => {
			const { stored } = begin(device, survey, [answered('siteName', 'Lyon')], { [SITE]: [] });
			await expect(stored).rejects.toThrow('full');
		});
		await device.db.meta.put({ key: 'author', value: { id: 'ben', name: 'Ben' } });
		browser.close(device);
		const next = browser.openTab();
		await recover(next);
		const [event] = (await getSurvey(next, survey))!.register(SITE)!.history;
		expect(event!.author).toEqual(ana);
		expect((await next.db.outbox.toArray()).map(({ author }) => author)).toEqual([ana.id, ana.id]);
	});

	test('an answer that follows takes its place, and both are stored under the ids they had', async () => {
		const browser = newBrowser();
		const device = browser.openTab();
		const survey = await createSurvey(device, 'Lyon');
		const first = await withTransactions(full, async () => {
			const { stored, ids } = begin(device, survey, [answered('siteName', 'Lyo')], { [SITE]: [] });
			await expect(stored).rejects.toThrow('full');
			return ids.get(SITE)!;
		});
		await begin(device, survey, [answered('siteName', 'Lyon')], { [SITE]: [first] }).stored;
		await storeKept(device);
		const { heads, history } = (await getSurvey(device, survey))!.register(SITE)!;
		expect(heads.map(({ value }) => value)).toEqual(['Lyon']);
		expect(history.map(({ id }) => id)).toContain(first);
		expect(browser.kept.size).toBe(0);
	});

	test('an answer that can never be stored is told, and keeps no other out', async () => {
		const browser = newBrowser();
		const device = browser.openTab();
		const survey = await createSurvey(device, 'Lyon');
		const [title] = (await getSurvey(device, survey))!.heads('survey/title');
		const { stored } = begin(device, survey, [answered('siteName', 'x')], { [SITE]: [title!] });
		const left = new Map(browser.kept);
		await expect(stored).rejects.toThrow('a head of');
		expect(browser.kept.size).toBe(0);
		for (const [key, text] of left) browser.kept.set(key, text);
		await withTransactions(full, async () => {
			const good = begin(device, survey, [answered('siteName', 'Lyon')], { [SITE]: [] });
			await expect(good.stored).rejects.toThrow('full');
		});
		browser.close(device);
		const next = browser.openTab();
		await recover(next);
		expect(await valuesOf(next, survey)).toEqual(['Lyon']);
		expect(browser.kept.size).toBe(0);
	});
});

describe('the journal', () => {
	test('is empty once all is in the database', async () => {
		const browser = newBrowser();
		const device = browser.openTab();
		const survey = await createSurvey(device, 'Lyon');
		await keepDraft(device, survey, SITE, 'Ly', []);
		expect(browser.kept.size).toBe(0);
		const typing = keepDraft(device, survey, SITE, 'Lyon', []);
		const { stored } = begin(device, survey, [answered('siteName', 'Lyon')], { [SITE]: [] });
		expect(browser.kept.size).toBe(2);
		await Promise.all([typing, stored]);
		await dropDraft(device, survey, SITE);
		expect(browser.kept.size).toBe(0);
	});

	test('of a tab that is open is left to that tab, until it closes', async () => {
		const browser = newBrowser();
		const open = browser.openDyingTab();
		void keepDraft(open, 's1', SITE, 'Lyon', []);
		const other = browser.openTab();
		await recover(other);
		expect(await draftsOf(other, 's1')).toEqual([]);
		expect(browser.kept.size).toBe(1);
		browser.close(open);
		await expect.poll(async () => (await draftsOf(other, 's1'))[0]?.text).toBe('Lyon');
	});

	test('never covers what another tab typed later', async () => {
		const browser = newBrowser();
		const dying = browser.openDyingTab();
		void keepDraft(dying, 's1', SITE, 'Lyon', []);
		browser.close(dying);
		const next = browser.openTab();
		await keepDraft(next, 's1', SITE, 'Lille', []);
		await recover(next);
		expect(await draftsOf(next, 's1')).toMatchObject([{ text: 'Lille' }]);
	});

	test('works where the browser cannot tell which tabs are open', async () => {
		const browser = newBrowser(false);
		void keepDraft(browser.openDyingTab(), 's1', SITE, 'Lyon', []);
		const next = browser.openTab();
		await recover(next);
		expect(await draftsOf(next, 's1')).toMatchObject([{ text: 'Lyon' }]);
	});

	test('that cannot be written stops nobody from typing', async () => {
		const full: TextStorage = {
			getItem: () => null,
			setItem: () => {
				throw new DOMException('full', 'QuotaExceededError');
			},
			removeItem: () => undefined,
			key: () => null,
			length: 0
		};
		const device = openDevice({ form: FORM, name: 'full', storage: full, locks: undefined });
		await keepDraft(device, 's1', SITE, 'Lyon', []);
		expect(await draftsOf(device, 's1')).toMatchObject([{ text: 'Lyon' }]);
	});
});
