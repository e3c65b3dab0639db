import type { Plan } from '$lib/domain/plan';
import type { Item } from '$lib/domain/progress';
import { workProgressOf, type Work } from '$lib/domain/work';
import { counted } from '$lib/ui/plan-words';

/** Why a report is still a draft, one sentence each; none when it is final. */
export function reportDrafts(plan: Plan, items: readonly Item[], conflicts: number) {
	const withheld = plan.groups.filter(({ recommended }) => recommended === null).length;
	const problems = items.filter(({ problem }) => problem !== undefined).length;
	return [
		...(plan.groups.length === 0 ? ['There is no client group yet.'] : []),
		...(withheld > 0 ? [`${counted(withheld, 'client group')} without a recommendation.`] : []),
		...(plan.open.length > 0
			? [`${counted(plan.open.length, 'missing answer')} could change the plan.`]
			: []),
		...(problems > 0 ? [`${counted(problems, 'answer')} with a problem.`] : []),
		...conflicting(conflicts)
	];
}

/** Why a checklist is still a draft. */
export function checklistDrafts(works: readonly Work[], conflicts: number) {
	const { open, blocked } = workProgressOf(works);
	return [
		...(open > 0 ? [`${counted(open, 'step')} open.`] : []),
		...(blocked > 0 ? [`${counted(blocked, 'step')} blocked.`] : []),
		...conflicting(conflicts)
	];
}

function conflicting(conflicts: number): readonly string[] {
	return conflicts > 0 ? [`${counted(conflicts, 'answer')} differ between devices.`] : [];
}
