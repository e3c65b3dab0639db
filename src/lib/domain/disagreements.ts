import type { Conflict } from './edition.ts';
import type { Plan } from './plan.ts';

/** The conflicts between sources that bear on a plan: a reason, a warning or a step of it carries what we do about them. */
export function disagreementsIn(
	{ groups, warnings, gup, checklists }: Plan,
	conflicts: readonly Conflict[]
): readonly Conflict[] {
	const carrying = new Set([
		...warnings.map(({ rule }) => rule),
		...groups.flatMap(({ verdicts }) =>
			verdicts.flatMap(({ because }) => because.map(({ rule }) => rule))
		),
		...(gup?.proposals.map(({ setting }) => `setting:${setting}`) ?? []),
		...checklists.flatMap(({ steps }) => steps.map(({ code }) => code))
	]);
	return conflicts.filter(({ by }) => by.some((each) => carrying.has(each)));
}
