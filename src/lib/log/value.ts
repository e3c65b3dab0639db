import type { Json } from '../domain/answer.ts';
import type { LogEvent } from './event.ts';
import { targetOf } from './path.ts';

/** What says who and when, not what: two people who tick the same box agree. */
const SIGNATURES = ['by', 'at'];

/** Whether the event gives its register a value; one that takes it back is a head all the same. */
export function carriesValue({ kind, value }: LogEvent): boolean {
	if (kind === 'set' || kind === 'resolve') return true;
	return kind !== 'clear' && value !== null;
}

/** Equal texts are equal values: spaces around, order of keys and order of ticked options do not count. */
export function sameness(event: LogEvent): string {
	if (!carriesValue(event)) return 'none';
	const of = targetOf(event.path)?.of;
	const isSigned = of === 'steps' || of === 'confirmations' || of === 'review';
	const value = isSigned ? unsigned(event.value) : event.value;
	return JSON.stringify(normal(value));
}

function normal(value: Json): Json {
	if (typeof value === 'string') return value.normalize('NFC').trim();
	if (isList(value)) {
		const list = value.map(normal);
		return list.every((each) => typeof each === 'string') ? list.sort() : list;
	}
	if (typeof value !== 'object' || value === null) return value;
	return sortedEntries(value).map(([key, each]) => [key, normal(each)]);
}

function unsigned(value: Json): Json {
	if (typeof value !== 'object' || value === null || isList(value)) return value;
	return Object.fromEntries(Object.entries(value).filter(([key]) => !SIGNATURES.includes(key)));
}

function sortedEntries(value: Readonly<Record<string, Json>>): [string, Json][] {
	return Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
}

function isList(value: Json): value is readonly Json[] {
	return Array.isArray(value);
}
