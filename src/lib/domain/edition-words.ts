import type { Condition } from './condition.ts';
import type { Effect, Limit } from './rule.ts';
import { questionsOf, type Confidence, type Question, type Questionnaire } from './question.ts';

/** Words of the reviewer's edition for what is a code in the tables. */
export const CONFIDENCE_WORDS: Readonly<Record<Confidence, string>> = {
	vendor: 'vendor',
	'field-practice': 'field practice: test first',
	ours: 'our own judgement',
	unconfirmed: 'not confirmed'
};

export const EFFECT_WORDS: Readonly<Record<Effect, string>> = {
	'rules-out': 'rules it out',
	favours: 'speaks for it',
	cautions: 'speaks against it'
};

const COLLECTION_WORDS = {
	groups: 'client groups',
	candidates: 'candidates',
	subnets: 'subnets'
} as const;

/** A condition as a reader says it, with questions by their prompts and options by their labels. */
export function conditionWords(condition: Condition, questionnaire: Questionnaire): string {
	const words = (each: Condition) => conditionWords(each, questionnaire);
	if ('all' in condition) return joined(condition.all.map(words), 'and');
	if ('any' in condition) return joined(condition.any.map(words), 'or');
	if ('not' in condition) return `not (${words(condition.not)})`;
	if ('count' in condition) {
		const { count, where } = condition;
		const amount = 'over' in condition ? `more than ${condition.over}` : fewer(condition.under);
		return `there are ${amount} ${COLLECTION_WORDS[count]}${where ? ` where ${words(where)}` : ''}`;
	}
	const question = questionsOf(questionnaire).find(({ id }) => id === condition.question);
	return `“${question?.prompt ?? condition.question}” ${comparison(condition, question)}`;
}

function fewer(under: number): string {
	return under === 1 ? 'no' : `fewer than ${under}`;
}

function comparison(
	condition: Extract<Condition, { question: string }>,
	question: Question | undefined
): string {
	if ('is' in condition) return `is ${listed(condition.is, question)}`;
	if ('isNot' in condition) return `is not ${listed(condition.isNot, question)}`;
	if ('over' in condition) return `is more than ${condition.over}`;
	if ('under' in condition) return `is less than ${condition.under}`;
	return condition.includes.length === 0
		? 'names anything'
		: `names ${listed(condition.includes, question)}`;
}

function listed(values: readonly (string | number)[], question: Question | undefined): string {
	const options = question && 'options' in question ? question.options : [];
	const label = (value: string | number) =>
		options.find((option) => option.value === value)?.label ?? String(value);
	return values.map(label).join(' or ');
}

function joined(parts: readonly string[], word: 'and' | 'or'): string {
	return parts.length === 1 ? (parts[0] ?? '') : parts.map((part) => `(${part})`).join(` ${word} `);
}

/** What may be answered: kind, unit, options, bounds and an example. */
export function answerWords(question: Question): string {
	const parts: string[] = [];
	if (question.kind === 'choice' || question.kind === 'many') {
		const labels = question.options.map(({ label }) => label).join(' / ');
		parts.push(`${question.kind === 'choice' ? 'one of' : 'any of'}: ${labels}`);
	} else if (question.kind === 'table') {
		parts.push(`table: ${question.columns.map(({ label }) => label).join(', ')}`);
	} else if (question.kind === 'integer' || question.kind === 'number') {
		parts.push(question.kind === 'integer' ? 'whole number' : 'number');
		if (question.unit !== 'count') parts.push(question.unit);
		if (question.min !== undefined) parts.push(`at least ${question.min}`);
		if (question.max !== undefined) parts.push(`at most ${question.max}`);
		if (question.plausible) parts.push(`usual: ${question.plausible.join(' to ')}`);
	} else {
		parts.push({ text: 'text', date: 'date', datetime: 'date and time' }[question.kind]);
	}
	if (question.example !== undefined) parts.push(`example: ${question.example}`);
	return parts.join('; ');
}

/**
 * The condition of a rule as it runs, in words: read from the function itself, so that no second text can part from it.
 * Made in plain Node only, since a bundler rewrites functions.
 */
export function whenWords(when: (...args: never[]) => boolean, limits: readonly Limit[]): string {
	const source = String(when).replaceAll(/\s+/g, ' ');
	const body = source.slice(source.indexOf('=>') + 2).trim();
	if (body === 'true') return 'always';
	const said = PHRASES.reduce((text, [sign, word]) => text.replaceAll(sign, word), body);
	return said
		.replaceAll(/[A-Za-z]\w+/g, (name) => {
			const limit = limits.find(({ id }) => id === name);
			return limit ? `${LIMIT_NUMBER.format(limit.value)} (${name})` : name;
		})
		.replaceAll(/\s+/g, ' ')
		.trim();
}

const LIMIT_NUMBER = new Intl.NumberFormat('en-US');

const PHRASES: readonly (readonly [RegExp, string])[] = [
	[/&&/g, 'and'],
	[/\|\|/g, 'or'],
	[/!==/g, 'is not'],
	[/===/g, 'is'],
	[/>=/g, 'is at least'],
	[/<=/g, 'is at most'],
	[/>/g, 'is more than'],
	[/</g, 'is less than'],
	[/!(?=\w)/g, 'not '],
	[/\*/g, '×'],
	[/\//g, '÷'],
	[/['"]([\w-]*)['"]/g, '“$1”']
];

/** Limits by their values; whatever else is filled in at a site as ‹its name›. */
export function filledWords(text: string, limits: readonly Limit[]): string {
	return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
		const limit = limits.find(({ id }) => id === name);
		return limit ? String(limit.value) : `‹${name}›`;
	});
}
