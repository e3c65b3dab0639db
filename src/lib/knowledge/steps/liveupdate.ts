import type { Condition } from '../../domain/condition.ts';
import type { StepTemplate } from '../../domain/checklist.ts';

const NO_PROXY: Condition = { question: 'proxyPresent', is: ['none'] };

/** Checklist D: content from the vendor's LiveUpdate servers over the Internet. */
export const LIVEUPDATE_STEPS: readonly StepTemplate[] = [
	{
		id: 'liveupdate-clients',
		code: 'D-01',
		method: 'liveupdate',
		phase: 'prepare',
		who: ['sepm-admin'],
		text: 'Count the clients that shall update over the Internet ({clientCount} in {groupNames}). The vendor warns against sending large numbers of managed clients on the company network this way: keep it for those that roam or are isolated, or that need a schedule of their own. Computers that leave the site: {nLaptops}.',
		evidence: 'The number, and the reason for these clients.',
		blanks: [{ label: 'Clients', unit: 'clients' }, { label: 'Reason' }],
		sources: ['SEED', 'HOWTO80884', 'HOWTO81355'],
		confidence: 'vendor'
	},
	{
		id: 'liveupdate-addresses',
		code: 'D-02',
		method: 'liveupdate',
		phase: 'prepare',
		who: ['network-admin'],
		text: 'Have {networkAdmin} allow the LiveUpdate servers outbound: liveupdate.symantecliveupdate.com and liveupdate.symantec.com. Print the vendor’s current list with its date and compare. The command tests a direct way only; behind a proxy use D-03a.',
		evidence: 'The dated list is attached, and the rule is in place.',
		blanks: [{ label: 'Date of the list' }, { label: 'Rule number' }, { label: 'Port 443 open' }],
		command: {
			shell: 'powershell',
			text: 'Test-NetConnection -ComputerName liveupdate.symantecliveupdate.com -Port 443'
		},
		sources: ['TD-URLS', 'KB154433', 'TECH169751', 'HOWTO80884'],
		confidence: 'vendor',
		confirm:
			'The current list of addresses, and which ports your version uses: the text for 12.1 knows HTTP (port 80) only, the page for 14.x names 443.',
		skip: {
			when: { question: 'luHostsAllowed', is: ['yes'] },
			because: 'The survey found the LiveUpdate servers already allowed.'
		}
	},
	{
		id: 'liveupdate-tls-bypass',
		code: 'D-03',
		method: 'liveupdate',
		phase: 'prepare',
		who: ['network-admin'],
		text: 'Exempt the vendor’s services on that list from TLS inspection in the proxy. They use pinned certificates, which inspection breaks.',
		evidence: 'The exemption is shown, with its date.',
		blanks: [{ label: 'Rule number' }],
		sources: ['KB154433', 'TD-URLS'],
		confidence: 'vendor',
		skip: {
			when: { any: [NO_PROXY, { question: 'tlsInspection', is: ['no'] }] },
			because: 'Nothing here inspects TLS.'
		},
		failures: ['tls-inspection-breaks-services']
	},
	{
		id: 'liveupdate-system-proxy',
		code: 'D-03a',
		method: 'liveupdate',
		phase: 'prepare',
		who: ['network-admin', 'technician'],
		text: 'Prove the way out for the SYSTEM account on one client: a scheduled LiveUpdate runs as SYSTEM, not as the user (survey: {systemProxyOk}). An answer of the vendor’s web server counts, even an error page. A time-out, an unknown name, or a page of the proxy does not.',
		evidence: 'The answer, seen by the SYSTEM account.',
		blanks: [{ label: 'Client' }, { label: 'Answer as SYSTEM' }],
		command: {
			shell: 'powershell',
			text: `psexec -s powershell -NoProfile -Command "(Invoke-WebRequest -UseBasicParsing -Uri 'http://liveupdate.symantecliveupdate.com').StatusCode"`
		},
		sources: ['TECH131843', 'KB154433', 'MS-PSEXEC'],
		confidence: 'vendor',
		skip: { when: NO_PROXY, because: 'There is no proxy on the way out.' },
		failures: ['system-account-no-proxy']
	},
	{
		id: 'liveupdate-hold-before-change',
		code: 'D-H1',
		method: 'liveupdate',
		phase: 'prepare',
		hold: true,
		who: ['network-admin', 'sepm-admin', 'site-owner'],
		text: 'STOP. Sign only when all of this is true: 1. The way to the LiveUpdate servers is proved from one client. 2. If there is a proxy, it is proved for the SYSTEM account too. 3. The number of clients is one that the Internet line ({internetMbps}) can carry. 4. Definition dates of at least five clients are noted (V1). 5. The policy in use now is {policyNow}, and {sepmAdmin} can re-assign it. 6. {changeOwner} approved the change; window: {changeWindow}. Signed by the network administrator, the SEPM administrator and the site owner.',
		evidence: 'Three signatures, date and time.',
		blanks: [
			{ label: 'Signed, network administrator' },
			{ label: 'Signed, SEPM administrator' },
			{ label: 'Signed, site owner' }
		],
		sources: ['OURS'],
		confidence: 'ours'
	},
	{
		id: 'liveupdate-policy',
		code: 'D-04',
		method: 'liveupdate',
		phase: 'configure',
		who: ['sepm-admin'],
		text: 'Copy the LiveUpdate Settings policy {policyNow} and give the copy the site’s name. In the copy go to Server Settings, choose to use a LiveUpdate server, and take the default Symantec server. Keep the management server ticked as well only if you accept two sources: clients then use both, and one that took newer content from LiveUpdate does not go back to an older named revision of the SEPM.',
		evidence: 'Screenshot of Server Settings.',
		blanks: [{ label: 'Name of the new policy' }, { label: 'Management server still ticked' }],
		sources: ['KB151483'],
		confidence: 'vendor'
	},
	{
		id: 'liveupdate-proxy',
		code: 'D-05',
		method: 'liveupdate',
		phase: 'configure',
		who: ['sepm-admin'],
		text: 'Fill in the proxy settings of the policy: none, the Windows Internet options, or customised with host, HTTP port, HTTPS port and sign-in (basic or NTLM). The survey found: {proxyPresent}; sign-in: {proxyAuth}.',
		evidence: 'The values are written down, without the password.',
		blanks: [{ label: 'Proxy host' }, { label: 'HTTP port' }, { label: 'HTTPS port' }],
		sources: ['API'],
		confidence: 'vendor',
		skip: { when: NO_PROXY, because: 'There is no proxy on the way out.' },
		failures: ['system-account-no-proxy']
	},
	{
		id: 'liveupdate-schedule',
		code: 'D-06',
		method: 'liveupdate',
		phase: 'configure',
		who: ['sepm-admin'],
		text: 'Set the schedule: continuous, hourly, daily or weekly; the retry window; whether to wait until the computer is idle; and let the start vary. Two conditions save bandwidth if you want them: run only when definitions are more than 2 days old, or when the client has been away from the SEPM for more than 8 hours.',
		evidence: 'Screenshot of the schedule.',
		blanks: [
			{ label: 'Frequency and time' },
			{ label: 'Retry window' },
			{ label: 'Start varies by', unit: 'hours' },
			{ label: 'Conditions ticked' }
		],
		sources: ['TD-LUSCHED', 'TD-RANDLU', 'HOWTO80890', 'API'],
		confidence: 'vendor',
		failures: ['wan-full-after-change']
	},
	{
		id: 'liveupdate-user-rights',
		code: 'D-07',
		method: 'liveupdate',
		phase: 'configure',
		who: ['sepm-admin'],
		text: 'Under Advanced decide what users may do: run LiveUpdate by hand, change the schedule, change the proxy. The pilot needs the first one.',
		evidence: 'Three decisions are written down.',
		blanks: [
			{ label: 'May run LiveUpdate' },
			{ label: 'May change the schedule' },
			{ label: 'May change the proxy' }
		],
		sources: ['API'],
		confidence: 'vendor',
		failures: ['liveupdate-disabled']
	},
	{
		id: 'liveupdate-pilot',
		code: 'D-08',
		method: 'liveupdate',
		phase: 'pilot',
		who: ['technician', 'sepm-admin'],
		text: 'Assign the policy to three clients: one on a cable, one on Wi-Fi, one away from the site; take every platform you serve. On each run LiveUpdate by hand (V14; on Linux V18), read the LiveUpdate log (V6), and read the definition date (V1) before and after. Leave one until its next scheduled run.',
		evidence: 'The date has moved on every pilot client, by hand and by schedule.',
		blanks: [
			{ label: 'Pilot clients' },
			{ label: 'Date before' },
			{ label: 'Date after' },
			{ label: 'Scheduled run worked' }
		],
		sources: ['CON-LUE', 'FIELD-IU-SCRIPTS', 'DISA-STIG'],
		confidence: 'field-practice',
		failures: [
			'liveupdate-disabled',
			'system-account-no-proxy',
			'tls-inspection-breaks-services',
			'driver-signature'
		]
	},
	{
		id: 'liveupdate-hold-after-pilot',
		code: 'D-H2',
		method: 'liveupdate',
		phase: 'pilot',
		hold: true,
		who: ['sepm-admin', 'network-admin'],
		text: 'STOP. Sign only when all of this is true: 1. Every pilot client has a new definition date. 2. A scheduled run worked without anybody signed in. 3. The Internet line stayed usable meanwhile. 4. No Insight or telemetry errors came up behind the proxy. Signed by the SEPM administrator and the network administrator.',
		evidence: 'Two signatures, date and time.',
		blanks: [{ label: 'Signed, SEPM administrator' }, { label: 'Signed, network administrator' }],
		sources: ['OURS'],
		confidence: 'ours'
	},
	{
		id: 'liveupdate-waves',
		code: 'D-09',
		method: 'liveupdate',
		phase: 'roll-out',
		who: ['sepm-admin', 'network-admin'],
		text: 'Assign the policy to the rest of {groupNames} in waves, and watch the Internet line during each.',
		evidence: 'A list of waves with times, and the load of the line.',
		blanks: [{ label: 'Waves, with times' }, { label: 'Highest load', unit: '%' }],
		sources: ['OURS'],
		confidence: 'ours',
		failures: ['wan-full-after-change']
	},
	{
		id: 'liveupdate-verify',
		code: 'D-10',
		method: 'liveupdate',
		phase: 'verify',
		who: ['sepm-admin'],
		text: 'See where clients got their content (V8): these count under PUBLIC_LU. See how many are on the latest revision (V7) and compare with the target. Unmanaged clients are in neither report: read the definition date (V1) on them.',
		evidence: 'Both reports, with the count of this site.',
		blanks: [{ label: 'Clients under PUBLIC_LU' }, { label: 'On the latest revision', unit: '%' }],
		sources: ['API', 'TD-MANAGED', 'OURS'],
		confidence: 'vendor',
		failures: ['two-sites-differ']
	},
	{
		id: 'liveupdate-roll-back',
		code: 'D-11',
		method: 'liveupdate',
		phase: 'roll-back',
		who: ['sepm-admin'],
		text: 'Re-assign the previous LiveUpdate Settings policy, {policyNow}, to {groupNames}; {sepmAdmin} can do it. Clients that took newer content from the Internet keep it: an older named revision of the SEPM does not replace it.',
		evidence: 'The policy serial number on a client equals the group’s (V12).',
		blanks: [{ label: 'Re-assigned at' }, { label: 'By' }],
		sources: ['KB151483'],
		confidence: 'vendor'
	},
	{
		id: 'liveupdate-hand-over',
		code: 'D-12',
		method: 'liveupdate',
		phase: 'hand-over',
		who: ['technician', 'site-owner'],
		text: 'Leave one page with: who owns the proxy and firewall rule, how to read the definition date (V1), and whom to call when it stands still.',
		evidence: 'The page, left with {siteContact}.',
		blanks: [{ label: 'Owner of the rule' }, { label: 'Whom to call' }],
		sources: ['OURS'],
		confidence: 'ours'
	},
	{
		id: 'liveupdate-hold-before-leaving',
		code: 'D-H3',
		method: 'liveupdate',
		phase: 'hand-over',
		hold: true,
		who: ['technician', 'site-owner'],
		text: 'STOP. Sign, and leave, only when all of this is true: 1. Every client is in date, or listed as an exception with an owner. 2. The reports of V7 and V8 are attached. 3. The owner of the proxy and firewall rule is named. 4. {siteContact} can read the definition date. Signed by the technician and the site owner.',
		evidence: 'Two signatures, date and time.',
		blanks: [
			{ label: 'Exceptions, with owner' },
			{ label: 'Signed, technician' },
			{ label: 'Signed, site owner' }
		],
		sources: ['OURS'],
		confidence: 'ours'
	}
];
