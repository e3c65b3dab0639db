import process from 'node:process';
import { METHOD_IDS } from '../lib/domain/method.ts';
import type { Scenario } from '../lib/domain/simulation/model.ts';
import { simulate } from '../lib/domain/simulation/simulate.ts';

/**
 * What the simulation takes for 10,000 clients over 7 days, method by method. Seconds of the processor are the same on a busy
 * machine; those on the clock are of this minute.
 */
const RUNS = 5;

const SITE: Omit<Scenario, 'method'> = {
	clients: 10_000,
	days: 7,
	seed: 1,
	isFirstFill: true,
	fullMegabytes: 120,
	deltaMegabytes: 1.5,
	releasesPerDay: 3,
	revisionsKept: 30,
	linkMbps: 1000,
	sharePercent: 50,
	window: { from: 20, hours: 10 },
	internetMbps: 500,
	heartbeatMinutes: 5,
	heartbeatKilobytes: 5,
	reporting: 10_000,
	fullOnly: 0,
	randomizationMinutes: 5,
	awayShare: 0.1,
	awayDays: 2,
	gups: 4,
	gupMbps: 100,
	gupAtOnce: Infinity,
	gupCacheMegabytes: 700,
	gupDownHours: 0,
	bypassMinutes: 3 * 24 * 60,
	scheduleHours: 4,
	serverScheduleHours: 4,
	serverInternetMbps: Infinity,
	minutesPerMachine: 6,
	people: 1,
	workingHours: { from: 8, hours: 8 }
};

const median = (values: readonly number[]) =>
	[...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

console.log('10,000 clients over 7 days, median of 5 plays:');
for (const method of METHOD_IDS) {
	const plays = Array.from({ length: RUNS }, () => {
		const [begun, cpu] = [performance.now(), process.cpuUsage()];
		simulate({ ...SITE, method });
		const { user, system } = process.cpuUsage(cpu);
		return { clock: performance.now() - begun, cpu: (user + system) / 1000 };
	});
	const [cpu, clock] = [
		median(plays.map((each) => each.cpu)),
		median(plays.map((each) => each.clock))
	];
	const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`;
	console.log(`${method.padEnd(20)} processor ${seconds(cpu)}, clock ${seconds(clock)}`);
}
