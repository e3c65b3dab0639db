import { candidateRule, type CandidateRule } from '../domain/candidate.ts';

/** What makes a computer fit to be a Group Update Provider. */
export const CANDIDATE_RULES: readonly CandidateRule[] = [
	candidateRule({
		id: 'candidate-sepm-host',
		effect: 'rules-out',
		needs: ['isSepm'],
		when: ({ isSepm }) => isSepm,
		reason: 'This is the management server itself, which must not be its own GUP.',
		sources: ['KB177667'],
		confidence: 'vendor',
		ask: 'Find out whether this computer is the management server.'
	}),
	candidateRule({
		id: 'candidate-version',
		effect: 'rules-out',
		needs: ['sameVersion'],
		when: ({ sameVersion }) => !sameVersion,
		reason: 'Its SEP version differs from that of the SEPM. Bring it to the same version first.',
		sources: ['KB177667', 'KB231597'],
		confidence: 'vendor',
		ask: 'Write down its SEP version and that of the SEPM: they must be the same.'
	}),
	candidateRule({
		id: 'candidate-always-on',
		effect: 'rules-out',
		needs: ['power'],
		when: ({ power }) => power === 'irregular' || power === 'at-times',
		reason: 'It is switched off at times; its clients would then wait, or cross the link.',
		sources: ['TECH92051', 'OURS'],
		confidence: 'ours',
		ask: 'Find out whether it is always on.'
	}),
	candidateRule({
		id: 'candidate-office-hours',
		effect: 'cautions',
		needs: ['power'],
		when: ({ power }) => power === 'office-hours',
		reason:
			'It is on in office hours only. That serves a small office whose clients are off at the same time; nobody else.',
		sources: ['OURS'],
		confidence: 'ours',
		ask: 'Find out when it is on.'
	}),
	candidateRule({
		id: 'candidate-server-system',
		effect: 'rules-out',
		needs: ['clients', 'isServer', 'power'],
		when: ({ clients, isServer, power }, { gupServerClients = 50 }) =>
			clients > gupServerClients && (!isServer || power === 'office-hours'),
		reason:
			'More clients than a desktop system, or one that is off at night, should serve: take an always-on server.',
		sources: ['TECH92051'],
		confidence: 'vendor',
		ask: 'Find out its operating system, when it is on and how many clients it is to serve.'
	}),
	candidateRule({
		id: 'candidate-address',
		effect: 'cautions',
		needs: ['address'],
		when: ({ address }) => address === 'dynamic',
		reason:
			'Its address may change. Reserve one: policies name it, and clients take the lowest address first.',
		sources: ['KB152744', 'OURS'],
		confidence: 'ours',
		ask: 'Find out whether its address is fixed.'
	}),
	candidateRule({
		id: 'candidate-disk',
		effect: 'rules-out',
		needs: ['freeDiskGigabytes', 'cacheGigabytes'],
		when: ({ freeDiskGigabytes, cacheGigabytes }) => freeDiskGigabytes < 2 * cacheGigabytes,
		reason: 'Less free disk than twice the proposed cache.',
		sources: ['KB177667', 'OURS'],
		confidence: 'ours',
		ask: 'Write down the free disk on the drive that holds SEP.'
	}),
	candidateRule({
		id: 'candidate-roles',
		effect: 'cautions',
		needs: ['hasOtherRoles'],
		when: ({ hasOtherRoles }) => hasOtherRoles,
		reason: 'It has other heavy work; watch its load while the cache fills for the first time.',
		sources: ['OURS'],
		confidence: 'ours',
		ask: 'Ask what else runs on it.'
	}),
	candidateRule({
		id: 'candidate-owner',
		effect: 'cautions',
		needs: ['ownerAgrees'],
		when: ({ ownerAgrees }) => ownerAgrees !== 'yes',
		reason: 'Its owner has not agreed yet; the first hold point asks for that.',
		sources: ['OURS'],
		confidence: 'ours',
		ask: 'Ask its owner.'
	})
];
