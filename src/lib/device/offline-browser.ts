import type { WorkerMessage, WorkerStatus } from './offline-words';

/** What offline use needs of the browser; tests put their own in its place. */
export interface OfflineBrowser {
	/** Registers the worker, or registers it again when its first installation failed. */
	register(): Promise<ServiceWorkerRegistration>;
	ask(worker: ServiceWorker, message: WorkerMessage): Promise<WorkerStatus>;
	controller(): ServiceWorker | null;
	/** Calls back when a worker takes charge of this page; returns what ends that. */
	onController(callback: () => void): () => void;
	/** Calls back when it is worth looking for a new build: focus, network back, every hour. */
	onOccasion(callback: () => void): () => void;
	after(milliseconds: number, callback: () => void): () => void;
	reload(): void;
}

const HOUR_MS = 3_600_000;

/** `undefined` where there are no service workers: plain http, some private windows. */
export function thisBrowser(): OfflineBrowser | undefined {
	if (typeof navigator === 'undefined' || !('serviceWorker' in navigator)) return undefined;
	const { serviceWorker } = navigator;
	let registered: ServiceWorkerRegistration | undefined;
	/** No page waits for this. Its sources are a third smaller than its build for old browsers. */
	const workboxWindow = () => import('workbox-window/index.js');

	return {
		async register() {
			const isAlive = registered?.installing ?? registered?.waiting ?? registered?.active;
			if (registered && isAlive) return registered;
			const { Workbox } = await workboxWindow();
			const workbox = new Workbox('/service-worker.js', { scope: '/', updateViaCache: 'none' });
			registered = await workbox.register({ immediate: true });
			if (!registered) throw new Error('The browser gave no registration.');
			return registered;
		},
		async ask(worker, message) {
			const { messageSW } = await workboxWindow();
			return (await messageSW(worker, message)) as WorkerStatus;
		},
		controller: () => serviceWorker.controller,
		onController: (callback) => listen(serviceWorker, 'controllerchange', callback),
		onOccasion(callback) {
			const timer = setInterval(callback, HOUR_MS);
			const ends = [
				listen(window, 'focus', callback),
				listen(window, 'online', callback),
				listen(document, 'visibilitychange', () => {
					if (document.visibilityState === 'visible') callback();
				}),
				() => clearInterval(timer)
			];
			return () => ends.forEach((end) => end());
		},
		after(milliseconds, callback) {
			const timer = setTimeout(callback, milliseconds);
			return () => clearTimeout(timer);
		},
		reload: () => location.reload()
	};
}

function listen(target: EventTarget, event: string, callback: () => void): () => void {
	target.addEventListener(event, callback);
	return () => target.removeEventListener(event, callback);
}
