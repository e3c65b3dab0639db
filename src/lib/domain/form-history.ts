import { valueOf, type Answer, type Value } from './answer.ts';

/** What became of a question with a new version of the questionnaire; what is left out stayed as it was. */
export interface FormChange {
	/** The question, or those it was split into, that its answers are answers to now. */
	readonly now?: string | readonly string[];
	/** Options that are called otherwise now; `null` for one that is gone. */
	readonly options?: Readonly<Record<string, string | null>>;
	/** Why an earlier value cannot stand for one of today: another kind, unit or meaning. A sentence to the surveyor. */
	readonly anew?: string;
}

/**
 * By version, what it changed against the one before, by the id that the question had until then. A question that is not
 * asked any more needs no entry: its answers are kept.
 */
export type FormHistory = Readonly<Record<number, Readonly<Record<string, FormChange>>>>;

/** An answer as it reads under another version. */
export interface Viewed {
	readonly question: string;
	/** `null` where an answer was taken back. */
	readonly answer: Answer | null;
	/** Why it must be given anew; until then the question counts as not answered. */
	readonly anew?: string;
}

/** An answer given under version `from`, as `to` has it: more than one where the question was split. Nothing is dropped. */
export function viewed(
	history: FormHistory,
	[from, to]: readonly [from: number, to: number],
	question: string,
	answer: Answer | null
): readonly Viewed[] {
	let views: readonly Viewed[] = [{ question, answer }];
	for (let version = from + 1; version <= to; version++)
		views = views.flatMap((view) => {
			const changes = history[version] ?? {};
			const change = Object.hasOwn(changes, view.question) ? changes[view.question] : undefined;
			return change ? changed(view, change) : [view];
		});
	return views;
}

function changed({ question, answer, anew }: Viewed, change: FormChange): readonly Viewed[] {
	const targets = [change.now ?? question].flat();
	const value = valueOf(answer ?? undefined);
	// "Could not find out" and "does not apply" say the same in every version.
	if (value === undefined) return targets.map((target) => ({ question: target, answer }));
	const mapped = change.options ? withOptions(value, change.options) : value;
	const why =
		anew ??
		change.anew ??
		(mapped === undefined ? 'That option is not there any more.' : undefined) ??
		(targets.length > 1 ? 'It was one question with another.' : undefined);
	return targets.map((target) => ({
		question: target,
		answer: mapped ?? value,
		...(why === undefined ? {} : { anew: why })
	}));
}

/** `undefined` when an option that was chosen is gone. */
function withOptions(value: Value, options: NonNullable<FormChange['options']>): Value | undefined {
	const named = (option: unknown) =>
		typeof option === 'string' && Object.hasOwn(options, option) ? options[option] : option;
	if (!Array.isArray(value)) return (named(value) as Value | null) ?? undefined;
	const list = (value as readonly unknown[]).map(named);
	return list.includes(null) ? undefined : (list as unknown as Value);
}
