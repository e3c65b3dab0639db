import type { Condition } from '../../domain/condition.ts';
import type { StepTemplate } from '../../domain/checklist.ts';
import { IU_FILES, IU_PAGE } from '../iu-files.ts';

const NO_MANAGED_GROUP: Condition = {
	count: 'groups',
	where: { question: 'managed', is: ['yes'] },
	under: 1
};

/** True once no client served here can have one of these. */
const noGroupWith = (question: string, values: readonly string[]): Condition => ({
	count: 'groups',
	where: { question, includes: values },
	under: 1
});

const noGroupOf = (bitness: readonly string[]): Condition => ({
	count: 'groups',
	where: { question: 'bitnessMix', is: bitness },
	under: 1
});

const namesOf = (...ids: readonly string[]) =>
	IU_FILES.filter(({ id }) => ids.includes(id))
		.flatMap(({ names }) => names)
		.join(', ');

/** What is written down about every file before it leaves the connected PC. */
const FILE_BLANKS = [
	{ label: 'File name' },
	{ label: 'Date of the definitions' },
	{ label: 'Size', unit: 'MB' },
	{ label: 'Address' },
	{ label: 'Downloaded at' }
];

/** Reads machine, bitness, SEP version and virus date from whichever registry view exists. */
const READ_MACHINE = `'HKLM:\\SOFTWARE\\Symantec\\Symantec Endpoint Protection', 'HKLM:\\SOFTWARE\\Wow6432Node\\Symantec\\Symantec Endpoint Protection' | Where-Object { Test-Path $_ } | ForEach-Object { [pscustomobject]@{ Machine = $env:COMPUTERNAME; Is64Bit = [Environment]::Is64BitOperatingSystem; SepVersion = (Get-ItemProperty -Path "$_\\SMC" -ErrorAction SilentlyContinue).ProductVersion; VirusDate = (Get-ItemProperty -Path "$_\\CurrentVersion\\public-opstate" -ErrorAction SilentlyContinue).LatestVirusDefsDate; FreeGB = [math]::Round((Get-PSDrive -Name C).Free / 1GB, 1) } } | Format-List`;

/** Writes one row per file: name, size, SHA-256, signature and signer. */
const RECORD_FILES = `Get-ChildItem -Path . -File | Where-Object { $_.Extension -in '.exe', '.jdb' } | ForEach-Object { $signature = Get-AuthenticodeSignature -FilePath $_.FullName; [pscustomobject]@{ Name = $_.Name; Bytes = $_.Length; SHA256 = (Get-FileHash -Algorithm SHA256 -Path $_.FullName).Hash; Signature = $signature.Status; Signer = $signature.SignerCertificate.Subject } } | Tee-Object -Variable files | Format-List; $files | Export-Csv -Path .\\iu-files.csv -NoTypeInformation`;

/** Compares the files in the current folder with the record that travels with them. */
const COMPARE_FILES = `Import-Csv -Path .\\iu-files.csv | ForEach-Object { [pscustomobject]@{ Name = $_.Name; SHA256 = $_.SHA256; Same = (Test-Path $_.Name) -and (Get-FileHash -Algorithm SHA256 -Path $_.Name).Hash -eq $_.SHA256 } } | Format-List`;

/** Runs what is in the current folder, file by file, and nothing whose hash differs. */
const RUN_FILES = `Import-Csv -Path .\\iu-files.csv | Where-Object { $_.Name -like '*.exe' -and (Test-Path $_.Name) } | ForEach-Object { if ((Get-FileHash -Algorithm SHA256 -Path $_.Name).Hash -eq $_.SHA256) { Start-Process -FilePath (Join-Path $PWD $_.Name) -ArgumentList '/q' -Wait } else { Write-Warning "$($_.Name): the hash differs, not run" } }`;

/** Start-up script. The local folder lies where only administrators can write, because SYSTEM runs what is in it. */
const START_UP_SCRIPT = `$share = '\\\\<server>\\<share>'
$bits = if ([Environment]::Is64BitOperatingSystem) { 'x64' } else { 'x86' }
$local = Join-Path $env:ProgramFiles 'sep-content'
New-Item -ItemType Directory -Path $local -Force | Out-Null
$wanted = Get-ChildItem -Path (Join-Path $share $bits) -Filter '*.exe'
Get-ChildItem -Path $local -Filter '*.exe' | Where-Object { $wanted.Name -notcontains $_.Name } | Remove-Item
$wanted | Where-Object { -not (Test-Path (Join-Path $local $_.Name)) } | ForEach-Object {
	Copy-Item -Path $_.FullName -Destination $local
	Start-Process -FilePath (Join-Path $local $_.Name) -ArgumentList '/q' -Wait
	"$(Get-Date -Format s) $env:COMPUTERNAME $($_.Name)" | Add-Content -Path (Join-Path $share "log\\$env:COMPUTERNAME.txt")
}`;

/** Checklist F: content is carried in as files and run on every client. Windows only. */
export const INTELLIGENT_UPDATER_STEPS: readonly StepTemplate[] = [
	{
		id: 'intelligent-updater-reason',
		code: 'F-01',
		method: 'intelligent-updater',
		phase: 'prepare',
		who: ['technician'],
		text: 'Confirm why {groupNames} need the Intelligent Updater: no way to LiveUpdate nor to the SEPM, or an emergency. If these clients do reach the SEPM, stop: the SEPM or a Group Update Provider is normally the better way.',
		evidence: 'The reason is written down.',
		blanks: [{ label: 'Reason' }],
		sources: ['SEED', 'KB151309'],
		confidence: 'vendor'
	},
	{
		id: 'intelligent-updater-machines',
		code: 'F-02',
		method: 'intelligent-updater',
		phase: 'prepare',
		who: ['technician'],
		text: 'List every machine ({clientCount} expected; {nClosed} in the cut-off part, {nUnmanaged} unmanaged at the site): name, Windows version, 32 or 64 bit, SEP version, managed or not, installed protections, the definition date of each protection (V1), the registry date (V2), free disk space. The command prints most of it; the dates of the other protections stand in the client window. Versions found so far: {sepVersions}. SEP 14.0 to 14.2 has had no content since the end of 2024: upgrade such clients to 14.3 first.',
		evidence: 'The list has a row for every machine.',
		blanks: [
			{ label: 'Machines listed', unit: 'clients' },
			{ label: 'Of these 32-bit', unit: 'clients' },
			{ label: 'Of these too old', unit: 'clients' },
			{ label: 'Oldest definition date' }
		],
		command: { shell: 'powershell', text: READ_MACHINE },
		sources: ['TECH104363', 'FIELD-IU-SCRIPTS', 'KB181033', 'KB263064', 'OURS'],
		confidence: 'vendor',
		failures: ['script-cannot-find-sep']
	},
	{
		id: 'intelligent-updater-sha2',
		code: 'F-03',
		method: 'intelligent-updater',
		phase: 'prepare',
		who: ['technician'],
		text: 'On Windows 7, Server 2008 and Server 2008 R2 check that support for SHA-2 code signing is installed before any new engine is loaded (counted: {osCounts}). Without it drivers such as BHDrvx64 and IDSVia64 do not start. Leave such a machine out until it is patched.',
		evidence: 'The update is listed as installed on every such machine.',
		blanks: [{ label: 'Update found' }, { label: 'Machines left out' }],
		sources: ['KB221360'],
		confidence: 'vendor',
		skip: {
			when: noGroupWith('osList', ['windows-7', 'server-2008-r2', 'server-2008']),
			because: 'No Windows 7, Server 2008 or Server 2008 R2 here.'
		},
		failures: ['driver-signature']
	},
	{
		id: 'intelligent-updater-managed',
		code: 'F-04',
		method: 'intelligent-updater',
		phase: 'prepare',
		who: ['sepm-admin'],
		text: 'Managed clients: agree with {sepmAdmin} who wins afterwards. The files may be newer than what the SEPM has, and a SEPM does not put an older named revision over newer content that a client took from LiveUpdate; reckon with the same here. Note which revision its policy names.',
		evidence: 'A note: latest, or the named revision.',
		blanks: [{ label: 'Revision named by the policy' }],
		sources: ['KB151483'],
		confidence: 'vendor',
		confirm:
			'That the same holds for content of the Intelligent Updater: the vendor says it of LiveUpdate only.',
		skip: { when: NO_MANAGED_GROUP, because: 'None of these clients is managed.' }
	},
	{
		id: 'intelligent-updater-file',
		code: 'F-05',
		method: 'intelligent-updater',
		phase: 'prepare',
		who: ['technician', 'sepm-admin'],
		text: `On a clean PC with Internet open the vendor’s definitions page (${IU_PAGE}) and write the list of files to fetch. One virus file for every mix of SEP generation and bitness in F-02; one file for intrusion prevention; one for SONAR: the virus file alone may leave the others old. Choose certified files, which are fully tested. The client package here: {clientType}; which stem of file names, core3 or core15, belongs to it is not published: take what the page names for your client. Rapid Release is for an outbreak only.`,
		evidence: 'The list of files; every machine of F-02 is covered.',
		blanks: [
			{ label: 'Virus files needed' },
			{ label: 'Intrusion prevention file needed' },
			{ label: 'SONAR file needed' },
			{ label: 'Machines without a matching file' }
		],
		sources: ['TECH104363', 'KB151309', 'KB151383', 'GH-DEFS', 'SEED'],
		confidence: 'vendor',
		confirm:
			'Whether the virus file of your version also holds intrusion prevention: one vendor page says that it does, another names separate files. F-12 shows it.',
		failures: ['iu-date-unchanged', 'iu-only-av-moved']
	},
	{
		id: 'intelligent-updater-file-virus-64',
		code: 'F-05a',
		method: 'intelligent-updater',
		phase: 'prepare',
		who: ['technician'],
		text: `Fetch the virus file (AV) for 64-bit clients. Names seen: ${namesOf('sep14-virus-64', 'sep14-virus-stems')} for SEP 14; ${namesOf('sep12-virus-64')} for 12.1. A name on the page wins over these.`,
		evidence: 'The file is saved, and its row below is filled in.',
		blanks: FILE_BLANKS,
		sources: ['GH-DEFS', 'FIELD-IU-SCRIPTS', 'IU-FILENAME'],
		confidence: 'field-practice',
		confirm: 'Which of the SEP 14 files your kind of client takes (core3 or core15).',
		skip: { when: noGroupOf(['64-only', 'both']), because: 'All machines here are 32-bit.' },
		failures: ['iu-date-unchanged']
	},
	{
		id: 'intelligent-updater-file-virus-32',
		code: 'F-05b',
		method: 'intelligent-updater',
		phase: 'prepare',
		who: ['technician'],
		text: `Fetch the virus file (AV) for 32-bit clients. Names seen: ${namesOf('sep12-virus-32')} for 12.1, and core3sdsv5i32 in the name for SEP 14. A name on the page wins over these.`,
		evidence: 'The file is saved, and its row below is filled in.',
		blanks: FILE_BLANKS,
		sources: ['GH-DEFS', 'FIELD-IU-SCRIPTS', 'IU-FILENAME'],
		confidence: 'field-practice',
		confirm:
			'The name of the 32-bit file for SEP 14; a twin with X86 in its name is likely, not seen.',
		skip: { when: noGroupOf(['both', '32-only']), because: 'All machines here are 64-bit.' },
		failures: ['iu-date-unchanged']
	},
	{
		id: 'intelligent-updater-file-ips',
		code: 'F-05c',
		method: 'intelligent-updater',
		phase: 'prepare',
		who: ['technician'],
		text: `Fetch the intrusion prevention file (IPS), which the vendor calls network-based protection. Name seen: ${namesOf('ips')}, one file for 32 and 64 bit.`,
		evidence: 'The file is saved, and its row below is filled in.',
		blanks: FILE_BLANKS,
		sources: ['TECH104363', 'GH-DEFS'],
		confidence: 'field-practice',
		skip: {
			when: noGroupWith('features', ['ips', 'firewall']),
			because: 'Network Threat Protection is not installed here.'
		},
		failures: ['iu-only-av-moved']
	},
	{
		id: 'intelligent-updater-file-sonar',
		code: 'F-05d',
		method: 'intelligent-updater',
		phase: 'prepare',
		who: ['technician'],
		text: 'Fetch the SONAR file, which the vendor calls behaviour-based protection. Public scripts find it in a folder of its own on the vendor’s server; take the name from the page.',
		evidence: 'The file is saved, and its row below is filled in.',
		blanks: FILE_BLANKS,
		sources: ['TECH104363', 'GH-DEFS'],
		confidence: 'field-practice',
		confirm: 'The name of the file; it was not seen.',
		skip: {
			when: noGroupWith('features', ['sonar']),
			because: 'Proactive Threat Protection is not installed here.'
		},
		failures: ['iu-only-av-moved']
	},
	{
		id: 'intelligent-updater-hash',
		code: 'F-06',
		method: 'intelligent-updater',
		phase: 'prepare',
		who: ['technician'],
		text: 'Still on the connected PC, run the command in the folder of the files. It shows hash and signature of each, and writes iu-files.csv as your record. Every .exe must say Valid, with Symantec or Broadcom as signer. Delete a file that does not. Write the SHA-256 of each file on this sheet: the first and last eight characters at least.',
		evidence: 'Status Valid for every .exe; a hash for every file, on paper and in iu-files.csv.',
		blanks: [
			{ label: 'SHA-256, AV 64-bit' },
			{ label: 'SHA-256, AV 32-bit' },
			{ label: 'SHA-256, IPS' },
			{ label: 'SHA-256, SONAR' },
			{ label: 'Signer' }
		],
		command: { shell: 'powershell', text: RECORD_FILES },
		sources: ['MS-POWERSHELL'],
		confidence: 'vendor',
		confirm:
			'Whether the vendor publishes hashes for these files: no list was found, so your own record is what every hop is compared with.'
	},
	{
		id: 'intelligent-updater-carrier',
		code: 'F-07',
		method: 'intelligent-updater',
		phase: 'configure',
		who: ['technician'],
		text: 'Copy the files and iu-files.csv to the carrier: a USB stick, or a share inside. Follow the site’s rule for media (allowed: {removableMediaAllowed}; scan needed: {mediaScanNeeded}), have it scanned and approved, and write the first and last eight characters of each hash on its label. Run the command on the carrier, and again on the first machine inside: every file must say Same: True, and the hashes must be those on this sheet.',
		evidence: 'Scan result, and Same: True for every file.',
		blanks: [
			{ label: 'Carrier number' },
			{ label: 'Scanned by, result' },
			{ label: 'Same on the carrier' },
			{ label: 'Same inside' }
		],
		command: { shell: 'powershell', text: COMPARE_FILES },
		sources: ['OURS', 'MS-POWERSHELL'],
		confidence: 'ours'
	},
	{
		id: 'intelligent-updater-rights',
		code: 'F-08',
		method: 'intelligent-updater',
		phase: 'configure',
		who: ['technician', 'sepm-admin'],
		text: 'Get an account that may run programs elevated on the clients (who has such rights here: {localAdmin}). Public scripts run the file as administrator, as SYSTEM, or remotely with administrator rights. Take it that a logon script of a limited user fails: use a start-up script or a task that runs as SYSTEM.',
		evidence: 'The account is tried on one machine and written down, without its password.',
		blanks: [{ label: 'Account' }, { label: 'Tried on' }],
		sources: ['FIELD-IU-SCRIPTS', 'FIELD-SEP-SCRIPTS'],
		confidence: 'field-practice',
		confirm: 'What rights the file needs: no vendor statement was found.',
		failures: ['iu-date-unchanged']
	},
	{
		id: 'intelligent-updater-hold-before-change',
		code: 'F-H1',
		method: 'intelligent-updater',
		phase: 'configure',
		hold: true,
		who: ['technician', 'sepm-admin', 'site-owner'],
		text: 'STOP. Sign only when all of this is true: 1. Every machine of F-02 has a file of its own generation and bitness. 2. The files for AV, IPS and SONAR are each on the list, or ruled out. 3. The hashes inside equal those on this sheet, and the signatures were Valid. 4. The carrier is scanned and approved. 5. An account with enough rights was tried. 6. The way back (F-16) is read and agreed: there is no undo. 7. {changeOwner} approved the change, and the window is open: {changeWindow}. Signed by the technician, the SEPM administrator and the site owner.',
		evidence: 'Three signatures, date and time.',
		blanks: [
			{ label: 'Signed, technician' },
			{ label: 'Signed, SEPM administrator' },
			{ label: 'Signed, site owner' }
		],
		sources: ['OURS'],
		confidence: 'ours'
	},
	{
		id: 'intelligent-updater-pilot',
		code: 'F-09',
		method: 'intelligent-updater',
		phase: 'pilot',
		who: ['technician'],
		text: 'Choose one pilot machine for every mix of Windows version, bitness and SEP version, and one more. On each but the last, run the virus file by double-click as administrator, so that every message is seen; take a photo or copy the words. On the last, run it silently with /q, as public scripts do, and measure the time. Put the name of the file into the command.',
		evidence: 'The message of each run, and the minutes of the silent one.',
		blanks: [
			{ label: 'Pilot machines' },
			{ label: 'Message seen' },
			{ label: 'Silent run took', unit: 'minutes' }
		],
		command: {
			shell: 'powershell',
			text: `Measure-Command { Start-Process -FilePath '.\\<file>.exe' -ArgumentList '/q' -Wait } | Select-Object TotalMinutes`
		},
		sources: ['FIELD-IU-SCRIPTS', 'GH-DEFS'],
		confidence: 'field-practice',
		failures: ['iu-date-unchanged']
	},
	{
		id: 'intelligent-updater-managed-pilot',
		code: 'F-09a',
		method: 'intelligent-updater',
		phase: 'pilot',
		who: ['technician', 'sepm-admin'],
		text: 'Managed clients: take one whose policy does not enable third-party content management, run the virus file on it, and note whether its date moves. Do not roll out to managed clients before you know.',
		evidence: 'The date before and after, and the name of its policy.',
		blanks: [
			{ label: 'Machine' },
			{ label: 'Policy' },
			{ label: 'Date before' },
			{ label: 'Date after' }
		],
		sources: ['TECH104363', 'KB151309'],
		confidence: 'unconfirmed',
		confirm:
			'That a managed client takes the .exe without third-party content management. The vendor puts that condition on the .jdb only, so it is likely, but nowhere said.',
		skip: { when: NO_MANAGED_GROUP, because: 'None of these clients is managed.' },
		failures: ['iu-date-unchanged']
	},
	{
		id: 'intelligent-updater-time-limit',
		code: 'F-10',
		method: 'intelligent-updater',
		phase: 'pilot',
		who: ['technician'],
		text: 'Judge every run by the definition date, never by what the program returns or logs. For runs that nobody watches set a time limit of your own, well above the slowest pilot machine. One public script for images ends the program after 3 minutes.',
		evidence: 'The time limit is written down.',
		blanks: [
			{ label: 'Slowest pilot run', unit: 'minutes' },
			{ label: 'Time limit', unit: 'minutes' }
		],
		sources: ['FIELD-IU-SCRIPTS'],
		confidence: 'field-practice',
		confirm:
			'Any switch other than /q (a /log switch is often asked for), the exit codes, and the name and place of a log file: no source was found for any of them.'
	},
	{
		id: 'intelligent-updater-pilot-dates',
		code: 'F-11',
		method: 'intelligent-updater',
		phase: 'pilot',
		who: ['technician'],
		text: 'On every pilot machine read the definition dates (V1), the registry date (V2), the path of the active definitions (V4) and the event log entry (V5). The date must be that of the file. Then run the command: no error about a driver or its signature may stand in the System log since the run.',
		evidence: 'The virus date equals that of the file; the command lists nothing.',
		blanks: [{ label: 'AV date before' }, { label: 'AV date after' }, { label: 'Driver errors' }],
		command: {
			shell: 'powershell',
			text: `Get-WinEvent -FilterHashtable @{ LogName = 'System'; Level = 2; StartTime = (Get-Date).AddHours(-2) } -ErrorAction SilentlyContinue | Where-Object { $_.Message -match 'BHDrv|IDSVi' } | Format-List TimeCreated, Message`
		},
		sources: ['DISA-STIG', 'MS-DEFENDER', 'KB157015', 'KB221360'],
		confidence: 'vendor',
		failures: ['iu-date-unchanged', 'driver-signature', 'script-cannot-find-sep']
	},
	{
		id: 'intelligent-updater-other-dates',
		code: 'F-12',
		method: 'intelligent-updater',
		phase: 'pilot',
		who: ['technician'],
		text: 'Before you run another file, read the other two Definitions lines in the client window (V1): Proactive Threat and Network Threat. Which of them moved shows what the virus file holds on your version.',
		evidence: 'Both dates, before and after the virus file.',
		blanks: [
			{ label: 'IPS date before' },
			{ label: 'IPS date after the virus file' },
			{ label: 'SONAR date before' },
			{ label: 'SONAR date after the virus file' }
		],
		sources: ['TECH104363', 'DISA-STIG', 'SEED', 'OURS'],
		confidence: 'vendor',
		failures: ['iu-only-av-moved']
	},
	{
		id: 'intelligent-updater-run-ips',
		code: 'F-12a',
		method: 'intelligent-updater',
		phase: 'pilot',
		who: ['technician'],
		text: 'Run the IPS file on the pilot machines in the same way, and read the Network Threat line (V1).',
		evidence: 'The Network Threat date equals that of the file.',
		blanks: [{ label: 'IPS date after its own file' }],
		sources: ['TECH104363', 'DISA-STIG'],
		confidence: 'vendor',
		skip: {
			when: noGroupWith('features', ['ips', 'firewall']),
			because: 'Network Threat Protection is not installed here.'
		},
		failures: ['iu-only-av-moved', 'driver-signature']
	},
	{
		id: 'intelligent-updater-run-sonar',
		code: 'F-12b',
		method: 'intelligent-updater',
		phase: 'pilot',
		who: ['technician'],
		text: 'Run the SONAR file on the pilot machines in the same way, and read the Proactive Threat line (V1).',
		evidence: 'The Proactive Threat date equals that of the file.',
		blanks: [{ label: 'SONAR date after its own file' }],
		sources: ['TECH104363', 'DISA-STIG'],
		confidence: 'vendor',
		skip: {
			when: noGroupWith('features', ['sonar']),
			because: 'Proactive Threat Protection is not installed here.'
		},
		failures: ['iu-only-av-moved', 'driver-signature']
	},
	{
		id: 'intelligent-updater-hold-after-pilot',
		code: 'F-H2',
		method: 'intelligent-updater',
		phase: 'pilot',
		hold: true,
		who: ['technician', 'sepm-admin'],
		text: 'STOP. Sign only when all of this is true: 1. The pilot passed on every mix of Windows version, bitness and SEP version in scope. 2. AV, IPS and SONAR each show the date of their file. 3. No driver error stands in the System log. 4. If managed clients are in scope, one was tried (F-09a). 5. The time limit is set. 6. The pilot machines still do their work. Signed by the technician and the SEPM administrator.',
		evidence: 'The matrix of the pilot, two signatures, date and time.',
		blanks: [
			{ label: 'Mixes tried' },
			{ label: 'Signed, technician' },
			{ label: 'Signed, SEPM administrator' }
		],
		sources: ['OURS'],
		confidence: 'ours'
	},
	{
		id: 'intelligent-updater-way',
		code: 'F-13',
		method: 'intelligent-updater',
		phase: 'roll-out',
		who: ['technician', 'sepm-admin'],
		text: 'Choose how the files reach the machines, one way for each part of the site, and mark the others as not applicable: from hand to hand (F-13a), share and start-up script (F-13b), remote run (F-13c), a software distribution tool (F-13d), .jdb to a SEPM inside (F-13e), .jdb to a client (F-13f). Without any network only F-13a is left.',
		evidence: 'The way chosen for each part.',
		blanks: [{ label: 'Way chosen' }, { label: 'Machines', unit: 'clients' }],
		sources: ['OURS'],
		confidence: 'ours'
	},
	{
		id: 'intelligent-updater-walk',
		code: 'F-13a',
		method: 'intelligent-updater',
		phase: 'roll-out',
		who: ['technician'],
		text: 'Walk round with the stick, one line of the machine list at a time. 1. Copy iu-files.csv and the files for this machine’s bitness to a new folder on its disk. 2. Open PowerShell as administrator in that folder and run the command: it checks each hash against the record and runs the file silently. The silent run is field practice: start the files by hand where the pilot showed none, or where PowerShell is too old for the command. 3. Read all dates (V1). 4. Delete the folder. 5. Tick the machine, with date and initials. A machine whose date stays goes on the list of exceptions.',
		evidence: 'A line for every machine: the dates before and after, and initials.',
		blanks: [
			{ label: 'Machines done', unit: 'clients' },
			{ label: 'Machines left, with reason' },
			{ label: 'Folders deleted' }
		],
		command: { shell: 'powershell', text: RUN_FILES },
		sources: ['OURS', 'FIELD-IU-SCRIPTS'],
		confidence: 'ours',
		skip: {
			when: { question: 'removableMediaAllowed', is: ['no'] },
			because: 'Removable media are forbidden here.'
		},
		failures: ['iu-date-unchanged', 'iu-only-av-moved', 'driver-signature']
	},
	{
		id: 'intelligent-updater-start-up-script',
		code: 'F-13b',
		method: 'intelligent-updater',
		phase: 'roll-out',
		who: ['sepm-admin'],
		text: 'Put the files on a share inside, in folders x64 and x86, the IPS and SONAR files in both. Only administrators may write there; computer accounts may read, and may write in a folder log. Use the script as a computer start-up script. It picks the files by bitness, copies what is missing, runs it silently and deletes old files.',
		evidence: 'One log file for every machine on the share.',
		blanks: [
			{ label: 'Share' },
			{ label: 'Script assigned to' },
			{ label: 'Machines in the log', unit: 'clients' }
		],
		command: { shell: 'powershell', text: START_UP_SCRIPT },
		sources: ['FIELD-IU-SCRIPTS'],
		confidence: 'field-practice',
		failures: ['iu-date-unchanged', 'script-cannot-find-sep']
	},
	{
		id: 'intelligent-updater-remote-run',
		code: 'F-13c',
		method: 'intelligent-updater',
		phase: 'roll-out',
		who: ['sepm-admin'],
		text: 'Run each file on the machines from afar: PsExec copies it over, overwriting an old copy, and runs it as SYSTEM. Or copy it to the admin share and start it by PowerShell remoting. It takes TCP 445 and 135 to the clients. Allowed here: {remoteExec}.',
		evidence: 'A list of results, one line for every machine and file.',
		blanks: [{ label: 'Machines reached', unit: 'clients' }, { label: 'Machines not reached' }],
		command: {
			shell: 'powershell',
			text: `$computer = '<computer>'
$file = '.\\<file>.exe'
psexec "\\\\$computer" -s -c -f $file /q`
		},
		sources: ['MS-PSEXEC', 'FIELD-IU-SCRIPTS'],
		confidence: 'field-practice',
		skip: {
			when: { not: { question: 'remoteExec', includes: [] } },
			because: 'No way of running programs from afar is allowed here.'
		},
		failures: ['iu-date-unchanged']
	},
	{
		id: 'intelligent-updater-tool',
		code: 'F-13d',
		method: 'intelligent-updater',
		phase: 'roll-out',
		who: ['packaging-admin'],
		text: 'Let the distribution tool ({distributionTools}) run each file with /q, as SYSTEM, hidden, within the time limit of F-10. Use a detection script that compares the registry date (V2) with the date of the file, and looks in both registry views (V3).',
		evidence: 'The tool’s success rate, and dates on a sample.',
		blanks: [{ label: 'Program line' }, { label: 'Success', unit: '%' }],
		sources: ['MS-CONFIGMGR', 'FIELD-IU-SCRIPTS'],
		confidence: 'field-practice',
		skip: {
			when: { not: { question: 'distributionTools', includes: [] } },
			because: 'There is no distribution tool here.'
		},
		failures: ['iu-date-unchanged', 'script-cannot-find-sep']
	},
	{
		id: 'intelligent-updater-jdb-sepm',
		code: 'F-13e',
		method: 'intelligent-updater',
		phase: 'roll-out',
		who: ['sepm-admin'],
		text: 'If a SEPM stands inside, feed it instead of the clients: fetch the .jdb files (F-05, one for each protection), check their hashes (F-07), and copy them into the SEPM’s incoming folder. The command uses the folder seen in a public script; run it in the SEPM’s program folder. The SEPM then updates its clients.',
		evidence: 'The files leave the folder, and the SEPM’s revision moves (V10).',
		blanks: [
			{ label: 'Files copied' },
			{ label: 'SEPM revision before' },
			{ label: 'SEPM revision after' }
		],
		command: {
			shell: 'powershell',
			text: `Copy-Item -Path '<carrier>\\*.jdb' -Destination '.\\data\\inbox\\content\\incoming'`
		},
		sources: ['KB151309', 'GH-DEFS'],
		confidence: 'field-practice',
		confirm: 'The folder on your version of the SEPM.',
		skip: {
			when: { any: [{ question: 'sepmReachable', is: ['no'] }, NO_MANAGED_GROUP] },
			because: 'No SEPM serves these clients.'
		}
	},
	{
		id: 'intelligent-updater-jdb-client',
		code: 'F-13f',
		method: 'intelligent-updater',
		phase: 'roll-out',
		who: ['technician', 'sepm-admin'],
		text: 'Only managed clients whose LiveUpdate Settings policy enables third-party content management (Server Settings, Third Party Management): put the .jdb of each protection into the client’s inbox folder, which appears in SEP’s data area once that policy has arrived.',
		evidence: 'The date of each protection moves (V1).',
		blanks: [{ label: 'Inbox folder' }, { label: 'Machines done', unit: 'clients' }],
		sources: ['TECH104363', 'KB151483'],
		confidence: 'vendor',
		confirm:
			'The path of the inbox folder on your version: search SEP’s data area for a folder named inbox.',
		skip: { when: NO_MANAGED_GROUP, because: 'None of these clients is managed.' },
		failures: ['no-inbox-folder']
	},
	{
		id: 'intelligent-updater-verify',
		code: 'F-14',
		method: 'intelligent-updater',
		phase: 'verify',
		who: ['technician'],
		text: 'Read the definition dates (V1, V2) on every critical server ({nServers} servers here), and on a sample of the rest: all of them up to 30 machines, above that 10 and a tenth of the number. No date may be older than {defAgeLimitDays}. Where the site has no rule, a public security guide draws the line at 7 days.',
		evidence: 'A table of machines with three dates each; every one inside the limit.',
		blanks: [
			{ label: 'Servers read' },
			{ label: 'Others read', unit: 'clients' },
			{ label: 'Oldest AV date' },
			{ label: 'Oldest IPS date' },
			{ label: 'Oldest SONAR date' }
		],
		command: { shell: 'powershell', text: READ_MACHINE },
		sources: ['DISA-STIG', 'KB181033', 'OURS'],
		confidence: 'vendor',
		failures: ['iu-date-unchanged', 'iu-only-av-moved', 'script-cannot-find-sep']
	},
	{
		id: 'intelligent-updater-verify-sepm',
		code: 'F-15',
		method: 'intelligent-updater',
		phase: 'verify',
		who: ['sepm-admin'],
		text: 'Managed clients that reach a SEPM: after the next heartbeat it shows their revision (V7, and V9 per computer). Note under which source they are counted (V8).',
		evidence: 'The report with these clients.',
		blanks: [{ label: 'Clients at the new revision' }, { label: 'Counted under, in V8' }],
		sources: ['API'],
		confidence: 'vendor',
		confirm:
			'Whether the source report counts them under OTHER: it has no key for the Intelligent Updater.',
		skip: {
			when: { any: [{ question: 'sepmReachable', is: ['no'] }, NO_MANAGED_GROUP] },
			because: 'No SEPM serves these clients.'
		},
		failures: ['two-sites-differ']
	},
	{
		id: 'intelligent-updater-roll-back',
		code: 'F-16',
		method: 'intelligent-updater',
		phase: 'roll-back',
		who: ['sepm-admin', 'technician'],
		text: 'No undo of the Intelligent Updater is documented. Stop every script and deployment first. Unmanaged clients: restore from a backup or image, or install the client anew, then run the last files known to be good. Managed clients: name an older revision in the LiveUpdate Content policy, within the limits of F-04; if a LiveUpdate Settings policy was changed for this (F-13f), re-assign the previous one, {policyNow}; {sepmAdmin} can do it.',
		evidence: 'What was done on which machine, and the dates after it.',
		blanks: [
			{ label: 'Machines' },
			{ label: 'Last files known to be good' },
			{ label: 'Date after' }
		],
		sources: ['SEP-PLANTEST', 'KB151483', 'OURS'],
		confidence: 'vendor',
		confirm:
			'The wording of the content policy in your console, and whether a client goes back to an older revision after the Intelligent Updater.'
	},
	{
		id: 'intelligent-updater-corrupt',
		code: 'F-17',
		method: 'intelligent-updater',
		phase: 'roll-back',
		who: ['sepm-admin'],
		text: 'Definitions look corrupt: open a case with the vendor and follow the procedure given for your version. Do not delete definition folders from memory.',
		evidence: 'The case number, and the procedure that was given.',
		blanks: [{ label: 'Case number' }, { label: 'Machines' }],
		sources: ['OURS'],
		confidence: 'unconfirmed',
		confirm:
			'The vendor’s tool and its steps. A tool named Rx4DefsSEP is remembered; its text was not read.'
	},
	{
		id: 'intelligent-updater-next-due',
		code: 'F-18',
		method: 'intelligent-updater',
		phase: 'hand-over',
		who: ['technician', 'site-owner'],
		text: 'Set the day of the next round. Count from the date of the oldest definitions you loaded, not from today: they may not get older than {defAgeLimitDays}. Plan the round at least one working day before. Where the site has no rule, take 7 days from a public security guide. Name who downloads the files and who walks the round, and put it in the site’s calendar.',
		evidence: 'The calendar entry, with two names.',
		blanks: [
			{ label: 'Oldest definition date loaded' },
			{ label: 'Out of date on' },
			{ label: 'Next round on' },
			{ label: 'Downloads the files' },
			{ label: 'Walks the round' }
		],
		sources: ['KB151383', 'DISA-STIG', 'OURS'],
		confidence: 'vendor'
	},
	{
		id: 'intelligent-updater-media',
		code: 'F-19',
		method: 'intelligent-updater',
		phase: 'hand-over',
		who: ['technician'],
		text: 'Clean up: delete the files from every machine and from the share, unless the start-up script stays in use. Wipe the carrier, or hand it in, as the site’s rule says. Keep iu-files.csv and this sheet; a good set may be kept for the way back, with its hashes.',
		evidence: 'The carrier is wiped or handed in; the record is kept.',
		blanks: [
			{ label: 'Carrier wiped or handed to' },
			{ label: 'Record kept at' },
			{ label: 'Good set kept at' }
		],
		sources: ['OURS'],
		confidence: 'ours'
	},
	{
		id: 'intelligent-updater-hold-before-leaving',
		code: 'F-H3',
		method: 'intelligent-updater',
		phase: 'hand-over',
		hold: true,
		who: ['technician', 'site-owner'],
		text: 'STOP. Sign, and leave, only when all of this is true: 1. Every machine in scope is in date for AV, IPS and SONAR, or listed as an exception with an owner. 2. The next round is in the calendar, with two names. 3. No file and no carrier is left behind against the rule. 4. The record of hashes is kept. 5. {siteContact} can read the definition date. Signed by the technician and the site owner.',
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
