import type { MethodId } from '../domain/method.ts';
import type { Confidence } from '../domain/question.ts';

/** What can go wrong, as it is seen on site: reached from the step it concerns. */
export interface FailureRow {
	readonly id: string;
	/** What is seen. */
	readonly sign: string;
	readonly cause: string;
	/** What to do or to check. It names steps by code only where each of `methods` has one of them on its sheet. */
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
		cause: 'The management port is another one than expected, or it is closed on the way.',
		fix: 'Test the port from a client (V17), compare it with the setting of the SEPM, and open the way. Without the SEPM a client gets no policy either.',
		methods: ['sepm', 'gup'],
		sources: ['KB177667', 'OURS'],
		confidence: 'ours'
	},
	{
		id: 'gup-port-not-listening',
		sign: 'The GUP does not listen on its port.',
		cause:
			'The policy is not assigned to the GUP’s own group or has not arrived yet, SEP is stopped, or another program holds the port.',
		fix: 'See to which groups the policy is assigned (B-13), whether it arrived (V12), whether the service runs (V15) and who holds the port (V16).',
		methods: ['gup'],
		sources: ['TD-GUP', 'KB151493', 'OURS'],
		confidence: 'vendor'
	},
	{
		id: 'gup-clients-blocked',
		sign: 'The GUP listens, but clients cannot reach its port.',
		cause: 'A firewall on the GUP or between the subnets.',
		fix: 'Add the inbound rule on the GUP (B-16) and the one between the subnets (B-06), and test from a client (V17).',
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
		fix: 'It is by design. Accept it (B-20), give the GUP you want the lower address, or take the role from the other.',
		methods: ['gup'],
		sources: ['KB152744', 'TECH122515'],
		confidence: 'vendor'
	},
	{
		id: 'gup-other-subnet',
		sign: 'Clients in another subnet never use the GUP.',
		cause:
			'Clients look for a GUP in their own subnet and do not cross a router, except to a single or backup GUP that the policy names.',
		fix: 'Use an explicit list (B-04a), or place a GUP in that subnet.',
		methods: ['gup'],
		sources: ['KB152744'],
		confidence: 'vendor'
	},
	{
		id: 'wan-full-after-change',
		sign: 'The link is full after the change.',
		cause:
			'The first fill is a full set; the SEPM keeps too few revisions; downloads are not spread by randomization; or clients bypass the GUP too early.',
		fix: 'Stop the next wave. Keep more revisions on the SEPM, switch randomization on or widen it, and go on in smaller waves outside busy hours. With a GUP also lengthen its bypass time and cap its bandwidth.',
		methods: ['sepm', 'gup', 'lua', 'liveupdate'],
		sources: ['KB177759', 'TD-RAND', 'API'],
		confidence: 'vendor'
	},
	{
		id: 'network-load-alerts',
		sign: 'The SEPM raises “network load” alerts.',
		cause: 'By default it does so at 25 requests for full sets within ten minutes.',
		fix: 'See which kinds of content were asked for: small kinds are often taken whole and inflate the count. Raise the threshold of the alert to suit the number of clients.',
		methods: ['sepm', 'gup'],
		sources: ['KB162437'],
		confidence: 'vendor'
	},
	{
		id: 'full-after-absence',
		sign: 'A machine that was away for weeks takes a full set.',
		cause: 'Its revision is no longer kept on the SEPM, so that there is no delta for it.',
		fix: 'This is normal. If it happens often, keep more revisions on the SEPM.',
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
		sources: ['CON-LUE', 'API'],
		confidence: 'field-practice'
	},
	{
		id: 'liveupdate-disabled',
		sign: 'The LiveUpdate button or command says that it is disabled.',
		cause: 'The policy forbids to run LiveUpdate by hand.',
		fix: 'In the LiveUpdate Settings policy, under Advanced, allow it, for the test at least.',
		methods: ['lua', 'liveupdate'],
		sources: ['FIELD-IU-SCRIPTS', 'API'],
		confidence: 'field-practice'
	},
	{
		id: 'system-account-no-proxy',
		sign: 'LiveUpdate works for a user and fails on its schedule.',
		cause: 'The SYSTEM account has no way through the proxy.',
		fix: 'Fill in the proxy in the policy (D-05), and test as SYSTEM (D-03a).',
		methods: ['liveupdate'],
		sources: ['TECH131843', 'API'],
		confidence: 'vendor'
	},
	{
		id: 'tls-inspection-breaks-services',
		sign: 'Insight or telemetry features fail behind a proxy.',
		cause: 'The proxy inspects TLS, and these services pin their certificates.',
		fix: 'Exempt the vendor’s addresses from inspection (D-03).',
		methods: ['liveupdate'],
		sources: ['KB154433'],
		confidence: 'vendor'
	},
	{
		id: 'no-inbox-folder',
		sign: 'There is no inbox folder on the client.',
		cause: 'The policy does not enable third-party content management, or has not arrived yet.',
		fix: 'Enable it in the LiveUpdate Settings policy, under Third Party Management, and see whether the policy arrived (V12).',
		methods: ['third-party', 'intelligent-updater'],
		sources: ['TECH104363'],
		confidence: 'vendor'
	},
	{
		id: 'content-ignored-after-upgrade',
		sign: 'Content is ignored since the last upgrade.',
		cause: 'The monikers, the ids of the kinds of content, changed with the version.',
		fix: 'Make the list anew from ContentInfo.txt (E-02), build the folder (E-08) and the package (E-11) with it.',
		methods: ['third-party'],
		sources: ['TD-3P'],
		confidence: 'vendor'
	},
	{
		id: 'iu-date-unchanged',
		sign: 'The Intelligent Updater runs, and the date does not move.',
		cause:
			'The file is for another generation or bitness, is older than what is installed, or did not run with full rights.',
		fix: 'Compare the name of the file with generation and bitness of the client (F-05), compare the dates, and run it elevated (F-08).',
		methods: ['intelligent-updater'],
		sources: ['TECH161663', 'FIELD-IU-SCRIPTS', 'OURS'],
		confidence: 'ours'
	},
	{
		id: 'iu-only-av-moved',
		sign: 'Only the virus date moved; the other two stayed.',
		cause: 'The file holds virus definitions only.',
		fix: 'Use the files for intrusion prevention and for SONAR too; each is a file of its own.',
		methods: ['third-party', 'intelligent-updater'],
		sources: ['TECH104363'],
		confidence: 'vendor'
	},
	{
		id: 'driver-signature',
		sign: 'Drivers fail: the signature cannot be verified.',
		cause:
			'Windows 7, Server 2008 or 2008 R2 lacks support for SHA-2 code signing, which engines from 2022 on need.',
		fix: 'Patch the system, and leave the machine out until then.',
		methods: ALL,
		sources: ['KB221360'],
		confidence: 'vendor'
	},
	{
		id: 'script-cannot-find-sep',
		sign: 'A script cannot find SEP on the client.',
		cause:
			'On recent 64-bit clients SEP moved from Program Files (x86) to Program Files, and its registry keys to the native view.',
		fix: 'Let the script look in both folders and both views (V3).',
		methods: ['third-party', 'intelligent-updater'],
		sources: ['FIELD-BISF', 'KB181033'],
		confidence: 'field-practice'
	},
	{
		id: 'two-sites-differ',
		sign: 'Two sites, or two SEPMs, have engines that are days apart.',
		cause:
			'Engines come with the definitions about once a quarter, in stages, and newer SEPM versions can get them first.',
		fix: 'Wait some days; do not force it.',
		methods: ALL,
		sources: ['TECH206118', 'TD-ENGINE'],
		confidence: 'vendor'
	},
	{
		id: 'lua-disk-full',
		sign: 'The disk of the internal LiveUpdate server (LUA) is full.',
		cause:
			'It keeps up to three copies by design, and too many products, versions and languages are chosen.',
		fix: 'Trim the list of products (C-02), and set up purging (C-19).',
		methods: ['lua'],
		sources: ['KB153947', 'CB-LUA1'],
		confidence: 'field-practice'
	},
	{
		id: 'mac-ignores-conf',
		sign: 'A Mac ignores changes to its LiveUpdate configuration file.',
		cause: 'A managed Mac takes its server from the policy only.',
		fix: 'Edit the Mac settings of the policy on the SEPM (AM-07; for LUA C-10).',
		methods: ['sepm', 'lua'],
		sources: ['KB158647'],
		confidence: 'vendor'
	}
];
