import type { Confidence } from '../domain/question.ts';
import type { SourceId } from './sources.ts';

/** One kind of file that carries content without a network, as its names were seen. */
export interface IuFile {
	/** kebab-case; never reused. */
	readonly id: string;
	readonly kind: string;
	readonly carries: 'virus' | 'ips' | 'sonar' | 'several';
	/** `.exe` updates one client; `.jdb` a SEPM, or one client that accepts it. */
	readonly form: 'exe' | 'jdb';
	/** Absent where one file serves both. */
	readonly bits?: 32 | 64;
	/** As seen; YYYYMMDD is the date of the definitions, NNN a three-digit number. */
	readonly names: readonly string[];
	/** Path below definitions.symantec.com in public scripts. */
	readonly folder?: string;
	readonly note: string;
	readonly sources: readonly [SourceId, ...SourceId[]];
	readonly confidence: Confidence;
	/** What to confirm on the download page, for a name or a use that was not read from the vendor. */
	readonly confirm?: string;
}

/** The page on which the files are offered (public scripts; a name there wins over every name below). */
export const IU_PAGE = 'broadcom.com/support/security-center/definitions/download/detail?gid=sep14';

/** Kinds of files of the Intelligent Updater and their .jdb siblings. Each protection has a file of its own. */
export const IU_FILES: readonly IuFile[] = [
	{
		id: 'sep14-virus-64',
		kind: 'Virus definitions for SEP 14, certified, 64-bit',
		carries: 'virus',
		form: 'exe',
		bits: 64,
		names: ['YYYYMMDD-NNN-CORE15_IU_SEP_14.0_X64.exe'],
		folder: '/defs/sds/',
		note: 'The name in the most recent public scripts, up to 2025.',
		sources: ['GH-DEFS'],
		confidence: 'field-practice'
	},
	{
		id: 'sep14-virus-32',
		kind: 'Virus definitions for SEP 14, certified, 32-bit',
		carries: 'virus',
		form: 'exe',
		bits: 32,
		names: [],
		note: 'Read the name on the download page.',
		sources: ['GH-DEFS'],
		confidence: 'unconfirmed',
		confirm: 'The name. An X86 twin of the 64-bit file is likely, but was not seen.'
	},
	{
		id: 'sep14-virus-stems',
		kind: 'Virus definitions for SEP 14, certified, other stems',
		carries: 'virus',
		form: 'exe',
		names: [
			'YYYYMMDD-NNN-core3sdsv5i32.exe',
			'YYYYMMDD-NNN-core3sdsv5i64.exe',
			'YYYYMMDD-NNN-core15sdsv5i64.exe'
		],
		note: 'Seen in public scripts. Take the one that the download page gives for your kind of client.',
		sources: ['GH-DEFS'],
		confidence: 'field-practice',
		confirm: 'Which kind of client takes core3 and which takes core15.'
	},
	{
		id: 'sep12-virus-32',
		kind: 'Virus definitions for SEP 12.1, certified, 32-bit',
		carries: 'virus',
		form: 'exe',
		bits: 32,
		names: ['YYYYMMDD-NNN-v5i32.exe'],
		note: 'The older generation: clients of SEP 14 take other files.',
		sources: ['FIELD-IU-SCRIPTS', 'GH-DEFS'],
		confidence: 'field-practice'
	},
	{
		id: 'sep12-virus-64',
		kind: 'Virus definitions for SEP 12.1, certified, 64-bit',
		carries: 'virus',
		form: 'exe',
		bits: 64,
		names: ['YYYYMMDD-NNN-v5i64.exe'],
		note: 'The older generation: clients of SEP 14 take other files.',
		sources: ['FIELD-IU-SCRIPTS', 'GH-DEFS'],
		confidence: 'field-practice'
	},
	{
		id: 'static-virus',
		kind: 'Virus definitions under a name without a date',
		carries: 'virus',
		form: 'exe',
		names: ['symcdefsv5i32.exe', 'symcdefsv5i64.exe'],
		note: 'Made for scripts. Names with i32 or i64 but without v5 belong to the older SAV client.',
		sources: ['TECH161663', 'GH-DEFS'],
		confidence: 'vendor'
	},
	{
		id: 'rapid-release',
		kind: 'Rapid Release',
		carries: 'virus',
		form: 'exe',
		names: ['symrapidreleasedefsv5i32.exe', 'symrapidreleasedefsv5i64.exe'],
		folder: '/defs/rapidrelease/',
		note: 'Several a day with basic testing only: for an outbreak, not for every week.',
		sources: ['KB151309', 'GH-DEFS'],
		confidence: 'field-practice'
	},
	{
		id: 'ips',
		kind: 'Intrusion prevention',
		carries: 'ips',
		form: 'exe',
		names: ['YYYYMMDD-NNN-IPS_IU_SEP.exe'],
		folder: '/defs/ips/',
		note: 'One file for 32 and 64 bit was seen.',
		sources: ['GH-DEFS'],
		confidence: 'field-practice'
	},
	{
		id: 'sonar',
		kind: 'SONAR, watches how programs behave',
		carries: 'sonar',
		form: 'exe',
		names: [],
		folder: '/defs/sonar/',
		note: 'The folder was seen. Read the name on the download page.',
		sources: ['GH-DEFS', 'TECH104363'],
		confidence: 'field-practice',
		confirm: 'The name of the .exe.'
	},
	{
		id: 'jdb',
		kind: '.jdb, virus definitions for a SEPM or one client',
		carries: 'virus',
		form: 'jdb',
		names: ['… core3sdsi64.jdb'],
		folder:
			'/defs/download/symantec_enterprise/jdb/core3sds/ and /defs/download/symantec_enterprise/jdb/core15sds/',
		note: 'Not an Intelligent Updater: it updates a SEPM, which feeds its clients, or one client that accepts it.',
		sources: ['KB151309', 'GH-DEFS'],
		confidence: 'field-practice'
	},
	{
		id: 'jdb-others',
		kind: '.jdb, intrusion prevention and SONAR',
		carries: 'several',
		form: 'jdb',
		names: [],
		folder: '/defs/ips/ and /defs/sonar/',
		note: 'One file for each protection; public scripts still fetch them, with the SEP release in the name.',
		sources: ['GH-DEFS', 'TECH104363'],
		confidence: 'field-practice',
		confirm:
			'That the page offers them for your version: the vendor’s article names two kinds in its current text and four in the edition of 2014.'
	}
];
