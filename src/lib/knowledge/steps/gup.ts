import type { Condition } from '../../domain/condition.ts';
import type { StepTemplate } from '../../domain/checklist.ts';

const ONE_SUBNET: Condition = { question: 'subnets', under: 2 };
const NO_OTHER_FIREWALL: Condition = {
	count: 'candidates',
	where: { question: 'hostFirewall', isNot: ['sep', 'none'] },
	under: 1
};

/** Checklist B: one computer at the site fetches content and serves the others. */
export const GUP_STEPS: readonly StepTemplate[] = [
	{
		id: 'gup-subnets',
		code: 'B-01',
		method: 'gup',
		phase: 'prepare',
		who: ['technician'],
		text: 'List the subnets that hold clients: address and mask, VLAN, number of clients. Mark which of them are routed to each other. The survey knows {subnets} of them: {subnetNames}.',
		evidence: 'A table with every subnet and its clients; the sum is {clientCount}.',
		blanks: [{ label: 'Subnets with clients' }],
		sources: ['KB152744'],
		confidence: 'vendor'
	},
	{
		id: 'gup-candidate',
		code: 'B-02',
		method: 'gup',
		phase: 'prepare',
		who: ['technician'],
		text: 'Choose the computer that becomes the Group Update Provider: always on, wired, with a fixed address, room on its disk, and an owner who agrees. Not a laptop, not a thin virtual desktop, and never the management server. Named in the survey: {gupHosts}.',
		evidence: 'Its name and asset tag are written down, and the owner has said yes.',
		blanks: [{ label: 'Computer' }, { label: 'Asset tag' }],
		sources: ['KB177667', 'TECH92051'],
		confidence: 'vendor',
		failures: ['gup-wrong-one']
	},
	{
		id: 'gup-candidate-facts',
		code: 'B-03',
		method: 'gup',
		phase: 'prepare',
		who: ['technician'],
		text: 'On that computer read the operating system, the SEP version, free disk on the drive that holds SEP, memory and link speed. Its SEP version must be that of the SEPM ({sepmVersion}). Switch off sleep, and note when it restarts for patches.',
		evidence: 'All values are written down; the two versions are the same.',
		blanks: [
			{ label: 'Operating system' },
			{ label: 'SEP version' },
			{ label: 'Free disk', unit: 'GB' },
			{ label: 'Restarts at' }
		],
		sources: ['KB177667', 'API'],
		confidence: 'vendor'
	},
	{
		id: 'gup-type',
		code: 'B-04',
		method: 'gup',
		phase: 'prepare',
		who: ['sepm-admin'],
		text: 'Choose the type. Single: one named computer for a group. Multiple: clients find one in their own subnet by rules (system, address or name, registry value). Explicit list: a subnet is sent to a GUP in another one. Types may be combined in one policy.',
		evidence: 'The type and the reason for it are written down.',
		blanks: [{ label: 'Type' }, { label: 'Reason' }],
		sources: ['HOWTO55184', 'TD-GUP', 'GUPWP', 'API'],
		confidence: 'vendor',
		failures: ['gup-other-subnet']
	},
	{
		id: 'gup-bypass',
		code: 'B-05',
		method: 'gup',
		phase: 'prepare',
		who: ['sepm-admin', 'network-admin'],
		text: 'Decide what clients do when the GUP cannot be reached: never go to the SEPM, or only after a time. Over a thin link ({linkDownMbps}) choose a long time; for people who travel, a short one in a policy of their own.',
		evidence: 'The time is agreed with the network owner.',
		blanks: [{ label: 'Bypass after' }],
		sources: ['HOWTO55184', 'TECH92051', 'API'],
		confidence: 'vendor'
	},
	{
		id: 'gup-path',
		code: 'B-06',
		method: 'gup',
		phase: 'prepare',
		who: ['network-admin', 'technician'],
		text: 'Open the way: from every client subnet to the GUP on TCP 2967 or the port chosen instead, and from the GUP to the SEPM {sepmHost} on TCP {sepmPort}. On the GUP, check that no other program holds that port.',
		evidence:
			'From the GUP the command says TcpTestSucceeded: True. The rule numbers are written down.',
		blanks: [{ label: 'Port' }, { label: 'Rule numbers' }],
		command: {
			shell: 'powershell',
			text: 'Test-NetConnection -ComputerName {sepmHost} -Port {sepmPort}'
		},
		sources: ['KB177667', 'TD-PORTS', 'KB151493', 'MS-POWERSHELL'],
		confidence: 'vendor',
		failures: ['gup-port-not-listening', 'gup-clients-blocked']
	},
	{
		id: 'gup-sepm-works',
		code: 'B-07',
		method: 'gup',
		phase: 'prepare',
		who: ['sepm-admin'],
		text: 'Before any work on a GUP, prove that clients here talk to the SEPM and get content from it: Monitors > Logs > System. Mend that first.',
		evidence: 'The log shows clients of this site with content of today.',
		sources: ['TD-GUP'],
		confidence: 'vendor',
		failures: ['clients-no-sepm']
	},
	{
		id: 'gup-baseline',
		code: 'B-08',
		method: 'gup',
		phase: 'prepare',
		who: ['technician'],
		text: 'Take the baseline: definition dates of at least five clients in every subnet (V1 or V2), and the use of the link at its busiest hour.',
		evidence: 'A table with date and time of every reading.',
		blanks: [{ label: 'Oldest date' }, { label: 'Busy-hour use', unit: '%' }],
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
		text: 'STOP. Sign only when all of this is true: 1. The owner of the GUP agreed. 2. Its SEP version is that of the SEPM. 3. Both ways are open: clients to the GUP, the GUP to the SEPM. 4. The baseline is stored. 5. The policy in use now is {policyNow}, and {sepmAdmin} can assign it again. 6. {changeOwner} approved the change; window: {changeWindow}.',
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
		text: 'Give the site a client group of its own ({groupNames}) and stop inheriting policies from the parent group, so that this site can have its own policy.',
		evidence: 'The group tree shows the group with inheritance off.',
		sources: ['KB177685'],
		confidence: 'vendor',
		skip: {
			when: { question: 'groupStructure', is: ['own'] },
			because: 'The site already has a client group of its own.'
		}
	},
	{
		id: 'gup-policy-copy',
		code: 'B-10',
		method: 'gup',
		phase: 'configure',
		who: ['sepm-admin'],
		text: 'Copy the LiveUpdate Settings policy that is in force ({policyNow}) and give the copy the name of the site. Change the copy only: the old one is the way back.',
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
		text: 'Policies > LiveUpdate > LiveUpdate Settings > edit the copy > Server Settings: tick “Use the default management server”, leave “Use a LiveUpdate server” clear, tick “Use a Group Update Provider” and open its dialog.',
		evidence: 'A screenshot of the three boxes.',
		sources: ['HOWTO55184', 'KB151483'],
		confidence: 'vendor'
	},
	{
		id: 'gup-policy-values',
		code: 'B-12',
		method: 'gup',
		phase: 'configure',
		who: ['sepm-admin'],
		text: 'Enter the GUP by its type (name or address, rules, or subnet map), then the six values. The plan proposes a cache, a retention, a bandwidth and a bypass time for this site with their reasons: write down what you chose.',
		evidence: 'All six values are written down here.',
		blanks: [
			{ label: 'Port' },
			{ label: 'Largest cache', unit: 'MB' },
			{ label: 'Delete unused after', unit: 'days' },
			{ label: 'Simultaneous downloads' },
			{ label: 'Bandwidth from the SEPM' },
			{ label: 'Bypass after' }
		],
		sources: ['API'],
		confidence: 'vendor'
	},
	{
		id: 'gup-console-defaults',
		code: 'B-12a',
		method: 'gup',
		phase: 'configure',
		who: ['sepm-admin'],
		text: 'Copy the values that the dialog proposed before you changed them. Raise the cache where 32-bit and 64-bit clients or several versions meet.',
		evidence: 'The console’s own values are written down.',
		blanks: [
			{ label: 'Cache as proposed', unit: 'MB' },
			{ label: 'Retention as proposed', unit: 'days' },
			{ label: 'Simultaneous as proposed' },
			{ label: 'Bandwidth as proposed' }
		],
		sources: ['OURS'],
		confidence: 'unconfirmed',
		confirm:
			'Which values your version proposes: figures are often quoted, none was found in a vendor text.'
	},
	{
		id: 'gup-explicit-routes',
		code: 'B-04a',
		method: 'gup',
		phase: 'configure',
		who: ['network-admin', 'sepm-admin'],
		text: 'For an explicit list, check that each client subnet is routed to the GUP that the list gives it, and that the list names every subnet: {subnetNames}.',
		evidence: 'Every subnet has a GUP it can reach.',
		sources: ['HOWTO80959', 'OURS'],
		confidence: 'ours',
		skip: { when: ONE_SUBNET, because: 'There is one subnet, so no list is needed.' },
		failures: ['gup-other-subnet']
	},
	{
		id: 'gup-policy-assign',
		code: 'B-13',
		method: 'gup',
		phase: 'configure',
		who: ['sepm-admin'],
		text: 'Assign the policy to the pilot group and to the group that holds the GUP itself. Without the second, the computer never learns that it is a GUP.',
		evidence: 'The list of assignments shows both groups.',
		sources: ['TD-GUP'],
		confidence: 'vendor',
		failures: ['gup-port-not-listening']
	},
	{
		id: 'gup-communication',
		code: 'B-14',
		method: 'gup',
		phase: 'configure',
		who: ['sepm-admin'],
		text: 'In the group’s Communication Settings choose pull mode, set the heartbeat (now {heartbeatMinutes}) and switch on download randomisation. It also spreads downloads from a GUP; the randomisation of the LiveUpdate schedule does not.',
		evidence: 'A screenshot of the settings.',
		blanks: [
			{ label: 'Heartbeat', unit: 'minutes' },
			{ label: 'Randomisation', unit: 'minutes' }
		],
		sources: ['TD-RAND', 'HOWTO80890', 'KB177685'],
		confidence: 'vendor',
		failures: ['wan-full-after-change']
	},
	{
		id: 'gup-became-gup',
		code: 'B-15',
		method: 'gup',
		phase: 'configure',
		who: ['technician', 'sepm-admin'],
		text: 'On the GUP wait for one heartbeat, or ask for the policy at once. Then check that it listens on its port, held by the SEP client (V16), and that the SEPM lists it as a GUP (V9).',
		evidence: 'A line with LISTENING; the SEPM’s list shows its name, address and last heartbeat.',
		blanks: [{ label: 'Listening at' }],
		command: { shell: 'cmd', text: 'smc -updateconfig && netstat -ano | findstr :2967' },
		sources: ['KB151493', 'API', 'FIELD-BISF'],
		confidence: 'field-practice',
		confirm:
			'That smc -updateconfig asks for the policy on your version; otherwise wait for a heartbeat.',
		failures: ['gup-port-not-listening']
	},
	{
		id: 'gup-console-search',
		code: 'B-15a',
		method: 'gup',
		phase: 'configure',
		who: ['sepm-admin'],
		text: 'In the console, search for the clients that act as Group Update Providers and compare with what was planned.',
		evidence: 'The list holds the planned computers and no other.',
		sources: ['TD-GUP'],
		confidence: 'unconfirmed',
		confirm: 'Where your console has this search: the menu text could not be read.',
		failures: ['gup-wrong-one']
	},
	{
		id: 'gup-host-firewall',
		code: 'B-16',
		method: 'gup',
		phase: 'configure',
		who: ['technician', 'network-admin'],
		text: 'On the GUP, let its firewall accept TCP 2967 (or the port chosen) from the client subnets only. SEP’s own firewall permits it by default; another one needs a rule.',
		evidence: 'The name of the rule; a client’s test of the port succeeds.',
		blanks: [{ label: 'Rule' }],
		sources: ['HOWTO55184', 'TD-PORTS'],
		confidence: 'vendor',
		skip: { when: NO_OTHER_FIREWALL, because: 'No candidate has a firewall other than SEP’s own.' },
		failures: ['gup-clients-blocked']
	},
	{
		id: 'gup-client-registry',
		code: 'B-17',
		method: 'gup',
		phase: 'pilot',
		who: ['technician'],
		text: 'On three to five pilot clients read the LiveUpdate key. UseMasterClient = 1 means that a GUP is set; MasterClientHost filled means a single or backup GUP, empty means several. On older 64-bit clients look under Wow6432Node too. Read only, change nothing.',
		evidence: 'The two values of each pilot client.',
		command: {
			shell: 'cmd',
			text: 'reg query "HKLM\\SOFTWARE\\Symantec\\Symantec Endpoint Protection\\LiveUpdate"'
		},
		sources: ['KB152744', 'KB181033'],
		confidence: 'vendor',
		confirm: 'The names of the two values: the text is for 11 and 12.1.'
	},
	{
		id: 'gup-cache-fills',
		code: 'B-18',
		method: 'gup',
		phase: 'pilot',
		who: ['technician'],
		text: 'Let one client ask first, then see the GUP’s SharedUpdates folder appear and fill. Before anybody has asked it is empty, and that is normal.',
		evidence: 'A listing of the folder with sizes and times.',
		blanks: [{ label: 'Folder' }, { label: 'First file at' }],
		sources: ['KB156741'],
		confidence: 'vendor',
		confirm:
			'Where the folder is on 14.x: under the version’s folder by the pattern of 12.1 (Bin or Bin64).',
		failures: ['gup-cache-empty']
	},
	{
		id: 'gup-pilot-dates',
		code: 'B-19',
		method: 'gup',
		phase: 'pilot',
		who: ['technician'],
		text: 'After the next heartbeat, read the definition dates of the pilot clients again (V1, V2 or V5). The LiveUpdate log stays silent for downloads from a GUP: an empty log is no failure.',
		evidence: 'Dates before and after, for each pilot client.',
		blanks: [{ label: 'Date before' }, { label: 'Date after' }],
		sources: ['DISA-STIG', 'CON-LUE'],
		confidence: 'vendor',
		failures: ['lue-log-empty', 'driver-signature']
	},
	{
		id: 'gup-which-one',
		code: 'B-20',
		method: 'gup',
		phase: 'pilot',
		who: ['sepm-admin'],
		text: 'If a client uses another GUP than expected: every client that has reported as a GUP is in one list sent to all, and the lowest address in the client’s own subnet wins. This is by design.',
		evidence: 'Which GUP served the pilot is written down.',
		blanks: [{ label: 'Served by' }],
		sources: ['KB152744'],
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
		text: 'STOP. Sign only when all of this is true: 1. The pilot clients were updated by the GUP. 2. Its cache filled once over the link. 3. The link stayed inside its share; the graph is attached. 4. The content sources report (V8) counts the pilot under GUP.',
		evidence: 'Three signatures, date and time.',
		blanks: [
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
		text: 'Assign the policy to the other groups of the site in waves, for example by subnet, the largest last and outside busy hours: the first fill of a client is a full set.',
		evidence: 'A table of waves with group and time.',
		blanks: [{ label: 'First wave at' }, { label: 'Last wave at' }],
		sources: ['KB177759', 'OURS'],
		confidence: 'ours',
		failures: ['wan-full-after-change', 'network-load-alerts']
	},
	{
		id: 'gup-sources',
		code: 'B-22',
		method: 'gup',
		phase: 'verify',
		who: ['sepm-admin'],
		text: 'Read the content sources report (V8): about {clientCount} clients under GUP, few under SEPM. Read the definition report (V7): the agreed share of clients is on the latest revision within the agreed hours.',
		evidence: 'Both reports with date and time.',
		blanks: [{ label: 'Under GUP' }, { label: 'Under SEPM' }, { label: 'On latest', unit: '%' }],
		sources: ['API'],
		confidence: 'vendor'
	},
	{
		id: 'gup-walk-test',
		code: 'B-23',
		method: 'gup',
		phase: 'verify',
		who: ['technician'],
		text: 'Walk to one client in every subnet: its test of the GUP’s port succeeds (V17), and its definition date is current.',
		evidence: 'One line for each subnet.',
		command: { shell: 'powershell', text: 'Test-NetConnection -ComputerName {gupHost} -Port 2967' },
		sources: ['MS-POWERSHELL', 'OURS'],
		confidence: 'vendor',
		failures: ['gup-clients-blocked', 'gup-other-subnet']
	},
	{
		id: 'gup-pull-test',
		code: 'B-24',
		method: 'gup',
		phase: 'verify',
		who: ['technician', 'sepm-admin'],
		text: 'Only in the agreed window: make the GUP unreachable for one pilot client and see that the client does what B-05 chose, not earlier.',
		evidence: 'What the client did, and after how long.',
		blanks: [{ label: 'Bypassed after' }],
		sources: ['HOWTO55184', 'OURS'],
		confidence: 'ours'
	},
	{
		id: 'gup-health',
		code: 'B-25',
		method: 'gup',
		phase: 'verify',
		who: ['technician'],
		text: 'On the GUP read free disk after the first fill and the load, and check that it does not sleep and that the service runs (V15).',
		evidence: 'The values; the state RUNNING.',
		blanks: [{ label: 'Free disk', unit: 'GB' }],
		command: { shell: 'cmd', text: 'sc query SepMasterService' },
		sources: ['FIELD-SEP-SCRIPTS', 'OURS'],
		confidence: 'field-practice'
	},
	{
		id: 'gup-roll-back',
		code: 'B-26',
		method: 'gup',
		phase: 'roll-back',
		who: ['sepm-admin'],
		text: 'To go back, assign the previous policy {policyNow} again, or untick “Use a Group Update Provider”. {sepmAdmin} can do it. Clients return to the SEPM at their next heartbeat: over a thin link, do it in waves.',
		evidence: 'The policy serial number on a client is that of the old policy (V12).',
		sources: ['KB156507', 'OURS'],
		confidence: 'ours',
		failures: ['wan-full-after-change']
	},
	{
		id: 'gup-rebuild',
		code: 'B-27',
		method: 'gup',
		phase: 'roll-back',
		who: ['technician'],
		text: 'If the GUP must be rebuilt: copy its SharedUpdates folder away first, install SEP anew, put the folder back and let the SEPM give it its role again. The cache of one GUP is no use to another.',
		evidence: 'The copy exists before the computer is touched.',
		blanks: [{ label: 'Copy is at' }],
		sources: ['KB156741'],
		confidence: 'vendor'
	},
	{
		id: 'gup-hand-over',
		code: 'B-28',
		method: 'gup',
		phase: 'hand-over',
		who: ['technician', 'sepm-admin', 'site-owner'],
		text: 'Leave with the site: the name of the GUP, its port and where its cache is; “do not switch off or re-image without telling {sepmAdmin}”; whom to call. Put a label with that on the machine.',
		evidence: 'The label is on the machine; {siteContact} has the page.',
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
		text: 'STOP. Sign only when all of this is true: 1. Every subnet was tested. 2. No client is left with old content, or it is listed with an owner. 3. The evidence is attached. 4. Somebody is named who watches the GUP. 5. The way back is printed.',
		evidence: 'Two signatures, date and time.',
		blanks: [{ label: 'Signed, technician' }, { label: 'Signed, site owner' }],
		sources: ['OURS'],
		confidence: 'ours'
	}
];
