import { version } from '$app/environment';
import { listenForOccasions } from '$lib/device/team-occasions';
import { TeamSync } from '$lib/device/team-sync.svelte';
import { wipe } from '$lib/device/wipe';
import { device } from './device';

/** The sync of this tab, once somebody has joined a team. Nothing of it is loaded before. */
class TeamRunning {
	#sync = $state.raw<TeamSync>();
	#stop: (() => void) | undefined;

	get sync(): TeamSync | undefined {
		return this.#sync;
	}

	start() {
		if (this.#sync) return;
		const sync = new TeamSync(device, { version, onLost: () => void this.#wipe() });
		const stopListening = listenForOccasions(device, sync);
		this.#sync = sync;
		this.#stop = () => {
			stopListening();
			sync.stop();
		};
	}

	stop() {
		this.#stop?.();
		this.#stop = undefined;
		this.#sync = undefined;
	}

	async #wipe() {
		this.stop();
		await wipe(device);
		location.replace('/team');
	}
}

export const running = new TeamRunning();
