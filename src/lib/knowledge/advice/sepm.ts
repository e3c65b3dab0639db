import { advice, type Advice } from '../../domain/advice.ts';

/** The management server. */
export const SEPM_ADVICE: readonly Advice[] = [
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
		id: 'uplink-logs',
		about: ['sepm', 'gup'],
		level: 'warning',
		needs: ['logUploadPercent'],
		when: ({ logUploadPercent }, { logUploadMaxPercent = 50 }) =>
			logUploadPercent > logUploadMaxPercent,
		reason:
			'With every protection and full logging a heartbeat carries 200 to 300 kB; here that would take {logUploadPercent} % of the link back to the SEPM, and our limit is {logUploadMaxPercent} %. Lengthen the heartbeat, or limit the logs that clients send.',
		sources: ['KB156653', 'KB177685', 'OURS'],
		confidence: 'ours',
		limits: ['logUploadMaxPercent']
	}),
	advice({
		id: 'formula-kilobytes',
		about: ['sepm', 'gup', 'lua'],
		level: 'warning',
		needs: ['linkMbps'],
		when: ({ linkMbps }) => linkMbps > 0,
		reason:
			'The times through the link follow the vendor’s formula. In one place its content size can be read as kilobits, while the title of its table says kilobytes: we read kilobytes, or every time would be eight times too short. Measure one transfer in the pilot.',
		sources: ['KB177513'],
		confidence: 'vendor'
	}),
	advice({
		id: 'month-over-cap',
		about: ['sepm'],
		level: 'warning',
		needs: ['monthGigabytes', 'capGigabytes'],
		when: ({ monthGigabytes, capGigabytes }) => monthGigabytes > capGigabytes,
		reason:
			'A full set and the content of 30 days for every client come to {monthGigabytes} GB through the link; its contract includes {capGigabytes} GB a month. Fill in waves over two months, raise the contract, or let one GUP fetch for all.',
		sources: ['KB177513', 'KB180512', 'OURS'],
		confidence: 'ours'
	}),
	advice({
		id: 'link-fails-often',
		about: ['sepm', 'gup'],
		level: 'warning',
		needs: ['outagesPerMonth'],
		when: ({ outagesPerMonth }, { manyOutages = 4 }) => outagesPerMonth >= manyOutages,
		reason:
			'The link fails {outagesPerMonth} times a month. Choose with care how long clients wait for a GUP before they go to the SEPM, and keep an Intelligent Updater file at hand for a long failure.',
		sources: ['HOWTO55184', 'OURS'],
		confidence: 'ours',
		limits: ['manyOutages']
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
	})
];
