import type { LogEvent } from '../../../src/lib/log/event.ts';
import type { Caller } from '../../../src/lib/server/store.ts';

let made = 0;

/** An event as a device makes it; two are never the same. */
export function event(change: Partial<LogEvent> = {}): LogEvent {
	const number = ++made;
	return {
		id: `0199aaaa-0000-7000-8000-${number.toString(16).padStart(12, '0')}`,
		survey: 's1',
		path: 'answers/siteName',
		kind: 'set',
		value: `answer ${number}`,
		form: { id: 'site', version: 1 },
		supersedes: [],
		author: { id: 'ana', name: 'Ana Duarte' },
		device: 'tablet',
		hlc: `2026-11-20T08:12:00.000Z-${number.toString().padStart(8, '0')}-tablet`,
		at: '2026-11-20T09:12:00+01:00',
		...change
	};
}

export function events(many: number, change: Partial<LogEvent> = {}): LogEvent[] {
	return Array.from({ length: many }, () => event(change));
}

export const ANA: Caller = {
	team: 'team',
	person: { id: 'ana', name: 'Ana Duarte' },
	role: 'technician',
	device: 'tablet',
	projects: null,
	deviceState: 'active'
};

export const KIM: Caller = {
	...ANA,
	person: { id: 'kim', name: 'Kim Novak' },
	device: 'laptop'
};
