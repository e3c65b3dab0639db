import type { MethodId } from '../domain/method.ts';
import type { Confidence } from '../domain/question.ts';

/** What can go wrong, as it is seen on site: reached from the step it concerns. */
export interface FailureRow {
	readonly id: string;
	/** What is seen. */
	readonly sign: string;
	readonly cause: string;
	/** What to do or to check, with the codes of the steps and checks that help. */
	readonly fix: string;
	readonly methods: readonly MethodId[];
	readonly sources: readonly string[];
	readonly confidence: Confidence;
}

const ALL: readonly MethodId[] = [
	'sepm',
	'gup',
	'lua',
	'liveupdate',
	'third-party',
	'intelligent-updater'
];

export const FAILURES: readonly FailureRow[] = [
	{
		id: 'clients-no-sepm',
		sign: 'Clients do not talk to the SEPM at all.',
		cause: 'The management port is another one, or it is closed on the way.',
		fix: 'Test the port from a client (V17), compare it with the SEPM’s own setting, and open the way.',
		methods: ['sepm', 'gup'],
		sources: ['KB177667', 'OURS'],
		confidence: 'ours'
	},
	{
		id: 'gup-port-not-listening',
		sign: 'The GUP does not listen on its port.',
		cause:
			'The policy is not assigned to the GUP’s own group or has not arrived, SEP is stopped, or another program holds the port.',
		fix: 'Check the assignment (B-13), the policy’s serial number (V12), the service (V15) and who holds the port (V16).',
		methods: ['gup'],
		sources: ['TD-GUP', 'KB151493'],
		confidence: 'vendor'
	},
	{
		id: 'gup-clients-blocked',
		sign: 'The GUP listens, but clients cannot reach its port.',
		cause: 'A firewall on the GUP or between the subnets.',
		fix: 'Add the inbound rule (B-16) and test from a client (V17).',
		methods: ['gup'],
		sources: ['HOWTO55184'],
		confidence: 'vendor'
	},
	{
		id: 'gup-cache-empty',
		sign: 'The SharedUpdates folder is empty or missing.',
		cause: 'No client has asked yet: the GUP fetches a package when the first client wants it.',
		fix: 'Wait for a client’s heartbeat, or force one update from the console (V11).',
		methods: ['gup'],
		sources: ['KB156741'],
		confidence: 'vendor'
	},
	{
		id: 'gup-wrong-one',
		sign: 'Clients use another GUP than the one you named.',
		cause: 'Another GUP in the same subnet has a lower address; all GUPs are in one list.',
		fix: 'Accept it, change the address, or take the role from the extra GUP.',
		methods: ['gup'],
		sources: ['KB152744', 'TECH122515'],
		confidence: 'vendor'
	},
	{
		id: 'gup-other-subnet',
		sign: 'Clients in another subnet never use the GUP.',
		cause:
			'Clients look for a GUP in their own subnet and do not cross a router, except to a single or backup GUP that the policy names.',
		fix: 'Use an explicit list, or place a GUP in that subnet.',
		methods: ['gup'],
		sources: ['KB152744'],
		confidence: 'vendor'
	},
	{
		id: 'wan-full-after-change',
		sign: 'The link is full after the change.',
		cause:
			'The first fill is a full set; too few revisions are kept; randomisation is off; or clients bypass the GUP too early.',
		fix: 'Keep more revisions (A-03), randomise (A-07), lengthen the bypass time (B-05), cap the bandwidth (B-12), go on in waves.',
		methods: ['sepm', 'gup', 'lua'],
		sources: ['KB177759', 'TD-RAND', 'API'],
		confidence: 'vendor'
	},
	{
		id: 'network-load-alerts',
		sign: 'The SEPM raises “network load” alerts.',
		cause: 'At least 25 requests for full sets came within ten minutes.',
		fix: 'See which types of content were asked for: small types are often taken whole. Widen randomisation, or raise the threshold to the size of the fleet.',
		methods: ['sepm', 'gup'],
		sources: ['KB162437'],
		confidence: 'vendor'
	},
	{
		id: 'full-after-absence',
		sign: 'A machine that was away for weeks takes a full set.',
		cause: 'Its revision is no longer kept on the SEPM.',
		fix: 'This is normal. If it happens often, keep more revisions.',
		methods: ['sepm', 'gup'],
		sources: ['KB177759', 'KB152377'],
		confidence: 'vendor'
	},
	{
		id: 'lue-log-empty',
		sign: 'The client’s LiveUpdate log shows no download.',
		cause: 'The content came from the SEPM or a GUP; that log knows LiveUpdate servers only.',
		fix: 'Judge by the date (V1, V2, V5) and by the content sources report (V8).',
		methods: ['sepm', 'gup'],
		sources: ['CON-LUE'],
		confidence: 'field-practice'
	},
	{
		id: 'liveupdate-disabled',
		sign: 'The LiveUpdate button or command says that it is disabled.',
		cause: 'The policy forbids users to run LiveUpdate.',
		fix: 'In the LiveUpdate policy, under Advanced Settings, allow it for the test.',
		methods: ['lua', 'liveupdate'],
		sources: ['FIELD-IU-SCRIPTS', 'API'],
		confidence: 'field-practice'
	},
	{
		id: 'system-account-no-proxy',
		sign: 'LiveUpdate works for a user and fails on its schedule.',
		cause: 'The SYSTEM account has no way through the proxy.',
		fix: 'Set the proxy in the policy, and test as SYSTEM (D-03a).',
		methods: ['liveupdate'],
		sources: ['TECH131843', 'API'],
		confidence: 'vendor'
	},
	{
		id: 'tls-inspection-breaks-services',
		sign: 'Downloads or reputation look-ups fail behind a proxy.',
		cause: 'TLS inspection breaks connections to services that pin their certificates.',
		fix: 'Exempt the vendor’s addresses from inspection (D-03).',
		methods: ['liveupdate'],
		sources: ['KB154433'],
		confidence: 'vendor'
	},
	{
		id: 'no-inbox-folder',
		sign: 'There is no inbox folder on the client.',
		cause: 'Third-party management is not switched on, or the policy has not arrived.',
		fix: 'Check the policy (E-05) and its serial number on the client (V12).',
		methods: ['third-party', 'intelligent-updater'],
		sources: ['TECH104363'],
		confidence: 'vendor'
	},
	{
		id: 'content-ignored-after-upgrade',
		sign: 'Content is ignored since the last upgrade.',
		cause: 'The names of the content types changed, as they do with major versions.',
		fix: 'Make the list anew from ContentInfo.txt (E-02) and rebuild the package.',
		methods: ['third-party'],
		sources: ['TD-3P'],
		confidence: 'vendor'
	},
	{
		id: 'iu-date-unchanged',
		sign: 'The Intelligent Updater runs, and the date does not move.',
		cause:
			'The file is for another generation or bitness, is older than what is installed, or did not run with full rights.',
		fix: 'Compare the file’s name with the client (F-05), and run it elevated (F-08).',
		methods: ['intelligent-updater'],
		sources: ['TECH161663', 'FIELD-IU-SCRIPTS', 'OURS'],
		confidence: 'ours'
	},
	{
		id: 'iu-only-av-moved',
		sign: 'Only the virus date moved; the other two stayed.',
		cause: 'The file holds virus definitions only.',
		fix: 'Run the files for IPS and for SONAR too (F-12a, F-12b).',
		methods: ['third-party', 'intelligent-updater'],
		sources: ['TECH104363'],
		confidence: 'vendor'
	},
	{
		id: 'driver-signature',
		sign: 'Drivers fail: the signature cannot be verified.',
		cause: 'Windows 7, 2008 or 2008 R2 without support for SHA-2 signatures.',
		fix: 'Patch the system; leave the machine out until then.',
		methods: ALL,
		sources: ['KB221360'],
		confidence: 'vendor'
	},
	{
		id: 'script-cannot-find-sep',
		sign: 'A script cannot find SEP on the client.',
		cause: 'The installation path or the registry view changed with recent 64-bit clients.',
		fix: 'Look in both places (V3).',
		methods: ['third-party', 'intelligent-updater'],
		sources: ['FIELD-BISF', 'KB181033'],
		confidence: 'field-practice'
	},
	{
		id: 'two-sites-differ',
		sign: 'Two sites have engines of different days.',
		cause: 'The vendor releases in stages, by version of the SEPM.',
		fix: 'Wait; do not force it.',
		methods: ALL,
		sources: ['TECH206118'],
		confidence: 'vendor'
	},
	{
		id: 'lua-disk-full',
		sign: 'The LiveUpdate server’s disk is full.',
		cause: 'It keeps three copies by design, and too many products are chosen.',
		fix: 'Choose fewer products and languages, and set up purging.',
		methods: ['lua'],
		sources: ['KB153947', 'CB-LUA1'],
		confidence: 'field-practice'
	},
	{
		id: 'mac-ignores-conf',
		sign: 'A Mac ignores changes to its LiveUpdate configuration file.',
		cause: 'A managed Mac takes its server from the policy only.',
		fix: 'Change the policy on the SEPM (AM-07).',
		methods: ['sepm', 'lua'],
		sources: ['KB158647'],
		confidence: 'vendor'
	}
];
