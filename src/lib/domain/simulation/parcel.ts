import type { Client, Parcel, Scenario } from './model.ts';
import { openAfter } from './pipe.ts';

/**
 * What a client is given that asks for a release. KB152377: more revisions behind than are kept means a full set. A delta
 * for several revisions is as long as theirs together, and never longer than the full set.
 */
export function parcelFor(client: Client, release: number, scenario: Scenario): Parcel {
	const { fullMegabytes, deltaMegabytes, revisionsKept } = scenario;
	const behind = release - client.has;
	const isFull =
		client.takesFullOnly ||
		client.has < 0 ||
		behind > revisionsKept ||
		behind * deltaMegabytes >= fullMegabytes;
	return {
		...{ client, release, isFull },
		megabytes: isFull ? fullMegabytes : behind * deltaMegabytes,
		pack: isFull ? `full ${release}` : `${client.has} to ${release}`
	};
}

/** When a client next looks for content, at its heartbeat or by its schedule, without randomisation. */
export function nextLook({ phase, backAt }: Client, time: number, scenario: Scenario): number {
	const { method, heartbeatMinutes, scheduleHours } = scenario;
	const every = method === 'lua' || method === 'liveupdate' ? scheduleHours : heartbeatMinutes / 60;
	const from = Math.max(time, backAt);
	return phase * every + Math.ceil(Math.max(0, from / every - phase)) * every;
}

/** When somebody has walked to a client, in working hours; who is away is visited on the way back. */
export function visitedAt({ index, backAt }: Client, scenario: Scenario): number {
	const { people, minutesPerMachine, workingHours } = scenario;
	const round = Math.floor(index / Math.max(1, people)) + 1;
	return Math.max(openAfter(workingHours, 0, (round * minutesPerMachine) / 60), backAt);
}
