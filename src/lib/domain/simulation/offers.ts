import { copyHours } from '../transfer.ts';
import type { Scenario } from './model.ts';

/** From when on clients can take a release where they look, and what that cost the server they take it from. */
export interface Offer {
	readonly release: number;
	readonly at: number;
	/** What an internal LiveUpdate server took from Symantec for it. */
	readonly megabytes: number;
}

/**
 * Releases come evenly over the day. Everybody but an internal LiveUpdate server has them at once; that one fetches at its
 * own runs, at first a full set, then one delta a release, one download after the other through its line.
 */
export function offersOf(scenario: Scenario): readonly Offer[] {
	const { method, serverScheduleHours: every, isFirstFill } = scenario;
	const times = releaseTimes(scenario);
	if (method !== 'lua') return times.map((at, release) => ({ release, at, megabytes: 0 }));
	let free = 0;
	return times.map((released, release) => {
		const isHeld = release === 0 && !isFirstFill;
		const megabytes = isHeld ? 0 : release === 0 ? scenario.fullMegabytes : scenario.deltaMegabytes;
		const run = every > 0 ? Math.ceil(released / every - 1e-9) * every : released;
		free = Math.max(run, free) + hoursFor(megabytes, scenario);
		return { release, at: free, megabytes };
	});
}

/** Hours since the first midnight at which the vendor releases. The first release is there when it begins. */
export function releaseTimes({ days, releasesPerDay }: Scenario): readonly number[] {
	const count = Math.max(1, Math.ceil(days * releasesPerDay));
	return Array.from({ length: count }, (_, release) =>
		release === 0 ? 0 : (release * 24) / releasesPerDay
	);
}

function hoursFor(megabytes: number, { serverInternetMbps }: Scenario): number {
	return serverInternetMbps === Infinity ? 0 : (copyHours(megabytes, serverInternetMbps, 100) ?? 0);
}
