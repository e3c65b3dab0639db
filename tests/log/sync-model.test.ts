import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { play, schedules, type World } from './sync-world.ts';

/** Some hundred schedules in the unit suite; `npm run test:model` plays 20,000. */
const RUNS = Number(process.env.SITEWALK_MODEL_RUNS ?? 200);
const SEED = Number(process.env.SITEWALK_MODEL_SEED ?? 20_261_122);
/** Bugs that only a rare schedule brings to light. */
const PATIENCE = Math.max(RUNS, 6000);

async function outcome(world: World, numRuns: number) {
	const property = fc.asyncProperty(schedules, (steps) => play(steps, world));
	const {
		failed,
		numRuns: runs,
		errorInstance,
		counterexample
	} = await fc.check(property, {
		numRuns,
		seed: SEED,
		endOnFailure: true
	});
	const message = errorInstance instanceof Error ? errorInstance.message : '';
	return { failed, runs, message, steps: counterexample?.[0] };
}

describe('F1 F4 F5 F6 F8 F10 F11 F14 F26: nothing is lost and everybody agrees', () => {
	test.each<[string, World]>([
		['when a restored server says so', { bumps: true }],
		['when a restored server says nothing', { bumps: false }]
	])('%s', { timeout: 3_600_000 }, async (_, world) => {
		const { failed, message, steps, runs } = await outcome(world, RUNS);
		expect(failed, `after ${runs} schedules: ${message}\n${JSON.stringify(steps)}`).toBe(false);
	});
});

/** Each of these was somebody's bug once; the promise it breaks must say so. */
const BUGS: readonly [what: string, broken: RegExp, world: World][] = [
	['the last writer wins', /^I[347]/, { device: { winnerByClock: true } }],
	['an answer supersedes nothing', /^I7/, { device: { supersedesNothing: true } }],
	['an answer supersedes what is there', /^I7/, { device: { supersedesWhatIsThere: true } }],
	['a device counts its ids', /^I5/, { device: { countsItsIds: true } }],
	['the cursor is stored before its rows', /^I6/, { device: { storesTheCursorFirst: true } }],
	['nothing is sent again after a reset', /^I[12]/, { device: { sendsNothingAgain: true } }],
	['a page is taken that is not complete', /^I6/, { device: { takesAnyPage: true } }],
	['half an acknowledgement is taken', /^I1/, { device: { takesAnyAcknowledgement: true } }],
	['numbers come out of order', /^I[26]/, { server: { commitsOutOfOrder: true } }],
	['a server answers before it has stored', /^I1/, { server: { answersBeforeCommit: true } }],
	['a server stores repeats', /^I5/, { server: { storesRepeats: true } }],
	['a server forgets what is superseded', /^I3/, { server: { forgetsTheDead: true } }],
	['a server never sends own events', /^I[12]/, { server: { skipsOwnBlindly: true } }],
	['a restore is hidden', /^I[12]/, { server: { hidesRestores: true } }],
	['a digest only counts', /^I2/, { bumps: false, server: { comparesCountsOnly: true } }],
	['older pages are ignored', /^I/, { bumps: false, device: { ignoresOlderPages: true } }]
];

test.runIf(RUNS >= 20_000)(
	'a schedule finds it when what was sent for others counts as settled at once',
	{ timeout: 600_000 },
	async () => {
		const { message } = await outcome({ bumps: false, device: { trustsForOthers: true } }, RUNS);
		expect(message).toMatch(/^I2 I11/);
	}
);

describe('a schedule finds it when', () => {
	test.each(BUGS)('%s', { timeout: 600_000 }, async (what, broken, world) => {
		const { failed, message, runs } = await outcome(world, PATIENCE);
		if (process.env.SITEWALK_MODEL_RUNS) console.log(`${what}: ${runs} schedules, ${message}`);
		expect(failed, `${PATIENCE} schedules did not find it`).toBe(true);
		expect(message).toMatch(broken);
	});
});
