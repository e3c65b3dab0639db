import { ALWAYS } from '../../../src/lib/domain/simulation/pipe.ts';
import type { Scenario, Simulation } from '../../../src/lib/domain/simulation/model.ts';
import { simulate } from '../../../src/lib/domain/simulation/simulate.ts';

/** Fifty clients without content behind 2 Mbit/s, and nothing new released. */
export const BRANCH: Scenario = {
	method: 'sepm',
	clients: 50,
	days: 3,
	seed: 1,
	isFirstFill: true,
	fullMegabytes: 120,
	deltaMegabytes: 1.5,
	releasesPerDay: 0,
	revisionsKept: 30,
	linkMbps: 2,
	sharePercent: 100,
	window: ALWAYS,
	internetMbps: 20,
	heartbeatMinutes: 5,
	heartbeatKilobytes: 5,
	reporting: 50,
	fullOnly: 0,
	randomizationMinutes: 5,
	awayShare: 0,
	awayDays: 0,
	gups: 1,
	gupMbps: 100,
	gupAtOnce: Infinity,
	gupCacheMegabytes: Infinity,
	gupDownHours: 0,
	bypassMinutes: Infinity,
	scheduleHours: 4,
	serverScheduleHours: 4,
	serverInternetMbps: Infinity,
	minutesPerMachine: 6,
	people: 1,
	workingHours: { from: 8, hours: 8 }
};

export function run(more: Partial<Scenario> = {}): Simulation {
	const result = simulate({ ...BRANCH, ...more });
	if (!result) throw new Error('nobody cancelled');
	return result;
}

export const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
