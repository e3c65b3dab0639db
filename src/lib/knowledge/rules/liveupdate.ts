import { rule, type Rule } from '../../domain/rule.ts';
import { retiredClientRule } from './retired.ts';

/** Symantec's own LiveUpdate servers, over the internet. */
export const LIVEUPDATE_RULES: readonly Rule[] = [
	rule({
		id: 'liveupdate-internet-forbidden',
		method: 'liveupdate',
		effect: 'rules-out',
		needs: ['internetAllowed'],
		when: ({ internetAllowed }) => !internetAllowed,
		reason: 'Clients here may not reach the external LiveUpdate servers.',
		sources: ['SEED', 'TD-URLS'],
		confidence: 'vendor',
		decisive: ['internetAllowed']
	}),
	rule({
		id: 'liveupdate-no-internet',
		method: 'liveupdate',
		effect: 'rules-out',
		needs: ['internetMbps'],
		when: ({ internetMbps }) => internetMbps === 0,
		reason: 'There is no internet line at this site.',
		sources: ['OURS'],
		confidence: 'ours'
	}),
	rule({
		id: 'liveupdate-air-gapped',
		method: 'liveupdate',
		effect: 'rules-out',
		needs: ['airGapped'],
		when: ({ airGapped }) => airGapped,
		reason: 'No network path leads from these clients to the internet.',
		sources: ['OURS'],
		confidence: 'ours'
	}),
	retiredClientRule('liveupdate'),
	rule({
		id: 'liveupdate-thin-link',
		method: 'liveupdate',
		effect: 'favours',
		weight: 4,
		needs: ['onLink', 'internetAllowed', 'firstFillHours', 'windowHours'],
		when: ({ onLink, internetAllowed, firstFillHours, windowHours }) =>
			onLink && internetAllowed && firstFillHours > windowHours,
		reason:
			'The bandwidth between SEPM and clients is limited: a full set for all takes {firstFillHours} hours, and {windowHours} hours a day are allowed. The internet line spares it.',
		sources: ['SEED', 'TECH92051', 'KB177513'],
		confidence: 'vendor',
		decisive: ['internetAllowed', 'firstFillHours']
	}),
	rule({
		id: 'liveupdate-roaming',
		method: 'liveupdate',
		effect: 'favours',
		weight: 5.5,
		needs: ['roaming', 'internetAllowed'],
		when: ({ roaming, internetAllowed }) => roaming && internetAllowed,
		reason:
			'Clients that are rarely in the company network: the internet is the source that travels with them.',
		sources: ['HOWTO81355', 'TD-LUSCHED'],
		confidence: 'vendor',
		decisive: ['internetAllowed']
	}),
	rule({
		id: 'liveupdate-unmanaged',
		method: 'liveupdate',
		effect: 'favours',
		weight: 5,
		needs: ['managed', 'internetAllowed'],
		when: ({ managed, internetAllowed }) => !managed && internetAllowed,
		reason: 'Unmanaged clients update themselves, one by one, over the internet.',
		sources: ['TD-MANAGED'],
		confidence: 'vendor',
		decisive: ['internetAllowed']
	}),
	rule({
		id: 'liveupdate-mac-linux',
		method: 'liveupdate',
		effect: 'favours',
		weight: 2,
		needs: ['platform', 'internetAllowed'],
		when: ({ platform, internetAllowed }) => platform !== 'windows' && internetAllowed,
		reason:
			'Mac and Linux clients can take it directly, while the SEPM would need a reverse proxy that the vendor does not support.',
		sources: ['SEED', 'KB227924'],
		confidence: 'vendor',
		decisive: ['platform', 'internetAllowed']
	}),
	rule({
		id: 'liveupdate-sepm-unreachable',
		method: 'liveupdate',
		effect: 'favours',
		weight: 4,
		needs: ['onLink', 'sepmReachable', 'internetAllowed'],
		when: ({ onLink, sepmReachable, internetAllowed }) =>
			onLink && sepmReachable === 'no' && internetAllowed,
		reason: 'The SEPM cannot be reached from here, and the internet can.',
		sources: ['KB177667', 'TD-LUSCHED'],
		confidence: 'vendor',
		decisive: ['sepmReachable', 'internetAllowed']
	}),
	rule({
		id: 'liveupdate-own-schedule',
		method: 'liveupdate',
		effect: 'favours',
		weight: 0.1,
		needs: ['internetAllowed', 'answeredWindowHours'],
		when: ({ internetAllowed, answeredWindowHours }) => internetAllowed && answeredWindowHours < 24,
		reason:
			'Updates may run {answeredWindowHours} hours a day only. LiveUpdate can be scheduled; from the SEPM clients take content whenever their heartbeat says so.',
		sources: ['SEED'],
		confidence: 'vendor'
	}),
	rule({
		id: 'liveupdate-many-networked',
		method: 'liveupdate',
		effect: 'cautions',
		weight: 2.5,
		needs: ['networked', 'networkedClients'],
		when: ({ networked, networkedClients }, { liveupdateMaxNetworked = 250 }) =>
			networked && networkedClients > liveupdateMaxNetworked,
		reason:
			'{networkedClients} managed clients in one network: the vendor advises against sending large numbers of them to the external servers, each over the same line.',
		sources: ['SEED'],
		confidence: 'vendor',
		limits: ['liveupdateMaxNetworked']
	}),
	rule({
		id: 'liveupdate-line-too-slow',
		method: 'liveupdate',
		effect: 'cautions',
		weight: 2.5,
		needs: ['internetFillHours', 'windowHours'],
		when: ({ internetFillHours, windowHours }) => internetFillHours > windowHours,
		reason:
			'A full set for every client of this group takes {internetFillHours} hours through the internet line; {windowHours} hours a day are allowed.',
		sources: ['KB177513', 'OURS'],
		confidence: 'ours'
	}),
	rule({
		id: 'liveupdate-untested',
		method: 'liveupdate',
		effect: 'cautions',
		weight: 4,
		needs: ['contentMustBeTested'],
		when: ({ contentMustBeTested }) => contentMustBeTested,
		reason:
			'Content must be tested before it is distributed, and from the external servers clients take it as soon as it is released.',
		sources: ['KB153947', 'OURS'],
		confidence: 'ours'
	}),
	rule({
		id: 'liveupdate-tls-inspection',
		method: 'liveupdate',
		effect: 'cautions',
		weight: 0.25,
		needs: ['internetAllowed', 'tlsInspection'],
		when: ({ internetAllowed, tlsInspection }) => internetAllowed && tlsInspection,
		reason:
			'A proxy opens encrypted traffic here. The vendor’s addresses must be exempt, since their certificates are pinned.',
		sources: ['KB154433', 'TD-URLS'],
		confidence: 'vendor'
	})
];
