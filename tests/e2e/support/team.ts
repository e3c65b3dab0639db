import { expect, test as base, type APIRequestContext, type Page } from '@playwright/test';
import type { LogEvent } from '../../../src/lib/log/event.ts';
import { createNetwork, type Network } from './network.ts';
import { newFolder, startServer, type RunningServer } from './server.ts';

type Role = 'lead' | 'technician' | 'viewer';

/** Requests to the team server; the app itself is always there. */
export const API = /^\/api\//;

/** A team server with a database of its own, the network that leads to it, and a lead who asks it past the app. */
export interface Team {
	readonly network: Network;
	/** The link that the first start prints. */
	readonly setUpLink: string;
	/** A link for one device. */
	invite(role?: Role): Promise<string>;
	turn(person: string, state: 'active' | 'retired' | 'lost'): Promise<void>;
	held(): Promise<readonly LogEvent[]>;
	/** What stands, of all surveys. */
	heads(): Promise<readonly LogEvent[]>;
	/** A browser of its own that has joined under this name. */
	join(name: string, role?: Role): Promise<Page>;
	/** A browser of its own, on the start page. */
	open(): Promise<Page>;
	kill(): Promise<void>;
	/** Starts it again on the same database. */
	start(): Promise<void>;
}

export const test = base.extend<{ team: Team }>({
	team: async ({ browser, playwright }, use) => {
		const network = await createNetwork();
		const url = `http://localhost:${network.port}`;
		const data = newFolder();
		let server: RunningServer | undefined;
		const start = async () => {
			server = await startServer(undefined, data);
			await network.connect(server.port);
		};
		const kill = async () => {
			await server?.kill();
			await network.connect(undefined);
		};
		await start();
		const secret = await printedSecret(server!);

		const pages: Page[] = [];
		const open = async () => {
			const context = await browser.newContext({ baseURL: url });
			const page = await context.newPage();
			pages.push(page);
			return page;
		};
		let lead: Promise<APIRequestContext> | undefined;
		const asLead = () => (lead ??= leadOf(playwright.request, url, secret));
		const invite = async (role: Role = 'technician') => {
			const made = await (await asLead()).post('/api/v1/invites', { data: { role } });
			return `/join#${((await made.json()) as { secret: string }).secret}`;
		};
		const get = async <T>(path: string) =>
			(await (await (await asLead()).get(`/api/v1/${path}`)).json()) as T;

		await use({
			network,
			setUpLink: `${url}/join#${secret}`,
			invite,
			open,
			kill,
			start,
			async join(name, role) {
				const page = await open();
				await joinAs(page, await invite(role), name);
				return page;
			},
			async turn(person, state) {
				const { devices } = await get<{ devices: Device[] }>('devices');
				const device = devices.find((each) => each.person.name === person)!;
				await (await asLead()).post(`/api/v1/devices/${device.id}`, { data: { state } });
			},
			async heads() {
				return (await get<{ events: LogEvent[] }>('heads')).events;
			},
			async held() {
				return (await get<{ held: { event: LogEvent }[] }>('held')).held.map(({ event }) => event);
			}
		});
		for (const page of pages) await page.context().close();
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

interface Device {
	readonly id: string;
	readonly person: { readonly name: string };
}

async function leadOf(
	request: { newContext(options: object): Promise<APIRequestContext> },
	baseURL: string,
	secret: string
): Promise<APIRequestContext> {
	const lead = await request.newContext({ baseURL, extraHTTPHeaders: { 'x-sitewalk-sync': '1' } });
	const data = { secret, name: 'The lead', device: 'office', deviceName: 'Office', author: null };
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
