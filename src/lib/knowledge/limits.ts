import type { Limit } from '../domain/rule.ts';

/** Every number that a rule or an advice compares with. All can be changed for a survey, and the plan says when one was. */
export const LIMITS: readonly Limit[] = [
	{
		id: 'gupMinClients',
		value: 10,
		unit: 'clients',
		meaning: 'A site with fewer Windows clients gets no Group Update Provider.',
		from: 'vendor',
		sources: ['TECH92051']
	},
	{
		id: 'gupServerClients',
		value: 50,
		unit: 'clients',
		meaning: 'For more Windows clients the Group Update Provider is an always-on server.',
		from: 'vendor',
		sources: ['TECH92051']
	},
	{
		id: 'gupManyClients',
		value: 1000,
		unit: 'clients',
		meaning:
			'More Windows clients at one site count as a large number: GUPs take load off the SEPM.',
		from: 'ours',
		sources: ['OURS', 'SEED']
	},
	{
		id: 'luaMinClients',
		value: 10_000,
		unit: 'clients',
		meaning: 'A network with more clients is large enough for an internal LiveUpdate server.',
		from: 'vendor',
		sources: ['SEED']
	},
	{
		id: 'luaMinUnmanaged',
		value: 1700,
		unit: 'clients',
		meaning: 'From this many unmanaged clients behind one line an internal LiveUpdate server pays.',
		from: 'vendor',
		sources: ['TECH93409']
	},
	{
		id: 'sepmSiteMaxClients',
		value: 10_000,
		unit: 'clients',
		meaning: 'For more clients at one place consider another SEPM site.',
		from: 'vendor',
		sources: ['TECH92051']
	},
	{
		id: 'liveupdateMaxNetworked',
		value: 250,
		unit: 'clients',
		meaning:
			'More managed clients in one network count as too many for the external LiveUpdate servers.',
		from: 'ours',
		sources: ['OURS', 'SEED']
	},
	{
		id: 'byHandMaxClients',
		value: 100,
		unit: 'clients',
		meaning: 'More clients are too many to be updated by hand, one by one.',
		from: 'ours',
		sources: ['OURS']
	},
	{
		id: 'pushMaxClients',
		value: 100,
		unit: 'clients',
		meaning: 'For more clients push mode is not advised (a forum’s figure, not the vendor’s).',
		from: 'ours',
		sources: ['CON-HB']
	},
	{
		id: 'longHeartbeatClients',
		value: 1000,
		unit: 'clients',
		meaning: 'From this many clients on, the longest heartbeat that security allows.',
		from: 'vendor',
		sources: ['HOWTO55060']
	},
	{
		id: 'shortHeartbeatMinutes',
		value: 30,
		unit: 'minutes',
		meaning: 'A heartbeat of this or less limits how many clients one SEPM can carry.',
		from: 'vendor',
		sources: ['HOWTO55060']
	},
	{
		id: 'loadAlertRequests',
		value: 25,
		unit: 'requests',
		meaning: 'The SEPM alerts when this many full sets are asked for within ten minutes.',
		from: 'vendor',
		sources: ['KB162437']
	},
	{
		id: 'logUploadMaxPercent',
		value: 50,
		unit: '%',
		meaning: 'Heartbeats with full logging may not need more of the link back to the SEPM.',
		from: 'ours',
		sources: ['OURS', 'KB156653']
	},
	{
		id: 'manyOutages',
		value: 4,
		unit: 'times a month',
		meaning: 'A link that fails as often, once a week, counts as unreliable.',
		from: 'ours',
		sources: ['OURS']
	},
	{
		id: 'revisionsAtLeast',
		value: 10,
		unit: 'revisions',
		meaning: 'Fewer revisions do not carry clients over a long weekend.',
		from: 'vendor',
		sources: ['TECH92051', 'KB180512']
	},
	{
		id: 'revisionsTarget',
		value: 90,
		unit: 'revisions',
		meaning: 'The number the vendor now recommends to keep.',
		from: 'vendor',
		sources: ['KB152377']
	}
];
