/** One statement that the knowledge must carry, and the rows that carry it. */
export interface Traced {
	/** A few words of the statement, to find it again. */
	readonly key: string;
	/** What it means for the product, in our words. */
	readonly says: string;
	/** Ids of rules, advice, methods or limits; none where it states no condition. */
	readonly rows: readonly string[];
}

/** The source document, sentence by sentence. */
export const SEED_SENTENCES: readonly Traced[] = [
	{
		key: 'may need to change the default',
		says: 'Platform, network, number of clients and policies decide.',
		rows: ['gup-windows-only', 'sepm-thin-link', 'gup-many-clients', 'third-party-tested-content']
	},
	{
		key: 'management server (default) (Windows, Mac, Linux)',
		says: 'The default serves all three platforms.',
		rows: ['sepm-vendor-default', 'sepm']
	},
	{
		key: 'client computers that it manages',
		says: 'The management server serves the clients it manages, and no others.',
		rows: ['sepm-unmanaged', 'sepm-unreachable']
	},
	{
		key: 'do not define the schedule',
		says: 'From the management server there is no schedule.',
		rows: ['no-schedule', 'liveupdate-own-schedule']
	},
	{
		key: 'communication mode and heartbeat frequency',
		says: 'Mode and heartbeat decide when clients take content.',
		rows: ['long-heartbeat', 'push-mode']
	},
	{
		key: 'unless network constraints or your company’s policies',
		says: 'The default stays unless the network or a policy speaks against it.',
		rows: ['sepm-vendor-default', 'gup-thin-link', 'third-party-tested-content']
	},
	{
		key: 'large number of clients or bandwidth issues',
		says: 'Many clients or little bandwidth: add Group Update Providers.',
		rows: [
			'gup-many-clients',
			'gup-thin-link',
			'gup-daily-load',
			'sepm-thin-link',
			'sepm-daily-load'
		]
	},
	{
		key: 'must configure the Apache web server',
		says: 'Mac and Linux need the reverse proxy.',
		rows: ['sepm-mac-linux-proxy', 'mac-linux-proxy']
	},
	{
		key: 'Group Update Provider (Windows only)',
		says: 'A GUP serves Windows only.',
		rows: ['gup-windows-only']
	},
	{
		key: 'receives updates from a management server',
		says: 'A GUP stands on the management server being reached.',
		rows: ['gup-sepm-unreachable', 'gup-air-gapped']
	},
	{
		key: 'clients in the group; multiple groups',
		says: 'A GUP serves groups of the management server: one, or several.',
		rows: ['gup-unmanaged', 'gup-several-subnets']
	},
	{
		key: 'except client software updates',
		says: 'A GUP carries all content but no client software.',
		rows: ['gup-software-needed', 'gup-software-updates']
	},
	{
		key: 'cannot be used to update policies',
		says: 'For policies clients must still reach the management server.',
		rows: ['gup-sepm-unreachable', 'gup-some-subnets']
	},
	{
		key: 'easier to configure than an internal LiveUpdate server',
		says: 'A GUP takes load off the server, and comes before an internal LiveUpdate server.',
		rows: ['gup-many-clients', 'lua-or-gup']
	},
	{
		key: 'remote locations with minimal bandwidth',
		says: 'The case for a GUP: a remote place on a thin link.',
		rows: ['gup-thin-link', 'gup-bypass']
	},
	{
		key: 'directly from an internal LiveUpdate server',
		says: 'All three platforms can take content from an internal server.',
		rows: ['lua', 'lua-in-place', 'lua-only-source', 'nothing-left-mac-linux']
	},
	{
		key: 'set up several internal LiveUpdate servers',
		says: 'Several internal servers can be listed for the clients.',
		rows: ['lua-several-servers']
	},
	{
		key: 'change the download schedule … to the management server',
		says: 'How often the management server itself asks is a setting; it chooses no method.',
		rows: []
	},
	{
		key: 'reduce the load … in very large networks',
		says: 'An internal server is for very large networks.',
		rows: ['lua-large-network']
	},
	{
		key: 'In smaller networks, consider whether',
		says: 'In smaller networks GUPs may be enough.',
		rows: ['lua-or-gup', 'gup-many-clients']
	},
	{
		key: 'more than 10,000 clients',
		says: 'Above 10,000 clients consider an internal server.',
		rows: ['lua-large-network', 'luaMinClients']
	},
	{
		key: 'should not connect to an external LiveUpdate server',
		says: 'Mac and Linux that must stay off the internet: an internal server.',
		rows: ['lua-mac-linux-offline', 'liveupdate-internet-forbidden']
	},
	{
		key: 'multiple Symantec products',
		says: 'Several products on LiveUpdate: an internal server.',
		rows: ['lua-several-products']
	},
	{
		key: 'same physical hardware or virtual machine',
		says: 'Never both servers on one machine.',
		rows: ['lua-same-host', 'lua-not-on-sepm-host', 'lua-own-machine']
	},
	{
		key: 'directly from a Symantec LiveUpdate server',
		says: 'All three platforms can go online themselves, where that is allowed.',
		rows: ['liveupdate', 'liveupdate-internet-forbidden', 'liveupdate-mac-linux']
	},
	{
		key: 'need to schedule when clients update',
		says: 'A schedule is a reason for external LiveUpdate.',
		rows: ['liveupdate-own-schedule', 'no-schedule']
	},
	{
		key: 'bandwidth between … and the clients is limited',
		says: 'Little bandwidth to the management server is a reason for external LiveUpdate.',
		rows: ['liveupdate-thin-link']
	},
	{
		key: 'scheduled updates are enabled by default',
		says: 'Clients fall back to external LiveUpdate when the server is silent for long.',
		rows: ['liveupdate-fallback', 'liveupdate-sepm-unreachable']
	},
	{
		key: 'large numbers of managed, networked clients',
		says: 'Not for many managed clients in one network.',
		rows: ['liveupdate-many-networked', 'liveupdate-many-managed', 'liveupdateMaxNetworked']
	},
	{
		key: 'Third-party tool distribution (Windows only)',
		says: 'Tools serve Windows only.',
		rows: ['third-party-windows-only']
	},
	{
		key: 'let you distribute specific update files',
		says: 'A tool carries the files; there must be one.',
		rows: ['third-party-no-tool', 'third-party-staging']
	},
	{
		key: 'test update files before you distribute',
		says: 'Testing before roll-out is a reason for a tool.',
		rows: ['third-party-tested-content']
	},
	{
		key: 'infrastructure in place',
		says: 'A tool that is there is a reason to use it.',
		rows: ['third-party-tool-in-place']
	},
	{
		key: 'Intelligent Updater (Windows only)',
		says: 'The files run on Windows only.',
		rows: ['intelligent-updater-windows-only']
	},
	{
		key: 'virus and security risk content and intrusion prevention',
		says: 'It carries some kinds of content only.',
		rows: ['intelligent-updater-partial-content', 'intelligent-updater-separate-files']
	},
	{
		key: 'manually update clients',
		says: 'It is work by hand, client by client.',
		rows: ['intelligent-updater-many-by-hand', 'byHandMaxClients']
	},
	{
		key: 'self-extracting files from the … Web site',
		says: 'Somebody must be able to bring the files in.',
		rows: ['intelligent-updater-media-forbidden']
	},
	{
		key: 'if LiveUpdate is not available',
		says: 'The case for it: LiveUpdate is not available.',
		rows: ['intelligent-updater-nothing-else', 'intelligent-updater-air-gapped']
	},
	{
		key: 'other kinds of content … stage',
		says: 'All other kinds need a management server that stages them.',
		rows: ['intelligent-updater-partial-content', 'third-party-staging', 'third-party-staging-sepm']
	},
	{
		key: 'example distribution architecture',
		says: 'Small networks: server and GUPs; large ones: internal servers as well.',
		rows: ['lua-or-gup', 'lua-large-network', 'sepm-extra-site']
	}
];

/** The rules that a recommender should encode (A1-A29), by their numbers in the collection of facts. */
export const RECOMMENDER_RULES: Readonly<Record<string, readonly string[]>> = {
	A1: [
		'sepm-client-retired',
		'gup-client-retired',
		'lua-client-retired',
		'liveupdate-client-retired',
		'third-party-client-retired',
		'intelligent-updater-client-retired',
		'upgrade-first',
		'upgrade-manager'
	],
	A2: ['sepm-vendor-default'],
	A3: ['gup-thin-link', 'gup-sepm-unreachable'],
	A4: ['gup-too-small', 'liveupdate-thin-link'],
	A5: ['gup-server-os'],
	A6: ['sepm-extra-site', 'lua-large-network'],
	A7: ['gup-several-subnets'],
	A8: ['gup-roaming', 'gup-roaming-list', 'liveupdate-roaming'],
	A9: ['gup-not-on-sepm', 'gup-version-match'],
	A10: [
		'gup-windows-only',
		'third-party-windows-only',
		'intelligent-updater-windows-only',
		'sepm-mac-linux-proxy',
		'liveupdate-mac-linux'
	],
	A11: ['lua-mac-linux-offline', 'sepm-mac-linux-proxy', 'mac-linux-proxy'],
	A12: ['sepm-unreachable', 'gup-sepm-unreachable'],
	A13: [
		'liveupdate-unmanaged',
		'lua-many-unmanaged',
		'lua-few-unmanaged',
		'third-party-nothing-else',
		'intelligent-updater-nothing-else'
	],
	A14: ['lua-thin-link', 'lua-over-wan'],
	A15: ['lua-same-host', 'lua-not-on-sepm-host'],
	A16: ['lua-several-products'],
	A17: [
		'sepm-content-policy',
		'third-party-tested-content',
		'lua-test-gate',
		'third-party-gate-first',
		'liveupdate-untested'
	],
	A18: ['liveupdate-many-networked', 'liveupdate-many-managed'],
	A19: ['both-sources-ticked', 'pinned-revision'],
	A20: ['jdb-to-sepm', 'sepm-by-hand-fed', 'air-gap-inner-sepm'],
	A21: ['intelligent-updater-air-gapped', 'intelligent-updater-separate-files'],
	A22: ['third-party-staging-sepm', 'third-party-staging'],
	A23: ['long-heartbeat', 'push-mode'],
	A24: ['full-set-after-absence'],
	A25: ['network-load-alert'],
	A26: ['gup-bypass', 'gup-single-candidate'],
	A27: ['gup-software-needed', 'gup-software-updates'],
	A28: ['tls-bypass', 'liveupdate-tls-inspection'],
	A29: ['revisions-low', 'revisions-target']
};

/** Where sources contradict each other, and the row that tells both. K3 and K5 are settled in the arithmetic. */
export const CONFLICTS: Readonly<Record<string, readonly string[]>> = {
	K1: ['full-set-after-absence'],
	K2: ['size-decides'],
	K4: ['revisions-target'],
	K6: ['gup-bypass'],
	K7: ['lua-two-opinions', 'lua-instead-of-sepm'],
	K8: ['liveupdate-ports'],
	K9: ['intelligent-updater-separate-files'],
	K10: ['jdb-to-sepm'],
	'GUP and client software': ['gup-software-updates'],
	'Mac and Linux in 12.1': ['mac-linux-proxy'],
	'Port of the SEPM': ['sepm-port-to-open'],
	'Revisions by size of the network': ['revisions-target']
};
