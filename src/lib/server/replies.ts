import * as v from 'valibot';
import { LIFE_STATES } from '../log/state.ts';
import { REVIEW_STATES } from '../log/team.ts';
import type { EndpointId } from './endpoints.ts';

/** What an endpoint answers with when it does what was asked: a JSON body, or a text of that media type. */
export type Reply = v.GenericSchema | 'text/plain' | 'text/event-stream';

const TEXT = v.string();
const MAYBE = v.nullable(v.string());
const COUNT = v.pipe(v.number(), v.integer(), v.minValue(0));
const ROLE = v.picklist(['lead', 'technician', 'viewer']);
const MOMENT = v.pipe(v.string(), v.isoTimestamp(), v.description('UTC, ISO 8601'));
const PROJECTS = v.pipe(v.nullable(v.array(TEXT)), v.description('null: every project'));
const NAMED = v.strictObject({ id: TEXT, name: TEXT });
const DONE = v.strictObject({});
const CURSOR = v.strictObject({ epoch: TEXT, seq: COUNT, chk: TEXT });

/** What a device delivered, untouched; a newer version may put more in. */
const EVENT = v.pipe(
	v.looseObject({
		id: v.pipe(TEXT, v.description('UUIDv7, made on the device')),
		survey: TEXT,
		path: v.pipe(TEXT, v.description('the register, such as answers/siteCode')),
		kind: v.pipe(TEXT, v.description('set, clear, resolve, or what a newer version invents')),
		value: v.unknown(),
		form: v.looseObject({ id: TEXT, version: v.number() }),
		supersedes: v.array(TEXT),
		author: v.looseObject({ id: TEXT, name: TEXT }),
		device: TEXT,
		hlc: TEXT,
		at: v.pipe(TEXT, v.description('the clock of the device, ISO 8601 with offset'))
	}),
	v.title('Event')
);
const STORED = v.strictObject({
	seq: COUNT,
	receivedAt: MOMENT,
	held: v.optional(
		v.pipe(TEXT, v.description('why it is not taken for an answer; absent when it is'))
	),
	event: EVENT
});
/** Of what is held, also what is no event at all: it is shown as it came. */
const HELD = v.strictObject({ ...STORED.entries, event: v.unknown() });

const ME = v.strictObject({
	team: NAMED,
	person: NAMED,
	role: ROLE,
	projects: PROJECTS,
	device: v.strictObject({ id: TEXT, name: TEXT, state: v.picklist(['active', 'retired']) }),
	authors: v.array(TEXT)
});
const INVITATION = v.strictObject({
	id: TEXT,
	role: ROLE,
	name: MAYBE,
	person: v.pipe(
		v.nullable(TEXT),
		v.description('whose next device it is for; null for somebody new')
	),
	projects: PROJECTS,
	expiresAt: MOMENT
});
const TOKEN = v.strictObject({
	id: TEXT,
	name: TEXT,
	expiresAt: MOMENT,
	usedAt: v.pipe(v.nullable(MOMENT), v.description('to the hour'))
});
const SURVEY = v.strictObject({
	id: TEXT,
	title: TEXT,
	state: v.picklist(LIFE_STATES),
	project: MAYBE,
	assignee: v.nullable(v.strictObject({ id: TEXT, name: TEXT })),
	review: v.nullable(v.strictObject({ state: v.picklist(REVIEW_STATES), by: TEXT, at: TEXT })),
	answers: v.pipe(COUNT, v.description('registers that hold a value, of the site and its parts')),
	conflicts: COUNT,
	changedAt: MOMENT
});

const PAGE = {
	reset: v.boolean(),
	cursor: CURSOR,
	from: v.nullable(CURSOR),
	skippedOwn: COUNT,
	filtered: COUNT,
	more: v.boolean()
};

export const REPLIES: Readonly<Record<EndpointId, Reply>> = {
	join: ME,
	me: ME,
	leave: DONE,
	push: v.strictObject({
		epoch: TEXT,
		accepted: COUNT,
		held: v.array(v.strictObject({ id: TEXT, why: TEXT })),
		refused: v.array(v.strictObject({ id: MAYBE, index: COUNT, why: TEXT })),
		seq: COUNT,
		at: MOMENT
	}),
	pull: v.union([
		v.strictObject({ ...PAGE, events: v.array(STORED) }),
		v.strictObject({
			...PAGE,
			columns: v.pipe(
				v.looseObject({}),
				v.description('for who asked so: the events, packed for a device of this product')
			)
		})
	]),
	hint: 'text/event-stream',
	renameTeam: DONE,
	people: v.strictObject({
		people: v.array(v.strictObject({ id: TEXT, name: TEXT, role: ROLE, projects: PROJECTS }))
	}),
	changePerson: DONE,
	devices: v.strictObject({
		devices: v.array(
			v.strictObject({
				id: TEXT,
				name: TEXT,
				person: NAMED,
				state: v.picklist(['active', 'retired', 'lost']),
				seenAt: v.nullable(MOMENT),
				unsent: COUNT,
				oldestUnsentAt: MAYBE,
				version: MAYBE,
				aheadMs: v.pipe(
					v.nullable(v.pipe(v.number(), v.integer())),
					v.description('how far its clock is ahead of the server’s, below 0 when it is behind')
				)
			})
		)
	}),
	turnDevice: DONE,
	invites: v.strictObject({ invites: v.array(INVITATION) }),
	invite: v.strictObject({ secret: TEXT, expiresAt: MOMENT }),
	revokeInvite: DONE,
	projects: v.strictObject({ projects: v.array(NAMED) }),
	addProject: NAMED,
	renameProject: DONE,
	held: v.strictObject({ held: v.array(HELD) }),
	release: DONE,
	redact: DONE,
	surveys: v.strictObject({ surveys: v.array(SURVEY) }),
	events: v.strictObject({
		events: v.array(STORED),
		cursor: v.strictObject({ seq: COUNT, chk: TEXT }),
		more: v.boolean()
	}),
	heads: v.strictObject({ events: v.array(EVENT) }),
	history: v.strictObject({ events: v.array(STORED) }),
	tokens: v.strictObject({ tokens: v.array(TOKEN) }),
	addToken: v.strictObject({ ...TOKEN.entries, token: TEXT }),
	revokeToken: DONE,
	metrics: 'text/plain'
};
