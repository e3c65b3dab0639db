/** What Chromium hands over when the app can be installed; other browsers never do. */
interface InstallEvent extends Event {
	prompt(): Promise<unknown>;
}

/** Installing the app: offered where the browser lets us, explained where only the user can. */
class Install {
	#event = $state.raw<InstallEvent>();

	get isOffered(): boolean {
		return this.#event !== undefined;
	}

	get isInstalled(): boolean {
		return (
			matchMedia('(display-mode: standalone)').matches ||
			(navigator as { standalone?: boolean }).standalone === true
		);
	}

	/** Safari keeps a site's data for good only once the site stands on the Home Screen or in the Dock. */
	get isSafari(): boolean {
		const { userAgent } = navigator;
		return /Safari\//.test(userAgent) && !/Chrom(e|ium)\/|Android|Edg\/|Firefox\//.test(userAgent);
	}

	/** The event comes once, soon after loading. Returns how to stop listening. */
	listen(): () => void {
		const offered = (event: Event) => {
			event.preventDefault();
			this.#event = event as InstallEvent;
		};
		const installed = () => (this.#event = undefined);
		addEventListener('beforeinstallprompt', offered);
		addEventListener('appinstalled', installed);
		return () => {
			removeEventListener('beforeinstallprompt', offered);
			removeEventListener('appinstalled', installed);
		};
	}

	async ask() {
		await this.#event?.prompt();
		this.#event = undefined;
	}
}

export const install = new Install();
