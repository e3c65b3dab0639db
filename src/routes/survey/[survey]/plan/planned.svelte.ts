import { untrack } from 'svelte';
import { makePlan, type Knowledge, type Plan, type PlanOptions } from '$lib/domain/plan';
import { contentOf } from '$lib/domain/revision';
import type { Survey } from '$lib/domain/survey';

/** The plan of a survey, made anew only when an answer changes: a tick of the checklist changes none. */
export function planned(
	survey: () => Survey | undefined,
	knowledge: () => Knowledge,
	options: () => PlanOptions = () => ({})
): { readonly current: Plan | undefined } {
	const basis = $derived.by(() => {
		const current = survey();
		return current && JSON.stringify([contentOf(current), options()]);
	});
	const plan = $derived.by(() => {
		if (basis === undefined) return undefined;
		return untrack(() => {
			const current = survey();
			return current && makePlan(current, knowledge(), options());
		});
	});
	return {
		get current() {
			return plan;
		}
	};
}
