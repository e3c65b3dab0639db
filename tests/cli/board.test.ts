import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { siteOf, totalsOf } from '../../src/lib/domain/board.ts';
import { readSurvey } from '../../src/lib/domain/interchange.ts';
import type { Survey } from '../../src/lib/domain/survey.ts';
import { KNOWLEDGE } from '../../src/lib/knowledge/knowledge.ts';
import { changesOf, turned } from '../../src/lib/log/changes.ts';
import { inProject } from '../../src/lib/log/team.ts';
import { key, newTeam, push, type Browser } from '../server/support/browser.ts';
import { onEveryEngine } from '../server/support/engines.ts';
import { event } from '../server/support/events.ts';

const file = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url));

function sample(name: string): Survey {
	const read = readSurvey(
		readFileSync(file(`static/samples/${name}.json`), 'utf8'),
		KNOWLEDGE.questionnaire
	);
	if ('problem' in read) throw new Error(read.problem);
	return read.survey;
}

const ENTRIES = { thin: sample('thin-link-branch'), head: sample('head-office-12000') };

/** The API as a script finds it: behind a socket. */
async function served(api: Awaited<ReturnType<typeof newTeam>>['api']): Promise<Server> {
	const server = createServer((incoming, outgoing) => {
		const url = `http://localhost${incoming.url}`;
		const headers = new Headers(incoming.headers as Record<string, string>);
		const path = new URL(url).pathname.replace('/api/v1', '');
		void api(new Request(url, { headers }), path, { address: 'script', isSecure: true }).then(
			async (response) => {
				outgoing.writeHead(response.status, Object.fromEntries(response.headers));
				outgoing.end(Buffer.from(await response.arrayBuffer()));
			}
		);
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	return server;
}

const addressOf = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

async function board(words: readonly string[], secret = '') {
	const env = { PATH: process.env.PATH, SITEWALK_KEY: secret };
	const child = spawn(process.execPath, [file('src/cli/board.js'), ...words], { env });
	const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
	if (child.exitCode === null) await once(child, 'exit');
	return { status: child.exitCode, stdout, stderr };
}

async function walked(lead: Browser, id: string, survey: Survey, project: string) {
	const changes = [...changesOf(survey), inProject(project)];
	const by = { author: lead.author, device: lead.device, survey: id };
	const reply = await push(
		lead,
		changes.map(({ path, kind = 'set', value }) => event({ ...by, path, kind, value }))
	);
	expect(reply.held).toEqual([]);
}

onEveryEngine((engine) => {
	test('npm run board gives a script the totals that the plans of all surveys come to', async () => {
		const team = await newTeam(engine);
		const lead = await team.join('lead');
		const script = await key(lead, team.api);
		const { id: project } = (await lead.post('projects', { name: 'North' })).body;
		await walked(lead, 'thin', ENTRIES.thin, project);
		await walked(lead, 'head', ENTRIES.head, project);
		await walked(lead, 'gone', ENTRIES.thin, project);
		const { path, value } = turned('deleted');
		await push(lead, [
			event({ author: lead.author, device: lead.device, survey: 'gone', path, value })
		]);
		const server = await served(team.api);
		const at = ['--server', addressOf(server)];

		const { status, stdout, stderr } = await board(at, script.key);
		expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
		const told = JSON.parse(stdout);
		const sites = [ENTRIES.thin, ENTRIES.head].map((survey) => siteOf(survey, KNOWLEDGE));
		expect(told.totals).toEqual(totalsOf(sites));
		expect(told.totals.gups).toBeGreaterThan(0);
		expect(told.surveys).toHaveLength(2);
		expect(told.surveys).toContainEqual(
			expect.objectContaining({
				id: 'thin',
				title: ENTRIES.thin.title,
				project: 'North',
				site: JSON.parse(JSON.stringify(sites[0]))
			})
		);

		const table = (await board([...at, '--as', 'csv'], script.key)).stdout;
		expect(table.split('\r\n')[0]).toMatch(/Survey,Site,.*GUPs to build,.*Blocked by/);
		expect(table).toContain('North');
		const totals = (await board([...at, '--as', 'totals'], script.key)).stdout;
		expect(totals).toMatch(/^.?Method,Clients,/);
		server.close();
		await team.close();
	});

	test('npm run board without a good key or a team server says so in one sentence, and prints nothing', async () => {
		const team = await newTeam(engine);
		const server = await served(team.api);
		const address = addressOf(server);
		const refused = async (words: readonly string[], secret: string, sentence: RegExp) => {
			const { status, stdout, stderr } = await board(words, secret);
			expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
			expect(stderr).toMatch(sentence);
			expect(stderr.trim().split('\n')).toHaveLength(1);
		};
		await refused(['--server', address], 'wrong', /does not take this key/);
		await refused(['--server', address], '', /SITEWALK_KEY/);
		await refused([], 'x', /^Name the team server/);
		await refused(['--server', 'sitewalk'], 'x', /is not an address/);
		await refused(['--server', address, '--as', 'pdf'], 'x', /json, csv, totals/);
		server.close();
		await once(server, 'close');
		await refused(['--server', address], 'x', /does not answer/);
		await team.close();
	});
});
