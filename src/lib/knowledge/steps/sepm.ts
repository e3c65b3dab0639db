import type { StepTemplate } from '../../domain/checklist.ts';

/** The part for Mac and Linux is left out where the checklist serves neither. */
const NO_MAC_OR_LINUX: NonNullable<StepTemplate['skip']> = {
	when: { count: 'groups', where: { question: 'platform', is: ['mac', 'linux'] }, under: 1 },
	because: 'This checklist serves no Mac or Linux clients.'
};

/** The definition date before and after a run, on one machine. */
const LINUX_RUN = `/opt/Symantec/symantec_antivirus/sav info -d
/opt/Symantec/symantec_antivirus/sav liveupdate -u
/opt/Symantec/symantec_antivirus/sav info -d`;

/**
 * Checklist A: the management server updates its clients itself. AM-… is the part for Mac and Linux clients, which get
 * content through the SEPM’s Apache. AM-08 is done in the pilot, so that no hold point is passed on Windows alone.
 */
export const SEPM_STEPS: readonly StepTemplate[] = [
	{
		id: 'sepm-port',
		code: 'A-01',
		method: 'sepm',
		phase: 'prepare',
		who: ['technician'],
		text: 'On one client in every subnet ({subnetNames}) see that it opens the SEPM’s management port: {sepmHost}, TCP {sepmPort}. The port differs by version and can be changed: write down the one that answers, do not assume it.',
		evidence: 'TcpTestSucceeded: True, once for each subnet.',
		blanks: [
			{ label: 'Port that answers' },
			{ label: 'Subnets tested' },
			{ label: 'Subnets that fail' }
		],
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
		text: 'See that the SEPM itself is current: compare the revision that Symantec publishes with the one the SEPM publishes (V10). If it is behind, if LiveUpdate was skipped when it was installed, or if you need new host integrity or intrusion prevention content, run LiveUpdate on the SEPM by hand; one without a way to LiveUpdate takes a new .jdb file instead. Its source by the survey: {sepmContentFrom}.',
		evidence: 'Both revisions and the time; the SEPM is not behind.',
		blanks: [
			{ label: 'Symantec publishes' },
			{ label: 'SEPM publishes' },
			{ label: 'Compared at' }
		],
		sources: ['TD-UPDATE', 'API', 'KB151309'],
		confidence: 'vendor',
		failures: ['two-sites-differ']
	},
	{
		id: 'sepm-revisions',
		code: 'A-03',
		method: 'sepm',
		phase: 'prepare',
		who: ['sepm-admin'],
		text: 'Admin > Servers > Local Site > Edit Site Properties > LiveUpdate: read how many content revisions are kept (survey: {sepmRevisions}) and how often the SEPM looks for new content; the vendor’s default is every 4 hours. Decide whether to keep more, so that a client that was off for a weekend still gets deltas and not a full set. The plan shows how many days a number covers and the disk it takes; check the free disk first (survey: {sepmDiskFreeGigabytes}).',
		evidence: 'The values before and after, and the free disk.',
		blanks: [
			{ label: 'Revisions before' },
			{ label: 'Revisions after' },
			{ label: 'Looks for content every', unit: 'hours' },
			{ label: 'Free disk', unit: 'GB' }
		],
		sources: ['KB177759', 'KB152377', 'KB180512', 'SBE-G'],
		confidence: 'vendor',
		failures: ['full-after-absence', 'wan-full-after-change']
	},
	{
		id: 'sepm-baseline',
		code: 'A-04',
		method: 'sepm',
		phase: 'prepare',
		who: ['technician'],
		text: 'Take the baseline: definition dates of at least five clients, in the client window (V1) or from the registry (V2), and the use of the link at its busiest hour (survey: {wanBusyPercent}).',
		evidence: 'A table with the date and time of every reading.',
		blanks: [
			{ label: 'Clients read' },
			{ label: 'Oldest date' },
			{ label: 'Busy-hour use', unit: '%' }
		],
		sources: ['OURS'],
		confidence: 'ours'
	},
	{
		id: 'sepm-heartbeat',
		code: 'A-05',
		method: 'sepm',
		phase: 'prepare',
		who: ['sepm-admin'],
		text: 'Note the communication mode and the heartbeat of the site’s group as they are now (survey: {communicationMode}, {heartbeatMinutes}). They decide when clients get content: there is no other schedule.',
		evidence: 'Mode and minutes.',
		blanks: [{ label: 'Mode' }, { label: 'Heartbeat', unit: 'minutes' }],
		sources: ['TD-PUSHPULL', 'TD-COMM', 'SEED'],
		confidence: 'vendor'
	},
	{
		id: 'sepm-proxy-decision',
		code: 'AM-01',
		method: 'sepm',
		phase: 'prepare',
		who: ['sepm-admin'],
		text: 'Mac and Linux clients: decide whether to set up the SEPM’s Apache as a reverse proxy for them. It is a cache and nothing more: the SEPM makes no deltas for Mac and Linux, and they still cannot use a GUP. The vendor gives it as an example, as it is, outside normal support.',
		evidence: 'The decision, with a name.',
		blanks: [{ label: 'Decision' }, { label: 'Decided by' }],
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
		text: 'Back up the configuration files of the SEPM’s Apache. Plan a time in which both services of the SEPM may stop ({changeWindow}): no client reaches it meanwhile.',
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
		text: 'STOP. Sign only when all of this is true: 1. Every subnet reaches the SEPM. 2. The SEPM is current. 3. The baseline is stored, and what failed before is mended or listed ({knownIssues}). 4. Mode and heartbeat as they were are written down. 5. If Apache is to be changed, its configuration is backed up. 6. The policy in use now is {policyNow}, and {sepmAdmin} can re-assign it. 7. {changeOwner} approved the change; window: {changeWindow}. Signed by the SEPM administrator and the site owner.',
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
		text: 'Policies > LiveUpdate > LiveUpdate Settings: copy the policy {policyNow} and give the copy the site’s name; the old one is the way back. In the copy, Windows Settings > Server Settings: tick “Use the default management server” and leave “Use a LiveUpdate server” clear unless the survey asked for it. With both ticked clients use both, and one that took newer content from LiveUpdate does not take an older named revision of the SEPM.',
		evidence: 'Screenshot of Server Settings.',
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
		text: 'Clients > the group > Policies > Location-independent Policies and Settings > Settings > Communication Settings: choose pull mode and set the heartbeat. Under Download Randomization switch it on and set its window (now {randomizationMinutes}); widen it where many virtual desktops share one host (desktops that forget: {nVdi}). Pull takes less bandwidth than push; from 1,000 clients on, take the longest heartbeat that your rules allow.',
		evidence: 'Screenshot of the settings.',
		blanks: [
			{ label: 'Heartbeat', unit: 'minutes' },
			{ label: 'Randomization', unit: 'minutes' }
		],
		sources: ['TD-RAND', 'TD-COMM', 'TD-PUSHPULL'],
		confidence: 'vendor',
		failures: ['wan-full-after-change', 'network-load-alerts']
	},
	{
		id: 'sepm-fallback',
		code: 'A-08',
		method: 'sepm',
		phase: 'configure',
		who: ['sepm-admin'],
		text: 'If you want scheduled LiveUpdate as a fallback, tick its two conditions: run only when definitions are older than 2 days, or when the client has been away from the SEPM for more than 8 hours. Otherwise leave it off.',
		evidence: 'Screenshot of the schedule, or “no fallback”.',
		blanks: [{ label: 'Fallback' }],
		sources: ['TD-LUSCHED'],
		confidence: 'vendor',
		skip: {
			when: { question: 'internetAllowed', is: ['no'] },
			because: 'Clients here may not reach the vendor’s LiveUpdate servers.'
		}
	},
	{
		id: 'sepm-proxy-stop',
		code: 'AM-03',
		method: 'sepm',
		phase: 'configure',
		who: ['sepm-admin'],
		text: 'On the SEPM ({sepmHost}) stop its web server and its manager service: semwebsrv and semsrv.',
		evidence: 'Both services are stopped.',
		blanks: [{ label: 'Stopped at' }],
		command: { shell: 'cmd', text: 'net stop semwebsrv\nnet stop semsrv' },
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
		text: 'In the SEPM’s installation folder make apache\\cache-root, and give the account of the web service full control of it.',
		evidence: 'Screenshot of the folder and its permissions.',
		blanks: [{ label: 'Account of the web service' }],
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
		text: 'See that the proxy and cache modules that the vendor’s article 227924 names are in apache\\modules. Then add the article’s directives to the Apache configuration. They are not repeated here: take them from the article, for your version.',
		evidence: 'What differs between the old and the new configuration is attached.',
		blanks: [{ label: 'Article read on' }, { label: 'Modules missing' }],
		sources: ['KB227924'],
		confidence: 'vendor',
		confirm:
			'The exact directives, the port and the size of the cache: that part of the article was not read.',
		skip: NO_MAC_OR_LINUX
	},
	{
		id: 'sepm-proxy-start',
		code: 'AM-06',
		method: 'sepm',
		phase: 'configure',
		who: ['sepm-admin'],
		text: 'Start both services again and sign in to the SEPM’s console, to prove that it still works. If it does not, go to AM-09.',
		evidence: 'Both services run, and the console opens.',
		blanks: [{ label: 'Running again at' }],
		command: { shell: 'cmd', text: 'net start semsrv\nnet start semwebsrv' },
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
		text: 'In the new LiveUpdate Settings policy name the SEPM’s proxy as an internal LiveUpdate server, in the Mac settings and in the Linux settings. On managed Macs from 12.1.4 on the policy alone counts; their own configuration file cannot be edited.',
		evidence: 'Screenshot of both settings.',
		blanks: [{ label: 'Address entered' }],
		sources: ['SEED', 'API', 'KB158647'],
		confidence: 'vendor',
		confirm: 'The form of the address: no text was read. Take it from article 227924.',
		skip: NO_MAC_OR_LINUX,
		failures: ['mac-ignores-conf']
	},
	{
		id: 'sepm-pilot',
		code: 'A-09',
		method: 'sepm',
		phase: 'pilot',
		who: ['sepm-admin', 'technician'],
		text: 'Assign the policy to a pilot group of three to five machines, one laptop and one server among them. Wait for two heartbeats ({heartbeatMinutes} each) and the randomization window (survey: {randomizationMinutes}). The policy serial number on each must be the group’s (V12), and the definition dates must move (V1). A client that waits for content calls again within a minute, whatever the heartbeat.',
		evidence: 'Matching serial numbers; dates before and after.',
		blanks: [
			{ label: 'Pilot machines' },
			{ label: 'Assigned at' },
			{ label: 'Date before' },
			{ label: 'Date after' }
		],
		sources: ['KB156507', 'DISA-STIG', 'KB177654', 'OURS'],
		confidence: 'vendor',
		failures: ['clients-no-sepm', 'lue-log-empty', 'driver-signature']
	},
	{
		id: 'sepm-proxy-pilot',
		code: 'AM-08',
		method: 'sepm',
		phase: 'pilot',
		who: ['technician'],
		text: 'Assign the policy to one Mac and one Linux machine. On the Mac run LiveUpdate from the client; on Linux run the command (V18), which shows the date, updates and shows it again. The definition date must move on both.',
		evidence: 'The dates before and after, for each platform.',
		blanks: [
			{ label: 'Mac, date before' },
			{ label: 'Mac, date after' },
			{ label: 'Linux, date before' },
			{ label: 'Linux, date after' }
		],
		command: { shell: 'sh', text: LINUX_RUN },
		sources: ['KB158647', 'FIELD-LINUX'],
		confidence: 'field-practice',
		confirm:
			'That your Linux client has this command: the one seen is older than the single agent.',
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
		text: 'STOP. Sign only when all of this is true: 1. Every pilot machine has the new policy. 2. Its definition date has moved, on every platform that this checklist serves. 3. The link stayed inside the share for updates ({linkSharePercent}); its graph is attached. 4. No alert came up that nobody can explain. 5. The pilot machines still do their work. Signed by the SEPM administrator and the technician.',
		evidence: 'Two signatures, date and time.',
		blanks: [
			{ label: 'Highest use of the link', unit: '%' },
			{ label: 'Signed, SEPM administrator' },
			{ label: 'Signed, technician' }
		],
		sources: ['OURS'],
		confidence: 'ours'
	},
	{
		id: 'sepm-waves',
		code: 'A-10',
		method: 'sepm',
		phase: 'roll-out',
		who: ['sepm-admin'],
		text: 'Assign the policy to the remaining clients of {groupNames} in waves, the servers ({nServers}) in one of their own and the largest last, inside the change window ({changeWindow}) and between the other heavy jobs on the link ({wanOtherLoad}).',
		evidence: 'A list of the groups, with times.',
		blanks: [{ label: 'Wave 1' }, { label: 'Wave 2' }, { label: 'Wave 3' }],
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
		text: 'Read the definition date on a sample in every subnet ({subnetNames}), in the client window (V1) or from the registry (V2). The content sources report (V8) must count these clients under SEPM; {clientCount} are expected. Before the change the dates were: {baselineDates}.',
		evidence: 'A table of the sample, and the report.',
		blanks: [
			{ label: 'Clients read' },
			{ label: 'Oldest date' },
			{ label: 'Counted under SEPM', unit: 'clients' }
		],
		sources: ['API', 'DISA-STIG'],
		confidence: 'vendor',
		failures: ['lue-log-empty', 'full-after-absence', 'two-sites-differ']
	},
	{
		id: 'sepm-alerts',
		code: 'A-12',
		method: 'sepm',
		phase: 'verify',
		who: ['sepm-admin'],
		text: 'For 24 hours watch for unusual “network load” alerts and for the notification of out-of-date definitions. By default the first comes at 25 requests for full sets within ten minutes.',
		evidence: 'The list of alerts: empty, or each one explained.',
		blanks: [{ label: 'Alerts' }, { label: 'Watched until' }],
		sources: ['KB162437', 'TD-NOTIFY', 'HOWTO81339'],
		confidence: 'vendor',
		failures: ['network-load-alerts']
	},
	{
		id: 'sepm-roll-back',
		code: 'A-13',
		method: 'sepm',
		phase: 'roll-back',
		who: ['sepm-admin'],
		text: 'To go back, re-assign the previous LiveUpdate Settings policy, {policyNow}, to {groupNames}, and set mode and heartbeat as they were in A-05; {sepmAdmin} can do it. Clients take it at their next heartbeat.',
		evidence: 'The policy serial number on a client is that of the old policy (V12).',
		blanks: [{ label: 'Re-assigned at' }, { label: 'By' }],
		sources: ['KB156507', 'OURS'],
		confidence: 'ours',
		failures: ['clients-no-sepm']
	},
	{
		id: 'sepm-older-content',
		code: 'A-14',
		method: 'sepm',
		phase: 'roll-back',
		who: ['sepm-admin'],
		text: 'If the content is bad and not the policy: in the LiveUpdate Content policy name an older revision instead of the latest. Clients that took newer content elsewhere do not go back. Choose the latest again as soon as it is mended, or these clients stay on the old one.',
		evidence: 'The revision that was named, and the day on which it is looked at again.',
		blanks: [{ label: 'Revision named' }, { label: 'Looked at again on' }],
		sources: ['KB151483', 'SEP-PLANTEST', 'OURS'],
		confidence: 'vendor',
		confirm: 'The wording of this setting in your console.'
	},
	{
		id: 'sepm-proxy-roll-back',
		code: 'AM-09',
		method: 'sepm',
		phase: 'roll-back',
		who: ['sepm-admin'],
		text: 'To undo the reverse proxy: stop both services (AM-03), put the saved Apache configuration back, start them again, and re-assign the previous policy, {policyNow}.',
		evidence: 'The console works, and clients report to it.',
		blanks: [{ label: 'Undone at' }],
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
		evidence: 'The page, signed, is left with {siteContact}.',
		blanks: [{ label: 'Whom to call' }],
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
		text: 'STOP. Sign, and leave, only when all of this is true: 1. The sample and the reports are attached. 2. No client is left with old content, or it is listed with an owner. 3. Somebody is named for the checks on the monitoring page. 4. The way back is printed. 5. {siteContact} can read the definition date. Signed by the technician and the site owner.',
		evidence: 'Two signatures, date and time.',
		blanks: [
			{ label: 'Watches the dates' },
			{ label: 'Exceptions, with owner' },
			{ label: 'Signed, technician' },
			{ label: 'Signed, site owner' }
		],
		sources: ['OURS'],
		confidence: 'ours'
	}
];
