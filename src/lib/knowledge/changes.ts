import type { Release } from '../domain/edition.ts';

/**
 * The knowledge's own history, newest first. Whoever changes a table raises KNOWLEDGE.version, says here what changed,
 * and stamps the tables: npm run knowledge -- --stamp.
 */
export const RELEASES: readonly Release[] = [
	{
		version: '2026.11.3',
		date: '2026-11-23',
		changes: [
			{
				kind: 'rule',
				id: 'sepm-daily-load',
				what: 'Mac and Linux clients, for which the SEPM makes no deltas, count with a full set for each release, as they do in the table of transfers.'
			},
			{
				kind: 'rule',
				id: 'gup-daily-load',
				what: 'The day it speaks of holds the full sets of Mac and Linux clients, too.'
			},
			{
				kind: 'advice',
				id: 'month-over-cap',
				what: 'The month holds the full sets of Mac and Linux clients, too.'
			},
			{
				kind: 'step',
				id: 'monitoring',
				what: 'What is watched after the roll-out names the groups, the GUPs, the SEPM’s version and the age limit of the site.'
			}
		]
	},
	{
		version: '2026.11.2',
		date: '2026-11-23',
		changes: [
			{
				kind: 'advice',
				id: 'gup-port-closed',
				what: 'A blocked port to the GUP is an error; one that must be requested is a warning.'
			},
			{
				kind: 'advice',
				id: 'month-over-cap',
				what: 'The first month is compared with the gigabytes of the contract, with and without a GUP.'
			},
			{
				kind: 'advice',
				id: 'uplink-logs',
				what: 'Heartbeats with full logging are compared with the link back to the SEPM.'
			},
			{
				kind: 'advice',
				id: 'link-fails-often',
				what: 'A link that fails once a week or more is warned of.'
			},
			{
				kind: 'advice',
				id: 'system-proxy',
				what: 'For external LiveUpdate the SYSTEM account must be shown to pass the proxy.'
			},
			{
				kind: 'advice',
				id: 'third-party-no-local-point',
				what: 'A tool without a point at the site is warned of, and every client counts on the link.'
			},
			{
				kind: 'advice',
				id: 'some-too-old',
				what: 'The table of client versions is searched for clients that get no content any more.'
			},
			{
				kind: 'advice',
				id: 'formula-kilobytes',
				what: 'Two more contradictions between sources are told on the plan: the unit of the vendor’s formula, and (edge-of-revisions) a client exactly as far behind as revisions are kept.'
			},
			{
				kind: 'rule',
				id: 'candidate-office-hours',
				what: 'A computer that is on in office hours may serve up to 50 clients, with a caution.'
			},
			{
				kind: 'limit',
				id: 'logUploadMaxPercent',
				what: 'New: 50 %, our own.'
			},
			{ kind: 'limit', id: 'manyOutages', what: 'New: 4 times a month, our own.' },
			{
				kind: 'step',
				id: 'B-01',
				what: 'Steps of every checklist print more of what the survey noted: subnets, servers, other jobs, dates before the change.'
			},
			{
				kind: 'question',
				id: 'wanRoundTripMs',
				what: 'Every question that nothing is decided by says what it is kept for.'
			},
			{
				kind: 'source',
				id: 'TD-RANDLU',
				what: 'Every source is relied on, or says why it is listed all the same.'
			}
		]
	},
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
