import { type Answer, type Answers, valueOf } from './answer.ts';
import { holds } from './condition.ts';
import { factsAfter, factsOf } from './fact-table.ts';
import type { DerivedFacts, FactId } from './facts.ts';
import { firing, type Limits } from './firing.ts';
import type { MethodId } from './method.ts';
import type { Knowledge } from './plan.ts';
import type { Question } from './question.ts';
import { limitsWith, type Rule } from './rule.ts';
import { type Firings, firingsOf, type Outcome, outcomeOf, standingsOf } from './standing.ts';
import type { Collection, Instance, Survey } from './survey.ts';

/** One client group with some answers tried, and what comes of it. */
export interface Trial {
	readonly survey: Survey;
	readonly group: Instance;
	readonly facts: DerivedFacts;
	readonly firings: Firings;
	readonly outcome: Outcome;
}

export interface Asked {
	readonly question: Question;
	readonly collection: Collection | undefined;
}

/** Tries answers against the knowledge. */
export class Bench {
	readonly knowledge: Knowledge;
	readonly #limits: { book: Limits; of: Survey['limits'] | undefined };
	readonly #asked = new Map<string, Asked>();
	readonly #order: readonly string[];
	/** The rules that read a fact: a trial changes few facts, and is made thousands of times. */
	readonly #readers = new Map<FactId, Rule[]>();

	constructor(knowledge: Knowledge) {
		this.knowledge = knowledge;
		this.#limits = { book: {}, of: undefined };
		for (const { collection, questions } of knowledge.questionnaire.sections) {
			for (const question of questions) this.#asked.set(question.id, { question, collection });
		}
		this.#order = [...this.#asked.keys()];
		for (const row of knowledge.rules) {
			for (const need of row.needs) {
				this.#readers.set(need, [...(this.#readers.get(need) ?? []), row]);
			}
		}
	}

	/** Where the question can be answered: at the site or at a group; candidates and subnets choose no method. */
	asked(id: string): Asked | undefined {
		const asked = this.#asked.get(id);
		return asked?.collection === undefined || asked.collection === 'groups' ? asked : undefined;
	}

	place(id: string): number {
		return this.#order.indexOf(id);
	}

	start(survey: Survey, group: Instance): Trial {
		const facts = factsOf(survey, group, this.knowledge.sizes);
		const firings = firingsOf(this.knowledge.rules, facts, this.#limitsFor(survey));
		return { survey, group, facts, firings, outcome: outcomeOf(standingsOf(firings), facts) };
	}

	/** One more answer; only what reads it is judged anew. */
	next(trial: Trial, { question, collection }: Asked, answer: Answer): Trial {
		const given = (answers: Answers) => ({ ...answers, [question.id]: answer });
		const survey = collection
			? trial.survey
			: { ...trial.survey, answers: given(trial.survey.answers) };
		const group = collection
			? { ...trial.group, answers: given(trial.group.answers) }
			: trial.group;
		const { sizes } = this.knowledge;
		const { facts, changed } = factsAfter(trial.facts, question.id, survey, group, sizes);
		const limits = this.#limitsFor(survey);
		const firings = new Map(trial.firings);
		const touched = new Set(changed.flatMap((need) => this.#readers.get(need) ?? []));
		for (const row of touched) firings.set(row, firing(row, facts, limits));
		return { survey, group, facts, firings, outcome: outcomeOf(standingsOf(firings), facts) };
	}

	/** Answers worth trying: every option of a choice; of a number its bounds, and both sides of the limits it meets. */
	answersTo(question: Question, { facts, survey }: Trial): readonly Answer[] {
		const few = fewTrials(question);
		if (question.kind !== 'integer' && question.kind !== 'number') return few;
		const [low = 0, high = Infinity] = few as readonly number[];
		const limits = this.#limitsFor(survey);
		const edges = this.knowledge.rules
			.filter(({ needs }) => needs.some((need) => facts[need].reads.includes(question.id)))
			.flatMap((row) => row.limits ?? [])
			.flatMap((id) => [-1, 0, 1].map((step) => (limits[id] ?? 0) + step))
			.filter((value) => value >= low && value <= high);
		return [...new Set([...few, ...edges, question.min ?? low])];
	}

	#limitsFor({ limits }: Survey): Limits {
		if (this.#limits.of !== limits) {
			this.#limits.of = limits;
			this.#limits.book = limitsWith(this.knowledge.limits, limits);
		}
		return this.#limits.book;
	}
}

export function questionsInTheWay({ facts }: Trial): readonly string[] {
	return [...new Set(Object.values(facts).flatMap(({ missing }) => missing))];
}

/** The question has no value here and is not left out by its skip rule. */
export function lacks({ survey, group }: Trial, { question }: Asked): boolean {
	if (!isOpen({ ...survey.answers, ...group.answers }, question.id)) return false;
	const { skip } = question;
	if (skip === undefined) return true;
	const here = { ...survey, groups: [...survey.groups.filter(({ id }) => id !== group.id), group] };
	return holds(skip, here, { collection: 'groups', id: group.id }) !== true;
}

export function isOpen(answers: Answers, question: string): boolean {
	return valueOf(Object.hasOwn(answers, question) ? answers[question] : undefined) === undefined;
}

export function changed(before: Outcome, after: Outcome): readonly MethodId[] {
	if (before.leading === after.leading) return [];
	return [before.leading, after.leading].filter((method) => method !== null);
}

/** Versions on both sides of what still receives content. */
const VERSIONS = ['12.1', '14.3'];

export function fewTrials(question: Question): readonly Answer[] {
	switch (question.kind) {
		case 'choice':
			return question.options.map(({ value }) => value);
		case 'many':
			return [[], ...question.options.slice(0, 1).map(({ value }) => [value])];
		case 'integer':
		case 'number':
			return question.plausible ?? [question.min ?? 0, question.max ?? 100_000];
		case 'text':
			return VERSIONS;
		default:
			return [];
	}
}
