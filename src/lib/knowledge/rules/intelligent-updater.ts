import { rule, type Rule } from '../../domain/rule.ts';
import { retiredClientRule } from './retired.ts';

/** Files that are carried to the clients and run there. */
export const INTELLIGENT_UPDATER_RULES: readonly Rule[] = [
	rule({
		id: 'intelligent-updater-windows-only',
		method: 'intelligent-updater',
		effect: 'rules-out',
		needs: ['platform'],
		when: ({ platform }) => platform !== 'windows',
		reason: 'Intelligent Updater files run on Windows only.',
		sources: ['SEED'],
		confidence: 'vendor',
		decisive: ['platform']
	}),
	rule({
		id: 'intelligent-updater-media-forbidden',
		method: 'intelligent-updater',
		effect: 'rules-out',
		needs: ['airGapped', 'removableMediaAllowed'],
		when: ({ airGapped, removableMediaAllowed }) => airGapped && !removableMediaAllowed,
		reason:
			'No network path leads here and removable media are forbidden: nothing can carry the files in.',
		sources: ['OURS'],
		confidence: 'ours'
	}),
	retiredClientRule('intelligent-updater'),
	rule({
		id: 'intelligent-updater-air-gapped',
		method: 'intelligent-updater',
		effect: 'favours',
		weight: 6,
		needs: ['platform', 'airGapped'],
		when: ({ platform, airGapped }) => platform === 'windows' && airGapped,
		reason: 'No network reaches these clients: files that are carried in and run are what is left.',
		sources: ['SEED', 'KB151309'],
		confidence: 'vendor'
	}),
	rule({
		id: 'intelligent-updater-nothing-else',
		method: 'intelligent-updater',
		effect: 'favours',
		weight: 3,
		needs: ['platform', 'sepmReachable', 'managed', 'internetAllowed'],
		when: ({ platform, sepmReachable, managed, internetAllowed }) =>
			platform === 'windows' && !internetAllowed && (sepmReachable === 'no' || !managed),
		reason: 'LiveUpdate is not available to these clients, and the SEPM does not serve them.',
		sources: ['SEED'],
		confidence: 'vendor'
	}),
	rule({
		id: 'intelligent-updater-partial-content',
		method: 'intelligent-updater',
		effect: 'cautions',
		weight: 0.25,
		needs: ['platform'],
		when: ({ platform }) => platform === 'windows',
		reason:
			'It carries virus, security risk and intrusion prevention content only; all other kinds need a SEPM that stages them.',
		sources: ['SEED'],
		confidence: 'vendor'
	}),
	rule({
		id: 'intelligent-updater-many-by-hand',
		method: 'intelligent-updater',
		effect: 'cautions',
		weight: 0.5,
		needs: ['clients'],
		when: ({ clients }, { byHandMaxClients = 100 }) => clients > byHandMaxClients,
		reason:
			'{clients} clients are many to update by hand, again and again; our bound is {byHandMaxClients}.',
		sources: ['OURS'],
		confidence: 'ours',
		limits: ['byHandMaxClients']
	})
];
