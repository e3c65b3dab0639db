import { describe, expect, test } from 'vitest';
import { matterText, useText, type Contender } from '../../src/lib/ui/conflict-words';

const NAMES: Readonly<Record<string, string>> = { gup: 'GUP', sepm: 'SEPM' };
const nameOf = (method: string) => NAMES[method] ?? method;
const line = { path: 'p', prompt: 'Speed', text: '2', isOwn: true, href: undefined };
const contender = (who: string, lines: number): Contender => ({
	...{ id: 'e', who, at: '2026-11-20T09:12:00+01:00', device: 'this device' },
	...{ source: 'questions version 1', putBack: undefined },
	lines: Array.from({ length: lines }, () => line)
});

describe('whether a conflict matters', () => {
	test('is said of two and of more answers', () => {
		const none = { kind: 'none' } as const;
		expect(matterText(none, ['Ana', 'Kim'], nameOf)).toBe('Both answers give the same plan.');
		expect(matterText(none, ['A', 'B', 'C'], nameOf)).toBe('All answers give the same plan.');
	});

	test('names whose answer leads to what', () => {
		const matter = {
			kind: 'methods',
			groups: [{ name: 'Office', recommended: ['gup', null] }]
		} as const;
		expect(matterText(matter, ['Ana', 'Kim'], nameOf)).toBe(
			'Office: with Ana’s answer GUP is recommended, with Kim’s answer nothing can be recommended yet.'
		);
	});

	test('numbers the answers where a name would not tell them apart', () => {
		const matter = {
			kind: 'methods',
			groups: [{ name: 'Office', recommended: ['gup', 'sepm', undefined] }]
		} as const;
		expect(matterText(matter, ['Ana', 'Ana', ''], nameOf)).toBe(
			'Office: with answer 1 GUP is recommended, with answer 2 SEPM is recommended, with answer 3 the group is not there.'
		);
	});
});

test('a set of answers is used as a whole, by the name of its author if he has one', () => {
	expect(useText(contender('Ana', 1))).toBe('Use this');
	expect(useText(contender('Ana', 3))).toBe('Use Ana’s three');
	expect(useText(contender('', 3))).toBe('Use these three');
});
