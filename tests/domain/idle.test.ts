import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Answers } from '../../src/lib/domain/answer.ts';
import { readSurvey } from '../../src/lib/domain/interchange.ts';
import { makePlan } from '../../src/lib/domain/plan.ts';
import { itemsOf } from '../../src/lib/domain/progress.ts';
import type { Survey } from '../../src/lib/domain/survey.ts';
import { worthKey } from '../../src/lib/domain/worth-key.ts';
import { worthsOf } from '../../src/lib/domain/worth.ts';
import { TABLES } from '../knowledge/bundle.ts';
import { answerTo } from './surveys.ts';

const FOLDER = new URL('../../static/samples/', import.meta.url);

function sample(file: string): Survey {
	const read = readSurvey(readFileSync(new URL(file, FOLDER), 'utf8'), TABLES.questionnaire);
	if ('problem' in read) throw new Error(read.problem);
	return read.survey;
}

const recommended = (survey: Survey) =>
	makePlan(survey, TABLES).groups.map((group) => [group.id, group.recommended]);

/** The same site before some of its answers were given. */
function withGaps(survey: Survey): fc.Arbitrary<Survey> {
	const some = (answers: Answers): fc.Arbitrary<Answers> =>
		fc.subarray(Object.entries(answers)).map((kept) => Object.fromEntries(kept));
	return fc
		.tuple(some(survey.answers), ...survey.groups.map(({ answers }) => some(answers)))
		.map(([answers, ...groups]): Survey => ({
			...survey,
			answers,
			groups: survey.groups.map((group, index) => ({ ...group, answers: groups[index] ?? {} }))
		}));
}

test.each(readdirSync(FOLDER))(
	'%s: an answer that is said to change nothing never changes what is recommended',
	{ timeout: 120_000 },
	(file) => {
		let tried = 0;
		const site = withGaps(sample(file)).chain((survey) => {
			const { of } = worthsOf(survey, TABLES);
			const idle = itemsOf(TABLES.questionnaire, survey).filter(
				({ question, place }) => of[worthKey(question.id, place)]?.kind === 'nothing'
			);
			const given = fc.tuple(
				...idle.map(({ question, place }) =>
					answerTo(question).map((answer) => ({ id: question.id, place, answer }))
				)
			);
			return fc.record({ survey: fc.constant(survey), given });
		});
		fc.assert(
			fc.property(site, ({ survey, given }) => {
				const before = recommended(survey);
				for (const { id, place, answer } of given) {
					const write = (answers: Answers) => ({ ...answers, [id]: answer });
					const then = place
						? {
								...survey,
								[place.collection]: survey[place.collection].map((each) =>
									each.id === place.id ? { ...each, answers: write(each.answers) } : each
								)
							}
						: { ...survey, answers: write(survey.answers) };
					expect(recommended(then), id).toEqual(before);
					tried += 1;
				}
			}),
			{ numRuns: 25 }
		);
		expect(tried).toBeGreaterThan(0);
	}
);
