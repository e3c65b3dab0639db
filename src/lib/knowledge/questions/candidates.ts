import type { Section } from '../../domain/question.ts';
import { CANDIDATE_IS_OUT, YES_NO } from './skips.ts';

export const CANDIDATES: Section = {
	id: 'candidates',
	title: 'Candidates for a Group Update Provider',
	intro:
		'A Group Update Provider is a Windows client that fetches content once and passes it on. Stand at each machine that could be one and read this off.',
	collection: 'candidates',
	questions: [
		{
			id: 'host',
			kind: 'text',
			prompt: 'What is the computer’s name, and its asset tag?',
			why: 'The policy names the provider, and the label on the machine tells others not to switch it off.',
			find: 'Run hostname. The name comes first, the tag after a comma; photograph the tag where photos are allowed.',
			example: 'LYO-FS1',
			askedOf: 'machine',
			sources: ['HOWTO55184'],
			planReads: true
		},
		{
			id: 'hostOs',
			kind: 'choice',
			prompt: 'Which system does it run?',
			why: 'A provider must run Windows. Above 50 clients the vendor advises a server system that is always on.',
			find: 'Run winver.',
			options: [
				{ value: 'windows-server', label: 'Windows Server' },
				{ value: 'windows-client', label: 'Windows 10, 11 or another desktop Windows' },
				{ value: 'other', label: 'Not Windows', hint: 'cannot be a provider' }
			],
			askedOf: 'machine',
			sources: ['SEED', 'TECH92051'],
			planReads: true
		},
		{
			id: 'isSepm',
			kind: 'choice',
			prompt: 'Is it the SEPM itself?',
			why: 'The vendor says not to make the management server a provider.',
			find: 'Compare its name with that of the SEPM.',
			options: YES_NO,
			askedOf: 'machine',
			sources: ['KB177667'],
			planReads: true
		},
		{
			id: 'alwaysOn',
			kind: 'choice',
			prompt: 'Is it on day and night, every day?',
			why: 'While the provider is off, clients wait or go over the thin link.',
			find: 'Ask the owner, and look at the power plan: no sleep. On means 24 hours, seven days.',
			options: YES_NO,
			askedOf: 'machine',
			sources: ['TECH92051'],
			planReads: true
		},
		{
			id: 'powerPattern',
			kind: 'choice',
			prompt: 'When is it on, then?',
			why: 'Office hours may do for a small office whose clients are off at the same time. Irregular hours will not.',
			find: 'Ask the owner.',
			options: [
				{ value: 'office-hours', label: 'During office hours' },
				{ value: 'irregular', label: 'Irregularly' }
			],
			askedOf: 'machine',
			sources: ['OURS'],
			skip: { any: [CANDIDATE_IS_OUT, { question: 'alwaysOn', is: ['yes'] }] }
		},
		{
			id: 'freeDiskGigabytes',
			kind: 'number',
			unit: 'GB',
			min: 0,
			plausible: [5, 10_000],
			prompt: 'How much disk is free where SEP is installed?',
			why: 'The provider keeps full sets and many small ones. A full disk stops it.',
			find: 'File Explorer > This PC, the drive that holds SEP, usually C:.',
			example: '220',
			askedOf: 'machine',
			sources: ['KB177667', 'API'],
			planReads: true
		},
		{
			id: 'hostMemory',
			kind: 'text',
			prompt: 'How much memory does it have, and which processor?',
			why: 'A weak machine serves its clients slowly while others work on it.',
			find: 'Settings > System > About: installed RAM and processor.',
			example: '16 GB, Xeon E-2234',
			askedOf: 'machine',
			sources: ['KB177667', 'API'],
			skip: CANDIDATE_IS_OUT
		},
		{
			id: 'candidateVersion',
			kind: 'text',
			prompt: 'Which SEP version runs on it?',
			why: 'A provider should run the same version as the SEPM. If it differs, upgrade it first.',
			find: 'Registry value ProductVersion, as for the client groups. SEP is not installed? Write that.',
			example: '14.3 RU8',
			askedOf: 'machine',
			sources: ['KB177667', 'KB181033'],
			planReads: true
		},
		{
			id: 'gupSubnet',
			kind: 'text',
			prompt: 'In which of the subnets is it?',
			why: 'A provider should stand on the same network segment as its clients. Clients prefer one in their own subnet.',
			find: 'Run ipconfig and compare with the list of subnets.',
			example: '10.42.1.0/24',
			askedOf: 'machine',
			sources: ['KB177667', 'KB152744'],
			skip: CANDIDATE_IS_OUT
		},
		{
			id: 'addressFixed',
			kind: 'choice',
			prompt: 'Is its network address fixed?',
			why: 'A list or a single provider names an address or a host. If that moves, the clients lose it. Of several in one subnet the lowest address is taken.',
			find: 'Run ipconfig /all, line “DHCP Enabled”. If it says yes, ask whether the address is reserved.',
			options: [
				{ value: 'static', label: 'Fixed on the machine' },
				{ value: 'dhcp-reserved', label: 'Reserved in DHCP' },
				{ value: 'dynamic', label: 'It may change' }
			],
			askedOf: 'machine',
			sources: ['KB152744'],
			skip: CANDIDATE_IS_OUT
		},
		{
			id: 'otherRoles',
			kind: 'many',
			prompt: 'What other heavy work does it do?',
			why: 'A busy machine answers its clients late, and its owner will notice ours.',
			find: 'Ask the owner, and look at the processor load for a minute. Nothing heavy? Choose none.',
			options: [
				{ value: 'file', label: 'File server' },
				{ value: 'print', label: 'Print server' },
				{ value: 'database', label: 'Database' },
				{ value: 'domain-controller', label: 'Domain controller' },
				{ value: 'other', label: 'Something else' }
			],
			askedOf: 'machine',
			sources: ['KB177667'],
			skip: CANDIDATE_IS_OUT
		},
		{
			id: 'hostFirewall',
			kind: 'choice',
			prompt: 'Which firewall runs on it?',
			why: 'SEP’s own firewall lets the provider’s port in by default. Any other firewall may need a rule.',
			find: 'Ask its administrator. Run wf.msc to see whether Windows Firewall is on.',
			options: [
				{ value: 'sep', label: 'The firewall of SEP' },
				{ value: 'windows', label: 'Windows Firewall' },
				{ value: 'other', label: 'Another one' },
				{ value: 'none', label: 'None' }
			],
			askedOf: 'machine',
			sources: ['HOWTO55184', 'TD-PORTS'],
			skip: CANDIDATE_IS_OUT
		},
		{
			id: 'rebootTime',
			kind: 'text',
			prompt: 'When does it restart for patches?',
			why: 'The roll-out must not run into a restart of the one machine that feeds all others.',
			find: 'Ask the owner of the machine.',
			example: 'Second Tuesday of the month, 03:00',
			askedOf: 'contact',
			sources: ['OURS'],
			skip: CANDIDATE_IS_OUT
		},
		{
			id: 'ownerAgrees',
			kind: 'choice',
			prompt: 'Has its owner agreed in writing?',
			why: 'Without consent the machine may be switched off or rebuilt next month. The first hold point asks for it.',
			find: 'Ask the owner for a short mail, and keep it with the record.',
			options: [
				{ value: 'yes', label: 'Yes, in writing' },
				{ value: 'pending', label: 'Asked, no answer yet' },
				{ value: 'no', label: 'No' }
			],
			askedOf: 'contact',
			sources: ['OURS'],
			skip: CANDIDATE_IS_OUT
		}
	]
};
