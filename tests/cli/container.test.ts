import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { parse } from 'yaml';
import { buildIfNeeded } from '../../src/cli/build.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const read = (name: string) => readFileSync(join(ROOT, name), 'utf8');

let folder = '';
let node: ChildProcess | undefined;
afterEach(() => {
	node?.kill('SIGKILL');
	if (folder) rmSync(folder, { recursive: true, force: true });
});

/** Without what is only there to build and to test. */
function productionPackages(): string[] {
	const { packages } = JSON.parse(read('package-lock.json')) as {
		packages: Record<string, { dev?: boolean; optional?: boolean; devOptional?: boolean }>;
	};
	return Object.entries(packages)
		.filter(([path, { dev, optional, devOptional }]) => path && !dev && !optional && !devOptional)
		.map(([path]) => path);
}

/** What the last stage of the Dockerfile copies, in a folder of its own. */
function image(): string {
	folder = mkdtempSync(join(tmpdir(), 'sitewalk-image-'));
	const [, last = ''] = read('deploy/Dockerfile')
		.split(/^FROM .*\n(?=[^]*^CMD)/m)
		.slice(-2);
	const copies = [...last.matchAll(/^COPY --from=build (.+) (\S+)$/gm)];
	for (const [, from = '', to = ''] of copies)
		for (const name of from.split(' ').map((each) => each.replace('/sitewalk/', ''))) {
			const target = to.endsWith('/')
				? join(folder, to, name.split('/').at(-1)!)
				: join(folder, to);
			const parts = name === 'node_modules' ? productionPackages() : [name];
			for (const part of parts)
				cpSync(join(ROOT, part), join(target, part.slice(name.length)), { recursive: true });
		}
	return folder;
}

test(
	'what the image holds is enough to serve the app and the team server, and to make a lead',
	{ timeout: 120_000 },
	async () => {
		buildIfNeeded();
		const cwd = image();
		node = spawn(process.execPath, ['src/cli/serve.js'], {
			cwd,
			env: {
				PATH: process.env.PATH,
				NODE_ENV: 'production',
				PORT: '0',
				DATA_DIR: join(cwd, 'data')
			}
		});
		let said = '';
		node.stderr?.on('data', (text) => (said += String(text)));
		const url = await new Promise<string>((done, failed) => {
			node?.stdout?.on('data', (text) => {
				said += String(text);
				const found = /ready: (\S+)/.exec(said);
				if (found) done(found[1]!);
			});
			node?.on('exit', () => failed(new Error(said)));
		});
		expect(await (await fetch(url)).text()).toContain('<title>');
		expect(await (await fetch(`${url}/api/ready`)).json()).toEqual({ state: 'ready' });

		const lead = spawnSync(process.execPath, ['src/cli/lead.js'], {
			cwd,
			encoding: 'utf8',
			env: { PATH: process.env.PATH, DATA_DIR: join(cwd, 'data') }
		});
		expect(lead.stderr).toBe('');
		expect(lead.stdout).toMatch(/\/join#\S+\n/);
	}
);

test('the build in the image has every file that a build is made of', () => {
	const kept = read('deploy/Dockerfile.dockerignore').split('\n');
	const needed = [...read('src/cli/sources.js').matchAll(/^\t'([\w.-]+)',?$/gm)].map(
		([, name]) => name
	);
	expect(needed.length).toBeGreaterThan(5);
	for (const name of needed) expect(kept).toContain(`!${name}`);
});

test('two nodes share one database, and only the proxy can be reached from outside', () => {
	const { services } = parse(read('deploy/compose.yaml'), { merge: true }) as {
		services: Record<string, { environment?: Record<string, string>; ports?: string[] }>;
	};
	const nodes = Object.entries(services).filter(([name]) => name.startsWith('node-'));
	expect(nodes).toHaveLength(2);
	for (const [name, { environment }] of nodes) {
		expect(environment?.DATABASE_URL).toContain('@database/');
		expect(read('deploy/Caddyfile')).toContain(`${name}:4173`);
	}
	const open = Object.entries(services).filter(([, { ports }]) => ports);
	expect(open.map(([name]) => name)).toEqual(['proxy']);
});
