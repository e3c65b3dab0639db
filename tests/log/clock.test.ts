import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { heard, momentIn, notAfter, tick, type Hlc } from '../../src/lib/log/clock.ts';
import { uuidv7 } from '../../src/lib/log/uuid.ts';

const DAY = 24 * 3_600_000;
const walls = fc.oneof(
	fc.integer({ min: 0, max: 2 ** 43 }),
	fc.integer({ min: -5, max: 5 }),
	fc.constantFrom(Number.NaN, Infinity, -Infinity, 2 ** 48)
);

describe('the hybrid clock', () => {
	test('F14: goes forward whatever the wall clock does', () => {
		fc.assert(
			fc.property(fc.array(walls, { minLength: 2 }), (readings) => {
				let last: Hlc | undefined;
				for (const wall of readings) {
					const next = tick(last, wall, 'd1');
					if (last !== undefined) expect(next > last).toBe(true);
					last = next;
				}
			})
		);
	});

	test('goes forward when one millisecond holds more readings than the counter has', () => {
		const full = tick(undefined, 7, 'd1').replace('-000000-', '-ffffff-');
		expect(tick(full, 7, 'd1') > full).toBe(true);
	});

	test('follows the wall clock when that is later', () => {
		expect(tick(tick(undefined, 1000, 'd1'), 2000, 'd1')).toBe(tick(undefined, 2000, 'd1'));
	});

	test('is later than everything it has heard', () => {
		fc.assert(
			fc.property(fc.nat(DAY), fc.nat(DAY), (here, there) => {
				const remote = tick(undefined, there, 'd2');
				const last = heard(undefined, remote, here);
				expect(tick(last, here, 'd1') > remote).toBe(true);
			})
		);
	});

	test('F14: is shown as of no later moment than the one at which it was there', () => {
		const ahead = tick(undefined, 9 * DAY, 'd-2');
		expect(notAfter(ahead, DAY)).toBe(tick(undefined, DAY, 'd-2'));
		expect(momentIn(notAfter(ahead, DAY))).toBe(DAY);
		expect(notAfter(ahead, 9 * DAY)).toBe(ahead);
		expect(notAfter('tomorrow', DAY)).toBe('tomorrow');
	});

	test('is not dragged along by a device that is years ahead, nor by what is no clock', () => {
		const last = tick(undefined, DAY, 'd1');
		expect(heard(last, tick(undefined, 3 * DAY, 'd2'), DAY)).toBe(last);
		expect(heard(last, 'tomorrow', DAY)).toBe(last);
		expect(heard(last, tick(undefined, 5, 'd2'), DAY)).toBe(last);
	});
});

describe('an id', () => {
	const random = fc.uint8Array({ minLength: 10, maxLength: 10 });

	test('is a UUID of version 7 that holds time and chance', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 2 ** 48 - 1 }), random, (time, bytes) => {
				const id = uuidv7(time, bytes);
				expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
				expect(Number.parseInt(id.slice(0, 13).replace('-', ''), 16)).toBe(time);
			})
		);
	});

	test('differs when the chance differs', () => {
		const ids = [0, 1, 255].map((byte) => uuidv7(5, new Uint8Array(10).fill(byte, 9)));
		expect(new Set(ids).size).toBe(3);
	});

	test('is refused when there is not enough chance', () => {
		expect(() => uuidv7(5, new Uint8Array(4))).toThrow('10 random bytes');
	});
});
