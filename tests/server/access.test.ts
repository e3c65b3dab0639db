import { expect, test } from 'vitest';
import { Browser, newTeam } from './support/browser.ts';
import { onEveryEngine } from './support/engines.ts';

onEveryEngine((engine) => {
	test('requests at once with an old token lock nobody out, in whatever order the replies come', async () => {
		const team = await newTeam(engine);
		const lead = await team.join('lead');
		for (const last of [0, -1]) {
			team.passes(13 * 3600_000);
			const old = lead.cookie;
			const requests = Array.from({ length: 4 }, () => copyOf(lead, team.api));
			await Promise.all(requests.map((request) => request.get('people')));
			const brought = requests.map(({ cookie }) => cookie).filter((cookie) => cookie !== old);
			lead.cookie = brought.at(last) ?? 'none';
			expect((await lead.get('me')).status).toBe(200);
		}
		await team.close();
	});

	test('a character that no database keeps is answered with a sentence', async () => {
		const team = await newTeam(engine);
		const lead = await team.join('lead');
		const replies = [
			await lead.post('projects', { name: 'a\0b' }),
			await lead.post('tokens', { name: 'a\0b' }),
			await lead.post('invites', { role: 'lead', name: 'a\0b' }),
			await lead.post('devices/a%00b', { state: 'lost' }),
			await lead.post('held/a%00b/release', {}),
			await lead.post('events/a%00b/redact', {}),
			await lead.post('invites/a%00b/revoke', {}),
			await lead.post('tokens/a%00b/revoke', {})
		];
		expect(replies.map(({ status }) => status)).toEqual([400, 400, 400, 404, 404, 404, 404, 404]);
		await team.close();
	});

	test('nobody becomes a lead of some projects, who could invite himself into the others', async () => {
		const team = await newTeam(engine);
		const lead = await team.join('lead');
		const projects = [(await lead.post('projects', { name: 'North' })).body.id];
		expect((await lead.post('invites', { role: 'lead', projects })).status).toBe(400);
		expect((await lead.post('invites', { role: 'lead', projects: [] })).status).toBe(400);
		expect((await lead.post('invites', { role: 'lead', projects: null })).status).toBe(200);
		expect((await lead.post('invites', { role: 'technician', projects })).status).toBe(200);
		await team.close();
	});

	test('an upload that breaks off is no failure of the server', async () => {
		const team = await newTeam(engine);
		const lead = await team.join('lead');
		const brokenBy = (error: Error) => new ReadableStream({ start: (body) => body.error(error) });
		const statusAfter = async (error: Error) =>
			(await lead.sendRaw('POST', 'sync/push', brokenBy(error), false)).status;
		expect(await statusAfter(new Error('aborted'))).toBe(400);
		// As the framework says that its own limit is reached.
		expect(await statusAfter(Object.assign(new Error('large'), { status: 413 }))).toBe(413);
		await team.close();
	});
});

function copyOf(browser: Browser, api: ConstructorParameters<typeof Browser>[0]) {
	const copy = new Browser(api, browser.device);
	copy.cookie = browser.cookie;
	return copy;
}
