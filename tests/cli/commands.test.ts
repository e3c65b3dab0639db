import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const path = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url));
const { scripts } = JSON.parse(readFileSync(path('package.json'), 'utf8')) as {
	scripts: Record<string, string>;
};

function run(file: string, words: string[], env: NodeJS.ProcessEnv = {}) {
	const { status, stdout, stderr } = spawnSync(process.execPath, [path(file), ...words], {
		encoding: 'utf8',
		env: { ...process.env, ...env }
	});
	return { status, stdout, stderr };
}

test('npm run plan takes names of files as they were typed, in whatever folder', () => {
	const typedIn = { npm_lifecycle_event: 'plan', INIT_CWD: path('static/samples') };
	const { status, stdout, stderr } = run('src/cli/plan.js', ['thin-link-branch.json'], typedIn);
	expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
	expect(stdout).toBe(
		run('src/cli/plan.ts', [path('static/samples/thin-link-branch.json')]).stdout
	);
});

test('npm run plan passes a refusal on, and prints nothing else', () => {
	const { status, stdout, stderr } = run('src/cli/plan.js', ['nowhere.json']);
	expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
	expect(stderr).toMatch(/^nowhere\.json: .*\n$/);
});

test('every command is a plain script, which the oldest Node can start', () => {
	for (const [name, script] of Object.entries(scripts)) {
		const file = /^node (src\/cli\/[\w-]+\.js)\b/.exec(script)?.[1];
		expect(file, name).toBeDefined();
		expect(readFileSync(path(file!), 'utf8'), name).not.toMatch(/^import .*\.ts'/m);
	}
});

test('an unknown command is refused with the names of those that there are', () => {
	const { status, stderr } = run('src/cli/run.js', ['fly']);
	expect(status).toBe(1);
	expect(stderr).toMatch(/^"fly" is not one of dev, check, .*\n$/);
});
