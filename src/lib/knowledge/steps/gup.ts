import type { Condition } from '../../domain/condition.ts';
import type { StepTemplate } from '../../domain/checklist.ts';

/** A list that maps subnets is needed only where clients and GUP may be in different ones. */
const ONE_SUBNET: Condition = { question: 'subnets', under: 2 };

/** Candidates are listed, and none that may serve has a firewall beside SEP’s own. */
const NO_OTHER_FIREWALL: Condition = {
	all: [
		{ count: 'candidates', over: 0 },
		{
			count: 'candidates',
			where: {
				all: [
					{ not: { question: 'isSepm', is: ['yes'] } },
					{ not: { question: 'hostOs', is: ['other'] } },
					{ question: 'hostFirewall', isNot: ['sep', 'none'] }
				]
			},
			under: 1
		}
	]
};

/** What both registry views say of the GUP that a client was given. */
const READ_GUP_KEY = `'HKLM:\\SOFTWARE\\Symantec\\Symantec Endpoint Protection\\LiveUpdate', 'HKLM:\\SOFTWARE\\Wow6432Node\\Symantec\\Symantec Endpoint Protection\\LiveUpdate' | Where-Object { Test-Path $_ } | ForEach-Object { Get-ItemProperty -Path $_ } | Format-List PSPath, UseMasterClient, MasterClientHost`;

/** Finds the cache wherever this version keeps it, and lists it. */
const FIND_CACHE = `Get-ChildItem -Path "$env:ProgramFiles\\Symantec", "\${env:ProgramFiles(x86)}\\Symantec", "$env:ProgramData\\Symantec" -Recurse -Directory -Filter 'SharedUpdates' -ErrorAction SilentlyContinue | ForEach-Object { $_.FullName; Get-ChildItem -Path $_.FullName | Format-Table Name, Length, LastWriteTime }`;

/** Checklist B: one computer at the site fetches content and serves the others. Windows only. */
export const GUP_STEPS: readonly StepTemplate[] = [
	{
		id: 'gup-subnets',
		code: 'B-01',
		method: 'gup',
		phase: 'prepare',
		who: ['technician'],
		text: 'List the subnets that hold clients: address and mask, VLAN, number of clients. Mark which of them are routed to each other. The survey counts {subnets} and names {subnetList}. A client looks for a GUP in its own subnet, so a subnet that is forgotten here gets none.',
		evidence: 'A table with every subnet and its clients; the clients add up to {clientCount}.',
		blanks: [{ label: 'Subnets with clients' }, { label: 'Clients in all', unit: 'clients' }],
		sources: ['KB152744'],
		confidence: 'vendor',
		failures: ['gup-other-subnet']
	},
	{
		id: 'gup-candidate',
		code: 'B-02',
		method: 'gup',
		phase: 'prepare',
		who: ['technician'],
		text: 'Choose the computer that becomes the Group Update Provider: always on, wired (clients with Wi-Fi only: {wifiSharePercent}), with a fixed address, room on its disk, and an owner who agrees. Not a laptop, not a thin virtual desktop, never the SEPM. For more than 50 clients an older vendor guide asks for a server system. The plan judges each candidate; these may serve: {gupHosts}.',
		evidence: 'Its name and asset tag are written down, and its owner has said yes in writing.',
		blanks: [{ label: 'Computer' }, { label: 'Asset tag' }, { label: 'Owner' }],
		sources: ['KB177667', 'TECH92051', 'OURS'],
		confidence: 'vendor',
		failures: ['gup-wrong-one']
	},
	{
		id: 'gup-candidate-facts',
		code: 'B-03',
		method: 'gup',
		phase: 'prepare',
		who: ['technician'],
		text: 'On that computer read the operating system, the SEP version, free disk on the drive that holds SEP, memory and link speed. Its SEP version must be that of the SEPM ({sepmVersion}): bring it to that version first. Switch off sleep, and note when it restarts for patches. Noted in the survey: {gupDetails}.',
		evidence: 'All values are written down; the two versions are the same.',
		blanks: [
			{ label: 'Operating system' },
			{ label: 'SEP version' },
			{ label: 'Free disk', unit: 'GB' },
			{ label: 'Memory', unit: 'GB' },
			{ label: 'Link speed' },
			{ label: 'Sleep is off' },
			{ label: 'Restarts at' }
		],
		sources: ['KB177667', 'KB231597', 'API', 'OURS'],
		confidence: 'vendor'
	},
	{
		id: 'gup-type',
		code: 'B-04',
		method: 'gup',
		phase: 'prepare',
		who: ['sepm-admin'],
		text: 'Choose the type; the plan proposes one with its reason. Single: one named computer, one policy for each group and site. Multiple: computers become GUP by rules (system, address or name, registry value), and each serves its own subnet. Explicit list: clients of one subnet are sent to a GUP in another. Types may be combined in one policy. Do not plan a GUP behind a GUP: chaining them was an open wish in 2013, and nothing newer was found.',
		evidence: 'The type and the reason for it are written down.',
		blanks: [{ label: 'Type' }, { label: 'Reason' }],
		sources: ['HOWTO55184', 'TD-GUP', 'HOWTO80959', 'GUPWP', 'API', 'CON-CHAIN'],
		confidence: 'vendor',
		failures: ['gup-other-subnet']
	},
	{
		id: 'gup-explicit-routes',
		code: 'B-04a',
		method: 'gup',
		phase: 'prepare',
		who: ['sepm-admin', 'network-admin'],
		text: 'If the type is an explicit list, write it now: for every client subnet ({subnetNames}) the GUP that serves it, by address, name or subnet. Check that the subnet is routed to that GUP (survey: {routedNotes}). With another type, mark this step as not applicable.',
		evidence: 'Every subnet stands in the list with a GUP that it can reach.',
		blanks: [{ label: 'Subnet and its GUP' }],
		sources: ['HOWTO80959', 'TD-GUP', 'KB152744'],
		confidence: 'vendor',
		skip: { when: ONE_SUBNET, because: 'All clients are in one subnet, so no list is needed.' },
		failures: ['gup-other-subnet']
	},
	{
		id: 'gup-bypass',
		code: 'B-05',
		method: 'gup',
		phase: 'prepare',
		who: ['sepm-admin', 'network-admin'],
		text: 'Decide what clients do when the GUP does not answer: never go to the SEPM, or go there after a time of trying in vain. Over a thin link ({linkDownMbps}) choose a long time, or never and a second GUP; for people who travel ({nLaptops} leave the site) a short one, in a policy of their own. The plan proposes a time.',
		evidence: 'The time is agreed with the network administrator.',
		blanks: [{ label: 'Bypass after' }],
		sources: ['HOWTO55184', 'TECH92051', 'KB151483', 'API'],
		confidence: 'vendor',
		failures: ['wan-full-after-change']
	},
	{
		id: 'gup-path',
		code: 'B-06',
		method: 'gup',
		phase: 'prepare',
		who: ['network-admin', 'technician'],
		text: 'Have {networkAdmin} free both ways. From the GUP to the SEPM: {sepmHost}, TCP {sepmPort}. From every client subnet to the GUP: TCP {gupPort}; the vendor’s default is 2967. Run the command on the GUP: the first line tests the way to the SEPM, the second must find nothing, so that no other program holds the port. Nothing listens for clients before B-15; for now see that their rule is in place.',
		evidence: 'TcpTestSucceeded: True towards the SEPM, and no line after it.',
		blanks: [
			{ label: 'Port of the SEPM' },
			{ label: 'Port of the GUP' },
			{ label: 'Rule numbers' }
		],
		command: {
			shell: 'powershell',
			text: `Test-NetConnection -ComputerName {sepmHost} -Port {sepmPort}
netstat -ano | Select-String -SimpleMatch {gupPort} | Select-String -SimpleMatch 'LISTENING'`
		},
		sources: ['KB177667', 'HOWTO55184', 'TD-PORTS', 'KB151493', 'MS-POWERSHELL'],
		confidence: 'vendor',
		failures: ['clients-no-sepm', 'gup-port-not-listening', 'gup-clients-blocked']
	},
	{
		id: 'gup-sepm-works',
		code: 'B-07',
		method: 'gup',
		phase: 'prepare',
		who: ['sepm-admin'],
		text: 'Before any work on a GUP, prove that the clients here talk to the SEPM and get content from it: Monitors > Logs > System. Mend what fails first (known already: {knownIssues}): a GUP carries content only, and its clients need the SEPM for policy and to learn of new content.',
		evidence: 'The log shows clients of this site with content of today.',
		blanks: [{ label: 'Clients that fail' }],
		sources: ['TD-GUP', 'HOWTO80959', 'KB177667', 'SEED'],
		confidence: 'vendor',
		failures: ['clients-no-sepm']
	},
	{
		id: 'gup-baseline',
		code: 'B-08',
		method: 'gup',
		phase: 'prepare',
		who: ['technician'],
		text: 'Take the baseline: definition dates of at least five clients in every subnet, in the client window (V1) or from the registry (V2), and the use of the link at its busiest hour (survey: {wanBusyPercent}).',
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
		id: 'gup-hold-before-change',
		code: 'B-H1',
		method: 'gup',
		phase: 'prepare',
		hold: true,
		who: ['sepm-admin', 'network-admin', 'site-owner'],
		text: 'STOP. Sign only when all of this is true: 1. The owner of the GUP agreed. 2. Its SEP version is that of the SEPM, and it is not the SEPM. 3. It reaches the SEPM, and the rules from the client subnets to it are in place. 4. Clients here get content from the SEPM today. 5. The baseline is stored. 6. The policy in use now is {policyNow}, and {sepmAdmin} can re-assign it. 7. {changeOwner} approved the change; window: {changeWindow}. Signed by the SEPM administrator, the network administrator and the site owner.',
		evidence: 'Three signatures, date and time.',
		blanks: [
			{ label: 'Signed, SEPM administrator' },
			{ label: 'Signed, network administrator' },
			{ label: 'Signed, site owner' }
		],
		sources: ['OURS'],
		confidence: 'ours'
	},
	{
		id: 'gup-own-group',
		code: 'B-09',
		method: 'gup',
		phase: 'configure',
		who: ['sepm-admin'],
		text: 'Give the clients of {groupNames} a group of the site’s own in the SEPM, and stop inheriting policies from the parent group, so that this site can have its own.',
		evidence: 'The group tree shows the group, with inheritance off.',
		blanks: [{ label: 'Group in the SEPM' }],
		sources: ['KB177685'],
		confidence: 'vendor',
		skip: {
			when: { question: 'groupStructure', is: ['own'] },
			because: 'The site already has a group and policies of its own.'
		}
	},
	{
		id: 'gup-policy-copy',
		code: 'B-10',
		method: 'gup',
		phase: 'configure',
		who: ['sepm-admin'],
		text: 'Copy the LiveUpdate Settings policy that is in force, {policyNow}, and give the copy the site’s name. Change the copy only: the old one is the way back.',
		evidence: 'Both policies are listed.',
		blanks: [{ label: 'Name of the new policy' }],
		sources: ['OURS'],
		confidence: 'ours'
	},
	{
		id: 'gup-policy-servers',
		code: 'B-11',
		method: 'gup',
		phase: 'configure',
		who: ['sepm-admin'],
		text: 'Policies > LiveUpdate > tab LiveUpdate Settings > right-click the copy > Edit > Server Settings: tick “Use the default management server”, leave “Use a LiveUpdate server” clear, tick “Use a Group Update Provider”, and open its dialog.',
		evidence: 'Screenshot of the three boxes.',
		sources: ['HOWTO55184', 'KB151483'],
		confidence: 'vendor'
	},
	{
		id: 'gup-console-defaults',
		code: 'B-12a',
		method: 'gup',
		phase: 'configure',
		who: ['sepm-admin'],
		text: 'Before you change anything in the dialog, copy the values that it shows.',
		evidence: 'The console’s own values are written down.',
		blanks: [
			{ label: 'Port as shown' },
			{ label: 'Cache as shown', unit: 'MB' },
			{ label: 'Unused after, as shown', unit: 'days' },
			{ label: 'Simultaneous as shown' },
			{ label: 'Bandwidth as shown' },
			{ label: 'Bypass as shown' }
		],
		sources: ['OURS'],
		confidence: 'unconfirmed',
		confirm:
			'Which values your version shows. Figures are often quoted for them, but none was found in a vendor text.'
	},
	{
		id: 'gup-policy-values',
		code: 'B-12',
		method: 'gup',
		phase: 'configure',
		who: ['sepm-admin'],
		text: 'Enter the GUP as its type asks (name or address, rules, or the list of B-04a), then the six values; the plan proposes them for this site with their reasons. Take a larger cache where 32-bit and 64-bit clients or several versions meet. Cap the bandwidth here and not in the registry: that way belongs to SEP 11, and the vendor wants SEP’s registry values read only.',
		evidence: 'All six values are written down here.',
		blanks: [
			{ label: 'Port' },
			{ label: 'Largest cache', unit: 'MB' },
			{ label: 'Delete unused after', unit: 'days' },
			{ label: 'Simultaneous downloads' },
			{ label: 'Bandwidth from the SEPM' },
			{ label: 'Bypass after' }
		],
		sources: ['API', 'KB177667', 'SVC1-GUPTHR', 'KB181033', 'OURS'],
		confidence: 'vendor',
		failures: ['wan-full-after-change']
	},
	{
		id: 'gup-policy-assign',
		code: 'B-13',
		method: 'gup',
		phase: 'configure',
		who: ['sepm-admin'],
		text: 'Assign the new policy to the pilot group and to the group that holds the GUP itself. Without the second the computer never learns that it is a GUP. The other groups follow in B-21.',
		evidence: 'The list of assignments shows both groups.',
		blanks: [{ label: 'Pilot group' }, { label: 'Group of the GUP' }, { label: 'Assigned at' }],
		sources: ['TD-GUP', 'HOWTO80959'],
		confidence: 'vendor',
		failures: ['gup-port-not-listening']
	},
	{
		id: 'gup-communication',
		code: 'B-14',
		method: 'gup',
		phase: 'configure',
		who: ['sepm-admin'],
		text: 'In the group’s Communication Settings choose pull mode, set the heartbeat (now {heartbeatMinutes}) and switch on download randomization (now over {randomizationMinutes}; virtual desktops that forget: {nVdi}). It also spreads downloads from a GUP; the randomization of the LiveUpdate schedule does not.',
		evidence: 'Screenshot of the settings.',
		blanks: [
			{ label: 'Heartbeat', unit: 'minutes' },
			{ label: 'Randomization', unit: 'minutes' }
		],
		sources: ['TD-RAND', 'HOWTO80890', 'KB177685', 'TD-COMM'],
		confidence: 'vendor',
		failures: ['wan-full-after-change', 'network-load-alerts']
	},
	{
		id: 'gup-became-gup',
		code: 'B-15',
		method: 'gup',
		phase: 'configure',
		who: ['technician', 'sepm-admin'],
		text: 'On the GUP wait for one heartbeat ({heartbeatMinutes}), or let it ask for its policy at once (V13). Then see that it listens on its port, held by the SEP client (V16), and that the SEPM’s record of it (V9) and the list at GET /sepm/api/v1/gup/status show it as a GUP.',
		evidence:
			'A line with LISTENING; the list shows name, address, port, last heartbeat and free disk.',
		blanks: [
			{ label: 'Listens since' },
			{ label: 'Last heartbeat' },
			{ label: 'Free disk', unit: 'GB' }
		],
		command: {
			shell: 'powershell',
			text: `netstat -ano | Select-String -SimpleMatch {gupPort} | Select-String -SimpleMatch 'LISTENING'`
		},
		sources: ['KB151493', 'TD-PORTS', 'API', 'FIELD-BISF'],
		confidence: 'vendor',
		confirm:
			'That smc -updateconfig makes your version ask for its policy: it was seen in field scripts only. A heartbeat does it in any case.',
		failures: ['gup-port-not-listening']
	},
	{
		id: 'gup-console-search',
		code: 'B-15a',
		method: 'gup',
		phase: 'configure',
		who: ['sepm-admin'],
		text: 'Search the console for the clients that act as Group Update Providers, and compare with what was planned: {gupHosts}.',
		evidence: 'The search finds the planned computers and no other.',
		blanks: [{ label: 'Found' }],
		sources: ['TD-GUP'],
		confidence: 'unconfirmed',
		confirm:
			'Where your console has this search: the vendor’s page has one, but its menu could not be read.',
		failures: ['gup-wrong-one']
	},
	{
		id: 'gup-host-firewall',
		code: 'B-16',
		method: 'gup',
		phase: 'configure',
		who: ['technician', 'network-admin'],
		text: 'On the GUP let its firewall accept TCP {gupPort} from the client subnets ({subnetNames}) and from nowhere else. SEP’s own firewall permits the port by default; Windows Firewall or another product may need a rule. If SEP was only just installed, its firewall stays off until the restart: leave Windows Firewall on until then.',
		evidence: 'The name of the rule; from a client the port test (V17) succeeds.',
		blanks: [{ label: 'Rule' }, { label: 'Tested from' }],
		sources: ['HOWTO55184', 'TD-PORTS', 'OURS'],
		confidence: 'vendor',
		skip: {
			when: NO_OTHER_FIREWALL,
			because: 'No candidate has a firewall other than SEP’s own, which permits the port.'
		},
		failures: ['gup-clients-blocked']
	},
	{
		id: 'gup-client-registry',
		code: 'B-17',
		method: 'gup',
		phase: 'pilot',
		who: ['technician'],
		text: 'On three to five pilot clients run the command; it reads the LiveUpdate key in both registry views. UseMasterClient = 1: a GUP is set. MasterClientHost filled: a single or a backup GUP; empty: several. Read only, change nothing.',
		evidence: 'UseMasterClient is 1 on every pilot client.',
		blanks: [
			{ label: 'Pilot clients' },
			{ label: 'UseMasterClient' },
			{ label: 'MasterClientHost' }
		],
		command: { shell: 'powershell', text: READ_GUP_KEY },
		sources: ['KB152744', 'KB181033'],
		confidence: 'vendor',
		confirm:
			'That your version still has these two values: the text that names them speaks of 11 and 12.1.',
		failures: ['clients-no-sepm']
	},
	{
		id: 'gup-cache-fills',
		code: 'B-18',
		method: 'gup',
		phase: 'pilot',
		who: ['technician'],
		text: 'Let one client ask first: wait for its heartbeat, or make it update at once (V11). Then run the command on the GUP and see its SharedUpdates folder appear and fill. Before anybody has asked it is empty, and that is normal. In 11 it lies in SEP’s program folder, in 12.1 below the version’s folder in Bin (32-bit) or Bin64.',
		evidence: 'A listing of the folder, with sizes and times.',
		blanks: [{ label: 'Folder' }, { label: 'First file at' }],
		command: { shell: 'powershell', text: FIND_CACHE },
		sources: ['KB156741', 'KB177667'],
		confidence: 'vendor',
		confirm:
			'Where the folder lies in 14.x: the pattern of 12.1 is likely, but no text for it was read.',
		failures: ['gup-cache-empty']
	},
	{
		id: 'gup-pilot-dates',
		code: 'B-19',
		method: 'gup',
		phase: 'pilot',
		who: ['technician'],
		text: 'After the next heartbeat read the definition dates of the pilot clients again: in the client window (V1), from the registry (V2) or in the event log (V5). A client that asked while the cache was still empty mostly succeeds one heartbeat later. The LiveUpdate log (V6) stays silent for downloads from a GUP: an empty log is no failure. Dates before the change: {baselineDates}.',
		evidence: 'Every pilot client has a newer date than in the baseline.',
		blanks: [{ label: 'Date before' }, { label: 'Date after' }, { label: 'Heartbeats waited' }],
		sources: ['DISA-STIG', 'KB157015', 'CONVENTUS', 'KB177654', 'CON-LUE'],
		confidence: 'vendor',
		confirm:
			'That Lue.log of your version leaves out downloads from a GUP: a community article for 12.1 says so.',
		failures: ['lue-log-empty', 'gup-cache-empty', 'driver-signature']
	},
	{
		id: 'gup-which-one',
		code: 'B-20',
		method: 'gup',
		phase: 'pilot',
		who: ['sepm-admin'],
		text: 'See which GUP served each pilot client. Another one than planned is no fault: every client that has reported as a GUP is in one list, which goes to all clients that use a GUP, and the lowest address in the client’s own subnet wins.',
		evidence:
			'The GUP that served each pilot client is written down, and explained if it is another.',
		blanks: [{ label: 'Served by' }],
		sources: ['KB152744', 'TECH122515'],
		confidence: 'vendor',
		failures: ['gup-wrong-one', 'gup-other-subnet']
	},
	{
		id: 'gup-hold-after-pilot',
		code: 'B-H2',
		method: 'gup',
		phase: 'pilot',
		hold: true,
		who: ['sepm-admin', 'technician', 'network-admin'],
		text: 'STOP. Sign only when all of this is true: 1. Every pilot client has a newer definition date. 2. The content sources report (V8) counts them under GUP. 3. The cache of the GUP filled once over the link. 4. The link stayed inside the share for updates ({linkSharePercent}); its graph is attached. 5. The GUP still does its other work. Signed by the SEPM administrator, the technician and the network administrator.',
		evidence: 'Three signatures, date and time.',
		blanks: [
			{ label: 'Counted under GUP', unit: 'clients' },
			{ label: 'Signed, SEPM administrator' },
			{ label: 'Signed, technician' },
			{ label: 'Signed, network administrator' }
		],
		sources: ['OURS', 'API'],
		confidence: 'ours'
	},
	{
		id: 'gup-waves',
		code: 'B-21',
		method: 'gup',
		phase: 'roll-out',
		who: ['sepm-admin'],
		text: 'Assign the policy to the other groups of the site in waves, for example by subnet, the servers ({nServers}) in one of their own, the largest last, outside busy hours ({changeWindow}), other heavy jobs ({wanOtherLoad}) and the restarts of the GUP ({gupDetails}): where a client’s revision is no longer kept on the SEPM, its first fill is a full set.',
		evidence: 'A table of waves with group and time.',
		blanks: [{ label: 'Wave 1' }, { label: 'Wave 2' }, { label: 'Wave 3' }],
		sources: ['KB177759', 'OURS'],
		confidence: 'vendor',
		failures: ['wan-full-after-change', 'network-load-alerts']
	},
	{
		id: 'gup-sources',
		code: 'B-22',
		method: 'gup',
		phase: 'verify',
		who: ['sepm-admin'],
		text: 'Read the content sources report (V8): about {clientCount} clients of this site under GUP, few under SEPM. Read the revision report (V7): the agreed share of clients is on the latest revision within the agreed hours.',
		evidence: 'Both reports, with date and time.',
		blanks: [
			{ label: 'Under GUP', unit: 'clients' },
			{ label: 'Under SEPM', unit: 'clients' },
			{ label: 'On the latest revision', unit: '%' },
			{ label: 'After', unit: 'hours' }
		],
		sources: ['API', 'OURS'],
		confidence: 'vendor',
		failures: ['gup-other-subnet', 'full-after-absence', 'two-sites-differ']
	},
	{
		id: 'gup-walk-test',
		code: 'B-23',
		method: 'gup',
		phase: 'verify',
		who: ['technician'],
		text: 'Walk to one client in every subnet ({subnetNames}). Test the port of its GUP with the command, and read its definition date in the client window (V1). Put the name of the GUP that serves this subnet into the command.',
		evidence: 'TcpTestSucceeded: True and a current date, one line for each subnet.',
		blanks: [{ label: 'Subnets tested' }, { label: 'Subnets that fail' }, { label: 'Oldest date' }],
		command: {
			shell: 'powershell',
			text: 'Test-NetConnection -ComputerName {gupHost} -Port {gupPort}'
		},
		sources: ['MS-POWERSHELL', 'DISA-STIG', 'OURS'],
		confidence: 'vendor',
		failures: ['gup-clients-blocked', 'gup-other-subnet']
	},
	{
		id: 'gup-pull-test',
		code: 'B-24',
		method: 'gup',
		phase: 'verify',
		who: ['technician', 'sepm-admin'],
		text: 'Only in the agreed window ({changeWindow}): make the GUP unreachable for one pilot client, and see that the client does what B-05 chose, and not earlier. Then open the way again.',
		evidence: 'What the client did, and after how long; the way is open again.',
		blanks: [{ label: 'Client' }, { label: 'Bypassed after' }, { label: 'Open again at' }],
		sources: ['HOWTO55184', 'OURS'],
		confidence: 'ours',
		failures: ['wan-full-after-change']
	},
	{
		id: 'gup-health',
		code: 'B-25',
		method: 'gup',
		phase: 'verify',
		who: ['technician'],
		text: 'On the GUP read free disk after the first fill and the load of its processor, and see that it does not sleep and that the SEP service runs (V15).',
		evidence: 'The values; the state is RUNNING.',
		blanks: [
			{ label: 'Free disk', unit: 'GB' },
			{ label: 'Processor load', unit: '%' }
		],
		command: { shell: 'cmd', text: 'sc query SepMasterService' },
		sources: ['FIELD-SEP-SCRIPTS', 'OURS'],
		confidence: 'field-practice',
		failures: ['gup-port-not-listening']
	},
	{
		id: 'gup-roll-back',
		code: 'B-26',
		method: 'gup',
		phase: 'roll-back',
		who: ['sepm-admin'],
		text: 'To go back, re-assign the previous LiveUpdate Settings policy, {policyNow}, or untick “Use a Group Update Provider” in the new one; {sepmAdmin} can do it. Clients return to the SEPM at their next heartbeat, and their load returns to the link at once: over a thin link do it in waves.',
		evidence: 'The policy serial number on a client is that of the old policy (V12).',
		blanks: [{ label: 'Re-assigned at' }, { label: 'By' }],
		sources: ['KB156507', 'OURS'],
		confidence: 'ours',
		failures: ['wan-full-after-change']
	},
	{
		id: 'gup-rebuild',
		code: 'B-27',
		method: 'gup',
		phase: 'roll-back',
		who: ['technician', 'sepm-admin'],
		text: 'If the GUP must be rebuilt: copy its SharedUpdates folder away, install SEP anew, make the folder again, copy the content back, and let the SEPM give it its role again. The cache of one GUP is no use to another, and the shorter unused content is kept, the less it saves.',
		evidence: 'The copy exists before the computer is touched.',
		blanks: [{ label: 'Copy is at' }],
		sources: ['KB156741'],
		confidence: 'vendor',
		failures: ['gup-cache-empty']
	},
	{
		id: 'gup-hand-over',
		code: 'B-28',
		method: 'gup',
		phase: 'hand-over',
		who: ['technician', 'sepm-admin', 'site-owner'],
		text: 'Leave with the site: the GUP’s name and asset tag, its port, where its cache lies, and whom to call. Put a label on the machine: “Serves updates for {siteName}. Do not switch off or re-image without telling {sepmAdmin}.”',
		evidence: 'The label is on the machine, and {siteContact} has the page.',
		blanks: [{ label: 'GUP, asset tag' }, { label: 'Whom to call' }],
		sources: ['OURS'],
		confidence: 'ours'
	},
	{
		id: 'gup-hold-before-leaving',
		code: 'B-H3',
		method: 'gup',
		phase: 'hand-over',
		hold: true,
		who: ['technician', 'site-owner'],
		text: 'STOP. Sign, and leave, only when all of this is true: 1. Every subnet was tested (B-23). 2. No client is left with old content, or it is listed with an owner. 3. The reports of V7 and V8 are attached. 4. The label is on the GUP. 5. Somebody is named for the checks on the monitoring page. 6. The way back is printed. Signed by the technician and the site owner.',
		evidence: 'Two signatures, date and time.',
		blanks: [
			{ label: 'Watches the GUP' },
			{ label: 'Exceptions, with owner' },
			{ label: 'Signed, technician' },
			{ label: 'Signed, site owner' }
		],
		sources: ['OURS'],
		confidence: 'ours'
	}
];
