import type { MethodId } from '../../src/lib/domain/method.ts';
import type { Collection } from '../../src/lib/domain/survey.ts';
import { QUESTIONNAIRE } from '../../src/lib/knowledge/questionnaire.ts';
import type { Site } from './bundle.ts';

/** A site as a technician meets it, and what an expert would recommend there. */
export interface Scenario {
	readonly name: string;
	readonly site: Site;
	/** Group to the method recommended for it; `null` where an answer that decides is missing, or nothing is left. */
	readonly expect: Readonly<Record<string, MethodId | null>>;
	/** Warnings that must be given. */
	readonly warns?: readonly string[];
	/** Questions that must be named as still open. */
	readonly open?: readonly string[];
}

const UNKNOWN = { unknown: 'nobody could say' };
/** Every question of one place, asked and not found out. */
const inVain = (place: Collection | undefined) =>
	Object.fromEntries(
		QUESTIONNAIRE.sections
			.filter(({ collection }) => collection === place)
			.flatMap(({ questions }) => questions.map(({ id }) => [id, UNKNOWN]))
	);
const windows = (clients: number, more = {}) => ({ platform: 'windows', clients, ...more });
const mac = (clients: number, more = {}) => ({ platform: 'mac', clients, ...more });
const linux = (clients: number, more = {}) => ({ platform: 'linux', clients, ...more });
const fileServer = { host: 'FS1', hostOs: 'windows-server', alwaysOn: 'yes', isSepm: 'no' };
const desktop = { host: 'PC7', hostOs: 'windows-client', alwaysOn: 'yes', isSepm: 'no' };

export const SCENARIOS: readonly Scenario[] = [
	// The contract and its neighbours
	{
		name: 'Lyon branch, as in the contract',
		site: {
			answers: { siteName: 'Lyon', sepmReachable: 'yes', linkDownMbps: 2 },
			groups: { Office: windows(40) },
			candidates: [{ host: 'LYO-FS1', hostOs: 'windows-server' }]
		},
		expect: { Office: 'gup' },
		warns: ['gup-single-candidate', 'gup-bypass'],
		open: ['linkSharePercent']
	},
	{
		name: 'Lyon branch, the whole link free',
		site: {
			answers: { sepmReachable: 'yes', linkDownMbps: 2, linkSharePercent: 100 },
			groups: { Office: windows(40) }
		},
		expect: { Office: 'sepm' }
	},
	{
		name: 'Lyon branch, speed of the link not asked yet',
		site: {
			answers: { sepmReachable: 'yes', internetAllowed: 'no' },
			groups: { Office: windows(40) }
		},
		expect: { Office: null },
		open: ['linkDownMbps']
	},
	{
		name: 'Lyon branch, speed of the link could not be found out',
		site: {
			answers: { sepmReachable: 'yes', linkDownMbps: UNKNOWN, internetAllowed: 'no' },
			groups: { Office: windows(40) }
		},
		expect: { Office: null },
		open: ['linkDownMbps']
	},

	// Small offices
	{
		name: 'Notary in Graz: nine PCs on DSL, internet allowed',
		site: {
			answers: { sepmReachable: 'yes', linkDownMbps: 0.5, internetAllowed: 'yes' },
			groups: { Desks: windows(9) }
		},
		expect: { Desks: 'liveupdate' }
	},
	{
		name: 'Customs post at Chiasso: nine PCs, internet forbidden',
		site: {
			answers: { sepmReachable: 'yes', linkDownMbps: 0.5, internetAllowed: 'no' },
			groups: { Desks: windows(9) }
		},
		expect: { Desks: 'sepm' },
		warns: ['liveupdate-fallback']
	},
	{
		name: 'Ticket office in Bergen: ten PCs on a thin link',
		site: {
			answers: { sepmReachable: 'yes', linkDownMbps: 0.5, internetAllowed: 'yes' },
			groups: { Counters: windows(10) },
			candidates: [desktop, { ...desktop, host: 'PC8' }]
		},
		expect: { Counters: 'gup' }
	},
	{
		name: 'Two small groups at one place count together: six and five PCs',
		site: {
			answers: { sepmReachable: 'yes', linkDownMbps: 0.5, internetAllowed: 'no' },
			groups: { Front: windows(6), Back: windows(5) }
		},
		expect: { Front: 'gup', Back: 'gup' }
	},
	{
		name: 'Macs do not make an office large enough for a GUP',
		site: {
			answers: { sepmReachable: 'yes', linkDownMbps: 0.5, internetAllowed: 'yes' },
			groups: { PCs: windows(9), Macs: mac(20) }
		},
		expect: { PCs: 'liveupdate', Macs: 'liveupdate' }
	},

	// Branches
	{
		name: 'Warehouse Duisburg: fifty PCs, a desktop as candidate',
		site: {
			answers: { sepmReachable: 'yes', linkDownMbps: 4, internetAllowed: 'no' },
			groups: { Hall: windows(50) },
			candidates: [desktop]
		},
		expect: { Hall: 'gup' },
		warns: ['gup-single-candidate']
	},
	{
		name: 'Warehouse Essen: fifty-one PCs, a desktop as candidate',
		site: {
			answers: { sepmReachable: 'yes', linkDownMbps: 4, internetAllowed: 'no' },
			groups: { Hall: windows(51) },
			candidates: [desktop]
		},
		expect: { Hall: 'gup' },
		warns: ['gup-server-os']
	},
	{
		name: 'Hospital Tartu: 300 PCs in six subnets behind 20 Mbit/s',
		site: {
			answers: {
				sepmReachable: 'yes',
				linkDownMbps: 20,
				internetAllowed: 'no',
				subnets: 6,
				sepmVersion: '14.3 RU8',
				softwareUpdatesNeeded: 'yes'
			},
			groups: { Wards: windows(300) },
			candidates: [{ ...fileServer, candidateVersion: '14.3 RU8' }]
		},
		expect: { Wards: 'gup' },
		warns: ['gup-several-subnets', 'gup-software-updates']
	},
	{
		name: 'Bank branch whose only candidates are the SEPM and a PC that is switched off',
		site: {
			answers: { sepmReachable: 'yes', linkDownMbps: 1, internetAllowed: 'no' },
			groups: { Tellers: windows(30) },
			candidates: [
				{ ...fileServer, isSepm: 'yes' },
				{ ...desktop, alwaysOn: 'no' }
			]
		},
		expect: { Tellers: 'gup' },
		warns: ['gup-not-on-sepm']
	},
	{
		name: 'Regional office on fibre: 400 PCs, nothing special',
		site: {
			answers: { sepmReachable: 'yes', linkDownMbps: 500, sepmTotalClients: 4000 },
			groups: { Office: windows(400) }
		},
		expect: { Office: 'sepm' }
	},
	{
		name: 'Call centre: 1,001 PCs on a fast link take load off the SEPM',
		site: {
			answers: { sepmReachable: 'yes', linkDownMbps: 1000, internetAllowed: 'no' },
			groups: { Agents: windows(1001) },
			candidates: [fileServer]
		},
		expect: { Agents: 'gup' }
	},
	{
		name: 'Weather station: even one copy does not fit the night',
		site: {
			answers: {
				sepmReachable: 'yes',
				linkDownMbps: 0.064,
				windowHours: 4,
				internetAllowed: 'no'
			},
			groups: { Consoles: windows(12) }
		},
		expect: { Consoles: 'gup' },
		warns: ['no-schedule']
	},
	{
		name: 'Site beside the SEPM: no link between them',
		site: {
			answers: { sepmReachable: 'yes', linkDownMbps: 0, internetAllowed: 'no' },
			groups: { Office: windows(120) }
		},
		expect: { Office: 'sepm' },
		warns: ['sepm-link-none']
	},

	// Large networks
	{
		name: 'Ministry: 10,000 clients on the SEPM',
		site: {
			answers: { sepmReachable: 'yes', linkDownMbps: 1000, sepmTotalClients: 10_000 },
			groups: { Offices: windows(800) }
		},
		expect: { Offices: 'sepm' }
	},
	{
		name: 'Ministry: 10,001 clients on the SEPM',
		site: {
			answers: { sepmReachable: 'yes', linkDownMbps: 1000, sepmTotalClients: 10_001 },
			groups: { Offices: windows(800) }
		},
		expect: { Offices: 'lua' },
		warns: ['lua-two-opinions', 'lua-over-wan']
	},
	{
		name: 'Campus with 10,000 PCs on a thin link',
		site: {
			answers: { sepmReachable: 'yes', linkDownMbps: 100, internetAllowed: 'no' },
			groups: { Campus: windows(10_000) },
			candidates: [fileServer]
		},
		expect: { Campus: 'gup' }
	},
	{
		name: 'Campus with 10,001 PCs on a thin link',
		site: {
			answers: { sepmReachable: 'yes', linkDownMbps: 100, internetAllowed: 'no' },
			groups: { Campus: windows(10_001) },
			candidates: [fileServer]
		},
		expect: { Campus: 'gup' },
		warns: ['sepm-extra-site']
	},
	{
		name: 'Head office of 12,000 with travelling laptops and Macs',
		site: {
			answers: {
				sepmReachable: 'yes',
				linkDownMbps: 10_000,
				sepmTotalClients: 12_000,
				internetAllowed: 'yes',
				internetMbps: 2000,
				tlsInspection: 'yes',
				otherSymantecProducts: 'yes'
			},
			groups: {
				Desktops: windows(8600, { roaming: 'no' }),
				Laptops: windows(2200, { roaming: 'yes' }),
				Design: mac(400, { roaming: 'no' })
			}
		},
		expect: { Desktops: 'lua', Laptops: 'liveupdate', Design: 'lua' },
		warns: ['tls-bypass', 'sepm-extra-site']
	},
	{
		name: 'Small firm with several Symantec products and a server for them',
		site: {
			answers: {
				sepmReachable: 'yes',
				linkDownMbps: 1000,
				otherSymantecProducts: 'yes',
				luaPresent: 'yes',
				luaOnSepmHost: 'no',
				sepmTotalClients: 300
			},
			groups: { Office: windows(200) }
		},
		expect: { Office: 'lua' },
		warns: ['lua-or-gup']
	},
	{
		name: 'The same firm with both servers on one machine',
		site: {
			answers: {
				sepmReachable: 'yes',
				linkDownMbps: 1000,
				otherSymantecProducts: 'yes',
				luaPresent: 'yes',
				luaOnSepmHost: 'yes',
				sepmTotalClients: 300
			},
			groups: { Office: windows(200) }
		},
		expect: { Office: 'sepm' },
		warns: ['lua-not-on-sepm-host']
	},

	// Mac and Linux
	{
		name: 'Film studio: Macs and Linux without internet',
		site: {
			answers: {
				sepmReachable: 'yes',
				linkDownMbps: 100,
				internetAllowed: 'no',
				luaPresent: 'no'
			},
			groups: { Edit: mac(34), Render: linux(21) }
		},
		expect: { Edit: 'lua', Render: 'lua' },
		warns: ['lua-own-machine']
	},
	{
		name: 'Design agency: Macs with internet',
		site: {
			answers: { sepmReachable: 'yes', linkDownMbps: 100, internetAllowed: 'yes' },
			groups: { Designers: mac(30) }
		},
		expect: { Designers: 'liveupdate' },
		warns: ['liveupdate-ports']
	},
	{
		name: 'Design agency: nobody said whether Macs may go online',
		site: {
			answers: { sepmReachable: 'yes', linkDownMbps: 100 },
			groups: { Designers: mac(30) }
		},
		expect: { Designers: null },
		open: ['internetAllowed']
	},
	{
		name: 'University cluster: 600 Linux nodes in one network, with internet',
		site: {
			answers: { sepmReachable: 'yes', linkDownMbps: 1000, internetAllowed: 'yes' },
			groups: { Nodes: linux(600) }
		},
		expect: { Nodes: 'sepm' },
		warns: ['mac-linux-proxy']
	},
	{
		name: 'Mixed school: PCs on a thin link, Macs online',
		site: {
			answers: { sepmReachable: 'yes', linkDownMbps: 5, internetAllowed: 'yes' },
			groups: { PCs: windows(120), Macs: mac(25) },
			candidates: [fileServer]
		},
		expect: { PCs: 'gup', Macs: 'liveupdate' },
		warns: ['both-sources-ticked']
	},

	// Roaming and unmanaged
	{
		name: 'Sales force: laptops that rarely come in',
		site: {
			answers: { sepmReachable: 'yes', linkDownMbps: 100, internetAllowed: 'yes' },
			groups: { Laptops: windows(60, { roaming: 'yes' }) }
		},
		expect: { Laptops: 'liveupdate' }
	},
	{
		name: 'Inspectors: they travel, and external LiveUpdate is forbidden',
		site: {
			answers: {
				sepmReachable: 'yes',
				linkDownMbps: 100,
				internetAllowed: 'no',
				sepmRevisions: 30
			},
			groups: { Laptops: windows(60, { roaming: 'yes' }) }
		},
		expect: { Laptops: 'sepm' },
		warns: ['roaming-internet-closed', 'full-set-after-absence']
	},
	{
		name: 'Franchise shops: 40 unmanaged PCs, internet only',
		site: {
			answers: { sepmReachable: 'no', internetAllowed: 'yes' },
			groups: { Tills: windows(40, { managed: 'no' }) }
		},
		expect: { Tills: 'liveupdate' }
	},
	{
		name: 'Student hall: 1,699 unmanaged PCs behind one line',
		site: {
			answers: { sepmReachable: 'no', internetAllowed: 'yes' },
			groups: { Rooms: windows(1699, { managed: 'no' }) }
		},
		expect: { Rooms: 'liveupdate' }
	},
	{
		name: 'Student hall: 1,700 unmanaged PCs behind one line',
		site: {
			answers: { sepmReachable: 'no', internetAllowed: 'yes' },
			groups: { Rooms: windows(1700, { managed: 'no' }) }
		},
		expect: { Rooms: 'lua' }
	},

	// Testing and tools
	{
		name: 'Plant that tests content and has SCCM',
		site: {
			answers: {
				sepmReachable: 'yes',
				linkDownMbps: 50,
				internetAllowed: 'no',
				contentMustBeTested: 'yes',
				distributionTools: ['sms-sccm']
			},
			groups: { Lines: windows(180) }
		},
		expect: { Lines: 'third-party' },
		warns: ['third-party-staging-sepm', 'third-party-gate-first']
	},
	{
		name: 'Plant that tests content and has no tool',
		site: {
			answers: {
				sepmReachable: 'yes',
				linkDownMbps: 200,
				internetAllowed: 'no',
				contentMustBeTested: 'yes',
				distributionTools: []
			},
			groups: { Lines: windows(180) }
		},
		expect: { Lines: 'sepm' },
		warns: ['pinned-revision']
	},
	{
		name: 'Office with Intune and no rule about testing',
		site: {
			answers: {
				sepmReachable: 'yes',
				linkDownMbps: 200,
				contentMustBeTested: 'no',
				distributionTools: ['intune']
			},
			groups: { Office: windows(90) }
		},
		expect: { Office: 'sepm' }
	},
	{
		name: 'Control room: no SEPM, no internet, but a tool reaches it',
		site: {
			answers: {
				sepmReachable: 'no',
				internetAllowed: 'no',
				luaPresent: 'no',
				distributionTools: ['pdq']
			},
			groups: { Consoles: windows(25) }
		},
		expect: { Consoles: 'third-party' }
	},

	// Cut off
	{
		name: 'Field office: the SEPM is out of reach, the internet is there',
		site: {
			answers: { sepmReachable: 'no', internetAllowed: 'yes' },
			groups: { Desks: windows(15) }
		},
		expect: { Desks: 'liveupdate' }
	},
	{
		name: 'Ship: no SEPM, no internet, no tool, an internal LiveUpdate server aboard',
		site: {
			answers: {
				sepmReachable: 'no',
				internetAllowed: 'no',
				luaPresent: 'yes',
				luaOnSepmHost: 'no',
				distributionTools: []
			},
			groups: { Bridge: windows(20) }
		},
		expect: { Bridge: 'lua' }
	},
	{
		name: 'Substation: no SEPM, no internet, nothing else',
		site: {
			answers: {
				sepmReachable: 'no',
				internetAllowed: 'no',
				luaPresent: 'no',
				distributionTools: []
			},
			groups: { Panels: windows(6) }
		},
		expect: { Panels: 'intelligent-updater' },
		warns: ['intelligent-updater-separate-files']
	},
	{
		name: 'Test laboratory behind an air gap, sticks allowed',
		site: {
			answers: { sepmReachable: 'no', internetAllowed: 'no', removableMediaAllowed: 'yes' },
			groups: { Benches: windows(18, { airGapped: 'yes', managed: 'no' }) }
		},
		expect: { Benches: 'intelligent-updater' },
		warns: ['air-gap-inner-sepm']
	},
	{
		name: 'Vault behind an air gap, sticks forbidden: nothing is left',
		site: {
			answers: {
				sepmReachable: 'no',
				internetAllowed: 'no',
				removableMediaAllowed: 'no',
				distributionTools: []
			},
			groups: { Vault: windows(4, { airGapped: 'yes' }) }
		},
		expect: { Vault: null },
		warns: ['nothing-is-left', 'nothing-left-media']
	},
	{
		name: 'Linux cell behind an air gap: nothing is left',
		site: {
			answers: { sepmReachable: 'no', internetAllowed: 'no' },
			groups: { Cell: linux(4, { airGapped: 'yes' }) }
		},
		expect: { Cell: null },
		warns: ['nothing-is-left', 'nothing-left-mac-linux']
	},
	{
		name: 'Office beside its air-gapped laboratory: two answers at one site',
		site: {
			answers: { sepmReachable: 'yes', linkDownMbps: 1, internetAllowed: 'no' },
			groups: { Office: windows(40), Lab: windows(12, { airGapped: 'yes' }) },
			candidates: [fileServer]
		},
		expect: { Office: 'gup', Lab: 'intelligent-updater' }
	},
	{
		name: 'Plant network whose SEPM is fed with .jdb files',
		site: {
			answers: {
				sepmReachable: 'yes',
				linkDownMbps: 1000,
				internetAllowed: 'no',
				sepmContentFrom: 'jdb'
			},
			groups: { Cells: windows(70) }
		},
		expect: { Cells: 'sepm' },
		warns: ['jdb-to-sepm']
	},

	// Old versions
	{
		name: 'Crane controllers on 12.1: upgrade first',
		site: {
			answers: { sepmReachable: 'yes', linkDownMbps: 50 },
			groups: { Cranes: windows(9, { clientVersion: '12.1' }) }
		},
		expect: { Cranes: null },
		warns: ['upgrade-first', 'nothing-is-left']
	},
	{
		name: 'Half upgraded: 14.2 beside 14.3',
		site: {
			answers: { sepmReachable: 'yes', linkDownMbps: 500, sepmVersion: '14.3 RU8' },
			groups: {
				Old: windows(30, { clientVersion: '14.2' }),
				New: windows(30, { clientVersion: '14.3 RU8' })
			}
		},
		expect: { Old: null, New: 'sepm' },
		warns: ['upgrade-first']
	},
	{
		name: 'Old systems: Windows 7 among them',
		site: {
			answers: { sepmReachable: 'yes', linkDownMbps: 500 },
			groups: { Machines: windows(30, { osList: ['windows-7'], clientVersion: '14.3' }) }
		},
		expect: { Machines: 'sepm' },
		warns: ['sha2-support']
	},

	// Little or nothing known
	{
		name: 'A group without a single answer',
		site: { groups: { Somebody: {} } },
		expect: { Somebody: null },
		open: ['sepmReachable', 'platform', 'clients', 'linkDownMbps', 'internetAllowed']
	},
	{
		name: 'A survey without groups',
		site: {},
		expect: {},
		open: ['sepmReachable', 'platform', 'clients', 'linkDownMbps', 'internetAllowed']
	},
	{
		name: 'Every answer could not be found out',
		site: {
			answers: inVain(undefined),
			groups: { Somebody: inVain('groups') }
		},
		expect: { Somebody: null },
		open: ['sepmReachable', 'platform', 'clients', 'linkDownMbps', 'internetAllowed']
	},
	{
		name: 'Nobody knows how many Linux players there are, and it does not matter',
		site: {
			answers: { sepmReachable: 'no', internetAllowed: 'yes' },
			groups: { Players: { platform: 'linux', clients: UNKNOWN } }
		},
		expect: { Players: 'liveupdate' }
	},
	{
		name: 'One group is unknown and does not hold up the other',
		site: {
			answers: { sepmReachable: 'yes', linkDownMbps: 500, internetAllowed: 'no' },
			groups: { Known: windows(30), Unknown: { clients: UNKNOWN } }
		},
		expect: { Known: 'sepm', Unknown: null },
		open: ['platform']
	},
	{
		name: 'Some subnets reach the SEPM, the others do not',
		site: {
			answers: { sepmReachable: 'some', linkDownMbps: 500, internetAllowed: 'no' },
			groups: { Office: windows(70) }
		},
		expect: { Office: 'sepm' },
		warns: ['sepm-port-to-open']
	}
];
