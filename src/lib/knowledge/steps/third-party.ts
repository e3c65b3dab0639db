import type { Condition } from '../../domain/condition.ts';
import type { StepTemplate } from '../../domain/checklist.ts';

const NO_MANAGED_GROUP: Condition = {
	count: 'groups',
	where: { question: 'managed', is: ['yes'] },
	under: 1
};

const NO_UNMANAGED_GROUP: Condition = {
	count: 'groups',
	where: { question: 'managed', is: ['no'] },
	under: 1
};

/**
 * Checklist E: content that a SEPM has staged is carried by a software distribution tool. Windows only.
 * The package (E-11) is made in the pilot, because nothing may be packaged before one client took it by hand (E-09).
 */
export const THIRD_PARTY_STEPS: readonly StepTemplate[] = [
	{
		id: 'third-party-staging',
		code: 'E-01',
		method: 'third-party',
		phase: 'prepare',
		who: ['sepm-admin'],
		text: 'Set up a SEPM as staging server; it needs no clients of its own. Give it a LiveUpdate schedule with a fixed period: a known set of content then lies still while it is tested. A continuous schedule would change it under your hands.',
		evidence: 'Host name and schedule are written down.',
		blanks: [{ label: 'Staging server' }, { label: 'Schedule' }],
		sources: ['KB151483'],
		confidence: 'vendor'
	},
	{
		id: 'third-party-monikers',
		code: 'E-02',
		method: 'third-party',
		phase: 'prepare',
		who: ['sepm-admin'],
		text: 'Decide which content types the installed protections need. Run the command in the SEPM’s program folder and copy the moniker (the GUID) of each type. Monikers change with major versions and sometimes with minor ones: read them anew after every upgrade of the SEPM or the clients.',
		evidence: 'The copied list of types and monikers, with its date.',
		blanks: [{ label: 'Content types' }, { label: 'List dated' }],
		command: {
			shell: 'powershell',
			text: `Get-Content -Path '.\\Inetpub\\content\\ContentInfo.txt'`
		},
		sources: ['TD-3P'],
		confidence: 'vendor',
		failures: ['content-ignored-after-upgrade']
	},
	{
		id: 'third-party-index-file',
		code: 'E-03',
		method: 'third-party',
		phase: 'prepare',
		who: ['sepm-admin'],
		text: 'Find the folder of the clients’ group: its name begins with the first four hexadecimal characters of the group’s policy serial number, which stands in the group’s details. Run the command in the SEPM’s program folder and take the index2.dax of that folder. Every group has its own; another group’s file will not do.',
		evidence: 'Folder name and file time, and four characters that match.',
		blanks: [
			{ label: 'Policy serial number' },
			{ label: 'Folder' },
			{ label: 'Time of index2.dax' }
		],
		command: {
			shell: 'powershell',
			text: `Get-ChildItem -Path '.\\data\\outbox\\agent' -Recurse -Filter 'index2.dax' | Select-Object FullName, LastWriteTime`
		},
		sources: ['TD-3P', 'KB156507'],
		confidence: 'vendor'
	},
	{
		id: 'third-party-collections',
		code: 'E-04',
		method: 'third-party',
		phase: 'prepare',
		who: ['packaging-admin'],
		text: 'Have the tool ready: a test collection, a pilot collection and the collections of {groupNames}; a distribution point that the site can use; and room there for a full set of content. Tools found here: {distributionTools}; a point at this site: {distributionToolLocal}.',
		evidence: 'Names of the collections, and the free space of the distribution point.',
		blanks: [
			{ label: 'Collections' },
			{ label: 'Distribution point' },
			{ label: 'Free there', unit: 'GB' }
		],
		sources: ['OURS'],
		confidence: 'ours'
	},
	{
		id: 'third-party-hold-before-change',
		code: 'E-H1',
		method: 'third-party',
		phase: 'prepare',
		hold: true,
		who: ['sepm-admin', 'packaging-admin', 'site-owner'],
		text: 'STOP. Sign only when all of this is true: 1. The staging server holds a content set that will not change while it is tested. 2. The monikers are of today’s versions. 3. index2.dax belongs to the right group. 4. All agree that nothing is packaged before one test client has taken the content by hand (E-09). 5. Definition dates of at least five clients are noted (V1). 6. The policy in use now is {policyNow}, and {sepmAdmin} can re-assign it. 7. {changeOwner} approved the change; window: {changeWindow}. Signed by the SEPM administrator, {packagingAdmin} and the site owner.',
		evidence: 'Three signatures, date and time.',
		blanks: [
			{ label: 'Signed, SEPM administrator' },
			{ label: 'Signed, packaging administrator' },
			{ label: 'Signed, site owner' }
		],
		sources: ['OURS'],
		confidence: 'ours'
	},
	{
		id: 'third-party-policy',
		code: 'E-05',
		method: 'third-party',
		phase: 'configure',
		who: ['sepm-admin'],
		text: 'Managed clients: copy the LiveUpdate Settings policy {policyNow} and give the copy the site’s name. In the copy go to Server Settings, Third Party Management, and tick “Enable third party content management”. Assign it to the group of the test clients first.',
		evidence: 'Screenshot of the tick; the group to which it is assigned.',
		blanks: [{ label: 'Name of the new policy' }, { label: 'Assigned to' }],
		sources: ['TECH104363', 'KB151483', 'API'],
		confidence: 'vendor',
		skip: { when: NO_MANAGED_GROUP, because: 'None of these clients is managed.' },
		failures: ['no-inbox-folder']
	},
	{
		id: 'third-party-inbox',
		code: 'E-06',
		method: 'third-party',
		phase: 'configure',
		who: ['technician'],
		text: 'On a test client ask for the policy (V13) and compare its serial number (V12). The proof is a folder named inbox in SEP’s data area; the command finds it. Write down its full path: everything that follows is copied there.',
		evidence: 'The command lists one inbox folder.',
		blanks: [{ label: 'Full path of the inbox folder' }, { label: 'SEP version' }],
		command: {
			shell: 'powershell',
			text: `Get-ChildItem -Path (Join-Path $env:ProgramData 'Symantec') -Recurse -Directory -Filter 'inbox' -ErrorAction SilentlyContinue | Select-Object FullName`
		},
		sources: ['TECH104363'],
		confidence: 'vendor',
		confirm:
			'The path on 12.1 and 14. It is remembered as Symantec\\Symantec Endpoint Protection\\CurrentVersion\\inbox below the common application data; only the path of SEP 11, without CurrentVersion, was read.',
		skip: { when: NO_MANAGED_GROUP, because: 'None of these clients is managed.' },
		failures: ['no-inbox-folder']
	},
	{
		id: 'third-party-unmanaged',
		code: 'E-07',
		method: 'third-party',
		phase: 'configure',
		who: ['technician', 'packaging-admin'],
		text: 'Unmanaged clients ({nUnmanaged} at this site) have no policy to tell them, so a setting on the client itself must. Look it up in the vendor’s page on preparing unmanaged clients for third-party tools, for your version. Try it on one test client, restart the SEP service, and look for the inbox folder as in E-06.',
		evidence: 'The setting as you found it, its source, and the inbox folder on the test client.',
		blanks: [
			{ label: 'Key and value name, as documented' },
			{ label: 'Data, as documented' },
			{ label: 'Page and date' }
		],
		sources: ['OURS'],
		confidence: 'unconfirmed',
		confirm:
			'Key, value and data. A registry value named TPMState below Symantec Endpoint Protection\\SMC\\SPE is remembered, but no text was read. Do not set it from memory.',
		skip: { when: NO_UNMANAGED_GROUP, because: 'Every client here is managed.' },
		failures: ['no-inbox-folder']
	},
	{
		id: 'third-party-folder',
		code: 'E-08',
		method: 'third-party',
		phase: 'configure',
		who: ['sepm-admin'],
		text: 'Build the working folder: the group’s index2.dax, and for each moniker the newest content folder of the staging server. Note its size.',
		evidence: 'A listing of the folder tree with sizes.',
		blanks: [{ label: 'Content revision' }, { label: 'Size', unit: 'MB' }],
		sources: ['TD-3P'],
		confidence: 'vendor',
		confirm:
			'Which parts of a content folder must be kept. It is remembered that the full content alone is enough and the deltas can go.',
		failures: ['content-ignored-after-upgrade']
	},
	{
		id: 'third-party-hand-test',
		code: 'E-09',
		method: 'third-party',
		phase: 'pilot',
		who: ['technician', 'sepm-admin'],
		text: 'Copy what is in the working folder into the inbox folder of one test client. List the inbox before, at once after, and some minutes later. Read the definition date (V1) and the event log entry (V5).',
		evidence: 'The definition date is that of the staged content.',
		blanks: [
			{ label: 'Test client' },
			{ label: 'Date before' },
			{ label: 'Date after' },
			{ label: 'What the inbox showed' }
		],
		sources: ['OURS', 'DISA-STIG', 'KB157015'],
		confidence: 'unconfirmed',
		confirm:
			'How the inbox shows success and failure. It is remembered that the files vanish on success and that a sub-folder named invalid appears on failure. Trust the date.',
		failures: ['no-inbox-folder', 'content-ignored-after-upgrade', 'driver-signature']
	},
	{
		id: 'third-party-jdb',
		code: 'E-10',
		method: 'third-party',
		phase: 'pilot',
		who: ['technician'],
		text: 'If you need virus, intrusion prevention or SONAR content only: put the .jdb file of that kind into the same inbox instead; each kind has its own file. Take certified files. Rapid Release files are only lightly tested and are for an outbreak.',
		evidence: 'The definition date of that protection moves.',
		blanks: [{ label: 'File name' }, { label: 'Date before' }, { label: 'Date after' }],
		sources: ['TECH104363', 'KB151309'],
		confidence: 'vendor',
		confirm:
			'That the download page still offers .jdb files for intrusion prevention and SONAR: the page’s own text names two kinds in one place and four in an older edition.',
		failures: ['no-inbox-folder', 'iu-only-av-moved']
	},
	{
		id: 'third-party-package',
		code: 'E-11',
		method: 'third-party',
		phase: 'pilot',
		who: ['packaging-admin'],
		text: 'Only after E-09 has passed: make the package. Content changes several times a day, so it is no application with a version. Use a program with a recurring schedule, or an application with a detection script that compares the registry date (V2) with the date of this set. Run it as SYSTEM, hidden, without user interaction, with a longest run time, and say what happens on a slow network. The script must look in both registry views (V3).',
		evidence: 'Program line, detection script and schedule are attached.',
		blanks: [
			{ label: 'Program line' },
			{ label: 'Date the script wants' },
			{ label: 'Longest run time', unit: 'minutes' },
			{ label: 'Schedule' }
		],
		sources: ['MS-CONFIGMGR', 'MS-DEFENDER', 'KB181033'],
		confidence: 'vendor',
		failures: ['script-cannot-find-sep']
	},
	{
		id: 'third-party-pilot',
		code: 'E-12',
		method: 'third-party',
		phase: 'pilot',
		who: ['packaging-admin', 'technician'],
		text: 'Deploy the package to a pilot collection on site: three to five clients, every Windows version. Read the definition date (V1) on each.',
		evidence: 'The tool’s success rate, and the dates.',
		blanks: [
			{ label: 'Pilot clients' },
			{ label: 'Success', unit: '%' },
			{ label: 'Date before' },
			{ label: 'Date after' }
		],
		sources: ['OURS'],
		confidence: 'ours',
		failures: ['content-ignored-after-upgrade', 'driver-signature', 'script-cannot-find-sep']
	},
	{
		id: 'third-party-hold-after-pilot',
		code: 'E-H2',
		method: 'third-party',
		phase: 'pilot',
		hold: true,
		who: ['sepm-admin', 'packaging-admin'],
		text: 'STOP. Sign only when all of this is true: 1. One test client took the content by hand (E-09). 2. Every pilot client shows the expected revision, whatever the tool reports. 3. No pilot inbox holds anything left over that nobody can explain. 4. Every Windows version in scope was in the pilot. 5. The tests that your policy asks for have passed. Signed by the SEPM administrator and the packaging administrator.',
		evidence: 'Two signatures, date and time.',
		blanks: [{ label: 'Signed, SEPM administrator' }, { label: 'Signed, packaging administrator' }],
		sources: ['OURS'],
		confidence: 'ours',
		confirm:
			'What stays in the inbox after a failure; a sub-folder named invalid is remembered, not read.'
	},
	{
		id: 'third-party-waves',
		code: 'E-13',
		method: 'third-party',
		phase: 'roll-out',
		who: ['packaging-admin'],
		text: 'Managed clients: assign the policy of E-05 to the remaining groups. Then deploy to {groupNames} in waves, collection by collection, inside the change window ({changeWindow}).',
		evidence: 'A list of waves with times and success rates.',
		blanks: [{ label: 'Waves, with times' }, { label: 'Success', unit: '%' }],
		sources: ['OURS'],
		confidence: 'ours',
		failures: ['content-ignored-after-upgrade']
	},
	{
		id: 'third-party-verify',
		code: 'E-14',
		method: 'third-party',
		phase: 'verify',
		who: ['sepm-admin', 'technician'],
		text: 'See how many clients are on the expected revision (V7, and V9 per computer) and note how they are counted by source (V8). Unmanaged clients: read the definition date (V1) on a sample.',
		evidence: 'Both reports, with the count of this site.',
		blanks: [
			{ label: 'On the expected revision', unit: '%' },
			{ label: 'Counted under, in V8' },
			{ label: 'Unmanaged clients read' }
		],
		sources: ['API'],
		confidence: 'vendor',
		confirm:
			'How the source report counts these clients: under OTHER or not at all. There is no key of its own for a third-party tool.',
		failures: ['two-sites-differ']
	},
	{
		id: 'third-party-roll-back',
		code: 'E-15',
		method: 'third-party',
		phase: 'roll-back',
		who: ['packaging-admin', 'sepm-admin'],
		text: 'Stop the deployment. Untick third-party content management, or re-assign the previous LiveUpdate Settings policy, {policyNow}, to {groupNames}; {sepmAdmin} can do it. On unmanaged clients undo the setting of E-07.',
		evidence:
			'The deployment is stopped, and the policy serial number on a client equals the group’s (V12).',
		blanks: [{ label: 'Stopped at' }, { label: 'Re-assigned at' }, { label: 'By' }],
		sources: ['OURS', 'KB151483'],
		confidence: 'ours',
		confirm:
			'Whether clients take an older set over a newer one, and whether the inbox folder goes away with the policy: test both on one client.'
	},
	{
		id: 'third-party-hand-over',
		code: 'E-16',
		method: 'third-party',
		phase: 'hand-over',
		who: ['packaging-admin', 'site-owner'],
		text: 'Put it on a calendar: who rebuilds the package and how often, inside the age limit of {defAgeLimitDays}; and who reads the monikers anew (E-02) after every upgrade of the SEPM or the clients.',
		evidence: 'Two calendar entries with names.',
		blanks: [
			{ label: 'Rebuilds the package' },
			{ label: 'Next rebuild due' },
			{ label: 'Reads the monikers' }
		],
		sources: ['TD-3P', 'OURS'],
		confidence: 'vendor',
		failures: ['content-ignored-after-upgrade']
	},
	{
		id: 'third-party-hold-before-leaving',
		code: 'E-H3',
		method: 'third-party',
		phase: 'hand-over',
		hold: true,
		who: ['technician', 'packaging-admin', 'site-owner'],
		text: 'STOP. Sign, and leave, only when all of this is true: 1. Every client is in date, or listed as an exception with an owner. 2. The reports of V7 and the tool are attached. 3. The next rebuild is in a calendar, with a name. 4. What was confirmed on this version, such as the inbox path, is written down. 5. {siteContact} can read the definition date. Signed by the technician, {packagingAdmin} and the site owner.',
		evidence: 'Three signatures, date and time.',
		blanks: [
			{ label: 'Exceptions, with owner' },
			{ label: 'Signed, technician' },
			{ label: 'Signed, packaging administrator' },
			{ label: 'Signed, site owner' }
		],
		sources: ['OURS'],
		confidence: 'ours'
	}
];
