import type { ROLE_WORDS } from './sync-words';

/** What somebody may do in a team, and where. */
export interface Scope {
	readonly role: keyof typeof ROLE_WORDS;
	/** `null`: every project. */
	readonly projects: readonly string[] | null;
}

export interface Named {
	readonly id: string;
	readonly name: string;
}

/** "every project", or their names; one that the team no longer names is counted all the same. */
export function scopeText(ids: readonly string[] | null, projects: readonly Named[]): string {
	if (ids === null) return 'every project';
	if (ids.length === 0) return 'no project';
	return ids.map((id) => projects.find((each) => each.id === id)?.name ?? id).join(', ');
}
