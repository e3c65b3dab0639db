import type { Json } from '../domain/answer.ts';
import type { Device } from './device.ts';
import { team } from './team-client.ts';
import type { TeamSession } from './team-session.ts';

/** A lead may have given this person another role, or the team another name. Without an answer, what is known stays. */
export async function hearOfMe({ db, steady }: Device): Promise<void> {
	const answer = await team.me();
	if (!('told' in answer)) return;
	const { told: me } = answer;
	await steady(() =>
		db.transaction('rw', db.meta, async () => {
			const known = (await db.meta.get('team'))?.value as TeamSession | undefined;
			// Somebody else may have joined on this device meanwhile.
			if (!known || known.person.id !== me.person.id || known.team.id !== me.team.id) return;
			if (known.role === me.role && known.team.name === me.team.name) return;
			const session = { ...known, role: me.role, team: me.team };
			await db.meta.put({ key: 'team', value: session as unknown as Json });
		})
	);
}
