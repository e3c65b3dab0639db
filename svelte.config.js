import { execFileSync } from 'node:child_process';
import adapter from '@sveltejs/adapter-node';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

/** @type {import('@sveltejs/kit').Config} */
export default {
	preprocess: vitePreprocess(),
	compilerOptions: { runes: true },
	kit: {
		adapter: adapter({ precompress: true }),
		// Relative asset paths would break deep links that the service worker answers with the one shell page.
		paths: { relative: false },
		version: { name: buildName() },
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
				'form-action': ['self']
			}
		}
	}
};

/** The git revision names a build, so that the same source always gives the same worker. */
function buildName() {
	if (process.env.SITEWALK_BUILD) return process.env.SITEWALK_BUILD;
	try {
		const git = (/** @type {string[]} */ ...args) =>
			execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
		const revision = git('rev-parse', '--short=12', 'HEAD');
		return git('status', '--porcelain') === ''
			? revision
			: `${revision}-${Date.now().toString(36)}`;
	} catch {
		return Date.now().toString(36);
	}
}
