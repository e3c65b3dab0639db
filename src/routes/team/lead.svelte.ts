import { renderSVG } from 'uqr';
import {
	team,
	type OpenInvite,
	type Person,
	type Project,
	type Scope,
	type ScriptKey,
	type TeamDevice,
	type Told
} from '$lib/device/team-client';
import { hearOfMe } from '$lib/device/team-me';
import type { Stored } from '$lib/log/wire';
import { device } from '../device';

/** What only the team server knows, as a lead sees it: read when the page is opened, and after each change. */
export class Lead {
	people = $state.raw<readonly Person[]>([]);
	devices = $state.raw<readonly TeamDevice[]>([]);
	projects = $state.raw<readonly Project[]>([]);
	held = $state.raw<readonly Stored[]>([]);
	invites = $state.raw<readonly OpenInvite[]>([]);
	keys = $state.raw<readonly ScriptKey[]>([]);
	/** Made just now, and readable only here. */
	key = $state.raw<{ name: string; token: string }>();
	invite = $state.raw<{ link: string; svg: string; expiresAt: string }>();
	problem = $state('');

	async read() {
		this.problem = '';
		const [people, devices, projects, held, invites, keys] = await Promise.all([
			team.people(),
			team.devices(),
			team.projects(),
			team.held(),
			team.invites(),
			team.keys()
		]);
		this.people = this.#of(people)?.people ?? this.people;
		this.devices = this.#of(devices)?.devices ?? this.devices;
		this.projects = this.#of(projects)?.projects ?? this.projects;
		this.held = this.#of(held)?.held ?? this.held;
		this.invites = this.#of(invites)?.invites ?? this.invites;
		this.keys = this.#of(keys)?.tokens ?? this.keys;
	}

	async makeInvite(wish: Parameters<typeof team.invite>[0]) {
		const made = this.#of(await team.invite(wish));
		if (!made) return;
		const link = `${location.origin}/join#${made.secret}`;
		this.invite = { link, svg: renderSVG(link), expiresAt: made.expiresAt };
		await this.read();
	}

	async makeKey(name: string, days: number) {
		const made = this.#of(await team.makeKey(name, days));
		if (!made) return;
		this.key = made;
		await this.read();
	}

	endKey = (id: string) => this.#change(team.endKey(id));
	revokeInvite = (id: string) => this.#change(team.revokeInvite(id));
	turnDevice = (id: string, state: TeamDevice['state']) => this.#change(team.turnDevice(id, state));
	addProject = (name: string) => this.#change(team.addProject(name));
	renameProject = (id: string, name: string) => this.#change(team.renameProject(id, name));
	release = (id: string) => this.#change(team.release(id));

	/** It may be this very person, or the name of his team. */
	async changePerson(id: string, scope: Scope) {
		await this.#change(team.changePerson(id, scope));
		await hearOfMe(device);
	}

	async rename(name: string) {
		await this.#change(team.rename(name));
		await hearOfMe(device);
	}

	async #change(asked: Promise<Told<unknown>>) {
		if (this.#of(await asked)) await this.read();
	}

	#of<T>(answer: Told<T>): T | undefined {
		if ('told' in answer) return answer.told;
		this.problem = answer.problem;
		return undefined;
	}
}
