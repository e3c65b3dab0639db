import type { Environment } from 'vitest/runtime';

/** Svelte as it is compiled for the browser, without a page: enough for runes and live queries. */
export default {
	name: 'client',
	viteEnvironment: 'client',
	setup: () => ({ teardown: () => undefined })
} satisfies Environment;
