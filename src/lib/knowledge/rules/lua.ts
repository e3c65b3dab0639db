import { rule, type Rule } from '../../domain/rule.ts';
import { retiredClientRule } from './retired.ts';

/** An internal LiveUpdate server: LiveUpdate Administrator. */
export const LUA_RULES: readonly Rule[] = [
	rule({
		id: 'lua-air-gapped',
		method: 'lua',
		effect: 'rules-out',
		needs: ['airGapped'],
		when: ({ airGapped }) => airGapped,
		reason: 'No network path leads from these clients to an internal LiveUpdate server.',
		sources: ['OURS'],
		confidence: 'ours'
	}),
	retiredClientRule('lua'),
	rule({
		id: 'lua-large-network',
		method: 'lua',
		effect: 'favours',
		weight: 3,
		needs: ['siteClients', 'sepmTotalClients'],
		when: ({ siteClients, sepmTotalClients }, { luaMinClients = 10_000 }) =>
			siteClients > luaMinClients || sepmTotalClients > luaMinClients,
		reason:
			'A network of more than {luaMinClients} clients: an internal LiveUpdate server takes load off the SEPM.',
		sources: ['SEED'],
		confidence: 'vendor',
		limits: ['luaMinClients']
	}),
	rule({
		id: 'lua-mac-linux-offline',
		method: 'lua',
		effect: 'favours',
		weight: 5,
		needs: ['platform', 'internetAllowed'],
		when: ({ platform, internetAllowed }) => platform !== 'windows' && !internetAllowed,
		reason:
			'Mac and Linux clients here may not reach the external LiveUpdate servers: the vendor names this case for an internal one.',
		sources: ['SEED'],
		confidence: 'vendor',
		decisive: ['platform', 'internetAllowed']
	}),
	rule({
		id: 'lua-several-products',
		method: 'lua',
		effect: 'favours',
		weight: 0.75,
		needs: ['otherSymantecProducts'],
		when: ({ otherSymantecProducts }) => otherSymantecProducts,
		reason: 'Other Symantec products here use LiveUpdate too; one internal server feeds them all.',
		sources: ['SEED'],
		confidence: 'vendor'
	}),
	rule({
		id: 'lua-in-place',
		method: 'lua',
		effect: 'favours',
		weight: 0.5,
		needs: ['luaPresent'],
		when: ({ luaPresent }) => luaPresent,
		reason: 'An internal LiveUpdate server is already there.',
		sources: ['OURS'],
		confidence: 'ours'
	}),
	rule({
		id: 'lua-test-gate',
		method: 'lua',
		effect: 'favours',
		weight: 0.25,
		needs: ['luaPresent', 'contentMustBeTested'],
		when: ({ luaPresent, contentMustBeTested }) => luaPresent && contentMustBeTested,
		reason:
			'The internal LiveUpdate server that is there can hold content back until it is marked as passed.',
		sources: ['KB153947'],
		confidence: 'vendor'
	}),
	rule({
		id: 'lua-many-unmanaged',
		method: 'lua',
		effect: 'favours',
		weight: 5.5,
		needs: ['managed', 'siteUnmanagedClients'],
		when: ({ managed, siteUnmanagedClients }, { luaMinUnmanaged = 1700 }) =>
			!managed && siteUnmanagedClients >= luaMinUnmanaged,
		reason:
			'{siteUnmanagedClients} unmanaged clients share one internet line; from {luaMinUnmanaged} on an internal LiveUpdate server saves more than it fetches.',
		sources: ['TECH93409', 'KB153947'],
		confidence: 'vendor',
		limits: ['luaMinUnmanaged']
	}),
	rule({
		id: 'lua-only-source',
		method: 'lua',
		effect: 'favours',
		weight: 3.75,
		needs: ['sepmReachable', 'managed', 'internetAllowed', 'luaPresent'],
		when: ({ sepmReachable, managed, internetAllowed, luaPresent }) =>
			luaPresent && !internetAllowed && (sepmReachable === 'no' || !managed),
		reason:
			'Neither the SEPM nor the internet can feed these clients; the internal LiveUpdate server that is there can.',
		sources: ['SEED', 'OURS'],
		confidence: 'ours'
	}),
	rule({
		id: 'lua-few-unmanaged',
		method: 'lua',
		effect: 'cautions',
		weight: 1,
		needs: ['managed', 'siteUnmanagedClients'],
		when: ({ managed, siteUnmanagedClients }, { luaMinUnmanaged = 1700 }) =>
			!managed && siteUnmanagedClients < luaMinUnmanaged,
		reason:
			'Only {siteUnmanagedClients} unmanaged clients; below {luaMinUnmanaged} the vendor advises against an internal LiveUpdate server, which fetches more than it saves.',
		sources: ['TECH93409', 'KB153947'],
		confidence: 'vendor',
		limits: ['luaMinUnmanaged']
	}),
	rule({
		id: 'lua-same-host',
		method: 'lua',
		effect: 'cautions',
		weight: 3,
		needs: ['luaPresent', 'luaOnSepmHost'],
		when: ({ luaPresent, luaOnSepmHost }) => luaPresent && luaOnSepmHost,
		reason:
			'It stands on the same machine as the SEPM, which the vendor warns against: both become slow. Move one of them first.',
		sources: ['SEED'],
		confidence: 'vendor'
	}),
	rule({
		id: 'lua-thin-link',
		method: 'lua',
		effect: 'cautions',
		weight: 2,
		needs: ['onLink', 'firstFillHours', 'windowHours'],
		when: ({ onLink, firstFillHours, windowHours }) => onLink && firstFillHours > windowHours,
		reason:
			'Across a thin link an internal LiveUpdate server is the wrong end: clients take more from it than from the SEPM. Use the SEPM with a GUP, or put a server at the site.',
		sources: ['TECH93409', 'CB-LUA2'],
		confidence: 'vendor'
	}),
	rule({
		id: 'lua-instead-of-sepm',
		method: 'lua',
		effect: 'cautions',
		weight: 0.1,
		needs: ['onLink', 'sepmReachable'],
		when: ({ onLink, sepmReachable }) => onLink && sepmReachable !== 'no',
		reason:
			'Two vendor texts disagree: one proposes it for large networks, an older one (2014) advises against it for clients that a SEPM can serve. We weigh the newer one higher.',
		sources: ['TECH93409', 'SEED'],
		confidence: 'vendor'
	})
];
