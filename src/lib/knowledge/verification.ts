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

export const VERIFICATION: readonly VerificationRow[] = [
	{
		code: 'V1',
		title: 'The client’s window',
		how: 'Open SEP from its icon, choose Status, and read the “Definitions” line of each of the three protections.',
		expect: 'Three dates.',
		sources: ['DISA-STIG'],
		confidence: 'vendor'
	},
	{
		code: 'V2',
		title: 'The date in the registry',
		how: 'Read LatestVirusDefsDate. On 64-bit machines with an older client look under Wow6432Node too.',
		command: {
			shell: 'cmd',
			text: 'reg query "HKLM\\SOFTWARE\\Symantec\\Symantec Endpoint Protection\\CurrentVersion\\public-opstate" /v LatestVirusDefsDate'
		},
		expect: 'A date no older than the target; one audit rule fails it at more than seven days.',
		sources: ['KB181033', 'MS-DEFENDER', 'DISA-STIG'],
		confidence: 'vendor'
	},
	{
		code: 'V3',
		title: 'Which registry view',
		how: 'Read SMC\\ProductVersion. From 14.3 RU5 on, 64-bit clients use the native view; before that they use Wow6432Node.',
		expect: 'A version.',
		sources: ['KB181033'],
		confidence: 'vendor'
	},
	{
		code: 'V4',
		title: 'The folder in use',
		how: 'Read SRTSP under SharedDefs\\SDSDefs (SEP 14) or SharedDefs (SEP 12).',
		expect: 'A path that ends in date and number.',
		sources: ['MS-DEFENDER', 'FIELD-IU-SCRIPTS'],
		confidence: 'vendor'
	},
	{
		code: 'V5',
		title: 'The log entry',
		how: 'In the Application log or SEP’s System log look for new definitions loaded, with a version such as 140828b: the first two digits plus 1998 are the year, then month and day, then a letter for the revision.',
		expect: 'An entry with a version of the right day.',
		sources: ['KB157015'],
		confidence: 'vendor'
	},
	{
		code: 'V6',
		title: 'The LiveUpdate log',
		how: 'Read Lue.log on the client. It knows downloads from LiveUpdate servers only, not from the SEPM or a GUP.',
		expect: 'The server’s name; for the SEPM or a GUP nothing at all.',
		sources: ['CON-LUE'],
		confidence: 'field-practice'
	},
	{
		code: 'V7',
		title: 'Clients by revision',
		how: 'Ask the SEPM’s REST API: GET /sepm/api/v1/stats/client/content.',
		expect: 'The share of this site’s clients on the latest revision.',
		sources: ['API'],
		confidence: 'vendor'
	},
	{
		code: 'V8',
		title: 'Where clients got content',
		how: 'Ask the SEPM’s REST API: GET /sepm/api/v1/stats/client/content/sources. It counts SEPM, GUP, PUBLIC_LU, INTERNAL_LUA and OTHER.',
		expect: 'The chosen source holds most of the site: the best single proof.',
		sources: ['API'],
		confidence: 'vendor',
		confirm: 'Where clients are counted that a tool or the Intelligent Updater has updated.'
	},
	{
		code: 'V9',
		title: 'One computer’s record',
		how: 'Ask the SEPM’s REST API: GET /sepm/api/v1/computers, and read definition versions, groupUpdateProvider, lastUpdateTime and freeDisk.',
		expect: 'The record of each sampled computer.',
		sources: ['API'],
		confidence: 'vendor'
	},
	{
		code: 'V10',
		title: 'Is the SEPM current',
		how: 'Ask the SEPM’s REST API: GET /sepm/api/v1/content/avdef/latest, and compare what Symantec and what the SEPM publishes.',
		expect: 'The SEPM is not behind.',
		sources: ['API'],
		confidence: 'vendor'
	},
	{
		code: 'V11',
		title: 'Force an update',
		how: 'Send the clients the command to update content, from the console or by POST /sepm/api/v1/command-queue/updatecontent.',
		expect: 'The command is completed.',
		sources: ['API'],
		confidence: 'vendor',
		confirm: 'How the command is called in your console.'
	},
	{
		code: 'V12',
		title: 'The policy arrived',
		how: 'Compare the policy’s serial number on the client with that in the group’s details on the SEPM.',
		expect: 'The same number.',
		sources: ['KB156507'],
		confidence: 'vendor'
	},
	{
		code: 'V13',
		title: 'Ask for the policy now',
		how: 'Let the client fetch its policy without waiting for a heartbeat.',
		command: { shell: 'cmd', text: 'smc -updateconfig' },
		expect: 'The serial number changes.',
		sources: ['FIELD-BISF'],
		confidence: 'field-practice'
	},
	{
		code: 'V14',
		title: 'LiveUpdate by hand',
		how: 'Run SepLiveUpdate.exe from SEP’s folder: under Program Files (x86) on older clients, under Program Files on recent 64-bit ones.',
		expect: 'It ends, or says that the policy forbids it.',
		sources: ['FIELD-IU-SCRIPTS', 'FIELD-SEP-SCRIPTS', 'FIELD-BISF'],
		confidence: 'field-practice'
	},
	{
		code: 'V15',
		title: 'The service runs',
		how: 'Ask Windows for the state of SEP’s service.',
		command: { shell: 'cmd', text: 'sc query SepMasterService' },
		expect: 'RUNNING',
		sources: ['FIELD-SEP-SCRIPTS'],
		confidence: 'field-practice'
	},
	{
		code: 'V16',
		title: 'The GUP listens',
		how: 'On the GUP, see who holds the port.',
		command: { shell: 'cmd', text: 'netstat -ano | findstr :2967' },
		expect: 'LISTENING, held by SEP’s service process.',
		sources: ['KB151493', 'TD-PORTS'],
		confidence: 'vendor'
	},
	{
		code: 'V17',
		title: 'A port can be reached',
		how: 'From a client, test the port of the GUP or of the SEPM.',
		command: { shell: 'powershell', text: 'Test-NetConnection -ComputerName {gupHost} -Port 2967' },
		expect: 'TcpTestSucceeded: True',
		sources: ['MS-POWERSHELL'],
		confidence: 'vendor'
	},
	{
		code: 'V18',
		title: 'Linux',
		how: 'Read the definition date with the client’s own command.',
		command: { shell: 'sh', text: '/opt/Symantec/symantec_antivirus/sav info -d' },
		expect: 'A date.',
		sources: ['FIELD-LINUX'],
		confidence: 'field-practice',
		confirm: 'The command: it belongs to the Linux client before the single agent.'
	}
];
