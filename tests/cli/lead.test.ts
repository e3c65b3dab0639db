import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PROTOCOL, PROTOCOL_HEADER } from '../../src/lib/log/wire.ts';
import { openTeamServer, type TeamServer } from '../../src/lib/server/team-server.ts';

const LEAD = fileURLToPath(new URL('../../src/cli/lead.js', import.meta.url));

let folder = '';
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'sitewalk-lead-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function lead(env: NodeJS.ProcessEnv) {
	const { status, stdout, stderr } = spawnSync(process.execPath, [LEAD], {
		encoding: 'utf8',
		env: { PATH: process.env.PATH, DATA_DIR: folder, ...env }
	});
	return { status, stdout, stderr };
}

async function ask(server: TeamServer, path: string, body: object | undefined, cookie = '') {
	const request = new Request(`https://team.example/api/v1/${path}`, {
		method: body ? 'POST' : 'GET',
		...(body ? { body: JSON.stringify(body) } : {}),
		headers: { [PROTOCOL_HEADER]: PROTOCOL }
	});
	if (cookie) request.headers.set('cookie', cookie);
	const response = await server.handle(request, `/${path}`, { address: '1', isSecure: true });
	return {
		status: response.status,
		body: await response.json(),
		cookie: response.headers.get('set-cookie')?.split(';')[0] ?? ''
	};
}

const joins = (server: TeamServer, secret: string, name: string) =>
	ask(server, 'join', { secret, name, device: name, deviceName: name, author: null });

test('a team whose only lead is gone gets another one by the command, while the server runs', async () => {
	const server = await openTeamServer({ dataFolder: folder });
	const first = await joins(server, server.setUpPath!.split('#')[1]!, 'Lea');
	await ask(server, 'leave', {}, first.cookie);
	expect((await ask(server, 'people', undefined, first.cookie)).status).toBe(401);

	const { status, stdout } = lead({ ORIGIN: 'https://team.example' });
	expect(status).toBe(0);
	const secret = /https:\/\/team\.example\/join#(\S+)\n/.exec(stdout)![1]!;
	const second = await joins(server, secret, 'Kim');
	expect(second.body).toMatchObject({ role: 'lead', team: first.body.team });
	expect((await ask(server, 'people', undefined, second.cookie)).body.people).toHaveLength(2);
	expect((await joins(server, secret, 'Eve')).status).toBe(404);
	await server.close();
});

test('what cannot be done ends with one sentence', () => {
	const nowhere = lead({ DATABASE_URL: 'postgres://sitewalk@127.0.0.1:1/none' });
	expect(nowhere).toMatchObject({ status: 1, stdout: '' });
	expect(nowhere.stderr).toMatch(/^The team's database cannot be opened: .*\n$/);
	const empty = lead({ DATA_DIR: join(folder, 'empty') });
	expect(empty).toMatchObject({ status: 1, stdout: '' });
	expect(empty.stderr).toBe(
		'There is no team here yet: start the server first, it prints a link.\n'
	);
});
