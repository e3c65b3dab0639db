import { byTime, type LogEvent } from '../log/event.ts';
import type { Who } from './access.ts';
import { bodyOf } from './body.ts';
import type { Counts } from './counts.ts';
import { callerWith, devicesOf, endDevice, heardFrom, turnDevice } from './devices.ts';
import { INVITE, JOIN, NAMED, PULL, PUSH, TURN_DEVICE, type EndpointId } from './endpoints.ts';
import type { Hints } from './hints.ts';
import { authorsOfPerson, invite, invitesOf, join, revokeInvite } from './invites.ts';
import { judgeFor } from './judge.ts';
import { peopleOf, personWith } from './people.ts';
import { Refusal } from './reply.ts';
import type { Database } from './sql.ts';
import type { Caller, EventStore } from './store.ts';
import { epochFor, teamLog } from './teams.ts';
import { makeToken, revokeToken, tokensOf } from './tokens.ts';

/** One request, past the door. */
export interface Call {
	readonly request: Request;
	/** What stands for `{id}` in the address. */
	readonly part: string;
	readonly who: Who;
	readonly db: Database;
	readonly store: EventStore;
	readonly hints: Hints;
	readonly counts: Counts;
	readonly now: () => Date;
	readonly newId: () => string;
}

export interface Told {
	readonly body: unknown;
	/** Handed to the device as its cookie. */
	readonly token?: string;
	/** The device's cookie ends. */
	readonly isEnd?: boolean;
}

const DONE: Told = { body: {} };

/** What each endpoint does; who may call it was settled before. */
export const HANDLERS: Readonly<Record<EndpointId, (call: Call) => Promise<Told | Response>>> = {
	async join({ request, db, now, newId }) {
		const wish = await bodyOf(request, JOIN);
		const joined = await join(db, wish, newId, now());
		if (!joined)
			throw new Refusal(
				404,
				'This link is not valid, was used already, or is too old. Ask your lead for a new one.'
			);
		const found = await callerWith(db, joined.token, now());
		return { body: await meOf(db, found!), token: joined.token };
	},

	me: async ({ who, db }) => ({ body: await meOf(db, deviceOf(who)) }),

	async leave({ who, db }) {
		await endDevice(db, deviceOf(who).caller);
		return { body: {}, isEnd: true };
	},

	async push({ request, who, db, store, counts, now }) {
		const { caller } = deviceOf(who);
		const wish = await bodyOf(request, PUSH);
		checkDevice(caller, wish.device);
		await heardFrom(db, caller, wish.outbox, versionIn(request), now());
		if (wish.epoch !== null && wish.epoch !== (await epochOf(db, caller)))
			throw new Refusal(409, 'The log of the team is another one: pull first.');
		const reply = await store.append(caller, wish.events, await judgeFor(db, caller));
		counts.add('sitewalk_events_total', { outcome: 'accepted' }, reply.accepted);
		counts.add('sitewalk_events_total', { outcome: 'held' }, reply.held.length);
		counts.add('sitewalk_events_total', { outcome: 'refused' }, reply.refused.length);
		return { body: reply };
	},

	async pull({ request, who, db, store, now }) {
		const { caller } = deviceOf(who);
		const wish = await bodyOf(request, PULL);
		checkDevice(caller, wish.device);
		await heardFrom(db, caller, undefined, versionIn(request), now());
		return { body: await store.read(caller, wish.cursor, wish.own, wish.limit) };
	},

	hint: async ({ who, hints }) => hints.stream(deviceOf(who).caller.team),

	people: async ({ who, db }) => ({ body: { people: await peopleOf(db, teamOf(who)) } }),
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
		// Whoever may invite, release and read all that stands cannot be kept from a project.
		if (wish.role === 'lead' && wish.projects)
			throw new Refusal(400, 'A lead sees every project: invite with no projects named.');
		if (wish.person !== undefined && !(await personWith(db, team, wish.person)))
			throw new Refusal(404, 'The team has no such person.');
		return { body: await invite(db, team, wish, now()) };
	},

	revokeInvite: async ({ who, db, part }) =>
		doneIf(await revokeInvite(db, teamOf(who), part), 'invitation'),

	async projects({ who, db }) {
		const rows = await db.all<{ id: string; name: string }>(
			'select id, name from project where team = $1 order by name, id',
			[teamOf(who)]
		);
		const limit = who.kind === 'device' ? who.caller.projects : null;
		const seen = rows.filter(({ id }) => limit?.includes(id) ?? true);
		return { body: { projects: seen } };
	},

	async addProject({ request, who, db, newId }) {
		const { name } = await bodyOf(request, NAMED);
		const id = newId();
		await db.run('insert into project (team, id, name) values ($1, $2, $3)', [
			teamOf(who),
			id,
			name
		]);
		return { body: { id, name } };
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

	async heads({ who, store }) {
		const heads = await store.heads(teamOf(who));
		return { body: { events: heads.map(({ event }) => event).sort(bySurvey) } };
	},

	history: async ({ who, store, part }) => ({
		body: { events: await store.history(teamOf(who), part) }
	}),

	tokens: async ({ who, db }) => ({ body: { tokens: await tokensOf(db, teamOf(who)) } }),

	async addToken({ request, who, db, newId, now }) {
		const { name } = await bodyOf(request, NAMED);
		return { body: await makeToken(db, teamOf(who), { id: newId(), name }, now()) };
	},

	revokeToken: async ({ who, db, part }) => doneIf(await revokeToken(db, teamOf(who), part), 'key'),

	metrics: async ({ counts }) =>
		new Response(counts.text(), { headers: { 'content-type': 'text/plain; version=0.0.4' } })
};

type DeviceCall = Extract<Who, { kind: 'device' }>;

function deviceOf(who: Who): DeviceCall {
	if (who.kind !== 'device') throw new Refusal(401, 'Only a device of the team may do this.');
	return who;
}

function teamOf(who: Who): string {
	return who.kind === 'script' ? who.team : deviceOf(who).caller.team;
}

async function meOf(
	db: Database,
	{ caller, teamName, deviceName }: Pick<DeviceCall, 'caller' | 'teamName' | 'deviceName'>
) {
	const { team, person, role, projects, device, deviceState } = caller;
	return {
		team: { id: team, name: teamName },
		person,
		role,
		projects,
		device: { id: device, name: deviceName, state: deviceState },
		authors: await authorsOfPerson(db, team, person.id)
	};
}

/** A cookie that came to another browser's database: that one must join for itself. */
function checkDevice(caller: Caller, device: string) {
	if (device !== caller.device)
		throw new Refusal(401, 'This browser’s data are not those that joined: join again by a link.');
}

function epochOf(db: Database, caller: Caller): Promise<string> {
	return teamLog(db, caller.team).then((log) => epochFor(db, caller, log));
}

function versionIn(request: Request): string | null {
	return request.headers.get('x-sitewalk-version')?.slice(0, 100) ?? null;
}

function doneIf(isDone: boolean, what: string): Told {
	if (!isDone) throw new Refusal(404, `The team has no such ${what}.`);
	return DONE;
}

function bySurvey(a: LogEvent, b: LogEvent): number {
	return a.survey < b.survey ? -1 : a.survey > b.survey ? 1 : byTime(a, b);
}
