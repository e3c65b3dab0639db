import { advice, type Advice } from '../domain/advice.ts';

/** What must be mended or known. It chooses no method. */
export const ADVICE: readonly Advice[] = [
	// Where nothing is left
	advice({
		id: 'nothing-is-left',
		whenNothingIsLeft: true,
		level: 'error',
		needs: [],
		when: () => true,
		reason:
			'Every method is ruled out for this group. Change one of the walls: open a network path, upgrade the clients, or agree an exception. Then answer again.',
		sources: ['OURS'],
		confidence: 'ours'
	}),
	advice({
		id: 'upgrade-first',
		level: 'error',
		needs: ['clientRetired'],
		when: ({ clientRetired }) => clientRetired,
		reason:
			'These clients are older than 14.3. Clients of 14.0 to 14.2 receive no content since 1 January 2025; that older ones ended too is our reading. Upgrade them to 14.3 before anything else.',
		sources: ['KB263064', 'OURS'],
		confidence: 'vendor'
	}),
	advice({
		id: 'nothing-left-mac-linux',
		whenNothingIsLeft: true,
		level: 'error',
		needs: ['airGapped', 'platform'],
		when: ({ airGapped, platform }) => airGapped && platform !== 'windows',
		reason:
			'Without any network path no method serves Mac or Linux. Open one path, to an internal LiveUpdate server or to the SEPM; or ask the vendor how content can be carried into a server inside the closed network.',
		sources: ['SEED', 'OURS'],
		confidence: 'ours'
	}),
	advice({
		id: 'nothing-left-media',
		whenNothingIsLeft: true,
		level: 'error',
		needs: ['airGapped', 'removableMediaAllowed'],
		when: ({ airGapped, removableMediaAllowed }) => airGapped && !removableMediaAllowed,
		reason:
			'No network path and no removable media: ask for an exception for a scanned medium, or for one path to a SEPM or an internal LiveUpdate server.',
		sources: ['OURS'],
		confidence: 'ours'
	}),

	// Versions and systems
	advice({
		id: 'upgrade-manager',
		level: 'error',
		needs: ['sepmRetired'],
		when: ({ sepmRetired }) => sepmRetired,
		reason:
			'The SEPM is older than 14.3. The vendor ended support and content for 14.0 to 14.2 with the year 2024: upgrade the SEPM before its clients.',
		sources: ['KB263064', 'OURS'],
		confidence: 'vendor'
	}),
	advice({
		id: 'sha2-support',
		level: 'warning',
		needs: ['platform', 'legacyWindows'],
		when: ({ platform, legacyWindows }) => platform === 'windows' && legacyWindows,
		reason:
			'Windows 7 or Server 2008 is among them. Engines from 2022 on need its SHA-2 update, or their drivers do not start: patch first, and leave unpatched machines out.',
		sources: ['KB221360'],
		confidence: 'vendor'
	}),

	// Group Update Providers
	advice({
		id: 'gup-server-os',
		about: ['gup'],
		level: 'warning',
		needs: ['siteWindowsClients', 'serverCandidates'],
		when: ({ siteWindowsClients, serverCandidates }, { gupServerClients = 50 }) =>
			siteWindowsClients > gupServerClients && serverCandidates === 0,
		reason:
			'{siteWindowsClients} Windows clients: above {gupServerClients} the GUP should be a server that is always on. No such candidate is named.',
		sources: ['TECH92051'],
		confidence: 'vendor',
		limits: ['gupServerClients']
	}),
	advice({
		id: 'gup-not-on-sepm',
		about: ['gup'],
		level: 'error',
		needs: ['candidateIsSepm'],
		when: ({ candidateIsSepm }) => candidateIsSepm,
		reason: 'A candidate is the SEPM itself. The SEPM must not be a GUP: strike it from the list.',
		sources: ['KB177667'],
		confidence: 'vendor'
	}),
	advice({
		id: 'gup-version-match',
		about: ['gup'],
		level: 'error',
		needs: ['candidateVersionDiffers'],
		when: ({ candidateVersionDiffers }) => candidateVersionDiffers,
		reason: 'A candidate runs another version than the SEPM. Bring it to the same version first.',
		sources: ['KB177667', 'KB231597'],
		confidence: 'vendor'
	}),
	advice({
		id: 'gup-name-candidate',
		about: ['gup'],
		level: 'warning',
		needs: ['candidates'],
		when: ({ candidates }) => candidates === 0,
		reason: 'No candidate for the GUP is named yet. Find one before you leave the site.',
		sources: ['OURS'],
		confidence: 'ours'
	}),
	advice({
		id: 'gup-single-candidate',
		about: ['gup'],
		level: 'warning',
		needs: ['candidates'],
		when: ({ candidates }) => candidates === 1,
		reason:
			'There is one candidate only. While it is off, clients wait or go to the SEPM: name a second one.',
		sources: ['TECH92051', 'OURS'],
		confidence: 'ours'
	}),
	advice({
		id: 'gup-several-subnets',
		about: ['gup'],
		level: 'warning',
		needs: ['subnets'],
		when: ({ subnets }) => subnets > 1,
		reason:
			'Clients are in {subnets} subnets, and a client looks for a GUP in its own. Use one GUP per subnet or an explicit list; one GUP for all only where routing between them was tried.',
		sources: ['KB152744', 'HOWTO80959', 'TD-GUP'],
		confidence: 'vendor'
	}),
	advice({
		id: 'gup-bypass',
		about: ['gup'],
		level: 'warning',
		needs: ['firstFillHours', 'windowHours'],
		when: ({ firstFillHours, windowHours }) => firstFillHours > windowHours,
		reason:
			'Two vendor texts: clients go to the SEPM when the GUP is off; and they should do so only after three days. On this link take a long or no bypass and a second GUP.',
		sources: ['KB151483', 'TECH92051', 'HOWTO55184'],
		confidence: 'vendor'
	}),
	advice({
		id: 'gup-software-updates',
		about: ['gup'],
		level: 'warning',
		needs: ['softwareUpdatesNeeded'],
		when: ({ softwareUpdatesNeeded }) => softwareUpdatesNeeded,
		reason:
			'A GUP carries all content but no client software, says the source document; a page for 14.3 RU2 and later lets client patches through. Plan upgrades another way: from the SEPM or by a tool.',
		sources: ['SEED', 'TD-PATCHES'],
		confidence: 'vendor'
	}),
	advice({
		id: 'gup-roaming-list',
		about: ['gup'],
		level: 'warning',
		needs: ['roaming'],
		when: ({ roaming }) => roaming,
		reason:
			'Some of these clients travel. Give them a policy of their own, with an explicit list of GUPs by subnet and LiveUpdate for the time away.',
		sources: ['HOWTO80959', 'HOWTO81355'],
		confidence: 'vendor'
	}),
	advice({
		id: 'both-sources-ticked',
		about: ['gup'],
		level: 'warning',
		needs: ['internetAllowed'],
		when: ({ internetAllowed }) => internetAllowed,
		reason:
			'In the policy of the GUP tick the default management server and leave the LiveUpdate server unticked: with both, clients ask both, and the GUP is passed by.',
		sources: ['HOWTO55184', 'KB151483'],
		confidence: 'vendor'
	}),

	// The management server
	advice({
		id: 'pinned-revision',
		about: ['sepm', 'gup'],
		level: 'warning',
		needs: ['contentMustBeTested'],
		when: ({ contentMustBeTested }) => contentMustBeTested,
		reason:
			'Content must be tested: name the tested revision in a LiveUpdate Content policy, and do not tick a LiveUpdate server beside the SEPM. A client with newer content will not go back.',
		sources: ['KB153947', 'KB151483'],
		confidence: 'vendor'
	}),
	advice({
		id: 'liveupdate-fallback',
		about: ['sepm', 'gup'],
		level: 'warning',
		needs: ['internetAllowed'],
		when: ({ internetAllowed }) => !internetAllowed,
		reason:
			'By default scheduled LiveUpdate is on as well, and clients use it when the SEPM is silent for long. The internet is not allowed here: switch the schedule off.',
		sources: ['SEED', 'TD-LUSCHED'],
		confidence: 'vendor'
	}),
	advice({
		id: 'no-schedule',
		about: ['sepm', 'gup'],
		level: 'warning',
		needs: ['answeredWindowHours'],
		when: ({ answeredWindowHours }) => answeredWindowHours < 24,
		reason:
			'Updates may run {answeredWindowHours} hours a day only, and from the SEPM there is no schedule: clients take content by heartbeat. Set heartbeat and randomization to suit, or schedule LiveUpdate.',
		sources: ['SEED', 'TD-RAND'],
		confidence: 'vendor'
	}),
	advice({
		id: 'sepm-port-to-open',
		about: ['sepm', 'gup'],
		level: 'warning',
		needs: ['sepmReachable'],
		when: ({ sepmReachable }) => sepmReachable === 'some',
		reason:
			'Some subnets do not reach the SEPM. Older texts name port 80 or 8014, newer ones 443 or 8014: read the real port off the SEPM, then have it opened.',
		sources: ['KB177667', 'TD-PORTS'],
		confidence: 'vendor'
	}),
	advice({
		id: 'sepm-link-none',
		about: ['sepm', 'gup'],
		level: 'warning',
		needs: ['sepmReachable', 'linkMbps'],
		when: ({ sepmReachable, linkMbps }) => sepmReachable !== 'no' && linkMbps === 0,
		reason:
			'Clients reach the SEPM although there is no link to it. That is right where the SEPM stands at this site; if it does not, correct one of the two answers.',
		sources: ['OURS'],
		confidence: 'ours'
	}),
	advice({
		id: 'sepm-extra-site',
		about: ['sepm', 'gup', 'lua'],
		level: 'warning',
		needs: ['siteClients'],
		when: ({ siteClients }, { sepmSiteMaxClients = 10_000 }) => siteClients > sepmSiteMaxClients,
		reason:
			'{siteClients} clients at one place: above {sepmSiteMaxClients} consider another SEPM site.',
		sources: ['TECH92051'],
		confidence: 'vendor',
		limits: ['sepmSiteMaxClients']
	}),
	advice({
		id: 'mac-linux-proxy',
		about: ['sepm'],
		level: 'warning',
		needs: ['platform'],
		when: ({ platform }) => platform !== 'windows',
		reason:
			'Mac and Linux need Apache on the SEPM as a reverse proxy. The vendor shows an example and does not support it; a text for 12.1 knows only external LiveUpdate for Macs. Pilot it first.',
		sources: ['KB227924', 'SEED', 'HOWTO81355'],
		confidence: 'vendor'
	}),
	advice({
		id: 'jdb-to-sepm',
		about: ['sepm', 'gup'],
		level: 'warning',
		needs: ['sepmContentFrom'],
		when: ({ sepmContentFrom }) => sepmContentFrom === 'jdb',
		reason:
			'The SEPM is fed with .jdb files. One vendor page lists two kinds, another edition four (also for network and behaviour protection): confirm on the download page, and carry in every kind.',
		sources: ['KB151309', 'GH-DEFS'],
		confidence: 'vendor'
	}),
	advice({
		id: 'long-heartbeat',
		level: 'warning',
		needs: ['sepmTotalClients', 'heartbeatMinutes'],
		when: (
			{ sepmTotalClients, heartbeatMinutes },
			{ longHeartbeatClients = 1000, shortHeartbeatMinutes = 30 }
		) => sepmTotalClients >= longHeartbeatClients && heartbeatMinutes <= shortHeartbeatMinutes,
		reason:
			'{sepmTotalClients} clients on one SEPM with a heartbeat of {heartbeatMinutes} minutes: from {longHeartbeatClients} on take the longest that security allows; {shortHeartbeatMinutes} minutes or less limit what one SEPM can carry.',
		sources: ['HOWTO55060', 'KB156653'],
		confidence: 'vendor',
		limits: ['longHeartbeatClients', 'shortHeartbeatMinutes']
	}),
	advice({
		id: 'push-mode',
		level: 'warning',
		needs: ['communicationMode', 'siteClients'],
		when: ({ communicationMode, siteClients }, { pushMaxClients = 100 }) =>
			communicationMode === 'push' && siteClients > pushMaxClients,
		reason:
			'Push mode keeps a connection open for each of {siteClients} clients and takes much bandwidth; users of the product advise against it above {pushMaxClients}. Use pull mode.',
		sources: ['HOWTO55060', 'CON-HB'],
		confidence: 'field-practice',
		limits: ['pushMaxClients']
	}),
	advice({
		id: 'full-set-after-absence',
		about: ['sepm', 'gup'],
		level: 'warning',
		needs: ['roaming', 'revisionDays'],
		when: ({ roaming, revisionDays }) => roaming && revisionDays > 0,
		reason:
			'Clients that are away for more than {revisionDays} days take a full set when they return: that long the SEPM keeps a revision at three releases a day, and a little longer at 17 a week. Size the link for it.',
		sources: ['KB152377', 'KB177759', 'KB161910'],
		confidence: 'vendor'
	}),
	advice({
		id: 'network-load-alert',
		about: ['sepm'],
		level: 'warning',
		needs: ['fullRequestsPerTenMinutes'],
		when: ({ fullRequestsPerTenMinutes }, { loadAlertRequests = 25 }) =>
			fullRequestsPerTenMinutes >= loadAlertRequests,
		reason:
			'At the first fill about {fullRequestsPerTenMinutes} full sets are asked for in ten minutes; at {loadAlertRequests} the SEPM raises a network load alert. Go in waves, widen randomization, or add a GUP.',
		sources: ['KB162437', 'TD-RAND'],
		confidence: 'vendor',
		limits: ['loadAlertRequests']
	}),
	advice({
		id: 'revisions-low',
		about: ['sepm', 'gup', 'third-party'],
		level: 'warning',
		needs: ['sepmRevisions'],
		when: ({ sepmRevisions }, { revisionsAtLeast = 10 }) => sepmRevisions < revisionsAtLeast,
		reason:
			'The SEPM keeps {sepmRevisions} revisions: after a weekend clients take full sets. Keep {revisionsAtLeast} at least, better {revisionsTarget}, and check the disk.',
		sources: ['TECH92051', 'KB180512', 'KB152377'],
		confidence: 'vendor',
		limits: ['revisionsAtLeast', 'revisionsTarget']
	}),
	advice({
		id: 'revisions-target',
		about: ['sepm', 'gup'],
		level: 'warning',
		needs: ['sepmRevisions'],
		when: ({ sepmRevisions }, { revisionsAtLeast = 10, revisionsTarget = 90 }) =>
			sepmRevisions >= revisionsAtLeast && sepmRevisions < revisionsTarget,
		reason:
			'The SEPM keeps {sepmRevisions} revisions. Old texts set 3, 10 or 15, and 30 by number of clients; the current one recommends {revisionsTarget}. Raise it if clients often take full sets and the disk allows.',
		sources: ['KB152377', 'KB177759', 'KB180512'],
		confidence: 'vendor',
		limits: ['revisionsAtLeast', 'revisionsTarget']
	}),
	advice({
		id: 'size-decides',
		level: 'warning',
		needs: ['onLink', 'fullSizeMeasured', 'firstFillHours', 'windowHours'],
		when: ({ onLink, fullSizeMeasured, firstFillHours, windowHours }) =>
			onLink &&
			!fullSizeMeasured &&
			firstFillHours > windowHours / 3 &&
			firstFillHours < windowHours * 3,
		reason:
			'The first fill is close to what the link allows, and the size of a full set is not measured. Vendor texts say 100 MB and 120 MB, both from older versions: read the size of full.zip on the SEPM.',
		sources: ['KB177759', 'KB180512'],
		confidence: 'vendor'
	}),

	// Internal LiveUpdate server
	advice({
		id: 'lua-not-on-sepm-host',
		level: 'error',
		needs: ['luaPresent', 'luaOnSepmHost'],
		when: ({ luaPresent, luaOnSepmHost }) => luaPresent && luaOnSepmHost,
		reason:
			'The internal LiveUpdate server stands on the machine of the SEPM. The vendor warns of significant slowness: move one of them.',
		sources: ['SEED'],
		confidence: 'vendor'
	}),
	advice({
		id: 'lua-own-machine',
		about: ['lua'],
		level: 'warning',
		needs: ['luaPresent'],
		when: ({ luaPresent }) => !luaPresent,
		reason:
			'Set the internal LiveUpdate server up on a machine of its own, physical or virtual; never on that of the SEPM.',
		sources: ['SEED', 'TECH93409'],
		confidence: 'vendor'
	}),
	advice({
		id: 'lua-over-wan',
		about: ['lua'],
		level: 'warning',
		needs: ['linkMbps'],
		when: ({ linkMbps }) => linkMbps > 0,
		reason:
			'This site hangs on a wide-area link, and the vendor advises against an internal LiveUpdate server across one. Put it on this side of the link, or use the SEPM with GUPs for Windows.',
		sources: ['TECH93409', 'CB-LUA2'],
		confidence: 'vendor'
	}),
	advice({
		id: 'lua-two-opinions',
		about: ['lua'],
		level: 'warning',
		needs: ['onLink', 'sepmReachable'],
		when: ({ onLink, sepmReachable }) => onLink && sepmReachable !== 'no',
		reason:
			'One vendor text proposes an internal LiveUpdate server above 10,000 clients, for Mac and Linux offline and for several products. Another (2014) says never for clients that a SEPM can serve. We follow the newer; Windows clients may well stay with SEPM and GUPs.',
		sources: ['SEED', 'TECH93409'],
		confidence: 'vendor'
	}),
	advice({
		id: 'lua-or-gup',
		about: ['lua'],
		level: 'warning',
		needs: ['platform', 'siteClients', 'sepmTotalClients'],
		when: ({ platform, siteClients, sepmTotalClients }, { luaMinClients = 10_000 }) =>
			platform === 'windows' && siteClients <= luaMinClients && sepmTotalClients <= luaMinClients,
		reason:
			'The network is not a very large one: look first whether Group Update Providers are enough.',
		sources: ['SEED'],
		confidence: 'vendor',
		limits: ['luaMinClients']
	}),
	advice({
		id: 'lua-several-servers',
		about: ['lua'],
		level: 'warning',
		needs: ['siteClients'],
		when: ({ siteClients }, { luaMinClients = 10_000 }) => siteClients > luaMinClients,
		reason:
			'{siteClients} clients: plan for several internal LiveUpdate servers and list them all in the policy, so that one can stand in for another.',
		sources: ['SEED', 'KB151483'],
		confidence: 'vendor',
		limits: ['luaMinClients']
	}),

	// External LiveUpdate
	advice({
		id: 'liveupdate-many-managed',
		about: ['liveupdate'],
		level: 'warning',
		needs: ['networked', 'networkedClients'],
		when: ({ networked, networkedClients }, { liveupdateMaxNetworked = 250 }) =>
			networked && networkedClients > liveupdateMaxNetworked,
		reason:
			'{networkedClients} managed clients in one network would each fetch from the internet, which the vendor calls unnecessary bandwidth. See whether an internal source can serve them.',
		sources: ['SEED'],
		confidence: 'vendor',
		limits: ['liveupdateMaxNetworked']
	}),
	advice({
		id: 'tls-bypass',
		about: ['liveupdate'],
		level: 'warning',
		needs: ['tlsInspection'],
		when: ({ tlsInspection }) => tlsInspection,
		reason:
			'Have the vendor’s addresses exempt from TLS inspection: their certificates are pinned, and inspected connections fail.',
		sources: ['KB154433', 'TD-URLS'],
		confidence: 'vendor'
	}),
	advice({
		id: 'liveupdate-ports',
		about: ['liveupdate'],
		level: 'warning',
		needs: [],
		when: () => true,
		reason:
			'Texts for 14.x name port 443 (and 80) to liveupdate.symantec.com and liveupdate.symantecliveupdate.com; those for 12.1 HTTP with FTP behind it. Follow the newer, and try it from a client.',
		sources: ['TD-URLS', 'HOWTO80884'],
		confidence: 'vendor'
	}),
	advice({
		id: 'roaming-internet-closed',
		about: ['sepm', 'gup', 'lua', 'third-party', 'intelligent-updater'],
		level: 'warning',
		needs: ['roaming', 'internetAllowed'],
		when: ({ roaming, internetAllowed }) => roaming && !internetAllowed,
		reason:
			'These clients travel, but external LiveUpdate is not allowed from here. Ask whether it may be used while they are away; else they stay without content until they return.',
		sources: ['HOWTO81355', 'TD-LUSCHED'],
		confidence: 'vendor'
	}),

	// Third-party tools
	advice({
		id: 'third-party-staging-sepm',
		about: ['third-party'],
		level: 'warning',
		needs: [],
		when: () => true,
		reason:
			'You need a SEPM for staging, third-party content management switched on in the policy, and the index file of the right group. Check the content ids again after a major upgrade.',
		sources: ['KB151483', 'TD-3P'],
		confidence: 'vendor'
	}),
	advice({
		id: 'third-party-gate-first',
		about: ['third-party'],
		level: 'warning',
		needs: ['contentMustBeTested', 'sepmReachable'],
		when: ({ contentMustBeTested, sepmReachable }) => contentMustBeTested && sepmReachable !== 'no',
		reason:
			'The SEPM has a test gate of its own, the LiveUpdate Content policy, without packages to build. Compare the two before you decide for the tool.',
		sources: ['KB153947', 'SEED'],
		confidence: 'vendor'
	}),

	// By hand
	advice({
		id: 'intelligent-updater-separate-files',
		about: ['intelligent-updater'],
		level: 'warning',
		needs: [],
		when: () => true,
		reason:
			'One vendor text says that one file holds virus and intrusion content; another that since 12.1 RU3 virus, network and behaviour protection are separate files. Download each, and check each date afterwards.',
		sources: ['SEED', 'TECH104363', 'GH-DEFS'],
		confidence: 'vendor'
	}),
	advice({
		id: 'air-gap-inner-sepm',
		about: ['intelligent-updater'],
		level: 'warning',
		needs: ['airGapped', 'clients'],
		when: ({ airGapped, clients }) => airGapped && clients > 1,
		reason:
			'If these {clients} clients share a network of their own, a SEPM inside it can be fed with .jdb files and serve them all, with fewer visits.',
		sources: ['KB151309'],
		confidence: 'vendor'
	})
];
