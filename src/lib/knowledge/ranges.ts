import type { Range } from '../domain/bands.ts';

/**
 * What is reckoned with where an answer to the transfer model is missing: from the kindest to the hardest value that a
 * site of this kind plausibly has. Where no vendor text gives both ends, they are ours.
 */
export const RANGES: readonly Range[] = [
	{
		question: 'linkDownMbps',
		of: 'site',
		low: 1,
		high: 100,
		unit: 'Mbit/s',
		more: 'quicker',
		lack: 'the link’s speed is not known',
		from: 'ours',
		sources: ['OURS']
	},
	{
		question: 'internetMbps',
		of: 'site',
		low: 5,
		high: 500,
		unit: 'Mbit/s',
		more: 'quicker',
		lack: 'the speed of the internet line is not known',
		from: 'ours',
		sources: ['OURS']
	},
	{
		question: 'linkSharePercent',
		of: 'site',
		low: 10,
		high: 50,
		unit: '%',
		more: 'quicker',
		lack: 'the share of the line for updates is not agreed',
		from: 'ours',
		sources: ['OURS']
	},
	{
		question: 'windowHours',
		of: 'site',
		low: 4,
		high: 12,
		unit: 'hours',
		more: 'quicker',
		lack: 'the hours for updates are not agreed',
		from: 'ours',
		sources: ['OURS']
	},
	{
		question: 'fullContentMegabytes',
		of: 'site',
		low: 100,
		high: 120,
		unit: 'MB',
		more: 'slower',
		lack: 'the full set was not measured',
		from: 'vendor',
		sources: ['KB177759', 'KB180512']
	},
	{
		question: 'deltaMegabytes',
		of: 'site',
		low: 0.5,
		high: 5,
		unit: 'MB',
		more: 'slower',
		lack: 'the delta was not measured',
		from: 'ours',
		sources: ['KB161910', 'OURS']
	},
	{
		question: 'subnets',
		of: 'site',
		low: 1,
		high: 4,
		unit: 'subnets',
		more: 'slower',
		lack: 'the subnets are not counted',
		from: 'ours',
		sources: ['OURS']
	},
	{
		question: 'clients',
		of: 'group',
		low: 5,
		high: 250,
		unit: 'clients',
		more: 'slower',
		lack: 'the clients of a group are not counted',
		from: 'ours',
		sources: ['OURS']
	}
];
