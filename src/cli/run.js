import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { fail, inOwnNode, programOf, ROOT } from './node.js';

/** The tools behind the commands of package.json: a package or a file of ours, then words. @type {Record<string, string[][]>} */
const COMMANDS = {
	dev: [['vite', 'dev']],
	check: [['@sveltejs/kit:svelte-kit', 'sync'], ['svelte-check']],
	lint: [
		['eslint', '.'],
		['prettier', '--check', '.']
	],
	format: [['prettier', '--write', '.']],
	unit: [['vitest', 'run']],
	journeys: [['@playwright/test:playwright', 'test', '--project=app', '--project=two nodes']],
	nodes: [['@playwright/test:playwright', 'test', '--project=team on two nodes']],
	schema: [['./src/cli/schema.ts']]
};

const [command = '', ...words] = process.argv.slice(2);
const tools = COMMANDS[command];
if (!tools) fail(`"${command}" is not one of ${Object.keys(COMMANDS).join(', ')}.`);

await inOwnNode();
for (const [at, [tool = '', ...own]] of tools.entries()) {
	const isLast = at === tools.length - 1;
	const { status } = spawnSync(process.execPath, [fileOf(tool), ...own, ...(isLast ? words : [])], {
		cwd: ROOT,
		stdio: 'inherit'
	});
	if (status !== 0) process.exit(status ?? 1);
}

/** @param {string} tool */
function fileOf(tool) {
	if (tool.startsWith('./')) return join(ROOT, tool);
	const [name = '', program = name] = tool.split(':');
	return programOf(name, program);
}
