import { expect, test as base, type Page } from '@playwright/test';
import { createNetwork, type Network } from './network.ts';
import { nextBuild } from './next-build.ts';
import { startServer, type RunningServer } from './server.ts';

/** A production server that belongs to one test, the network that leads to it, and the app on it. */
export interface App {
	readonly url: string;
	readonly network: Network;
	/** Kills the server and pulls its cable. */
	kill(): Promise<void>;
	/** Starts it again at the same address. */
	start(): Promise<void>;
	/** The same address serves a newer build from now on. */
	upgrade(): Promise<void>;
	/** Opens the start page and waits until all of the app is on the device. */
	install(page: Page): Promise<void>;
}

export const test = base.extend<{ app: App }>({
	// Playwright reads what a fixture needs from this pattern.
	// eslint-disable-next-line no-empty-pattern
	app: async ({}, use) => {
		const network = await createNetwork();
		const url = `http://localhost:${network.port}`;
		let server: RunningServer | undefined;
		const serve = async (folder?: string) => {
			await server?.kill();
			server = await startServer(folder);
			await network.connect(server.port);
		};
		const kill = async () => {
			await server?.kill();
			await network.connect();
		};

		await serve();
		await use({
			url,
			network,
			kill,
			start: () => serve(),
			upgrade: () => serve(nextBuild()),
			async install(page) {
				await page.goto(`${url}/`);
				await expect(readiness(page)).toBeVisible();
			}
		});
		await kill();
	},
	baseURL: async ({ app }, use) => use(app.url)
});

/** The sentence that says that every file is on the device. */
export function readiness(page: Page) {
	return page.getByText(/Ready for offline use: (\d+) of \1 files/);
}

/** Coming back to a tab is an occasion to look for a new build. */
export async function comeBack(page: Page) {
	await page.evaluate(() => window.dispatchEvent(new Event('focus')));
}

/** The browser's own cache may be emptied at any time; only what the worker keeps can be relied on. */
export async function emptyBrowserCache(page: Page) {
	const session = await page.context().newCDPSession(page);
	await session.send('Network.clearBrowserCache');
	await session.detach();
}

/** The name of the start-up script: another build has another. */
export async function buildOf(page: Page): Promise<string | null> {
	return page.locator('link[href*="/entry/start."]').first().getAttribute('href');
}

export { expect };
