import { getAuthor } from './author.ts';
import type { Device } from './device.ts';
import { team, type Told } from './team-client.ts';
import { deviceIdOf, getSession, keepSession, type TeamSession } from './team-session.ts';
import { sentenceOf } from './trouble.ts';

export interface JoinWish {
	readonly secret: string;
	readonly name: string;
	readonly deviceName: string;
}

/** What a person takes along into a team, and what stays with somebody else who works on this device. */
export interface CarriedOver {
	readonly surveys: number;
	/** Answers that wait and are or become this person's. */
	readonly mine: number;
	/** Answers that wait for another person of a team. */
	readonly others: number;
	/** Who is in a team here already. */
	readonly session: TeamSession | undefined;
}

export async function carriedOver(device: Device): Promise<CarriedOver> {
	const { db, steady } = device;
	const [rows, surveys, session] = await Promise.all([
		steady(() => db.outbox.toArray()),
		steady(() => db.surveys.count()),
		getSession(device)
	]);
	const owned = await ownedAuthors(device);
	let [mine, others] = [0, 0];
	for (const { author, ids } of rows) {
		if (owned.includes(author)) others += ids.length;
		else mine += ids.length;
	}
	return { surveys, mine, others, session };
}

/** Joins a team; answers written alone on this device become this person's, those of another member do not. */
export async function joinTeam(device: Device, wish: JoinWish): Promise<Told<TeamSession>> {
	try {
		const local = await getAuthor(device);
		const isFree = local.id !== '' && !(await ownedAuthors(device)).includes(local.id);
		const answer = await team.join({
			secret: wish.secret,
			name: wish.name,
			deviceName: wish.deviceName,
			device: await deviceIdOf(device),
			author: isFree ? local.id : null
		});
		if ('problem' in answer) return answer;
		const { told: me } = answer;
		const session: TeamSession = {
			team: me.team,
			person: me.person,
			role: me.role,
			deviceName: me.device.name,
			authors: [...new Set([me.person.id, ...me.authors, ...(isFree ? [local.id] : [])])],
			joinedAt: device.now().toISOString()
		};
		await keepSession(device, session);
		await own(device, session.authors);
		return { told: session };
	} catch (error) {
		return { problem: sentenceOf(error), status: 0 };
	}
}

/** Author ids that belong to somebody in a team: nobody else may take them over. */
async function ownedAuthors({ db, steady }: Device): Promise<readonly string[]> {
	const row = await steady(() => db.meta.get('team-authors'));
	return (row?.value as readonly string[] | undefined) ?? [];
}

async function own(device: Device, authors: readonly string[]): Promise<void> {
	const known = await ownedAuthors(device);
	const value = [...new Set([...known, ...authors])];
	await device.steady(() => device.db.meta.put({ key: 'team-authors', value }));
}
