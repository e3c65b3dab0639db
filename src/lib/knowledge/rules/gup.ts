import { rule, type Rule } from '../../domain/rule.ts';
import { retiredClientRule } from './retired.ts';

/** One client at the site fetches for the others. */
export const GUP_RULES: readonly Rule[] = [
	rule({
		id: 'gup-windows-only',
		method: 'gup',
		effect: 'rules-out',
		needs: ['platform'],
		when: ({ platform }) => platform !== 'windows',
		reason:
			'A Group Update Provider serves Windows clients only, also where the SEPM has a reverse proxy for Mac and Linux.',
		sources: ['SEED', 'KB227924'],
		confidence: 'vendor',
		decisive: ['platform']
	}),
	rule({
		id: 'gup-sepm-unreachable',
		method: 'gup',
		effect: 'rules-out',
		needs: ['sepmReachable'],
		when: ({ sepmReachable }) => sepmReachable === 'no',
		reason:
			'GUP and clients must reach the management port of the SEPM: for policies, and to learn of new content. Here they cannot.',
		sources: ['KB177667'],
		confidence: 'vendor',
		decisive: ['sepmReachable']
	}),
	rule({
		id: 'gup-unmanaged',
		method: 'gup',
		effect: 'rules-out',
		needs: ['managed'],
		when: ({ managed }) => !managed,
		reason: 'A policy of the SEPM names the GUP; unmanaged clients never receive that policy.',
		sources: ['KB177667', 'TD-MANAGED'],
		confidence: 'vendor'
	}),
	rule({
		id: 'gup-air-gapped',
		method: 'gup',
		effect: 'rules-out',
		needs: ['airGapped'],
		when: ({ airGapped }) => airGapped,
		reason: 'No network path leads from these clients to a GUP, nor from a GUP to the SEPM.',
		sources: ['OURS'],
		confidence: 'ours'
	}),
	rule({
		id: 'gup-too-small',
		method: 'gup',
		effect: 'rules-out',
		needs: ['siteWindowsClients'],
		when: ({ siteWindowsClients }, { gupMinClients = 10 }) => siteWindowsClients < gupMinClients,
		reason:
			'{siteWindowsClients} Windows clients at this site; below {gupMinClients} the vendor advises the SEPM or external LiveUpdate instead of a GUP.',
		sources: ['TECH92051'],
		confidence: 'vendor',
		limits: ['gupMinClients']
	}),
	retiredClientRule('gup'),
	rule({
		id: 'gup-thin-link',
		method: 'gup',
		effect: 'favours',
		weight: 5,
		needs: ['platform', 'onLink', 'firstFillHours', 'windowHours'],
		when: ({ platform, onLink, firstFillHours, windowHours }) =>
			platform === 'windows' && onLink && firstFillHours > windowHours,
		reason:
			'The link is too thin for every client to fetch: a full set for all takes {firstFillHours} hours, and {windowHours} hours a day are allowed. A GUP fetches each package once for the whole site.',
		sources: ['SEED', 'TECH92051', 'KB177513'],
		confidence: 'vendor',
		decisive: ['platform', 'firstFillHours']
	}),
	rule({
		id: 'gup-daily-load',
		method: 'gup',
		effect: 'favours',
		weight: 4.5,
		needs: ['platform', 'onLink', 'firstFillHours', 'dailyHours', 'windowHours'],
		when: ({ platform, onLink, firstFillHours, dailyHours, windowHours }) =>
			platform === 'windows' && onLink && firstFillHours <= windowHours && dailyHours > windowHours,
		reason:
			'The content of one day takes {dailyHours} hours through the link when every client fetches its own; a GUP fetches that of the Windows clients once.',
		sources: ['SEED', 'KB177513'],
		confidence: 'ours'
	}),
	rule({
		id: 'gup-many-clients',
		method: 'gup',
		effect: 'favours',
		weight: 2,
		needs: ['platform', 'onLink', 'siteWindowsClients'],
		when: ({ platform, onLink, siteWindowsClients }, { gupManyClients = 1000 }) =>
			platform === 'windows' && onLink && siteWindowsClients > gupManyClients,
		reason:
			'{siteWindowsClients} Windows clients at one site are many: GUPs take load off the SEPM, and are easier to set up than an internal LiveUpdate server.',
		sources: ['SEED'],
		confidence: 'vendor',
		limits: ['gupManyClients']
	}),
	rule({
		id: 'gup-fill-too-slow',
		method: 'gup',
		effect: 'cautions',
		weight: 2,
		needs: ['onLink', 'gupFillHours', 'windowHours'],
		when: ({ onLink, gupFillHours, windowHours }) => onLink && gupFillHours > windowHours,
		reason:
			'Even one full set per GUP takes {gupFillHours} hours through this link; {windowHours} hours a day are allowed. Widen the window, or spread the first fill over several days.',
		sources: ['KB177513'],
		confidence: 'ours'
	}),
	rule({
		id: 'gup-no-usable-candidate',
		method: 'gup',
		effect: 'cautions',
		weight: 0.5,
		needs: ['candidates', 'usableCandidates'],
		when: ({ candidates, usableCandidates }) => candidates > 0 && usableCandidates === 0,
		reason:
			'None of the candidates that were named can do it: each is the SEPM itself or is switched off at times.',
		sources: ['KB177667', 'TECH92051'],
		confidence: 'vendor'
	}),
	rule({
		id: 'gup-software-needed',
		method: 'gup',
		effect: 'cautions',
		weight: 0.25,
		needs: ['softwareUpdatesNeeded'],
		when: ({ softwareUpdatesNeeded }) => softwareUpdatesNeeded,
		reason: 'Client software must reach this site too, and a GUP does not carry client upgrades.',
		sources: ['SEED', 'TD-PATCHES'],
		confidence: 'vendor'
	}),
	rule({
		id: 'gup-some-subnets',
		method: 'gup',
		effect: 'cautions',
		weight: 0.25,
		needs: ['sepmReachable'],
		when: ({ sepmReachable }) => sepmReachable === 'some',
		reason:
			'Only some subnets reach the SEPM. Clients in the others cannot use a GUP until the port is opened.',
		sources: ['KB177667'],
		confidence: 'vendor'
	}),
	rule({
		id: 'gup-roaming',
		method: 'gup',
		effect: 'cautions',
		weight: 0.5,
		needs: ['roaming'],
		when: ({ roaming }) => roaming,
		reason:
			'Clients that travel leave their GUP behind: they need an explicit list and a way out over the internet.',
		sources: ['HOWTO80959', 'HOWTO81355'],
		confidence: 'vendor'
	})
];
