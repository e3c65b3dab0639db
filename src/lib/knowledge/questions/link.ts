import type { Section } from '../../domain/question.ts';
import { LINK_DOES_NOT_MATTER, NO_LINK, SEPM_IS_OUT_OF_REACH } from './skips.ts';

export const LINK: Section = {
	id: 'link',
	title: 'Link to the SEPM',
	intro:
		'How content would travel to this site. Test the port from a client; the network owner knows the link.',
	questions: [
		{
			id: 'sepmHost',
			kind: 'text',
			prompt: 'What is the name or address of the SEPM that serves this site?',
			why: 'The tests and commands of the checklist are filled in with it.',
			find: 'Ask the SEPM administrator. There is no SEPM? Choose “does not apply”.',
			example: 'PAR-SEPM1',
			askedOf: 'sepm-console',
			sources: ['KB177667']
		},
		{
			id: 'sepmPort',
			kind: 'integer',
			unit: 'count',
			min: 1,
			max: 65_535,
			prompt: 'On which TCP port do clients talk to the SEPM?',
			why: 'This port must be open from every client, and from a Group Update Provider too. It differs by version and can be changed.',
			find: 'Ask the SEPM administrator; do not assume. 8014 and 443 are usual, 80 in old installations.',
			example: '8014',
			askedOf: 'sepm-console',
			sources: ['KB177667'],
			skip: SEPM_IS_OUT_OF_REACH
		},
		{
			id: 'sepmReachable',
			kind: 'choice',
			prompt: 'Can the clients here open that port on the SEPM?',
			why: 'Without it neither the SEPM nor a Group Update Provider can serve them: both need it for policy, and to learn of new content.',
			find: 'On one client per subnet, in PowerShell: Test-NetConnection with the SEPM’s name and -Port with its number. “TcpTestSucceeded : True” means yes.',
			options: [
				{ value: 'yes', label: 'Yes, from every subnet' },
				{ value: 'some', label: 'From some subnets only' },
				{ value: 'no', label: 'No' }
			],
			askedOf: 'machine',
			sources: ['KB177667', 'MS-POWERSHELL'],
			planReads: true
		},
		{
			id: 'linkDownMbps',
			kind: 'number',
			unit: 'Mbit/s',
			min: 0,
			plausible: [0, 10_000],
			prompt: 'How fast is the link from the SEPM’s side to this site?',
			why: 'With the number of clients it decides whether everybody can fetch alone, or one machine must fetch for all.',
			find: 'Ask the network owner for the contract speed towards this site, or measure it in a quiet hour. Same building: the speed of the network. No link at all: 0.',
			example: '2',
			askedOf: 'network',
			sources: ['SEED', 'KB177513'],
			together: 'link',
			planReads: true
		},
		{
			id: 'linkSharePercent',
			kind: 'number',
			unit: '%',
			min: 1,
			max: 100,
			plausible: [5, 80],
			prompt: 'How much of that link may updates use?',
			why: 'People work over the same link. The plan counts on this share and on nothing more.',
			find: 'Agree it with the network owner. The part that is free in the busy hour is a good start.',
			example: '25',
			askedOf: 'network',
			sources: ['KB177513', 'OURS'],
			skip: NO_LINK,
			together: 'link',
			planReads: true
		},
		{
			id: 'windowHours',
			kind: 'number',
			unit: 'hours',
			min: 0.25,
			max: 24,
			plausible: [1, 24],
			prompt: 'For how many hours a day may updates use it?',
			why: 'What does not fit into these hours does not fit the site. That is how the plan says that a link is too thin.',
			find: 'Ask the network owner. Around the clock is 24; nights only may be 8.',
			example: '8',
			askedOf: 'network',
			sources: ['OURS'],
			skip: NO_LINK,
			together: 'link',
			planReads: true
		},
		{
			id: 'wanType',
			kind: 'choice',
			prompt: 'What kind of link is it?',
			why: 'Mobile and satellite links cost by volume and break more often; that calls for more caution than their speed shows.',
			find: 'Ask the network owner, or look at the box at the end of the line.',
			options: [
				{ value: 'fibre', label: 'Fibre or leased line' },
				{ value: 'dsl', label: 'DSL or cable' },
				{ value: 'mpls', label: 'MPLS, the company’s own network' },
				{ value: 'vpn', label: 'VPN over the Internet' },
				{ value: 'mobile', label: 'Mobile: LTE or 5G' },
				{ value: 'satellite', label: 'Satellite' },
				{ value: 'none', label: 'No link' }
			],
			askedOf: 'network',
			sources: ['SURVEY-FORMS', 'SEED'],
			skip: { any: [SEPM_IS_OUT_OF_REACH, NO_LINK] }
		},
		{
			id: 'linkUpMbps',
			kind: 'number',
			unit: 'Mbit/s',
			min: 0,
			plausible: [0.1, 10_000],
			prompt: 'How fast is the link from this site back to the SEPM?',
			why: 'Reports and logs travel this way. With full logging a client may send some hundred kilobytes at each contact.',
			find: 'Ask the network owner. On DSL it is much slower than the other direction.',
			example: '0.5',
			askedOf: 'network',
			sources: ['KB156653'],
			skip: LINK_DOES_NOT_MATTER
		},
		{
			id: 'wanBusyPercent',
			kind: 'number',
			unit: '%',
			min: 0,
			max: 100,
			plausible: [5, 95],
			prompt: 'How full is the link in the busiest hour?',
			why: 'It shows what is left for updates by day, and what the link looked like before us.',
			find: 'Ask the network owner for the traffic graph of an ordinary weekday; photograph it.',
			example: '60',
			askedOf: 'network',
			sources: ['SEED', 'OURS'],
			skip: LINK_DOES_NOT_MATTER
		},
		{
			id: 'wanRoundTripMs',
			kind: 'number',
			unit: 'ms',
			min: 0,
			max: 10_000,
			plausible: [1, 700],
			prompt: 'How long does a round trip to the SEPM take?',
			why: 'A long way makes transfers slower than the speed promises, and runs into time limits.',
			find: 'On a client: ping with the SEPM’s name; write the average. Ping is blocked? Choose “could not find out”.',
			example: '35',
			askedOf: 'machine',
			record: 'No text gives a limit; a reader of the record can explain a slow transfer by it.',
			sources: ['OURS'],
			skip: LINK_DOES_NOT_MATTER
		},
		{
			id: 'wanCapGigabytes',
			kind: 'number',
			unit: 'GB',
			min: 0,
			plausible: [1, 10_000],
			prompt: 'How many gigabytes a month does the contract include?',
			why: 'The first fill alone can be many gigabytes. On a metered link it costs money.',
			find: 'Ask whoever pays the contract. No limit? Choose “does not apply”.',
			example: '100',
			askedOf: 'network',
			sources: ['KB180512', 'OURS'],
			skip: LINK_DOES_NOT_MATTER
		},
		{
			id: 'wanOtherLoad',
			kind: 'table',
			prompt: 'Which other heavy jobs use the link, and when?',
			why: 'Backups and patches run at night too. The waves are put between them.',
			find: 'Ask the network owner and whoever runs backup and patching.',
			example: 'Backup: daily, 22:00 to 02:00',
			columns: [
				{ id: 'job', label: 'Job', kind: 'text' },
				{ id: 'days', label: 'Days', kind: 'text' },
				{ id: 'from', label: 'From', kind: 'text' },
				{ id: 'to', label: 'To', kind: 'text' }
			],
			askedOf: 'network',
			sources: ['OURS'],
			skip: LINK_DOES_NOT_MATTER
		},
		{
			id: 'wanOutagesPerMonth',
			kind: 'integer',
			unit: 'count',
			min: 0,
			max: 1000,
			plausible: [0, 10],
			prompt: 'How often a month does the link fail?',
			why: 'Where it often fails, choose with care how long clients wait for their provider, and keep an Intelligent Updater file at hand.',
			find: 'Ask the network owner, and ask the users: they remember more.',
			example: '1',
			askedOf: 'network',
			sources: ['HOWTO55184', 'OURS'],
			skip: LINK_DOES_NOT_MATTER
		}
	]
};
