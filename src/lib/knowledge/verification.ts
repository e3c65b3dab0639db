import type { Command } from '../domain/checklist.ts';
import type { Confidence } from '../domain/question.ts';

/** A way to see whether content arrived; steps name them by code. */
export interface VerificationRow {
	/** V1 to V18. */
	readonly code: string;
	readonly title: string;
	readonly how: string;
	readonly command?: Command;
	/** What is seen when all is well. */
	readonly expect: string;
	readonly sources: readonly string[];
	readonly confidence: Confidence;
	readonly confirm?: string;
}

/** A value of SEP in both registry views: 64-bit clients moved from one to the other. */
const readValue = (key: string, value: string) =>
	`'HKLM:\\SOFTWARE\\Symantec\\Symantec Endpoint Protection\\${key}', 'HKLM:\\SOFTWARE\\Wow6432Node\\Symantec\\Symantec Endpoint Protection\\${key}' | Where-Object { Test-Path $_ } | ForEach-Object { Get-ItemProperty -Path $_ } | Format-List PSPath, ${value}`;

export const VERIFICATION: readonly VerificationRow[] = [
	{
		code: 'V1',
		title: 'The dates in the client window',
		how: 'Open SEP from its icon, choose Status, and read the line “Definitions:” of Virus and Spyware Protection, Proactive Threat Protection and Network Threat Protection.',
		expect: 'Three dates; take a photo where photos are allowed.',
		sources: ['DISA-STIG'],
		confidence: 'vendor'
	},
	{
		code: 'V2',
		title: 'The date in the registry',
		how: 'Read LatestVirusDefsDate. The command looks in both registry views, since older 64-bit clients keep it under Wow6432Node. Read only, change nothing.',
		command: {
			shell: 'powershell',
			text: readValue('CurrentVersion\\public-opstate', 'LatestVirusDefsDate')
		},
		expect: 'A date not before the target. A public security guide fails it at more than 7 days.',
		sources: ['KB181033', 'MS-DEFENDER', 'DISA-STIG'],
		confidence: 'vendor'
	},
	{
		code: 'V3',
		title: 'Which registry view holds',
		how: 'Read ProductVersion below SMC. A 32-bit Windows, and a 64-bit one with 14.3 RU5 or later, use the native view; a 64-bit one with an older client uses Wow6432Node.',
		command: { shell: 'powershell', text: readValue('SMC', 'ProductVersion') },
		expect: 'The version, in one of the two views.',
		sources: ['KB181033'],
		confidence: 'vendor'
	},
	{
		code: 'V4',
		title: 'The definitions in use',
		how: 'Read the value SRTSP: for SEP 14 below SharedDefs\\SDSDefs, for SEP 12 below SharedDefs. It holds the folder that is active.',
		command: {
			shell: 'powershell',
			text: `${readValue('CurrentVersion\\SharedDefs\\SDSDefs', 'SRTSP')}
${readValue('CurrentVersion\\SharedDefs', 'SRTSP')}`
		},
		expect: 'A path that ends in the date and number of the content.',
		sources: ['MS-DEFENDER', 'FIELD-IU-SCRIPTS'],
		confidence: 'vendor',
		confirm: 'That the path ends like YYYYMMDD.NNN on your version: this was seen on 12.1.'
	},
	{
		code: 'V5',
		title: 'The entry in the event log',
		how: 'In the Windows Application log, or SEP’s System log, find that new virus definitions were loaded, with a version such as 140828b. To read it: 1998 plus the first two digits is the year, then month and day, and a letter counts the revisions of that day. So 140828b is revision 2 of 28 August 2012.',
		expect: 'An entry with the version of the right day.',
		sources: ['KB157015'],
		confidence: 'vendor'
	},
	{
		code: 'V6',
		title: 'The client’s LiveUpdate log',
		how: 'Read Lue.log on the client. From 12.1 on it records downloads from LiveUpdate servers only: nothing from a SEPM or a GUP.',
		expect:
			'The name of the LiveUpdate server. With a SEPM or a GUP as source an empty log is no failure.',
		sources: ['CON-LUE'],
		confidence: 'field-practice'
	},
	{
		code: 'V7',
		title: 'Clients on each revision',
		how: 'Ask the SEPM’s REST interface, by default on TCP 8446: GET /sepm/api/v1/stats/client/content. It counts clients by definition revision.',
		expect: 'The agreed share of the clients is on the latest revision.',
		sources: ['API'],
		confidence: 'vendor',
		confirm: 'What the same report is called in your console: its name was not read.'
	},
	{
		code: 'V8',
		title: 'Where clients got their content',
		how: 'Ask the SEPM’s REST interface: GET /sepm/api/v1/stats/client/content/sources. It counts clients under SEPM, GUP, PUBLIC_LU, INTERNAL_LUA and OTHER.',
		expect:
			'Most clients under the chosen source: the best single proof that the method is in use.',
		sources: ['API'],
		confidence: 'vendor',
		confirm: 'Where it counts clients that a tool or the Intelligent Updater has updated.'
	},
	{
		code: 'V9',
		title: 'The record of one computer',
		how: 'Ask the SEPM’s REST interface: GET /sepm/api/v1/computers. Read avDefsetVersion, cidsDefsetVersion and behavioralAnalysisDefsetVersion, groupUpdateProvider, onlineStatus, lastUpdateTime, freeDisk, rebootRequired and profileSerialNo.',
		expect: 'The expected versions; save the answer with the record of this visit.',
		sources: ['API'],
		confidence: 'vendor'
	},
	{
		code: 'V10',
		title: 'Is the SEPM current',
		how: 'Ask the SEPM’s REST interface: GET /sepm/api/v1/content/avdef/latest. Compare publishedBySymantec with publishedBySEPM.',
		expect: 'Both are noted, and the SEPM is not behind.',
		sources: ['API'],
		confidence: 'vendor'
	},
	{
		code: 'V11',
		title: 'Make clients update now',
		how: 'Send clients the command to update their content: from the console, or by POST /sepm/api/v1/command-queue/updatecontent.',
		expect: 'The command is reported as completed.',
		sources: ['API'],
		confidence: 'vendor',
		confirm: 'What the command is called in your console.'
	},
	{
		code: 'V12',
		title: 'The policy has arrived',
		how: 'Compare the policy serial number on the client with the one in the group’s details on the SEPM. Its first four hexadecimal characters tell the group, the rest is the time of the last change in GMT.',
		command: { shell: 'powershell', text: readValue('SMC\\SYLINK\\SyLink', 'SerialNumber') },
		expect: 'The same number on both sides.',
		sources: ['KB156507'],
		confidence: 'vendor',
		confirm: 'Where your client keeps the number: the registry key in the command is from a forum.'
	},
	{
		code: 'V13',
		title: 'Ask for the policy now',
		how: 'Let the client fetch its policy without waiting for its heartbeat.',
		command: { shell: 'cmd', text: 'smc -updateconfig' },
		expect: 'The policy serial number changes (V12), if there was a new policy.',
		sources: ['FIELD-BISF'],
		confidence: 'field-practice'
	},
	{
		code: 'V14',
		title: 'LiveUpdate by hand',
		how: 'Run SepLiveUpdate.exe from SEP’s folder: below Program Files (x86) on older clients, below Program Files on recent 64-bit ones. A policy can forbid it; then it says that LiveUpdate has been disabled.',
		expect: 'It ends, and the definition date moves.',
		sources: ['FIELD-IU-SCRIPTS', 'FIELD-SEP-SCRIPTS', 'FIELD-BISF'],
		confidence: 'field-practice'
	},
	{
		code: 'V15',
		title: 'The service runs',
		how: 'Ask Windows for the state of SEP’s service.',
		command: { shell: 'cmd', text: 'sc query SepMasterService' },
		expect: 'The state is RUNNING.',
		sources: ['FIELD-SEP-SCRIPTS'],
		confidence: 'field-practice'
	},
	{
		code: 'V16',
		title: 'The GUP listens',
		how: 'On the GUP see who listens on its port (2967 by default). The last number of the line is the process; the task list names it.',
		command: {
			shell: 'powershell',
			text: `netstat -ano | Select-String -SimpleMatch {gupPort} | Select-String -SimpleMatch 'LISTENING'`
		},
		expect: 'A line with LISTENING, held by ccSvcHst.exe (by Smc.exe before 12.1.5).',
		sources: ['KB151493', 'TD-PORTS', 'OURS'],
		confidence: 'vendor'
	},
	{
		code: 'V17',
		title: 'A port can be reached',
		how: 'From a client test the port of the GUP; for the SEPM put its name and port into the command.',
		command: {
			shell: 'powershell',
			text: 'Test-NetConnection -ComputerName {gupHost} -Port {gupPort}'
		},
		expect: 'TcpTestSucceeded: True',
		sources: ['MS-POWERSHELL'],
		confidence: 'vendor'
	},
	{
		code: 'V18',
		title: 'The date on Linux',
		how: 'Ask the client’s own command: info -d shows the definition date, info -p the version, liveupdate -v the schedule; liveupdate -u updates now.',
		command: {
			shell: 'sh',
			text: `/opt/Symantec/symantec_antivirus/sav info -d
/opt/Symantec/symantec_antivirus/sav info -p
/opt/Symantec/symantec_antivirus/sav liveupdate -v`
		},
		expect: 'A current date.',
		sources: ['FIELD-LINUX'],
		confidence: 'field-practice',
		confirm: 'That your Linux client has this command: the one seen is older than the single agent.'
	}
];
