import { describe, expect, test } from 'vitest';
import { looksAt, stepsWatched } from '../../src/lib/domain/monitoring.ts';
import { makeChecklist } from '../../src/lib/domain/checklist.ts';
import { METHOD_IDS } from '../../src/lib/domain/method.ts';
import { placeholdersOf } from '../../src/lib/domain/placeholders.ts';
import type { Survey } from '../../src/lib/domain/survey.ts';
import { MONITORING } from '../../src/lib/knowledge/monitoring.ts';
import { QUESTIONNAIRE } from '../../src/lib/knowledge/questionnaire.ts';
import { STEPS } from '../../src/lib/knowledge/steps.ts';
import { surveyOf } from '../knowledge/bundle.ts';

const SITE: Survey = surveyOf({
	answers: { sepmAdmin: 'Maria Kern', sepmVersion: '14.3 RU8', defAgeLimitDays: 5 },
	groups: { g: { groupName: 'Office PCs', platform: 'windows', clients: 40 } },
	candidates: [{ host: 'LYO-FS1' }]
});
const names = (survey: Survey) =>
	placeholdersOf(
		survey,
		survey.groups.map(({ id }) => id),
		QUESTIONNAIRE
	);

describe('what is watched after the roll-out', () => {
	test('names the groups, the GUP, the version, the limit and the person of the site', () => {
		const looks = looksAt(MONITORING, 'gup', names(SITE));
		const look = (id: string) => looks.find((each) => each.id === id);
		expect(look('monitor-revision')).toMatchObject({
			person: 'Maria Kern',
			check: expect.stringContaining('managed clients of Office PCs') as string
		});
		expect(look('monitor-gup')?.check).toContain('free disk of LYO-FS1');
		expect(look('monitor-gup-version')?.check).toContain('which was 14.3 RU8');
		expect(look('monitor-out-of-date')?.good).toContain('this site (5 days)');
		expect(look('monitor-first-hour')?.person).toBeUndefined();
	});

	test('holds what concerns the method, and nothing of another', () => {
		for (const method of METHOD_IDS) {
			const looks = looksAt(MONITORING, method, names(SITE));
			expect(looks.every(({ methods }) => methods.includes(method))).toBe(true);
			expect(looks).toHaveLength(
				MONITORING.filter(({ methods }) => methods.includes(method)).length
			);
		}
	});

	test('leaves room to write for what the survey does not know, and no placeholder', () => {
		const bare = names(surveyOf({ groups: { g: {} } }));
		const looks = METHOD_IDS.flatMap((method) => looksAt(MONITORING, method, bare));
		for (const { check, good } of looks) expect(`${check} ${good}`).not.toMatch(/[{}]|undefined/);
		expect(looks.find(({ id }) => id === 'monitor-gup')?.check).toContain('________ (ask)');
	});

	test.each(METHOD_IDS)(
		'is reached from the steps of %s that hand it over or are named in it',
		(method) => {
			const groups = SITE.groups.map(({ id }) => id);
			const checklist = makeChecklist(method, SITE, groups, STEPS, names(SITE));
			const looks = MONITORING.filter(({ methods }) => methods.includes(method));
			const watched = stepsWatched(checklist, looks);
			expect(watched.some(({ hold, phase }) => hold && phase === 'hand-over')).toBe(true);
			const codes = watched.map(({ code }) => code);
			if (method === 'third-party') expect(codes).toContain('E-02');
			if (method === 'intelligent-updater') expect(codes).toContain('F-18');
			for (const { text, code } of checklist.steps)
				if (text.includes('monitoring page')) expect(codes).toContain(code);
		}
	);
});
