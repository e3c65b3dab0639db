const TIME = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const DATE = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
const TEXT_OF_MOMENT =
	/^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$/;

/** A moment as a person says it: the time alone today, then the day, then the year as well. */
export function momentText(moment: Date | string, now = new Date()): string {
	const date = typeof moment === 'string' ? new Date(moment) : moment;
	if (Number.isNaN(date.getTime())) return String(moment);
	if (date.toDateString() === now.toDateString()) return timeText(date);
	if (date.getFullYear() === now.getFullYear()) return `${DAY.format(date)}, ${timeText(date)}`;
	return DATE.format(date);
}

/** Of what is done already: never later than now, whatever the clock of its device said. */
export function doneText(moment: Date | string, now = new Date()): string {
	return momentText(new Date(moment) > now ? now : moment, now);
}

export function timeText(date: Date): string {
	return TIME.format(date);
}

/** Date and time of an answer as they were at the site: "20 Nov 2026, 09:12 (UTC+01:00)". */
export function siteMomentText(text: string): string {
	const [, day, time, offset] = TEXT_OF_MOMENT.exec(text) ?? [];
	if (day === undefined) return text;
	const zone = offset === undefined ? '' : ` (UTC${offset === 'Z' ? '+00:00' : offset})`;
	return `${dayText(day)}, ${time}${zone}`;
}

export function dayText(day: string): string {
	const date = new Date(`${day}T12:00:00`);
	return Number.isNaN(date.getTime()) ? day : DATE.format(date);
}

/** The wall clock with its offset, to the minute: "2026-11-20T09:12+01:00". */
export function withOffset(date: Date): string {
	const minutes = -date.getTimezoneOffset();
	const wall = new Date(date.getTime() + minutes * 60_000).toISOString().slice(0, 16);
	const two = (count: number) => String(count).padStart(2, '0');
	const offset = Math.abs(minutes);
	return `${wall}${minutes < 0 ? '-' : '+'}${two(Math.trunc(offset / 60))}:${two(offset % 60)}`;
}

/** What a date-and-time control shows for an answer: the wall clock at the site, without the offset. */
export function wallClock(text: string): string {
	const [, day, time] = TEXT_OF_MOMENT.exec(text) ?? [];
	return day === undefined ? '' : `${day}T${time}`;
}
