import { dev, version } from '$app/environment';
import { thisBrowser, type OfflineBrowser } from './offline-browser';
import {
	readinessSentence,
	updateSentence,
	type Copy,
	type Readiness,
	type Update
} from './offline-words';

const COUNT_AGAIN_MS = 400;
const SAVE_AT_MOST_MS = 2_000;
const START_AT_MOST_MS = 10_000;

/**
 * Follows the service worker: how complete the offline copy is, and whether a new build waits.
 * `page` is the build that this page was made from.
 */
export function createOffline(page: string, find: () => OfflineBrowser | undefined) {
	let copy = $state<Copy>('unknown');
	let readiness = $state.raw<Readiness>();
	let update = $state<Update>('none');

	let browser: OfflineBrowser | undefined;
	let registration: ServiceWorkerRegistration | undefined;
	let checking: Promise<void> | undefined;
	let wasControlled = false;
	let hasConsent = false;
	let failures = 0;
	let stopCounting = () => {};
	const followed = new WeakSet<ServiceWorker>();
	let saves: readonly (() => Promise<unknown>)[] = [];

	function start(): () => void {
		browser = find();
		if (!browser) {
			copy = 'unsupported';
			return () => undefined;
		}
		wasControlled = browser.controller() !== null;
		const ends = [browser.onController(onController), browser.onOccasion(() => void check())];
		void check();
		return () => ends.forEach((end) => end());
	}

	/** Looks for a new build; without a network nothing changes. */
	function check(): Promise<void> {
		checking ??= lookForNewBuild().finally(() => (checking = undefined));
		return checking;
	}

	async function lookForNewBuild() {
		if (!browser) return;
		const failuresBefore = failures;
		try {
			const found = await browser.register();
			if (found !== registration) {
				registration = found;
				found.addEventListener('updatefound', look);
			}
			look();
			await found.update();
			if (update === 'failed' && failures === failuresBefore && !found.installing) update = 'none';
		} catch {
			// No network, or a network that lies: what is on the device goes on working.
		}
		look();
	}

	/** The events alone miss a worker that was installing before we listened, so we look ourselves as well. */
	function look() {
		if (!registration) return;
		const { installing, waiting, active } = registration;
		for (const worker of [installing, waiting]) if (worker) follow(worker);
		if (update !== 'applying' && update !== 'stuck') {
			if (active && waiting) update = 'ready';
			else if (active && installing) update = 'downloading';
			else if (update === 'downloading') update = 'none';
		}
		void count();
	}

	function follow(worker: ServiceWorker) {
		if (followed.has(worker)) return;
		followed.add(worker);
		let before = worker.state;
		worker.addEventListener('statechange', () => {
			const hasFailed = before === 'installing' && worker.state === 'redundant';
			before = worker.state;
			look();
			if (!hasFailed) return;
			failures += 1;
			if (registration?.active) update = 'failed';
			else copy = 'broken';
		});
	}

	/** Asks the worker in charge, or the first one while it installs, what is on the device. */
	async function count() {
		const worker = registration?.active ?? registration?.waiting ?? registration?.installing;
		if (!browser || !worker) return;
		const told = await browser.ask(worker, { type: 'status' });
		readiness = { cached: told.cached, expected: told.expected };
		if (!registration?.active) {
			if (registration?.installing) copy = 'arriving';
			stopCounting();
			stopCounting = browser.after(COUNT_AGAIN_MS, () => void count());
			return;
		}
		if (told.version !== page && update === 'none') update = 'ready';
		copy = told.cached === told.expected ? 'whole' : 'partial';
		if (copy === 'partial') await repair(worker);
	}

	async function repair(worker: ServiceWorker) {
		const told = await browser?.ask(worker, { type: 'repair' });
		if (!told) return;
		readiness = { cached: told.cached, expected: told.expected };
		copy = told.cached === told.expected ? 'whole' : 'partial';
	}

	/** The first worker taking charge is no news; another one has the consent given in this tab or another. */
	function onController() {
		if (wasControlled || hasConsent) void saveAndReload();
		else look();
		wasControlled = true;
	}

	/** The user's consent. Other tabs follow when the new worker takes charge of them. */
	async function applyUpdate(): Promise<void> {
		if (!browser || update === 'applying') return;
		hasConsent = true;
		update = 'applying';
		if (!registration?.waiting) return saveAndReload();
		await save();
		browser.after(START_AT_MOST_MS, () => (update = 'stuck'));
		registration.waiting?.postMessage({ type: 'SKIP_WAITING' });
	}

	async function saveAndReload() {
		await save();
		browser?.reload();
	}

	async function save() {
		const saved = Promise.allSettled(saves.map((one) => one()));
		await Promise.race([
			saved,
			new Promise<void>((resolve) => browser?.after(SAVE_AT_MOST_MS, resolve))
		]);
	}

	/** `one` is awaited before any reload. Returns what takes it off again. */
	function beforeReload(one: () => Promise<unknown>): () => void {
		saves = [...saves, one];
		return () => {
			saves = saves.filter((other) => other !== one);
		};
	}

	return {
		start,
		checkForUpdate: check,
		applyUpdate,
		beforeReload,
		get readiness() {
			return readiness;
		},
		get isReady() {
			return copy === 'whole';
		},
		get readinessSentence() {
			return readinessSentence(copy, readiness);
		},
		get update() {
			return update;
		},
		get updateSentence() {
			return updateSentence(update);
		}
	};
}

/** The development server has no worker: its files change under the reader's hands. */
export const offline = createOffline(version, () => (dev ? undefined : thisBrowser()));
