import type { Answers, Value } from './answer.ts';
import type { Question, Questionnaire } from './question.ts';
import { emptySurvey, type Collection, type Survey } from './survey.ts';

/** A made-up survey, and for each question the same survey with that one answered in every other way, or not at all. */
export interface Probe {
	readonly survey: Survey;
	readonly variations: readonly { readonly question: string; readonly survey: Survey }[];
}

/** Enough that yes and no each meet an example, a low and a high number; variations take every other option. */
const TURNS = 6;

/** Surveys with one group, candidate and subnet: one without answers, the others with an answer to every question. */
export function probesOf({ sections }: Questionnaire): readonly Probe[] {
	const asked = sections.flatMap(({ collection, questions }) =>
		questions.map((question): Asked => ({ question, collection, values: valuesFor(question) }))
	);
	const surveys = Array.from({ length: TURNS }, (_, turn) =>
		asked.reduce(
			(survey, each) => answered(survey, each, each.values[turn % each.values.length]),
			EMPTY
		)
	);
	return [EMPTY, ...surveys].map((survey) => ({
		survey,
		get variations() {
			return asked.flatMap((each) =>
				[undefined, ...each.values].map((value) => ({
					question: each.question.id,
					survey: answered(survey, each, value)
				}))
			);
		}
	}));
}

interface Asked {
	readonly question: Question;
	readonly collection: Collection | undefined;
	readonly values: readonly Value[];
}

const EMPTY: Survey = {
	...emptySurvey('probe', 'Probe'),
	groups: [{ id: 'group', answers: {} }],
	candidates: [{ id: 'candidate', answers: {} }],
	subnets: [{ id: 'subnet', answers: {} }]
};

function answered(survey: Survey, { question, collection }: Asked, value?: Value): Survey {
	const write = (answers: Answers): Answers => {
		const others = Object.entries(answers).filter(([id]) => id !== question.id);
		return Object.fromEntries(value === undefined ? others : [...others, [question.id, value]]);
	};
	if (collection === undefined) return { ...survey, answers: write(survey.answers) };
	const instances = survey[collection].map((each) => ({ ...each, answers: write(each.answers) }));
	return { ...survey, [collection]: instances };
}

function valuesFor(question: Question): readonly Value[] {
	switch (question.kind) {
		case 'choice':
			return question.options.map(({ value }) => value);
		case 'many':
			return [question.options.map(({ value }) => value), []];
		case 'integer':
		case 'number': {
			const [low, high] = question.plausible ?? [question.min ?? 0, question.max ?? 1000];
			return [Number(question.example ?? low), low, high];
		}
		case 'table':
			return [[Object.fromEntries(question.columns.map(({ id }) => [id, '7']))], []];
		default:
			return [question.example ?? 'one', 'another 12.1'];
	}
}
