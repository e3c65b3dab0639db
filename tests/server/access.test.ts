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
});

function copyOf(browser: Browser, api: ConstructorParameters<typeof Browser>[0]) {
	const copy = new Browser(api, browser.device);
	copy.cookie = browser.cookie;
	return copy;
}
