import { sveltekit } from '@sveltejs/kit/vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const ANSWERS = new RegExp(
	[
		'src/lib/log/(value|clock|event|fold|state|path|changes|uuid)\\.ts$',
		'src/lib/device/(db|device|journal|tab|trouble|live\\.svelte|moment|author|plain|wish|commit)\\.ts$',
		'src/lib/device/(rows|surveys|drafts|draft-writer|offline-browser|offline-words|offline\\.svelte)\\.ts$'
	].join('|')
);

export default defineConfig({
	plugins: [sveltekit(), salted()],
	// Dexie’s build for the browsers of today: 1.9 kB (gzip) smaller than the one that its package exports.
	resolve: { alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' }] },
	build: {
		rolldownOptions: {
			output: {
				// What every page needs compresses better as one file than as ten.
				codeSplitting: {
					groups: [
						{ name: 'base', test: /node_modules\/(@sveltejs|devalue|dexie|esm-env|svelte)\// },
						// The same for what both the list of surveys and every survey need.
						{ name: 'answers', test: ANSWERS }
					]
				}
			}
		}
	},
	test: {
		// A slow or busy machine is no broken promise.
		testTimeout: 30_000,
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

/** A build with salt has other file names than one without, as a later version would. */
function salted(): Plugin {
	return { name: 'salted', augmentChunkHash: () => process.env.SITEWALK_SALT ?? '' };
}
