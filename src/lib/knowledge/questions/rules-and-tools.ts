import type { Section } from '../../domain/question.ts';
import { noneOf, NO_WINDOWS, YES_NO } from './skips.ts';

export const RULES_AND_TOOLS: Section = {
	id: 'rules-and-tools',
	title: 'Rules, tools and times',
	intro: 'What the company allows and already has. Ask the contact and the security officer.',
	questions: [
		{
			id: 'defAgeLimitDays',
			kind: 'integer',
			unit: 'days',
			min: 1,
			max: 365,
			plausible: [1, 30],
			prompt: 'How old may definitions be at most?',
			why: 'Every check at the end compares with it, and content carried by hand must be renewed before it runs out.',
			find: 'Ask for the security rule. There is none? Write 7: a public security guide fails clients above 7 days.',
			example: '7',
			askedOf: 'contact',
			sources: ['DISA-STIG']
		},
		{
			id: 'contentMustBeTested',
			kind: 'choice',
			prompt: 'Must content be tested before it is distributed?',
			why: 'It asks for a gate: a content policy in the SEPM, a test stage in LUA, or a tool that sends out chosen files.',
			find: 'Ask the security officer: is there a written rule, and who releases?',
			options: YES_NO,
			askedOf: 'contact',
			sources: ['SEED', 'KB153947', 'KB151483'],
			planReads: true
		},
		{
			id: 'removableMediaAllowed',
			kind: 'choice',
			prompt: 'May you bring in files on a USB stick or disk?',
			why: 'Cut-off machines can be fed in no other way.',
			find: 'Ask the security officer. Allowed only after a scan: choose yes, the next question asks for it.',
			options: YES_NO,
			askedOf: 'contact',
			sources: ['SEED', 'OURS'],
			planReads: true
		},
		{
			id: 'mediaScanNeeded',
			kind: 'choice',
			prompt: 'Must the medium be scanned or registered first?',
			why: 'The scan station may be in another building and open in the morning only.',
			find: 'Ask where it is done, by whom and how long it takes.',
			options: YES_NO,
			askedOf: 'contact',
			sources: ['OURS'],
			skip: { question: 'removableMediaAllowed', is: ['no'] }
		},
		{
			id: 'remoteExec',
			kind: 'many',
			prompt: 'Which ways to run a program on a client from afar are allowed?',
			why: 'They spare you the walk from machine to machine with the Intelligent Updater.',
			find: 'Ask the Windows administrator. Nothing is allowed? Choose none of these.',
			options: [
				{ value: 'psexec', label: 'PsExec' },
				{ value: 'remoting', label: 'PowerShell remoting' },
				{ value: 'admin-share', label: 'Copying to the admin share', hint: 'such as \\\\PC\\C$' }
			],
			askedOf: 'contact',
			sources: ['MS-PSEXEC', 'FIELD-IU-SCRIPTS'],
			skip: NO_WINDOWS
		},
		{
			id: 'localAdmin',
			kind: 'choice',
			prompt: 'Who has administrator rights on the clients?',
			why: 'Run the Intelligent Updater with administrator rights. Without them, somebody else must be booked.',
			find: 'Ask the Windows administrator for an account for the day.',
			options: [
				{ value: 'technician', label: 'The technician on site' },
				{ value: 'domain-admin', label: 'A domain administrator only' },
				{ value: 'none', label: 'Nobody who can be reached' }
			],
			askedOf: 'contact',
			sources: ['FIELD-IU-SCRIPTS'],
			skip: NO_WINDOWS
		},
		{
			id: 'distributionTools',
			kind: 'many',
			prompt: 'Which tools already distribute software here?',
			why: 'A tool that is in place can carry content too, in tested portions. None of them: that way is out.',
			find: 'Ask who installs programs on the clients, and with what. No tool? Choose none of these.',
			options: [
				{ value: 'sms-sccm', label: 'SMS, SCCM or Configuration Manager' },
				{ value: 'intune', label: 'Intune' },
				{ value: 'altiris', label: 'Altiris' },
				{ value: 'pdq', label: 'PDQ Deploy' },
				{ value: 'wsus', label: 'WSUS' },
				{ value: 'gpo', label: 'Group policy', hint: 'GPO, start-up scripts' },
				{ value: 'other', label: 'Another tool' }
			],
			askedOf: 'contact',
			sources: ['SEED'],
			planReads: true
		},
		{
			id: 'distributionToolLocal',
			kind: 'choice',
			prompt: 'Does the tool have a distribution point at this site?',
			why: 'Without one, every client fetches the package over the link.',
			find: 'Ask the tool’s administrator for the name of the local point and its free disk.',
			options: YES_NO,
			askedOf: 'contact',
			sources: ['OURS'],
			skip: noneOf('distributionTools')
		},
		{
			id: 'packagingAdmin',
			kind: 'text',
			prompt: 'Who makes packages in that tool?',
			why: 'That person builds, tests and repeats the package whenever content is sent out.',
			find: 'Ask the contact, or the owner of the tool.',
			example: 'Karel Dvorak, ext. 210',
			askedOf: 'contact',
			sources: ['OURS'],
			skip: noneOf('distributionTools')
		},
		{
			id: 'otherSymantecProducts',
			kind: 'choice',
			prompt: 'Do other Symantec products here use LiveUpdate too?',
			why: 'A LiveUpdate server inside can serve them all; that is one of its good reasons.',
			find: 'Ask about mail, data loss and server protection, and look at the installed programs of a server.',
			options: YES_NO,
			askedOf: 'contact',
			sources: ['SEED', 'KB153947'],
			planReads: true
		},
		{
			id: 'otherSymantecList',
			kind: 'text',
			prompt: 'Which ones, in which version and language?',
			why: 'LUA downloads everything for each product, version and language that is chosen. Choose few.',
			find: 'Ask their administrators; Help > About shows the version.',
			example: 'Data Center Security 6.9, English',
			askedOf: 'contact',
			sources: ['KB153947'],
			skip: { question: 'otherSymantecProducts', is: ['no'] }
		},
		{
			id: 'softwareUpdatesNeeded',
			kind: 'choice',
			prompt: 'Must new versions of the SEP client itself come the same way?',
			why: 'A Group Update Provider carries content, not full client packages. Those then need a way of their own.',
			find: 'Ask the SEPM administrator how clients are upgraded today.',
			options: YES_NO,
			askedOf: 'sepm-console',
			sources: ['SEED', 'TD-PATCHES'],
			planReads: true
		},
		{
			id: 'changeWindow',
			kind: 'table',
			prompt: 'When may changes be made, and when not at all?',
			why: 'The waves are planned into the allowed times, and around year-end or harvest freezes.',
			find: 'Ask the contact for weekly times and for the dates of the next freeze.',
			example: 'Tuesday, 18:00 to 22:00, allowed',
			columns: [
				{ id: 'day', label: 'Day or date', kind: 'text' },
				{ id: 'from', label: 'From', kind: 'text' },
				{ id: 'to', label: 'To', kind: 'text' },
				{ id: 'rule', label: 'Allowed or frozen', kind: 'text' }
			],
			askedOf: 'contact',
			sources: ['OURS']
		}
	]
};
