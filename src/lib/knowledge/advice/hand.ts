import { advice, type Advice } from '../../domain/advice.ts';

/** Third-party tools, and by hand. */
export const HAND_ADVICE: readonly Advice[] = [
	// Third-party tools
	advice({
		id: 'third-party-staging-sepm',
		about: ['third-party'],
		level: 'warning',
		needs: [],
		when: () => true,
		reason:
			'You need a SEPM for staging, third-party content management switched on in the policy, and the index file of the right group. Check the content ids again after a major upgrade.',
		sources: ['KB151483', 'TD-3P'],
		confidence: 'vendor'
	}),
	advice({
		id: 'third-party-gate-first',
		about: ['third-party'],
		level: 'warning',
		needs: ['contentMustBeTested', 'sepmReachable'],
		when: ({ contentMustBeTested, sepmReachable }) => contentMustBeTested && sepmReachable !== 'no',
		reason:
			'The SEPM has a test gate of its own, the LiveUpdate Content policy, without packages to build. Compare the two before you decide for the tool.',
		sources: ['KB153947', 'SEED'],
		confidence: 'vendor'
	}),

	advice({
		id: 'third-party-no-local-point',
		about: ['third-party'],
		level: 'warning',
		needs: ['toolIsLocal', 'linkMbps'],
		when: ({ toolIsLocal, linkMbps }) => !toolIsLocal && linkMbps > 0,
		reason:
			'The tool has no distribution point at this site: every client fetches each package over the link. Set one up here before the roll-out, or compare with a Group Update Provider.',
		sources: ['OURS'],
		confidence: 'ours'
	}),

	// By hand
	advice({
		id: 'intelligent-updater-separate-files',
		about: ['intelligent-updater'],
		level: 'warning',
		needs: [],
		when: () => true,
		reason:
			'One vendor text says that one file holds virus and intrusion content; another that since 12.1 RU3 virus, network and behaviour protection are separate files. Download each, and check each date afterwards.',
		sources: ['SEED', 'TECH104363', 'GH-DEFS'],
		confidence: 'vendor'
	}),
	advice({
		id: 'air-gap-inner-sepm',
		about: ['intelligent-updater'],
		level: 'warning',
		needs: ['airGapped', 'clients'],
		when: ({ airGapped, clients }) => airGapped && clients > 1,
		reason:
			'If these {clients} clients share a network of their own, a SEPM inside it can be fed with .jdb files and serve them all, with fewer visits.',
		sources: ['KB151309'],
		confidence: 'vendor'
	})
];
