import type { Conditional } from './firing.ts';
import { factsOf } from './fact-table.ts';
import type { FactId } from './facts.ts';
import { limitsWith, type Rule } from './rule.ts';
import { METHOD_IDS, type Method, type MethodId } from './method.ts';
import { openQuestions } from './open.ts';
import type { Knowledge } from './plan.ts';
import { itemsOf } from './progress.ts';
import { readsBeside, type BesideReads } from './reads-beside.ts';
import { readingOf, settledFiring, unsettledFacts, type Reading } from './settled.ts';
import type { Instance, Place, Survey } from './survey.ts';
import { worthKey, type Worth, type Worths } from './worth-key.ts';

/** Weighs every missing answer of a survey as it stands. */
export function worthsOf(survey: Survey, knowledge: Knowledge): Worths {
	const open = openQuestions(survey, knowledge);
	const keyed = open.map(({ question, group, couldChange }) => {
		const place = group === undefined ? undefined : ({ collection: 'groups', id: group } as const);
		return { key: worthKey(question, place), question, couldChange };
	});
	const deciding = new Map(keyed.map(({ key, couldChange }) => [key, couldChange]));
	const scales = new Scales(survey, knowledge);
	const of: Record<string, Worth> = {};
	for (const { question, place, state } of itemsOf(knowledge.questionnaire, survey)) {
		if (!question.planReads || (state !== 'unanswered' && state !== 'unknown')) continue;
		const key = worthKey(question.id, place);
		const couldChange = deciding.get(key);
		of[key] = couldChange ? { kind: 'decides', couldChange } : scales.weigh(question.id, place);
	}
	return { of, order: keyed.map(({ key }) => key) };
}

/** One client group with what is settled about it for good. */
interface Settled {
	readonly id: string;
	/** Not ruled out for good. */
	readonly possible: ReadonlySet<MethodId>;
	/** Facts that a rule or an advice reads whose word is not final. */
	readonly moving: ReadonlySet<FactId>;
}

/** Whatever is planned, it says for which site. */
const ON_EVERY_PRINT: readonly string[] = ['siteName', 'siteCode'];

/** What the tables read is found once. */
const BOOKS = new WeakMap<Knowledge, { reading: Reading; beside: BesideReads }>();

class Scales {
	readonly #knowledge: Knowledge;
	readonly #reading: Reading;
	readonly #beside: BesideReads;
	readonly #groups: readonly Settled[];
	readonly #possible: ReadonlySet<MethodId>;

	constructor(survey: Survey, knowledge: Knowledge) {
		const { questionnaire, sizes } = knowledge;
		const book = BOOKS.get(knowledge) ?? {
			reading: readingOf(questionnaire, sizes),
			beside: readsBeside(knowledge)
		};
		BOOKS.set(knowledge, book);
		this.#knowledge = knowledge;
		this.#reading = book.reading;
		this.#beside = book.beside;
		const groups = survey.groups.length > 0 ? survey.groups : [{ id: '', answers: {} }];
		this.#groups = groups.map((group) => this.#settled(survey, group));
		this.#possible = new Set(this.#groups.flatMap(({ possible }) => [...possible]));
	}

	weigh(question: string, place: Place | undefined): Worth {
		const isUsed = ON_EVERY_PRINT.includes(question) || this.#fillsIn(question);
		if (isUsed || this.#moves(question, place)) return { kind: 'details' };
		return { kind: 'nothing', because: this.#because(question) };
	}

	#settled(survey: Survey, group: Instance): Settled {
		const { rules, advice, limits, sizes } = this.#knowledge;
		const facts = factsOf(survey, group, sizes);
		const unsettled = unsettledFacts(survey, group, facts, this.#reading);
		const effective = limitsWith(limits, survey.limits);
		const says = (row: Conditional) => settledFiring(row, facts, unsettled, effective);
		const out = new Set(
			rules
				.filter((row) => row.effect === 'rules-out' && says(row) === 'fires')
				.map(({ method }) => method)
		);
		const possible = new Set(METHOD_IDS.filter((method) => !out.has(method)));
		const moving = [
			...rules.filter(({ method }) => possible.has(method)),
			...advice.filter(({ about }) => about?.some((method) => possible.has(method)) ?? true)
		].filter((row) => says(row) === 'moves');
		return { id: group.id, possible, moving: new Set(moving.flatMap(({ needs }) => needs)) };
	}

	/** A rule or an advice that still matters reads it, by a fact that is not settled. */
	#moves(question: string, place: Place | undefined): boolean {
		const { of, ofTheSite } = this.#reading;
		return this.#groups.some(({ id, moving }) =>
			[...moving].some(
				(fact) =>
					of[fact].has(question) &&
					(place?.collection !== 'groups' || place.id === id || ofTheSite.has(fact))
			)
		);
	}

	/** Something beside the verdicts is made of it, for a method that is still possible. */
	#fillsIn(question: string): boolean {
		return [...this.#possible].some((method) => this.#beside[method].has(question));
	}

	#because(question: string): string {
		const reads = ({ needs }: Rule) => needs.some((need) => this.#reading.of[need].has(question));
		const readers = METHOD_IDS.filter(
			(method) =>
				this.#beside[method].has(question) ||
				this.#knowledge.rules.some((row) => row.method === method && reads(row))
		);
		if (readers.length > 0 && readers.every((method) => !this.#possible.has(method))) {
			const names = this.#knowledge.methods.filter(({ id }) => readers.includes(id)).map(shortOf);
			return `Only ${listed(names)} would use it, and here ${names.length === 1 ? 'that is' : 'those are'} ruled out.`;
		}
		return 'Other answers have already decided everything that reads it.';
	}
}

const shortOf = ({ short }: Method) => short;

function listed(names: readonly string[]): string {
	if (names.length < 2) return names.join('');
	return `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}
