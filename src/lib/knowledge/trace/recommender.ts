import type { Traced } from '../../domain/edition.ts';

function row(from: string, about: string, by: readonly string[], why?: string): Traced {
	return { id: from, from, about, by, ...(why === undefined ? {} : { why }) };
}

/** What a recommender has to know (A1-A29), and where sources contradict each other (K1-K10). */
export const RECOMMENDER_TRACE: readonly Traced[] = [
	row('A1', 'Clients older than 14.3 receive no content: upgrade first.', [
		'some-too-old',
		'sepm-client-retired',
		'gup-client-retired',
		'lua-client-retired',
		'liveupdate-client-retired',
		'third-party-client-retired',
		'intelligent-updater-client-retired',
		'upgrade-first',
		'upgrade-manager',
		'clientVersion'
	]),
	row('A2', 'Where nothing else speaks, the management server.', ['sepm-vendor-default']),
	row('A3', 'A remote Windows site on a thin link that reaches the SEPM: a GUP.', [
		'gup-thin-link',
		'gup-sepm-unreachable',
		'gup-windows-only'
	]),
	row('A4', 'A remote site with fewer than ten clients: no GUP.', [
		'gup-too-small',
		'gupMinClients',
		'liveupdate-thin-link'
	]),
	row('A5', 'Above fifty clients the GUP is a server that is always on.', [
		'gup-server-os',
		'gupServerClients',
		'candidate-server-system',
		'candidate-always-on'
	]),
	row('A6', 'Above 10,000 clients another SEPM site, perhaps an internal LiveUpdate server.', [
		'sepm-extra-site',
		'sepmSiteMaxClients',
		'lua-large-network'
	]),
	row('A7', 'Several subnets: one GUP in each, or an explicit list.', [
		'gup-several-subnets',
		'setting:type',
		'B-04'
	]),
	row('A8', 'Clients that travel: explicit list, and LiveUpdate when away.', [
		'gup-roaming',
		'gup-roaming-list',
		'liveupdate-roaming',
		'setting:type'
	]),
	row('A9', 'No GUP on the SEPM, and none of another version.', [
		'gup-not-on-sepm',
		'gup-version-match',
		'candidate-sepm-host',
		'candidate-version'
	]),
	row('A10', 'Mac and Linux: never GUP, tool or Intelligent Updater.', [
		'gup-windows-only',
		'third-party-windows-only',
		'intelligent-updater-windows-only',
		'sepm-mac-linux-proxy',
		'liveupdate-mac-linux'
	]),
	row(
		'A11',
		'Mac and Linux without internet: an internal LiveUpdate server, or the reverse proxy.',
		['lua-mac-linux-offline', 'sepm-mac-linux-proxy', 'mac-linux-proxy']
	),
	row('A12', 'Clients that never reach the SEPM: neither SEPM nor GUP.', [
		'sepm-unreachable',
		'gup-sepm-unreachable'
	]),
	row(
		'A13',
		'Unmanaged clients: external LiveUpdate; an internal server for very many; else by hand.',
		[
			'liveupdate-unmanaged',
			'lua-many-unmanaged',
			'lua-few-unmanaged',
			'luaMinUnmanaged',
			'third-party-nothing-else',
			'intelligent-updater-nothing-else'
		]
	),
	row('A14', 'No internal LiveUpdate server across a wide-area link.', [
		'lua-thin-link',
		'lua-over-wan'
	]),
	row('A15', 'No internal LiveUpdate server on the machine of the SEPM.', [
		'lua-same-host',
		'lua-not-on-sepm-host'
	]),
	row('A16', 'Several products on LiveUpdate speak for an internal server.', [
		'lua-several-products'
	]),
	row(
		'A17',
		'Content to be tested: the SEPM’s own gate first, then a tool or an internal server.',
		[
			'sepm-content-policy',
			'third-party-tested-content',
			'lua-test-gate',
			'third-party-gate-first',
			'liveupdate-untested'
		]
	),
	row('A18', 'Warn of external LiveUpdate for many clients of one network.', [
		'liveupdate-many-networked',
		'liveupdate-many-managed'
	]),
	row('A19', 'Two sources ticked beside a GUP or a named revision work against it.', [
		'both-sources-ticked',
		'pinned-revision'
	]),
	row('A20', 'A SEPM without a network: feed it with .jdb files.', [
		'jdb-to-sepm',
		'sepm-by-hand-fed',
		'air-gap-inner-sepm',
		'F-13e'
	]),
	row('A21', 'No network and no SEPM: Intelligent Updater on each client, file by file.', [
		'intelligent-updater-air-gapped',
		'intelligent-updater-separate-files',
		'F-05a',
		'F-05c',
		'F-05d'
	]),
	row('A22', 'A tool needs a staging SEPM, the policy switch and the right index file.', [
		'third-party-staging-sepm',
		'third-party-staging',
		'E-01',
		'E-03',
		'E-05'
	]),
	row('A23', 'From a thousand clients on the longest heartbeat that is acceptable, in pull mode.', [
		'long-heartbeat',
		'longHeartbeatClients',
		'shortHeartbeatMinutes',
		'push-mode'
	]),
	row('A24', 'Away for longer than revisions are kept: a full set.', [
		'full-set-after-absence',
		'fact:revisionDays',
		'reckoning:packageAfter'
	]),
	row('A25', 'More than 25 full sets in ten minutes: the SEPM alerts.', [
		'network-load-alert',
		'loadAlertRequests',
		'fact:fullRequestsPerTenMinutes'
	]),
	row('A26', 'On a thin link a long bypass and a second GUP, no quick way back to the SEPM.', [
		'gup-bypass',
		'gup-single-candidate',
		'setting:bypass'
	]),
	row('A27', 'Client software does not come through a GUP: plan it apart.', [
		'gup-software-needed',
		'gup-software-updates'
	]),
	row('A28', 'TLS inspection: the vendor’s addresses must be exempt.', [
		'tls-bypass',
		'liveupdate-tls-inspection',
		'D-03'
	]),
	row(
		'A29',
		'Few revisions and weekends do not go together: ten at least, ninety better, mind the disk.',
		['revisions-low', 'revisions-target', 'revisionsAtLeast', 'revisionsTarget', 'A-03']
	),
	row('K1', 'How many releases there are: three texts, three numbers.', [
		'releasesPerDay',
		'full-set-after-absence',
		'reckoning:RELEASES_PER_WEEK'
	]),
	row('K2', 'How large a full set is: 100 or 120 MB.', ['fullContentMegabytes', 'size-decides']),
	row('K3', 'Kilobits or kilobytes in the vendor’s formula.', [
		'formula-kilobytes',
		'reckoning:transferSeconds',
		'reckoning:kilobytesPerSecond'
	]),
	row('K4', 'How many revisions are kept by default, and how many should be.', [
		'sepmRevisions',
		'revisions-target'
	]),
	row('K5', 'Full or delta for a client that is exactly as far behind as revisions are kept.', [
		'edge-of-revisions',
		'reckoning:packageFor'
	]),
	row('K6', 'To the SEPM at once when the GUP is off, or after three days.', [
		'gup-bypass',
		'setting:bypass',
		'B-05'
	]),
	row('K7', 'An internal LiveUpdate server for large networks, or never where a SEPM can serve.', [
		'lua-two-opinions',
		'lua-instead-of-sepm',
		'C-H1'
	]),
	row('K8', 'Which port external LiveUpdate takes.', ['liveupdate-ports', 'D-02']),
	row('K9', 'One file of the Intelligent Updater, or one for each protection.', [
		'intelligent-updater-separate-files',
		'file:ips',
		'file:sonar',
		'F-12'
	]),
	row('K10', 'Two kinds of .jdb files, or four.', ['jdb-to-sepm', 'file:jdb', 'file:jdb-others'])
];
