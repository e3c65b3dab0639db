import { isoInZone } from '../log/moment.ts';

/** The wall clock as a person reads it: ISO 8601 in local time with its offset from UTC. */
export function isoWithOffset(date: Date): string {
	return isoInZone(date.getTime(), -date.getTimezoneOffset());
}
