import type * as v from 'valibot';
import {
	ADD_TOKEN,
	CHANGE_PERSON,
	EMPTY,
	EVENTS_QUERY,
	INVITE,
	JOIN,
	NAMED,
	PULL,
	PUSH,
	TURN_DEVICE
} from './bodies.ts';
import type { Role } from './store.ts';

/** Who may call: nobody in particular, somebody of the team by role, or a script with a key. */
export type Access = 'anyone' | Role | 'script';

export interface Endpoint {
	readonly method: 'GET' | 'POST';
	/** Below /api/v1; `{id}` stands for one part. */
	readonly path: string;
	readonly about: string;
	readonly access: readonly Access[];
	readonly body?: v.GenericSchema;
	/** What may follow "?" in the address. */
	readonly query?: v.ObjectSchema<v.ObjectEntries, undefined>;
	/** A retired device may still deliver. */
	readonly forRetired?: boolean;
}

const EVERYBODY = ['lead', 'technician', 'viewer'] as const;
const LEAD = ['lead'] as const;
const LEAD_AND_SCRIPT = ['lead', 'script'] as const;

/** Every endpoint there is: the server serves no other, the test of access goes through them, the OpenAPI file lists them. */
export const ENDPOINTS = {
	join: {
		method: 'POST',
		path: '/join',
		about: 'Takes an invitation up, once; the device gets its token as a cookie.',
		access: ['anyone'],
		body: JOIN
	},
	me: { method: 'GET', path: '/me', about: 'Who asks, as the team knows him.', access: EVERYBODY },
	leave: {
		method: 'POST',
		path: '/leave',
		about: 'The device works alone from now on; its token ends.',
		access: EVERYBODY,
		body: EMPTY,
		forRetired: true
	},
	push: {
		method: 'POST',
		path: '/sync/push',
		about: 'Delivers events; each may be delivered any number of times.',
		access: ['lead', 'technician'],
		body: PUSH,
		forRetired: true
	},
	pull: {
		method: 'POST',
		path: '/sync/pull',
		about: 'The events that follow a cursor.',
		access: EVERYBODY,
		body: PULL
	},
	hint: {
		method: 'GET',
		path: '/sync/hint',
		about: 'A stream of the team’s last number, whenever it changes.',
		access: EVERYBODY
	},
	renameTeam: {
		method: 'POST',
		path: '/team',
		about: 'Gives the team another name.',
		access: LEAD,
		body: NAMED
	},
	people: {
		method: 'GET',
		path: '/people',
		about: 'Everybody of the team.',
		access: LEAD_AND_SCRIPT
	},
	changePerson: {
		method: 'POST',
		path: '/people/{id}',
		about: 'Changes what somebody may do, and in which projects. One lead always stays.',
		access: LEAD,
		body: CHANGE_PERSON
	},
	devices: {
		method: 'GET',
		path: '/devices',
		about: 'Every device, when it was seen last and what waits on it.',
		access: LEAD_AND_SCRIPT
	},
	turnDevice: {
		method: 'POST',
		path: '/devices/{id}',
		about: 'Retires a device, says that it is lost, or takes it back.',
		access: LEAD,
		body: TURN_DEVICE
	},
	invites: { method: 'GET', path: '/invites', about: 'Invitations still open.', access: LEAD },
	invite: {
		method: 'POST',
		path: '/invites',
		about: 'Makes an invitation for one device; it can be used once, within a week.',
		access: LEAD,
		body: INVITE
	},
	revokeInvite: {
		method: 'POST',
		path: '/invites/{id}/revoke',
		about: 'Takes an invitation back.',
		access: LEAD,
		body: EMPTY
	},
	projects: {
		method: 'GET',
		path: '/projects',
		about: 'Projects that the caller may see.',
		access: [...EVERYBODY, 'script']
	},
	addProject: {
		method: 'POST',
		path: '/projects',
		about: 'Adds a project.',
		access: LEAD,
		body: NAMED
	},
	renameProject: {
		method: 'POST',
		path: '/projects/{id}',
		about: 'Gives a project another name; its surveys stay in it.',
		access: LEAD,
		body: NAMED
	},
	held: {
		method: 'GET',
		path: '/held',
		about: 'Events that were stored but not taken for answers, and why.',
		access: LEAD
	},
	release: {
		method: 'POST',
		path: '/held/{id}/release',
		about: 'Takes a held event for an answer.',
		access: LEAD,
		body: EMPTY
	},
	redact: {
		method: 'POST',
		path: '/events/{id}/redact',
		about: 'Erases the value of an event for good.',
		access: LEAD,
		body: EMPTY
	},
	surveys: {
		method: 'GET',
		path: '/surveys',
		about: 'Every survey: its title, project, state and how much stands in it.',
		access: LEAD_AND_SCRIPT
	},
	events: {
		method: 'GET',
		path: '/events',
		about:
			'The events that count as answers, in the order in which the team had them, page by page. One that was released or erased comes again, under a new number and the same id.',
		access: LEAD_AND_SCRIPT,
		query: EVENTS_QUERY
	},
	heads: {
		method: 'GET',
		path: '/heads',
		about: 'What stands of every survey: the events that no other supersedes.',
		access: LEAD_AND_SCRIPT
	},
	history: {
		method: 'GET',
		path: '/surveys/{id}/events',
		about:
			'Every event of one survey that counts as an answer, in the order in which the team had them.',
		access: LEAD_AND_SCRIPT
	},
	tokens: { method: 'GET', path: '/tokens', about: 'Keys of scripts.', access: LEAD },
	addToken: {
		method: 'POST',
		path: '/tokens',
		about: 'Makes a key for a script; it reads what a lead reads, and changes nothing.',
		access: LEAD,
		body: ADD_TOKEN
	},
	revokeToken: {
		method: 'POST',
		path: '/tokens/{id}/revoke',
		about: 'Ends the key of a script.',
		access: LEAD,
		body: EMPTY
	},
	metrics: {
		method: 'GET',
		path: '/metrics',
		about: 'Counts of this node, as Prometheus reads them.',
		access: LEAD_AND_SCRIPT
	}
} as const satisfies Record<string, Endpoint>;

export type EndpointId = keyof typeof ENDPOINTS;

/** The endpoint of an address below /api/v1, and what stands for `{id}`. */
export function endpointAt(
	method: string,
	path: string
): { readonly id: EndpointId; readonly part: string } | undefined {
	const parts = path.split('/');
	for (const [id, endpoint] of Object.entries(ENDPOINTS)) {
		if (endpoint.method !== method) continue;
		const asked = endpoint.path.split('/');
		const fits =
			asked.length === parts.length &&
			asked.every((name, index) => name === '{id}' || name === parts[index]);
		if (!fits) continue;
		const at = asked.indexOf('{id}');
		const part = at < 0 ? '' : decoded(parts[at] ?? '');
		// Nothing has such an id, and PostgreSQL takes no question about it.
		return part.includes('\0') ? undefined : { id: id as EndpointId, part };
	}
	return undefined;
}

function decoded(part: string): string {
	try {
		return decodeURIComponent(part);
	} catch {
		return part;
	}
}
