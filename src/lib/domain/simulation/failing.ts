import type { Scenario } from './model.ts';

/** Longer than the vendor's longest bypass time in the shortest window that is asked for; then nothing new is to be seen. */
const MOST_DAYS = 28;

/** Days beyond the bypass time: enough to fill everybody through the link, or to see ordinary days go by. */
const DAYS_AFTER = { fill: 7, day: 2 } as const;

/** The same site where no Group Update Provider ever answers, for as long as it takes to see what clients do then. */
export function withoutGups(scenario: Scenario): Scenario {
	const { bypassMinutes, window, isFirstFill } = scenario;
	const patience = Math.ceil(bypassMinutes / 60 / Math.max(1, Math.min(24, window.hours)));
	const days = patience + DAYS_AFTER[isFirstFill ? 'fill' : 'day'];
	return { ...scenario, gupDownHours: Infinity, days: Math.min(MOST_DAYS, days) };
}
