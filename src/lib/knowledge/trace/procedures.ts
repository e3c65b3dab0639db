import type { Traced } from '../../domain/edition.ts';

function row(
	part: string,
	name: string,
	about: string,
	by: readonly string[],
	why?: string
): Traced {
	const id = `p${part}-${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`;
	return {
		id,
		from: `procedures ${part}: ${name}`,
		about,
		by,
		...(why === undefined ? {} : { why })
	};
}

/** The other parts of the written procedures: verification, failures, derived inputs, conflicts, what is not confirmed. */
export const PROCEDURES_TRACE: readonly Traced[] = [
	{ id: 'V1', from: 'V1', about: 'Three dates in the client’s window.', by: ['check:V1'] },
	{ id: 'V2', from: 'V2', about: 'The date in the registry.', by: ['check:V2'] },
	{ id: 'V3', from: 'V3', about: 'Which part of the registry.', by: ['check:V3'] },
	{ id: 'V4', from: 'V4', about: 'The folder of the active definitions.', by: ['check:V4'] },
	{
		id: 'V5',
		from: 'V5',
		about: 'The entry in the log, and how to read its version.',
		by: ['check:V5']
	},
	{
		id: 'V6',
		from: 'V6',
		about: 'The client’s LiveUpdate log, and what it leaves out.',
		by: ['check:V6']
	},
	{ id: 'V7', from: 'V7', about: 'How many clients have which revision.', by: ['check:V7'] },
	{ id: 'V8', from: 'V8', about: 'Where clients got their content.', by: ['check:V8'] },
	{ id: 'V9', from: 'V9', about: 'One record per computer.', by: ['check:V9'] },
	{
		id: 'V10',
		from: 'V10',
		about: 'What Symantec has published and what the SEPM has.',
		by: ['check:V10']
	},
	{ id: 'V11', from: 'V11', about: 'Tell clients to update now.', by: ['check:V11'] },
	{ id: 'V12', from: 'V12', about: 'The policy has arrived.', by: ['check:V12'] },
	{ id: 'V13', from: 'V13', about: 'Tell a client to fetch its policy.', by: ['check:V13'] },
	{ id: 'V14', from: 'V14', about: 'Run LiveUpdate by hand.', by: ['check:V14'] },
	{ id: 'V15', from: 'V15', about: 'The service runs.', by: ['check:V15'] },
	{ id: 'V16', from: 'V16', about: 'The GUP listens.', by: ['check:V16'] },
	{ id: 'V17', from: 'V17', about: 'The port can be reached.', by: ['check:V17'] },
	{ id: 'V18', from: 'V18', about: 'Dates on Linux.', by: ['check:V18'] },
	row('4', 'GUP port', 'The GUP does not listen.', ['failure:gup-port-not-listening']),
	row('4', 'GUP blocked', 'It listens, but clients fail.', ['failure:gup-clients-blocked']),
	row('4', 'SharedUpdates empty', 'The cache is empty.', ['failure:gup-cache-empty']),
	row('4', 'wrong GUP', 'Clients use another GUP.', ['failure:gup-wrong-one']),
	row('4', 'other VLAN', 'Clients of another network never use it.', ['failure:gup-other-subnet']),
	row('4', 'WAN full', 'The link is full after the change.', ['failure:wan-full-after-change']),
	row('4', 'network load', 'The SEPM alerts.', ['failure:network-load-alerts']),
	row('4', 'away for weeks', 'A machine takes a full set after weeks.', [
		'failure:full-after-absence'
	]),
	row('4', 'no log entry', 'The LiveUpdate log stays empty.', ['failure:lue-log-empty']),
	row('4', 'button disabled', 'LiveUpdate says that it is disabled.', [
		'failure:liveupdate-disabled'
	]),
	row('4', 'schedule fails', 'Works for a user, fails on schedule.', [
		'failure:system-account-no-proxy'
	]),
	row('4', 'behind proxy', 'Services fail behind the proxy.', [
		'failure:tls-inspection-breaks-services'
	]),
	row('4', 'no inbox', 'There is no inbox folder.', ['failure:no-inbox-folder']),
	row('4', 'after upgrade', 'Content is ignored after an upgrade.', [
		'failure:content-ignored-after-upgrade'
	]),
	row('4', 'date unchanged', 'The file ran, the date did not move.', ['failure:iu-date-unchanged']),
	row('4', 'one date moved', 'Only the virus date moved.', ['failure:iu-only-av-moved']),
	row('4', 'driver signature', 'Drivers fail for their signature.', [
		'failure:driver-signature',
		'sha2-support'
	]),
	row('4', 'script lost', 'A script does not find SEP.', ['failure:script-cannot-find-sep']),
	row('4', 'days apart', 'Two sites differ for days.', ['failure:two-sites-differ']),
	row('4', 'LUA disk', 'The disk of LUA is full.', ['failure:lua-disk-full']),
	row('4', 'Mac settings', 'A Mac ignores its settings file.', ['failure:mac-ignores-conf']),
	row('7.8', 'windows_only_methods_ok', 'Mac and Linux leave three methods only.', [
		'fact:platform',
		'gup-windows-only',
		'third-party-windows-only',
		'intelligent-updater-windows-only'
	]),
	row('7.8', 'gup_possible', 'Whether a GUP can serve here.', [
		'gup-sepm-unreachable',
		'gup-windows-only',
		'gup-no-usable-candidate',
		'gup-name-candidate',
		'candidate-owner'
	]),
	row('7.8', 'gup_type', 'Which type of GUP.', [
		'setting:type',
		'gup-several-subnets',
		'routedBetween',
		'subnetRouted'
	]),
	row('7.8', 'first_fill_hours', 'Hours for the first full set.', [
		'fact:firstFillHours',
		'fact:gupFillHours',
		'reckoning:copyHours'
	]),
	row('7.8', 'lua_gate', 'Whether an internal LiveUpdate server is worth it.', [
		'lua-large-network',
		'lua-several-products',
		'lua-many-unmanaged',
		'lua-few-unmanaged',
		'lua-test-gate',
		'lua-two-opinions'
	]),
	row('7.8', 'iu_reason', 'Why by hand.', [
		'intelligent-updater-air-gapped',
		'intelligent-updater-nothing-else',
		'F-01'
	]),
	row('7.8', 'repeat_due', 'When the files are due again.', ['defAgeLimitDays', 'F-18']),
	row('7.8', 'legacy_block', 'Old Windows without SHA-2.', [
		'fact:legacyWindows',
		'sha2-support',
		'F-03'
	]),
	row('7.8', 'rollback_ready', 'The way back is prepared.', [
		'policyNow',
		'changeOwner',
		'A-H1',
		'B-H1',
		'C-H1',
		'D-H1',
		'E-H1',
		'F-H1'
	]),
	row(
		'9',
		'LUA for large fleets',
		'An internal server for large networks, or never where a SEPM can serve.',
		['lua-two-opinions', 'lua-instead-of-sepm']
	),
	row('9', 'GUP and software', 'No client software, or patches from 14.3 RU2 on.', [
		'gup-software-updates',
		'gup-software-needed'
	]),
	row('9', 'Mac and Linux source', 'External only in 12.1; three ways in 14.', ['mac-linux-proxy']),
	row('9', 'IU contents', 'One file, or one for each protection.', [
		'intelligent-updater-separate-files',
		'F-12'
	]),
	row('9', '.jdb kinds', 'Two kinds, or four.', ['jdb-to-sepm']),
	row('9', 'SEPM port', '80 or 8014, or 8014 or 443.', ['sepm-port-to-open', 'sepmPort']),
	row('9', 'Revisions', '3, 10 or 30 by size, or 90.', ['revisions-target', 'sepmRevisions']),
	row('9', 'Registry view', 'The older or the native part.', ['check:V3', 'check:V2']),
	row('9', 'Install path', 'One of two program folders.', ['failure:script-cannot-find-sep']),
	row('9', 'Default source', 'Always the SEPM by default, or only on Windows.', [
		'sepm-vendor-default',
		'mac-linux-proxy'
	]),
	row('10', '1', 'Switches, codes and log of the files by hand.', ['F-10', 'F-09']),
	row('10', '2', 'Whether managed clients accept the .exe as they are.', ['F-09a', 'F-04']),
	row('10', '3', 'The value for unmanaged clients.', ['E-07', 'third-party-unmanaged']),
	row('10', '4', 'Defaults of the GUP’s dialog.', ['B-12a', 'setting:simultaneous']),
	row('10', '5', 'The exact inbox, and its sign of failure.', ['E-06', 'E-09']),
	row('10', '6', 'The cache folder in 14.x.', ['B-18']),
	row('10', '7', 'Stems and names of some files.', [
		'file:sep14-virus-stems',
		'file:sonar',
		'F-05d'
	]),
	row('10', '8', 'Directives and address of the proxy.', ['AM-05', 'AM-07']),
	row('10', '9', 'LUA’s menus, port and import.', ['C-04', 'C-06', 'C-12']),
	row('10', '10', 'Names of menus and reports in the console.', ['B-15a', 'A-14']),
	row('10', '11', 'How files by hand are counted as a source.', ['F-15', 'E-14']),
	row('10', '12', 'A list of hashes from the vendor.', ['F-06']),
	row('10', '13', 'Current hosts, and whether by HTTPS.', ['D-02', 'liveupdate-ports']),
	row('10', '14', 'The tool that clears definitions.', ['F-17']),
	row(
		'10',
		'15',
		'Measures for print.',
		[],
		'A choice of ours for paper; nothing about the product hangs on it.'
	)
];
