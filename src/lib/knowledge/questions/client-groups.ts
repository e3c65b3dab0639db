import type { Section } from '../../domain/question.ts';
import { GROUP_IS_NOT_WINDOWS, noneOf, YES_NO } from './skips.ts';

export const CLIENT_GROUPS: Section = {
	id: 'client-groups',
	title: 'Client groups',
	intro:
		'One group for all clients of one platform in one situation: each group gets its own method. Split off whatever roams, is cut off or is unmanaged.',
	collection: 'groups',
	questions: [
		{
			id: 'groupName',
			kind: 'text',
			prompt: 'What do you call this group?',
			why: 'The plan and the checklist speak of the group by this name.',
			find: 'Use a name that people on site understand; note the SEPM’s group name if it differs.',
			example: 'Office PCs',
			askedOf: 'contact',
			sources: ['OURS'],
			planReads: true
		},
		{
			id: 'platform',
			kind: 'choice',
			prompt: 'Which system do these computers run?',
			why: 'It decides first of all: Mac and Linux are left with three of the six methods.',
			find: 'Mixed? Make one group for each system.',
			options: [
				{ value: 'windows', label: 'Windows' },
				{ value: 'mac', label: 'Mac' },
				{ value: 'linux', label: 'Linux' }
			],
			askedOf: 'contact',
			sources: ['SEED'],
			planReads: true
		},
		{
			id: 'clients',
			kind: 'integer',
			unit: 'clients',
			min: 0,
			plausible: [1, 20_000],
			prompt: 'How many computers are in this group?',
			why: 'It decides whether a Group Update Provider pays, what machine it takes, and how long the link is busy.',
			find: 'The SEPM console lists clients by group. Otherwise the inventory, or count.',
			example: '40',
			askedOf: 'contact',
			sources: ['TECH92051', 'KB177513'],
			planReads: true
		},
		{
			id: 'managed',
			kind: 'choice',
			prompt: 'Does the SEPM manage these clients?',
			why: 'Unmanaged clients cannot take content from the SEPM or a Group Update Provider.',
			find: 'Ask the SEPM administrator whether they appear in the console.',
			options: YES_NO,
			askedOf: 'contact',
			sources: ['TD-MANAGED'],
			planReads: true
		},
		{
			id: 'roaming',
			kind: 'choice',
			prompt: 'Are they often away from the company network?',
			why: 'Computers that rarely come in should be able to update over the Internet.',
			find: 'Ask where the users work in a normal week. Less than half of it here: yes.',
			options: YES_NO,
			askedOf: 'contact',
			sources: ['HOWTO81355', 'TD-LUSCHED'],
			planReads: true
		},
		{
			id: 'airGapped',
			kind: 'choice',
			prompt: 'Are they cut off from every source of content?',
			why: 'Without any network path content must be carried to them on a medium.',
			find: 'Yes only if they reach none of these: the SEPM, a LiveUpdate server inside, the Internet.',
			options: YES_NO,
			askedOf: 'contact',
			sources: ['SEED', 'KB151309'],
			planReads: true
		},
		{
			id: 'clientVersion',
			kind: 'text',
			prompt: 'Which version of the SEP client do they run?',
			why: 'The vendor ended content for 14.0 to 14.2 with the year 2024: anything before 14.3 must be upgraded first. Write the oldest one down.',
			find: 'On a Windows client: registry value ProductVersion under HKLM\\SOFTWARE\\Symantec\\Symantec Endpoint Protection\\SMC; on 64-bit clients up to 14.3 RU4 look below Wow6432Node.',
			example: '14.3 RU8',
			askedOf: 'machine',
			sources: ['KB263064', 'KB181033'],
			planReads: true
		},
		{
			id: 'sepVersions',
			kind: 'table',
			prompt: 'Which client versions did you find, and how many of each?',
			why: 'Mixed versions need more room in a provider’s cache, and each may need its own Intelligent Updater file.',
			find: 'The SEPM’s client list, or the machines themselves. One version only: one row.',
			example: '14.3 RU8: 36; 14.3 RU5: 4',
			columns: [
				{ id: 'version', label: 'Version', kind: 'text' },
				{ id: 'count', label: 'How many', kind: 'integer' }
			],
			askedOf: 'machine',
			sources: ['KB177667', 'KB181033']
		},
		{
			id: 'osList',
			kind: 'many',
			prompt: 'Which Windows versions are there?',
			why: 'On Windows 7, Server 2008 and 2008 R2 engines from 2022 on need support for SHA-2 signatures. Without it their drivers do not start.',
			find: 'Run winver on a sample of the machines, above all on the oldest ones.',
			options: [
				{ value: 'windows-11', label: 'Windows 11' },
				{ value: 'windows-10', label: 'Windows 10' },
				{ value: 'windows-8', label: 'Windows 8 or 8.1' },
				{ value: 'windows-7', label: 'Windows 7', hint: 'needs SHA-2 support' },
				{ value: 'server-2022-later', label: 'Server 2022 or later' },
				{ value: 'server-2016-2019', label: 'Server 2016 or 2019' },
				{ value: 'server-2012', label: 'Server 2012 or 2012 R2' },
				{ value: 'server-2008-r2', label: 'Server 2008 R2', hint: 'needs SHA-2 support' },
				{ value: 'server-2008', label: 'Server 2008', hint: 'needs SHA-2 support' },
				{ value: 'other', label: 'Another one', hint: 'such as Vista, XP, 2003' }
			],
			askedOf: 'machine',
			sources: ['KB221360', 'KB263064'],
			skip: GROUP_IS_NOT_WINDOWS
		},
		{
			id: 'osCounts',
			kind: 'table',
			prompt: 'How many computers run each of these Windows versions?',
			why: 'The old ones are pilots of their own, and are left out until they are patched.',
			find: 'The SEPM’s client list or the inventory. Rough numbers will do; be exact for 7, 2008 and 2008 R2.',
			example: 'Windows 11: 30; Windows 7: 2',
			columns: [
				{ id: 'system', label: 'Windows version', kind: 'text' },
				{ id: 'count', label: 'How many', kind: 'integer' }
			],
			askedOf: 'machine',
			sources: ['KB221360'],
			skip: { any: [GROUP_IS_NOT_WINDOWS, noneOf('osList')] }
		},
		{
			id: 'bitnessMix',
			kind: 'choice',
			prompt: 'Is any of them a 32-bit system?',
			why: 'Intelligent Updater files differ for 32 and 64 bit, and a provider’s cache must hold both.',
			find: 'Settings > System > About, line “System type”. Check the oldest machines.',
			options: [
				{ value: '64-only', label: 'All are 64-bit' },
				{ value: 'both', label: 'Both kinds' },
				{ value: '32-only', label: 'All are 32-bit' }
			],
			askedOf: 'machine',
			sources: ['TECH161663', 'FIELD-IU-SCRIPTS'],
			skip: GROUP_IS_NOT_WINDOWS
		},
		{
			id: 'features',
			kind: 'many',
			prompt: 'Which protections are installed?',
			why: 'Each kind has content of its own. The virus file of the Intelligent Updater alone may leave the others old.',
			find: 'SEP icon > Status: every installed protection has a line with its own date.',
			options: [
				{ value: 'virus', label: 'Virus and Spyware Protection' },
				{
					value: 'sonar',
					label: 'Proactive Threat Protection',
					hint: 'SONAR; the cloud console calls it behaviour analysis'
				},
				{
					value: 'ips',
					label: 'Intrusion prevention',
					hint: 'part of Network Threat Protection'
				},
				{ value: 'firewall', label: 'Firewall', hint: 'part of Network Threat Protection' },
				{ value: 'other', label: 'Something else' }
			],
			askedOf: 'machine',
			sources: ['TECH104363', 'TD-PLAT', 'TD-CMP', 'SEED'],
			skip: GROUP_IS_NOT_WINDOWS
		},
		{
			id: 'clientType',
			kind: 'choice',
			prompt: 'Which kind of client package was installed?',
			why: 'The kinds may take definition sets of different size, so the right file and the size of a full set can differ.',
			find: 'Ask the SEPM administrator which installation package this group got. Nobody knows? Say so; do not guess.',
			options: [
				{ value: 'standard', label: 'Standard client' },
				{ value: 'embedded-vdi', label: 'Embedded or VDI client', hint: 'small footprint' },
				{
					value: 'dark-network',
					label: 'Dark network client',
					hint: 'for machines without Internet'
				}
			],
			askedOf: 'sepm-console',
			sources: ['SIZING-WP', 'GH-DEFS'],
			skip: GROUP_IS_NOT_WINDOWS
		},
		{
			id: 'vdiPresent',
			kind: 'choice',
			prompt: 'Are any of them virtual desktops that are reset at logoff?',
			why: 'A desktop that forgets loses its content every time. Its master image must be updated instead, and it can never be a provider.',
			find: 'Ask for VDI, Citrix or Horizon, and whether the desktops are “non-persistent”.',
			options: YES_NO,
			askedOf: 'contact',
			sources: ['TD-RAND', 'FIELD-BISF'],
			skip: { question: 'platform', is: ['mac'] }
		},
		{
			id: 'nVdi',
			kind: 'integer',
			unit: 'clients',
			min: 0,
			plausible: [1, 5000],
			prompt: 'How many desktops are reset that way?',
			why: 'Many desktops on one host fetch at the same moment. Their number decides how wide downloads should be spread.',
			find: 'Ask whoever runs the virtual desktops for the size of the pool.',
			example: '60',
			askedOf: 'contact',
			sources: ['TD-RAND'],
			skip: {
				any: [
					{ question: 'platform', is: ['mac'] },
					{ question: 'vdiPresent', is: ['no'] }
				]
			}
		}
	]
};
