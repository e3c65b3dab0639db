import { BUCKET_HOURS, type Client, type Scenario } from './model.ts';

/**
 * Megabytes of heartbeats through the link in each quarter hour. They carry policy and logs, whichever way content takes
 * (numbers.md G3), and wait for no window. Nobody who is away sends any.
 */
export function heartbeatMegabytes(
	clients: readonly Client[],
	{ heartbeatKilobytes, heartbeatMinutes, reporting }: Scenario,
	buckets: number
): readonly number[] {
	const sent = new Array<number>(buckets).fill(0);
	if (heartbeatKilobytes <= 0) return sent;
	const every = heartbeatMinutes / 60;
	for (const { phase, backAt } of clients.slice(0, reporting)) {
		// Heartbeat n comes at (n + phase) x every.
		let counted = Math.ceil(backAt / every - phase);
		for (let bucket = Math.floor(backAt / BUCKET_HOURS); bucket < buckets; bucket += 1) {
			const until = Math.ceil(((bucket + 1) * BUCKET_HOURS) / every - phase);
			sent[bucket] = (sent[bucket] ?? 0) + Math.max(0, until - Math.max(0, counted));
			counted = until;
		}
	}
	return sent.map((count) => (count * heartbeatKilobytes) / 1000);
}
