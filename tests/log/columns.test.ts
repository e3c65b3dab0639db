import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tick } from '../../src/lib/log/clock.ts';
import { fromColumns, toColumns } from '../../src/lib/log/columns.ts';
import type { LogEvent } from '../../src/lib/log/event.ts';
import { isoInZone } from '../../src/lib/log/moment.ts';
import { packPage, unpackPage } from '../../src/lib/log/packed.ts';
import { uuidv7 } from '../../src/lib/log/uuid.ts';
import type { PullReply, Stored } from '../../src/lib/log/wire.ts';

const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('', 'ana', '\ud800'));
const walls = fc.oneof(fc.nat(2 ** 42), fc.integer({ min: -(2 ** 45), max: 2 ** 45 }));
const zones = fc.integer({ min: -14 * 60, max: 14 * 60 });

/** As `commit` makes them, of devices whose clocks go as they like. */
const made: fc.Arbitrary<LogEvent> = fc
	.record({
		made: walls,
		wall: walls,
		zone: zones,
		chance: fc.uint8Array({ minLength: 10, maxLength: 10 }),
		fields: fc.record({
			survey: text,
			path: fc.constantFrom('answers/siteName', 'groups/a'),
			kind: fc.constantFrom('set', 'clear', 'invented'),
			value: fc.jsonValue(),
			form: fc.record({ id: text, version: fc.oneof(fc.integer(), fc.double({ noNaN: true })) }),
			supersedes: fc.array(text, { maxLength: 80 }),
			author: fc.record({ id: text, name: text }),
			device: text
		})
	})
	.map(({ made, wall, zone, chance, fields }) => ({
		id: uuidv7(made, chance),
		survey: fields.survey,
		path: fields.path,
		kind: fields.kind,
		value: fields.value as LogEvent['value'],
		form: fields.form,
		supersedes: fields.supersedes,
		author: fields.author,
		device: fields.device,
		hlc: tick(undefined, wall, fields.device),
		at: isoInZone(wall, zone)
	}));
/** Of another version, of another product, or no event at all. */
const strange = fc.oneof(
	fc.jsonValue(),
	made.map((event) => ({ ...event, photo: 'later' })),
	made.map(({ value, ...event }) => ({ value, ...event })),
	made.map((event) => ({ ...event, id: event.id.toUpperCase() })),
	made.map((event) => ({ ...event, at: event.at.slice(0, 10) })),
	fc
		.tuple(made, fc.constantFrom('id', 'form', 'value', 'supersedes', 'hlc'))
		.map(([event, key]) =>
			Object.fromEntries(Object.entries(event).filter(([name]) => name !== key))
		),
	made.map((event) => ({ ...event, author: { ...event.author, name: 'a'.repeat(2000) } })),
	made.map((event) => ({ ...event, hlc: event.hlc.replace('-', '_') }))
);

const overTheWire = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

test('events come out of columns to the letter, those of any other version too', () => {
	fc.assert(
		fc.property(fc.array(fc.oneof({ weight: 4, arbitrary: made }, strange)), (events) => {
			const back = fromColumns(overTheWire(toColumns(events)));
			expect(JSON.stringify(back)).toBe(JSON.stringify(events));
		}),
		{ numRuns: 300 }
	);
});

test('what a device of this version makes is told in columns, nothing of it as it is', () => {
	const sane = made.filter(
		({ at, supersedes }) => at.length === 25 && supersedes.join().length < 900
	);
	fc.assert(
		fc.property(fc.array(sane), (events) => {
			expect(toColumns(events).others).toEqual([]);
		}),
		{ examples: [[[]]] }
	);
});

test('a survey of sixty answers takes a third of its text, before it is packed', () => {
	const device = uuidv7(1e12, new Uint8Array(10));
	let hlc: string | undefined;
	const answers = Array.from({ length: 60 }, (_, n): LogEvent => {
		hlc = tick(hlc, 1.7e12, device);
		const chance = crypto.getRandomValues(new Uint8Array(10));
		return {
			...{ id: uuidv7(1.7e12, chance), survey: 'berlin', path: `answers/q${n}`, kind: 'set' },
			...{ value: n, form: { id: 'sep', version: 1 }, supersedes: [] },
			...{ author: { id: 'ana', name: 'Ana' }, device, hlc, at: isoInZone(1.7e12, 60) }
		};
	});
	const columns = JSON.stringify(toColumns(answers)).length;
	expect(columns).toBeLessThan(JSON.stringify(answers).length / 3);
});

test('anything else is no columns, and takes no room', () => {
	fc.assert(
		fc.property(fc.jsonValue(), (json) => {
			expect(fromColumns(json)).toBeUndefined();
		})
	);
	const good = () => overTheWire(toColumns(fc.sample(made, 3))) as Record<string, unknown>;
	const shared = (all: unknown[], at: unknown) => ({
		...good(),
		shared: { ...(good().shared as object), path: { all, at } }
	});
	for (const bad of [
		{ ...good(), count: 4 },
		{ ...good(), count: 1e9 },
		{ ...good(), count: -1 },
		{ ...good(), count: '3' },
		{ ...good(), count: 1e9, others: [[1e9, 1]] },
		{ ...good(), others: [[0, {}]] },
		{ ...good(), others: { length: 0 } },
		{ ...good(), value: [1, 2] },
		{ ...good(), value: { length: 3 } },
		{ ...good(), time: ['a', 'b', 'c'] },
		{ ...good(), wall: [1e300, 0, 0] },
		{ ...good(), counter: ['1', '2', '3'] },
		{ ...good(), chance: null },
		{ ...good(), shared: {} },
		shared(['a', 'b'], [0, 1, 2]),
		shared(['a', 'b'], ['__proto__', 'constructor', 'length']),
		shared(['a'.repeat(100_000)], undefined)
	])
		expect(fromColumns(bad), JSON.stringify(bad).slice(0, 200)).toBeUndefined();
});

const stored = fc.array(
	fc.record({ event: made, receivedAt: text, held: fc.option(fc.constant('invalid' as const)) })
);

test('a page comes out of its package as it went in, and half a package is no page', () => {
	fc.assert(
		fc.property(stored, fc.nat(1e9), (rows, since) => {
			const events = rows.map(({ event, receivedAt, held }, index): Stored => ({
				seq: since + 1 + index * 3,
				receivedAt,
				...(held ? { held } : {}),
				event
			}));
			const rest = { reset: false, from: null, skippedOwn: 1, filtered: 2, more: true };
			const cursor = { epoch: 'e', seq: 9, chk: 'c' };
			const page: PullReply = { ...rest, cursor, events };
			const packed = packPage(page);
			expect(unpackPage(overTheWire(packed))).toEqual(overTheWire(page));
			const half = { ...packed, columns: { ...packed.columns, seq: [...packed.columns.seq, 1] } };
			expect(unpackPage(half)).toBeUndefined();
		})
	);
});

test('a page that was not packed is left as it is', () => {
	for (const json of [null, 'text', { events: [] }]) expect(unpackPage(json)).toBe(json);
});
