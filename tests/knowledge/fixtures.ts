import type { Answers } from '../../src/lib/domain/answer.ts';
import type { Site } from './bundle.ts';

/** A site at which a row fires, and one as near to it as possible at which it does not. */
export interface Fixture {
	readonly fires: Site;
	readonly silent: Site;
}

/** 40 Windows clients, and what else is known of the site, of the group, and of the candidates. */
export function pcs(
	answers: Answers = {},
	group: Answers = {},
	candidates: readonly Answers[] = []
): Site {
	return { answers, groups: { PCs: { platform: 'windows', clients: 40, ...group } }, candidates };
}

export function macs(answers: Answers = {}, group: Answers = {}): Site {
	return pcs(answers, { platform: 'mac', ...group });
}

/** A link on which a full set for 40 clients does not fit the window, and one on which it does. */
export const THIN: Answers = { sepmReachable: 'yes', linkDownMbps: 2 };
export const WIDE: Answers = { sepmReachable: 'yes', linkDownMbps: 1000 };

const isRetired: Fixture = {
	fires: pcs({}, { clientVersion: '14.2 RU1' }),
	silent: pcs({}, { clientVersion: '14.3' })
};
const isAirGapped: Fixture = {
	fires: pcs({}, { airGapped: 'yes' }),
	silent: pcs({}, { airGapped: 'no' })
};
const isUnmanaged: Fixture = {
	fires: pcs({}, { managed: 'no' }),
	silent: pcs({}, { managed: 'yes' })
};
const isRoaming: Fixture = {
	fires: pcs({}, { roaming: 'yes' }),
	silent: pcs({}, { roaming: 'no' })
};
const isUnreachable: Fixture = {
	fires: pcs({ sepmReachable: 'no' }),
	silent: pcs({ sepmReachable: 'some' })
};
const reachesInPart: Fixture = {
	fires: pcs({ sepmReachable: 'some' }),
	silent: pcs({ sepmReachable: 'yes' })
};
const isThin: Fixture = { fires: pcs(THIN), silent: pcs(WIDE) };
const isWindowsOnly: Fixture = { fires: macs(), silent: pcs() };
const isHeavyDaily: Fixture = {
	fires: pcs({ ...THIN, fullContentMegabytes: 20, deltaMegabytes: 20 }),
	silent: pcs({ ...THIN, fullContentMegabytes: 20, deltaMegabytes: 1 })
};

export const RULE_FIXTURES: Readonly<Record<string, Fixture>> = {
	'sepm-vendor-default': {
		fires: pcs({ sepmReachable: 'some' }),
		silent: pcs({ sepmReachable: 'no' })
	},
	'sepm-unreachable': isUnreachable,
	'sepm-unmanaged': isUnmanaged,
	'sepm-air-gapped': isAirGapped,
	'sepm-client-retired': isRetired,
	'sepm-thin-link': isThin,
	'sepm-daily-load': isHeavyDaily,
	'sepm-some-subnets': reachesInPart,
	'sepm-mac-linux-proxy': { fires: pcs({}, { platform: 'linux' }), silent: pcs() },
	'sepm-roaming': isRoaming,
	'sepm-content-policy': {
		fires: pcs({ ...WIDE, contentMustBeTested: 'yes' }),
		silent: pcs({ sepmReachable: 'no', contentMustBeTested: 'yes' })
	},
	'sepm-by-hand-fed': {
		fires: pcs({ sepmContentFrom: 'jdb' }),
		silent: pcs({ sepmContentFrom: 'lua' })
	},

	'gup-windows-only': isWindowsOnly,
	'gup-sepm-unreachable': isUnreachable,
	'gup-unmanaged': isUnmanaged,
	'gup-air-gapped': isAirGapped,
	'gup-too-small': { fires: pcs({}, { clients: 9 }), silent: pcs({}, { clients: 10 }) },
	'gup-client-retired': isRetired,
	'gup-thin-link': isThin,
	'gup-daily-load': isHeavyDaily,
	'gup-many-clients': { fires: pcs({}, { clients: 1001 }), silent: pcs({}, { clients: 1000 }) },
	'gup-fill-too-slow': {
		fires: pcs({ ...THIN, linkDownMbps: 0.128 }),
		silent: pcs(THIN)
	},
	'gup-no-usable-candidate': {
		fires: pcs({}, {}, [
			{ host: 'SEPM1', isSepm: 'yes', alwaysOn: 'yes' },
			{ host: 'PC7', isSepm: 'no', alwaysOn: 'no' }
		]),
		silent: pcs({}, {}, [{ host: 'FS1', isSepm: 'no', alwaysOn: 'yes' }])
	},
	'gup-software-needed': {
		fires: pcs({ softwareUpdatesNeeded: 'yes' }),
		silent: pcs({ softwareUpdatesNeeded: 'no' })
	},
	'gup-some-subnets': reachesInPart,
	'gup-roaming': isRoaming,

	'lua-air-gapped': isAirGapped,
	'lua-client-retired': isRetired,
	'lua-large-network': {
		fires: pcs({ sepmTotalClients: 10_001 }),
		silent: pcs({ sepmTotalClients: 10_000 })
	},
	'lua-mac-linux-offline': {
		fires: macs({ internetAllowed: 'no' }),
		silent: macs({ internetAllowed: 'yes' })
	},
	'lua-several-products': {
		fires: pcs({ otherSymantecProducts: 'yes' }),
		silent: pcs({ otherSymantecProducts: 'no' })
	},
	'lua-in-place': { fires: pcs({ luaPresent: 'yes' }), silent: pcs({ luaPresent: 'no' }) },
	'lua-test-gate': {
		fires: pcs({ luaPresent: 'yes', contentMustBeTested: 'yes' }),
		silent: pcs({ luaPresent: 'no', contentMustBeTested: 'yes' })
	},
	'lua-many-unmanaged': {
		fires: pcs({}, { managed: 'no', clients: 1700 }),
		silent: pcs({}, { managed: 'no', clients: 1699 })
	},
	'lua-only-source': {
		fires: pcs({ sepmReachable: 'no', internetAllowed: 'no', luaPresent: 'yes' }),
		silent: pcs(
			{ sepmReachable: 'yes', internetAllowed: 'no', luaPresent: 'yes' },
			{ managed: 'yes' }
		)
	},
	'lua-few-unmanaged': {
		fires: pcs({}, { managed: 'no', clients: 1699 }),
		silent: pcs({}, { managed: 'no', clients: 1700 })
	},
	'lua-same-host': {
		fires: pcs({ luaPresent: 'yes', luaOnSepmHost: 'yes' }),
		silent: pcs({ luaPresent: 'yes', luaOnSepmHost: 'no' })
	},
	'lua-thin-link': isThin,
	'lua-instead-of-sepm': {
		fires: pcs(WIDE),
		silent: pcs(WIDE, { managed: 'no' })
	},

	'liveupdate-internet-forbidden': {
		fires: pcs({ internetAllowed: 'no' }),
		silent: pcs({ internetAllowed: 'yes' })
	},
	'liveupdate-no-internet': { fires: pcs({ internetMbps: 0 }), silent: pcs({ internetMbps: 1 }) },
	'liveupdate-air-gapped': isAirGapped,
	'liveupdate-client-retired': isRetired,
	'liveupdate-thin-link': {
		fires: pcs({ ...THIN, internetAllowed: 'yes' }),
		silent: pcs({ ...WIDE, internetAllowed: 'yes' })
	},
	'liveupdate-roaming': {
		fires: pcs({ internetAllowed: 'yes' }, { roaming: 'yes' }),
		silent: pcs({ internetAllowed: 'yes' }, { roaming: 'no' })
	},
	'liveupdate-unmanaged': {
		fires: pcs({ internetAllowed: 'yes' }, { managed: 'no' }),
		silent: pcs({ internetAllowed: 'yes' }, { managed: 'yes' })
	},
	'liveupdate-mac-linux': {
		fires: macs({ internetAllowed: 'yes' }),
		silent: pcs({ internetAllowed: 'yes' })
	},
	'liveupdate-sepm-unreachable': {
		fires: pcs({ sepmReachable: 'no', internetAllowed: 'yes' }),
		silent: pcs({ sepmReachable: 'some', internetAllowed: 'yes' })
	},
	'liveupdate-own-schedule': {
		fires: pcs({ internetAllowed: 'yes', windowHours: 6 }),
		silent: pcs({ internetAllowed: 'yes', windowHours: 24 })
	},
	'liveupdate-many-networked': {
		fires: pcs({}, { clients: 251 }),
		silent: pcs({}, { clients: 250 })
	},
	'liveupdate-line-too-slow': {
		fires: pcs({ internetMbps: 2 }),
		silent: pcs({ internetMbps: 200 })
	},
	'liveupdate-untested': {
		fires: pcs({ contentMustBeTested: 'yes' }),
		silent: pcs({ contentMustBeTested: 'no' })
	},
	'liveupdate-tls-inspection': {
		fires: pcs({ internetAllowed: 'yes', tlsInspection: 'yes' }),
		silent: pcs({ internetAllowed: 'yes', tlsInspection: 'no' })
	},

	'third-party-windows-only': isWindowsOnly,
	'third-party-no-tool': {
		fires: pcs({ distributionTools: [] }),
		silent: pcs({ distributionTools: ['pdq'] })
	},
	'third-party-air-gapped': isAirGapped,
	'third-party-client-retired': isRetired,
	'third-party-tested-content': {
		fires: pcs({ contentMustBeTested: 'yes', distributionTools: ['sms-sccm'] }),
		silent: pcs({ contentMustBeTested: 'yes', distributionTools: [] })
	},
	'third-party-tool-in-place': {
		fires: pcs({ distributionTools: ['intune'] }),
		silent: pcs({ distributionTools: [] })
	},
	'third-party-nothing-else': {
		fires: pcs({ sepmReachable: 'no', internetAllowed: 'no', distributionTools: ['gpo'] }),
		silent: pcs(
			{ sepmReachable: 'yes', internetAllowed: 'no', distributionTools: ['gpo'] },
			{ managed: 'yes' }
		)
	},
	'third-party-staging': {
		fires: pcs({ distributionTools: ['altiris'] }),
		silent: pcs({ distributionTools: [] })
	},
	'third-party-roaming': isRoaming,
	'third-party-unmanaged': isUnmanaged,

	'intelligent-updater-windows-only': isWindowsOnly,
	'intelligent-updater-media-forbidden': {
		fires: pcs({ removableMediaAllowed: 'no' }, { airGapped: 'yes' }),
		silent: pcs({ removableMediaAllowed: 'yes' }, { airGapped: 'yes' })
	},
	'intelligent-updater-client-retired': isRetired,
	'intelligent-updater-air-gapped': {
		fires: pcs({}, { airGapped: 'yes' }),
		silent: macs({}, { airGapped: 'yes' })
	},
	'intelligent-updater-nothing-else': {
		fires: pcs({ sepmReachable: 'no', internetAllowed: 'no' }),
		silent: pcs({ sepmReachable: 'no', internetAllowed: 'yes' })
	},
	'intelligent-updater-partial-content': { fires: pcs(), silent: macs() },
	'intelligent-updater-many-by-hand': {
		fires: pcs({}, { clients: 101 }),
		silent: pcs({}, { clients: 100 })
	}
};

/** Sites for which one method is recommended; advice is tried upon them. */
const bySepm = (answers: Answers = {}, group: Answers = {}) => pcs({ ...WIDE, ...answers }, group);
const byGup = (answers: Answers = {}, group: Answers = {}, candidates?: readonly Answers[]) =>
	pcs({ ...THIN, ...answers }, group, candidates);
const byLua = (answers: Answers = {}, group: Answers = {}) =>
	macs({ ...WIDE, internetAllowed: 'no', ...answers }, group);
const byLiveupdate = (answers: Answers = {}, group: Answers = {}) =>
	macs({ ...WIDE, internetAllowed: 'yes', ...answers }, group);
const byTool = (answers: Answers = {}, group: Answers = {}) =>
	pcs({ ...WIDE, contentMustBeTested: 'yes', distributionTools: ['sms-sccm'], ...answers }, group);
const byHand = (answers: Answers = {}, group: Answers = {}) =>
	pcs(answers, { airGapped: 'yes', ...group });
const versions = (...all: readonly string[]) => all.map((version) => ({ version, count: 1 }));
const server = (more: Answers = {}) => ({
	host: 'FS1',
	hostOs: 'windows-server',
	alwaysOn: 'yes',
	isSepm: 'no',
	...more
});

export const ADVICE_FIXTURES: Readonly<Record<string, Fixture>> = {
	'nothing-is-left': {
		fires: macs({}, { airGapped: 'yes' }),
		silent: byHand({ removableMediaAllowed: 'yes' })
	},
	'upgrade-first': {
		fires: bySepm({}, { clientVersion: '12.1.6' }),
		silent: bySepm({}, { clientVersion: '14.3 RU8' })
	},
	'nothing-left-mac-linux': {
		fires: macs({}, { airGapped: 'yes' }),
		silent: byHand({ removableMediaAllowed: 'no' })
	},
	'nothing-left-media': {
		fires: byHand({ removableMediaAllowed: 'no', distributionTools: [] }),
		silent: byHand({ removableMediaAllowed: 'yes', distributionTools: [] })
	},
	'formula-kilobytes': { fires: bySepm(), silent: bySepm({ linkDownMbps: 0 }) },
	'edge-of-revisions': {
		fires: bySepm({ sepmRevisions: 30 }),
		silent: bySepm({ sepmRevisions: { unknown: 'no console' } })
	},
	'some-too-old': {
		fires: bySepm({}, { clientVersion: '14.3 RU8', sepVersions: versions('14.3 RU8', '14.2 MP1') }),
		silent: bySepm({}, { clientVersion: '14.3 RU8', sepVersions: versions('14.3 RU8', '14.3') })
	},
	'gup-port-closed': {
		fires: byGup({ port2967: 'blocked' }),
		silent: byGup({ port2967: 'to-request' })
	},
	'gup-port-to-request': {
		fires: byGup({ port2967: 'to-request' }),
		silent: byGup({ port2967: 'open' })
	},
	'gup-month-over-cap': {
		fires: byGup({ subnets: 4, wanCapGigabytes: 1 }),
		silent: byGup({ subnets: 3, wanCapGigabytes: 1 })
	},
	'uplink-logs': {
		fires: bySepm({ linkUpMbps: 1, heartbeatMinutes: 3 }),
		silent: bySepm({ linkUpMbps: 1, heartbeatMinutes: 5 })
	},
	'month-over-cap': {
		fires: bySepm({ wanCapGigabytes: 10 }),
		silent: bySepm({ wanCapGigabytes: 11 })
	},
	'link-fails-often': {
		fires: bySepm({ wanOutagesPerMonth: 4 }),
		silent: bySepm({ wanOutagesPerMonth: 3 })
	},
	'system-proxy': {
		fires: byLiveupdate({ systemProxyOk: 'untested' }),
		silent: byLiveupdate({ systemProxyOk: 'yes' })
	},
	'third-party-no-local-point': {
		fires: byTool({ distributionToolLocal: 'no' }),
		silent: byTool({ distributionToolLocal: 'yes' })
	},
	'upgrade-manager': {
		fires: bySepm({ sepmVersion: '14.2 MP1' }),
		silent: bySepm({ sepmVersion: '14.3 RU1' })
	},
	'sha2-support': {
		fires: bySepm({}, { osList: ['windows-11', 'windows-7'] }),
		silent: bySepm({}, { osList: ['windows-11', 'windows-10'] })
	},
	'gup-server-os': {
		fires: byGup({}, { clients: 51 }, [server({ hostOs: 'windows-client' })]),
		silent: byGup({}, { clients: 50 }, [server({ hostOs: 'windows-client' })])
	},
	'gup-not-on-sepm': {
		fires: byGup({}, {}, [server(), server({ isSepm: 'yes' })]),
		silent: byGup({}, {}, [server()])
	},
	'gup-version-match': {
		fires: byGup({ sepmVersion: '14.3 RU8' }, {}, [server({ candidateVersion: '14.3 RU6' })]),
		silent: byGup({ sepmVersion: '14.3 RU8' }, {}, [server({ candidateVersion: '14.3 RU8' })])
	},
	'gup-name-candidate': { fires: byGup(), silent: byGup({}, {}, [server()]) },
	'gup-single-candidate': {
		fires: byGup({}, {}, [server()]),
		silent: byGup({}, {}, [server(), server({ host: 'FS2' })])
	},
	'gup-several-subnets': { fires: byGup({ subnets: 2 }), silent: byGup({ subnets: 1 }) },
	'gup-bypass': {
		fires: byGup(),
		silent: pcs({ ...WIDE, linkDownMbps: 10_000 }, { clients: 1001 })
	},
	'gup-software-updates': {
		fires: byGup({ softwareUpdatesNeeded: 'yes' }),
		silent: byGup({ softwareUpdatesNeeded: 'no' })
	},
	'gup-roaming-list': {
		fires: byGup({ internetAllowed: 'no' }, { roaming: 'yes' }),
		silent: byGup({ internetAllowed: 'no' }, { roaming: 'no' })
	},
	'both-sources-ticked': {
		fires: byGup({ internetAllowed: 'yes' }),
		silent: byGup({ internetAllowed: 'no' })
	},
	'pinned-revision': {
		fires: bySepm({ contentMustBeTested: 'yes' }),
		silent: bySepm({ contentMustBeTested: 'no' })
	},
	'liveupdate-fallback': {
		fires: bySepm({ internetAllowed: 'no' }),
		silent: bySepm({ internetAllowed: 'yes' })
	},
	'no-schedule': { fires: bySepm({ windowHours: 8 }), silent: bySepm({ windowHours: 24 }) },
	'sepm-port-to-open': {
		fires: bySepm({ sepmReachable: 'some' }),
		silent: bySepm({ sepmReachable: 'yes' })
	},
	'sepm-link-none': { fires: bySepm({ linkDownMbps: 0 }), silent: bySepm() },
	'sepm-extra-site': {
		fires: pcs({ ...WIDE, linkDownMbps: 10_000 }, { clients: 10_001 }),
		silent: pcs({ ...WIDE, linkDownMbps: 10_000 }, { clients: 10_000 })
	},
	'mac-linux-proxy': {
		fires: macs({ ...WIDE, internetAllowed: 'yes' }, { clients: 251 }),
		silent: bySepm({}, { clients: 251 })
	},
	'jdb-to-sepm': {
		fires: bySepm({ sepmContentFrom: 'jdb' }),
		silent: bySepm({ sepmContentFrom: 'symantec' })
	},
	'long-heartbeat': {
		fires: bySepm({ sepmTotalClients: 1000, heartbeatMinutes: 30 }),
		silent: bySepm({ sepmTotalClients: 999, heartbeatMinutes: 30 })
	},
	'push-mode': {
		fires: bySepm({ communicationMode: 'push' }, { clients: 101 }),
		silent: bySepm({ communicationMode: 'push' }, { clients: 100 })
	},
	'full-set-after-absence': {
		fires: bySepm({ sepmRevisions: 30, internetAllowed: 'no' }, { roaming: 'yes' }),
		silent: bySepm({ sepmRevisions: 30, internetAllowed: 'no' }, { roaming: 'no' })
	},
	'network-load-alert': {
		fires: bySepm({ heartbeatMinutes: 5 }, { clients: 25 }),
		silent: bySepm({ heartbeatMinutes: 5 }, { clients: 24 })
	},
	'revisions-low': { fires: bySepm({ sepmRevisions: 9 }), silent: bySepm({ sepmRevisions: 10 }) },
	'revisions-target': {
		fires: bySepm({ sepmRevisions: 10 }),
		silent: bySepm({ sepmRevisions: 90 })
	},
	'size-decides': {
		fires: byGup(),
		silent: byGup({ fullContentMegabytes: 120 })
	},
	'lua-not-on-sepm-host': {
		fires: byLua({ luaPresent: 'yes', luaOnSepmHost: 'yes' }),
		silent: byLua({ luaPresent: 'yes', luaOnSepmHost: 'no' })
	},
	'lua-own-machine': { fires: byLua({ luaPresent: 'no' }), silent: byLua({ luaPresent: 'yes' }) },
	'lua-over-wan': { fires: byLua(), silent: byLua({ linkDownMbps: 0 }) },
	'lua-two-opinions': { fires: byLua(), silent: byLua({ sepmReachable: 'no' }) },
	'lua-or-gup': {
		fires: bySepm({ sepmTotalClients: 900, luaPresent: 'yes', otherSymantecProducts: 'yes' }),
		silent: bySepm({ sepmTotalClients: 10_001, luaPresent: 'yes', otherSymantecProducts: 'yes' })
	},
	'lua-several-servers': {
		fires: pcs({ ...WIDE, linkDownMbps: 10_000 }, { clients: 10_001 }),
		silent: byLua()
	},
	'liveupdate-many-managed': {
		fires: byLiveupdate({ sepmReachable: 'no' }, { clients: 251 }),
		silent: byLiveupdate({ sepmReachable: 'no' }, { clients: 250 })
	},
	'tls-bypass': {
		fires: byLiveupdate({ tlsInspection: 'yes' }),
		silent: byLiveupdate({ tlsInspection: 'no' })
	},
	'liveupdate-ports': { fires: byLiveupdate(), silent: bySepm({ internetAllowed: 'yes' }) },
	'roaming-internet-closed': {
		fires: bySepm({ internetAllowed: 'no' }, { roaming: 'yes' }),
		silent: bySepm({ internetAllowed: 'yes' }, { roaming: 'yes' })
	},
	'third-party-staging-sepm': { fires: byTool(), silent: bySepm() },
	'third-party-gate-first': { fires: byTool(), silent: byTool({ sepmReachable: 'no' }) },
	'intelligent-updater-separate-files': { fires: byHand(), silent: bySepm() },
	'air-gap-inner-sepm': { fires: byHand(), silent: byHand({}, { clients: 1 }) }
};
