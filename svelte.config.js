import adapter from '@sveltejs/adapter-node';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { sourcesName } from './src/cli/sources.js';

/** @type {import('@sveltejs/kit').Config} */
export default {
	preprocess: vitePreprocess(),
	compilerOptions: { runes: true },
	kit: {
		adapter: adapter({ out: process.env.SITEWALK_OUT ?? 'build', precompress: true }),
		// Relative asset paths would break deep links that the service worker answers with the one shell page.
		paths: { relative: false },
		// The same sources give the same worker: a device downloads a build anew only when there is something new.
		// Kept in the environment, so that every process of one build says the same, whatever is edited meanwhile.
		version: { name: (process.env.SITEWALK_BUILD ??= sourcesName()) },
		// Registration is ours (device/offline): it must also see a worker that was installing before we looked.
		serviceWorker: { register: false },
		csp: {
			// Hashes, never nonces: a nonce would be replayed from the cache.
			mode: 'hash',
			directives: {
				'default-src': ['self'],
				'script-src': ['self'],
				'style-src': ['self', 'unsafe-inline'],
				'img-src': ['self', 'data:', 'blob:'],
				'connect-src': ['self'],
				'worker-src': ['self'],
				'manifest-src': ['self'],
				'object-src': ['none'],
				'base-uri': ['none'],
				'form-action': ['self'],
				// Heard only in the header of a page made on request; the server file says it for all others.
				'frame-ancestors': ['none']
			}
		}
	}
};
