/** A moment as the wall clock of a zone shows it: ISO 8601 to the second, with the offset from UTC in minutes. */
export function isoInZone(milliseconds: number, minutes: number): string {
	const local = new Date(milliseconds + minutes * 60_000).toISOString().slice(0, 19);
	const two = (count: number) => String(count).padStart(2, '0');
	const offset = Math.abs(minutes);
	return `${local}${minutes < 0 ? '-' : '+'}${two(Math.trunc(offset / 60))}:${two(offset % 60)}`;
}
