import { gunzipSync } from 'node:zlib';
import type { BrowserContext, Route } from '@playwright/test';
import type { PullRequest, PushRequest } from '../../../src/lib/log/wire.ts';
import { MemoryServer } from '../../log/sync-server.ts';

interface Guest {
	readonly person: { readonly id: string; readonly name: string };
	readonly role: 'lead' | 'technician' | 'viewer';
	state: 'active' | 'retired' | 'lost';
}

/** What happens to what a device sends: it arrives, nothing does, the reply is lost, or a hotel answers. */
export type Weather = 'fair' | 'away' | 'deaf' | 'hotel';

/** A team server in the test's own process, to which browsers are led by their network. */
export class TestTeam {
	readonly log = new MemoryServer();
	weather: Weather = 'fair';
	/** Paths below `/api/` that were asked for. */
	readonly asked: string[] = [];
	readonly #guests = new Map<BrowserContext, Guest>();
	readonly #roles = new Map<string, Guest['role']>();
	#people = 0;

	invite(secret: string, role: Guest['role'] = 'technician'): string {
		this.#roles.set(secret, role);
		return `/join#${secret}`;
	}

	turn(context: BrowserContext, state: Guest['state']) {
		this.#guests.get(context)!.state = state;
	}

	async attend(context: BrowserContext) {
		await context.route('**/api/v1/**', (route) => this.#answer(context, route));
	}

	async #answer(context: BrowserContext, route: Route): Promise<void> {
		const request = route.request();
		const path = new URL(request.url()).pathname.replace('/api/v1/', '');
		this.asked.push(path);
		if (this.weather === 'away') return route.abort();
		if (this.weather === 'hotel')
			return route.fulfill({ contentType: 'text/html', body: '<h1>Sign in to go on</h1>' });
		const body = bodyOf(request.postDataBuffer(), request.headers()['content-encoding']);
		const [status, json] = this.#reply(context, path, body);
		if (this.weather === 'deaf') return route.abort();
		await route.fulfill({ status, headers: { 'x-sitewalk-sync': '1' }, json });
	}

	#reply(context: BrowserContext, path: string, body: unknown): [number, unknown] {
		if (path === 'join') return this.#join(context, body as JoinBody);
		const guest = this.#guests.get(context);
		if (!guest) return [401, {}];
		if (guest.state !== 'active') return [410, { wipe: guest.state === 'lost' }];
		switch (path) {
			case 'sync/push':
				return told(this.log.push(body as PushRequest));
			case 'sync/pull':
				return told(this.log.pull(body as PullRequest));
			case 'people':
				return [200, { people: this.#list(({ person, role }) => ({ ...person, role })) }];
			case 'devices':
				return [200, { devices: this.#list(deviceOf) }];
			case 'projects':
				return [200, { projects: [{ id: 'p1', name: 'Winter rollout' }] }];
			case 'held':
				return [200, { held: [] }];
			case 'invites':
				this.invite('made-here');
				return [200, { secret: 'made-here', expiresAt: '2099-01-01T00:00:00Z' }];
			default:
				return [404, { problem: 'There is no such thing.' }];
		}
	}

	#join(context: BrowserContext, { secret, name, device, deviceName, author }: JoinBody) {
		const role = this.#roles.get(secret);
		if (!role) return [404, { problem: 'This invitation was used already.' }] satisfies Reply;
		this.#roles.delete(secret);
		const person = { id: `person-${++this.#people}`, name };
		this.#guests.set(context, { person, role, state: 'active' });
		const authors = author === null ? [person.id] : [person.id, author];
		const me = { team: { id: 't1', name: 'North' }, person, role, projects: null, authors };
		return [
			200,
			{ ...me, device: { id: device, name: deviceName, state: 'active' } }
		] satisfies Reply;
	}

	#list<T>(of: (guest: Guest) => T): T[] {
		return Array.from(this.#guests.values(), of);
	}
}

type Reply = [status: number, json: unknown];

interface JoinBody {
	readonly secret: string;
	readonly name: string;
	readonly device: string;
	readonly deviceName: string;
	readonly author: string | null;
}

function deviceOf({ person, state }: Guest) {
	return {
		...{ id: `device of ${person.id}`, name: 'Tablet', person, state, version: 'abc1234' },
		...{ seenAt: '2026-11-20T08:12:00Z', unsent: 3, oldestUnsentAt: '2026-11-19T08:12:00Z' }
	};
}

function told(answer: ReturnType<MemoryServer['push']> | ReturnType<MemoryServer['pull']>): Reply {
	return 'why' in answer ? [409, {}] : [200, answer.reply];
}

function bodyOf(buffer: Buffer | null, encoding: string | undefined): unknown {
	if (!buffer || buffer.length === 0) return undefined;
	return JSON.parse((encoding === 'gzip' ? gunzipSync(buffer) : buffer).toString());
}
