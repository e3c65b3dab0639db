import type { Condition } from './condition.ts';
import type { Collection } from './survey.ts';

/** How sure we are of a fact, a rule or a step. `unconfirmed` never states a value as a fact. */
export type Confidence = 'vendor' | 'field-practice' | 'ours' | 'unconfirmed';

/** Whom or what the technician asks: the order of the survey follows it. */
export type AskedOf = 'contact' | 'machine' | 'network' | 'sepm-console' | 'technician';

export interface Option {
	readonly value: string;
	readonly label: string;
	readonly hint?: string;
}

export interface Column {
	readonly id: string;
	readonly label: string;
	readonly kind: 'text' | 'integer' | 'date';
}

/** A unit in which a number may be typed: "10 Mbit/s" or "10M" for a question in Mbit/s. */
export type Unit =
	| 'Mbit/s'
	| 'MB'
	| 'GB'
	| '%'
	| 'minutes'
	| 'hours'
	| 'days'
	| 'ms'
	| 'clients'
	| 'revisions'
	| 'count';

interface Asked {
	/** The key of the answer for ever; camelCase. */
	readonly id: string;
	/** The question as it is put to a person; ends in a question mark, or names what to write down. */
	readonly prompt: string;
	/** Why it matters and which decision or step uses it, in one or two sentences. */
	readonly why: string;
	/** How to find the answer on site: where to click, what to run, whom to ask. */
	readonly find?: string;
	/** An answer as it might be typed. */
	readonly example?: string;
	readonly askedOf: AskedOf;
	/** Ids of sources (knowledge/sources.ts) that make us ask. */
	readonly sources?: readonly string[];
	/** The question is left out once this is known to hold; while it is not known, the question is asked. */
	readonly skip?: Condition;
	/** Answers with the same word here belong together: they are merged, and conflict, as one. */
	readonly together?: string;
	/** Set for what nothing is decided or printed by but the record itself: one sentence that says what it is kept for. */
	readonly record?: string;
	/** True for what the plan needs; everything else is useful, and progress says so. */
	readonly planReads?: boolean;
}

export interface TextQuestion extends Asked {
	readonly kind: 'text';
	readonly long?: boolean;
}

export interface NumberQuestion extends Asked {
	readonly kind: 'integer' | 'number';
	readonly unit: Unit;
	/** Outside of these the answer is impossible: a problem. */
	readonly min?: number;
	readonly max?: number;
	/** Outside of these it is unusual: a warning, not a wall. */
	readonly plausible?: readonly [number, number];
}

export interface ChoiceQuestion extends Asked {
	readonly kind: 'choice' | 'many';
	readonly options: readonly Option[];
}

export interface DateQuestion extends Asked {
	/** `date` is YYYY-MM-DD; `datetime` is ISO 8601 with an offset. */
	readonly kind: 'date' | 'datetime';
}

export interface TableQuestion extends Asked {
	readonly kind: 'table';
	readonly columns: readonly Column[];
}

export type Question =
	TextQuestion | NumberQuestion | ChoiceQuestion | DateQuestion | TableQuestion;

export interface Section {
	/** kebab-case; part of the URL. */
	readonly id: string;
	readonly title: string;
	/** One sentence: what this section is for and where to stand while answering it. */
	readonly intro: string;
	/** Set for a section that is repeated once per instance. */
	readonly collection?: Collection;
	readonly questions: readonly Question[];
}

export interface Questionnaire {
	readonly id: string;
	readonly version: number;
	readonly sections: readonly Section[];
}

export function questionsOf(questionnaire: Questionnaire): readonly Question[] {
	return questionnaire.sections.flatMap((section) => section.questions);
}
