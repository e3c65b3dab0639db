import type { Conflict } from '../domain/edition.ts';

/** Where sources contradict each other: both are told, and what we do. `by` as in the trace table. */
export const CONFLICTS: readonly Conflict[] = [
	{
		id: 'K1',
		topic: 'Releases of virus definitions',
		statements: [
			{ says: 'Three a day on average.', sources: ['KB177759', 'KB152377'] },
			{ says: 'Three a weekday, one on Saturday and on Sunday: 17 a week.', sources: ['KB161910'] },
			{ says: 'One to three a day.', sources: ['KB180512'] }
		],
		we: 'Reckon with three a day, and show 17 a week beside it.',
		why: 'Three a day gives the shorter time for which a delta is to be had, so nobody is surprised by a full set.',
		by: ['releasesPerDay', 'full-set-after-absence', 'reckoning:windowDays']
	},
	{
		id: 'K2',
		topic: 'Size of a full set',
		statements: [
			{ says: 'About 100 MB.', sources: ['KB177759'] },
			{ says: 'About 120 MB.', sources: ['KB180512'] }
		],
		we: 'Ask for the measured size; until then reckon with 120 MB and say so.',
		why: 'Both are older than version 14. The larger one errs on the safe side.',
		by: ['fullContentMegabytes', 'size-decides']
	},
	{
		id: 'K3',
		topic: 'Unit of the content size in the vendor’s formula',
		statements: [
			{ says: 'One place in the text can be read as kilobits.', sources: ['KB177513'] },
			{ says: 'The title of its table says kilobytes.', sources: ['KB177513'] }
		],
		we: 'Read it as kilobytes.',
		why: 'The formula divides by kilobytes a second; with kilobits every time would be eight times too short.',
		by: ['formula-kilobytes', 'reckoning:transferSeconds', 'reckoning:kilobytesPerSecond']
	},
	{
		id: 'K4',
		topic: 'Revisions that the SEPM keeps',
		statements: [
			{ says: 'By size of the network: 3, 10 or 30.', sources: ['KB177759'] },
			{ says: 'By size of the network: 3 or 15.', sources: ['KB180512'] },
			{ says: 'Ninety are recommended.', sources: ['KB152377'] }
		],
		we: 'Read the number off the SEPM, never guess it; warn below 10, propose 90 where the disk allows.',
		why: 'The small numbers are what old versions chose when they were installed; ninety is the current text.',
		by: ['sepmRevisions', 'revisions-low', 'revisions-target', 'revisionsTarget']
	},
	{
		id: 'K5',
		topic: 'A client exactly as many revisions behind as are kept',
		statements: [
			{ says: 'Full only when more than that behind.', sources: ['KB152377'] },
			{ says: 'Full when its revision is no longer stored.', sources: ['KB177759'] }
		],
		we: 'Call it borderline.',
		why: 'The texts differ by one revision; a plan must not hang on it.',
		by: ['edge-of-revisions', 'reckoning:packageFor']
	},
	{
		id: 'K6',
		topic: 'When the Group Update Provider is off',
		statements: [
			{ says: 'Clients go to the management server.', sources: ['KB151483'] },
			{ says: 'They should do so only after three days.', sources: ['TECH92051'] }
		],
		we: 'Propose a short wait where the link can carry it, else three days and a second provider.',
		why: 'Both are values of the policy. A quick way back fills the thin link that the provider was put there to spare.',
		by: ['gup-bypass', 'setting:bypass', 'B-05']
	},
	{
		id: 'K7',
		topic: 'Internal LiveUpdate server for large networks',
		statements: [
			{
				says: 'Think of one above 10,000 clients, for Mac and Linux offline, and for several products.',
				sources: ['SEED']
			},
			{
				says: 'Never for clients that a SEPM can serve, not below 1,700 unmanaged clients, not across a wide-area link.',
				sources: ['TECH93409']
			}
		],
		we: 'Weigh the newer text higher and tell both; keep managed Windows clients on SEPM and GUPs.',
		why: 'The second text is of 2014, the first one is current.',
		by: ['lua-two-opinions', 'lua-instead-of-sepm', 'lua-few-unmanaged', 'lua-over-wan']
	},
	{
		id: 'K8',
		topic: 'Port of external LiveUpdate',
		statements: [
			{ says: '443, and 80.', sources: ['TD-URLS'] },
			{ says: 'HTTP with FTP behind it; no HTTPS.', sources: ['HOWTO80884'] }
		],
		we: 'Follow the newer text, and try it from a client.',
		why: 'The older one speaks of 12.1.',
		by: ['liveupdate-ports', 'D-02']
	},
	{
		id: 'K9',
		topic: 'What one Intelligent Updater file holds',
		statements: [
			{ says: 'Virus, security risk and intrusion prevention content.', sources: ['SEED'] },
			{ says: 'Since 12.1 RU3 each protection has a file of its own.', sources: ['TECH104363'] }
		],
		we: 'List each file, and check each date.',
		why: 'The folders on the vendor’s server are separate. A file too many does no harm, one too few does.',
		by: ['intelligent-updater-separate-files', 'file:ips', 'file:sonar', 'F-12']
	},
	{
		id: 'K10',
		topic: 'Kinds of .jdb files',
		statements: [
			{ says: 'Two: certified and rapid release.', sources: ['KB151309'] },
			{
				says: 'Also network and behaviour protection, in an older edition and in scripts.',
				sources: ['KB151309', 'GH-DEFS']
			}
		],
		we: 'Name all, and ask to confirm on the download page.',
		why: 'Scripts still fetch the other kinds.',
		by: ['jdb-to-sepm', 'file:jdb', 'file:jdb-others']
	},
	{
		id: 'gup-software',
		topic: 'Client software through a Group Update Provider',
		statements: [
			{ says: 'Everything but client software.', sources: ['SEED'] },
			{ says: 'From 14.3 RU2 on client patches can pass.', sources: ['TD-PATCHES'] }
		],
		we: 'Say: content yes, upgrades no, patches from 14.3 RU2 on.',
		why: 'The second page speaks of patches only.',
		by: ['gup-software-updates', 'gup-software-needed']
	},
	{
		id: 'mac-linux-source',
		topic: 'Where Macs and Linux take content from',
		statements: [
			{
				says: 'From the SEPM with Apache, from an internal or the external server.',
				sources: ['SEED', 'KB227924']
			},
			{ says: 'From external LiveUpdate only.', sources: ['HOWTO81355'] }
		],
		we: 'Follow the text for 14, and warn that the proxy is not supported.',
		why: 'The second text is for 12.1.',
		by: ['mac-linux-proxy', 'sepm-mac-linux-proxy']
	},
	{
		id: 'sepm-port',
		topic: 'Port of the SEPM',
		statements: [
			{ says: '8014 or 443.', sources: ['KB177667', 'TD-PORTS'] },
			{ says: '80 or 8014, in older copies.', sources: ['KB177667'] }
		],
		we: 'Ask for the real port and print that.',
		why: 'It can be set to anything.',
		by: ['sepmPort', 'sepm-port-to-open']
	},
	{
		id: 'registry-view',
		topic: 'Part of the registry on 64-bit Windows',
		statements: [
			{ says: 'The part for 32-bit programs.', sources: ['DISA-STIG'] },
			{ says: 'The native part, from 14.3 RU5 on.', sources: ['KB181033'] }
		],
		we: 'Look in both.',
		why: 'The version at the site decides.',
		by: ['check:V2', 'check:V3']
	},
	{
		id: 'install-path',
		topic: 'Program folder of the client',
		statements: [
			{ says: 'The folder for 32-bit programs.', sources: ['FIELD-SEP-SCRIPTS'] },
			{ says: 'The folder for 64-bit programs, on recent clients.', sources: ['FIELD-BISF'] }
		],
		we: 'Look in both.',
		why: 'The version at the site decides.',
		by: ['failure:script-cannot-find-sep']
	}
];
