import type { Method } from '../domain/method.ts';

/** The six methods, in the order of the source document. */
export const METHODS: readonly Method[] = [
	{
		id: 'sepm',
		name: 'Symantec Endpoint Protection Manager',
		short: 'SEPM',
		summary:
			'The management server gives content to the clients that it manages, at their heartbeat. This is the vendor’s default.',
		platforms: ['windows', 'mac', 'linux'],
		limits: [
			'It has no schedule: clients take content when their communication mode and heartbeat say so.',
			'Mac and Linux clients need Apache on the SEPM set up as a reverse proxy, and take no deltas.'
		],
		sources: ['SEED', 'KB227924']
	},
	{
		id: 'gup',
		name: 'Group Update Provider',
		short: 'GUP',
		summary:
			'A client at the site fetches each package from the SEPM once and passes it on to the other clients.',
		platforms: ['windows'],
		limits: [
			'It carries no client software and no policies.',
			'Its clients must still reach the SEPM for policies and to learn of new content.'
		],
		sources: ['SEED', 'KB177667']
	},
	{
		id: 'lua',
		name: 'Internal LiveUpdate server',
		short: 'Internal LiveUpdate',
		summary:
			'A server of your own (LiveUpdate Administrator) copies content from Symantec; clients take it from there.',
		platforms: ['windows', 'mac', 'linux'],
		limits: [
			'It must not stand on the machine of the SEPM.',
			'It mirrors everything for each chosen product, and has no deltas of the SEPM’s kind.'
		],
		sources: ['SEED', 'KB153947', 'CB-LUA2']
	},
	{
		id: 'liveupdate',
		name: 'External Symantec LiveUpdate server',
		short: 'External LiveUpdate',
		summary: 'Clients take content from Symantec’s servers over the internet, on a schedule.',
		platforms: ['windows', 'mac', 'linux'],
		limits: ['It is not meant for large numbers of managed clients in one network.'],
		sources: ['SEED']
	},
	{
		id: 'third-party',
		name: 'Third-party tool distribution',
		short: 'Third-party tool',
		summary:
			'A staging SEPM fetches content; your software distribution tool carries the files to the clients.',
		platforms: ['windows'],
		limits: ['It needs a SEPM for staging, and a tool that reaches the clients.'],
		sources: ['SEED', 'KB151483']
	},
	{
		id: 'intelligent-updater',
		name: 'Intelligent Updater',
		short: 'Intelligent Updater',
		summary:
			'Self-extracting files are downloaded, carried to each client and run there, by hand or by script.',
		platforms: ['windows'],
		limits: [
			'It carries virus, security risk and intrusion prevention content only.',
			'It must be repeated by hand before the content is too old.'
		],
		sources: ['SEED', 'TECH104363']
	}
];
