import { join } from 'node:path';
import { buildIfNeeded } from '../../../src/cli/build.js';
import { ROOT } from '../../../src/cli/node.js';

export const NEXT_NAME = 'the-next-build';

/** Builds these sources once more under another name, which changes the name of every script. */
export function nextBuild(): string {
	const out = join(ROOT, '.svelte-kit/next-build');
	buildIfNeeded({ out, name: NEXT_NAME });
	return out;
}
