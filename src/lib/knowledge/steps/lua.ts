import type { StepTemplate } from '../../domain/checklist.ts';

/** Checklist C: content from LiveUpdate Administrator (LUA), an internal LiveUpdate server. */
export const LUA_STEPS: readonly StepTemplate[] = [
	{
		id: 'lua-host',
		code: 'C-01',
		method: 'lua',
		phase: 'prepare',
		who: ['sepm-admin'],
		text: 'Give LUA ({luaHost}) a machine of its own, physical or virtual. Never put it on the SEPM ({sepmHost}): on one machine the two slow each other down badly.',
		evidence: 'The host name is written down and is not the SEPM’s.',
		blanks: [{ label: 'Host name of LUA' }, { label: 'Its operating system' }],
		sources: ['SEED'],
		confidence: 'vendor'
	},
	{
		id: 'lua-products',
		code: 'C-02',
		method: 'lua',
		phase: 'prepare',
		who: ['sepm-admin'],
		text: 'List the products, versions and languages that LUA shall serve, and strike out what nobody uses: it downloads everything there is for each entry. Other Symantec products found here: {otherSymantecList}.',
		evidence: 'A dated list of product, version and language.',
		blanks: [{ label: 'Entries on the list' }],
		sources: ['KB153947'],
		confidence: 'vendor',
		failures: ['lua-disk-full']
	},
	{
		id: 'lua-disk',
		code: 'C-03',
		method: 'lua',
		phase: 'prepare',
		who: ['sepm-admin'],
		text: 'Plan disk space for three stores: the temporary download folder, the permanent store, and the copy in each distribution centre. The same file in several of them is by design.',
		evidence: 'A size for each store, and the free space of its drive.',
		blanks: [
			{ label: 'Temporary download', unit: 'GB' },
			{ label: 'Permanent store', unit: 'GB' },
			{ label: 'Distribution centre', unit: 'GB' },
			{ label: 'Free on that drive', unit: 'GB' }
		],
		sources: ['CB-LUA1'],
		confidence: 'field-practice',
		failures: ['lua-disk-full']
	},
	{
		id: 'lua-paths',
		code: 'C-04',
		method: 'lua',
		phase: 'prepare',
		who: ['network-admin', 'sepm-admin'],
		text: 'Open two ways: from {luaHost} to the vendor’s LiveUpdate servers, with the proxy rules it takes, and from the clients to the distribution centre. Get the newest release of LUA. Then test both ways; run the command on a client.',
		evidence: 'TcpTestSucceeded is True from a client, and LUA’s machine reaches the vendor.',
		blanks: [
			{ label: 'Port of the distribution centre' },
			{ label: 'Client to distribution centre' },
			{ label: 'LUA to the vendor' },
			{ label: 'Release of LUA' }
		],
		command: {
			shell: 'powershell',
			text: 'Test-NetConnection -ComputerName {luaHostName} -Port <port>'
		},
		sources: ['TECH93409', 'KB154433', 'MS-POWERSHELL', 'GH-LUAPORT'],
		confidence: 'vendor',
		confirm:
			'The web port of LUA. Public lists name 7070; no vendor text was read. Take the port from your installation.'
	},
	{
		id: 'lua-hold-before-change',
		code: 'C-H1',
		method: 'lua',
		phase: 'prepare',
		hold: true,
		who: ['sepm-admin', 'site-owner'],
		text: 'STOP. Sign only when all of this is true: 1. Why LUA and not a Group Update Provider is written down. 2. Both statements were read: the vendor suggests LUA above 10,000 clients, for Mac and Linux without Internet, or for several Symantec products; an older guide for LUA advises against it in place of a SEPM, below about 1,700 unmanaged clients on one Internet line, and across WAN links. 3. LUA has its own machine, and disk for three stores. 4. Both ways are tested. 5. Definition dates of at least five clients are noted (V1). 6. The policy in use now is {policyNow}, and {sepmAdmin} can re-assign it. 7. {changeOwner} approved the change; window: {changeWindow}. Signed by the SEPM administrator and the site owner.',
		evidence: 'Reason, two signatures, date and time.',
		blanks: [
			{ label: 'Reason for LUA' },
			{ label: 'Signed, SEPM administrator' },
			{ label: 'Signed, site owner' }
		],
		sources: ['SEED', 'TECH93409', 'OURS'],
		confidence: 'vendor'
	},
	{
		id: 'lua-install',
		code: 'C-05',
		method: 'lua',
		phase: 'configure',
		who: ['sepm-admin'],
		text: 'Install LUA on {luaHost}, sign in for the first time, and set the folders for the temporary and the permanent store in its preferences.',
		evidence: 'Screenshot of the preferences with both folders.',
		blanks: [{ label: 'Temporary folder' }, { label: 'Permanent folder' }],
		sources: ['CB-LUA1'],
		confidence: 'field-practice',
		skip: {
			when: { question: 'luaPresent', is: ['yes'] },
			because: 'An internal LiveUpdate server is already there.'
		}
	},
	{
		id: 'lua-catalogue',
		code: 'C-06',
		method: 'lua',
		phase: 'configure',
		who: ['sepm-admin'],
		text: 'Update LUA’s product catalogue. Add SEP: the definitions for every client version and platform on your list, Mac and Linux too.',
		evidence: 'The product list in LUA equals the list of C-02.',
		blanks: [{ label: 'Products added' }],
		sources: ['TECH93409', 'KB153947'],
		confidence: 'vendor',
		confirm: 'The menu names in your release of LUA.'
	},
	{
		id: 'lua-centres',
		code: 'C-07',
		method: 'lua',
		phase: 'configure',
		who: ['sepm-admin'],
		text: 'Create two distribution centres, one for testing and one for production. Add one for this site only if it needs its own.',
		evidence: 'A list of the centres with their addresses.',
		blanks: [{ label: 'Address, testing' }, { label: 'Address, production' }],
		sources: ['KB153947'],
		confidence: 'vendor'
	},
	{
		id: 'lua-schedules',
		code: 'C-08',
		method: 'lua',
		phase: 'configure',
		who: ['sepm-admin'],
		text: 'Set two schedules: the download from the vendor to LUA, and the distribution from LUA to its centres. Leave enough time between them for the download to finish.',
		evidence: 'Both times are written down.',
		blanks: [{ label: 'Download at' }, { label: 'Distribution at' }],
		sources: ['TECH93409', 'KB153947'],
		confidence: 'vendor',
		confirm: 'How your release of LUA sets these schedules, and what it does when they overlap.'
	},
	{
		id: 'lua-test-gate',
		code: 'C-09',
		method: 'lua',
		phase: 'configure',
		who: ['sepm-admin'],
		text: 'Content must be tested first: set downloads to “must test”. LUA then keeps content out of the production centres until somebody marks it as passed. Name that person.',
		evidence: 'The setting is seen; new content waits in the testing centre.',
		blanks: [{ label: 'Who marks content as passed' }],
		sources: ['KB153947'],
		confidence: 'vendor',
		skip: {
			when: { question: 'contentMustBeTested', is: ['no'] },
			because: 'Content need not be tested before it is distributed.'
		}
	},
	{
		id: 'lua-policy',
		code: 'C-10',
		method: 'lua',
		phase: 'configure',
		who: ['sepm-admin'],
		text: 'Copy the LiveUpdate Settings policy {policyNow} and give the copy the site’s name, so that the way back stays whole. In the copy go to Server Settings, choose to use a LiveUpdate server, then internal, and add it: name, description, address, protocol (HTTP, HTTPS or FTP), user and password. Several servers make a fail-over list. Repeat this under the Mac and the Linux settings.',
		evidence: 'Screenshot of the server list for each platform.',
		blanks: [{ label: 'Name of the new policy' }, { label: 'Address entered' }],
		sources: ['KB151483', 'HOWTO80884', 'API'],
		confidence: 'vendor',
		failures: ['mac-ignores-conf']
	},
	{
		id: 'lua-client-schedule',
		code: 'C-11',
		method: 'lua',
		phase: 'configure',
		who: ['sepm-admin'],
		text: 'In the same policy open Schedule. Set when clients run LiveUpdate, and let the start vary by some hours, or days if the schedule is weekly.',
		evidence: 'Screenshot of the schedule.',
		blanks: [{ label: 'Frequency and time' }, { label: 'Start varies by', unit: 'hours' }],
		sources: ['HOWTO80890', 'TD-RANDLU', 'TD-LUSCHED'],
		confidence: 'vendor',
		failures: ['wan-full-after-change']
	},
	{
		id: 'lua-host-file',
		code: 'C-12',
		method: 'lua',
		phase: 'configure',
		who: ['sepm-admin', 'technician'],
		text: 'For products that still use Windows LiveUpdate (the SEP 11 era and some others): export the client settings from LUA and copy that host file into the Windows LiveUpdate folder. Managed clients from 12.1 on have another engine and follow the SEPM’s policy; do nothing to them.',
		evidence: 'The products that got the host file are listed.',
		blanks: [{ label: 'Machines and products' }],
		sources: ['CCS-HOSTFILE', 'CON-LUE'],
		confidence: 'vendor',
		confirm:
			'How an unmanaged client from 12.1 on is pointed to an internal server: no text was read. Ask the vendor before you promise it.',
		skip: {
			when: {
				all: [
					{ count: 'groups', where: { question: 'managed', is: ['no'] }, under: 1 },
					{ question: 'otherSymantecProducts', is: ['no'] }
				]
			},
			because: 'Every client is managed, and no other Symantec product uses LiveUpdate here.'
		}
	},
	{
		id: 'lua-sepm-source',
		code: 'C-13',
		method: 'lua',
		phase: 'configure',
		who: ['sepm-admin'],
		text: 'If you want it: let the SEPM take its own content from LUA too, in the properties of its site, LiveUpdate, source servers. Write down what stood there before.',
		evidence: 'Screenshot of the source servers before and after.',
		blanks: [{ label: 'Source before' }],
		sources: ['SEED', 'KB151309'],
		confidence: 'vendor',
		confirm: 'The wording of this setting in your SEPM.'
	},
	{
		id: 'lua-pilot',
		code: 'C-14',
		method: 'lua',
		phase: 'pilot',
		who: ['technician', 'sepm-admin'],
		text: 'Assign the new policy to three to five pilot clients of {groupNames}, at least one of each platform. Run LiveUpdate on each by hand (V14). Read the LiveUpdate log (V6) and the definition date (V1) before and after.',
		evidence: 'The log names the internal server, and the date has moved.',
		blanks: [
			{ label: 'Pilot clients' },
			{ label: 'Date before' },
			{ label: 'Date after' },
			{ label: 'Server named in the log' }
		],
		sources: ['CON-LUE', 'FIELD-IU-SCRIPTS'],
		confidence: 'field-practice',
		failures: ['liveupdate-disabled', 'driver-signature', 'two-sites-differ']
	},
	{
		id: 'lua-hold-after-pilot',
		code: 'C-H2',
		method: 'lua',
		phase: 'pilot',
		hold: true,
		who: ['sepm-admin', 'technician'],
		text: 'STOP. Sign only when all of this is true: 1. A pilot client of every platform has a new definition date. 2. Its log names the internal server. 3. LUA’s last download and last distribution succeeded. 4. The disk has room for the days to come. 5. The lines stayed usable while the pilot ran. Signed by the SEPM administrator and the technician.',
		evidence: 'Two signatures, date and time.',
		blanks: [{ label: 'Signed, SEPM administrator' }, { label: 'Signed, technician' }],
		sources: ['OURS'],
		confidence: 'ours'
	},
	{
		id: 'lua-waves',
		code: 'C-15',
		method: 'lua',
		phase: 'roll-out',
		who: ['sepm-admin'],
		text: 'Assign the policy to the remaining clients of {groupNames} in waves, the largest last. Wait until a wave is in date before the next.',
		evidence: 'A list of waves with times.',
		blanks: [{ label: 'Wave 1' }, { label: 'Wave 2' }, { label: 'Wave 3' }],
		sources: ['OURS'],
		confidence: 'ours',
		failures: ['wan-full-after-change']
	},
	{
		id: 'lua-verify-source',
		code: 'C-16',
		method: 'lua',
		phase: 'verify',
		who: ['sepm-admin'],
		text: 'See where clients got their content (V8): they count under INTERNAL_LUA. See how many are on the latest revision (V7) and compare with the target.',
		evidence: 'Both reports, with the count of this site.',
		blanks: [
			{ label: 'Clients under INTERNAL_LUA' },
			{ label: 'On the latest revision', unit: '%' }
		],
		sources: ['API'],
		confidence: 'vendor'
	},
	{
		id: 'lua-verify-log',
		code: 'C-17',
		method: 'lua',
		phase: 'verify',
		who: ['sepm-admin'],
		text: 'Look into LUA’s event log: the last download and the last distribution succeeded. Note the free disk space on two days to see its trend.',
		evidence: 'Screenshot of the log; two disk values.',
		blanks: [
			{ label: 'Free disk, day 1', unit: 'GB' },
			{ label: 'Free disk, day 2', unit: 'GB' }
		],
		sources: ['CB-LUA1'],
		confidence: 'field-practice',
		confirm: 'The name and place of the log in your release of LUA.',
		failures: ['lua-disk-full']
	},
	{
		id: 'lua-roll-back',
		code: 'C-18',
		method: 'lua',
		phase: 'roll-back',
		who: ['sepm-admin'],
		text: 'Re-assign the previous LiveUpdate Settings policy, {policyNow}, to {groupNames}; {sepmAdmin} can do it. If the SEPM took content from LUA (C-13), set its source back. Leave LUA running until every client is seen to update elsewhere; its store keeps using disk until somebody clears it.',
		evidence:
			'The policy serial number on a client equals the group’s (V12), and the date moves again (V1).',
		blanks: [{ label: 'Re-assigned at' }, { label: 'By' }],
		sources: ['OURS', 'CB-LUA1'],
		confidence: 'ours'
	},
	{
		id: 'lua-hand-over',
		code: 'C-19',
		method: 'lua',
		phase: 'hand-over',
		who: ['sepm-admin', 'site-owner'],
		text: 'Leave one page with: how the stores are purged (the vendor’s default keeps three revisions in the permanent store and the latest in a centre, cleared daily), who gets the disk alarm, who owns the password, and who installs new releases of LUA.',
		evidence: 'The page, with four names.',
		blanks: [
			{ label: 'Purge routine' },
			{ label: 'Disk alarm goes to' },
			{ label: 'Password owner' },
			{ label: 'Installs new releases' }
		],
		sources: ['TECH93409', 'KB157254', 'CB-LUA1'],
		confidence: 'vendor',
		failures: ['lua-disk-full']
	},
	{
		id: 'lua-hold-before-leaving',
		code: 'C-H3',
		method: 'lua',
		phase: 'hand-over',
		hold: true,
		who: ['technician', 'site-owner'],
		text: 'STOP. Sign, and leave, only when all of this is true: 1. Every client is in date, or listed as an exception with an owner. 2. The reports of V7 and V8 are attached. 3. The site knows who marks content as passed, if content must be tested. 4. The four names of the hand-over page are real and agreed. 5. {siteContact} knows how to read the definition date. Signed by the technician and the site owner.',
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
