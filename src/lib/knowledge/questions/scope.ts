import type { Section } from '../../domain/question.ts';
import { NO_WINDOWS, NO_WINDOWS_OR_MAC, YES_NO } from './skips.ts';

export const SCOPE: Section = {
	id: 'scope',
	title: 'What is at this site',
	intro:
		'Rough totals, to see what you are dealing with. Your contact or an inventory list has them; walk and count if not.',
	questions: [
		{
			id: 'nWindows',
			kind: 'integer',
			unit: 'clients',
			min: 0,
			plausible: [0, 20_000],
			prompt: 'How many Windows computers have SEP, or should get it?',
			why: 'Three of the six methods work on Windows only: Group Update Provider, third-party tool and Intelligent Updater.',
			find: 'Inventory list, or the group of this site in the SEPM console. Servers count too.',
			example: '86',
			askedOf: 'contact',
			sources: ['SEED', 'TECH92051']
		},
		{
			id: 'nServers',
			kind: 'integer',
			unit: 'clients',
			min: 0,
			plausible: [0, 500],
			prompt: 'How many of the Windows computers are servers?',
			why: 'Servers are updated in their own wave, and every critical one is checked at the end.',
			find: 'Ask for the server list, and which of them may never stop.',
			example: '3',
			askedOf: 'contact',
			sources: ['OURS'],
			skip: NO_WINDOWS
		},
		{
			id: 'nLaptops',
			kind: 'integer',
			unit: 'clients',
			min: 0,
			plausible: [0, 5000],
			prompt: 'How many computers leave the site regularly?',
			why: 'Laptops on the road need a way to get content from outside, and a short wait before they stop looking for the local source.',
			find: 'Ask how many people work from home or travel.',
			example: '12',
			askedOf: 'contact',
			sources: ['HOWTO81355', 'TD-LUSCHED'],
			skip: NO_WINDOWS_OR_MAC
		},
		{
			id: 'nMac',
			kind: 'integer',
			unit: 'clients',
			min: 0,
			plausible: [0, 5000],
			prompt: 'How many Macs are there?',
			why: 'Macs cannot use a Group Update Provider, a third-party tool or the Intelligent Updater. They need one of the other three ways.',
			find: 'Ask the contact, or look at the inventory; designers and managers often have one.',
			example: '34',
			askedOf: 'contact',
			sources: ['SEED', 'KB227924']
		},
		{
			id: 'nLinux',
			kind: 'integer',
			unit: 'clients',
			min: 0,
			plausible: [0, 5000],
			prompt: 'How many Linux computers are there?',
			why: 'Like Macs they need the SEPM with a reverse proxy, or a LiveUpdate server inside or outside.',
			find: 'Ask about servers and workshop machines too; they are easily forgotten.',
			example: '21',
			askedOf: 'contact',
			sources: ['SEED', 'KB227924']
		},
		{
			id: 'nUnmanaged',
			kind: 'integer',
			unit: 'clients',
			min: 0,
			plausible: [0, 2000],
			prompt: 'How many clients are not managed by the SEPM?',
			why: 'An unmanaged client takes no policy from the SEPM, so it takes no content from it either. Each needs its own source.',
			find: 'On a client: SEP icon, then Help > Troubleshooting shows the server or says self-managed (confirm on your version). Or compare the inventory with the SEPM’s list.',
			example: '0',
			askedOf: 'contact',
			sources: ['TD-MANAGED', 'TECH93409']
		},
		{
			id: 'closedNetwork',
			kind: 'choice',
			prompt: 'Is any part of the site cut off: no way to the Internet nor to the SEPM?',
			why: 'Cut-off machines need content that is carried in by hand. Make a client group of their own for them.',
			find: 'Ask for labs, machine halls, cameras, till systems and anything that is “not on the network”.',
			example: 'Yes: test benches in the basement',
			options: YES_NO,
			askedOf: 'contact',
			sources: ['SEED', 'KB151309']
		},
		{
			id: 'nClosed',
			kind: 'integer',
			unit: 'clients',
			min: 0,
			plausible: [1, 1000],
			prompt: 'How many computers are in the cut-off part?',
			why: 'Each is visited by hand. The number decides how long the round takes and how often it can be walked.',
			find: 'Ask whoever runs that part, and count.',
			example: '18',
			askedOf: 'contact',
			sources: ['SEED'],
			skip: { question: 'closedNetwork', is: ['no'] }
		},
		{
			id: 'subnets',
			kind: 'integer',
			unit: 'count',
			min: 0,
			plausible: [1, 100],
			prompt: 'In how many separate subnets do the clients sit?',
			why: 'A Group Update Provider found by rule serves its own subnet only. Several subnets mean several providers or a list that maps them.',
			find: 'Ask the network owner for a drawing. On a client, ipconfig shows address and mask: different networks are different subnets.',
			example: '2',
			askedOf: 'network',
			sources: ['KB152744', 'HOWTO80959'],
			skip: NO_WINDOWS,
			planReads: true
		}
	]
};
