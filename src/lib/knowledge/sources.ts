import type { Source } from '../domain/plan.ts';

/**
 * Every document a fact, rule, step or question rests on. The key is what the tables cite, for ever.
 * Most were read in part only: a number that stands further down in a document is not claimed to be read.
 */
export const SOURCES = {
	SEED: {
		title: 'Choose a distribution method to update content on clients',
		where:
			'techdocs.broadcom.com … choose-a-distribution-method-to-update-content-on-v38557491-d79e157.html',
		version: 'SEP 14.x',
		procedures: 'S0'
	},

	// The product's knowledge base
	KB177667: {
		title: 'Group Update Provider best practices',
		where: 'knowledge.broadcom.com/external/article/177667 (was TECH93813; Japanese: 231597)',
		version: 'SEP 14.x; older copy 2013',
		procedures: 'S1'
	},
	KB231597: {
		title: 'Group Update Provider best practices, Japanese edition',
		where: 'knowledge.broadcom.com/external/article?articleId=231597',
		version: 'SEP 14.x'
	},
	KB177685: {
		title: 'Optimizing Symantec Endpoint Protection for branch offices',
		where: 'knowledge.broadcom.com/external/article/177685',
		version: 'SEP 11 to 14',
		procedures: 'S19'
	},
	TECH92051: {
		title: 'Top 10 best practices for deploying the SEP architecture',
		where: 'symantec.com/business/support TECH92051',
		version: 'SEP 11 to 12.1; 2009, updated 2013-05-27'
	},
	KB177513: {
		title: 'Content revision best practices for the SEPM',
		where: 'knowledge.broadcom.com/external/article/177513',
		version: 'SEP 11 to 14'
	},
	KB177759: {
		title: 'Clients take full definitions with the default revision settings',
		where: 'knowledge.broadcom.com/external/article/177759 (was TECH94916)',
		version: 'SEP 11 and 12.1; still published',
		procedures: 'S20'
	},
	KB180512: {
		title: 'How virus definitions are distributed from the SEPM',
		where: 'knowledge.broadcom.com/external/article/180512',
		version: 'SEP 11 and 12.1; still published'
	},
	KB152377: {
		title: 'How the SEPM knows when to provide a full definition set',
		where: 'knowledge.broadcom.com/external/article/152377',
		version: 'SEP 12.1 to 14',
		procedures: 'S21'
	},
	KB161910: {
		title: 'Questions and answers on Core 1.5 definitions',
		where: 'knowledge.broadcom.com/external/article/161910',
		version: 'SEP 12.1; 2015 to 2016'
	},
	KB162437: {
		title: 'Network load alerts after an upgrade of the SEPM',
		where: 'knowledge.broadcom.com/external/article/162437',
		version: 'SEP 14.x',
		procedures: 'S22'
	},
	KB156653: {
		title: 'The heartbeat process',
		where: 'knowledge.broadcom.com/external/article/156653 (was TECH191617)',
		version: 'SEP 12.1 to 14'
	},
	KB177654: {
		title: 'Accelerated heartbeat',
		where: 'knowledge.broadcom.com/external/article/177654',
		version: 'SEP 11 to 14'
	},
	KB152744: {
		title: 'Understanding and identifying the different Group Update Provider options',
		where: 'knowledge.broadcom.com/external/article/152744 (was TECH139867)',
		version: 'SEP 11 RU5 to 14',
		procedures: 'S4'
	},
	KB156741: {
		title: 'Uninstalling a Group Update Provider and steps to restore it',
		where: 'knowledge.broadcom.com/external/article/156741',
		version: 'SEP 11 and 12.1 paths',
		procedures: 'S7'
	},
	KB151493: {
		title: 'Troubleshooting the Group Update Provider',
		where: 'knowledge.broadcom.com/external/article/151493 (was TECH104539)',
		version: 'SEP 11 and 12.1; still published',
		procedures: 'S6'
	},
	KB153947: {
		title: 'When to use LiveUpdate Administrator',
		where: 'knowledge.broadcom.com/external/article/153947 (Japanese: 231595)',
		version: 'LUA 2.x; SEP 12.1 to 14',
		procedures: 'S39'
	},
	KB157254: {
		title: 'Purging options of LiveUpdate Administrator',
		where: 'knowledge.broadcom.com/external/article/157254',
		version: 'LUA 2.x'
	},
	KB151483: {
		title: 'SEPM, LiveUpdate and policies explained',
		where: 'knowledge.broadcom.com/external/article/151483 (12.1 edition: TECH178257)',
		version: 'SEP 11 to 14',
		procedures: 'S11'
	},
	KB151309: {
		title: 'Download .jdb files to update definitions for the SEPM',
		where: 'knowledge.broadcom.com/external/article/151309 (2013 and 2014 editions: TECH102607)',
		version: 'SEP 12.1 to 14',
		procedures: 'S25'
	},
	KB151383: {
		title: 'Virus definition update: questions and answers',
		where: 'knowledge.broadcom.com/external/article/151383',
		version: 'SEP 12.1 to 14',
		procedures: 'S26'
	},
	KB154433: {
		title: 'Required addresses and proxy exclusions',
		where: 'knowledge.broadcom.com/external/article/154433',
		version: 'SEP 12.1 to 14',
		procedures: 'S43'
	},
	KB227924: {
		title: 'Apache as a reverse proxy for Mac and Linux content, Japanese edition',
		where: 'knowledge.broadcom.com/external/article/227924',
		version: 'SEP 14.x',
		procedures: 'S37'
	},
	KB263064: {
		title: 'Service changes for SEP 14.0 to 14.2',
		where: 'knowledge.broadcom.com/external/article/263064',
		version: 'SEP 14.0 to 14.2'
	},
	KB181033: {
		title: 'Finding current information in the registry, definitions included',
		where: 'knowledge.broadcom.com/external/article/181033',
		version: 'SEP 12.1 to 14.3 RU5 and later',
		procedures: 'S31'
	},
	KB157015: {
		title: 'Reading the version of a virus definition file',
		where: 'knowledge.broadcom.com/external/article?articleId=157015',
		version: 'SEP 12.1 to 14',
		procedures: 'S34'
	},
	KB158647: {
		title: 'LiveUpdate 6.x for Mac',
		where: 'knowledge.broadcom.com/external/article/158647 (was TECH212353)',
		version: 'SEP 12.1 RU4 and later',
		procedures: 'S36'
	},
	KB156507: {
		title: 'The policy serial number explained',
		where: 'knowledge.broadcom.com/external/article/156507 (was TECH189680), and a forum thread',
		version: 'SEP 12.1 to 14',
		procedures: 'S46'
	},
	KB221360: {
		title: 'Engines from 2022 on need SHA-2 code signing support, Japanese edition',
		where: 'knowledge.broadcom.com/external/article/221360',
		version: 'SEP 14.x; engines from 2022',
		procedures: 'S48'
	},
	KB158644: {
		title: 'Local Update Host of the SBE cloud product',
		where: 'knowledge.broadcom.com/external/article/158644',
		version: 'SEP Small Business Edition, cloud',
		background: 'It is of another product, whose update host must not be taken for a GUP.'
	},

	// Older support documents
	TECH122515: {
		title: 'Clients may use a different Group Update Provider than the one configured',
		where: 'symantec.com TECH122515',
		version: 'SEP 11 RU5 to 12.1',
		procedures: 'S5'
	},
	TECH93409: {
		title: 'Best practices for LiveUpdate Administrator 2.x',
		where: 'symantec.com TECH93409',
		version: 'LUA 2.x; 2012-11-28 and 2014-03-19',
		procedures: 'S38'
	},
	TECH104363: {
		title: 'Update the definitions of a managed client by hand with a .jdb file',
		where: 'symantec.com TECH104363',
		version: 'SEP 11 and 12.1; 2014-09-09',
		procedures: 'S24'
	},
	TECH161663: {
		title: 'Names of definition files that carry no date',
		where: 'symantec.com TECH161663',
		version: '2011-11',
		procedures: 'S27'
	},
	TECH169751: {
		title: 'What an unmanaged client retrieves from LiveUpdate',
		where: 'symantec.com TECH169751',
		version: 'SEP 11',
		procedures: 'S42'
	},
	TECH131843: {
		title: 'Ports and protocols of clients behind a proxy',
		where: 'symantec.com TECH131843',
		version: 'SEP 11 and 12.1',
		procedures: 'S44'
	},
	TECH206118: {
		title: 'Staged roll-out of content',
		where: 'symantec.com TECH206118',
		version: 'SEP 12.1; 2014',
		procedures: 'S49'
	},
	HOWTO55060: {
		title: 'How clients get policy updates',
		where: 'symantec.com HOWTO55060',
		version: 'SEP 12.1; 2011'
	},
	HOWTO55184: {
		title: 'Configuring a Group Update Provider',
		where: 'symantec.com/docs/HOWTO55184',
		version: 'SEP 12.1; 2011-12',
		procedures: 'S2'
	},
	HOWTO80959: {
		title: 'Using Group Update Providers to distribute content (older edition)',
		where: 'symantec.com HOWTO80959',
		version: 'SEP 12.1; 2012 to 2013',
		procedures: 'S3'
	},
	HOWTO80884: {
		title: 'Managing content updates',
		where: 'symantec.com HOWTO80884',
		version: 'SEP 12.1; 2012 to 2014',
		procedures: 'S12'
	},
	HOWTO81355: {
		title: 'How client computers receive content updates',
		where: 'symantec.com HOWTO81355',
		version: 'SEP 12.1; 2012 to 2014',
		procedures: 'S12'
	},
	HOWTO80890: {
		title: 'Randomizing content downloads from a LiveUpdate server (older edition)',
		where: 'symantec.com HOWTO80890',
		version: 'SEP 12.1; 2014',
		procedures: 'S14'
	},
	HOWTO81339: {
		title: 'Types of notifications',
		where: 'symantec.com HOWTO81339',
		version: 'SEP 12.1',
		procedures: 'S23'
	},
	'SVC1-GUPTHR': {
		title: 'Throttling the bandwidth of a Group Update Provider in the registry',
		where: 'service1.symantec.com document 2008121722041748',
		version: 'SEP 11 MR4; 2009',
		procedures: 'S8'
	},
	'IU-FILENAME': {
		title: 'Change of the Intelligent Updater file name',
		where: 'symantec.com/avcenter/iu.filename.change.html',
		version: '2002',
		procedures: 'S28'
	},
	'SBE-G': {
		title: 'Small Business Edition guide, page 91',
		where: 'manualshelf.com … endpoint-protection/2-1-12-0-english/page-91.html',
		version: 'SEP Small Business Edition 12.0'
	},
	'CCS-HOSTFILE': {
		title: 'Host file for Windows LiveUpdate clients',
		where: 'systemmanager.ru/controlcompliancesuite.en/ch03s17s04.htm',
		version: 'Windows LiveUpdate clients (SEP 11 era)',
		procedures: 'S41'
	},

	// The product's documentation site
	'TD-GUP': {
		title: 'Using Group Update Providers to distribute content',
		where:
			'techdocs.broadcom.com … using-group-update-providers-to-distribute-content-v41595849-d79e542.html',
		version: 'SEP 14.x',
		procedures: 'S3'
	},
	'TD-3P': {
		title: 'Distributing the content using third-party distribution tools (Czech page)',
		where:
			'techdocs.broadcom.com/cz/cs … distributing-the-content-using-third-party-distrib-v39377827-d79e3666.html',
		version: 'SEP 14.x',
		procedures: 'S45'
	},
	'TD-PORTS': {
		title: 'Communication ports for Symantec Endpoint Protection',
		where:
			'techdocs.broadcom.com … communication-ports-for-symantec-endpoint-protecti-v7054802-d23e797.html',
		version: 'SEP 14.x',
		procedures: 'S16'
	},
	'TD-LUSCHED': {
		title: 'Configuring the LiveUpdate download schedule to client computers',
		where:
			'techdocs.broadcom.com … configuring-the-liveupdate-download-schedule-to-cl-v46440089-d79e2269.html',
		version: 'SEP 14.x',
		procedures: 'S15'
	},
	'TD-RAND': {
		title: 'Randomizing content downloads from the management server or a Group Update Provider',
		where:
			'techdocs.broadcom.com … randomizing-content-downloads-from-the-default-man-v38765365-d79e2050.html',
		version: 'SEP 14.x',
		procedures: 'S13'
	},
	'TD-RANDLU': {
		title: 'Randomizing content downloads from a LiveUpdate server',
		where:
			'techdocs.broadcom.com … randomizing-content-downloads-from-a-liveupdate-se-v38765351-d79e1962.html',
		version: 'SEP 14.x'
	},
	'TD-PUSHPULL': {
		title: 'Updating policies and content on the client in push or pull mode',
		where:
			'techdocs.broadcom.com … updating-policies-and-content-on-the-client-using-v39377762-d19e990.html',
		version: 'SEP 14.x',
		procedures: 'S17'
	},
	'TD-COMM': {
		title: 'Communications Settings dialog',
		where: 'techdocs.broadcom.com … communications-settings-for-group-name-v9209201-d13e2043.html',
		version: 'SEP 14.x',
		procedures: 'S18'
	},
	'TD-NOTIFY': {
		title: 'How upgrades affect notification conditions',
		where: 'techdocs.broadcom.com … v36964095-d41e589.html',
		version: 'SEP 14.x',
		procedures: 'S23'
	},
	'TD-UPDATE': {
		title: 'How to update content and definitions on the clients (German page)',
		where:
			'techdocs.broadcom.com … how-to-update-content-and-definitions-on-the-clien-v38539566-d79e6.html',
		version: 'SEP 14.x',
		procedures: 'S55'
	},
	'TD-PATCHES': {
		title: 'Downloading client security patches (Japanese page)',
		where:
			'techdocs.broadcom.com … downloading-endpoint-protection-security-patches-t-v118764418-d79e3853.html',
		version: 'SEP 14.3 RU2 and later',
		procedures: 'S54'
	},
	'TD-ENGINE': {
		title: 'Testing engine updates before they release (French page)',
		where:
			'techdocs.broadcom.com … testing-engine-updates-before-they-release-on-wind-v125045538-d79e4026.html',
		version: 'SEP 14.x'
	},
	'TD-PLAT': {
		title: 'Features by platform (German page)',
		where:
			'techdocs.broadcom.com … symantec-endpoint-protection-features-based-on-pla-v36908956-d65e6.html',
		version: 'SEP 14.x'
	},
	'TD-MANAGED': {
		title: 'About managed and unmanaged clients',
		where: 'techdocs.broadcom.com … about-managed-and-unmanaged-clients-v15663404-d19e1386.html',
		version: 'SEP 14.x',
		procedures: 'S52'
	},
	'TD-SUBM': {
		title: 'How the impact of client submissions is kept small',
		where:
			'techdocs.broadcom.com … how-minimizes-the-impact-of-client-submissions-on-v8721975-d61e6.html',
		version: 'SEP 14.x'
	},
	'TD-URLS': {
		title: 'Addresses through which SEP and SES reach the vendor’s servers',
		where: 'techdocs.broadcom.com … urls-to-whitelist-for-v129099891-d4155e9710.html',
		version: 'SEP 14.x and SES'
	},
	'TD-CMP': {
		title: 'Comparison of on-premises 14.x with SES Complete',
		where:
			'techdocs.broadcom.com … comparison-between-an-on-premises-14-x-and-complet-v131224871-d4161e2222.html',
		version: 'SEP 14.x and SES'
	},
	API: {
		title: 'Description of the SEPM REST interface',
		where: 'github.com/Douda/PSSymantecSEPM, docs/OpenAPI_SEPM_full.json',
		version: 'SEPM 14.x, interface version 1',
		procedures: 'S47'
	},

	// White papers, guides, communities
	GUPWP: {
		title: 'White paper: understanding and configuring Group Update Providers (M. Richard)',
		where: 'scribd 339835780; docplayer 17727365',
		version: 'SEP 11 RU5 and later',
		procedures: 'S9'
	},
	'SIZING-WP': {
		title: 'SEP 14 sizing and scalability white paper (its size tables were not read)',
		where: 'scribd 479834934 (April 2019), 412404672 (December 2016)',
		version: 'SEP 14'
	},
	'SEP-PLANTEST': {
		title: 'Best practices for planning and testing updates (contents page)',
		where: 'scribd 583614432',
		version: '2021-09',
		procedures: 'S50'
	},
	'CB-LUA1': {
		title: 'Managing the space of LiveUpdate Administrator 2.x (vendor community)',
		where: 'community.broadcom.com, library: managing-liveupdate-administrator-2',
		version: 'LUA 2.x',
		procedures: 'S40'
	},
	'CB-LUA2': {
		title: 'How big are current SEP definitions? (vendor community)',
		where: 'community.broadcom.com, Symantec Enterprise library',
		version: '2012-09-07'
	},
	'CON-HB': {
		title: 'Forum thread on the communication time of clients',
		where: 'symantec.com/connect',
		version: 'SEP 12.1; 2012-10'
	},
	'CON-CHAIN': {
		title: 'Idea: chaining Group Update Providers',
		where: 'symantec.com/connect',
		version: 'SEP 12.1; 2013-10'
	},
	'CON-LUE': {
		title: 'LiveUpdate engine and Windows LiveUpdate compared (community article)',
		where: 'symantec940.rssing.com/chan-5704528/article123.html',
		version: 'SEP 11 and 12.1',
		procedures: 'S35'
	},
	CONVENTUS: {
		title: 'Group Update Providers in SEP 14 (blog)',
		where: 'conventus.com/symantec-sep14-gup',
		version: 'SEP 14; third party',
		procedures: 'S10'
	},

	// Public scripts: field practice
	'GH-DEFS': {
		title: 'Public scripts that download definition files: current names and addresses',
		where: 'GitHub, several repositories',
		version: '2014 to 2025',
		procedures: 'S30'
	},
	'GH-LUAPORT': {
		title: 'Public scanner script and port list that name the web port of LUA',
		where: 'GitHub, two repositories',
		version: 'LUA 2.x'
	},
	'FIELD-IU-SCRIPTS': {
		title: 'Public scripts that run the Intelligent Updater',
		where: 'GitHub, several repositories',
		version: '2009 to 2020',
		procedures: 'S29'
	},
	'FIELD-SEP-SCRIPTS': {
		title: 'Public scripts that use SepLiveUpdate and the SEP service',
		where: 'GitHub, several repositories',
		version: 'SEP 12.1 to 14',
		procedures: 'S57'
	},
	'FIELD-BISF': {
		title: 'Image preparation script: moved install path, smc commands',
		where: 'github.com/EUCweb/BIS-F, issues 61 and 371',
		version: '2018 and 2023',
		procedures: 'S51'
	},
	'FIELD-LINUX': {
		title: 'Public notes on the Linux sav command',
		where: 'GitHub, several repositories',
		version: 'SEP for Linux 14.x before the single agent',
		procedures: 'S53'
	},

	// Microsoft, audit rules
	'MS-POWERSHELL': {
		title: 'Test-NetConnection, Get-FileHash and Get-AuthenticodeSignature',
		where: 'learn.microsoft.com',
		version: 'current',
		procedures: 'S56'
	},
	'MS-CONFIGMGR': {
		title: 'Add-CMCIDetectionMethod and Set-CMScriptDeploymentType',
		where: 'learn.microsoft.com',
		version: 'current',
		procedures: 'S56'
	},
	'MS-PSEXEC': {
		title: 'PsExec: usage, and the ports it takes',
		where: 'learn.microsoft.com (Sysinternals); tool analysis sheet of JPCERT',
		version: '2006 copy and later',
		procedures: 'S56'
	},
	'MS-DEFENDER': {
		title: 'Defender for Cloud: endpoint protection checks for Symantec',
		where: 'learn.microsoft.com, Azure documentation',
		version: 'SEP 12 and 14',
		procedures: 'S32'
	},
	'DISA-STIG': {
		title: 'Security guide rule DTASEP001: age of the signatures (V-42609, V-42665)',
		where: 'stigviewer.com',
		version: 'SEP 12.1; 2014 to 2015',
		procedures: 'S33'
	},

	// How a checklist and a survey should be made
	GAWANDE: {
		title: 'The Checklist Manifesto (book notes)',
		where: 'fluidself.org; goodreads notes 53664217; vascopatricio.com',
		version: 'book of 2009',
		procedures: 'D1',
		background: 'How the checklists are laid out was learned from it; it says nothing of SEP.'
	},
	'ENC-CHECKLIST': {
		title: 'Checklist (encyclopedia, citing Degani and Wiener, CAA, Hodges)',
		where: 'copies of the encyclopedia article',
		version: 'undated',
		procedures: 'D2',
		background: 'How the checklists are laid out was learned from it; it says nothing of SEP.'
	},
	ATPL: {
		title: 'Human performance: notes on checklist design',
		where: 'atplquestions.com',
		version: 'undated',
		procedures: 'D3',
		background: 'How the checklists are laid out was learned from it; it says nothing of SEP.'
	},
	CAP676: {
		title: 'Guides to paper checklists (CAP 676) and electronic ones (CAP 708)',
		where: 'caa.co.uk',
		version: 'issue 3, 2006; 2000',
		procedures: 'D4',
		background: 'How the checklists are laid out was learned from it; it says nothing of SEP.'
	},
	'WHO-CHECKLIST': {
		title: 'Surgical safety checklist: overview and reviews',
		where: 'scirp 65946; Lifebox and Ariadne review',
		version: '2008 to 2019',
		procedures: 'D5',
		background: 'That three hold points are enough was learned from it; it says nothing of SEP.'
	},
	SAFETYCULTURE: {
		title: 'Response types of an inspection template',
		where: 'support.safetyculture.com',
		version: 'current',
		procedures: 'D6',
		background: 'What a record of a step holds was learned from it; it says nothing of SEP.'
	},
	'INSPECTION-FORM': {
		title: 'What a digital inspection form must hold',
		where: 'legalclarity.org',
		version: 'United States law',
		procedures: 'D7'
	},
	'INSPECTION-EVIDENCE': {
		title: 'Inspection evidence that stands an audit',
		where: 'emory.pro/?p=6310',
		version: 'vendor blog',
		procedures: 'D8'
	},
	'INSPECTION-RECORD': {
		title: 'Keeping records of inspections',
		where: 'firedoorapp resources',
		version: 'vendor guide',
		procedures: 'D9'
	},
	FTQ360: {
		title: 'Activity log and checkpoint numbers in the print',
		where: 'support.ftq360.com 360006089533',
		version: 'vendor document',
		procedures: 'D10',
		background:
			'That prints carry the numbers of their steps was learned from it; it says nothing of SEP.'
	},
	'QR-AUDIT': {
		title: 'Starting an audit by QR code',
		where: 'rapidglobal.zohodesk.com.au',
		version: 'vendor document',
		procedures: 'D11',
		background:
			'That a code must open its record without a network was learned from it; it says nothing of SEP.'
	},
	'SURVEY-FORMS': {
		title: 'Network site survey forms of five makers',
		where: 'legalclarity.org; docest.com; manualsdump HP 286051 p. 107; mitc-ae.net; tebyan',
		version: 'undated',
		procedures: 'D12'
	},

	OURS: {
		title: 'Sitewalk’s own judgement',
		where: 'written by us; no vendor says so',
		version: 'see the version of the knowledge'
	}
} as const satisfies Record<string, Source>;

export type SourceId = keyof typeof SOURCES;
