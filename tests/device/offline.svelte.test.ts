import { describe, expect, test, vi } from 'vitest';
import type { OfflineBrowser } from '../../src/lib/device/offline-browser.ts';
import { createOffline } from '../../src/lib/device/offline.svelte.ts';
import type { WorkerStatus } from '../../src/lib/device/offline-words.ts';

const WHOLE: WorkerStatus = { version: 'one', cached: 84, expected: 84 };

/** A worker that a test moves from state to state. */
class FakeWorker extends EventTarget {
	state: ServiceWorkerState = 'installing';
	status: WorkerStatus;
	readonly heard: string[] = [];

	constructor(status: WorkerStatus) {
		super();
		this.status = status;
	}

	postMessage({ type }: { type: string }) {
		this.heard.push(type);
	}
}

/** A browser without a clock: what is put off happens when the test says so. */
class FakeBrowser extends EventTarget {
	installing: FakeWorker | null = null;
	waiting: FakeWorker | null = null;
	active: FakeWorker | null = null;
	controlling: FakeWorker | null = null;
	reloads = 0;
	/** What the server does when it is asked for a new build. */
	onUpdate: () => Promise<void> = () => Promise.resolve();
	private later = new Set<{ milliseconds: number; callback: () => void }>();
	private onChange = () => {};
	private onOccasion = () => {};

	update() {
		return this.onUpdate();
	}

	move(worker: FakeWorker, state: ServiceWorkerState) {
		for (const place of ['installing', 'waiting', 'active'] as const) {
			if (this[place] === worker) this[place] = null;
		}
		worker.state = state;
		if (state === 'installing') this.installing = worker;
		if (state === 'installed') this.waiting = worker;
		if (state === 'activated') this.active = worker;
		worker.dispatchEvent(new Event('statechange'));
	}

	takeCharge(worker: FakeWorker) {
		this.move(worker, 'activated');
		this.controlling = worker;
		this.onChange();
	}

	/** Lets all pass that was put off for at most so long. */
	pass(milliseconds: number) {
		for (const one of this.later) {
			if (one.milliseconds > milliseconds) continue;
			this.later.delete(one);
			one.callback();
		}
	}

	comeBack() {
		this.onOccasion();
	}

	asBrowser(): OfflineBrowser {
		const registration = this as unknown as ServiceWorkerRegistration;
		return {
			register: () => Promise.resolve(registration),
			ask: (worker) => Promise.resolve((worker as unknown as FakeWorker).status),
			controller: () => this.controlling as unknown as ServiceWorker | null,
			onController: (callback) => {
				this.onChange = callback;
				return () => undefined;
			},
			onOccasion: (callback) => {
				this.onOccasion = callback;
				return () => undefined;
			},
			after: (milliseconds, callback) => {
				const one = { milliseconds, callback };
				this.later.add(one);
				return () => this.later.delete(one);
			},
			reload: () => (this.reloads += 1)
		};
	}
}

/** A page of build "one" on a device that already keeps that build. */
function keptDevice() {
	const browser = new FakeBrowser();
	const first = new FakeWorker(WHOLE);
	browser.move(first, 'activated');
	browser.controlling = first;
	return { browser, first, offline: createOffline('one', () => browser.asBrowser()) };
}

/** Waits until it holds; how long that takes is no part of the promise. */
const soon = (check: () => unknown) => vi.waitFor(check, { timeout: 20_000, interval: 5 });

describe('readiness', () => {
	test('counts while the first build arrives, and says when it is whole', async () => {
		const browser = new FakeBrowser();
		const worker = new FakeWorker({ version: 'one', cached: 31, expected: 84 });
		browser.move(worker, 'installing');
		const offline = createOffline('one', () => browser.asBrowser());
		offline.start();
		await soon(() =>
			expect(offline.readinessSentence).toBe('Preparing for offline use: 31 of 84 files.')
		);
		expect(offline.isReady).toBe(false);

		worker.status = { version: 'one', cached: 60, expected: 84 };
		browser.pass(1_000);
		await soon(() => expect(offline.readiness?.cached).toBe(60));

		worker.status = WHOLE;
		browser.takeCharge(worker);
		await soon(() =>
			expect(offline.readinessSentence).toBe('Ready for offline use: 84 of 84 files.')
		);
		expect(offline.isReady).toBe(true);
	});

	test('says that the first download stopped', async () => {
		const browser = new FakeBrowser();
		const worker = new FakeWorker({ version: 'one', cached: 31, expected: 84 });
		browser.move(worker, 'installing');
		const offline = createOffline('one', () => browser.asBrowser());
		offline.start();
		await soon(() => expect(offline.readiness).toBeDefined());
		browser.move(worker, 'redundant');
		expect(offline.readinessSentence).toMatch(
			/^Not ready .* 31 of 84 files\. The download stopped/
		);
	});

	test('says so where there are no service workers', () => {
		const offline = createOffline('one', () => undefined);
		offline.start();
		expect(offline.readinessSentence).toMatch(/^This browser cannot keep Sitewalk/);
	});
});

describe('a new build', () => {
	test.each(['installing', 'installed'] as const)(
		'that was %s before anybody listened is seen',
		async (state) => {
			const { browser, offline } = keptDevice();
			const next = new FakeWorker({ ...WHOLE, version: 'two' });
			browser.move(next, state);
			offline.start();
			if (state === 'installing') {
				await soon(() => expect(offline.update).toBe('downloading'));
				browser.move(next, 'installed');
			}
			await soon(() => expect(offline.update).toBe('ready'));
		}
	);

	test('that waits is offered without waiting for the network', async () => {
		const { browser, offline } = keptDevice();
		browser.move(new FakeWorker({ ...WHOLE, version: 'two' }), 'installed');
		browser.onUpdate = () => new Promise(() => undefined);
		offline.start();
		await soon(() => expect(offline.update).toBe('ready'));
		expect(offline.isReady).toBe(true);
	});

	test('that comes later is found on the next occasion', async () => {
		const { browser, offline } = keptDevice();
		offline.start();
		await soon(() => expect(offline.isReady).toBe(true));
		expect(offline.update).toBe('none');

		browser.onUpdate = async () => browser.move(new FakeWorker(WHOLE), 'installed');
		browser.comeBack();
		await soon(() => expect(offline.update).toBe('ready'));
	});

	test('that cannot be downloaded is told, and forgotten when there is none any more', async () => {
		const { browser, offline } = keptDevice();
		const next = new FakeWorker(WHOLE);
		browser.move(next, 'installing');
		offline.start();
		await soon(() => expect(offline.update).toBe('downloading'));
		browser.move(next, 'redundant');
		expect(offline.update).toBe('failed');
		expect(offline.isReady).toBe(true);

		await offline.checkForUpdate();
		expect(offline.update).toBe('none');
	});

	test('starts only by consent, after everything is saved', async () => {
		const { browser, offline } = keptDevice();
		const next = new FakeWorker({ ...WHOLE, version: 'two' });
		browser.move(next, 'installed');
		offline.start();
		await soon(() => expect(offline.update).toBe('ready'));
		expect(next.heard).toEqual([]);

		let finishSaving = () => {};
		offline.beforeReload(() => new Promise<void>((resolve) => (finishSaving = resolve)));
		const applied = offline.applyUpdate();
		expect(next.heard).toEqual([]);
		finishSaving();
		await applied;
		expect(next.heard).toEqual(['SKIP_WAITING']);
		expect(browser.reloads).toBe(0);

		browser.takeCharge(next);
		finishSaving();
		await soon(() => expect(browser.reloads).toBe(1));
	});

	test('starts even when saving hangs', async () => {
		const { browser, offline } = keptDevice();
		const next = new FakeWorker({ ...WHOLE, version: 'two' });
		browser.move(next, 'installed');
		offline.start();
		await soon(() => expect(offline.update).toBe('ready'));
		offline.beforeReload(() => new Promise(() => undefined));
		const applied = offline.applyUpdate();
		browser.pass(2_000);
		await applied;
		expect(next.heard).toEqual(['SKIP_WAITING']);
	});

	test('reloads this tab when the consent was given in another', async () => {
		const { browser, offline } = keptDevice();
		offline.start();
		const saved = vi.fn(() => Promise.resolve());
		offline.beforeReload(saved);
		await soon(() => expect(offline.isReady).toBe(true));
		browser.takeCharge(new FakeWorker({ ...WHOLE, version: 'two' }));
		await soon(() => expect(browser.reloads).toBe(1));
		expect(saved).toHaveBeenCalledOnce();
	});

	test('that does not start says what to do', async () => {
		const { browser, offline } = keptDevice();
		browser.move(new FakeWorker({ ...WHOLE, version: 'two' }), 'installed');
		offline.start();
		await soon(() => expect(offline.update).toBe('ready'));
		await offline.applyUpdate();
		expect(offline.updateSentence).toBe('Changing to the new version.');
		browser.pass(10_000);
		expect(offline.updateSentence).toMatch(/^The new version did not start\. Close every/);
	});

	test('the first worker to take charge reloads nothing', async () => {
		const browser = new FakeBrowser();
		const worker = new FakeWorker(WHOLE);
		browser.move(worker, 'installing');
		const offline = createOffline('one', () => browser.asBrowser());
		offline.start();
		await soon(() => expect(offline.readiness).toBeDefined());
		browser.takeCharge(worker);
		await soon(() => expect(offline.isReady).toBe(true));
		expect(browser.reloads).toBe(0);
	});
});
