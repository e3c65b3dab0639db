import type { Sizes } from '../domain/transfer.ts';

/** What is reckoned with until it is measured. The vendor's numbers are old; each sentence says so and asks to measure. */
export const SIZES: Sizes = {
	fullContentMegabytes: {
		value: 120,
		assumption:
			'A full set is taken as 120 MB: the higher of two old vendor figures (100 and 120 MB). Measure full.zip on the SEPM.',
		sources: ['KB180512', 'KB177759']
	},
	deltaMegabytes: {
		value: 1.5,
		assumption:
			'A delta is taken as 1.5 MB, a vendor figure from 2015 to 2016. Measure it on the SEPM.',
		sources: ['KB161910']
	},
	releasesPerDay: {
		value: 3,
		assumption:
			'Three releases a day, the vendor’s average; other vendor texts say 1 to 3 a day, or 17 a week.',
		sources: ['KB152377', 'KB177759', 'KB180512', 'KB161910']
	},
	linkSharePercent: {
		value: 25,
		assumption:
			'Updates may use 25 % of the line: our own proposal, until the network owner answers.',
		sources: ['OURS']
	},
	windowHours: {
		value: 8,
		assumption:
			'Updates may use the line 8 hours a day: our own proposal, until the network owner answers.',
		sources: ['OURS']
	},
	heartbeatKilobytes: {
		value: 5,
		assumption:
			'A heartbeat is taken as 5 kB: the higher of the vendor’s 3 to 5 kB for an idle client. With every protection and full logging it is 200 to 300 kB.',
		sources: ['KB156653']
	}
};
