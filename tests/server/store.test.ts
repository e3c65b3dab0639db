import fc from 'fast-check';
import { expect, test } from 'vitest';
import { digestOf, NO_EVENTS } from '../../src/lib/log/digest.ts';
import type { EventId, LogEvent } from '../../src/lib/log/event.ts';
import { fold } from '../../src/lib/log/fold.ts';
import { WIRE_LIMITS, type Cursor } from '../../src/lib/log/wire.ts';
import { eventStore } from '../../src/lib/server/events.ts';
import { migrate } from '../../src/lib/server/migrate.ts';
import { MIGRATIONS } from '../../src/lib/server/migrations.ts';
import type { Caller } from '../../src/lib/server/store.ts';
import { onEveryEngine } from './support/engines.ts';
import { ANA, event, events, KIM } from './support/events.ts';
import { answers, cursorOf, ids, newStore, readAll } from './support/log.ts';

onEveryEngine((engine) => {
	test('a push is numbered without a hole, and a colleague reads just that, in order', async () => {
		const { store, close } = await newStore(engine);
		const pushed = events(25);
		const reply = await store.append(ANA, pushed);
		const at = (await readAll(store, KIM))[0]?.receivedAt;
		expect(reply).toEqual({ epoch: 'e1', accepted: 25, held: [], refused: [], seq: 25, at });
		const all = await readAll(store, KIM, 7);
		expect(all.map(({ event }) => event)).toEqual(pushed);
		expect(all.map(({ seq }) => seq)).toEqual(pushed.map((_, index) => index + 1));
		await close();
	});

	test('F6 F7: a push that is repeated, even many times at once, is there once', async () => {
		const { store, close } = await newStore(engine);
		const pushed = events(20);
		const replies = await Promise.all(Array.from({ length: 20 }, () => store.append(ANA, pushed)));
		expect(replies.map(({ accepted, seq }) => [accepted, seq])).toEqual(
			replies.map(() => [20, 20])
		);
		expect(await readAll(store, KIM)).toHaveLength(20);
		await close();
	});

	test('F7: two nodes that get the same push at once store it once', async () => {
		const { place, store, close } = await newStore(engine);
		const other = engine.open(place);
		const pushed = events(30);
		const nodes = [store, eventStore(other)];
		await Promise.all(
			Array.from({ length: 10 }, (_, index) =>
				nodes[index % 2]!.append(ANA, index % 4 < 2 ? pushed : [...pushed].reverse())
			)
		);
		const all = await readAll(store, KIM);
		expect(all.map(({ seq }) => seq)).toEqual(pushed.map((_, index) => index + 1));
		expect(new Set(all.map(({ event }) => event.id))).toEqual(new Set(pushed.map(({ id }) => id)));
		await other.close();
		await close();
	});

	test('F8: what stands does not depend on the order in which events come', async () => {
		await fc.assert(
			fc.asyncProperty(fc.infiniteStream(fc.nat(1000)), async (chance) => {
				const { store, close } = await newStore(engine, ':memory:');
				const next = () => chance.next().value;
				const history: LogEvent[] = [];
				for (let made = 0; made < 12; made++) {
					const path = `answers/q${next() % 3}`;
					const rivals = history.filter((other) => other.path === path && next() % 2 === 0);
					history.push(event({ path, supersedes: rivals.map(({ id }) => id) }));
				}
				const shuffled = [...history].sort((a, b) => order(a, next()) - order(b, next()));
				for (let at = 0; at < shuffled.length;) {
					const size = 1 + (next() % 4);
					await store.append(ANA, shuffled.slice(at, at + size));
					at += size;
				}
				const expected = Array.from(fold(history).values()).flatMap(({ heads }) => heads);
				expect(ids(await store.heads('team', 's1'))).toEqual(expected.map(({ id }) => id).sort());
				await close();
			}),
			{ numRuns: engine.name === 'sqlite' ? 60 : 8 }
		);
	});

	test('F16: kinds, fields and texts that we do not know come back as they came', async () => {
		const { store, close } = await newStore(engine);
		const strange = {
			...event({ kind: 'photo.add', value: { blob: '\u0000 \ud83d\ude00 \ud800', n: 1e21 } }),
			geo: [48.1, 11.5],
			'': null
		} as LogEvent;
		await store.append(ANA, [JSON.parse(JSON.stringify(strange))]);
		const [back] = await readAll(store, KIM);
		expect(JSON.stringify(back!.event)).toBe(JSON.stringify(strange));
		await close();
	});

	test('F17: one bad event holds up no other, and each is told by its place', async () => {
		const { store, close } = await newStore(engine);
		const good = events(3);
		const large = event({ value: 'x'.repeat(WIRE_LIMITS.valueBytes) });
		const many = event({ supersedes: Array.from({ length: 65 }, (_, n) => `e${n}`) });
		const batch = [good[0], null, large, good[1], { ...event(), path: 7 }, many, good[2]];
		const reply = await store.append(ANA, [...batch, { ...event(), survey: 'a\u0000b' }]);
		expect(reply.accepted).toBe(3);
		expect(reply.refused.map(({ index, why }) => [index, why])).toEqual([
			[1, 'malformed'],
			[2, 'too-large'],
			[4, 'malformed'],
			[7, 'malformed']
		]);
		expect(reply.held).toEqual([{ id: many.id, why: 'invalid' }]);
		expect(answers(await readAll(store, KIM))).toEqual(good);
		await close();
	});

	test('F38: one id with another content is held, and the first stays as it is', async () => {
		const { store, close } = await newStore(engine);
		const first = event();
		const second = { ...first, value: 'forged' };
		await store.append(ANA, [first]);
		for (let again = 0; again < 2; again++) {
			const reply = await store.append(KIM, [second]);
			expect(reply.held).toEqual([{ id: first.id, why: 'id-conflict' }]);
		}
		expect(answers(await readAll(store, { ...KIM, device: 'third' }))).toEqual([first]);
		expect((await store.held('team')).map((each) => each.event)).toEqual([second]);
		await close();
	});

	test('a held event is no answer until the lead releases it, and then all hear of it', async () => {
		const { store, close } = await newStore(engine);
		const before = event();
		const forged = event({ author: { id: 'eve', name: 'Eve' } });
		await store.append(ANA, [before]);
		await store.append(ANA, [forged], () => 'author-mismatch');
		expect(ids(await store.heads('team'))).toEqual([before.id]);
		const seen = await cursorOf(store, KIM);
		await store.release('team', forged.id);
		expect(ids(await store.heads('team'))).toEqual([before.id, forged.id].sort());
		expect(await store.held('team')).toEqual([]);
		const page = await store.read(KIM, seen, NO_EVENTS, 100);
		expect(page).toMatchObject({ reset: false, events: [{ seq: 3, event: forged }] });
		const again = await store.append(ANA, [forged]);
		expect(again).toMatchObject({ accepted: 1, held: [], seq: 3 });
		expect(await store.digest('team', 'tablet')).toEqual(digestOf([before.id, forged.id]));
		await close();
	});

	test('F21: a retired device delivers into quarantine and gets nothing', async () => {
		const { store, close } = await newStore(engine);
		await store.append(KIM, [event({ device: 'laptop' })]);
		const retired: Caller = { ...ANA, deviceState: 'retired' };
		const late = event();
		expect((await store.append(retired, [late])).held).toEqual([
			{ id: late.id, why: 'device-retired' }
		]);
		expect(await store.read(retired, null, null, 100)).toMatchObject({ events: [], more: false });
		expect(answers(await readAll(store, KIM))).toHaveLength(1);
		await close();
	});

	test('a device is not sent what it made, as long as both hold the same of it', async () => {
		const { store, close } = await newStore(engine);
		const own = events(4);
		await store.append(ANA, own);
		const foreign = event({ device: 'laptop' });
		await store.append(KIM, [foreign]);
		const start: Cursor = { ...(await cursorOf(store, KIM)), seq: 0, chk: '0'.repeat(16) };
		const known = digestOf(own.map(({ id }) => id));
		const page = await store.read(ANA, start, known, 100);
		expect(page).toMatchObject({ reset: false, skippedOwn: 4, events: [{ event: foreign }] });
		const lost = digestOf(own.slice(1).map(({ id }) => id));
		const replay = await store.read(ANA, start, lost, 100);
		expect(replay).toMatchObject({ reset: true, from: null, skippedOwn: 0 });
		expect(replay.events).toHaveLength(5);
		await close();
	});

	test('F26 F27: a server restored from last night’s backup tells each device to begin anew, and heals', async () => {
		const { place, store, close } = await newStore(engine);
		const old = events(5);
		await store.append(ANA, old);
		await close();
		const backup = engine.copyOf(place);
		const day = eventStore(engine.open(place));
		const lost = events(5, { device: 'laptop', author: KIM.person });
		await day.append(KIM, lost);
		const anaAt = await cursorOf(day, ANA);
		const kimAt = await cursorOf(day, KIM);

		const db = engine.open(backup);
		const restored = eventStore(db);
		// New events have taken the numbers of the lost ones.
		await restored.append(ANA, events(7));
		const known = await restored.digest('team', 'tablet');
		expect((await restored.read(ANA, anaAt, known, 100)).reset).toBe(true);
		const kimHas = digestOf(lost.map(({ id }) => id));
		expect((await restored.read(KIM, kimAt, kimHas, 100)).reset).toBe(true);
		await restored.append(KIM, [...lost, ...old]);
		expect(await readAll(restored, { ...KIM, device: 'third' })).toHaveLength(17);
		await db.close();
	});

	test('F24 F25: a reader never sees a hole while many write and a long report runs', async () => {
		const { db, place, store, close } = await newStore(engine);
		const reader = engine.open(place);
		const watching = eventStore(reader);
		let isOver = false;
		const seen: number[] = [];
		const watch = async () => {
			let cursor: Cursor | null = null;
			for (let idle = 0; !isOver || idle < 2;) {
				const page = await watching.read(KIM, cursor, cursor && NO_EVENTS, 50);
				seen.push(...page.events.map(({ seq }) => seq));
				if (isOver && page.events.length === 0) idle++;
				cursor = page.cursor;
				await new Promise((resolve) => setTimeout(resolve, 1));
			}
		};
		const watched = watch();
		const report =
			engine.name === 'postgres'
				? db.transaction(async (sql) => {
						await sql.all('select txid_current()');
						await sql.all('select pg_sleep(0.5)');
					})
				: Promise.resolve();
		const writers = Array.from({ length: 6 }, async (_, writer) => {
			const caller = { ...ANA, device: `w${writer}` };
			for (let batch = 0; batch < 15; batch++)
				await store.append(caller, events(1 + ((batch + writer) % 4), { device: caller.device }));
		});
		await Promise.all([...writers, report]);
		isOver = true;
		await watched;
		const { seq } = await cursorOf(store, KIM);
		expect(seen).toEqual(Array.from({ length: seq }, (_, index) => index + 1));
		await reader.close();
		await close();
	});

	test('who is limited to a project gets its surveys, and a survey that comes in later brings all', async () => {
		const { store, close } = await newStore(engine);
		const limited: Caller = { ...KIM, projects: ['west'] };
		const put = (survey: string, project: string, supersedes: EventId[] = []) =>
			event({ survey, path: 'survey/project', value: project, supersedes });
		const west = [put('a', 'west'), event({ survey: 'a' })];
		const east = [put('b', 'east'), event({ survey: 'b' })];
		await store.append(ANA, [...west, ...east]);
		const page = await store.read(limited, null, null, 100);
		expect(page.events.map(({ event }) => event)).toEqual(west);
		expect(page.filtered).toBe(2);

		await store.append(ANA, [put('b', 'west', [east[0]!.id])]);
		const moved = await store.read(limited, page.cursor, NO_EVENTS, 100);
		expect(moved.reset).toBe(true);
		expect(answers(moved.events).filter(({ survey }) => survey === 'b')).toHaveLength(3);
		await close();
	});

	test('F37: a redacted value stays away when an old device brings the original again', async () => {
		const { store, close } = await newStore(engine);
		const secret = event({ value: 'password: 1234' });
		await store.append(ANA, [secret]);
		await store.redact('team', secret.id, 'lead');
		expect((await store.append(ANA, [secret])).accepted).toBe(1);
		const [back] = await readAll(store, KIM);
		expect(back!.event).toEqual({ ...secret, value: null });
		await close();
	});

	test('F40: a byte that flipped on the disk is noticed, and the event comes again from its device', async () => {
		const { db, store, close } = await newStore(engine);
		const own = events(3);
		await store.append(ANA, own);
		const anaAt = await cursorOf(store, ANA);
		await db.run("update ev set raw = replace(raw, 'answer', 'answar') where seq = 2");
		const first = await store.read(KIM, null, null, 100);
		expect(first.events).toHaveLength(2);
		expect(first.filtered).toBe(1);
		const known = digestOf(own.map(({ id }) => id));
		expect((await store.read(ANA, anaAt, known, 100)).reset).toBe(true);
		await store.append(ANA, own);
		const rest = await store.read(KIM, first.cursor, NO_EVENTS, 100);
		expect(rest.events.map(({ event }) => event)).toEqual([own[1]]);
		expect(await store.digest('team', 'tablet')).toEqual(known);
		await close();
	});

	test('nodes that start at once on a new database migrate it once', async () => {
		const place = engine.newPlace();
		const nodes = Array.from({ length: 3 }, () => engine.open(place));
		await Promise.all(nodes.map((node) => migrate(node, MIGRATIONS)));
		expect(await nodes[0]!.all('select name from migration')).toHaveLength(MIGRATIONS.length);
		await Promise.all(nodes.map((node) => node.close()));
	});

	test('F33: an old node works on beside a new one that has added a column and a table', async () => {
		const { place, store, close } = await newStore(engine);
		const newer = engine.open(place);
		await migrate(newer, [
			...MIGRATIONS,
			{
				name: '9999-to-come',
				statements: ['alter table ev add column extra text', 'create table to_come (id text)']
			}
		]);
		const [first, second] = [event(), event({ device: 'laptop' })];
		await store.append(ANA, [first]);
		await eventStore(newer).append(KIM, [second]);
		const third = { ...KIM, device: 'third' };
		expect(answers(await readAll(store, third))).toEqual([first, second]);
		expect(answers(await readAll(eventStore(newer), third))).toEqual([first, second]);
		await newer.close();
		await close();
	});
});

function order({ id }: LogEvent, chance: number): number {
	return (Number.parseInt(id.slice(-4), 16) * 7919 + chance) % 1009;
}
