import type { Who } from '../domain/checklist.ts';
import { METHOD_IDS, type MethodId } from '../domain/method.ts';
import type { Confidence } from '../domain/question.ts';

/** A look at the roll-out after the technician has left: the last page of a print. */
export interface MonitoringRow {
	readonly id: string;
	readonly when: string;
	readonly who: Who;
	readonly check: string;
	/** What is good enough; shares are our proposals. */
	readonly good: string;
	readonly methods: readonly MethodId[];
	readonly sources: readonly string[];
	readonly confidence: Confidence;
}

export const MONITORING: readonly MonitoringRow[] = [
	{
		id: 'monitor-first-hour',
		when: 'After one hour',
		who: 'technician',
		check: 'Dates of the pilot or a sample, and the graph of the link.',
		good: 'Dates move; the link stays inside its share.',
		methods: METHOD_IDS,
		sources: ['OURS'],
		confidence: 'ours'
	},
	{
		id: 'monitor-revision',
		when: 'After one working day',
		who: 'sepm-admin',
		check: 'How many clients hold the latest revision or the one before (V7).',
		good: 'At least 90 % of the clients that are online.',
		methods: METHOD_IDS,
		sources: ['API', 'OURS'],
		confidence: 'ours'
	},
	{
		id: 'monitor-sources',
		when: 'After one working day',
		who: 'sepm-admin',
		check: 'Where clients got their content (V8).',
		good: 'At least 80 % from the chosen source.',
		methods: ['sepm', 'gup', 'lua', 'liveupdate'],
		sources: ['API', 'OURS'],
		confidence: 'ours'
	},
	{
		id: 'monitor-gup',
		when: 'After three days',
		who: 'sepm-admin',
		check: 'The list of GUPs: last heartbeat and free disk.',
		good: 'A heartbeat within two intervals; more free disk than the cache may take.',
		methods: ['gup'],
		sources: ['API', 'OURS'],
		confidence: 'ours'
	},
	{
		id: 'monitor-out-of-date',
		when: 'Every week',
		who: 'sepm-admin',
		check: 'The list of clients with old definitions.',
		good: 'None older than seven days, or the limit of this site.',
		methods: METHOD_IDS,
		sources: ['DISA-STIG'],
		confidence: 'vendor'
	},
	{
		id: 'monitor-full-sets',
		when: 'Every week',
		who: 'sepm-admin',
		check: 'Alerts about requests for full sets.',
		good: 'None, or each one explained.',
		methods: ['sepm', 'gup'],
		sources: ['KB162437'],
		confidence: 'vendor'
	},
	{
		id: 'monitor-upgrade',
		when: 'After every upgrade of the SEPM or the clients',
		who: 'sepm-admin',
		check: 'Version of the GUP against the SEPM, names of the content types, paths.',
		good: 'They match.',
		methods: ['gup', 'third-party'],
		sources: ['KB177667', 'TD-3P', 'FIELD-BISF'],
		confidence: 'vendor'
	},
	{
		id: 'monitor-next-file',
		when: 'Before the repeat date',
		who: 'technician',
		check: 'The next file was fetched, checked and installed.',
		good: 'Inside the age limit of this site.',
		methods: ['intelligent-updater'],
		sources: ['OURS'],
		confidence: 'ours'
	}
];
