import { isNotApplicable, valueOf, type Answers } from './answer.ts';
import { factsOf, FACT_IDS } from './fact-table.ts';
import { CHOICES, type DerivedFacts, type FactId, type Facts } from './facts.ts';
import { numbersFor, type Conditional, type Guess, type Limits } from './firing.ts';
import { probesOf } from './probe.ts';
import type { Questionnaire } from './question.ts';
import { emptySurvey, type Collection, type Instance, type Survey } from './survey.ts';
import type { Sizes } from './transfer.ts';

/** What each fact may ever read, whatever is answered: found by looking, in several made-up surveys. */
export interface Reading {
	readonly of: Readonly<Record<FactId, ReadonlySet<string>>>;
	/** Facts that add up all groups of the site. */
	readonly ofTheSite: ReadonlySet<FactId>;
	readonly placeOf: ReadonlyMap<string, Collection | undefined>;
}

export function readingOf(questionnaire: Questionnaire, sizes: Sizes): Reading {
	const of = Object.fromEntries(FACT_IDS.map((id) => [id, new Set<string>()]));
	for (const { survey } of probesOf(questionnaire)) {
		const facts = factsOf(survey, survey.groups[0]!, sizes);
		for (const id of FACT_IDS) for (const question of facts[id].reads) of[id]!.add(question);
	}
	return {
		of: of as unknown as Reading['of'],
		ofTheSite: new Set(FACT_IDS.filter((id) => addsUp(id, sizes))),
		placeOf: new Map(
			questionnaire.sections.flatMap(({ collection, questions }) =>
				questions.map(({ id }) => [id, collection] as const)
			)
		)
	};
}

function addsUp(id: FactId, sizes: Sizes): boolean {
	const groups = [
		{ id: 'counted', answers: { clients: 1 } },
		{ id: 'uncounted', answers: {} }
	];
	const survey = {
		...emptySurvey('probe', 'Probe'),
		answers: { linkDownMbps: 1, heartbeatMinutes: 5 }
	};
	return factsOf({ ...survey, groups }, groups[0]!, sizes)[id].uncounted.length > 0;
}

/** The facts of a group that any answer still missing could move, whichever others come with it. */
export function unsettledFacts(
	survey: Survey,
	group: Instance,
	facts: DerivedFacts,
	{ of, ofTheSite, placeOf }: Reading
): ReadonlySet<FactId> {
	const isMissing = (id: FactId) => (question: string) => {
		const place = placeOf.get(question);
		if (place === undefined) return isOpen({ ...survey.answers, ...group.answers }, question);
		const asked = place === 'groups' && !ofTheSite.has(id) ? [group] : survey[place];
		const all = place === 'groups' && !asked.includes(group) ? [...asked, group] : asked;
		return all.some(({ answers }) => isOpen(answers, question));
	};
	return new Set(FACT_IDS.filter((id) => [...of[id], ...facts[id].reads].some(isMissing(id))));
}

function isOpen(answers: Answers, question: string): boolean {
	const answer = Object.hasOwn(answers, question) ? answers[question] : undefined;
	return valueOf(answer) === undefined && !(answer !== undefined && isNotApplicable(answer));
}

/** `fires` and `silent` stay so whatever is still answered; `moves` is everything else. */
export type Settled = 'fires' | 'silent' | 'moves';

export function settledFiring(
	row: Conditional,
	facts: DerivedFacts,
	unsettled: ReadonlySet<FactId>,
	limits: Limits
): Settled {
	const guess: Guess = {};
	const open: FactId[] = [];
	for (const need of row.needs) {
		const { value, notApplicable } = facts[need];
		if (unsettled.has(need)) open.push(need);
		else if (notApplicable || value === undefined) return 'silent';
		else guess[need] = value;
	}
	if (open.length === 0) return row.when(guess as Facts, limits) ? 'fires' : 'silent';
	return mayFire(row, open, guess, limits) ? 'moves' : 'silent';
}

function mayFire(
	row: Conditional,
	[next, ...rest]: readonly FactId[],
	guess: Guess,
	limits: Limits
): boolean {
	if (next === undefined) return row.when(guess as Facts, limits);
	const values = CHOICES[next] ?? [...numbersFor(row, guess, limits), 0.5, 1e6];
	return values.some((value) => mayFire(row, rest, { ...guess, [next]: value }, limits));
}
