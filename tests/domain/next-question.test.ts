import { expect, test } from 'vitest';
import { nextByWorth, type Spot } from '../../src/lib/domain/next-question.ts';
import { itemsOf, type Item } from '../../src/lib/domain/progress.ts';
import type { Question, Questionnaire } from '../../src/lib/domain/question.ts';
import type { Worth, Worths } from '../../src/lib/domain/worth-key.ts';
import { surveyOf, type Site } from '../knowledge/bundle.ts';

const ask = (id: string): Question => ({
	id,
	kind: 'text',
	prompt: id,
	why: 'So.',
	askedOf: 'contact',
	planReads: true
});
const FORM: Questionnaire = {
	id: 'form',
	version: 1,
	sections: [
		{ id: 'door', title: 'Door', intro: 'Here.', questions: [ask('name'), ask('code')] },
		{ id: 'people', title: 'G', intro: 'Here.', collection: 'groups', questions: [ask('many')] },
		{
			id: 'link',
			title: 'Link',
			intro: 'Here.',
			questions: [ask('speed'), ask('share'), ask('cap')]
		}
	]
};
const DECIDES: Worth = { kind: 'decides', couldChange: ['gup'] };
const NOTHING: Worth = { kind: 'nothing', because: 'So.' };

function next(site: Site, worths: Partial<Worths>, spot?: Spot, passed: readonly Spot[] = []) {
	const items: readonly Item[] = itemsOf(FORM, surveyOf(site));
	const found = nextByWorth(items, { of: {}, order: [], ...worths }, spot, passed);
	return typeof found === 'object' ? found.question.id : found;
}

const GROUP = { groups: { PCs: {} } };

test('what is most urgent is offered first, wherever it is asked', () => {
	const worths = { of: { speed: DECIDES, code: DECIDES }, order: ['speed', 'code'] };
	expect(next(GROUP, worths)).toBe('speed');
});

test('nobody is sent away from a section in which something still decides', () => {
	const worths = { of: { speed: DECIDES, code: DECIDES }, order: ['speed', 'code'] };
	expect(next(GROUP, worths, { question: 'name' })).toBe('code');
	expect(next(GROUP, worths, { question: 'code' })).toBe('speed');
});

test('inside a section what decides comes in asking order, from here on and round', () => {
	const worths = { of: { speed: DECIDES, cap: DECIDES }, order: ['cap', 'speed'] };
	expect(next(GROUP, worths, { question: 'share' })).toBe('cap');
	expect(next(GROUP, worths, { question: 'cap' })).toBe('speed');
});

test('another entry of the same section is another place', () => {
	const worths = {
		of: { 'groups/B/many': DECIDES, speed: DECIDES },
		order: ['speed', 'groups/B/many']
	};
	const spot: Spot = { question: 'many', place: { collection: 'groups', id: 'A' } };
	expect(next({ groups: { A: {}, B: {} } }, worths, spot)).toBe('speed');
});

test('where a first group would decide, it is to be added', () => {
	expect(next({}, { of: {}, order: ['many', 'speed'] })).toBe('groups');
});

test('what could not be found out is not offered again', () => {
	const site = { ...GROUP, answers: { speed: { unknown: 'nobody knew' } } };
	expect(next(site, { of: { speed: DECIDES }, order: ['speed'] })).toBe('name');
});

test('what can change nothing any more comes last, and is still asked', () => {
	const worths = { of: { name: NOTHING, code: NOTHING } };
	expect(next(GROUP, worths)).toBe('many');
	const rest = { answers: { speed: '1', share: '1', cap: '1' }, groups: { PCs: { many: '1' } } };
	expect(next(rest, worths)).toBe('name');
	expect(next({ ...rest, answers: { ...rest.answers, name: 'x', code: 'y' } }, worths)).toBe(
		undefined
	);
});

const spotOf = (question: string): Spot =>
	question === 'many' ? { question, place: { collection: 'groups', id: 'PCs' } } : { question };

test('who goes on without an answer is led past every question once before the first comes again', () => {
	const worths = { of: { speed: DECIDES, cap: DECIDES, share: NOTHING }, order: ['cap', 'speed'] };
	const seen: Spot[] = [];
	for (let step = 0; step < 8; step += 1) {
		seen.push(spotOf(next(GROUP, worths, seen.at(-1), seen.slice(0, -1))!));
	}
	expect(seen.map(({ question }) => question)).toEqual([
		...['cap', 'speed', 'name', 'code', 'many', 'share'],
		...['cap', 'speed']
	]);
});

test('what somebody went past comes after all else, even when it decides', () => {
	const worths = { of: { speed: DECIDES }, order: ['speed'] };
	const site = { answers: { name: 'A', share: 20, cap: 3 }, groups: { PCs: { many: 4 } } };
	const passed = [{ question: 'speed' }];
	expect(next(site, worths, { question: 'name' }, passed)).toBe('code');
	const all = { ...site, answers: { ...site.answers, code: 'B' } };
	expect(next(all, worths, { question: 'name' }, passed)).toBe('speed');
});
