import { invite } from './invites.ts';
import { openDatabase, type Where } from './open.ts';

/**
 * For a team that lost its leads: what follows the address in a link by which one more lead joins. Leads who are there see it
 * among the open invitations. `undefined` where there is no team.
 */
export async function leadPath(where: Where): Promise<string | undefined> {
	const db = await openDatabase(where);
	try {
		const [team] = await db.all<{ id: string }>('select id from team order by created_at limit 1');
		return team && `/join#${(await invite(db, team.id, { role: 'lead' }, new Date())).secret}`;
	} finally {
		await db.close();
	}
}
