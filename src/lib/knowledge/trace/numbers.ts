import type { Traced } from '../../domain/edition.ts';

function row(code: string, about: string, by: readonly string[], why?: string): Traced {
	return { id: code, from: code, about, by, ...(why === undefined ? {} : { why }) };
}

function port(
	id: string,
	from: string,
	about: string,
	by: readonly string[],
	why?: string
): Traced {
	return { ...row(id, about, by, why), from };
}

/** Every row of the collected facts and numbers, sections 1 to 10, and the worked examples of section 12. */
export const NUMBERS_TRACE: readonly Traced[] = [
	// Content: kinds, releases and sizes
	row('C1', 'A GUP carries every kind of content but client software, and no policies.', [
		'gup-software-needed',
		'gup-software-updates',
		'gup-sepm-unreachable'
	]),
	row('C2', 'Intelligent Updater carries virus, security risk and intrusion prevention content.', [
		'intelligent-updater-partial-content',
		'intelligent-updater-separate-files'
	]),
	row('C3', 'Before 12.1 RU3 files by hand carried virus definitions only.', [
		'F-12',
		'intelligent-updater-separate-files'
	]),
	row(
		'C4',
		'Since 12.1 RU3 there is a file for each protection; one does not refresh the others.',
		['intelligent-updater-separate-files', 'file:ips', 'file:sonar', 'F-12']
	),
	row('C5', 'Rapid Release: several a day, little tested, never through LiveUpdate.', [
		'file:rapid-release',
		'F-05'
	]),
	row('C6', 'An .exe updates one client; a .jdb a SEPM, or one client.', [
		'file:jdb',
		'jdb-to-sepm',
		'F-13e',
		'F-13f'
	]),
	row('C7', 'Engines come inside the definitions, once a quarter, with a preview before.', [
		'failure:two-sites-differ'
	]),
	row('C8', 'What Windows clients take: virus, IPS, SONAR and more.', ['features', 'F-02']),
	row('C9', 'Macs take virus and IPS content, no SONAR.', ['AM-08', 'C-06']),
	row('C10', 'Linux takes virus content only.', ['AM-08', 'C-06']),
	row('C11', 'Data on what clients may submit ages after 7 and 14 days.', [
		'monitoring:monitor-out-of-date'
	]),
	row('C12', 'The SEPM fetches templates and signatures in the same run, and can replicate.', [
		'A-02'
	]),
	row('R1', '17 releases a week: three a weekday, one a day at the weekend.', [
		'releasesPerDay',
		'reckoning:RELEASES_PER_WEEK'
	]),
	row('R2', 'One to three releases a day.', ['releasesPerDay']),
	row('R3', 'Three releases a day on average.', ['releasesPerDay', 'fact:revisionDays']),
	row('R4', 'The SEPM asks for content every four hours by default.', ['A-03']),
	row(
		'R5',
		'After a failure it asks again every 15 minutes for an hour.',
		[],
		'Stated for a small-business edition of version 12.0 only.'
	),
	row('R6', 'LUA: some content up to three times a day.', ['C-08']),
	row('S1', 'A full set is about 100 MB.', ['fullContentMegabytes', 'size-decides']),
	row('S2', 'A full set is about 120 MB.', ['fullContentMegabytes', 'size-decides']),
	row('S3', 'A Core 1.5 set is a third of the older one.', ['reckoning:CORE_15_SHARE']),
	row('S4', 'A delta is about 1.5 MB.', ['deltaMegabytes']),
	row('S5', 'The vendor’s formula reckons with 200 kB of content.', ['reckoning:transferSeconds']),
	row('S6', 'Small kinds of content often come as full sets and inflate the alert.', [
		'network-load-alert',
		'failure:network-load-alerts'
	]),
	row('S7', 'An idle heartbeat is 3 to 5 kB.', ['reckoning:heartbeatLoad']),
	row('S8', 'A heartbeat with every protection and log is 200 to 300 kB.', [
		'uplink-logs',
		'reckoning:heartbeatLoad'
	]),
	row('S9', 'Sizes by type of client package stand in a white paper.', [
		'fullContentMegabytes',
		'clientType'
	]),
	// Revisions: full set or delta
	row('D1', 'Old default for up to 500 clients: 3 revisions.', [
		'revisions-target',
		'sepmRevisions'
	]),
	row('D2', 'Old default for 500 to 1,000 clients: 10.', ['revisions-target']),
	row('D3', 'Old default for 500 to 1,000 clients: 15.', ['revisions-target']),
	row('D4', 'Old default above 1,000 clients: 30.', ['revisions-target']),
	row('D5', '3 revisions take about 8 GB, 15 about 12 GB.', [
		'reckoning:diskGigabytes',
		'sepmDiskFreeGigabytes'
	]),
	row('D6', 'Keep 90; above that a delta costs as much as a full set.', [
		'revisionsTarget',
		'revisions-target',
		'revisions-low'
	]),
	row('D7', 'Keep 10 at least; 42 cover two weeks.', ['revisionsAtLeast', 'revisions-low']),
	row('D8', 'A full set goes out for a broken set, or when the client’s revision is gone.', [
		'full-set-after-absence',
		'reckoning:packageFor'
	]),
	row('D9', 'How the SEPM stores full sets and deltas.', ['sepmDiskFreeGigabytes', 'A-03']),
	row('D10', 'What to weigh: how long clients are away, disk against bandwidth.', [
		'full-set-after-absence',
		'A-03'
	]),
	row('D11', 'Where full set and deltas lie on the SEPM.', [
		'fullContentMegabytes',
		'deltaMegabytes'
	]),
	row('D12', 'Where the number of revisions is set.', ['sepmRevisions', 'A-03']),
	row('D13', 'Disk by number of revisions, reckoned from two published points.', [
		'reckoning:diskGigabytes'
	]),
	// From the SEPM to its clients
	row('M1', 'Windows as it is; Mac and Linux through Apache as a reverse proxy.', [
		'sepm-mac-linux-proxy',
		'mac-linux-proxy',
		'AM-05'
	]),
	row('M2', 'In 12.1 Macs took content from external LiveUpdate only.', ['mac-linux-proxy']),
	row('M3', 'No schedule: mode and heartbeat decide.', ['no-schedule']),
	row('M4', 'The vendor’s default.', ['sepm-vendor-default']),
	row('M5', 'Many clients or little bandwidth: with GUPs.', ['gup-many-clients', 'gup-thin-link']),
	row('M6', 'The default heartbeat is 5 minutes.', ['heartbeatMinutes']),
	row('M7', 'From 1,000 clients the longest heartbeat that security allows.', [
		'long-heartbeat',
		'longHeartbeatClients'
	]),
	row('M8', '30 minutes or less limit the clients of one SEPM.', [
		'long-heartbeat',
		'shortHeartbeatMinutes'
	]),
	row('M9', 'Push keeps connections open and takes more bandwidth.', [
		'push-mode',
		'communicationMode'
	]),
	row('M10', 'Push is not advised above about 100 clients.', ['push-mode', 'pushMaxClients']),
	row('M11', 'While a client waits for content it calls within a minute.', ['A-09', 'B-19']),
	row('M12', 'Since version 14 clients talk HTTPS.', ['sepmPort', 'A-01']),
	row('M13', 'Randomization is on by default for SEPM and GUP, per group.', [
		'randomization',
		'randomizationMinutes',
		'A-07',
		'B-14',
		'network-load-alert'
	]),
	row('M14', 'LiveUpdate has a randomization of its own, in its schedule.', ['C-11', 'D-06']),
	row('M15', '25 requests for full sets in ten minutes raise an alert.', [
		'network-load-alert',
		'loadAlertRequests'
	]),
	row('M16', 'Clients may take deltas from LiveUpdate where that is ticked.', [
		'both-sources-ticked'
	]),
	row(
		'M17',
		'Failover between SEPMs needs another database.',
		[],
		'How SEPMs are built is not surveyed; for more than one site the plan says to consider another SEPM.'
	),
	row('M18', 'Above 10,000 clients consider another SEPM site.', [
		'sepm-extra-site',
		'sepmSiteMaxClients'
	]),
	row('P1', 'The proxy is a cache; it makes no deltas for Mac and Linux.', [
		'AM-01',
		'sepm-mac-linux-proxy'
	]),
	row('P2', 'It does not let Mac and Linux use a GUP.', ['AM-01', 'gup-windows-only']),
	row('P3', 'The steps that were read: services, folder, rights, modules.', [
		'AM-03',
		'AM-04',
		'AM-05'
	]),
	row('P4', 'The vendor does not support it.', ['AM-01', 'mac-linux-proxy']),
	row('P5', 'Size, port and path of the cache were not found.', ['AM-05', 'AM-07']),
	// Group Update Provider
	row('G1', 'Windows clients only.', ['gup-windows-only']),
	row('G2', 'A client that works as a caching proxy and fetches at the first request.', [
		'gup',
		'setting:cache',
		'B-18'
	]),
	row('G3', 'Clients still need the SEPM; without its port take another method.', [
		'gup-sepm-unreachable',
		'gup-some-subnets'
	]),
	row('G4', 'So does the GUP.', ['gup-sepm-unreachable', 'B-06']),
	row('G5', 'It listens on TCP 2967 unless changed.', ['gupPort', 'port2967', 'B-06', 'B-15']),
	row('G6', 'The port of the SEPM differs by version.', ['sepm-port-to-open', 'sepmPort']),
	row('G7', 'It should stand in the segment of its clients.', [
		'gupSubnet',
		'gup-several-subnets',
		'B-02'
	]),
	row('G8', 'It runs the version of the SEPM.', ['gup-version-match', 'candidate-version']),
	row('G9', 'It never runs on the SEPM.', ['gup-not-on-sepm', 'candidate-sepm-host']),
	row('G10', 'From 11.0 RU6 MP3 on.', [], 'Older than anything that still receives content.'),
	row('G11', 'For 10 to 10,000 machines consider one.', [
		'gup-thin-link',
		'gup-too-small',
		'gupMinClients'
	]),
	row('G12', 'Below 10 machines: the SEPM, or LiveUpdate.', ['gup-too-small', 'gupMinClients']),
	row('G13', 'Above 50 machines an always-on server.', [
		'gup-server-os',
		'candidate-server-system',
		'gupServerClients'
	]),
	row('G14', 'Pass it by only after three days.', ['gup-bypass', 'setting:bypass', 'B-05']),
	row('G15', 'What passing by means: failing for the whole time; never is possible.', [
		'setting:bypass',
		'reckoning:passesGupBy',
		'B-05'
	]),
	row('G16', 'When it is off, clients go to the SEPM.', ['gup-bypass', 'gup-single-candidate']),
	row('G17', 'In its policy: SEPM ticked, LiveUpdate server not.', ['both-sources-ticked', 'B-11']),
	row('G18', 'A single one stands in one policy per group; a policy for each site.', [
		'setting:type',
		'groupStructure',
		'B-09',
		'B-10'
	]),
	row('G19', 'Multiple: elected by rules, each for its own subnet.', [
		'setting:type',
		'gup-several-subnets',
		'subnets',
		'B-04'
	]),
	row('G20', 'Explicit list: maps a subnet to a GUP in another.', [
		'setting:type',
		'gup-roaming-list',
		'B-04'
	]),
	row('G21', 'The types can stand in one policy.', ['setting:type', 'B-04']),
	row('G22', 'Clients take the lowest address of their own subnet.', [
		'candidate-address',
		'addressFixed',
		'B-20'
	]),
	row('G23', 'Any GUP joins one list, so another than the chosen may serve.', [
		'B-20',
		'failure:gup-wrong-one'
	]),
	row('G24', 'The policy must reach the groups of the clients and that of the GUP.', [
		'B-13',
		'failure:gup-port-not-listening'
	]),
	row('G25', 'The cache fills on demand; back it up before a rebuild.', [
		'setting:retention',
		'B-18',
		'B-27'
	]),
	row('G26', 'An old throttle by registry.', [
		'reckoning:throttledBytesPerSecond',
		'setting:bandwidth'
	]),
	row('G27', 'A GUP cannot feed another GUP.', ['gup-sepm-unreachable', 'B-04']),
	row('G28', 'Which settings there are; no defaults are published.', [
		'setting:cache',
		'setting:retention',
		'setting:simultaneous',
		'setting:bandwidth',
		'setting:bypass',
		'B-12'
	]),
	row('G29', 'The SEPM lists its GUPs over its interface.', ['B-15']),
	row('G30', 'Another firewall on the GUP must let the port in.', ['hostFirewall', 'B-16']),
	row('G31', 'What to size: versions, network, clients, disk, load.', [
		'freeDiskGigabytes',
		'hostMemory',
		'candidate-disk',
		'B-03'
	]),
	row('G32', 'Branch design: a GUP and a group of its own, no inheritance, pull.', [
		'groupStructure',
		'B-09',
		'B-14'
	]),
	// Internal LiveUpdate server
	row('L0', 'All three platforms; several servers in a list.', ['lua', 'lua-several-servers']),
	row('L1', 'Above 10,000 clients.', ['lua-large-network', 'luaMinClients']),
	row('L2', 'Also for Mac and Linux offline, and for several products.', [
		'lua-mac-linux-offline',
		'lua-several-products'
	]),
	row('L3', 'Never on the machine of the SEPM.', [
		'lua-same-host',
		'lua-not-on-sepm-host',
		'lua-own-machine'
	]),
	row('L4', 'Not where a SEPM can serve, not below 1,700 unmanaged clients, not across a WAN.', [
		'lua-instead-of-sepm',
		'lua-few-unmanaged',
		'lua-thin-link',
		'luaMinUnmanaged'
	]),
	row('L5', 'Its reasons: test gate, bandwidth of unmanaged clients, failover, several products.', [
		'lua-test-gate',
		'lua-many-unmanaged',
		'lua-several-products'
	]),
	row('L6', 'The SEPM has a test gate of its own.', [
		'sepm-content-policy',
		'third-party-gate-first'
	]),
	row('L7', 'It fetches everything for each product that is chosen.', [
		'lua-few-unmanaged',
		'C-02'
	]),
	row('L8', 'It has no deltas of the SEPM’s kind.', ['lua', 'lua-thin-link']),
	row('L9', 'Thin branches: SEPM and GUP instead.', ['lua-over-wan', 'lua-thin-link']),
	row('L10', 'Three places of storage; copies are by design.', ['C-03', 'failure:lua-disk-full']),
	row('L11', 'What it purges by default.', ['C-19']),
	row('L12', 'Its web port, from scripts.', ['C-04']),
	row('L13', 'Clients may be given several.', ['lua-several-servers', 'C-10']),
	row('L14', 'Clients reach it by HTTPS, HTTP or FTP.', ['C-10']),
	row('L15', 'It brings its own web server and database.', ['C-19']),
	// External LiveUpdate
	row('E1', 'For a schedule, or where bandwidth to the SEPM is limited.', [
		'liveupdate-own-schedule',
		'liveupdate-thin-link'
	]),
	row('E2', 'Not for many managed clients of one network.', [
		'liveupdate-many-networked',
		'liveupdateMaxNetworked'
	]),
	row('E3', 'For clients that are rarely in the network.', [
		'liveupdate-roaming',
		'roaming-internet-closed'
	]),
	row('E4', 'By default on as well, used when the SEPM is silent.', ['liveupdate-fallback']),
	row(
		'E5',
		'Conditions of the schedule: definitions older than two days, SEPM lost for eight hours.',
		['reckoning:scheduledRunGoesAhead', 'A-08', 'D-06']
	),
	row('E6', 'Its frequencies and windows.', ['D-06']),
	row('E7', 'Two sources: clients try both, and a named revision may be passed.', [
		'pinned-revision',
		'both-sources-ticked'
	]),
	row('E8', 'The names of the hosts.', ['liveupdate-ports', 'luHostsAllowed', 'D-02']),
	row('E9', 'Ports 443 and 80 outward.', ['liveupdate-ports', 'D-02']),
	row('E10', 'No TLS inspection for the vendor’s addresses.', [
		'tls-bypass',
		'liveupdate-tls-inspection',
		'D-03'
	]),
	row('E11', 'In 12.1 HTTP, with FTP behind it.', ['liveupdate-ports']),
	row('E12', 'Unmanaged clients: the internet only, each for itself.', ['liveupdate-unmanaged']),
	// Third-party tools
	row('T1', 'For tested files, or a tool that is there.', [
		'third-party-tested-content',
		'third-party-tool-in-place'
	]),
	row('T2', 'The staging SEPM needs no clients; fetch at fixed times.', [
		'E-01',
		'third-party-staging'
	]),
	row('T3', 'A switch in the policy lets clients accept the files.', [
		'E-05',
		'third-party-staging-sepm'
	]),
	row('T4', 'Content lies in an outbox by kind.', ['E-02', 'E-03']),
	row('T5', 'An index file for each group.', ['E-03']),
	row('T6', 'A list maps identifiers to kinds of content.', ['E-02']),
	row('T7', 'The group’s folder begins with four characters of the policy’s serial number.', [
		'E-03'
	]),
	row('T8', 'The identifiers change with major versions.', [
		'third-party-staging-sepm',
		'E-02',
		'E-16'
	]),
	row('T9', 'The inbox folder proves that the policy arrived.', ['E-06']),
	row('T10', 'Which part of the registry a 64-bit client uses.', ['check:V3']),
	row('T11', 'The interface shows whether a tool is allowed.', ['E-05']),
	row('T12', 'The value for unmanaged clients was not found.', ['E-07', 'third-party-unmanaged']),
	// Files by hand
	row('I1', 'For clients without LiveUpdate, run on each.', [
		'intelligent-updater-nothing-else',
		'intelligent-updater-air-gapped'
	]),
	row('I2', 'A .jdb for a SEPM without a network is better.', [
		'jdb-to-sepm',
		'air-gap-inner-sepm',
		'F-13e'
	]),
	row('I3', 'A .jdb on a client only after the policy’s switch.', ['E-10', 'F-13f']),
	row('I4', 'Names without a date, for scripts.', ['file:static-virus']),
	row('I5', 'Names of Rapid Release.', ['file:rapid-release']),
	row('I6', 'Dated names for 12.1.', ['file:sep12-virus-32', 'file:sep12-virus-64']),
	row('I7', 'Dated names for 14, by stem.', ['file:sep14-virus-stems', 'clientType']),
	row('I8', 'The newer name for 14.', ['file:sep14-virus-64', 'file:sep14-virus-32']),
	row('I9', 'Names and folders of .jdb files.', ['file:jdb', 'file:jdb-others']),
	row(
		'I10',
		'Old Linux clients have a script of their own.',
		[],
		'For a client that is no longer current; Linux takes content in three other ways.'
	),
	row('I11', 'The switch for a silent run.', ['F-09']),
	row('I12', 'The page on which the files are offered.', ['F-05']),
	// Ports
	port(
		'port-sepm',
		'numbers 9: client to SEPM',
		'Clients to the SEPM: 443 or 8014, or what is set.',
		['sepmPort', 'sepm-port-to-open', 'A-01']
	),
	port('port-gup-sepm', 'numbers 9: GUP to SEPM', 'A GUP to the SEPM: the same.', ['B-06']),
	port('port-gup', 'numbers 9: client to GUP', 'Clients to a GUP: 2967 unless changed.', [
		'gupPort',
		'port2967',
		'B-06'
	]),
	port(
		'port-local',
		'numbers 9: client local',
		'2968 on the client itself.',
		[],
		'Not for content.'
	),
	port(
		'port-liveupdate',
		'numbers 9: to Symantec LiveUpdate',
		'To Symantec’s LiveUpdate: 443 and 80.',
		['liveupdate-ports', 'D-02']
	),
	port(
		'port-lua',
		'numbers 9: client to LUA',
		'Clients to an internal LiveUpdate server: as set, often 7070.',
		['C-04', 'luaHost']
	),
	port('port-rest', 'numbers 9: admin tool to SEPM', 'To the SEPM’s interface: 8446.', [
		'check:V7'
	]),
	port(
		'port-push-windows',
		'numbers 9: push to Windows',
		'To install on Windows: 139, 445, 137, 138.',
		[],
		'For installing clients, not for content.'
	),
	port(
		'port-push-mac',
		'numbers 9: push to Mac',
		'To install on a Mac: 22.',
		[],
		'For installing clients, not for content.'
	),
	port(
		'port-other-product',
		'numbers 9: SBE cloud',
		'3128 of another product.',
		[],
		'Another product, with a similar name.'
	),
	// Names and ends
	row('N1', '14.0 to 14.2 receive no content since 2025.', [
		'upgrade-first',
		'upgrade-manager',
		'sepm-client-retired'
	]),
	row('N2', 'Old Windows has further limits.', ['sha2-support', 'osList']),
	row('N3', 'Version 15 was renamed.', [], 'A name; nothing is decided by it.'),
	row('N4', 'SONAR has two names.', ['features']),
	row('N5', 'Symantec’s documents are Broadcom’s now.', ['source:KB177667', 'source:TD-GUP']),
	row('N6', '“SMS” stands for a line of tools.', ['distributionTools', 'third-party']),
	row(
		'N7',
		'The newest guides that were seen.',
		[],
		'We name versions only where a fact depends on one.'
	),
	row('N8', 'How to read the version of definitions.', [
		'reckoning:readDefinitionVersion',
		'check:V5'
	]),
	// Examples that are tests
	row('O1', '30 revisions at 3 a day: about 10 days.', ['reckoning:windowDays']),
	row('O2', 'Within them a delta.', ['reckoning:packageAfter']),
	row('O3', 'More than 30 behind: full.', ['reckoning:packageFor']),
	row('O4', '3 kept, back after 2 days: full.', ['reckoning:packageAfter']),
	row('O5', '3 kept, away for more than a day: full.', ['reckoning:packageAfter']),
	row('O6', '10 kept: delta up to 3 days.', ['reckoning:packageAfter']),
	row('O7', '10 cover 3 to 4 days.', ['reckoning:windowDays']),
	row('O8', '42 cover 2 weeks.', ['reckoning:windowDays']),
	row('O9', '3 revisions: 8 GB.', ['reckoning:diskGigabytes']),
	row('O10', '15 revisions: 12 GB.', ['reckoning:diskGigabytes']),
	row('O11', '1000 ms and 1024 bytes: 1 kB/s.', ['reckoning:throttledBytesPerSecond']),
	row('O12', 'Core 1.5: a third.', ['reckoning:CORE_15_SHARE']),
	row('O13', '140828b is 28 August 2012, second revision.', ['reckoning:readDefinitionVersion']),
	row('O14', '25 full sets in ten minutes: alert.', ['loadAlertRequests', 'network-load-alert']),
	row('O15', '15 minutes of bypass: only after 15 minutes of failing.', ['reckoning:passesGupBy']),
	row('O16', 'Offices of 9, 10, 51 and 10,001 machines.', [
		'gup-too-small',
		'gupServerClients',
		'sepm-extra-site'
	]),
	row('O17', 'Definitions older than 2 days, or 8 hours without SEPM: LiveUpdate runs.', [
		'reckoning:scheduledRunGoesAhead'
	]),
	row('F1', 'Time to take content: 100 clients, 512 kbit/s.', ['reckoning:transferSeconds']),
	row('F2', 'Time to take content: 100 clients, a T1 line.', ['reckoning:transferSeconds']),
	row('F3', 'Time to take content: 1,000 clients, 10 Mbit/s.', ['reckoning:transferSeconds']),
	row('F4', 'Time to take content: 5,000 clients, a T1 line.', ['reckoning:transferSeconds']),
	row('F5', 'Time to take content: 5,000 clients, 10 Mbit/s.', ['reckoning:transferSeconds']),
	row('F6', 'Time to take content: 5,000 clients, 100 Mbit/s.', ['reckoning:transferSeconds']),
	row('F7', 'Time to take content: 5,000 clients, 1 Gbit/s.', ['reckoning:transferSeconds']),
	row('F8', 'Time to take content: 15,000 clients, a T1 line.', ['reckoning:transferSeconds']),
	row('F9', 'Time to take content: 15,000 clients, 10 Mbit/s.', ['reckoning:transferSeconds']),
	row('F10', 'Time to take content: 15,000 clients, 100 Mbit/s.', ['reckoning:transferSeconds']),
	row('F11', 'Time to take content: 15,000 clients, 1 Gbit/s.', ['reckoning:transferSeconds']),
	row('F12', 'Time to take content: 50 full sets, 2 Mbit/s.', ['reckoning:transferSeconds']),
	row('F13', 'Time to take content: the same site with one GUP.', [
		'reckoning:transferSeconds',
		'gup-thin-link'
	]),
	row('F14', 'Time to take content: 100 full sets, 10 Mbit/s.', ['reckoning:transferSeconds']),
	row('F15', 'Time to take content: one GUP, 512 kbit/s.', [
		'reckoning:transferSeconds',
		'gup-thin-link'
	]),
	row('F16', 'Time to take content: 50 clients or one GUP, a delta.', [
		'reckoning:transferSeconds',
		'gup-thin-link'
	]),
	row('F17', 'Time to take content: the trap: kilobits for kilobytes.', [
		'reckoning:transferSeconds',
		'reckoning:kilobytesPerSecond'
	]),
	row('F18', 'Time to take content: a full set through the old throttle.', [
		'reckoning:throttledBytesPerSecond',
		'reckoning:transferSeconds'
	])
];
