import fc from 'fast-check';
import { expect, test } from 'vitest';
import { digestOf, NO_EVENTS } from '../../src/lib/log/digest.ts';
import type { LogEvent } from '../../src/lib/log/event.ts';
import type { Json } from '../../src/lib/domain/answer.ts';
import { WIRE_LIMITS } from '../../src/lib/log/wire.ts';
import { onEveryEngine } from './support/engines.ts';
import { ANA, event, events, KIM } from './support/events.ts';
import { flawsOf } from './support/flaws.ts';
import { answers, cursorOf, ids, newStore, readAll } from './support/log.ts';

const THIRD = { ...KIM, device: 'third' };

onEveryEngine((engine) => {
	test('F17: no event, whatever is in it, keeps the others of its push away', async () => {
		const { db, store, close } = await newStore(engine);
		const longest = (length: number) => '\u0416'.repeat(length / 2);
		const spoilers: unknown[] = [
			event({ value: nested(20_000) }),
			{ ...event(), later: nested(20_000) },
			event({ id: scrambled(199), survey: scrambled(198), path: scrambled(999) }),
			event({ id: longest(200), survey: longest(200), path: longest(1000) }),
			event({ path: 'x'.repeat(3000) }),
			event({ author: { id: '\ud800', name: '' } }),
			event({ supersedes: ['\u0000'] }),
			event({ id: 'a~b' }),
			event({ value: '\u0000 \udc00' }),
			{ ...event(), value: undefined },
			[],
			'event',
			{ ...event(), form: null }
		];
		const good = events(4);
		const batch = [good[0], ...spoilers, ...good.slice(1)];
		const reply = await store.append(ANA, batch);
		expect(reply.accepted + reply.held.length + reply.refused.length).toBe(batch.length);
		const refused = reply.refused.map(({ index }) => index - 1);
		expect(refused).toEqual([0, 1, 4, 5, 6, 7, 9, 10, 11, 12]);
		const stored = new Set(ids(await readAll(store, KIM)));
		expect(good.filter(({ id }) => !stored.has(id))).toEqual([]);
		expect(await flawsOf(db)).toEqual([]);
		await close();
	});

	test('any JSON at all is stored as it came, or refused by its place', async () => {
		const { store, close } = await newStore(engine);
		const json = fc.jsonValue({ noUnicodeString: false });
		const mutant = fc
			.tuple(fc.constantFrom(...Object.keys(event())), json)
			.map(([key, value]) => ({ ...event(), [key]: value }));
		await fc.assert(
			fc.asyncProperty(fc.array(fc.oneof(json, mutant), { maxLength: 12 }), async (batch) => {
				const good = event();
				const { accepted, held, refused } = await store.append(ANA, [...batch, good]);
				expect(accepted + held.length + refused.length).toBe(batch.length + 1);
				const texts = new Set(
					(await store.history('team', good.survey)).map((one) => JSON.stringify(one.event))
				);
				expect(texts.has(JSON.stringify(good))).toBe(true);
			}),
			{ numRuns: engine.name === 'sqlite' ? 60 : 15 }
		);
		await close();
	});

	test('a page is cut by its size as well, and the next goes on behind it', async () => {
		const { store, close } = await newStore(engine);
		const large = events(180, { value: 'x'.repeat(WIRE_LIMITS.valueBytes - 100) });
		for (let at = 0; at < large.length; at += 60) await store.append(ANA, large.slice(at, at + 60));
		const page = await store.read(KIM, null, null, 1000);
		expect(page.more).toBe(true);
		expect(page.events.length).toBeLessThan(150);
		expect(await readAll(store, KIM)).toHaveLength(180);
		await close();
	});

	test('what a device does not get costs it no page', async () => {
		const { store, close } = await newStore(engine);
		const start = await cursorOf(store, ANA);
		const own = events(90);
		await store.append(ANA, own);
		await store.append(KIM, events(12, { device: 'laptop' }));
		const known = digestOf(own.map(({ id }) => id));
		const page = await store.read(ANA, start, known, 10);
		expect(page).toMatchObject({ skippedOwn: 90, filtered: 0, more: true, cursor: { seq: 100 } });
		const rest = await store.read(ANA, page.cursor, known, 10);
		expect(rest).toMatchObject({ skippedOwn: 0, filtered: 0, more: false, cursor: { seq: 102 } });
		expect([page.events.length, rest.events.length]).toEqual([10, 2]);
		await close();
	});

	test('who brings his own content for an id of somebody else is held once, and both digests agree', async () => {
		const { db, store, close } = await newStore(engine);
		const first = event();
		await store.append(ANA, [first]);
		const other: LogEvent = { ...first, device: 'laptop', author: KIM.person, value: 'mine' };
		const third: LogEvent = { ...other, value: 'mine again' };
		await store.append(KIM, [other, third]);
		await store.append(KIM, [third, other]);
		expect(await store.held('team')).toHaveLength(2);
		expect(await store.digest('team', 'laptop')).toEqual(digestOf([first.id]));
		expect(await store.digest('team', 'tablet')).toEqual(digestOf([first.id]));
		expect(answers(await store.heads('team'))).toEqual([first]);
		expect((await db.all('select id from ev')).length).toBe(3);
		await close();
	});

	test('F18: an answer into a survey that was deleted meanwhile is held, and one from before is not', async () => {
		const { store, close } = await newStore(engine);
		const [first, early] = [event(), event()];
		const state = (value: string, change: Partial<LogEvent> = {}) =>
			event({ path: 'survey/state', value, ...change });
		const deleted = state('deleted');
		const late = event({ device: 'laptop' });
		await store.append(ANA, [first, deleted]);
		const reply = await store.append(KIM, [late, early, first, event({ survey: 's2' })]);
		expect(reply).toMatchObject({ accepted: 3, held: [{ id: late.id, why: 'survey-closed' }] });

		const restored = state('active', { supersedes: [deleted.id] });
		const more = [event(), event()];
		expect(await store.append(ANA, [more[0], restored])).toMatchObject({ accepted: 2, held: [] });
		expect(await store.append(ANA, [more[1]])).toMatchObject({ accepted: 1, held: [] });
		await store.release('team', late.id);
		expect(ids(await store.heads('team', 's1'))).toEqual(
			ids(sent([first, early, late, restored, ...more]))
		);
		await close();
	});

	test('what is held is sent to nobody but the device that made it', async () => {
		const { store, close } = await newStore(engine);
		const forged = event({ author: { id: 'eve', name: 'Eve' } });
		await store.append(ANA, [forged], () => 'author-mismatch');
		expect(await readAll(store, KIM)).toEqual([]);
		const [own] = await readAll(store, ANA);
		expect(own).toMatchObject({ held: 'author-mismatch', event: forged });
		await close();
	});

	test('F37: an erased value is erased in every copy, and each device hears of it, also its author’s', async () => {
		const { db, store, close } = await newStore(engine);
		const secret = event({ value: 'password: 1234' });
		await store.append(ANA, [secret], () => 'forbidden');
		await store.append(KIM, [{ ...secret, value: 'password: 12345' }]);
		await store.release('team', secret.id);
		const [anaAt, kimAt] = [await cursorOf(store, ANA), await cursorOf(store, KIM)];
		await store.redact('team', secret.id, 'lead');
		const raws = await db.all<{ raw: string }>('select raw from ev');
		expect(raws.filter(({ raw }) => raw.includes('password'))).toEqual([]);

		const erased = { ...secret, value: null };
		const own = digestOf([secret.id]);
		const forAna = await store.read(ANA, anaAt, own, 100);
		expect([forAna.reset, answers(forAna.events)]).toEqual([false, [erased]]);
		const forKim = await store.read(KIM, kimAt, digestOf([]), 100);
		expect([forKim.reset, answers(forKim.events)]).toEqual([false, [erased]]);
		expect(answers(await store.history('team', 's1'))).toEqual([erased]);
		expect(await flawsOf(db)).toEqual([]);
		await close();
	});

	test('after an erasure both the original and what is left of it are known', async () => {
		const { store, close } = await newStore(engine);
		const secret = event({ value: 'password: 1234' });
		await store.append(ANA, [secret]);
		await store.redact('team', secret.id, 'lead');
		await store.redact('team', secret.id, 'lead');
		for (const copy of [secret, { ...secret, value: null }])
			expect(await store.append(KIM, [copy])).toMatchObject({ accepted: 1, held: [], seq: 2 });
		expect((await store.append(KIM, [{ ...secret, value: 'other' }])).held).toHaveLength(1);
		await close();
	});

	test('F40: flipped bytes hide no other answer, in the text or in its hash, and all come again', async () => {
		const { db, store, close } = await newStore(engine);
		const own = [event({ path: 'survey/project', value: 'west' }), ...events(4)];
		await store.append(ANA, own);
		const anaAt = await cursorOf(store, ANA);
		const spoilt = `replace(raw, '"', '!')`;
		await db.run(`update ev set raw = ${spoilt} where seq = 1`);
		await db.run(`update ev set raw = ${spoilt} where seq = 2`);
		await db.run("update ev set hash = '0' where seq = 3");
		expect(ids(await store.heads('team'))).toEqual(ids(sent(own.slice(3))));
		expect(ids(await store.history('team', 's1'))).toEqual(ids(sent(own.slice(3))));
		// Whoever moves the survey is not stopped by what stood there.
		const move = event({ path: 'survey/project', value: 'east', device: 'laptop' });
		expect((await store.append(KIM, [move])).accepted).toBe(1);

		expect(ids(await readAll(store, THIRD))).toEqual(ids(sent([...own.slice(3), move])));
		const known = digestOf(own.map(({ id }) => id));
		expect((await store.read(ANA, anaAt, known, 100)).reset).toBe(true);
		expect(await store.append(ANA, own)).toMatchObject({ accepted: 5, held: [], seq: 9 });
		expect(ids(await store.heads('team'))).toEqual(ids(sent([...own, move])));
		expect(await store.digest('team', 'tablet')).toEqual(known);
		expect(await flawsOf(db)).toEqual([]);
		await close();
	});

	test('F26: after a restore a colleague brings back what he holds of others, and says that it was he', async () => {
		const { db, store, close } = await newStore(engine);
		const lost = event();
		await store.append(KIM, [lost]);
		expect(await db.all('select device, brought_by from ev')).toEqual([
			{ device: 'tablet', brought_by: 'laptop' }
		]);
		const start = { ...(await cursorOf(store, KIM)), seq: 0, chk: '0'.repeat(16) };
		expect((await store.read(KIM, start, NO_EVENTS, 10)).events).toHaveLength(1);
		await close();
	});
});

function nested(levels: number): Json {
	let json: Json = 'deep';
	for (let level = 0; level < levels; level++) json = [json];
	return json;
}

/** A text that no compression of a database makes shorter. */
function scrambled(length: number): string {
	let text = '';
	for (let state = length; text.length < length;) {
		state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
		text += String.fromCharCode(33 + ((state >>> 16) % 90)).replace('~', 'x');
	}
	return text;
}

function sent(list: readonly LogEvent[]) {
	return list.map((event) => ({ seq: 0, receivedAt: '', event }));
}
