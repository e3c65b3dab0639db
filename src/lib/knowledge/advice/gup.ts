import { advice, type Advice } from '../../domain/advice.ts';

/** Group Update Providers. */
export const GUP_ADVICE: readonly Advice[] = [
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
		id: 'gup-port-closed',
		about: ['gup'],
		level: 'error',
		needs: ['gupPortState'],
		when: ({ gupPortState }) => gupPortState === 'blocked',
		reason:
			'The port from the client subnets to the candidate is blocked and will stay so: no client reaches the GUP, and all may go over the link instead. Set another port in the policy, or take another method.',
		sources: ['HOWTO55184', 'TD-PORTS', 'KB177667'],
		confidence: 'vendor'
	}),
	advice({
		id: 'gup-port-to-request',
		about: ['gup'],
		level: 'warning',
		needs: ['gupPortState'],
		when: ({ gupPortState }) => gupPortState === 'to-request',
		reason:
			'The port from the client subnets to the GUP must be requested. Ask for it now: until it is open no client reaches the GUP.',
		sources: ['HOWTO55184', 'TD-PORTS'],
		confidence: 'vendor'
	}),
	advice({
		id: 'gup-month-over-cap',
		about: ['gup'],
		level: 'warning',
		needs: ['gupMonthGigabytes', 'capGigabytes'],
		when: ({ gupMonthGigabytes, capGigabytes }) => gupMonthGigabytes > capGigabytes,
		reason:
			'Even with one GUP for each subnet the first month takes {gupMonthGigabytes} GB through the link; its contract includes {capGigabytes} GB. Raise the contract, or let fewer GUPs serve several subnets by an explicit list.',
		sources: ['KB177513', 'KB177667', 'OURS'],
		confidence: 'ours'
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
	})
];
