import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type LaunchOptions, type Page } from '@playwright/test';

/** A browser of its own with its profile on the disk, which can be killed, and copied while it is closed. */
export interface Profile {
	/** Starts the browser on the profile as it lies there. */
	open(): Promise<Page>;
	close(): Promise<void>;
	/** SIGKILL, to the whole browser. */
	kill(): Promise<void>;
	/** The profile as it is now, as another browser's. */
	copy(): Profile;
	/** Puts the profile back to what a copy holds. */
	restore(from: Profile): void;
	readonly folder: string;
	remove(): void;
}

export function newProfile(baseURL: string, launch: LaunchOptions): Profile {
	const folder = mkdtempSync(join(tmpdir(), 'sitewalk-profile-'));
	let page: Page | undefined;
	const ended = () => (page = undefined);
	return {
		folder,
		async open() {
			const context = await chromium.launchPersistentContext(folder, { ...launch, baseURL });
			return (page = context.pages()[0] ?? (await context.newPage()));
		},
		async close() {
			await page?.context().close();
			ended();
		},
		async kill() {
			const context = page!.context();
			const session = await context.browser()!.newBrowserCDPSession();
			const { processInfo } = await session.send('SystemInfo.getProcessInfo');
			const { id } = processInfo.find(({ type }) => type === 'browser')!;
			const gone = new Promise((resolve) => context.once('close', resolve));
			process.kill(id, 'SIGKILL');
			await gone;
			ended();
		},
		copy() {
			const other = newProfile(baseURL, launch);
			other.restore(this);
			return other;
		},
		restore(from) {
			rmSync(folder, { recursive: true, force: true });
			cpSync(from.folder, folder, { recursive: true });
		},
		remove: () => rmSync(folder, { recursive: true, force: true })
	};
}
