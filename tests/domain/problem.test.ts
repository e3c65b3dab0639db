import { describe, expect, test } from 'vitest';
import { problemWith, readInput, warningWith } from '../../src/lib/domain/problem.ts';
import type { Question } from '../../src/lib/domain/question.ts';

const asked = { prompt: 'How much?', why: 'It decides.', askedOf: 'contact' } as const;
const share: Question = {
	...asked,
	id: 'linkSharePercent',
	kind: 'number',
	unit: '%',
	min: 1,
	max: 100,
	plausible: [5, 80]
};
const clients: Question = { ...asked, id: 'clients', kind: 'integer', unit: 'clients', min: 0 };
const name: Question = { ...asked, id: 'siteName', kind: 'text' };
const tools: Question = {
	...asked,
	id: 'tools',
	kind: 'many',
	options: [
		{ value: 'sms-sccm', label: 'SMS' },
		{ value: 'gpo', label: 'GPO' }
	]
};
const yesNo: Question = {
	...asked,
	id: 'sepmReachable',
	kind: 'choice',
	options: [
		{ value: 'yes', label: 'Yes' },
		{ value: 'no', label: 'No' }
	]
};
const dates: Question = {
	...asked,
	id: 'baselineDates',
	kind: 'table',
	columns: [
		{ id: 'host', label: 'Computer', kind: 'text' },
		{ id: 'av', label: 'Virus definitions', kind: 'date' }
	]
};

describe('a value has at most one problem', () => {
	test('a number below, inside and above its bounds', () => {
		expect(problemWith(share, 0)).toBe('This cannot be less than 1 %.');
		expect(problemWith(share, 25)).toBeUndefined();
		expect(problemWith(share, 101)).toBe('This cannot be more than 100 %.');
	});

	test('NaN and infinity are problems, since JSON would lose them', () => {
		expect(problemWith(share, NaN)).toBeDefined();
		expect(problemWith(clients, Infinity)).toBeDefined();
	});

	test('a whole number is whole, and text is not a number', () => {
		expect(problemWith(clients, 2.5)).toBe('This must be a whole number.');
		expect(problemWith(clients, '40')).toBe('This must be a number.');
	});

	test('a choice takes its options only, a list takes several or none', () => {
		expect(problemWith(yesNo, 'maybe')).toBe('Choose one of: yes, no.');
		expect(problemWith(tools, [])).toBeUndefined();
		expect(problemWith(tools, ['gpo', 'pdq'])).toContain('Choose any of');
	});

	test('a reason must be given for "could not find out" and "does not apply"', () => {
		expect(problemWith(clients, { unknown: ' ' })).toContain('why');
		expect(problemWith(clients, { unknown: 'contact on leave' })).toBeUndefined();
		expect(problemWith(clients, { notApplicable: '' })).toContain('why');
	});

	test('markup that could act is not a name; a plain bracket is', () => {
		expect(problemWith(name, 'Lyon <script>alert(1)</script>')).toContain('markup');
		expect(problemWith(name, '< IMG src=x onerror=y>')).toContain('markup');
		expect(problemWith(name, 'Halls <A> & <B>, "Südtor"')).toBeUndefined();
	});

	test('a table names the row and the column', () => {
		expect(problemWith(dates, [{ host: 'PC1', av: '2026-02-30' }])).toBe(
			'Row 1, Virus definitions: a date such as 2026-11-20 is needed.'
		);
		expect(problemWith(dates, [{ host: 'PC1', av: '' }])).toBeUndefined();
	});
});

test('an unusual number is a warning, not a wall', () => {
	expect(warningWith(share, 95)).toContain('Unusual');
	expect(warningWith(share, 25)).toBeUndefined();
	expect(problemWith(share, 95)).toBeUndefined();
});

test('typed text becomes a value, a problem, or nothing', () => {
	expect(readInput(share, ' 25 % ')).toEqual({ value: 25 });
	expect(readInput(share, '250')).toHaveProperty('problem');
	expect(readInput(share, '  ')).toEqual({ empty: true });
	expect(readInput(name, ' Lyon ')).toEqual({ value: 'Lyon' });
});
