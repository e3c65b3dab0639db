import { isNotApplicable, type Value, valueOf } from './answer.ts';
import type { Derived } from './facts.ts';
import { type Crowd, sumWith, type Uncounted } from './site-sums.ts';
import type { Instance, Survey } from './survey.ts';
import type { Assumable, SizeId, Sizes } from './transfer.ts';

/** Reads answers and remembers which were missing and what was assumed in their place. */
export class FactReader {
	readonly #reads = new Set<string>();
	readonly #missing = new Set<string>();
	readonly #assumptions = new Set<string>();
	readonly #uncounted: Uncounted[] = [];
	#notApplicable = false;
	readonly survey: Survey;
	readonly group: Instance;
	readonly sizes: Sizes;

	constructor(survey: Survey, group: Instance, sizes: Sizes) {
		this.survey = survey;
		this.group = group;
		this.sizes = sizes;
	}

	derived(value: unknown): Derived<never> {
		const known = value !== undefined && !this.#notApplicable;
		return {
			...(known ? { value: value as never } : {}),
			notApplicable: this.#notApplicable,
			missing: [...this.#missing],
			reads: [...this.#reads],
			uncounted: this.#uncounted,
			assumptions: known ? [...this.#assumptions] : []
		};
	}

	/** The value; a question that does not apply makes the fact one that does not apply. */
	value(question: string, of: Instance = this.group): Value | undefined {
		const answer = this.#answer(question, of);
		if (isNotApplicable(answer)) this.#notApplicable = true;
		else if (valueOf(answer) === undefined) this.#missing.add(question);
		return valueOf(answer);
	}

	/** The value of a question that applies to every group, whatever was answered. */
	must(question: string): Value | undefined {
		const value = valueOf(this.#answer(question, this.group));
		if (value === undefined) this.#missing.add(question);
		return value;
	}

	/** As `value`; but where the question does not apply there is nothing of the kind, and that is `none`. */
	valueOr<T extends Value>(question: string, none: T): Value | undefined {
		return isNotApplicable(this.#answer(question, this.group)) ? none : this.value(question);
	}

	text<T extends string>(question: string, of?: Instance): T | undefined {
		const value = this.value(question, of);
		return typeof value === 'string' ? (value as T) : undefined;
	}

	number(question: string): number | undefined {
		const value = this.value(question);
		return typeof value === 'number' ? value : undefined;
	}

	/** Yes or no; no where the question does not apply. */
	isYes(question: string): boolean | undefined {
		const value = this.valueOr(question, 'no');
		return typeof value === 'string' ? value === 'yes' : undefined;
	}

	/** Whether the answer, yes or no, is the given one, for what is taken as the usual until it is answered. */
	isKnownAs(question: string, wanted: string, assumption: string): boolean {
		const answer = this.#answer(question, this.group);
		if (isNotApplicable(answer)) return wanted === 'no';
		const value = valueOf(answer);
		if (value === undefined) {
			this.#missing.add(question);
			this.#assumptions.add(assumption);
		}
		return value === wanted;
	}

	/** The measured number, or the size that stands in for it; the assumption is remembered. */
	numberOr(question: string, assumed: SizeId): number {
		return this.numberOf(question) ?? this.assume(this.sizes[assumed]);
	}

	/** The number, or nothing where the caller takes something else instead. */
	numberOf(question: string): number | undefined {
		const answer = this.#answer(question, this.group);
		const value = valueOf(answer);
		if (typeof value === 'number') return value;
		if (!isNotApplicable(answer)) this.#missing.add(question);
		return undefined;
	}

	note(assumption: string): void {
		this.#assumptions.add(assumption);
	}

	assume(size: Assumable): number {
		this.#assumptions.add(size.assumption);
		return size.value;
	}

	/** Adds up a crowd of the site, once this group's own number is known; a total that waits for everybody never comes. */
	sum(crowd: Crowd): number | undefined {
		for (const question of ['managed', 'airGapped', 'roaming', 'platform'])
			this.#answer(question, this.group);
		if (this.must('clients') === undefined) return undefined;
		const { clients, uncounted } = sumWith(this.survey.groups, this.group, crowd);
		this.#uncounted.push(...uncounted);
		if (uncounted.length > 0)
			this.#assumptions.add(`${UNCOUNTED[crowd] ?? 'Not counted yet'}: ${named(uncounted)}.`);
		return clients;
	}

	/** Reads an answer of the group, or of the site where the group has none of that name. */
	#answer(question: string, { answers }: Instance) {
		this.#reads.add(question);
		if (Object.hasOwn(answers, question)) return answers[question];
		return Object.hasOwn(this.survey.answers, question) ? this.survey.answers[question] : undefined;
	}
}

/** Where the clients themselves count, and only what they take is open. */
const UNCOUNTED: { readonly [Id in Crowd]?: string } = {
	'full-only': 'Taken as Windows, until the platform is answered'
};

function named(uncounted: readonly Uncounted[]): string {
	const names = uncounted.map(({ name }) => name);
	if (names.length <= 4) return names.join(', ');
	return `${names.slice(0, 3).join(', ')} and ${names.length - 3} more groups`;
}
