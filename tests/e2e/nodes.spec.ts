import { openManyFiles } from './support/sample.ts';
import { storedEvents } from './support/survey.ts';
import { API, expect, test } from './support/team.ts';

const SITES = 12;

for (const milliseconds of [0, 20, 60]) {
	test(`F23: a node that is killed ${milliseconds} ms into a push loses nothing, and the other goes on`, async ({
		team
	}) => {
		const page = await team.join('Kim');
		await expect(page.getByText('Everything is on the team server')).toBeVisible();
		team.network.cut(API);
		await openManyFiles(page, SITES);
		await expect(page.getByRole('link', { name: `Branch ${SITES}` }).first()).toBeVisible();
		await page.goto('/team');
		const all = await storedEvents(page);
		expect(all).toBeGreaterThan(1000);

		let pushes = 0;
		const nodes = new Set<number>();
		const killed = new Promise<void>((resolve) =>
			team.network.watch((path, port) => {
				if (!path.endsWith('/sync/push')) return;
				nodes.add(port);
				if (++pushes === 2) setTimeout(() => void team.killNode(port).then(resolve), milliseconds);
			})
		);
		team.network.cut(undefined);
		await page.getByRole('button', { name: 'Sync now' }).click();
		await killed;
		await expect(page.getByText('Everything is on the team server')).toBeVisible({
			timeout: 40_000
		});
		expect(nodes.size).toBe(2);
		expect(await team.rows()).toBe(all);
		expect(await team.flaws()).toEqual([]);

		const other = await team.join('Ana');
		await expect(other.getByText('Everything is on the team server')).toBeVisible();
		await expect.poll(() => storedEvents(other), { timeout: 30_000 }).toBe(all);
	});
}
