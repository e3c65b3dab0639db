import { ADD_TOKEN, CHANGE_PERSON, INVITE, NAMED, TURN_DEVICE } from './bodies.ts';
import { bodyOf } from './body.ts';
import { deviceOf, DONE, doneIf, teamOf, type Handler } from './call.ts';
import { devicesOf, turnDevice } from './devices.ts';
import { invite, invitesOf, revokeInvite } from './invites.ts';
import { changePerson, peopleOf, personWith } from './people.ts';
import { addProject, projectsOf, renameProject } from './project-names.ts';
import { Refusal } from './reply.ts';
import type { Sql } from './sql.ts';
import type { Role } from './store.ts';
import { renameTeam } from './teams.ts';
import { makeToken, revokeToken, tokensOf } from './tokens.ts';

/** What a lead decides: people, devices, invitations, projects, keys, and what is held. */
export const LEAD_HANDLERS = {
	people: async ({ who, db }) => ({ body: { people: await peopleOf(db, teamOf(who)) } }),

	async changePerson({ request, who, db, part }) {
		const wish = await bodyOf(request, CHANGE_PERSON);
		await checkScope(db, teamOf(who), wish);
		return doneIf(await changePerson(db, teamOf(who), part, wish), 'person');
	},

	async renameTeam({ request, who, db }) {
		await renameTeam(db, teamOf(who), (await bodyOf(request, NAMED)).name);
		return DONE;
	},

	devices: async ({ who, db }) => ({ body: { devices: await devicesOf(db, teamOf(who)) } }),

	async turnDevice({ request, who, db, part }) {
		const { state } = await bodyOf(request, TURN_DEVICE);
		if (part === deviceOf(who).caller.device && state !== 'active')
			throw new Refusal(400, 'This is the device you are on: leave the team on it instead.');
		return doneIf(await turnDevice(db, teamOf(who), part, state), 'device');
	},

	invites: async ({ who, db, now }) => ({
		body: { invites: await invitesOf(db, teamOf(who), now()) }
	}),

	async invite({ request, who, db, now }) {
		const wish = await bodyOf(request, INVITE);
		const team = teamOf(who);
		await checkScope(db, team, wish);
		if (wish.person !== undefined && !(await personWith(db, team, wish.person)))
			throw new Refusal(404, 'The team has no such person.');
		return { body: await invite(db, team, wish, now()) };
	},

	revokeInvite: async ({ who, db, part }) =>
		doneIf(await revokeInvite(db, teamOf(who), part), 'invitation'),

	async addProject({ request, who, db, newId }) {
		const { name } = await bodyOf(request, NAMED);
		const project = { id: newId(), name };
		await addProject(db, teamOf(who), project);
		return { body: project };
	},

	async renameProject({ request, who, db, part }) {
		const { name } = await bodyOf(request, NAMED);
		return doneIf(await renameProject(db, teamOf(who), { id: part, name }), 'project');
	},

	held: async ({ who, store }) => ({ body: { held: await store.held(teamOf(who)) } }),

	async release({ who, store, part }) {
		await store.release(teamOf(who), part);
		return DONE;
	},

	async redact({ who, store, part }) {
		await store.redact(teamOf(who), part, deviceOf(who).caller.person.id);
		return DONE;
	},

	tokens: async ({ who, db }) => ({ body: { tokens: await tokensOf(db, teamOf(who)) } }),

	async addToken({ request, who, db, newId, now }) {
		const { name, days } = await bodyOf(request, ADD_TOKEN);
		return { body: await makeToken(db, teamOf(who), { id: newId(), name, days }, now()) };
	},

	revokeToken: async ({ who, db, part }) => doneIf(await revokeToken(db, teamOf(who), part), 'key')
} satisfies Readonly<Record<string, Handler>>;

interface Scope {
	readonly role: Role;
	readonly projects?: readonly string[] | null | undefined;
}

/** Whoever may invite, release and read all that stands cannot be kept from a project. */
async function checkScope(sql: Sql, team: string, { role, projects }: Scope) {
	if (!projects) return;
	if (role === 'lead') throw new Refusal(400, 'A lead sees every project: name no projects.');
	const known = new Set((await projectsOf(sql, team)).map(({ id }) => id));
	if (!projects.every((id) => known.has(id)))
		throw new Refusal(404, 'The team has no such project.');
}
