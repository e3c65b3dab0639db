import type { MethodId } from './method.ts';
import { makePlan, type Knowledge, type Plan } from './plan.ts';
import type { Survey } from './survey.ts';

/** What a conflict comes to: the same plan whichever answer is used, the same methods, or other methods. */
export type Matter =
	| { readonly kind: 'none' }
	| { readonly kind: 'details' }
	| {
			readonly kind: 'methods';
			/** Client groups that are served differently, by name; what each variant recommends, in the order given. */
			readonly groups: readonly {
				readonly name: string;
				/** `null`: nothing can be recommended yet. `undefined`: the group is not there. */
				readonly recommended: readonly (MethodId | null | undefined)[];
			}[];
	  };

/** Makes the plan of every variant and says how far they part. */
export function matterOf(variants: readonly Survey[], knowledge: Knowledge): Matter {
	const plans = variants.map((variant) => makePlan(variant, knowledge));
	const names = new Map(plans.flatMap(({ groups }) => groups.map(({ id, name }) => [id, name])));
	const groups = Array.from(names, ([id, name]) => ({
		name,
		recommended: plans.map((plan) => plan.groups.find((group) => group.id === id)?.recommended)
	})).filter(({ recommended }) => new Set(recommended).size > 1);
	if (groups.length > 0) return { kind: 'methods', groups };
	return new Set(plans.map(written)).size > 1 ? { kind: 'details' } : { kind: 'none' };
}

/** The title of a survey is on every plan and decides nothing. */
function written({ survey: { id }, ...plan }: Plan): string {
	return JSON.stringify({ ...plan, survey: id });
}
