import { expect, test as base, type Page } from '@playwright/test';
import { startServer, type RunningServer } from './server.ts';
import { nextBuild } from './next-build.ts';

/** A production server that belongs to one test, so that it can be killed, and the app on it. */
export interface App {
	readonly url: string;
	/** Ends the server as if its cable were pulled. */
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
		let server: RunningServer = await startServer();
		const { port } = server;
		const url = `http://localhost:${port}`;

		await use({
			url,
			kill: () => server.kill(),
			async start() {
				server = await startServer({ port });
			},
			async upgrade() {
				await server.kill();
				server = await startServer({ port, folder: nextBuild() });
			},
			async install(page) {
				await page.goto(`${url}/`);
				await expect(page.getByText(/Ready for offline use: (\d+) of \1 files/)).toBeVisible();
			}
		});
		await server.kill();
	},
	baseURL: async ({ app }, use) => use(app.url)
});

export { expect };
