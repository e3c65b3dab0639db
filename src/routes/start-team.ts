import { device } from './device';
import { whenIdle } from './when-idle';

/** Starts the sync of a device that has joined a team, once the page has nothing better to do. Returns how to stop it. */
export function startTeam(): () => void {
	let stop = () => {};
	const start = async () => {
		await whenIdle();
		const session = await device.steady(() => device.db.meta.get('team'));
		if (!session) return;
		const { running } = await import('./team-running.svelte');
		running.start();
		stop = () => running.stop();
	};
	// Without it the device works alone, as it does without a team; the next start tries again.
	void start().catch(() => undefined);
	return () => stop();
}
