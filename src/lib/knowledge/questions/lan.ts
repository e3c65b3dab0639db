import type { Section } from '../../domain/question.ts';
import { NO_CANDIDATE, NO_CLIENTS, ONE_SUBNET } from './skips.ts';

export const LAN: Section = {
	id: 'lan',
	title: 'Network inside the site',
	intro: 'How clients here reach each other. Ask the network owner, or look at the cabinet.',
	questions: [
		{
			id: 'routedBetween',
			kind: 'choice',
			prompt: 'Are the client subnets routed to each other?',
			why: 'Where they are not, each subnet needs its own Group Update Provider. Where they are, a list can map several to one.',
			find: 'Ask the network owner; the answers in the subnet list add up to this one.',
			options: [
				{ value: 'all', label: 'All of them' },
				{ value: 'some', label: 'Some of them' },
				{ value: 'none', label: 'None' }
			],
			askedOf: 'network',
			sources: ['KB152744', 'HOWTO80959'],
			skip: ONE_SUBNET
		},
		{
			id: 'routedNotes',
			kind: 'text',
			long: true,
			prompt: 'Which of them reach each other?',
			why: 'The list that maps subnets to providers is written from this.',
			find: 'Name pairs, or give the number of the photo of the drawing.',
			example:
				'10.42.1.0/24 reaches 10.42.2.0/24. The workshop network 10.42.9.0/24 reaches nothing.',
			askedOf: 'network',
			sources: ['HOWTO80959'],
			skip: { any: [ONE_SUBNET, { question: 'routedBetween', is: ['all', 'none'] }] }
		},
		{
			id: 'lanSpeed',
			kind: 'choice',
			prompt: 'What is the slowest connection that clients here use?',
			why: 'It limits how fast a provider inside the site can serve them.',
			find: 'Look at the switch, or on a client: Settings > Network & Internet, the link speed.',
			options: [
				{ value: '10m', label: '10 Mbit/s' },
				{ value: '100m', label: '100 Mbit/s' },
				{ value: '1g', label: '1 Gbit/s or more' },
				{ value: 'wifi-only', label: 'Wi-Fi only' }
			],
			askedOf: 'network',
			sources: ['KB177667', 'OURS'],
			skip: NO_CLIENTS
		},
		{
			id: 'wifiSharePercent',
			kind: 'number',
			unit: '%',
			min: 0,
			max: 100,
			plausible: [0, 100],
			prompt: 'What share of the clients has Wi-Fi only?',
			why: 'A provider must be on the cable. Many Wi-Fi clients at once also slow each other down.',
			find: 'Estimate it while you walk, or ask the network owner.',
			example: '30',
			askedOf: 'network',
			sources: ['OURS'],
			skip: NO_CLIENTS
		},
		{
			id: 'gupPort',
			kind: 'integer',
			unit: 'count',
			min: 1,
			max: 65_535,
			prompt: 'Which TCP port will clients use to reach the Group Update Provider?',
			why: 'It is 2967 unless the policy sets another one. Firewall rules and tests are made with this number.',
			find: 'Write 2967, unless it is taken: on the candidate, netstat -ano shows which ports are in use.',
			example: '2967',
			askedOf: 'network',
			sources: ['TD-PORTS', 'KB177667'],
			skip: NO_CANDIDATE
		},
		{
			id: 'port2967',
			kind: 'choice',
			prompt: 'Is that port open between the client subnets and the candidate?',
			why: 'While it is closed no client reaches the provider, and all may go over the link instead.',
			find: 'Ask the network owner. A test succeeds only once something listens there, so trust the rules, not the test.',
			options: [
				{ value: 'open', label: 'Open' },
				{ value: 'to-request', label: 'Must be requested' },
				{ value: 'blocked', label: 'Blocked, and will stay so' }
			],
			askedOf: 'network',
			sources: ['HOWTO55184', 'TD-PORTS'],
			skip: NO_CANDIDATE
		}
	]
};
