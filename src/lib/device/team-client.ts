import { PROTOCOL, PROTOCOL_HEADER, type Stored } from '../log/wire.ts';
import type { TeamRole } from './team-session.ts';

/** What the team server says of who asks. */
export interface Me {
	readonly team: { readonly id: string; readonly name: string };
	readonly person: { readonly id: string; readonly name: string };
	readonly role: TeamRole;
	readonly projects: readonly string[] | null;
	readonly device: { readonly id: string; readonly name: string; readonly state: string };
	readonly authors: readonly string[];
}

export interface Person {
	readonly id: string;
	readonly name: string;
	readonly role: TeamRole;
	/** `null`: every project. */
	readonly projects: readonly string[] | null;
}

/** What somebody may do, and where. */
export type Scope = Pick<Person, 'role' | 'projects'>;

export interface OpenInvite {
	readonly id: string;
	readonly role: TeamRole;
	readonly name: string | null;
	/** Whose next device it is for; absent from a server of before. */
	readonly person?: string | null;
	readonly projects?: readonly string[] | null;
	readonly expiresAt: string;
}

/** A key for a script. */
export interface ScriptKey {
	readonly id: string;
	readonly name: string;
	readonly expiresAt: string;
	readonly usedAt: string | null;
}

export interface TeamDevice {
	readonly id: string;
	readonly name: string;
	readonly person: { readonly id: string; readonly name: string };
	readonly state: 'active' | 'retired' | 'lost';
	readonly seenAt: string | null;
	readonly unsent: number;
	readonly oldestUnsentAt: string | null;
	readonly version: string | null;
	/** How far its clock is ahead of the team server's; below 0 when it is behind. */
	readonly aheadMs: number | null;
}

export interface Project {
	readonly id: string;
	readonly name: string;
}

export interface Invite {
	readonly secret: string;
	readonly expiresAt: string;
}

/** What was asked for, or a sentence on why not. `status` is 0 without a network. */
export type Told<T> = { readonly told: T } | { readonly problem: string; readonly status: number };

const TIMEOUT_MS = 20_000;
const NO_NETWORK =
	'The team server cannot be reached from here. Nothing is lost: try again with a network.';

export const team = {
	join: (wish: {
		secret: string;
		name: string;
		device: string;
		deviceName: string;
		author: string | null;
	}) => ask<Me>('POST', 'join', wish),
	me: () => ask<Me>('GET', 'me'),
	leave: () => ask<unknown>('POST', 'leave', {}),
	people: () => ask<{ people: readonly Person[] }>('GET', 'people'),
	devices: () => ask<{ devices: readonly TeamDevice[] }>('GET', 'devices'),
	turnDevice: (id: string, state: TeamDevice['state']) =>
		ask<unknown>('POST', at('devices', id), { state }),
	invite: (wish: {
		role: TeamRole;
		name?: string;
		person?: string;
		projects?: readonly string[] | null;
	}) => ask<Invite>('POST', 'invites', wish),
	invites: () => ask<{ invites: readonly OpenInvite[] }>('GET', 'invites'),
	revokeInvite: (id: string) => ask<unknown>('POST', `${at('invites', id)}/revoke`, {}),
	rename: (name: string) => ask<unknown>('POST', 'team', { name }),
	changePerson: (id: string, scope: Scope) => ask<unknown>('POST', at('people', id), scope),
	renameProject: (id: string, name: string) => ask<unknown>('POST', at('projects', id), { name }),
	keys: () => ask<{ tokens: readonly ScriptKey[] }>('GET', 'tokens'),
	makeKey: (name: string, days: number) =>
		ask<ScriptKey & { token: string }>('POST', 'tokens', { name, days }),
	endKey: (id: string) => ask<unknown>('POST', `${at('tokens', id)}/revoke`, {}),
	projects: () => ask<{ projects: readonly Project[] }>('GET', 'projects'),
	addProject: (name: string) => ask<Project>('POST', 'projects', { name }),
	held: () => ask<{ held: readonly Stored[] }>('GET', 'held'),
	release: (id: string) => ask<unknown>('POST', `${at('held', id)}/release`, {})
};

function at(place: string, id: string): string {
	return `${place}/${encodeURIComponent(id)}`;
}

async function ask<T>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Told<T>> {
	try {
		const response = await fetch(`/api/v1/${path}`, {
			method,
			headers: {
				[PROTOCOL_HEADER]: PROTOCOL,
				...(body === undefined ? {} : { 'content-type': 'application/json' })
			},
			...(body === undefined ? {} : { body: JSON.stringify(body) }),
			redirect: 'error',
			cache: 'no-store',
			signal: AbortSignal.timeout(TIMEOUT_MS)
		});
		if (response.headers.get(PROTOCOL_HEADER) !== PROTOCOL)
			return { problem: NO_NETWORK, status: 0 };
		const json: unknown = await response.json();
		if (response.ok) return { told: json as T };
		return { problem: problemIn(json) ?? wordsFor(response.status), status: response.status };
	} catch {
		return { problem: NO_NETWORK, status: 0 };
	}
}

function problemIn(json: unknown): string | undefined {
	const problem =
		typeof json === 'object' && json !== null && 'problem' in json ? json.problem : undefined;
	return typeof problem === 'string' ? problem : undefined;
}

function wordsFor(status: number): string {
	if (status === 401) return 'The team server does not know this device: join again by a link.';
	if (status === 403) return 'Only a lead may do this.';
	if (status === 404 || status === 410)
		return 'This link is not valid, was used already, or is too old. Ask your lead for a new one.';
	if (status === 429) return 'The team server is busy: wait a minute, then try again.';
	return `The team server could not do this (${status}). Try again later.`;
}
