import type { Condition } from '../../domain/condition.ts';
import type { StepTemplate } from '../../domain/checklist.ts';

const NO_MAC_OR_LINUX = {
	when: { count: 'groups', where: { question: 'platform', is: ['mac', 'linux'] }, under: 1 },
	because: 'No group with this method has Mac or Linux clients.'
} as const satisfies { when: Condition; because: string };

/** Checklist A: the management server updates its clients itself. AM-… is the part for Mac and Linux clients. */
export const SEPM_STEPS: readonly StepTemplate[] = [
	{
		id: 'sepm-port',
		code: 'A-01',
		method: 'sepm',
		phase: 'prepare',
		who: ['technician'],
		text: 'On one client in every subnet, check that it opens the SEPM’s management port: {sepmHost}, TCP {sepmPort}. Write down the port that answers; do not assume it.',
		evidence: 'TcpTestSucceeded: True, once for each subnet.',
		blanks: [{ label: 'Port that answers' }, { label: 'Subnets tested' }],
		command: {
			shell: 'powershell',
			text: 'Test-NetConnection -ComputerName {sepmHost} -Port {sepmPort}'
		},
		sources: ['KB177667', 'MS-POWERSHELL'],
		confidence: 'vendor',
		failures: ['clients-no-sepm']
	},
	{
		id: 'sepm-current',
		code: 'A-02',
		method: 'sepm',
		phase: 'prepare',
		who: ['sepm-admin'],
		text: 'Check that the SEPM itself is current: compare the revision that Symantec publishes with the one the SEPM publishes (V10). If it is behind, run LiveUpdate on the SEPM by hand.',
		evidence: 'Both revisions and the time; the SEPM is not behind.',
		blanks: [{ label: 'Symantec publishes' }, { label: 'SEPM publishes' }],
		sources: ['TD-UPDATE', 'API'],
		confidence: 'vendor',
		failures: ['two-sites-differ']
	},
	{
		id: 'sepm-revisions',
		code: 'A-03',
		method: 'sepm',
		phase: 'prepare',
		who: ['sepm-admin'],
		text: 'In the site properties, under LiveUpdate, read how many content revisions are kept (survey: {sepmRevisions}) and how often the SEPM looks for new content. Decide whether to keep more, so that clients away over a weekend still get deltas. Check the free disk first.',
		evidence: 'The value before and after, and the free disk.',
		blanks: [
			{ label: 'Revisions before' },
			{ label: 'Revisions after' },
			{ label: 'Free disk', unit: 'GB' }
		],
		sources: ['KB177759', 'KB152377'],
		confidence: 'vendor',
		failures: ['full-after-absence', 'wan-full-after-change']
	},
	{
		id: 'sepm-baseline',
		code: 'A-04',
		method: 'sepm',
		phase: 'prepare',
		who: ['technician'],
		text: 'Take the baseline: definition dates of at least five clients (V1 or V2), and the use of the link at its busiest hour.',
		evidence: 'A table with date and time of every reading.',
		blanks: [{ label: 'Oldest date' }, { label: 'Busy-hour use', unit: '%' }],
		sources: ['OURS'],
		confidence: 'ours'
	},
	{
		id: 'sepm-heartbeat',
		code: 'A-05',
		method: 'sepm',
		phase: 'prepare',
		who: ['sepm-admin'],
		text: 'Note the communication mode and the heartbeat of the site’s group (survey: {communicationMode}, {heartbeatMinutes}).',
		evidence: 'Mode and minutes.',
		blanks: [{ label: 'Mode' }, { label: 'Heartbeat', unit: 'minutes' }],
		sources: ['TD-PUSHPULL', 'TD-COMM'],
		confidence: 'vendor'
	},
	{
		id: 'sepm-proxy-decision',
		code: 'AM-01',
		method: 'sepm',
		phase: 'prepare',
		who: ['sepm-admin'],
		text: 'Mac and Linux clients: decide whether to use the SEPM’s Apache as a reverse proxy. It is a cache only. It makes no SEPM deltas for Mac and Linux, does not let them use a GUP, and the vendor gives it as an example outside of normal support.',
		evidence: 'The decision, with a name.',
		blanks: [{ label: 'Decided by' }],
		sources: ['KB227924', 'SEED'],
		confidence: 'vendor',
		skip: NO_MAC_OR_LINUX
	},
	{
		id: 'sepm-proxy-backup',
		code: 'AM-02',
		method: 'sepm',
		phase: 'prepare',
		who: ['sepm-admin'],
		text: 'Back up the configuration files of the SEPM’s Apache, and plan a time in which both SEPM services may stop.',
		evidence: 'The path of the backup, and the time.',
		blanks: [{ label: 'Backup at' }, { label: 'Services may stop at' }],
		sources: ['KB227924', 'OURS'],
		confidence: 'ours',
		skip: NO_MAC_OR_LINUX
	},
	{
		id: 'sepm-hold-before-change',
		code: 'A-H1',
		method: 'sepm',
		phase: 'prepare',
		hold: true,
		who: ['sepm-admin', 'site-owner'],
		text: 'STOP. Sign only when all of this is true: 1. Every subnet reaches the SEPM. 2. The SEPM is current. 3. The baseline is stored. 4. The policy in use now is {policyNow}, and {sepmAdmin} can assign it again. 5. {changeOwner} approved the change; window: {changeWindow}.',
		evidence: 'Two signatures, date and time.',
		blanks: [{ label: 'Signed, SEPM administrator' }, { label: 'Signed, site owner' }],
		sources: ['OURS'],
		confidence: 'ours'
	},
	{
		id: 'sepm-policy-servers',
		code: 'A-06',
		method: 'sepm',
		phase: 'configure',
		who: ['sepm-admin'],
		text: 'Copy the LiveUpdate Settings policy {policyNow} and give the copy the site’s name. In the copy: Windows Settings > Server Settings, tick “Use the default management server” and leave “Use a LiveUpdate server” clear, unless the survey asked for it: with both ticked, clients use both.',
		evidence: 'A screenshot of Server Settings.',
		blanks: [{ label: 'Name of the new policy' }],
		sources: ['HOWTO55184', 'KB151483'],
		confidence: 'vendor'
	},
	{
		id: 'sepm-communication',
		code: 'A-07',
		method: 'sepm',
		phase: 'configure',
		who: ['sepm-admin'],
		text: 'Clients > the group > Policies > Location-independent Policies and Settings > Communication Settings: choose pull mode, set the heartbeat, and under Download Randomization switch it on and set its window.',
		evidence: 'A screenshot of the settings.',
		blanks: [
			{ label: 'Heartbeat', unit: 'minutes' },
			{ label: 'Randomisation', unit: 'minutes' }
		],
		sources: ['TD-RAND', 'TD-COMM'],
		confidence: 'vendor',
		failures: ['wan-full-after-change', 'network-load-alerts']
	},
	{
		id: 'sepm-fallback',
		code: 'A-08',
		method: 'sepm',
		phase: 'configure',
		who: ['sepm-admin'],
		text: 'If you want scheduled LiveUpdate as a fallback, let it run only when definitions are older than two days or the client has been away from the SEPM for more than eight hours.',
		evidence: 'A screenshot of the schedule, or “no fallback”.',
		blanks: [{ label: 'Fallback' }],
		sources: ['TD-LUSCHED'],
		confidence: 'vendor',
		skip: {
			when: { question: 'internetAllowed', is: ['no'] },
			because: 'Clients here may not reach the LiveUpdate servers.'
		}
	},
	{
		id: 'sepm-proxy-stop',
		code: 'AM-03',
		method: 'sepm',
		phase: 'configure',
		who: ['sepm-admin'],
		text: 'Stop the SEPM’s web server and manager services, in this order.',
		evidence: 'Both services are stopped.',
		command: { shell: 'cmd', text: 'net stop semwebsrv && net stop semsrv' },
		sources: ['KB227924'],
		confidence: 'vendor',
		skip: NO_MAC_OR_LINUX
	},
	{
		id: 'sepm-proxy-cache',
		code: 'AM-04',
		method: 'sepm',
		phase: 'configure',
		who: ['sepm-admin'],
		text: 'In the SEPM’s installation folder create apache\\cache-root, and give the account of the web service full control of it.',
		evidence: 'The folder and its permissions, as a screenshot.',
		sources: ['KB227924'],
		confidence: 'vendor',
		skip: NO_MAC_OR_LINUX
	},
	{
		id: 'sepm-proxy-directives',
		code: 'AM-05',
		method: 'sepm',
		phase: 'configure',
		who: ['sepm-admin'],
		text: 'Check that the proxy and cache modules the article names are in apache\\modules, then add the directives of the article to the Apache configuration. They are not repeated here: take them from the article for your version.',
		evidence: 'The difference between the old and the new configuration is attached.',
		blanks: [{ label: 'Article read on' }],
		sources: ['KB227924'],
		confidence: 'vendor',
		confirm:
			'The exact directives, port and cache size: that part of the article could not be read.',
		skip: NO_MAC_OR_LINUX
	},
	{
		id: 'sepm-proxy-start',
		code: 'AM-06',
		method: 'sepm',
		phase: 'configure',
		who: ['sepm-admin'],
		text: 'Start both services and sign in to the SEPM’s console, to prove that it still works.',
		evidence: 'Both services run, and the console opens.',
		command: { shell: 'cmd', text: 'net start semsrv && net start semwebsrv' },
		sources: ['KB227924'],
		confidence: 'vendor',
		skip: NO_MAC_OR_LINUX
	},
	{
		id: 'sepm-proxy-policy',
		code: 'AM-07',
		method: 'sepm',
		phase: 'configure',
		who: ['sepm-admin'],
		text: 'In the LiveUpdate Settings policy, under Mac and under Linux, name the SEPM’s proxy as an internal LiveUpdate server. On managed Macs the policy alone counts; the local configuration file is not read.',
		evidence: 'A screenshot of both settings.',
		blanks: [{ label: 'Address entered' }],
		sources: ['SEED', 'API', 'KB158647'],
		confidence: 'vendor',
		confirm: 'The form of the address: take it from the same article.',
		skip: NO_MAC_OR_LINUX,
		failures: ['mac-ignores-conf']
	},
	{
		id: 'sepm-pilot',
		code: 'A-09',
		method: 'sepm',
		phase: 'pilot',
		who: ['sepm-admin', 'technician'],
		text: 'Assign the policy to a pilot group of three to five machines, one laptop and one server among them. Wait two heartbeats ({heartbeatMinutes} each) and the randomisation window. The policy’s serial number must have arrived (V12), and the dates must move (V1).',
		evidence: 'Matching serial numbers; dates before and after.',
		blanks: [{ label: 'Machines' }, { label: 'Date before' }, { label: 'Date after' }],
		sources: ['KB156507', 'OURS'],
		confidence: 'vendor',
		failures: ['clients-no-sepm', 'lue-log-empty', 'driver-signature']
	},
	{
		id: 'sepm-proxy-pilot',
		code: 'AM-08',
		method: 'sepm',
		phase: 'pilot',
		who: ['technician'],
		text: 'On a Mac, run LiveUpdate from the client. On Linux, run it with the client’s own command (V18). The definition date must move.',
		evidence: 'Dates before and after, one Mac and one Linux machine.',
		blanks: [{ label: 'Mac before / after' }, { label: 'Linux before / after' }],
		command: { shell: 'sh', text: '/opt/Symantec/symantec_antivirus/sav liveupdate -u' },
		sources: ['KB158647', 'FIELD-LINUX'],
		confidence: 'field-practice',
		confirm: 'The command: it belongs to the Linux client before the single agent.',
		skip: NO_MAC_OR_LINUX,
		failures: ['mac-ignores-conf']
	},
	{
		id: 'sepm-hold-after-pilot',
		code: 'A-H2',
		method: 'sepm',
		phase: 'pilot',
		hold: true,
		who: ['sepm-admin', 'technician'],
		text: 'STOP. Sign only when all of this is true: 1. Every pilot machine has the new policy. 2. Its definition dates moved. 3. The link stayed inside its share; the graph is attached. 4. No unusual alert came up.',
		evidence: 'Two signatures, date and time.',
		blanks: [{ label: 'Signed, SEPM administrator' }, { label: 'Signed, technician' }],
		sources: ['OURS'],
		confidence: 'ours'
	},
	{
		id: 'sepm-waves',
		code: 'A-10',
		method: 'sepm',
		phase: 'roll-out',
		who: ['sepm-admin'],
		text: 'Assign the policy to the other groups ({groupNames}), the largest last.',
		evidence: 'The list of groups with times.',
		blanks: [{ label: 'First wave at' }, { label: 'Last wave at' }],
		sources: ['OURS'],
		confidence: 'ours',
		failures: ['wan-full-after-change', 'network-load-alerts']
	},
	{
		id: 'sepm-sources',
		code: 'A-11',
		method: 'sepm',
		phase: 'verify',
		who: ['technician', 'sepm-admin'],
		text: 'Read the definition date on a sample in every subnet (V1 or V2). The content sources report (V8) must count these clients under SEPM.',
		evidence: 'A table of samples, and the report.',
		blanks: [{ label: 'Under SEPM' }, { label: 'Oldest date' }],
		sources: ['API', 'DISA-STIG'],
		confidence: 'vendor',
		failures: ['lue-log-empty']
	},
	{
		id: 'sepm-alerts',
		code: 'A-12',
		method: 'sepm',
		phase: 'verify',
		who: ['sepm-admin'],
		text: 'For a day, watch for “network load” alerts and for the out-of-date notification. The first comes at 25 requests for full sets within ten minutes by default.',
		evidence: 'The list of alerts, empty or explained.',
		blanks: [{ label: 'Alerts' }],
		sources: ['KB162437', 'TD-NOTIFY'],
		confidence: 'vendor',
		failures: ['network-load-alerts']
	},
	{
		id: 'sepm-roll-back',
		code: 'A-13',
		method: 'sepm',
		phase: 'roll-back',
		who: ['sepm-admin'],
		text: 'To go back, assign the previous policy {policyNow} again. {sepmAdmin} can do it. Clients take it at their next heartbeat.',
		evidence: 'The serial number on a client is that of the old policy (V12).',
		sources: ['KB156507', 'OURS'],
		confidence: 'ours'
	},
	{
		id: 'sepm-older-content',
		code: 'A-14',
		method: 'sepm',
		phase: 'roll-back',
		who: ['sepm-admin'],
		text: 'If the content is bad and not the policy: in the LiveUpdate Content policy name an older revision instead of the latest. Clients that took newer content elsewhere will not go back.',
		evidence: 'The revision that was named.',
		blanks: [{ label: 'Revision' }],
		sources: ['KB151483', 'SEP-PLANTEST'],
		confidence: 'vendor',
		confirm: 'The wording of this setting in your console.'
	},
	{
		id: 'sepm-proxy-roll-back',
		code: 'AM-09',
		method: 'sepm',
		phase: 'roll-back',
		who: ['sepm-admin'],
		text: 'To undo the reverse proxy, put the saved Apache configuration back, restart both services, and assign the old policy.',
		evidence: 'The console works.',
		sources: ['OURS'],
		confidence: 'ours',
		skip: NO_MAC_OR_LINUX
	},
	{
		id: 'sepm-hand-over',
		code: 'A-15',
		method: 'sepm',
		phase: 'hand-over',
		who: ['technician', 'sepm-admin', 'site-owner'],
		text: 'Leave with the site: the method, the heartbeat, whom to call ({sepmAdmin}), and how to read the definition date on a client (V1).',
		evidence: '{siteContact} has the page.',
		sources: ['OURS'],
		confidence: 'ours'
	},
	{
		id: 'sepm-hold-before-leaving',
		code: 'A-H3',
		method: 'sepm',
		phase: 'hand-over',
		hold: true,
		who: ['technician', 'site-owner'],
		text: 'STOP. Sign only when all of this is true: 1. The evidence is attached. 2. Nobody is left with old content, or is listed with an owner. 3. The way back is printed. 4. Somebody is named who watches the dates.',
		evidence: 'Two signatures, date and time.',
		blanks: [{ label: 'Signed, technician' }, { label: 'Signed, site owner' }],
		sources: ['OURS'],
		confidence: 'ours'
	}
];
