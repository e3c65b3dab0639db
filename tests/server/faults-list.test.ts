import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { FAULTS, type Means } from './faults-list.ts';

/** Where tests by these means are found. */
const FOLDERS: Readonly<Record<Means, readonly string[]>> = {
	unit: ['log', 'device'],
	server: ['server'],
	browser: ['e2e']
};
const TITLE = /\b(?:test|describe)(?:\.\w+(?:\([^()]*\))?)*\(\s*['`]((?:F\d+ ?)+): /g;

/** The faults that the titles of a folder name; of the server's only where both engines are asked. */
function namedIn(means: Means): Set<string> {
	const texts = FOLDERS[means].flatMap((folder) => {
		const place = new URL(`../${folder}/`, import.meta.url);
		const files = readdirSync(place).filter((name) => /\.(test|spec)\.ts$/.test(name));
		return files.map((name) => readFileSync(new URL(name, place), 'utf8'));
	});
	const asked = texts.filter((text) => means !== 'server' || text.includes('onEveryEngine('));
	return new Set(
		asked
			.flatMap((text) => Array.from(text.matchAll(TITLE), ([, names]) => names!.split(' ')))
			.flat()
	);
}

describe('every fault has a test', () => {
	test.each(Object.entries(FAULTS))('%s %s', (name, [, ...means]) => {
		expect(means.filter((each) => !namedIn(each).has(name))).toEqual([]);
	});
});

test('no title names a fault that is not listed', () => {
	const named = (['unit', 'server', 'browser'] as const).flatMap((means) => [...namedIn(means)]);
	expect(named.filter((name) => !(name in FAULTS))).toEqual([]);
});
