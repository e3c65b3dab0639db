import type { Section } from '../../domain/question.ts';
import { SEPM_IS_OUT_OF_REACH, YES_NO } from './skips.ts';

const NO_LUA = { question: 'luaPresent', is: ['no'] } as const;

export const SEPM: Section = {
	id: 'sepm',
	title: 'SEPM console and LiveUpdate servers',
	intro:
		'Sit with the SEPM administrator, or call. All of this is read in the console; nothing is changed yet.',
	questions: [
		{
			id: 'sepmVersion',
			kind: 'text',
			prompt: 'Which version is the SEPM?',
			why: 'A Group Update Provider should run the same version, and new engines reach newer versions first.',
			find: 'In the console: Help > About (confirm on your version).',
			example: '14.3 RU8',
			askedOf: 'sepm-console',
			sources: ['KB177667', 'TECH206118', 'KB263064'],
			skip: SEPM_IS_OUT_OF_REACH,
			planReads: true
		},
		{
			id: 'sepmTotalClients',
			kind: 'integer',
			unit: 'clients',
			min: 0,
			plausible: [1, 100_000],
			prompt: 'How many clients does that SEPM manage, all sites together?',
			why: 'Above 10,000 a LiveUpdate server inside is worth a thought; above 1,000 the clients should call less often.',
			find: 'The clients page of the console, all groups (confirm on your version).',
			example: '2400',
			askedOf: 'sepm-console',
			sources: ['SEED', 'HOWTO55060', 'TECH92051'],
			skip: SEPM_IS_OUT_OF_REACH,
			planReads: true
		},
		{
			id: 'sepmRevisions',
			kind: 'integer',
			unit: 'revisions',
			min: 1,
			plausible: [3, 120],
			prompt: 'How many content revisions does the SEPM keep?',
			why: 'A client that was away for longer than that takes a full set instead of a small difference. That fills the link.',
			find: 'Admin > Servers > Local Site > Edit Site Properties > LiveUpdate.',
			example: '30',
			askedOf: 'sepm-console',
			sources: ['KB152377', 'KB177759', 'TECH92051'],
			skip: SEPM_IS_OUT_OF_REACH,
			planReads: true
		},
		{
			id: 'sepmDiskFreeGigabytes',
			kind: 'number',
			unit: 'GB',
			min: 0,
			plausible: [5, 10_000],
			prompt: 'How much disk is free on the SEPM, where content is stored?',
			why: 'Keeping more revisions takes more disk. Check this before you propose it.',
			find: 'On the SEPM: the drive with the folder …\\Symantec Endpoint Protection Manager\\Inetpub\\content.',
			example: '140',
			askedOf: 'sepm-console',
			sources: ['KB180512', 'KB152377'],
			skip: SEPM_IS_OUT_OF_REACH
		},
		{
			id: 'communicationMode',
			kind: 'choice',
			prompt: 'Do the clients of this site work in pull or in push mode?',
			why: 'Push keeps every connection open and takes more bandwidth. Pull is the mode for thin links and many clients.',
			find: 'Clients > the group > Policies tab > Location-independent Policies and Settings > Settings > Communication Settings.',
			options: [
				{ value: 'pull', label: 'Pull', hint: 'clients call at intervals' },
				{ value: 'push', label: 'Push', hint: 'clients stay connected' }
			],
			askedOf: 'sepm-console',
			sources: ['TD-PUSHPULL', 'TD-COMM', 'HOWTO55060'],
			skip: SEPM_IS_OUT_OF_REACH,
			planReads: true
		},
		{
			id: 'heartbeatMinutes',
			kind: 'integer',
			unit: 'minutes',
			min: 1,
			plausible: [5, 1440],
			prompt: 'How often do the clients call the SEPM (heartbeat)?',
			why: 'New content is learned of at a heartbeat, so every wait in the pilot is counted in them. 30 minutes or less limits how many clients one SEPM carries.',
			find: 'Same window: the heartbeat interval. In version 14 the default is 5 minutes.',
			example: '30',
			askedOf: 'sepm-console',
			sources: ['KB156653', 'HOWTO55060', 'TD-COMM'],
			skip: SEPM_IS_OUT_OF_REACH,
			planReads: true
		},
		{
			id: 'randomization',
			kind: 'choice',
			prompt: 'Are downloads spread at random over time?',
			why: 'Otherwise all clients fetch at the same moment. It counts for the SEPM and for Group Update Providers, and is on by default.',
			find: 'Same window: Download Randomization.',
			options: YES_NO,
			askedOf: 'sepm-console',
			sources: ['TD-RAND'],
			skip: SEPM_IS_OUT_OF_REACH
		},
		{
			id: 'randomizationMinutes',
			kind: 'integer',
			unit: 'minutes',
			min: 1,
			max: 10_080,
			plausible: [5, 240],
			prompt: 'Over how many minutes are they spread?',
			why: 'The pilot waits at least this long. Many clients on a thin link need a wider spread.',
			find: 'Same window, beside the box that turns it on.',
			example: '30',
			askedOf: 'sepm-console',
			sources: ['TD-RAND'],
			skip: { any: [SEPM_IS_OUT_OF_REACH, { question: 'randomization', is: ['no'] }] }
		},
		{
			id: 'groupStructure',
			kind: 'choice',
			prompt: 'Does the site have a client group of its own in the SEPM?',
			why: 'A policy for this site needs a group that inherits nothing, or other sites change with it.',
			find: 'Clients page: the group tree, and on the Policies tab whether the group inherits from its parent (confirm on your version).',
			options: [
				{ value: 'own', label: 'Its own group, own policies' },
				{ value: 'shared', label: 'Shared with other sites' },
				{ value: 'inherited', label: 'Its own group, inherited policies' }
			],
			askedOf: 'sepm-console',
			sources: ['KB177685', 'HOWTO55184'],
			skip: SEPM_IS_OUT_OF_REACH
		},
		{
			id: 'policyNow',
			kind: 'text',
			prompt: 'What is the name of the LiveUpdate Settings policy in use now?',
			why: 'The way back is to assign this policy again. Every checklist prints its name.',
			find: 'Policies > LiveUpdate > LiveUpdate Settings, or the Policies tab of the group.',
			example: 'LiveUpdate Settings - Branches',
			askedOf: 'sepm-console',
			sources: ['HOWTO55184', 'KB151483'],
			skip: SEPM_IS_OUT_OF_REACH
		},
		{
			id: 'sepmContentFrom',
			kind: 'choice',
			prompt: 'Where does the SEPM get its own content?',
			why: 'A SEPM that is cut off must be fed by hand with .jdb files, and then serves its clients as usual.',
			find: 'Admin > Servers > Local Site > Edit Site Properties > LiveUpdate: the source servers (confirm on your version).',
			options: [
				{ value: 'symantec', label: 'From the vendor over the Internet' },
				{ value: 'lua', label: 'From a LiveUpdate server inside', hint: 'LUA' },
				{ value: 'jdb', label: 'By hand, with .jdb files' }
			],
			askedOf: 'sepm-console',
			sources: ['KB151309', 'KB177759'],
			skip: SEPM_IS_OUT_OF_REACH,
			planReads: true
		},
		{
			id: 'fullContentMegabytes',
			kind: 'number',
			unit: 'MB',
			min: 1,
			plausible: [20, 1000],
			prompt: 'How large is a full set of virus definitions?',
			why: 'A new client, or one that was away too long, takes all of it. The published sizes are old, so measure.',
			find: 'On the SEPM, below …\\Inetpub\\content: the folder of the virus definitions (ContentInfo.txt says which), its newest revision, the file full.zip.',
			example: '118',
			askedOf: 'sepm-console',
			sources: ['KB177759', 'KB180512', 'KB152377', 'TD-3P'],
			skip: SEPM_IS_OUT_OF_REACH,
			planReads: true
		},
		{
			id: 'deltaMegabytes',
			kind: 'number',
			unit: 'MB',
			min: 0,
			plausible: [0.04, 20],
			prompt: 'How large is the usual difference (delta) from one revision to the next?',
			why: 'Clients that are up to date take this several times a day. It is the daily load of the link.',
			find: 'In the same newest revision folder: the deltas, one for each older revision that clients hold. Take the smallest ordinary one.',
			example: '1.5',
			askedOf: 'sepm-console',
			sources: ['KB161910', 'KB152377', 'KB177513'],
			skip: SEPM_IS_OUT_OF_REACH,
			planReads: true
		},
		{
			id: 'luaPresent',
			kind: 'choice',
			prompt: 'Is there a LiveUpdate server of the company’s own (LiveUpdate Administrator, LUA)?',
			why: 'If one runs already, it can serve Macs, Linux computers and unmanaged clients without new work.',
			find: 'Ask the SEPM administrator, and whoever runs other Symantec products.',
			options: YES_NO,
			askedOf: 'sepm-console',
			sources: ['SEED', 'KB153947'],
			planReads: true
		},
		{
			id: 'luaHost',
			kind: 'text',
			prompt: 'What are its name and address for clients?',
			why: 'The LiveUpdate policy needs the address, and the test from a client too.',
			find: 'Ask whoever runs it for the address of the production distribution centre.',
			example: 'LUA1, http://lua1.example.com',
			askedOf: 'sepm-console',
			sources: ['HOWTO80884', 'KB151483'],
			skip: NO_LUA
		},
		{
			id: 'luaOnSepmHost',
			kind: 'choice',
			prompt: 'Does it run on the same machine as the SEPM?',
			why: 'The vendor says not to: both become very slow. It would have to move first.',
			find: 'Compare the two names. A virtual machine of its own counts as its own.',
			options: YES_NO,
			askedOf: 'sepm-console',
			sources: ['SEED'],
			skip: NO_LUA,
			planReads: true
		}
	]
};
