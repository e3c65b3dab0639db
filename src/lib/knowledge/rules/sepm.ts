import { rule, type Rule } from '../../domain/rule.ts';
import { retiredClientRule } from './retired.ts';

/** From the management server to its clients: the vendor's default. */
export const SEPM_RULES: readonly Rule[] = [
	rule({
		id: 'sepm-vendor-default',
		method: 'sepm',
		effect: 'favours',
		weight: 1,
		needs: ['sepmReachable'],
		when: ({ sepmReachable }) => sepmReachable !== 'no',
		reason:
			'The vendor’s default: take it unless the network or a policy of your company demands something else.',
		sources: ['SEED'],
		confidence: 'vendor',
		decisive: ['sepmReachable']
	}),
	rule({
		id: 'sepm-unreachable',
		method: 'sepm',
		effect: 'rules-out',
		needs: ['sepmReachable'],
		when: ({ sepmReachable }) => sepmReachable === 'no',
		reason:
			'Clients here cannot open the management port of the SEPM, so it can give them nothing.',
		sources: ['KB177667', 'TD-PORTS'],
		confidence: 'vendor',
		decisive: ['sepmReachable']
	}),
	rule({
		id: 'sepm-unmanaged',
		method: 'sepm',
		effect: 'rules-out',
		needs: ['managed'],
		when: ({ managed }) => !managed,
		reason: 'These clients are not managed by the SEPM; it serves only those that it manages.',
		sources: ['TD-MANAGED', 'SEED'],
		confidence: 'vendor'
	}),
	rule({
		id: 'sepm-air-gapped',
		method: 'sepm',
		effect: 'rules-out',
		needs: ['airGapped'],
		when: ({ airGapped }) => airGapped,
		reason: 'No network path leads from these clients to the SEPM.',
		sources: ['OURS'],
		confidence: 'ours'
	}),
	retiredClientRule('sepm'),
	rule({
		id: 'sepm-thin-link',
		method: 'sepm',
		effect: 'cautions',
		weight: 0.5,
		needs: ['onLink', 'firstFillHours', 'windowHours'],
		when: ({ onLink, firstFillHours, windowHours }) => onLink && firstFillHours > windowHours,
		reason:
			'A full set for every client takes {firstFillHours} hours through the link; {windowHours} hours a day are allowed.',
		sources: ['SEED', 'KB177513'],
		confidence: 'ours'
	}),
	rule({
		id: 'sepm-daily-load',
		method: 'sepm',
		effect: 'cautions',
		weight: 0.25,
		needs: ['onLink', 'dailyHours', 'windowHours'],
		when: ({ onLink, dailyHours, windowHours }) => onLink && dailyHours > windowHours,
		reason:
			'Even the content of one day takes {dailyHours} hours through the link; {windowHours} hours a day are allowed.',
		sources: ['SEED', 'KB177513'],
		confidence: 'ours'
	}),
	rule({
		id: 'sepm-some-subnets',
		method: 'sepm',
		effect: 'cautions',
		weight: 0.25,
		needs: ['sepmReachable'],
		when: ({ sepmReachable }) => sepmReachable === 'some',
		reason:
			'Only some subnets reach the SEPM. Have the port opened for the others, or give them another method.',
		sources: ['KB177667'],
		confidence: 'vendor'
	}),
	rule({
		id: 'sepm-mac-linux-proxy',
		method: 'sepm',
		effect: 'cautions',
		weight: 0.5,
		needs: ['platform'],
		when: ({ platform }) => platform !== 'windows',
		reason:
			'Mac and Linux take content from the SEPM only through Apache as a reverse proxy: the vendor gives it as is, without support, and it passes no deltas.',
		sources: ['SEED', 'KB227924'],
		confidence: 'vendor'
	}),
	rule({
		id: 'sepm-roaming',
		method: 'sepm',
		effect: 'cautions',
		weight: 0.25,
		needs: ['roaming'],
		when: ({ roaming }) => roaming,
		reason: 'Clients that are often away take no content while they cannot reach the SEPM.',
		sources: ['HOWTO81355', 'TD-LUSCHED'],
		confidence: 'vendor'
	}),
	rule({
		id: 'sepm-content-policy',
		method: 'sepm',
		effect: 'favours',
		weight: 0.25,
		needs: ['sepmReachable', 'contentMustBeTested'],
		when: ({ sepmReachable, contentMustBeTested }) => sepmReachable !== 'no' && contentMustBeTested,
		reason:
			'The SEPM can hold back content until it is tested: a LiveUpdate Content policy names the revision that a group takes.',
		sources: ['KB153947', 'KB151483'],
		confidence: 'vendor'
	}),
	rule({
		id: 'sepm-by-hand-fed',
		method: 'sepm',
		effect: 'cautions',
		weight: 0.1,
		needs: ['sepmContentFrom'],
		when: ({ sepmContentFrom }) => sepmContentFrom === 'jdb',
		reason:
			'The SEPM itself is fed by hand with .jdb files: clients are as current as the last file.',
		sources: ['KB151309'],
		confidence: 'vendor'
	})
];
