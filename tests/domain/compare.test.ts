import { describe, expect, test } from 'vitest';
import type { Answers } from '../../src/lib/domain/answer.ts';
import { methodColumn, scoped, surveyColumn } from '../../src/lib/domain/compare.ts';
import { makePlan } from '../../src/lib/domain/plan.ts';
import { KNOWLEDGE } from '../../src/lib/knowledge/knowledge.ts';
import { surveyOf } from '../knowledge/bundle.ts';

const SITE: Answers = {
	sepmReachable: 'yes',
	internetAllowed: 'no',
	linkDownMbps: 2,
	linkSharePercent: 25,
	windowHours: 8,
	fullContentMegabytes: 120,
	deltaMegabytes: 1.5
};
const PCS: Answers = { groupName: 'PCs', platform: 'windows', clients: 40, managed: 'yes' };
const MACS: Answers = { groupName: 'Macs', platform: 'mac', clients: 10, managed: 'yes' };
const survey = surveyOf({ answers: SITE, groups: { PCs: PCS, Macs: MACS } });
const plan = makePlan(survey, KNOWLEDGE);
const idOf = (name: string) => plan.groups.find((group) => group.name === name)!.id;
const column = (method: 'sepm' | 'gup' | 'intelligent-updater', group?: string) =>
	methodColumn(method, survey, scoped(survey, plan, group && idOf(group), KNOWLEDGE), KNOWLEDGE);

describe('two methods side by side', () => {
	test('every reason of the verdicts stands on its side, and no other', () => {
		const { verdicts } = plan.groups.find(({ name }) => name === 'PCs')!;
		for (const method of ['sepm', 'gup'] as const) {
			const verdict = verdicts.find((each) => each.method === method)!;
			const rules = (effect: string[]) =>
				verdict.because.filter((reason) => effect.includes(reason.effect)).map(({ rule }) => rule);
			const own = column(method, 'PCs');
			expect(own.reasonsFor.map(({ rule }) => rule)).toEqual(rules(['favours']));
			expect(own.reasonsAgainst.map(({ rule }) => rule)).toEqual(rules(['rules-out', 'cautions']));
			expect(own.open.map(({ rule }) => rule)).toEqual(verdict.open.map(({ rule }) => rule));
		}
		expect(column('gup', 'PCs').reasonsFor.map(({ rule }) => rule)).toContain('gup-thin-link');
	});

	test('for one group only its own clients are reckoned with, for the site all that could use it', () => {
		expect(column('sepm', 'PCs').transfer?.wanMegabytesPerDay).toBe(40 * 1.5 * 3);
		expect(column('sepm').transfer?.wanMegabytesPerDay).toBe(40 * 1.5 * 3 + 10 * 120 * 3);
		expect(column('gup').transfer?.wanMegabytesPerDay).toBe(1.5 * 3);
		expect(column('gup', 'PCs').transfer?.firstFillHours).toBeCloseTo((120 * 8) / 500 / 3.6, 3);
	});

	test('a method that is out for a group has no cost there and says why', () => {
		const { transfer, fits, reasonsAgainst } = column('gup', 'Macs');
		expect(transfer).toBeUndefined();
		expect(fits).toEqual([{ group: 'Macs', fit: 'ruled-out' }]);
		expect(reasonsAgainst[0]?.groups).toEqual(['Macs']);
	});

	test('steps and holds are those of the checklist one would carry out', () => {
		const { steps } = makePlan(survey, KNOWLEDGE, { method: 'gup' }).checklists[0]!;
		const own = column('gup');
		expect(own.steps).toBe(steps.length);
		expect(own.holds).toBe(steps.filter(({ hold }) => hold).length);
		expect(own.holds).toBeGreaterThan(0);
	});

	test('walking from machine to machine takes six minutes each; nobody walks for a GUP', () => {
		expect(column('intelligent-updater', 'PCs').personHours).toBe(4);
		expect(column('gup', 'PCs').personHours).toBe(0);
	});
});

test('a survey says what is recommended, what it costs and what is missing', () => {
	const own = surveyColumn(survey, plan);
	expect(own).toMatchObject({ clients: 50, linkMbps: 2, sharePercent: 25, windowHours: 8 });
	expect(own.groups.map(({ name, clients }) => [name, clients])).toEqual([
		['PCs', 40],
		['Macs', 10]
	]);
	expect(own.direct?.firstFillHours).toBeCloseTo((50 * 120 * 8) / 500 / 3.6, 3);
	expect(own.open).toBe(plan.open.length);
	expect(own.chosen.map(({ method }) => method).sort()).toEqual(
		[...new Set(plan.groups.flatMap(({ recommended }) => recommended ?? []))].sort()
	);
	const unknown = surveyOf({ answers: { linkDownMbps: { unknown: 'locked' } }, groups: {} });
	expect(surveyColumn(unknown, makePlan(unknown, KNOWLEDGE))).toMatchObject({
		...{ clients: 0, linkMbps: null, direct: undefined, chosen: [] }
	});
});
