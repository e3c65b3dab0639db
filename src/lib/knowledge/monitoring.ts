import { METHOD_IDS } from '../domain/method.ts';
import type { Look } from '../domain/monitoring.ts';

/** The shares and hours are ours; what is counted is the vendor’s. */
export const MONITORING: readonly Look[] = [
	{
		id: 'monitor-first-hour',
		when: 'After one hour',
		who: 'technician',
		check:
			'Definition dates of the pilot, or of a sample of {groupNames}, and the graph of the link.',
		good: 'Dates move, and the link stays inside the share for updates.',
		methods: METHOD_IDS,
		sources: ['OURS'],
		confidence: 'ours'
	},
	{
		id: 'monitor-revision',
		when: 'After one working day',
		who: 'sepm-admin',
		check:
			'How many managed clients of {groupNames} are on the latest revision or the one before (V7).',
		good: 'At least 90 % of those that are online.',
		methods: METHOD_IDS,
		sources: ['API', 'OURS'],
		confidence: 'ours'
	},
	{
		id: 'monitor-sources',
		when: 'After one working day',
		who: 'sepm-admin',
		check: 'Where the clients of {groupNames} got their content (V8).',
		good: 'At least 80 % from the chosen source.',
		methods: ['sepm', 'gup', 'lua', 'liveupdate'],
		sources: ['API', 'OURS'],
		confidence: 'ours'
	},
	{
		id: 'monitor-gup',
		when: 'After three days',
		who: 'sepm-admin',
		check:
			'The list of GUPs (GET /sepm/api/v1/gup/status): last heartbeat and free disk of {gupHosts}.',
		good: 'The last heartbeat is less than two intervals ago; more disk is free than the cache may take.',
		methods: ['gup'],
		sources: ['API', 'OURS'],
		confidence: 'ours'
	},
	{
		id: 'monitor-out-of-date',
		when: 'Every week',
		who: 'sepm-admin',
		check: 'The list of clients with old definitions: are there any of {groupNames}?',
		good: 'None older than 7 days, or than the age limit of this site ({defAgeLimitDays}). After 14 days without content a client also stops its submissions.',
		methods: METHOD_IDS,
		sources: ['DISA-STIG', 'TD-SUBM'],
		confidence: 'vendor'
	},
	{
		id: 'monitor-full-sets',
		when: 'Every week',
		who: 'sepm-admin',
		check: 'Alerts about requests for full sets (“network load”).',
		good: 'None, or each one is explained.',
		methods: ['sepm', 'gup'],
		sources: ['KB162437'],
		confidence: 'vendor'
	},
	{
		id: 'monitor-gup-version',
		when: 'After every upgrade of the SEPM or the clients',
		who: 'sepm-admin',
		check: 'The SEP version of {gupHosts} against that of the SEPM, which was {sepmVersion}.',
		good: 'They are the same.',
		methods: ['gup'],
		sources: ['KB177667'],
		confidence: 'vendor'
	},
	{
		id: 'monitor-monikers',
		when: 'After every upgrade of the SEPM or the clients',
		who: 'sepm-admin',
		check: 'The monikers, the ids of the kinds of content, against the list of the package (E-02).',
		good: 'They are the same, or the package is built anew.',
		methods: ['third-party'],
		sources: ['TD-3P'],
		confidence: 'vendor'
	},
	{
		id: 'monitor-paths',
		when: 'After every upgrade of the clients',
		who: 'packaging-admin',
		check: 'SEP’s program folder and registry view against what scripts look for (V3).',
		good: 'Every script still finds SEP.',
		methods: ['third-party', 'intelligent-updater'],
		sources: ['FIELD-BISF', 'KB181033'],
		confidence: 'field-practice'
	},
	{
		id: 'monitor-next-file',
		when: 'Before the date by which content must be renewed',
		who: 'technician',
		check: 'The next files are fetched, checked and run (F-18).',
		good: 'Inside the age limit of this site ({defAgeLimitDays}).',
		methods: ['intelligent-updater'],
		sources: ['DISA-STIG', 'KB151383', 'OURS'],
		confidence: 'ours'
	}
];
