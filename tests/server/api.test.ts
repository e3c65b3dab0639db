import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tick } from '../../src/lib/log/clock.ts';
import { toColumns } from '../../src/lib/log/columns.ts';
import { unpackPage } from '../../src/lib/log/packed.ts';
import type { PullReply } from '../../src/lib/log/wire.ts';
import { ENDPOINTS, type Access, type Endpoint } from '../../src/lib/server/endpoints.ts';
import { Browser, key, newTeam, pull, push, pushBody } from './support/browser.ts';
import { onEveryEngine } from './support/engines.ts';
import { event, events } from './support/events.ts';

onEveryEngine((engine) => {
	test('every endpoint is closed to everybody whom its table does not name', async () => {
		const team = await newTeam(engine);
		const foreign = await newTeam(engine, team.db, 'foreign');
		const callers = {
			lead: await team.join('lead'),
			technician: await team.join('technician'),
			viewer: await team.join('viewer'),
			stranger: new Browser(team.api, 'stranger'),
			foreignLead: await foreign.join('lead'),
			retired: await team.join('technician'),
			lost: await team.join('lead')
		};
		await callers.lead.post(`devices/${callers.retired.device}`, { state: 'retired' });
		await callers.lead.post(`devices/${callers.lost.device}`, { state: 'lost' });
		const script = await key(callers.lead, team.api);
		const ended = await key(callers.lead, team.api);
		const { body } = await callers.lead.get('tokens');
		const last = (body.tokens as { id: string; name: string }[]).find(
			({ name }) => name === ended.device
		);
		await callers.lead.post(`tokens/${last!.id}/revoke`, {});

		for (const [id, endpoint] of Object.entries<Endpoint>(ENDPOINTS)) {
			if (endpoint.access.includes('anyone') || id === 'leave') continue;
			const call = (browser: Browser) =>
				browser.send(endpoint.method, endpoint.path.slice(1).replace('{id}', 'nothing'), BODY);
			const may = (access: Access) => endpoint.access.includes(access);
			const statuses = {
				stranger: (await call(callers.stranger)).status,
				lead: (await call(callers.lead)).status,
				technician: (await call(callers.technician)).status,
				viewer: (await call(callers.viewer)).status,
				retired: (await call(callers.retired)).status,
				lost: (await call(callers.lost)).status,
				script: (await call(script)).status,
				ended: (await call(ended)).status
			};
			expect({ id, ...statuses }).toEqual({
				id,
				stranger: 401,
				lead: may('lead') ? expect.toSatisfy(isPassed) : 403,
				technician: may('technician') ? expect.toSatisfy(isPassed) : 403,
				viewer: may('viewer') ? expect.toSatisfy(isPassed) : 403,
				retired: !may('technician') ? 403 : endpoint.forRetired ? expect.toSatisfy(isPassed) : 410,
				lost: 410,
				script: may('script') ? 200 : 403,
				ended: 401
			});
		}
		await team.close();
	});

	test('a script reads projects, what stands, and the whole story of a survey', async () => {
		const team = await newTeam(engine);
		const lead = await team.join('lead');
		const script = await key(lead, team.api);
		const { author, device } = lead;
		const first = event({ author, device, value: 1 });
		const second = event({ author, device, value: 2, supersedes: [first.id] });
		await push(lead, [first, second, event({ author, device, survey: 'other' })]);
		await lead.post('projects', { name: 'North' });
		expect((await script.get('projects')).body.projects).toMatchObject([{ name: 'North' }]);
		const { events: standing } = (await script.get('heads')).body;
		expect(standing).toContainEqual(second);
		expect(standing).not.toContainEqual(first);
		const { events: story } = (await script.get(`surveys/${first.survey}/events`)).body;
		expect(story.map(({ event }: { event: unknown }) => event)).toEqual([first, second]);
		await team.close();
	});

	test('events that go and come in columns are to the letter those that go and come as they are', async () => {
		const team = await newTeam(engine);
		const ana = await team.join('technician');
		const bob = await team.join('technician');
		const { author, device } = ana;
		const made = { author, device, hlc: tick(undefined, 1.76e12, device) };
		const list = [...events(9, made), { ...event(made), photo: 1 }];
		const { outbox } = await pushBody(ana, list);
		const wish = { device, epoch: null, outbox, columns: toColumns(list) };
		expect(wish.columns.others).toHaveLength(1);
		expect((await ana.post('sync/push', wish)).body).toMatchObject({ accepted: list.length });
		const asked = { device: bob.device, cursor: null, own: null };
		const plain = await bob.post('sync/pull', asked);
		const packed = await bob.post('sync/pull', { ...asked, columns: true });
		expect(packed.body.events).toBeUndefined();
		const unpacked = unpackPage(packed.body) as PullReply;
		expect(JSON.stringify(unpacked.events)).toBe(JSON.stringify(plain.body.events));
		expect(plain.body.events.map(({ event }: { event: unknown }) => event)).toEqual(list);

		const broken = { ...wish, columns: { ...wish.columns, count: 12 } };
		for (const body of [broken, { device, epoch: null, outbox }])
			expect((await ana.post('sync/push', body)).body.problem).toContain('columns');
		await team.close();
	});

	test('a lead of another team sees nothing of this one and changes nothing in it', async () => {
		const team = await newTeam(engine);
		const foreign = await newTeam(engine, team.db, 'foreign');
		const lead = await team.join('lead');
		const spy = await foreign.join('lead');
		const secret = event({ author: lead.author, device: lead.device, value: 'secret' });
		const forged = event({ author: { id: 'eve', name: 'Eve' }, device: lead.device });
		await push(lead, [secret, forged]);
		await lead.post('projects', { name: 'Secret project' });
		await lead.post('invites', { role: 'lead', name: 'Secret name' });

		for (const endpoint of Object.values<Endpoint>(ENDPOINTS)) {
			if (endpoint.method === 'GET' && endpoint.path !== '/sync/hint') {
				const { text } = await spy.get(endpoint.path.slice(1));
				expect(text.toLowerCase()).not.toContain('secret');
			}
		}
		const pulled = await pull(spy);
		expect(pulled.events).toEqual([]);
		await spy.post(`devices/${lead.device}`, { state: 'lost' });
		await spy.post(`held/${forged.id}/release`, {});
		await spy.post(`events/${secret.id}/redact`, {});
		expect((await lead.get('me')).status).toBe(200);
		expect((await lead.get('held')).body.held).toHaveLength(1);
		expect((await spy.get(`surveys/${secret.survey}/events`)).body.events).toEqual([]);
		expect((await lead.get('heads')).body.events).toEqual([secret]);
		await team.close();
	});

	test('whatever a body holds, the answer is a sentence and never a failure of the server', async () => {
		const team = await newTeam(engine);
		const lead = await team.join('lead');
		const posts = Object.values<Endpoint>(ENDPOINTS).filter(
			({ method, path }) => method === 'POST' && path !== '/leave'
		);
		const like = fc.record(
			{
				secret: fc.string(),
				name: fc.string(),
				device: fc.oneof(fc.constant(lead.device), fc.string()),
				deviceName: fc.string(),
				author: fc.option(fc.string()),
				epoch: fc.option(fc.string()),
				events: fc.array(fc.oneof(fc.json().map(parsed), fc.constant(event()), strange(event()))),
				outbox: fc.constant({ events: 1, oldestAt: null }),
				cursor: fc.option(
					fc.record({ epoch: fc.string(), seq: fc.nat(), chk: fc.constant('0'.repeat(16)) })
				),
				own: fc.option(fc.record({ count: fc.nat(), sum: fc.constant('f'.repeat(16)) })),
				limit: fc.integer({ min: -1, max: 1001 }),
				role: fc.constantFrom('lead', 'viewer', 'king'),
				person: fc.string(),
				projects: fc.option(fc.array(fc.string())),
				state: fc.constantFrom('active', 'retired', 'dead')
			},
			{ requiredKeys: [] }
		);
		const texts = fc.oneof(
			like.map((body) => JSON.stringify(body)),
			fc.json(),
			fc.string()
		);
		await fc.assert(
			fc.asyncProperty(
				fc.constantFrom(...posts),
				texts,
				fc.boolean(),
				fc.string(),
				async ({ path }, text, isPacked, part) => {
					const address = path.slice(1).replace('{id}', encodeURIComponent(part.toWellFormed()));
					const body = isPacked ? gzipSync(text) : text;
					team.passes(6000);
					const reply = await lead.sendRaw('POST', address, body, isPacked);
					expect(reply.status).not.toBe(429);
					expect(reply.status).toBeLessThan(500);
					if (reply.status >= 400) expect(reply.body.problem).toMatch(/\.$|: /);
				}
			),
			{ numRuns: engine.name === 'sqlite' ? 400 : 100 }
		);
		expect((await lead.get('me')).status).toBe(200);
		await team.close();
	});

	test('two devices exchange what they wrote, also before they joined', async () => {
		const team = await newTeam(engine);
		const ana = await team.join('technician', 'Ana', 'author-of-ana');
		const kim = await team.join('technician', 'Kim');
		const own = events(3, { author: { id: 'author-of-ana', name: '' }, device: ana.device });
		expect(await push(ana, own)).toMatchObject({ accepted: 3, held: [], refused: [] });
		expect((await pull(kim)).events.map(({ event }) => event)).toEqual(own);
		expect((await ana.get('me')).body).toMatchObject({
			person: { id: 'author-of-ana', name: 'Ana' },
			authors: ['author-of-ana']
		});
		await team.close();
	});

	test('a long push is answered as one, whatever of it is held or refused', async () => {
		const team = await newTeam(engine);
		const ana = await team.join('technician', 'Ana');
		const { author, device } = ana;
		const list: unknown[] = events(1000, { author, device });
		const forged = event({ author: { id: 'nobody', name: '' }, device: 'elsewhere' });
		list[350] = forged;
		list[777] = 'no event';
		expect(await push(ana, list)).toMatchObject({
			accepted: 998,
			held: [{ id: forged.id, why: 'author-mismatch' }],
			refused: [{ id: null, index: 777, why: 'malformed' }],
			seq: 999
		});
		expect(await push(ana, list)).toMatchObject({ accepted: 998, seq: 999 });
		expect(await push(ana, [])).toMatchObject({ accepted: 0, seq: 999 });
		await team.close();
	});

	test('F22: an answer in another’s name is held; what a colleague wrote may be brought back', async () => {
		const team = await newTeam(engine);
		const ana = await team.join('technician', 'Ana');
		const kim = await team.join('technician', 'Kim');
		const forged = event({ author: kim.author, device: ana.device });
		const unknown = event({ author: { id: 'nobody', name: '' }, device: 'elsewhere' });
		const rescued = event({ author: kim.author, device: kim.device });
		const reply = await push(ana, [forged, unknown, rescued]);
		expect(reply.accepted).toBe(1);
		expect(reply.held).toEqual([
			{ id: forged.id, why: 'author-mismatch' },
			{ id: unknown.id, why: 'author-mismatch' }
		]);
		await team.close();
	});

	test('an invitation is good once, for a week, and until it is taken back', async () => {
		const team = await newTeam(engine);
		const lead = await team.join('lead');
		const { secret } = (await lead.post('invites', { role: 'viewer' })).body;
		const first = new Browser(team.api, 'first');
		expect((await first.joins(secret)).status).toBe(200);
		expect((await new Browser(team.api, 'second').joins(secret)).status).toBe(404);

		const late = (await lead.post('invites', { role: 'viewer' })).body;
		team.passes(8 * 24 * 3600_000);
		expect((await new Browser(team.api, 'third').joins(late.secret)).status).toBe(404);

		const { secret: revoked } = (await lead.post('invites', { role: 'viewer' })).body;
		const open = (await lead.get('invites')).body.invites as { id: string }[];
		expect(open).toHaveLength(1);
		await lead.post(`invites/${open[0]!.id}/revoke`, {});
		expect((await new Browser(team.api, 'fourth').joins(revoked)).status).toBe(404);
		await team.close();
	});

	test('F19: a token is replaced with time, and a reply that was lost locks nobody out', async () => {
		const team = await newTeam(engine);
		const ana = await team.join('technician');
		const first = ana.cookie;
		team.passes(13 * 3600_000);
		await ana.get('me');
		expect(ana.cookie).not.toBe(first);
		team.passes(180_000);
		ana.cookie = first;
		expect((await ana.get('me')).status).toBe(200);
		const third = ana.cookie;
		expect(third).not.toBe(first);
		expect((await ana.get('me')).status).toBe(200);
		team.passes(600_000);
		ana.cookie = first;
		expect((await ana.get('me')).status).toBe(401);
		ana.cookie = third;
		expect((await ana.get('me')).status).toBe(200);
		await team.close();
	});

	test('nothing that opens a door is kept as it is, or shown to a script in the page', async () => {
		const team = await newTeam(engine);
		const lead = await team.join('lead');
		const { secret } = (await lead.post('invites', { role: 'viewer' })).body;
		const { token } = (await lead.post('tokens', { name: 'report' })).body;
		const tables = ['device', 'invite', 'script_token'];
		const kept = await Promise.all(tables.map((table) => team.db.all(`select * from ${table}`)));
		const text = JSON.stringify(kept);
		for (const door of [lead.cookie.split('=')[1]!, secret, token])
			expect(text).not.toContain(door);
		expect(lead.lastSetCookie).toMatch(/HttpOnly; SameSite=Strict; Secure/);
		await team.close();
	});

	test('a push that another page could send, in a form or an image, is not taken', async () => {
		const team = await newTeam(engine);
		const ana = await team.join('technician');
		const reply = await ana.sendRaw('POST', 'sync/push', '{}', false, {});
		expect(reply.status).toBe(400);
		await team.close();
	});

	test('too large a push is refused before it is read, packed or not', async () => {
		const team = await newTeam(engine);
		const ana = await team.join('technician');
		const text = JSON.stringify({ pad: ' '.repeat(5 * 1024 * 1024) });
		expect((await ana.sendRaw('POST', 'sync/push', text, false)).status).toBe(413);
		expect((await ana.sendRaw('POST', 'sync/push', gzipSync(text), true)).status).toBe(413);
		await team.close();
	});

	test('a device that asks without end is told to wait, and another one is not', async () => {
		const team = await newTeam(engine);
		const ana = await team.join('technician');
		const kim = await team.join('technician');
		const replies = await Promise.all(Array.from({ length: 200 }, () => ana.get('me')));
		const told = replies.filter(({ status }) => status === 429);
		expect(told.length).toBeGreaterThan(0);
		expect(Number(told[0]!.headers.get('retry-after'))).toBeGreaterThan(0);
		expect((await kim.get('me')).status).toBe(200);
		await team.close();
	});

	test('the lead sees what waits on each device, since when, and when it was seen last', async () => {
		const team = await newTeam(engine);
		const lead = await team.join('lead');
		const ana = await team.join('technician', 'Ana');
		await ana.post('sync/push', {
			...(await pushBody(ana, [])),
			outbox: { events: 37, oldestAt: '2026-11-17T09:00:00+01:00' }
		});
		const { devices } = (await lead.get('devices')).body as { devices: Record<string, unknown>[] };
		expect(devices.find(({ id }) => id === ana.device)).toMatchObject({
			person: { name: 'Ana' },
			state: 'active',
			unsent: 37,
			oldestUnsentAt: '2026-11-17T09:00:00+01:00',
			seenAt: expect.stringMatching(/^2026-11-20T/)
		});
		await team.close();
	});
});

/** A body that fits no endpoint, so that passing the door changes nothing. */
const BODY = { nothing: true };

const isPassed = (status: number) => ![401, 403, 410].includes(status) && status < 500;

function parsed(text: string): unknown {
	return JSON.parse(text);
}

/** An event with one thing in it that does not belong there. */
function strange(whole: object) {
	return fc
		.tuple(fc.constantFrom(...Object.keys(whole)), fc.jsonValue())
		.map(([name, value]) => ({ ...whole, [name]: value }));
}
