import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/**
 * The house keeps one direction (ARCHITECTURE.md): each room names the rooms it may not open.
 * @param {string} room
 * @param {string[]} closed
 */
function room(room, closed) {
	const group = closed.flatMap((name) => [`**/${name}/**`, `$lib/${name}/**`]);
	return {
		files: [`src/lib/${room}/**`],
		rules: {
			'no-restricted-imports': [
				'error',
				{ patterns: [{ group, message: `${room} must not know ${closed.join(', ')}.` }] }
			]
		}
	};
}

const FRAMEWORK = ['svelte', 'svelte/*', '$app/*', 'dexie', 'workbox-*', 'node:*'];

export default ts.config(
	{ ignores: ['build/', '.svelte-kit/', 'node_modules/', 'test-results/', 'playwright-report/'] },
	js.configs.recommended,
	...ts.configs.strict,
	...svelte.configs.recommended,
	{
		languageOptions: { globals: { ...globals.browser, ...globals.node } },
		rules: {
			'no-undef': 'off',
			'no-console': 'error',
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/no-non-null-assertion': 'off',
			'svelte/no-navigation-without-resolve': 'off'
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: {
			parserOptions: { extraFileExtensions: ['.svelte'], parser: ts.parser, svelteConfig }
		}
	},
	room('domain', ['knowledge', 'log', 'device', 'server', 'ui', 'routes']),
	{
		files: ['src/lib/domain/**'],
		rules: {
			'no-restricted-imports': [
				'error',
				{
					patterns: [
						{
							group: [...FRAMEWORK, '**/{knowledge,log,device,server,ui,routes}/**', '$lib/*'],
							message: 'domain imports nothing.'
						}
					]
				}
			],
			'no-restricted-globals': ['error', 'Date', 'crypto', 'fetch', 'window', 'document']
		}
	},
	room('knowledge', ['log', 'device', 'server', 'ui', 'routes']),
	room('log', ['knowledge', 'device', 'server', 'ui', 'routes']),
	room('device', ['knowledge', 'server', 'ui', 'routes']),
	room('server', ['knowledge', 'device', 'ui', 'routes']),
	room('ui', ['knowledge', 'log', 'device', 'server', 'routes']),
	{
		files: ['src/routes/**'],
		ignores: ['src/routes/api/**'],
		rules: {
			'no-restricted-imports': [
				'error',
				{ patterns: [{ group: ['**/server/**'], message: 'Only routes/api opens the server.' }] }
			]
		}
	},
	{ files: ['src/cli/**', 'tests/**'], rules: { 'no-console': 'off' } }
);
