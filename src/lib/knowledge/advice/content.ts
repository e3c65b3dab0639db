import { advice, type Advice } from '../../domain/advice.ts';

/** What the SEPM keeps, and what it costs to take it. */
export const CONTENT_ADVICE: readonly Advice[] = [
	advice({
		id: 'full-set-after-absence',
		about: ['sepm', 'gup'],
		level: 'warning',
		needs: ['roaming', 'revisionDays'],
		when: ({ roaming, revisionDays }) => roaming && revisionDays > 0,
		reason:
			'Clients that are away for more than {revisionDays} days take a full set when they return: that long the SEPM keeps a revision at three releases a day, and longer at 17 a week or at one to three a day, as other vendor texts say. Size the link for it.',
		sources: ['KB152377', 'KB177759', 'KB161910', 'KB180512'],
		confidence: 'vendor'
	}),
	advice({
		id: 'edge-of-revisions',
		about: ['sepm', 'gup'],
		level: 'warning',
		needs: ['sepmRevisions', 'revisionDays'],
		when: ({ sepmRevisions }) => sepmRevisions > 0,
		reason:
			'A client exactly {sepmRevisions} revisions behind, after about {revisionDays} days, is a borderline case: one vendor text sends a full set only to clients further behind, another to every client whose revision is no longer stored. Reckon with a full set.',
		sources: ['KB152377', 'KB177759'],
		confidence: 'vendor'
	}),
	advice({
		id: 'network-load-alert',
		about: ['sepm'],
		level: 'warning',
		needs: ['fullRequestsPerTenMinutes'],
		when: ({ fullRequestsPerTenMinutes }, { loadAlertRequests = 25 }) =>
			fullRequestsPerTenMinutes >= loadAlertRequests,
		reason:
			'At the first fill about {fullRequestsPerTenMinutes} full sets are asked for in ten minutes; at {loadAlertRequests} the SEPM raises a network load alert. Go in waves, widen randomization, or add a GUP.',
		sources: ['KB162437', 'TD-RAND'],
		confidence: 'vendor',
		limits: ['loadAlertRequests']
	}),
	advice({
		id: 'revisions-low',
		about: ['sepm', 'gup', 'third-party'],
		level: 'warning',
		needs: ['sepmRevisions'],
		when: ({ sepmRevisions }, { revisionsAtLeast = 10 }) => sepmRevisions < revisionsAtLeast,
		reason:
			'The SEPM keeps {sepmRevisions} revisions: after a weekend clients take full sets. Keep {revisionsAtLeast} at least, better {revisionsTarget}, and check the disk.',
		sources: ['TECH92051', 'KB180512', 'KB152377'],
		confidence: 'vendor',
		limits: ['revisionsAtLeast', 'revisionsTarget']
	}),
	advice({
		id: 'revisions-target',
		about: ['sepm', 'gup'],
		level: 'warning',
		needs: ['sepmRevisions'],
		when: ({ sepmRevisions }, { revisionsAtLeast = 10, revisionsTarget = 90 }) =>
			sepmRevisions >= revisionsAtLeast && sepmRevisions < revisionsTarget,
		reason:
			'The SEPM keeps {sepmRevisions} revisions. Old texts set 3, 10 or 15, and 30 by number of clients; the current one recommends {revisionsTarget}. Raise it if clients often take full sets and the disk allows.',
		sources: ['KB152377', 'KB177759', 'KB180512'],
		confidence: 'vendor',
		limits: ['revisionsAtLeast', 'revisionsTarget']
	}),
	advice({
		id: 'size-decides',
		level: 'warning',
		needs: ['onLink', 'fullSizeMeasured', 'firstFillHours', 'windowHours'],
		when: ({ onLink, fullSizeMeasured, firstFillHours, windowHours }) =>
			onLink &&
			!fullSizeMeasured &&
			firstFillHours > windowHours / 3 &&
			firstFillHours < windowHours * 3,
		reason:
			'The first fill is close to what the link allows, and the size of a full set is not measured. Vendor texts say 100 MB and 120 MB, both from older versions: read the size of full.zip on the SEPM.',
		sources: ['KB177759', 'KB180512'],
		confidence: 'vendor'
	})
];
