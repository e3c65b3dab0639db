import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Unit } from '../../src/lib/domain/question.ts';
import { readQuantity } from '../../src/lib/domain/quantity.ts';

describe('a number is read as a person types it', () => {
	const cases: readonly [text: string, unit: Unit, value: number][] = [
		['2', 'Mbit/s', 2],
		['2M', 'Mbit/s', 2],
		['10 Mbit/s', 'Mbit/s', 10],
		['1,5', 'Mbit/s', 1.5],
		['1.5', 'Mbit/s', 1.5],
		['512 kbit/s', 'Mbit/s', 0.512],
		['512k', 'Mbit/s', 0.512],
		['1 Gbit/s', 'Mbit/s', 1000],
		['1.544 Mbps', 'Mbit/s', 1.544],
		['1,234', 'Mbit/s', 1.234],
		['1,234.5', 'Mbit/s', 1234.5],
		['1.234,5', 'Mbit/s', 1234.5],
		['12 000', 'clients', 12_000],
		['12,000', 'clients', 12_000],
		['12.000', 'clients', 12_000],
		["12'000", 'clients', 12_000],
		['12k', 'clients', 12_000],
		['1,200,000', 'clients', 1_200_000],
		['25 %', '%', 25],
		['1.2 GB', 'MB', 1200],
		['500 MB', 'GB', 0.5],
		['1 h', 'minutes', 60],
		['30 min', 'hours', 0.5],
		['2 weeks', 'days', 14],
		['-3', 'count', -3]
	];

	test.each(cases)('%s in %s is %d', (text, unit, value) => {
		expect(readQuantity(text, unit)).toEqual({ value });
	});
});

describe('what is not a number of that quantity is a problem, never a guess', () => {
	const cases: readonly [text: string, unit: Unit][] = [
		['fast', 'Mbit/s'],
		['', 'Mbit/s'],
		['2 MB/s', 'Mbit/s'],
		['2 MBps', 'Mbit/s'],
		['2 MB', 'Mbit/s'],
		['10 apples', 'clients'],
		['1.2.3', 'Mbit/s'],
		['1,2,3', 'clients'],
		['NaN', 'count'],
		['1e5', 'count'],
		['2 toString', 'MB'],
		['--3', 'count']
	];

	test.each(cases)('%j in %s', (text, unit) => {
		expect(readQuantity(text, unit)).toHaveProperty('problem');
	});
});

test('any number that is written plainly is read back exactly', () => {
	fc.assert(
		fc.property(fc.integer({ min: 0, max: 9_999_999 }), fc.integer({ min: 0, max: 99 }), (a, b) => {
			const text = `${a}.${String(b).padStart(2, '0')}`;
			expect(readQuantity(text, 'Mbit/s')).toEqual({ value: Number(text) });
			expect(readQuantity(String(a), 'clients')).toEqual({ value: a });
		})
	);
});

test('whatever is typed gives a finite number or a sentence', () => {
	fc.assert(
		fc.property(
			fc.string(),
			fc.constantFrom<Unit>('Mbit/s', 'MB', 'clients', '%'),
			(text, unit) => {
				const reading = readQuantity(text, unit);
				if ('value' in reading) expect(Number.isFinite(reading.value)).toBe(true);
				else expect(reading.problem).toMatch(/\.$/);
			}
		)
	);
});
