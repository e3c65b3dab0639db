import type { Reckoning } from '../domain/edition.ts';

/** How the product reckons, in words: one row for each function of domain/transfer.ts and domain/content.ts. */
export const RECKONINGS: readonly Reckoning[] = [
	{
		id: 'transferSeconds',
		says: 'Seconds = clients × kilobytes ÷ (kilobytes a second). A best case: the whole link is free, and all take it at once.',
		sources: ['KB177513']
	},
	{
		id: 'kilobytesPerSecond',
		says: 'Kilobytes a second = Mbit/s × 1000 ÷ 8 × the share in per cent ÷ 100. Eight bits are a byte: read as kilobits the vendor’s content size would make every time eight times too short.',
		sources: ['KB177513']
	},
	{
		id: 'copyHours',
		says: 'Hours = megabytes × 1000 ÷ (kilobytes a second) ÷ 3600.',
		sources: ['KB177513']
	},
	{
		id: 'dailyMegabytes',
		says: 'Megabytes a day = copies × the size of a delta × releases a day.',
		sources: ['KB161910', 'KB152377']
	},
	{
		id: 'dayMegabytes',
		says: 'Mac and Linux clients of the SEPM, which makes no deltas for them, take a full set in the place of a delta: in the table of transfers, in the rules and in the simulation alike.',
		sources: ['KB227924', 'OURS']
	},
	{
		id: 'transferOf',
		says: 'Copies through the link: one per client from the SEPM, an internal or the external LiveUpdate server; one per Group Update Provider; one for a tool with a distribution point at the site, one per client for a tool without; none for files by hand.',
		sources: ['KB177667', 'KB156741', 'OURS']
	},
	{
		id: 'windowDays',
		says: 'Days for which a delta is to be had = revisions kept ÷ releases a day.',
		sources: ['KB152377']
	},
	{
		id: 'RELEASES_PER_WEEK',
		says: 'By the calendar 17 releases a week: three on a weekday, one on Saturday and on Sunday.',
		sources: ['KB161910']
	},
	{
		id: 'CORE_15_SHARE',
		says: 'A Core 1.5 set is a third of the conventional one.',
		sources: ['KB161910']
	},
	{
		id: 'packageFor',
		says: 'Further behind than revisions are kept: a full set. Exactly as far: borderline, since two vendor texts differ by one. Else a delta.',
		sources: ['KB152377', 'KB177759']
	},
	{
		id: 'packageAfter',
		says: 'A client that was away is behind by days × releases a day.',
		sources: ['KB152377']
	},
	{
		id: 'diskGigabytes',
		says: 'Gigabytes on the SEPM = 7 + revisions ÷ 3. It fits the two published points (3 and 15 revisions); beyond them it is an estimate.',
		sources: ['KB180512', 'OURS']
	},
	{
		id: 'heartbeatLoad',
		says: 'Kilobytes a second of heartbeats = clients × kilobytes ÷ (minutes × 60), with 3 to 5 kB idle and 200 to 300 kB with every protection and log.',
		sources: ['KB156653']
	},
	{
		id: 'throttledBytesPerSecond',
		says: 'An old throttle by registry: bytes a second = buffer × 1000 ÷ delay in milliseconds. Only to check old settings by.',
		sources: ['SVC1-GUPTHR']
	},
	{
		id: 'passesGupBy',
		says: 'A client passes its GUP by only after it has failed for the whole time that is set.',
		sources: ['HOWTO55184']
	},
	{
		id: 'scheduledRunGoesAhead',
		says: 'With both conditions ticked scheduled LiveUpdate runs when definitions are older than two days, or the SEPM was lost for more than eight hours.',
		sources: ['TD-LUSCHED']
	},
	{
		id: 'readDefinitionVersion',
		says: 'A version such as 140828b: 1998 + 14 is the year, 08 the month, 28 the day, b the second revision.',
		sources: ['KB157015']
	}
];
