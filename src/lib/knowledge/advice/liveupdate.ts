import { advice, type Advice } from '../../domain/advice.ts';

/** External LiveUpdate. */
export const LIVEUPDATE_ADVICE: readonly Advice[] = [
	advice({
		id: 'liveupdate-many-managed',
		about: ['liveupdate'],
		level: 'warning',
		needs: ['networked', 'networkedClients'],
		when: ({ networked, networkedClients }, { liveupdateMaxNetworked = 250 }) =>
			networked && networkedClients > liveupdateMaxNetworked,
		reason:
			'{networkedClients} managed clients in one network would each fetch from the internet, which the vendor calls unnecessary bandwidth. See whether an internal source can serve them.',
		sources: ['SEED'],
		confidence: 'vendor',
		limits: ['liveupdateMaxNetworked']
	}),
	advice({
		id: 'tls-bypass',
		about: ['liveupdate'],
		level: 'warning',
		needs: ['tlsInspection'],
		when: ({ tlsInspection }) => tlsInspection,
		reason:
			'Have the vendor’s addresses exempt from TLS inspection: their certificates are pinned, and inspected connections fail.',
		sources: ['KB154433', 'TD-URLS'],
		confidence: 'vendor'
	}),
	advice({
		id: 'system-proxy',
		about: ['liveupdate'],
		level: 'warning',
		needs: ['systemProxy'],
		when: ({ systemProxy }) => systemProxy !== 'yes',
		reason:
			'It is not shown that the SYSTEM account passes the proxy, and scheduled LiveUpdate runs as SYSTEM: what works for a user fails at night. Fill in the proxy in the policy, and test as SYSTEM.',
		sources: ['TECH131843', 'API'],
		confidence: 'vendor'
	}),
	advice({
		id: 'liveupdate-ports',
		about: ['liveupdate'],
		level: 'warning',
		needs: [],
		when: () => true,
		reason:
			'Texts for 14.x name port 443 (and 80) to liveupdate.symantec.com and liveupdate.symantecliveupdate.com; those for 12.1 HTTP with FTP behind it. Follow the newer, and try it from a client.',
		sources: ['TD-URLS', 'HOWTO80884'],
		confidence: 'vendor'
	}),
	advice({
		id: 'roaming-internet-closed',
		about: ['sepm', 'gup', 'lua', 'third-party', 'intelligent-updater'],
		level: 'warning',
		needs: ['roaming', 'internetAllowed'],
		when: ({ roaming, internetAllowed }) => roaming && !internetAllowed,
		reason:
			'These clients travel, but external LiveUpdate is not allowed from here. Ask whether it may be used while they are away; else they stay without content until they return.',
		sources: ['HOWTO81355', 'TD-LUSCHED'],
		confidence: 'vendor'
	})
];
