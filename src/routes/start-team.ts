import { device } from './device';

/** How long a browser that cannot say when it is idle is left alone. */
const LATER_MS = 1500;

/** Starts the sync of a device that has joined a team, once the page has nothing better to do. Returns how to stop it. */
export function startTeam(): () => void {
	let stop = () => {};
	const start = async () => {
		const session = await device.steady(() => device.db.meta.get('team'));
		if (!session) return;
		const { running } = await import('./team-running.svelte');
		running.start();
		stop = () => running.stop();
	};
	// Without it the device works alone, as it does without a team; the next start tries again.
	const tryToStart = () => void start().catch(() => undefined);
	if ('requestIdleCallback' in window) requestIdleCallback(tryToStart);
	else setTimeout(tryToStart, LATER_MS);
	return () => stop();
}
