import { advice, type Advice } from '../../domain/advice.ts';

/** Internal LiveUpdate server. */
export const LUA_ADVICE: readonly Advice[] = [
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
	})
];
