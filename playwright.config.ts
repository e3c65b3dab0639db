import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, defineConfig } from '@playwright/test';
import { browserFile, CHROMIUM_WORDS } from './src/cli/browser.js';

const PORT = Number(process.env.SITEWALK_TEST_PORT ?? 4174);
const executablePath = browserFile(chromium.executablePath());
const report = process.env.SITEWALK_REPORT;

export default defineConfig<{ nodes: number }>({
	testDir: 'tests/e2e',
	workers: 2,
	fullyParallel: true,
	retries: 0,
	timeout: 60_000,
	expect: { timeout: 10_000 },
	forbidOnly: Boolean(process.env.CI),
	reporter: report ? [['list'], ['json', { outputFile: report }]] : 'list',
	use: {
		browserName: 'chromium',
		baseURL: `http://localhost:${PORT}`,
		trace: 'off',
		launchOptions: { args: CHROMIUM_WORDS, ...(executablePath ? { executablePath } : {}) }
	},
	projects: [
		{ name: 'app', testIgnore: 'nodes.spec.ts' },
		{ name: 'two nodes', testMatch: 'nodes.spec.ts', use: { nodes: 2 } },
		// Too long for every run: `npm run test:nodes`.
		{
			name: 'team on two nodes',
			testMatch: ['team.spec.ts', 'people.spec.ts'],
			use: { nodes: 2 }
		}
	],
	webServer: {
		command: `"${process.execPath}" src/cli/serve.js`,
		env: { PORT: String(PORT), DATA_DIR: join(tmpdir(), `sitewalk-journeys-${PORT}`) },
		url: `http://localhost:${PORT}`,
		reuseExistingServer: !process.env.CI
	}
});
