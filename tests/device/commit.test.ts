import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from '../../src/lib/domain/answer.ts';
import { setAuthorName } from '../../src/lib/device/author.ts';
import { begin, commit } from '../../src/lib/device/commit.ts';
import { openDevice } from '../../src/lib/device/device.ts';
import { keepDraft } from '../../src/lib/device/drafts.ts';
import { createSurvey, getSurvey } from '../../src/lib/device/surveys.ts';
import { answered } from '../../src/lib/log/changes.ts';
import { byTime, type Change } from '../../src/lib/log/event.ts';
import { answerPath } from '../../src/lib/log/path.ts';
import { answer, contentOf, FORM, newDevice, otherTabOf, surveyOf, unqueued } from './bench.ts';

const LINK = answerPath('linkDownMbps');
const SITE = answerPath('siteName');

describe('an answer', () => {
	test('is stored as an event that says who, when, where, under which questionnaire and after what', async () => {
		const device = newDevice();
		await setAuthorName(device, 'Kim');
		const survey = await createSurvey(device, 'Lyon');
		const [first] = await answer(device, survey, LINK, 2);
		const [second] = await answer(device, survey, LINK, 10);

		expect(first).toMatchObject({
			survey,
			path: LINK,
			kind: 'set',
			value: 2,
			form: FORM,
			supersedes: []
		});
		expect(second!.supersedes).toEqual([first!.id]);
		expect(second!.author.name).toBe('Kim');
		expect(second!.author.id).not.toBe('');
		expect(second!.device).toBe((await device.db.meta.get('device'))?.value);
		expect(new Date(second!.at).toISOString()).toBe('2026-11-20T08:12:00.000Z');
		expect(await device.db.events.get(second!.id)).toEqual(second);
	});

	test('is queued, listed and no longer a draft once it is saved', async () => {
		const device = newDevice();
		const survey = await createSurvey(device, 'Lyon');
		await keepDraft(device, survey, SITE, 'Lyon Sud', []);
		const [event] = await answer(device, survey, SITE, 'Lyon Sud');
		expect(await unqueued(device)).toEqual([]);
		expect((await device.db.outbox.toArray()).at(-1)).toMatchObject({
			author: event!.author.id,
			ids: [event!.id]
		});
		expect(await device.db.surveys.get(survey)).toMatchObject({ siteName: 'Lyon Sud', events: 2 });
		expect(await device.db.drafts.count()).toBe(0);
	});

	test('of one survey never appears in another', async () => {
		const device = newDevice();
		const [a, b] = [await createSurvey(device, 'A'), await createSurvey(device, 'B')];
		await answer(device, a, LINK, 2);
		await keepDraft(device, a, SITE, 'half', []);
		expect((await surveyOf(device, b)).answers).toEqual({});
		await answer(device, b, SITE, 'Bern');
		expect((await surveyOf(device, a)).answers).toEqual({ linkDownMbps: 2 });
		expect(await device.db.drafts.get([a, SITE])).toMatchObject({ text: 'half' });
	});

	test('that says what its shown head says writes no event, and ends the draft', async () => {
		const device = newDevice();
		const survey = await createSurvey(device, 'Lyon');
		await answer(device, survey, LINK, 2);
		await keepDraft(device, survey, LINK, '2', []);
		expect(await answer(device, survey, LINK, 2)).toEqual([]);
		expect(await answer(device, survey, SITE, null)).toEqual([]);
		expect(await device.db.events.count()).toBe(2);
		expect(await device.db.outbox.count()).toBe(2);
		expect(await device.db.drafts.count()).toBe(0);
	});

	test('is a copy: what its page does with the value later changes nothing', async () => {
		const device = newDevice();
		const survey = await createSurvey(device, 'Lyon');
		const tools = new Proxy(['gpo'], {});
		const stored = commit(device, survey, [answered('distributionTools', tools)], {
			'answers/distributionTools': []
		});
		tools.push('intune');
		await stored;
		expect((await surveyOf(device, survey)).answers).toEqual({ distributionTools: ['gpo'] });
	});

	test.each([[Number.NaN], [Infinity], [undefined], [{ deep: [() => 1] }]])(
		'that JSON cannot hold (%o) is refused before anything is written',
		async (value) => {
			const device = newDevice();
			const change = { path: LINK, value } as unknown as Change;
			await expect(commit(device, 's1', [change], { [LINK]: [] })).rejects.toThrow(LINK);
			expect(await device.db.events.count()).toBe(0);
		}
	);

	test('is kept as JSON holds it, whatever it is', async () => {
		const device = newDevice();
		await fc.assert(
			fc.asyncProperty(fc.jsonValue(), async (value) => {
				const [event] = await commit(device, 's1', [{ path: LINK, value: value as Json }], {
					[LINK]: []
				});
				const stored = await device.db.events.get(event!.id);
				expect(JSON.stringify(stored!.value)).toBe(JSON.stringify(value));
			}),
			{ numRuns: 50 }
		);
	});
});

describe('what an answer is based on', () => {
	test('must be said for every register that is written', async () => {
		const device = newDevice();
		const survey = await createSurvey(device, 'Lyon');
		await answer(device, survey, LINK, 2);
		const changes = [answered('linkDownMbps', 10), answered('siteName', 'Lyon')];
		await expect(commit(device, survey, changes, { [SITE]: [] })).rejects.toThrow(LINK);
		await expect(
			commit(device, survey, [changes[0]!, changes[0]!], { [LINK]: [] })
		).rejects.toThrow('twice');
		expect((await surveyOf(device, survey)).answers).toEqual({ linkDownMbps: 2 });
	});

	test('cannot be a head of another register or survey', async () => {
		const device = newDevice();
		const [a, b] = [await createSurvey(device, 'A'), await createSurvey(device, 'B')];
		const [link] = await answer(device, a, LINK, 2);
		const write = (survey: string, path: string) =>
			commit(device, survey, [{ path, value: 'x' }], { [path]: [link!.id] });
		await expect(write(a, SITE)).rejects.toThrow(link!.id);
		await expect(write(b, LINK)).rejects.toThrow(link!.id);
		expect(await device.db.events.count()).toBe(3);
	});

	test('F3: is what was rendered: an answer that comes in before saving stays beside the new one', async () => {
		const device = newDevice();
		const survey = await createSurvey(device, 'Lyon');
		await answer(device, survey, LINK, 2);
		const rendered = (await getSurvey(device, survey))!.heads(LINK);

		const [kims] = await answer(otherTabOf(device), survey, LINK, 10);
		const [mine] = await commit(device, survey, [answered('linkDownMbps', 4)], {
			[LINK]: rendered
		});

		const state = (await getSurvey(device, survey))!;
		expect(state.heads(LINK)).toEqual([kims!.id, mine!.id]);
		expect(state.conflicts.map(({ path }) => path)).toEqual([LINK]);
		expect((await device.db.surveys.get(survey))!.conflicts).toEqual([LINK]);
	});

	test('can be an own event that is still on its way', async () => {
		const device = newDevice();
		const survey = await createSurvey(device, 'Lyon');
		const first = begin(device, survey, [answered('linkDownMbps', 2)], { [LINK]: [] });
		const second = begin(device, survey, [answered('linkDownMbps', 4)], {
			[LINK]: [first.ids.get(LINK)!]
		});
		await Promise.all([first.stored, second.stored]);
		expect((await getSurvey(device, survey))!.heads(LINK)).toEqual([second.ids.get(LINK)]);
	});
});

describe('the clock of a device', () => {
	test('orders its answers as they were given, though the wall clock goes backwards', async () => {
		const device = newDevice();
		const survey = await createSurvey(device, 'Lyon');
		const walls = [
			'2026-11-20T10:00:00Z',
			'2016-11-20T10:00:00Z',
			'2036-01-01T00:00:00Z',
			'1970-01-01T00:00:00Z'
		];
		for (const [value, wall] of walls.entries()) {
			device.wall(wall);
			await answer(device, survey, LINK, value);
		}
		const { register, survey: shown } = (await getSurvey(device, survey))!;
		expect(register(LINK)!.history.map(({ value }) => value)).toEqual([0, 1, 2, 3]);
		expect(new Date(shown.updatedAt!).getTime()).toBe(0);
	});

	test('goes on where another tab left it', async () => {
		const device = newDevice();
		const survey = await createSurvey(device, 'Lyon');
		const tab = otherTabOf(device);
		await answer(tab, survey, LINK, 1);
		await answer(device, survey, SITE, 'Lyon');
		await answer(tab, survey, LINK, 2);
		const clocks = (await device.db.events.toArray()).sort(byTime);
		expect(new Set(clocks.map(({ hlc }) => hlc)).size).toBe(4);
		expect(clocks.map(({ value }) => value)).toEqual(['Lyon', 1, 'Lyon', 2]);
		expect(new Set(clocks.map(({ device }) => device)).size).toBe(1);
	});
});

test('two tabs that write at once lose nothing and queue everything', async () => {
	const device = newDevice();
	const survey = await createSurvey(device, 'Lyon');
	const tabs = [device, otherTabOf(device), otherTabOf(device)];
	await Promise.all(
		Array.from({ length: 30 }, (_, at) =>
			answer(tabs[at % 3]!, survey, answerPath(`q${at % 7}`), at)
		)
	);
	expect(await device.db.events.count()).toBe(31);
	expect(await unqueued(device)).toEqual([]);
	const { events, conflicts } = (await getSurvey(device, survey))!;
	expect(await device.db.surveys.get(survey)).toMatchObject({
		events,
		conflicts: conflicts.map(({ path }) => path).sort()
	});
	expect(await contentOf(device)).toEqual(await contentOf(tabs[1]!));
});

test('F15: an answer to a question that had another name supersedes the one it was shown, to the same words too', async () => {
	const history = { 2: { speed: { now: 'linkDownMbps', anew: 'It was asked in kbit/s.' } } };
	const name = newDevice().db.name;
	const old = openDevice({ form: FORM, name });
	await commit(old, 's1', [{ path: 'answers/speed', value: 2 }], { 'answers/speed': [] });
	const device = openDevice({ form: { ...FORM, version: 2 }, history, name });
	const before = (await getSurvey(device, 's1'))!;
	expect(before.survey.answers).toEqual({});
	const shown = before.heads(LINK);
	const [event] = await commit(device, 's1', [{ path: LINK, value: 2 }], { [LINK]: shown });
	expect(event).toMatchObject({ supersedes: shown, form: { version: 2 } });
	const after = (await getSurvey(device, 's1'))!;
	expect(after.survey.answers).toEqual({ linkDownMbps: 2 });
	expect(after.heads(LINK)).toEqual([event!.id]);
	const again = await commit(device, 's1', [{ path: LINK, value: 2 }], { [LINK]: [event!.id] });
	expect(again).toEqual([]);
});
