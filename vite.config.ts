import { sveltekit } from '@sveltejs/kit/vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
	plugins: [sveltekit(), namedBuild()],
	test: {
		projects: [
			{
				extends: true,
				test: {
					name: 'unit',
					include: ['tests/**/*.test.ts'],
					exclude: ['tests/e2e/**', 'tests/**/*.svelte.test.ts'],
					environment: 'node'
				}
			},
			{
				// Runes work only in what is compiled for the browser.
				extends: true,
				resolve: { conditions: ['browser'] },
				test: {
					name: 'runes',
					include: ['tests/**/*.svelte.test.ts'],
					environment: './tests/device/client.ts'
				}
			}
		]
	}
});

/** A build with a name of its own gets file names of its own, as a later version would. */
function namedBuild(): Plugin {
	return { name: 'named-build', augmentChunkHash: () => process.env.SITEWALK_BUILD ?? '' };
}
