import { expect, test } from 'vitest';
import { aheadText } from '../../src/lib/ui/clock-words.ts';
import { doneText, momentText } from '../../src/lib/ui/moment-words.ts';

const MINUTE = 60_000;
const YEAR = 365.25 * 24 * 60 * MINUTE;

test.each([
	[10 * YEAR, '10 years ahead'],
	[-YEAR, '1 year behind'],
	[-26 * 60 * MINUTE, '1 day behind'],
	[60 * MINUTE, '1 hour ahead'],
	[-2 * MINUTE, '2 minutes behind'],
	[2 * MINUTE - 1, ''],
	[0, ''],
	[null, ''],
	[undefined, '']
])('a clock that is %s ms off is told in words, and not when it is near', (ms, words) => {
	expect(aheadText(ms)).toBe(words);
});

test('what is done is never told as of a later moment than now', () => {
	const now = new Date(2026, 10, 20, 9, 12);
	expect(doneText(new Date(2036, 0, 1), now)).toBe('09:12');
	expect(doneText(new Date(2026, 10, 20, 8, 1), now)).toBe('08:01');
	expect(doneText('2026-11-19T12:00:00', now)).toBe(momentText('2026-11-19T12:00:00', now));
});
