import { rule, type Rule } from '../../domain/rule.ts';
import { retiredClientRule } from './retired.ts';

/** A software distribution tool carries the files. */
export const THIRD_PARTY_RULES: readonly Rule[] = [
	rule({
		id: 'third-party-windows-only',
		method: 'third-party',
		effect: 'rules-out',
		needs: ['platform'],
		when: ({ platform }) => platform !== 'windows',
		reason: 'Only Windows clients can take content from a third-party tool.',
		sources: ['SEED'],
		confidence: 'vendor',
		decisive: ['platform']
	}),
	rule({
		id: 'third-party-no-tool',
		method: 'third-party',
		effect: 'rules-out',
		needs: ['toolPresent'],
		when: ({ toolPresent }) => !toolPresent,
		reason: 'No software distribution tool is in place here.',
		sources: ['SEED', 'OURS'],
		confidence: 'ours'
	}),
	rule({
		id: 'third-party-air-gapped',
		method: 'third-party',
		effect: 'rules-out',
		needs: ['airGapped'],
		when: ({ airGapped }) => airGapped,
		reason: 'No network path leads from these clients to the tool.',
		sources: ['OURS'],
		confidence: 'ours'
	}),
	retiredClientRule('third-party'),
	rule({
		id: 'third-party-tested-content',
		method: 'third-party',
		effect: 'favours',
		weight: 6,
		needs: ['contentMustBeTested', 'toolPresent'],
		when: ({ contentMustBeTested, toolPresent }) => contentMustBeTested && toolPresent,
		reason:
			'Content must be tested before it is distributed, and the tool that is in place can carry the tested files.',
		sources: ['SEED'],
		confidence: 'vendor'
	}),
	rule({
		id: 'third-party-tool-in-place',
		method: 'third-party',
		effect: 'favours',
		weight: 0.5,
		needs: ['toolPresent'],
		when: ({ toolPresent }) => toolPresent,
		reason: 'A software distribution tool is in place; it may carry content as well.',
		sources: ['SEED'],
		confidence: 'vendor'
	}),
	rule({
		id: 'third-party-nothing-else',
		method: 'third-party',
		effect: 'favours',
		weight: 3.5,
		needs: ['sepmReachable', 'managed', 'internetAllowed', 'toolPresent'],
		when: ({ sepmReachable, managed, internetAllowed, toolPresent }) =>
			toolPresent && !internetAllowed && (sepmReachable === 'no' || !managed),
		reason:
			'Neither the SEPM nor the internet can feed these clients; the tool that is in place can.',
		sources: ['SEED', 'OURS'],
		confidence: 'ours'
	}),
	rule({
		id: 'third-party-staging',
		method: 'third-party',
		effect: 'cautions',
		weight: 0.1,
		needs: ['toolPresent'],
		when: ({ toolPresent }) => toolPresent,
		reason: 'It needs a SEPM that downloads and stages the files before the tool can take them.',
		sources: ['SEED', 'KB151483'],
		confidence: 'vendor'
	}),
	rule({
		id: 'third-party-roaming',
		method: 'third-party',
		effect: 'cautions',
		weight: 0.5,
		needs: ['roaming'],
		when: ({ roaming }) => roaming,
		reason: 'Clients that are often away may be out of the tool’s reach.',
		sources: ['OURS'],
		confidence: 'ours'
	}),
	rule({
		id: 'third-party-unmanaged',
		method: 'third-party',
		effect: 'cautions',
		weight: 0.25,
		needs: ['managed'],
		when: ({ managed }) => !managed,
		reason:
			'Unmanaged clients must first be told to accept content from a tool. How is not confirmed: ask the vendor for your version.',
		sources: ['KB151483', 'OURS'],
		confidence: 'unconfirmed'
	})
];
