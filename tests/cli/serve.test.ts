import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';

const SERVE = fileURLToPath(new URL('../../src/cli/serve.js', import.meta.url));

/** As much of a build as the server file uses. */
const HANDLER = `export function handler(request, response) {
	if (request.url === '/push') {
		response.write('sto');
		return setTimeout(() => response.end('red'), 1500);
	}
	if (request.url === '/hints') {
		response.setHeader('content-type', 'text/event-stream');
		return response.write('data: 1');
	}
	if (request.url.startsWith('/_app/immutable/')) response.setHeader('Cache-Control', 'immutable');
	response.setHeader('X-Seen-From', request.headers['x-forwarded-for'] ?? 'nobody');
	response.end(request.headers['x-forwarded-proto']);
}`;

let build = '';
const running: ChildProcess[] = [];

beforeAll(() => {
	build = mkdtempSync(join(tmpdir(), 'sitewalk-serve-'));
	writeFileSync(join(build, 'handler.js'), HANDLER);
	writeFileSync(join(build, 'package.json'), '{ "type": "module" }');
});
afterEach(() => running.splice(0).forEach((server) => server.kill('SIGKILL')));
afterAll(() => rmSync(build, { recursive: true }));

function start(env: NodeJS.ProcessEnv) {
	const server = spawn(process.execPath, [SERVE], {
		env: { ...process.env, HOST: '', ORIGIN: '', SITEWALK_OUT: build, ...env }
	});
	running.push(server);
	return server;
}

/** What it says until it says where it is. */
async function ready(server: ChildProcess): Promise<{ said: string; url: string; port: number }> {
	let said = '';
	for await (const chunk of server.stdout ?? []) {
		said += String(chunk);
		const url = /Sitewalk is ready: (\S+)\n/.exec(said)?.[1];
		if (url) return { said, url, port: Number(new URL(url).port) };
	}
	throw new Error(`It ended: ${said}`);
}

async function refusal(server: ChildProcess): Promise<{ code: unknown; sentence: string }> {
	let sentence = '';
	server.stderr?.on('data', (chunk: Buffer) => (sentence += chunk.toString()));
	const [code] = (await once(server, 'close')) as [unknown];
	return { code, sentence };
}

test('every answer carries the headers that keep a page its own', async () => {
	const { url } = await ready(start({ PORT: '0' }));
	const { headers } = await fetch(`${url}/anything`);
	expect(Object.fromEntries(headers)).toMatchObject({
		'cache-control': 'no-cache',
		'cross-origin-resource-policy': 'same-origin',
		'content-security-policy': "frame-ancestors 'none'",
		'referrer-policy': 'no-referrer',
		'x-content-type-options': 'nosniff'
	});
});

test('files that never change may be kept for ever', async () => {
	const { url } = await ready(start({ PORT: '0' }));
	const { headers } = await fetch(`${url}/_app/immutable/a.js`);
	expect(headers.get('cache-control')).toBe('immutable');
});

test('http is not taken for https, and a proxy may say that it was', async () => {
	const { url } = await ready(start({ PORT: '0' }));
	expect(await (await fetch(url)).text()).toBe('http');
	const proxied = await fetch(url, { headers: { 'x-forwarded-proto': 'https' } });
	expect(await proxied.text()).toBe('https');
});

test('behind a proxy who asks past it is known by his own address', async () => {
	const { url } = await ready(start({ PORT: '0', ADDRESS_HEADER: 'X-Forwarded-For' }));
	const seen = async (headers = {}) => (await fetch(url, { headers })).headers.get('x-seen-from');
	expect(await seen()).toMatch(/^(::1|127\.0\.0\.1)$/);
	expect(await seen({ 'x-forwarded-for': '192.0.2.7' })).toBe('192.0.2.7');
});

test('an idle connection is kept longer than a proxy keeps it', async () => {
	const { port } = await ready(start({ PORT: '0' }));
	const { headers } = await fetch(`http://127.0.0.1:${port}`);
	expect(headers.get('keep-alive')).toBe('timeout=125');
});

test('without a host it listens on this machine alone, on both of its addresses', async () => {
	const { port, url } = await ready(start({ PORT: '0' }));
	expect(url).toBe(`http://localhost:${port}`);
	expect((await fetch(`http://127.0.0.1:${port}`)).status).toBe(200);
	expect((await fetch(url)).status).toBe(200);
});

test.each(['SIGINT', 'SIGTERM'] as const)('%s ends it, whoever is connected', async (signal) => {
	const server = start({ PORT: '0' });
	const { port, url } = await ready(server);
	await (await fetch(url)).text();
	const silent = connect(port, '127.0.0.1');
	silent.on('error', () => undefined);
	await once(silent, 'connect');

	server.kill(signal);
	expect(await once(server, 'exit')).toEqual([0, null]);
	silent.destroy();
});

test('what was asked before the end is answered, and streams do not hold it up', async () => {
	const server = start({ PORT: '0' });
	const { url } = await ready(server);
	const hints = await fetch(`${url}/hints`);
	const push = await fetch(`${url}/push`);
	server.kill('SIGTERM');
	const stored = push.text();
	const ended = hints.text().catch(() => 'ended');
	expect(await Promise.race([stored, ended])).toBe('ended');
	expect(await stored).toBe('stored');
	if (server.exitCode === null) await once(server, 'exit');
	expect(server.exitCode).toBe(0);
});

test('over https a browser is told to keep to it, over http it is not', async () => {
	const { url } = await ready(start({ PORT: '0' }));
	const asked = async (proto: string) =>
		(await fetch(url, { headers: { 'x-forwarded-proto': proto } })).headers.get(
			'strict-transport-security'
		);
	expect(await asked('https')).toMatch(/^max-age=\d+$/);
	expect(await asked('http')).toBeNull();
});

describe('what cannot be started ends with one sentence', () => {
	test('a port in use names another', async () => {
		const other = createServer().listen(0, '127.0.0.1');
		await once(other, 'listening');
		const { port } = other.address() as AddressInfo;
		const { code, sentence } = await refusal(start({ PORT: String(port) }));
		other.close();
		expect(code).toBe(1);
		expect(sentence).toBe(
			`Port ${port} is in use already. Stop what uses it, or choose another: PORT=${port + 1} npm start\n`
		);
	});

	test.each(['http', '-1', '65536', '4173.5'])('"%s" is no port', async (PORT) => {
		const { code, sentence } = await refusal(start({ PORT }));
		expect({ code, sentence }).toEqual({
			code: 1,
			sentence: `PORT must be a number from 0 to 65535; it is "${PORT}".\n`
		});
	});

	test('a folder without a build', async () => {
		const { code, sentence } = await refusal(start({ PORT: '0', SITEWALK_OUT: tmpdir() }));
		expect({ code, sentence }).toEqual({
			code: 1,
			sentence: 'There is no build; run "npm start".\n'
		});
	});
});
