import type { Checklist, Step } from '$lib/domain/checklist';
import type { Check } from './plan-words';

/** The ways to check that a step names by code ("V7"), in the order of their numbers. */
export function checksOf({ text, evidence }: Step, all: readonly Check[]): readonly Check[] {
	return checksNamed(`${text} ${evidence}`, all);
}

export function checksNamed(text: string, all: readonly Check[]): readonly Check[] {
	const named = new Set(text.match(/\bV\d{1,2}\b/g));
	return all.filter(({ code }) => named.has(code));
}

export function checksIn({ steps }: Checklist, all: readonly Check[]): readonly Check[] {
	const named = new Set(steps.flatMap((step) => checksOf(step, all).map(({ code }) => code)));
	return all.filter(({ code }) => named.has(code));
}
