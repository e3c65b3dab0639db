import * as v from 'valibot';
import { expect } from 'vitest';
import { digestOf } from '../../../src/lib/log/digest.ts';
import {
	PROTOCOL,
	PROTOCOL_HEADER,
	type PullReply,
	type PushReply
} from '../../../src/lib/log/wire.ts';
import { teamApi } from '../../../src/lib/server/api.ts';
import { endpointAt } from '../../../src/lib/server/endpoints.ts';
import { invite } from '../../../src/lib/server/invites.ts';
import { REPLIES } from '../../../src/lib/server/replies.ts';
import type { Database } from '../../../src/lib/server/sql.ts';
import type { Role } from '../../../src/lib/server/store.ts';
import { createTeam } from '../../../src/lib/server/teams.ts';
import { newDatabase, type Engine } from './engines.ts';

let browsers = 0;

export async function newTeam(engine: Engine, shared?: Database, id = 'team') {
	const db = shared ?? (await newDatabase(engine)).db;
	let now = Date.parse('2026-11-20T08:00:00Z');
	let ids = 0;
	await createTeam(db, { id, name: id, epoch: `epoch-${id}`, at: new Date(now).toISOString() });
	const api = teamApi({ db, now: () => new Date(now), newId: () => `${id}-${++ids}` });
	return {
		db,
		api,
		now: () => now,
		passes: (milliseconds: number) => void (now += milliseconds),
		async join(role: Role, name = 'Someone', author: string | null = null) {
			const { secret } = await invite(db, id, { role }, new Date(now));
			const browser = new Browser(api, `device-${++browsers}`);
			const reply = await browser.joins(secret, name, author);
			expect(reply.status).toBe(200);
			return browser;
		},
		close: () => db.close()
	};
}

export interface Reply {
	readonly status: number;
	readonly headers: Headers;
	readonly text: string;
	// eslint-disable-next-line @typescript-eslint/no-explicit-any
	readonly body: any;
}

/** A browser with one cookie, or a script with a key. */
export class Browser {
	cookie = '';
	key = '';
	lastSetCookie = '';
	author = { id: '', name: '' };
	readonly device: string;
	readonly #api: ReturnType<typeof teamApi>;

	constructor(api: ReturnType<typeof teamApi>, device: string) {
		this.#api = api;
		this.device = device;
	}

	async joins(secret: string, name = 'Someone', author: string | null = null): Promise<Reply> {
		const reply = await this.post('join', {
			secret,
			name,
			device: this.device,
			deviceName: this.device,
			author
		});
		if (reply.status === 200) this.author = reply.body.person;
		return reply;
	}

	get = (path: string) => this.send('GET', path);
	post = (path: string, body: unknown) => this.send('POST', path, body);

	send(method: string, path: string, body?: unknown): Promise<Reply> {
		return this.sendRaw(method, path, method === 'GET' ? null : JSON.stringify(body), false);
	}

	async sendRaw(
		method: string,
		path: string,
		body: BodyInit | null,
		isPacked: boolean,
		headers: Record<string, string> = { [PROTOCOL_HEADER]: PROTOCOL }
	): Promise<Reply> {
		const request = new Request(`https://team.example/api/v1/${path}`, {
			method,
			body,
			// A stream asks for it.
			...{ duplex: 'half' },
			headers: {
				...headers,
				...(isPacked ? { 'content-encoding': 'gzip' } : {}),
				...(this.key ? { authorization: `Bearer ${this.key}` } : {})
			}
		});
		// A browser sets it by itself; here the header is free.
		if (this.cookie) request.headers.set('cookie', this.cookie);
		const response = await this.#api(request, `/${path.split('?')[0]}`, {
			// Everybody joins from an address of his own.
			address: this.device,
			isSecure: true
		});
		const cookie = response.headers.get('set-cookie');
		if (cookie) {
			this.lastSetCookie = cookie;
			this.cookie = cookie.split(';')[0]!;
		}
		const isStream = response.headers.get('content-type') === 'text/event-stream';
		if (isStream) await response.body?.cancel();
		const text = isStream ? '' : await response.text();
		const isJson = response.headers.get('content-type') === 'application/json';
		if (response.status === 200)
			expectAsTold(method, path.split('?')[0]!, isJson ? JSON.parse(text) : undefined);
		return {
			status: response.status,
			headers: response.headers,
			text,
			body: isJson ? JSON.parse(text) : undefined
		};
	}
}

/** Every reply in every test is what the API's description says of it, field by field. */
function expectAsTold(method: string, path: string, body: unknown) {
	const { id } = endpointAt(method, `/${path}`)!;
	const reply = REPLIES[id];
	if (typeof reply === 'string') return expect(body).toBeUndefined();
	const { issues } = v.safeParse(reply, body);
	const flaws = issues?.map((issue) => `${v.getDotPath(issue)}: ${issue.message}`);
	expect(flaws, `reply of ${id}`).toBeUndefined();
}

let keys = 0;

export async function key(lead: Browser, api: ReturnType<typeof teamApi>): Promise<Browser> {
	const script = new Browser(api, `script-${++keys}`);
	script.key = (await lead.post('tokens', { name: script.device })).body.token;
	return script;
}

export async function pushBody(browser: Browser, list: readonly unknown[]) {
	return {
		device: browser.device,
		epoch: null,
		events: list,
		outbox: { events: 0, oldestAt: null }
	};
}

export async function push(browser: Browser, list: readonly unknown[]): Promise<PushReply> {
	const reply = await browser.post('sync/push', await pushBody(browser, list));
	expect(reply.status).toBe(200);
	return reply.body;
}

export async function pull(browser: Browser): Promise<PullReply> {
	const wish = { device: browser.device, cursor: null, own: digestOf([]), limit: 1000 };
	const reply = await browser.post('sync/pull', wish);
	expect(reply.status).toBe(200);
	return reply.body;
}
