import { renderSVG } from 'uqr';
import {
	team,
	type Person,
	type Project,
	type TeamDevice,
	type Told
} from '$lib/device/team-client';
import type { Stored } from '$lib/log/wire';

/** What only the team server knows, as a lead sees it: read when the page is opened, and after each change. */
export class Lead {
	people = $state.raw<readonly Person[]>([]);
	devices = $state.raw<readonly TeamDevice[]>([]);
	projects = $state.raw<readonly Project[]>([]);
	held = $state.raw<readonly Stored[]>([]);
	invite = $state.raw<{ link: string; svg: string; expiresAt: string }>();
	problem = $state('');

	async read() {
		this.problem = '';
		const [people, devices, projects, held] = await Promise.all([
			team.people(),
			team.devices(),
			team.projects(),
			team.held()
		]);
		this.people = this.#of(people)?.people ?? this.people;
		this.devices = this.#of(devices)?.devices ?? this.devices;
		this.projects = this.#of(projects)?.projects ?? this.projects;
		this.held = this.#of(held)?.held ?? this.held;
	}

	async makeInvite(wish: Parameters<typeof team.invite>[0]) {
		const made = this.#of(await team.invite(wish));
		if (!made) return;
		const link = `${location.origin}/join#${made.secret}`;
		this.invite = { link, svg: renderSVG(link), expiresAt: made.expiresAt };
	}

	async turnDevice(id: string, state: TeamDevice['state']) {
		if (this.#of(await team.turnDevice(id, state))) await this.read();
	}

	async addProject(name: string) {
		if (this.#of(await team.addProject(name))) await this.read();
	}

	async release(id: string) {
		if (this.#of(await team.release(id))) await this.read();
	}

	#of<T>(answer: Told<T>): T | undefined {
		if ('told' in answer) return answer.told;
		this.problem = answer.problem;
		return undefined;
	}
}
