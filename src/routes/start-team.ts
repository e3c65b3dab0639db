import { liveQuery } from 'dexie';
import type { Component } from 'svelte';
import { device } from './device';
import { whenIdle } from './when-idle';

/**
 * Starts the sync of a device that is in a team, once the page has nothing better to do, and hands over what tells of it;
 * `undefined` once the team is left. Returns how to stop it.
 */
export function startTeam(tell: (tick: Component | undefined) => void): () => void {
	let stop = () => {};
	const begin = async () => {
		await whenIdle();
		const { running } = await import('./team-running.svelte');
		running.start();
		stop = () => running.stop();
		tell((await import('./TeamTick.svelte')).default);
	};
	// Without it the device works alone, as it does without a team; the next start tries again.
	const giveUp = () => undefined;
	const watch = liveQuery(() => device.db.meta.get('team')).subscribe({
		next: (session) => (session ? void begin().catch(giveUp) : tell(undefined)),
		error: giveUp
	});
	return () => {
		watch.unsubscribe();
		stop();
	};
}
