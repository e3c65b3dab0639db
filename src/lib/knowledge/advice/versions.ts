import { advice, type Advice } from '../../domain/advice.ts';

/** Where nothing is left, and what is too old. */
export const VERSION_ADVICE: readonly Advice[] = [
	// Where nothing is left
	advice({
		id: 'nothing-is-left',
		whenNothingIsLeft: true,
		level: 'error',
		needs: [],
		when: () => true,
		reason:
			'Every method is ruled out for this group. Change one of the walls: open a network path, upgrade the clients, or agree an exception. Then answer again.',
		sources: ['OURS'],
		confidence: 'ours'
	}),
	advice({
		id: 'upgrade-first',
		level: 'error',
		needs: ['clientRetired'],
		when: ({ clientRetired }) => clientRetired,
		reason:
			'These clients are older than 14.3. Clients of 14.0 to 14.2 receive no content since 1 January 2025; that older ones ended too is our reading. Upgrade them to 14.3 before anything else.',
		sources: ['KB263064', 'OURS'],
		confidence: 'vendor'
	}),
	advice({
		id: 'some-too-old',
		level: 'error',
		needs: ['clientRetired', 'someRetired'],
		when: ({ clientRetired, someRetired }) => !clientRetired && someRetired,
		reason:
			'The table of versions names clients older than 14.3, though the group was said to run a later one. Clients of 14.0 to 14.2 receive no content since 1 January 2025: make a group of them and upgrade them first.',
		sources: ['KB263064', 'OURS'],
		confidence: 'vendor'
	}),
	advice({
		id: 'nothing-left-mac-linux',
		whenNothingIsLeft: true,
		level: 'error',
		needs: ['airGapped', 'platform'],
		when: ({ airGapped, platform }) => airGapped && platform !== 'windows',
		reason:
			'Without any network path no method serves Mac or Linux. Open one path, to an internal LiveUpdate server or to the SEPM; or ask the vendor how content can be carried into a server inside the closed network.',
		sources: ['SEED', 'OURS'],
		confidence: 'ours'
	}),
	advice({
		id: 'nothing-left-media',
		whenNothingIsLeft: true,
		level: 'error',
		needs: ['airGapped', 'removableMediaAllowed'],
		when: ({ airGapped, removableMediaAllowed }) => airGapped && !removableMediaAllowed,
		reason:
			'No network path and no removable media: ask for an exception for a scanned medium, or for one path to a SEPM or an internal LiveUpdate server.',
		sources: ['OURS'],
		confidence: 'ours'
	}),

	// Versions and systems
	advice({
		id: 'upgrade-manager',
		level: 'error',
		needs: ['sepmRetired'],
		when: ({ sepmRetired }) => sepmRetired,
		reason:
			'The SEPM is older than 14.3. The vendor ended support and content for 14.0 to 14.2 with the year 2024: upgrade the SEPM before its clients.',
		sources: ['KB263064', 'OURS'],
		confidence: 'vendor'
	}),
	advice({
		id: 'sha2-support',
		level: 'warning',
		needs: ['platform', 'legacyWindows'],
		when: ({ platform, legacyWindows }) => platform === 'windows' && legacyWindows,
		reason:
			'Windows 7 or Server 2008 is among them. Engines from 2022 on need its SHA-2 update, or their drivers do not start: patch first, and leave unpatched machines out.',
		sources: ['KB221360'],
		confidence: 'vendor'
	})
];
