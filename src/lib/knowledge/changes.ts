import type { Release } from '../domain/edition.ts';

/**
 * The knowledge's own history, newest first. Whoever changes a table raises KNOWLEDGE.version, says here what changed,
 * and stamps the tables: npm run knowledge -- --stamp.
 */
export const RELEASES: readonly Release[] = [
	{ version: '2026.11.1', date: '2026-11-23', changes: [] }
];

/** What came after a version, newest first; `undefined` for one that we do not know. */
export function changesSince(
	version: string,
	releases: readonly Release[] = RELEASES
): readonly Release[] | undefined {
	const at = releases.findIndex((release) => release.version === version);
	return at === -1 ? undefined : releases.slice(0, at);
}
