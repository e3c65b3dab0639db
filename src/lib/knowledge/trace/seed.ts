import type { Traced } from '../../domain/edition.ts';

function seed(id: string, about: string, by: readonly string[], why?: string): Traced {
	return { id: `seed-${id}`, from: 'SEED', about, by, ...(why === undefined ? {} : { why }) };
}

/** The source document, statement by statement, in its order and in our words. */
export const SEED_TRACE: readonly Traced[] = [
	seed(
		'why-change',
		'Platform, network, number of clients and policies may speak against the default.',
		[
			'platform',
			'sepmReachable',
			'clients',
			'contentMustBeTested',
			'sepm-thin-link',
			'gup-many-clients',
			'third-party-tested-content'
		]
	),
	seed('sepm-platforms', 'The default serves Windows, Mac and Linux.', [
		'sepm',
		'sepm-vendor-default'
	]),
	seed('sepm-managed', 'The management server serves the clients that it manages.', [
		'sepm-unmanaged',
		'sepm-unreachable'
	]),
	seed('sepm-no-schedule', 'Between management server and clients there is no schedule.', [
		'no-schedule',
		'liveupdate-own-schedule'
	]),
	seed('sepm-heartbeat', 'Communication mode and heartbeat decide when clients take content.', [
		'communicationMode',
		'heartbeatMinutes',
		'long-heartbeat',
		'push-mode',
		'A-07'
	]),
	seed('sepm-default', 'The vendor’s default, unless the network or a policy speaks against it.', [
		'sepm-vendor-default',
		'gup-thin-link',
		'third-party-tested-content'
	]),
	seed(
		'sepm-with-gup',
		'Many clients or little bandwidth: the same, with Group Update Providers.',
		['gup-many-clients', 'gup-thin-link', 'gup-daily-load', 'sepm-thin-link', 'sepm-daily-load']
	),
	seed('sepm-apache', 'For Mac and Linux the web server of the SEPM must be set up.', [
		'sepm-mac-linux-proxy',
		'mac-linux-proxy',
		'AM-05'
	]),
	seed('gup-platforms', 'A Group Update Provider serves Windows only.', [
		'gup-windows-only',
		'gup'
	]),
	seed('gup-is-a-client', 'It is a client that takes content from a management server.', [
		'gup-sepm-unreachable',
		'gup-air-gapped',
		'B-02'
	]),
	seed('gup-forwards', 'It hands the content on to the other clients of its group.', [
		'gup-unmanaged',
		'gup'
	]),
	seed('gup-several-groups', 'One of them can serve several groups.', [
		'gup-several-subnets',
		'B-13'
	]),
	seed('gup-carries', 'It carries every type of content but client software.', [
		'gup-software-needed',
		'gup-software-updates',
		'softwareUpdatesNeeded'
	]),
	seed('gup-no-policies', 'It carries no policies.', ['gup-sepm-unreachable', 'gup-some-subnets']),
	seed('gup-relief', 'It takes load off the management server.', ['gup-many-clients']),
	seed('gup-easier', 'It is easier to set up than an internal LiveUpdate server.', [
		'gup-many-clients',
		'lua-or-gup'
	]),
	seed('gup-remote', 'The case for it: a remote place with very little bandwidth.', [
		'gup-thin-link',
		'gup-bypass'
	]),
	seed('lua-platforms', 'An internal LiveUpdate server serves Windows, Mac and Linux.', [
		'lua',
		'nothing-left-mac-linux'
	]),
	seed('lua-direct', 'Clients take content from it directly; it gets its own from Symantec.', [
		'lua',
		'lua-in-place',
		'lua-only-source',
		'C-04'
	]),
	seed('lua-several', 'Several of them can be set up and listed for the clients.', [
		'lua-several-servers',
		'C-10'
	]),
	seed(
		'lua-sepm-schedule',
		'How often the management server fetches from a LiveUpdate server can be set.',
		['A-03', 'C-13']
	),
	seed('lua-guide', 'A guide of its own tells how to set one up.', [
		'C-05',
		'C-06',
		'C-07',
		'C-08'
	]),
	seed('lua-relief', 'In a very large network it takes load off the management server.', [
		'lua-large-network'
	]),
	seed('lua-or-gup', 'In a smaller network look first whether Group Update Providers are enough.', [
		'lua-or-gup'
	]),
	seed('lua-10000', 'Think of one above 10,000 clients.', [
		'lua-large-network',
		'luaMinClients',
		'sepmTotalClients'
	]),
	seed('lua-mac-linux', 'Think of one for Mac and Linux that must stay off the internet.', [
		'lua-mac-linux-offline',
		'internetAllowed'
	]),
	seed('lua-products', 'Think of one where several Symantec products use LiveUpdate.', [
		'lua-several-products',
		'otherSymantecProducts',
		'C-02'
	]),
	seed('lua-own-machine', 'Never on the machine of the management server, physical or virtual.', [
		'lua-same-host',
		'lua-not-on-sepm-host',
		'lua-own-machine',
		'luaOnSepmHost',
		'C-01'
	]),
	seed('lua-slow', 'On one machine the two make each other slow.', ['lua-same-host', 'C-01']),
	seed('liveupdate-platforms', 'External LiveUpdate serves Windows, Mac and Linux.', [
		'liveupdate',
		'liveupdate-mac-linux'
	]),
	seed('liveupdate-direct', 'Clients can go to Symantec’s servers themselves, over the internet.', [
		'liveupdate-internet-forbidden',
		'liveupdate-no-internet',
		'internetAllowed'
	]),
	seed('liveupdate-schedule', 'A reason for it: clients need a schedule.', [
		'liveupdate-own-schedule',
		'no-schedule',
		'D-06'
	]),
	seed('liveupdate-thin-link', 'A reason for it: little bandwidth between server and clients.', [
		'liveupdate-thin-link'
	]),
	seed('liveupdate-both-on', 'By default both the server and scheduled LiveUpdate are on.', [
		'liveupdate-fallback',
		'both-sources-ticked'
	]),
	seed('liveupdate-fallback', 'Clients go to LiveUpdate only when the server is silent for long.', [
		'liveupdate-fallback',
		'liveupdate-sepm-unreachable',
		'A-08'
	]),
	seed('liveupdate-not-for-many', 'Do not send many managed clients of one network there.', [
		'liveupdate-many-networked',
		'liveupdate-many-managed',
		'liveupdateMaxNetworked',
		'D-01'
	]),
	seed('liveupdate-waste', 'That would waste bandwidth.', [
		'liveupdate-many-managed',
		'liveupdate-line-too-slow'
	]),
	seed('third-party-platforms', 'Third-party tools serve Windows only.', [
		'third-party-windows-only'
	]),
	seed('third-party-carries', 'A tool, such as Microsoft’s, carries chosen files to the clients.', [
		'third-party',
		'third-party-no-tool',
		'distributionTools'
	]),
	seed('third-party-test', 'Files can be tested before they are distributed.', [
		'third-party-tested-content',
		'contentMustBeTested'
	]),
	seed('third-party-in-place', 'It makes sense where a tool is already there.', [
		'third-party-tool-in-place'
	]),
	seed('intelligent-updater-platforms', 'Intelligent Updater runs on Windows only.', [
		'intelligent-updater-windows-only'
	]),
	seed(
		'intelligent-updater-carries',
		'It carries virus, security risk and intrusion prevention content.',
		['intelligent-updater-partial-content', 'intelligent-updater-separate-files']
	),
	seed('intelligent-updater-by-hand', 'It is for updating clients by hand.', [
		'intelligent-updater-many-by-hand',
		'byHandMaxClients',
		'F-09'
	]),
	seed(
		'intelligent-updater-download',
		'The files extract themselves and come from the vendor’s web site.',
		['intelligent-updater-media-forbidden', 'removableMediaAllowed', 'F-05']
	),
	seed('intelligent-updater-fit', 'The case for it: LiveUpdate is not available.', [
		'intelligent-updater-nothing-else',
		'intelligent-updater-air-gapped',
		'F-01'
	]),
	seed(
		'other-content',
		'Other kinds of content need a management server that downloads and stages them.',
		[
			'intelligent-updater-partial-content',
			'third-party-staging',
			'third-party-staging-sepm',
			'E-01'
		]
	),
	seed(
		'smaller-network',
		'A picture shows a smaller network: the server, with providers at remote sites.',
		['lua-or-gup', 'gup-many-clients']
	),
	seed('larger-network', 'A picture shows a larger network: internal LiveUpdate servers as well.', [
		'lua-large-network',
		'sepm-extra-site'
	])
];
