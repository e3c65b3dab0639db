/** The wall clock as a person reads it: ISO 8601 in local time with its offset from UTC. */
export function isoWithOffset(date: Date): string {
	const minutes = -date.getTimezoneOffset();
	const local = new Date(date.getTime() + minutes * 60_000).toISOString().slice(0, 19);
	const two = (count: number) => String(count).padStart(2, '0');
	const offset = Math.abs(minutes);
	return `${local}${minutes < 0 ? '-' : '+'}${two(Math.trunc(offset / 60))}:${two(offset % 60)}`;
}
