import type { MethodId } from './method.ts';
import type { Knowledge } from './plan.ts';
import { questionsFor } from './recommend.ts';
import type { Instance, Survey } from './survey.ts';
import {
	type Asked,
	Bench,
	changed,
	fewTrials,
	isOpen,
	lacks,
	questionsInTheWay,
	type Trial
} from './trials.ts';

/** A question without a value whose answer could still change what is recommended. */
export interface OpenQuestion {
	readonly question: string;
	/** Present where the question is asked of one client group that exists. */
	readonly group?: string;
	readonly couldChange: readonly MethodId[];
}

/** Questions of one open rule are tried together up to this many ways; beyond, alone only. */
const MOST_WAYS = 96;

/** Groups whose missing numbers are tried for what they change in another group. */
const MOST_UNCOUNTED = 12;

/**
 * The value of information, by trying: every question that stands in the way of a fact is answered in each way its kind
 * allows, alone and together with those that wait in the same rule, and the recommendation is made anew. What changes
 * nothing is not listed. A survey without groups is asked what a first group would need.
 */
export function openQuestions(survey: Survey, knowledge: Knowledge): readonly OpenQuestion[] {
	const hasGroups = survey.groups.length > 0;
	const groups = hasGroups ? survey.groups : [{ id: '', answers: {} }];
	const found = new Findings(new Bench(knowledge), hasGroups);
	for (const group of groups) found.look(survey, group);
	return found.listed();
}

interface Finding {
	readonly question: string;
	readonly group: string | undefined;
	readonly methods: Set<MethodId>;
	urgency: Urgency;
}

/** Whether a recommendation waits for the answer, whether it changes one alone, or only together with others. */
type Urgency = 'withholds' | 'alone' | 'together';

const URGENCIES: readonly Urgency[] = ['withholds', 'alone', 'together'];

/** Gathers what could change, question by question. */
class Findings {
	readonly #found = new Map<string, Finding>();
	/** Groups with the same answers are asked once; the name decides nothing. */
	readonly #seen = new Map<string, readonly Finding[]>();
	readonly #bench: Bench;
	readonly #hasGroups: boolean;

	constructor(bench: Bench, hasGroups: boolean) {
		this.#bench = bench;
		this.#hasGroups = hasGroups;
	}

	look(survey: Survey, group: Instance): void {
		const key = JSON.stringify({ ...group.answers, groupName: '' });
		const known = this.#seen.get(key);
		if (known) {
			for (const each of known) this.#add({ ...each, group: each.group && group.id });
			return;
		}
		const now = this.#bench.start(survey, group);
		const own = new Map<string, Finding>();
		const note: Note = (id, methods, urgency) => {
			const finding = own.get(id) ?? this.#finding(id, group.id);
			for (const method of methods) if (method !== null) finding.methods.add(method);
			if (methods.length > 0) finding.urgency = sooner(finding.urgency, urgency);
			own.set(id, finding);
		};
		this.#waiting(now, note);
		this.#alone(now, note);
		this.#together(now, note);
		this.#elsewhere(survey, now);
		const findings = [...own.values()].filter(({ methods }) => methods.size > 0);
		for (const finding of findings) this.#add(finding);
		this.#seen.set(key, findings);
	}

	/** What a recommendation waits for comes first; then what changes it alone; then in the order of the survey. */
	listed(): readonly OpenQuestion[] {
		const rank = ({ urgency, question }: Finding) =>
			URGENCIES.indexOf(urgency) * 10_000 + this.#bench.place(question);
		return [...this.#found.values()]
			.sort((a, b) => rank(a) - rank(b) || ((a.group ?? '') < (b.group ?? '') ? -1 : 1))
			.map(({ question, group, methods }) => ({
				question,
				...(group === undefined ? {} : { group }),
				couldChange: [...methods].sort()
			}));
	}

	/** Decisive rules that are open: an answer to each of their questions is what a recommendation waits for. */
	#waiting(now: Trial, note: Note): void {
		for (const { rule, between } of now.outcome.contests) {
			for (const id of questionsFor(rule, now.facts)) {
				if (this.#asks(now, id)) note(id, between, 'withholds');
			}
		}
	}

	#alone(now: Trial, note: Note): void {
		for (const id of questionsInTheWay(now)) {
			const asked = this.#asks(now, id);
			if (!asked) continue;
			for (const answer of this.#bench.answersTo(asked.question, now)) {
				const then = this.#bench.next(now, asked, answer);
				note(id, changed(now.outcome, then.outcome), 'alone');
			}
		}
	}

	/** Where a rule waits for several answers, each of them counts that makes a difference given the others. */
	#together(now: Trial, note: Note): void {
		const tried = new Set<string>();
		const out = new Set(
			[...now.firings]
				.filter(([{ effect }, says]) => effect === 'rules-out' && says === 'fires')
				.map(([{ method }]) => method)
		);
		for (const [row, says] of now.firings) {
			if (says !== 'open' || out.has(row.method)) continue;
			const ids = questionsFor(row, now.facts).filter((id) => this.#asks(now, id));
			const key = [...ids].sort().join();
			if (ids.length < 2 || tried.has(key)) continue;
			tried.add(key);
			this.#combine(now, ids, note);
		}
	}

	#combine(now: Trial, ids: readonly string[], note: Note): void {
		const asked = ids.map((id) => this.#bench.asked(id)!);
		const ways = asked.map(({ question }) => fewTrials(question));
		if (ways.reduce((product, each) => product * each.length, 1) > MOST_WAYS) return;
		let trials: { readonly at: readonly number[]; readonly trial: Trial }[] = [
			{ at: [], trial: now }
		];
		for (const [index, each] of asked.entries()) {
			trials = trials.flatMap(({ at, trial }) =>
				ways[index]!.map((answer, way) => ({
					at: [...at, way],
					trial: this.#bench.next(trial, each, answer)
				}))
			);
		}
		for (const [index, id] of ids.entries()) {
			const leaders = new Map<string, Set<MethodId | null>>();
			for (const { at, trial } of trials) {
				const others = at.filter((_, place) => place !== index).join();
				const alike = leaders.get(others) ?? new Set();
				leaders.set(others, alike.add(trial.outcome.leading));
			}
			for (const alike of leaders.values()) if (alike.size > 1) note(id, [...alike], 'together');
		}
	}

	/** The missing numbers of other groups, where a total of the site decides. */
	#elsewhere(survey: Survey, now: Trial): void {
		const all = Object.values(now.facts).flatMap(({ uncounted }) => uncounted);
		const places = new Map(all.map((each) => [`${each.group}/${each.question}`, each]));
		for (const { group: id, question } of [...places.values()].slice(0, MOST_UNCOUNTED)) {
			const asked = this.#bench.asked(question);
			const other = survey.groups.find((group) => group.id === id);
			if (!asked || !other || !isOpen(other.answers, question)) continue;
			const finding = this.#finding(question, id);
			for (const answer of this.#bench.answersTo(asked.question, now)) {
				const answers = { ...other.answers, [question]: answer };
				const groups = survey.groups.map((group) =>
					group === other ? { ...other, answers } : group
				);
				const then = this.#bench.start({ ...survey, groups }, now.group);
				for (const method of changed(now.outcome, then.outcome)) finding.methods.add(method);
			}
			if (finding.methods.size > 0) this.#add(finding);
		}
	}

	/** The question, where an answer to it is missing and would be taken. */
	#asks(now: Trial, id: string): Asked | undefined {
		const asked = this.#bench.asked(id);
		return asked && lacks(now, asked) ? asked : undefined;
	}

	#finding(question: string, group: string): Finding {
		const isOfGroup = this.#hasGroups && this.#bench.asked(question)?.collection === 'groups';
		return {
			question,
			group: isOfGroup ? group : undefined,
			methods: new Set(),
			urgency: 'together'
		};
	}

	#add({ question, group, methods, urgency }: Finding): void {
		const key = `${group ?? ''}/${question}`;
		const entry = this.#found.get(key) ?? {
			...{ question, group, urgency },
			methods: new Set<MethodId>()
		};
		for (const method of methods) entry.methods.add(method);
		entry.urgency = sooner(entry.urgency, urgency);
		this.#found.set(key, entry);
	}
}

type Note = (id: string, methods: readonly (MethodId | null)[], urgency: Urgency) => void;

function sooner(a: Urgency, b: Urgency): Urgency {
	return URGENCIES.indexOf(a) <= URGENCIES.indexOf(b) ? a : b;
}
