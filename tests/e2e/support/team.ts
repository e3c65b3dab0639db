import { expect, test as base, type APIRequestContext, type Page } from '@playwright/test';
import { join } from 'node:path';
import type { LogEvent } from '../../../src/lib/log/event.ts';
import { openPostgres } from '../../../src/lib/server/postgres.ts';
import type { Database } from '../../../src/lib/server/sql.ts';
import { openSqlite } from '../../../src/lib/server/sqlite.ts';
import { flawsOf } from '../../server/support/flaws.ts';
import { startPostgres, type Postgres } from '../../server/support/postgres.ts';
import { createNetwork, type Network } from './network.ts';
import { newProfile, type Profile } from './profile.ts';
import { newFolder, startServer, type RunningServer } from './server.ts';

type Role = 'lead' | 'technician' | 'viewer';

/** Requests to the team server; the app itself is always there. */
export const API = /^\/api\//;

/** A team server with a database of its own, the network that leads to it, and a lead who asks it past the app. */
export interface Team {
	readonly network: Network;
	/** The link that the first start prints. */
	readonly setUpLink: string;
	/** A link for one device, of a new person or of one who is in the team. */
	invite(role?: Role, person?: string): Promise<string>;
	turn(person: string, state: 'active' | 'retired' | 'lost'): Promise<void>;
	change(person: string, role: Role): Promise<void>;
	/** Asks with the key of a script; the status of the answer. */
	script(key: string, path: string): Promise<number>;
	held(): Promise<readonly LogEvent[]>;
	/** What waits on the devices, as the lead is told it, by person. */
	unsent(): Promise<Readonly<Record<string, number>>>;
	/** What stands, of all surveys. */
	heads(): Promise<readonly LogEvent[]>;
	/** A browser of its own that has joined under this name. */
	join(name: string, role?: Role): Promise<Page>;
	/** A browser of its own, on the start page. */
	open(): Promise<Page>;
	/** A browser with its profile on the disk. */
	profile(): Profile;
	/** Kills one node, as its machine would die: the others go on. */
	killNode(port: number): Promise<void>;
	/** Kills every node. */
	kill(): Promise<void>;
	/** Starts them again on the same database. */
	start(): Promise<void>;
	/** What of the team's tables does not follow from its log; nothing, whatever went wrong on the way. */
	flaws(): Promise<readonly string[]>;
	/** How many events the team's log holds. */
	rows(): Promise<number>;
}

interface Setting {
	/** How many servers share the team's database; more than one do so on PostgreSQL, and are asked in turn. */
	readonly nodes: number;
	readonly team: Team;
}

export const test = base.extend<Setting, { postgres: () => Promise<Postgres | undefined> }>({
	nodes: [1, { option: true }],
	postgres: [
		// eslint-disable-next-line no-empty-pattern
		async ({}, use) => {
			let started: Promise<Postgres | undefined> | undefined;
			await use(() => (started ??= startPostgres()));
			(await started)?.stop();
		},
		{ scope: 'worker' }
	],
	team: async ({ browser, playwright, launchOptions, nodes, postgres }, use, info) => {
		const engine = nodes > 1 ? await postgres() : undefined;
		if (nodes > 1 && !engine) {
			console.warn('PostgreSQL is not here and cannot be installed: two nodes are not tested.');
			info.skip(true, 'PostgreSQL is not here and cannot be installed.');
		}
		const network = await createNetwork();
		const url = `http://localhost:${network.port}`;
		const data = newFolder();
		const databaseUrl = engine?.newDatabase();
		let servers: readonly RunningServer[] = [];
		const connect = () => network.connect(...servers.map(({ port }) => port));
		const start = async () => {
			const starting = Array.from({ length: nodes }, () =>
				startServer(undefined, data, databaseUrl)
			);
			servers = await Promise.all(starting);
			await connect();
		};
		const kill = async () => {
			await Promise.all(servers.map((server) => server.kill()));
			await network.connect();
		};
		const look = async <T>(at: (db: Database) => Promise<T>) => {
			const db = databaseUrl ? openPostgres(databaseUrl) : openSqlite(join(data, 'sitewalk.db'));
			const seen = await at(db);
			await db.close();
			return seen;
		};
		await start();
		const secret = await printedSecret(servers[0]!);

		const pages: Page[] = [];
		const open = async () => {
			const context = await browser.newContext({ baseURL: url });
			const page = await context.newPage();
			pages.push(page);
			return page;
		};
		const profiles: Profile[] = [];
		const profile = () => {
			const made = newProfile(url, launchOptions);
			profiles.push(made);
			return made;
		};
		let lead: Promise<APIRequestContext> | undefined;
		// Whatever becomes of the network of the others.
		const past = (path: string) => `http://localhost:${servers[0]?.port}${path}`;
		const asLead = () => (lead ??= leadOf(playwright.request, past(''), secret));
		const get = async <T>(path: string) =>
			(await (await (await asLead()).get(past(`/api/v1/${path}`))).json()) as T;
		const invite = async (role: Role = 'technician', name?: string) => {
			const { people } = await get<{ people: Named[] }>('people');
			const person =
				name === undefined ? {} : { person: people.find((each) => each.name === name)!.id };
			const made = await (
				await asLead()
			).post(past('/api/v1/invites'), { data: { role, ...person } });
			return `/join#${((await made.json()) as { secret: string }).secret}`;
		};

		await use({
			network,
			setUpLink: `${url}/join#${secret}`,
			invite,
			open,
			profile,
			kill,
			start,
			async killNode(port) {
				const [dead] = servers.filter((server) => server.port === port);
				servers = servers.filter((server) => server !== dead);
				await dead!.kill();
				await connect();
			},
			flaws: () => look(flawsOf),
			rows: () => look(async (db) => (await db.all('select seq from ev')).length),
			async join(name, role) {
				const page = await open();
				await joinAs(page, await invite(role), name);
				return page;
			},
			async turn(person, state) {
				const { devices } = await get<{ devices: Device[] }>('devices');
				const device = devices.find((each) => each.person.name === person)!;
				await (await asLead()).post(past(`/api/v1/devices/${device.id}`), { data: { state } });
			},
			async unsent() {
				const { devices } = await get<{ devices: Device[] }>('devices');
				const others = devices.filter(({ person }) => person.name !== LEAD);
				return Object.fromEntries(others.map(({ person, unsent }) => [person.name, unsent]));
			},
			async change(person, role) {
				const { people } = await get<{ people: { id: string; name: string }[] }>('people');
				const { id } = people.find(({ name }) => name === person)!;
				const data = { role, projects: null };
				const reply = await (await asLead()).post(past(`/api/v1/people/${id}`), { data });
				expect(reply.ok()).toBe(true);
			},
			async script(key, path) {
				const headers = { authorization: `Bearer ${key}` };
				const script = await playwright.request.newContext({ extraHTTPHeaders: headers });
				const reply = await script.get(past(`/api/v1/${path}`));
				await script.dispose();
				return reply.status();
			},
			async heads() {
				return (await get<{ events: LogEvent[] }>('heads')).events;
			},
			async held() {
				return (await get<{ held: { event: LogEvent }[] }>('held')).held.map(({ event }) => event);
			}
		});
		for (const page of pages) await page.context().close();
		for (const each of profiles) {
			await each.close();
			each.remove();
		}
		await (await lead)?.dispose();
		await kill();
	}
});

export { expect };

export async function joinAs(page: Page, link: string, name: string) {
	await page.goto(link);
	await page.getByLabel('Your name').fill(name);
	await page.getByRole('button', { name: 'Join', exact: true }).click();
	await expect(page.getByRole('heading', { name: 'Our team' })).toBeVisible();
}

interface Named {
	readonly id: string;
	readonly name: string;
}

interface Device {
	readonly id: string;
	readonly person: { readonly name: string };
	readonly unsent: number;
}

const LEAD = 'The lead';

async function leadOf(
	request: { newContext(options: object): Promise<APIRequestContext> },
	baseURL: string,
	secret: string
): Promise<APIRequestContext> {
	const lead = await request.newContext({ baseURL, extraHTTPHeaders: { 'x-sitewalk-sync': '1' } });
	const data = { secret, name: LEAD, device: 'office', deviceName: 'Office', author: null };
	expect((await lead.post('/api/v1/join', { data })).ok()).toBe(true);
	return lead;
}

async function printedSecret(server: RunningServer): Promise<string> {
	let secret: string | undefined;
	await expect
		.poll(() => (secret = /set it up once: \S+\/join#(\S+)/.exec(server.said())?.[1]))
		.toBeDefined();
	return secret!;
}
