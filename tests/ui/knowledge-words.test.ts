import { expect, test } from 'vitest';
import { emptySurvey } from '../../src/lib/domain/survey';
import { olderOccasions } from '../../src/lib/ui/knowledge-words';

const SURVEY = {
	...emptySurvey('s', 'Lyon'),
	steps: { a: { state: 'done', knowledge: '1' } as const, b: { state: 'done' } as const }
};
const APPROVAL = { by: 'Ana', at: '2026-11-20T09:00:00+01:00', knowledge: '1' };
const PRINTED = { title: 'Site report', knowledge: '2', at: '2026-11-21T09:00:00+01:00' };

test('what was recorded, approved and printed with older knowledge is told, version by version', () => {
	expect(olderOccasions(SURVEY, APPROVAL, PRINTED, '3')).toEqual([
		{
			version: '1',
			occasions: [
				{ version: '1', what: 'Steps of this site were recorded' },
				{ version: '1', what: 'Ana approved the survey on 2026-11-20 09:00 (UTC+01:00)' }
			]
		},
		{
			version: '2',
			occasions: [
				{
					version: '2',
					what: '“Site report” was printed from this device on 2026-11-21 09:00 (UTC+01:00)'
				}
			]
		}
	]);
});

test('nothing is told of today’s knowledge, of an approval without a version and of no print', () => {
	const { by, at } = APPROVAL;
	expect(olderOccasions({ ...SURVEY, steps: {} }, { by, at }, undefined, '3')).toEqual([]);
	expect(olderOccasions({ ...SURVEY, steps: {} }, undefined, PRINTED, '2')).toEqual([]);
});
