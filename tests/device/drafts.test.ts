import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { begin } from '../../src/lib/device/commit.ts';
import {
	draftsOf,
	dropDraft,
	flushDrafts,
	flushOnLeave,
	keepDraft,
	takeUpDrafts
} from '../../src/lib/device/drafts.ts';
import { answered } from '../../src/lib/log/changes.ts';
import { newDevice, otherTabOf } from './bench.ts';
import { withTransactions } from './faults.ts';

const SITE = 'answers/siteName';
const NAME = 'Lyon Sud';

describe('what is typed', () => {
	test('is there after a kill, up to the last key but the one in flight', async () => {
		for (let keys = 1; keys <= NAME.length; keys++) {
			const device = newDevice();
			for (const end of NAME.slice(0, keys).split('').keys()) {
				await keepDraft(device, 's1', SITE, NAME.slice(0, end + 1), ['e1']);
			}
			void keepDraft(device, 's1', SITE, 'in flight', ['e1']);
			const [draft] = await draftsOf(otherTabOf(device), 's1');
			expect([NAME.slice(0, keys), 'in flight']).toContain(draft!.text);
		}
	});

	test('comes back with the heads it was based on and what it was meant for', async () => {
		const device = newDevice();
		await keepDraft(device, 's1', SITE, 'no acc', ['e1', 'e2'], 'unknown');
		expect(await draftsOf(otherTabOf(device), 's1')).toMatchObject([
			{ survey: 's1', path: SITE, text: 'no acc', as: 'unknown', basedOn: ['e1', 'e2'] }
		]);
	});

	test('faster than the device can write is written in few goes, and the last key is stored', async () => {
		const device = newDevice();
		await device.db.open();
		let writes = 0;
		await withTransactions(
			(open, _, mode) => {
				if (mode === 'readwrite') writes++;
				return open();
			},
			async () => {
				const kept = Array.from({ length: 100 }, (_, key) =>
					keepDraft(device, 's1', SITE, `${key}`, [])
				);
				await Promise.all(kept);
			}
		);
		expect(writes).toBeLessThan(5);
		expect(await draftsOf(device, 's1')).toMatchObject([{ text: '99' }]);
	});

	test('while older typing is still being read is the newer one', async () => {
		const before = newDevice();
		await keepDraft(before, 's1', SITE, 'old', []);
		const device = otherTabOf(before);
		await device.db.open();
		await Promise.all([
			takeUpDrafts(device, 's1'),
			keepDraft(device, 's1', SITE, 'n', []),
			keepDraft(device, 's1', SITE, 'new', [])
		]);
		await flushDrafts(device);
		expect(await draftsOf(device, 's1')).toMatchObject([{ text: 'new' }]);
	});

	test('in two registers, or two surveys, is kept apart', async () => {
		const device = newDevice();
		await Promise.all([
			keepDraft(device, 's1', SITE, 'a', []),
			keepDraft(device, 's1', 'answers/siteCode', 'b', []),
			keepDraft(device, 's2', SITE, 'c', [])
		]);
		expect((await draftsOf(device, 's1')).map(({ text }) => text).sort()).toEqual(['a', 'b']);
		expect(await draftsOf(device, 's2')).toMatchObject([{ text: 'c' }]);
	});

	test('and dropped stays dropped, also when keys were still on their way', async () => {
		const device = newDevice();
		const kept = [keepDraft(device, 's1', SITE, 'a', []), keepDraft(device, 's1', SITE, 'ab', [])];
		await dropDraft(device, 's1', SITE);
		await Promise.all(kept);
		expect(await draftsOf(device, 's1')).toEqual([]);
	});

	test('and could not be written is written with the next key', async () => {
		const device = newDevice();
		await device.db.open();
		const fail = () => {
			throw new DOMException('full', 'QuotaExceededError');
		};
		await expect(
			withTransactions(fail, () => keepDraft(device, 's1', SITE, 'a', []))
		).rejects.toThrow('full');
		await keepDraft(device, 's1', 'answers/siteCode', 'b', []);
		expect((await draftsOf(device, 's1')).map(({ text }) => text).sort()).toEqual(['a', 'b']);
	});

	test('and could not be handed over when the page was hidden is written when it is back', async () => {
		const device = newDevice();
		await device.db.open();
		const fail = () => {
			throw new DOMException('full', 'QuotaExceededError');
		};
		await withTransactions(fail, async () => {
			const kept = [
				keepDraft(device, 's1', SITE, 'a', []),
				keepDraft(device, 's1', SITE, 'ab', [])
			];
			await expect(flushDrafts(device)).rejects.toThrow('full');
			await Promise.allSettled(kept);
		});
		await flushDrafts(device);
		expect(await draftsOf(device, 's1')).toMatchObject([{ text: 'ab' }]);
		await keepDraft(device, 's1', SITE, 'abc', []);
		expect(await draftsOf(device, 's1')).toMatchObject([{ text: 'abc' }]);
	});
});

describe('when the page is left', () => {
	/** The part of a page that says when it goes. */
	class Page extends EventTarget {
		visibilityState = 'visible';
		readonly defaultView = new EventTarget();
	}
	const leave: Record<string, (page: Page) => void> = {
		pagehide: (page) => page.defaultView.dispatchEvent(new Event('pagehide')),
		hidden: (page) => {
			page.visibilityState = 'hidden';
			page.dispatchEvent(new Event('visibilitychange'));
		}
	};

	test.each(Object.keys(leave))('%s hands the last key to the database at once', async (how) => {
		const device = newDevice();
		await device.db.open();
		const page = new Page();
		const stop = flushOnLeave(device, page as unknown as Document);
		const written: string[] = [];
		await withTransactions(
			(open) => {
				written.push('write');
				return open();
			},
			async () => {
				void keepDraft(device, 's1', SITE, 'a', []);
				const last = keepDraft(device, 's1', SITE, 'ab', []);
				expect(written).toHaveLength(1);
				leave[how]!(page);
				expect(written).toHaveLength(2);
				stop();
				void keepDraft(device, 's1', SITE, 'abc', []);
				leave[how]!(page);
				expect(written).toHaveLength(2);
				await last;
			}
		);
		await flushDrafts(device);
		expect(await draftsOf(device, 's1')).toMatchObject([{ text: 'abc' }]);
	});
});

describe('while an answer is being saved', () => {
	const save = (device: Parameters<typeof begin>[0], name: string) =>
		begin(device, 's1', [answered('siteName', name)], { [SITE]: [] }).stored;

	test('its own keys are no draft any more, however late they are written', async () => {
		const device = newDevice();
		const kept = [keepDraft(device, 's1', SITE, 'L', []), keepDraft(device, 's1', SITE, 'Ly', [])];
		await save(device, 'Ly');
		await Promise.all(kept);
		await flushDrafts(device);
		expect(await draftsOf(device, 's1')).toEqual([]);
	});

	test('what is typed in another tab stays a draft', async () => {
		const device = newDevice();
		await keepDraft(otherTabOf(device), 's1', SITE, 'Lyon', []);
		await keepDraft(device, 's1', 'answers/siteCode', 'LYO', []);
		await save(device, 'Ly');
		expect(await draftsOf(device, 's1')).toMatchObject([{ text: 'LYO' }, { text: 'Lyon' }]);
	});

	test('what was typed before a reload and taken up is no draft any more', async () => {
		const before = newDevice();
		await keepDraft(before, 's1', SITE, 'Lyon', []);
		const after = otherTabOf(before);
		expect(await takeUpDrafts(after, 's1')).toMatchObject([{ text: 'Lyon' }]);
		await save(after, 'Lyon');
		expect(await draftsOf(after, 's1')).toEqual([]);
	});

	test('what another tab has typed on since it was taken up stays a draft', async () => {
		const there = newDevice();
		await keepDraft(there, 's1', SITE, 'Ly', []);
		const here = otherTabOf(there);
		await takeUpDrafts(here, 's1');
		await keepDraft(there, 's1', SITE, 'Lyon', []);
		await save(here, 'Ly');
		expect(await draftsOf(here, 's1')).toMatchObject([{ text: 'Lyon' }]);
	});

	test('what is typed further stays a draft', async () => {
		const device = newDevice();
		await keepDraft(device, 's1', SITE, 'Ly', []);
		const saved = save(device, 'Ly');
		const kept = keepDraft(device, 's1', SITE, 'Lyon', []);
		await Promise.all([saved, kept]);
		expect(await draftsOf(device, 's1')).toMatchObject([{ text: 'Lyon' }]);
	});

	test('its last keys go to the database before it', async () => {
		const device = newDevice();
		await device.db.open();
		const order: string[] = [];
		await withTransactions(
			(open, stores) => {
				order.push([...stores].includes('events') ? 'answer' : 'keys');
				return open();
			},
			async () => {
				const kept = [
					keepDraft(device, 's1', SITE, 'L', []),
					keepDraft(device, 's1', SITE, 'Ly', [])
				];
				await Promise.all([...kept, save(device, 'Ly')]);
			}
		);
		expect(order).toEqual(['keys', 'keys', 'answer']);
	});

	test('its keys do not come back when a later answer fails', async () => {
		const device = newDevice();
		await keepDraft(device, 's1', SITE, 'Ly', []);
		await save(device, 'Ly');
		const fail = () => {
			throw new DOMException('full', 'QuotaExceededError');
		};
		await expect(withTransactions(fail, () => save(device, 'Lyon'))).rejects.toThrow('full');
		await flushDrafts(device);
		expect(await draftsOf(device, 's1')).toEqual([]);
	});

	test('and fails, its keys are a draft again', async () => {
		const device = newDevice();
		await device.db.open();
		const fail = () => {
			throw new DOMException('full', 'QuotaExceededError');
		};
		await withTransactions(fail, async () => {
			const kept = keepDraft(device, 's1', SITE, 'Ly', []);
			await expect(save(device, 'Ly')).rejects.toThrow('full');
			await Promise.allSettled([kept]);
		});
		await keepDraft(device, 's1', 'answers/siteCode', 'b', []);
		expect((await draftsOf(device, 's1')).map(({ text }) => text).sort()).toEqual(['Ly', 'b']);
	});

	test('keys that come again after a lost connection do not bring the draft back', async () => {
		const device = newDevice();
		await device.db.open();
		let left = 1;
		await withTransactions(
			(open) => {
				if (left-- > 0) throw new DOMException('lost', 'UnknownError');
				return open();
			},
			() => Promise.all([keepDraft(device, 's1', SITE, 'Ly', []), save(device, 'Ly')])
		);
		await flushDrafts(device);
		expect(await draftsOf(device, 's1')).toEqual([]);
	});
});
