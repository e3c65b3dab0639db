import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright';
import { SAMPLES } from '../lib/knowledge/samples.ts';
import { browserFile, CHROMIUM_WORDS } from './browser.js';

/**
 * What one step of a slider of the network page takes in Chromium, for every sample: from the input until everything that
 * follows is in the page and laid out. `--most 50` fails where the slowest in twenty takes longer.
 */
const PORT = process.env.SITEWALK_TEST_PORT ?? '4190';
const HOME = `http://localhost:${PORT}`;
const most = Number(process.argv[process.argv.indexOf('--most') + 1] ?? Infinity);

const data = mkdtempSync(join(tmpdir(), 'sitewalk-slider-'));
const server = spawn(process.execPath, [fileURLToPath(new URL('./serve.js', import.meta.url))], {
	env: { ...process.env, PORT, DATA_DIR: data },
	stdio: 'ignore'
});
const executablePath = browserFile(chromium.executablePath());
const browser = await chromium.launch({
	args: CHROMIUM_WORDS,
	...(executablePath ? { executablePath } : {})
});

try {
	for (let tries = 0; tries < 100 && !(await answers()); tries += 1) await pause(100);
	console.log('milliseconds for one step of a slider (median, 19 of 20, the slowest):');
	for (const { title, file } of SAMPLES) {
		const page = await browser.newPage();
		const taken = await drag(page, title);
		await page.close();
		const [median = 0, high = 0, top = 0] = [0.5, 0.95, 1].map((share) => at(taken, share));
		console.log(
			`${file.padEnd(28)} ${taken.length} steps: ${[median, high, top].map((ms) => ms.toFixed(1)).join(', ')}`
		);
		if (high > most) process.exitCode = 1;
	}
} finally {
	await browser.close();
	server.kill();
	rmSync(data, { recursive: true, force: true });
}

async function drag(page: Page, title: string): Promise<readonly number[]> {
	await page.goto(HOME);
	await page.getByRole('button', { name: title }).click();
	await page.waitForURL(/\/survey\/./);
	await page.goto(
		`${page
			.url()
			.split('#')[0]
			?.replace(/(\/survey\/[^/]+).*/, '$1')}/network`
	);
	await page.getByRole('slider').first().waitFor();
	await page.getByRole('progressbar', { name: 'Simulation' }).waitFor({ state: 'detached' });
	return page.evaluate(async () => {
		const taken: number[] = [];
		const sliders = [...document.querySelectorAll<HTMLInputElement>('input[type=range]')];
		for (const slider of sliders) {
			for (let place = 20; place <= 380; place += 12) {
				await new Promise((next) => requestAnimationFrame(next));
				const begun = performance.now();
				slider.value = String(place);
				slider.dispatchEvent(new Event('input', { bubbles: true }));
				await Promise.resolve();
				void document.body.offsetHeight;
				taken.push(performance.now() - begun);
			}
		}
		return taken;
	});
}

function at(values: readonly number[], share: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

async function answers(): Promise<boolean> {
	return fetch(HOME).then(
		({ ok }) => ok,
		() => false
	);
}

function pause(milliseconds: number): Promise<void> {
	return new Promise((done) => setTimeout(done, milliseconds));
}
