import { expect, test } from 'vitest';
import { changePerson, peopleOf } from '../../src/lib/server/people.ts';
import type { Role } from '../../src/lib/server/store.ts';
import { Browser, newTeam, pull, push } from './support/browser.ts';
import { onEveryEngine } from './support/engines.ts';
import { event } from './support/events.ts';

onEveryEngine((engine) => {
	test('somebody may do more or less from the next request on, and one lead always stays', async () => {
		const team = await newTeam(engine);
		const [lead, ana] = [await team.join('lead', 'Lea'), await team.join('technician', 'Ana')];
		const turn = (browser: Browser, role: string) =>
			lead.post(`people/${browser.author.id}`, { role, projects: null });

		expect((await turn(ana, 'viewer')).status).toBe(200);
		const refused = await ana.post('sync/push', { device: ana.device });
		expect(refused.status).toBe(403);
		expect((await ana.get('me')).body.role).toBe('viewer');

		expect((await turn(lead, 'technician')).status).toBe(409);
		expect((await turn(ana, 'lead')).status).toBe(200);
		expect((await turn(lead, 'viewer')).status).toBe(200);
		expect((await ana.get('people')).body.people).toMatchObject([
			{ name: 'Ana', role: 'lead' },
			{ name: 'Lea', role: 'viewer' }
		]);
		const wish = { role: 'viewer', projects: null };
		expect((await ana.post(`people/${ana.author.id}`, wish)).status).toBe(409);
		expect((await ana.post('people/nobody', wish)).status).toBe(404);
		await team.close();
	});

	test('of two leads who make each other technicians at once, one stays lead', async () => {
		const team = await newTeam(engine);
		const leads = [await team.join('lead', 'A'), await team.join('lead', 'B')];
		const leadsIn = async () =>
			(await peopleOf(team.db, 'team')).filter(({ role }) => role === 'lead').length;
		for (let round = 0; round < 5; round++) {
			const turn = (role: Role) =>
				leads.map(({ author }) =>
					changePerson(team.db, 'team', author.id, { role, projects: null })
				);
			await Promise.all(turn('lead'));
			await Promise.allSettled(turn('technician'));
			expect(await leadsIn()).toBe(1);
		}
		await team.close();
	});

	test('whoever is limited to other projects begins anew, and sees those alone', async () => {
		const team = await newTeam(engine);
		const [lead, ana] = [await team.join('lead'), await team.join('technician')];
		const [north, south] = [await newProject(lead, 'North'), await newProject(lead, 'South')];
		const { author, device } = lead;
		const inNorth = event({ author, device, survey: 'n', path: 'survey/project', value: north });
		const inSouth = event({ author, device, survey: 's', path: 'survey/project', value: south });
		await push(lead, [inNorth, inSouth]);
		const seen = async () => (await pull(ana)).events.map(({ event }) => event.survey);
		expect(await seen()).toEqual(['n', 's']);
		const limit = (projects: unknown, role = 'technician') =>
			lead.post(`people/${ana.author.id}`, { role, projects });
		await limit([south]);
		expect(await seen()).toEqual(['s']);
		expect((await ana.get('projects')).body.projects).toEqual([{ id: south, name: 'South' }]);
		expect((await limit([south], 'lead')).status).toBe(400);
		expect((await limit(['elsewhere'])).status).toBe(404);
		await team.close();
	});

	test('an open invitation says what it allows, where and for whom, and not its secret', async () => {
		const team = await newTeam(engine);
		const lead = await team.join('lead');
		const ana = await team.join('technician', 'Ana');
		const north = await newProject(lead, 'North');
		const { secret } = (await lead.post('invites', { role: 'technician', projects: [north] })).body;
		await lead.post('invites', { role: 'technician', person: ana.author.id });
		const { body, text } = await lead.get('invites');
		const open = (body.invites as { person: string | null }[]).toSorted((a) =>
			a.person === null ? -1 : 1
		);
		expect(open).toMatchObject([
			{ role: 'technician', person: null, projects: [north] },
			{ person: ana.author.id, projects: null }
		]);
		expect(text).not.toContain(secret);
		await team.close();
	});

	test('whoever is limited moves a survey between his own projects; further moves wait for the lead', async () => {
		const team = await newTeam(engine);
		const lead = await team.join('lead');
		const [north, south, east] = [
			await newProject(lead, 'North'),
			await newProject(lead, 'South'),
			await newProject(lead, 'East')
		];
		const { secret } = (await lead.post('invites', { role: 'technician', projects: [north, east] }))
			.body;
		const ana = new Browser(team.api, 'limited');
		await ana.joins(secret, 'Ana');
		const { author, device } = ana;
		const move = (value: string | null) =>
			event({ author, device, path: 'survey/project', value, kind: value ? 'set' : 'clear' });

		const first = [move(null), move(north), move(east)];
		expect((await push(ana, first.slice(0, 2))).held).toEqual([]);
		expect((await push(ana, first.slice(2))).held).toEqual([]);
		const [out, away] = [move(south), move(null)];
		expect((await push(ana, [out, away, event({ author, device })])).held).toEqual([
			{ id: out.id, why: 'forbidden' },
			{ id: away.id, why: 'forbidden' }
		]);
		expect((await lead.get('surveys')).body.surveys).toMatchObject([{ id: 's1', project: east }]);

		await lead.post(`held/${out.id}/release`, {});
		expect((await lead.get('surveys')).body.surveys).toMatchObject([{ id: 's1', project: south }]);
		await team.close();
	});

	test('a project and a team get another name, and no two projects have one', async () => {
		const team = await newTeam(engine);
		const lead = await team.join('lead');
		const [north] = [await newProject(lead, 'North'), await newProject(lead, 'South')];
		expect((await lead.post(`projects/${north}`, { name: 'Far north' })).status).toBe(200);
		expect((await lead.post(`projects/${north}`, { name: 'far north' })).status).toBe(200);
		expect((await lead.post(`projects/${north}`, { name: 'south' })).status).toBe(409);
		expect((await lead.post('projects', { name: 'SOUTH' })).status).toBe(409);
		expect((await lead.post('projects/none', { name: 'East' })).status).toBe(404);
		const { projects } = (await lead.get('projects')).body;
		expect(projects.map(({ name }: { name: string }) => name)).toEqual(
			expect.arrayContaining(['far north', 'South'])
		);
		await lead.post('team', { name: 'Rollout 2027' });
		expect((await lead.get('me')).body.team.name).toBe('Rollout 2027');
		await team.close();
	});

	test('a key ends on its day, and the lead sees whether it is in use', async () => {
		const team = await newTeam(engine);
		const lead = await team.join('lead');
		const unused = (await lead.post('tokens', { name: 'report', days: 30 })).body;
		expect((Date.parse(unused.expiresAt) - team.now()) / 86_400_000).toBeCloseTo(30, 1);
		const script = new Browser(team.api, 'script');
		script.key = unused.token;
		const usedAt = async () => (await lead.get('tokens')).body.tokens[0].usedAt as string | null;
		expect(await usedAt()).toBeNull();
		expect((await script.get('surveys')).status).toBe(200);
		expect(Date.parse((await usedAt())!)).toBe(team.now());
		team.passes(31 * 86_400_000);
		expect((await script.get('surveys')).status).toBe(401);
		expect((await lead.post('tokens', { name: 'for ever', days: 4000 })).status).toBe(400);
		await team.close();
	});
});

async function newProject(lead: Browser, name: string): Promise<string> {
	return (await lead.post('projects', { name })).body.id;
}
