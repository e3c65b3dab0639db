import type { Json } from '../domain/answer.ts';
import type { Device } from './device.ts';
import { getSetting, setSetting } from './settings.ts';
import { team, type Project } from './team-client.ts';
import { getSession } from './team-session.ts';

/** The team's projects as this device heard of them last, so that they have names without a network. */
export async function knownProjects(device: Device): Promise<readonly Project[]> {
	const kept = await getSetting<Json>(device, 'projects');
	return Array.isArray(kept) ? kept.filter(isProject) : [];
}

/** Asks the team server once, if there is one; without an answer, what is known stays. */
export async function hearOfProjects(device: Device): Promise<void> {
	const session = await getSession(device);
	if (!session || session.ended) return;
	const answer = await team.projects();
	if ('told' in answer) {
		const projects = answer.told.projects.map(({ id, name }) => ({ id, name }));
		await setSetting(device, 'projects', projects);
	}
}

/** A project that the team does not know is called by its id: somebody typed its name. */
export function projectName(projects: readonly Project[], id: string): string {
	return projects.find((project) => project.id === id)?.name ?? id;
}

/** The id to write for a name: the team's, or the name itself where there is no such project. */
export function projectId(projects: readonly Project[], name: string): string {
	return projects.find((project) => project.name === name)?.id ?? name;
}

function isProject(json: unknown): json is Project {
	const { id, name } = (json ?? {}) as Partial<Record<string, unknown>>;
	return typeof id === 'string' && typeof name === 'string';
}
