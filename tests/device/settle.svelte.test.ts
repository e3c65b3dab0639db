import 'fake-indexeddb/auto';
import { flushSync } from 'svelte';
import { afterEach, expect, test, vi } from 'vitest';
import type { Json } from '../../src/lib/domain/answer.ts';
import { commit } from '../../src/lib/device/commit.ts';
import type { Device } from '../../src/lib/device/device.ts';
import { settle } from '../../src/lib/device/settle.ts';
import { openSurvey } from '../../src/lib/device/survey.svelte.ts';
import { createSurvey, getSurvey } from '../../src/lib/device/surveys.ts';
import { contestOf } from '../../src/lib/log/contest.ts';
import { newDevice } from './bench.ts';
import { withTransactions } from './faults.ts';

const SPEED = 'answers/linkDownMbps';
const SHARE = 'answers/linkSharePercent';
const HOST = 'answers/sepmHost';
const stops: (() => void)[] = [];
afterEach(() => stops.splice(0).forEach((stop) => stop()));

/** A survey with two answers of each: speed and share in conflict, the SEPM's name not. */
async function disputed() {
	const device = newDevice();
	const id = await createSurvey(device, 'Lyon');
	const say = (path: string, value: Json) => commit(device, id, [{ path, value }], { [path]: [] });
	await say(SPEED, 2);
	await say(SPEED, 100);
	await say(SHARE, 25);
	await say(SHARE, 50);
	await say(HOST, 'PAR1');
	const survey = openSurvey(device, id);
	const stop = $effect.root(() => {
		$effect(() => void survey.current);
	});
	stops.push(stop);
	flushSync();
	await vi.waitFor(() => expect(survey.current?.conflicts).toHaveLength(2), { timeout: 20_000 });
	return { device, id, survey };
}

async function standing(device: Device, id: string, path: string) {
	return (await getSurvey(device, id))!.register(path)!.heads.map(({ value }) => value);
}

test('settling is one change of all answers, and what gave way stays in the history', async () => {
	const { device, id, survey } = await disputed();
	await settle(device, survey, { [SPEED]: 2, [SHARE]: 25 });
	const state = (await getSurvey(device, id))!;
	expect(state.conflicts).toEqual([]);
	expect(state.survey.answers).toMatchObject({ linkDownMbps: 2, linkSharePercent: 25 });
	expect(state.register(SPEED)!.history.map(({ value }) => value)).toEqual([2, 100, 2]);
});

test.each([
	['one of the two', { [SPEED]: 2, [SHARE]: 50 }],
	['another answer', { [SPEED]: 7, [SHARE]: 9 }],
	['no answer', { [SPEED]: null, [SHARE]: null }]
])('undo after %s: both stand side by side again, with their authors', async (_, values) => {
	const { device, id, survey } = await disputed();
	const before = contestOf((await getSurvey(device, id))!, [SPEED]);
	const undo = await settle(device, survey, values);
	await undo!();
	expect(await standing(device, id, SPEED)).toEqual([2, 100]);
	expect(await standing(device, id, SHARE)).toEqual([25, 50]);
	const after = contestOf((await getSurvey(device, id))!, [SPEED]);
	expect(after.sides.map(({ origin }) => origin.id)).toEqual(
		before.sides.map(({ origin }) => origin.id)
	);
});

test('an answer that was not in conflict comes back as well', async () => {
	const { device, id, survey } = await disputed();
	const undo = await settle(device, survey, { [SPEED]: 2, [HOST]: 'PAR2', 'answers/new': 1 });
	await undo!();
	expect(await standing(device, id, HOST)).toEqual(['PAR1']);
	expect((await getSurvey(device, id))!.survey.answers).not.toHaveProperty('new');
});

test('what cannot be saved offers no undo and says so', async () => {
	const { device, survey } = await disputed();
	const undo = await withTransactions(
		() => {
			throw new DOMException('full', 'QuotaExceededError');
		},
		() => settle(device, survey, { [SPEED]: 2 })
	);
	expect(undo).toBeUndefined();
	expect(survey.saving.state).toBe('failed');
});
