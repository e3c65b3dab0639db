import { expect, test } from 'vitest';
import { key, newTeam, push, type Browser } from './support/browser.ts';
import { onEveryEngine } from './support/engines.ts';
import { event, events } from './support/events.ts';

onEveryEngine((engine) => {
	test('a script goes through the whole log page by page, and goes on where it was', async () => {
		const team = await newTeam(engine);
		const lead = await team.join('lead');
		const script = await key(lead, team.api);
		const { author, device } = lead;
		const first = events(7, { author, device });
		const forged = event({ author: { id: 'eve', name: 'Eve' }, device });
		await push(lead, [...first, forged]);
		const { seen, cursor } = await readFrom(script, '', 3);
		expect(seen).toEqual(first);

		const later = events(2, { author, device });
		await push(lead, later);
		expect((await readFrom(script, `after=${cursor.seq}&chk=${cursor.chk}`, 3)).seen).toEqual(
			later
		);
		await team.close();
	});

	test('a cursor of a log that was rolled back is told, not followed', async () => {
		const team = await newTeam(engine);
		const lead = await team.join('lead');
		const script = await key(lead, team.api);
		await push(lead, events(2, { author: lead.author, device: lead.device }));
		const status = async (words: string) => (await script.get(`events?${words}`)).status;
		expect(await status('after=2')).toBe(200);
		expect(await status('after=3')).toBe(409);
		expect(await status(`after=2&chk=${'0'.repeat(16)}`)).toBe(409);
		for (const words of ['after=-1', 'after=x', 'limit=0', 'limit=1001', 'chk=1'])
			expect(await status(words), words).toBe(400);
		await team.close();
	});

	test('what is erased comes again under its id, without its value', async () => {
		const team = await newTeam(engine);
		const lead = await team.join('lead');
		const script = await key(lead, team.api);
		const secret = event({ author: lead.author, device: lead.device, value: 'secret' });
		await push(lead, [secret]);
		const { cursor } = await readFrom(script, '', 9);
		await lead.post(`events/${secret.id}/redact`, {});
		const { seen } = await readFrom(script, `after=${cursor.seq}&chk=${cursor.chk}`, 9);
		expect(seen).toEqual([{ ...secret, value: null }]);
		expect((await script.get('events')).text).not.toContain('secret');
		await team.close();
	});

	test('the list of surveys says title, project, state, who has it, how much and what is disputed', async () => {
		const team = await newTeam(engine);
		const lead = await team.join('lead');
		const script = await key(lead, team.api);
		const { id: project } = (await lead.post('projects', { name: 'North' })).body;
		const by = { author: lead.author, device: lead.device };
		const gone = event({ ...by, path: 'groups/g2', value: 'removed' });
		await push(lead, [
			event({ ...by, path: 'survey/title', value: 'Lyon' }),
			event({ ...by, path: 'survey/project', value: project }),
			event({ ...by, path: 'survey/assignee', value: { id: 'ana', name: 'Ana' } }),
			event({
				...by,
				path: 'review/state',
				value: { state: 'approved', by: 'Lea', at: '2026-11-20T09:00:00Z' }
			}),
			event({ ...by, path: 'answers/siteCode', value: 'LYS' }),
			event({ ...by, path: 'answers/siteCode', value: 'LY2' }),
			event({ ...by, path: 'answers/siteName', value: 'Lyon' }),
			event({ ...by, path: 'answers/notes', kind: 'clear', value: null }),
			event({ ...by, path: 'steps/gup-1', value: { state: 'done' } }),
			gone,
			event({ ...by, path: 'groups/g2/clients', value: 4 }),
			event({ ...by, survey: 's2', path: 'survey/state', value: 'archived' })
		]);
		const { surveys } = (await script.get('surveys')).body;
		expect(surveys).toEqual([
			{
				id: 's1',
				title: 'Lyon',
				state: 'active',
				project,
				assignee: { id: 'ana', name: 'Ana' },
				review: { state: 'approved', by: 'Lea', at: '2026-11-20T09:00:00Z' },
				answers: 2,
				conflicts: 1,
				changedAt: new Date(team.now()).toISOString()
			},
			expect.objectContaining({ id: 's2', title: '', state: 'archived', answers: 0, conflicts: 0 })
		]);
		await team.close();
	});
});

async function readFrom(script: Browser, words: string, limit: number) {
	const seen: unknown[] = [];
	for (let next = words; ;) {
		const { body } = await script.get(`events?limit=${limit}&${next}`);
		seen.push(...body.events.map(({ event }: { event: unknown }) => event));
		if (!body.more) return { seen, cursor: body.cursor as { seq: number; chk: string } };
		next = `after=${body.cursor.seq}&chk=${body.cursor.chk}`;
	}
}
