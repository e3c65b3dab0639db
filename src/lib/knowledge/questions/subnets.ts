import type { Section } from '../../domain/question.ts';
import { ONE_SUBNET } from './skips.ts';

export const SUBNETS: Section = {
	id: 'subnets',
	title: 'Subnets',
	intro:
		'One entry for every subnet that holds clients. Take them from the network drawing, or read them off one client in each.',
	collection: 'subnets',
	questions: [
		{
			id: 'subnetAddress',
			kind: 'text',
			prompt: 'What are the address and mask of this subnet?',
			why: 'Providers are chosen by subnet, and firewall rules name it.',
			find: 'Network drawing; or ipconfig on a client in it: IPv4 address and subnet mask.',
			example: '10.42.1.0/24',
			askedOf: 'network',
			sources: ['KB152744', 'HOWTO80959', 'SURVEY-FORMS']
		},
		{
			id: 'subnetVlan',
			kind: 'text',
			prompt: 'Which VLAN is it?',
			why: 'The network owner knows the subnet by this number when a port must be opened.',
			find: 'Network drawing, or ask the network owner. No VLANs here? Choose “does not apply”.',
			example: 'VLAN 20',
			askedOf: 'network',
			sources: ['SURVEY-FORMS']
		},
		{
			id: 'subnetUse',
			kind: 'text',
			prompt: 'What is it used for?',
			why: 'It helps to choose the waves: offices first, tills and machines last.',
			find: 'Ask the network owner, or look at what stands there.',
			example: 'Office, 1st floor',
			askedOf: 'network',
			sources: ['SURVEY-FORMS']
		},
		{
			id: 'subnetClients',
			kind: 'integer',
			unit: 'clients',
			min: 0,
			plausible: [1, 1000],
			prompt: 'How many SEP clients are in it?',
			why: 'A subnet with a handful of clients needs no provider of its own; a large one does.',
			find: 'The SEPM’s client list shows addresses. An estimate is fine, and say that it is one.',
			example: '20',
			askedOf: 'network',
			sources: ['KB152744', 'TECH92051']
		},
		{
			id: 'subnetRouted',
			kind: 'choice',
			prompt: 'Can clients in it reach the other client subnets?',
			why: 'A provider in another subnet can serve this one only over a route, and only if it is named by a list or as the single provider.',
			find: 'Ask the network owner; or run ping from a client here to one in each other subnet.',
			options: [
				{ value: 'all', label: 'All of them' },
				{ value: 'some', label: 'Some of them' },
				{ value: 'none', label: 'None' }
			],
			askedOf: 'network',
			sources: ['KB152744', 'HOWTO80959'],
			skip: ONE_SUBNET
		}
	]
};
