import { valueOf } from '$lib/domain/answer';
import { transferBands, type Range } from '$lib/domain/bands';
import type { MethodId } from '$lib/domain/method';
import type { Knowledge, Outline } from '$lib/domain/plan';
import type { Play } from '$lib/domain/simulation/model';
import { stage } from '$lib/domain/simulation/scenario';
import type { Survey } from '$lib/domain/survey';
import type { Sizes } from '$lib/domain/transfer';
import { heartbeatsIn } from '$lib/ui/load-words';
import type { FigureInput } from '$lib/ui/network-figures';

/** What the pictures of a site are drawn from. */
export function figureInput(
	survey: Survey,
	plan: Outline,
	{ methods, sizes }: Knowledge,
	ranges: readonly Range[],
	plays: readonly Play[],
	leading: MethodId | null,
	mark: string
): FigureInput {
	const window = valueOf(survey.answers.windowHours);
	return {
		transfer: plan.transfer,
		bands: transferBands(survey, plan, sizes, ranges),
		plays,
		leading,
		methods,
		marks: new Map(leading ? [[leading, mark]] : []),
		windowHours: typeof window === 'number' ? window : sizes.windowHours.value,
		heartbeats: heartbeatsOf(survey, sizes)
	};
}

/** The heartbeats of all groups, in the closed form. */
function heartbeatsOf(survey: Survey, sizes: Sizes): FigureInput['heartbeats'] {
	const { scenario } = stage(survey, survey.groups, 'sepm', sizes);
	return heartbeatsIn(scenario);
}

/** The methods whose bands are drawn: the direct way, and what leads. */
export function bandedMethods(leading: MethodId | null): readonly MethodId[] {
	return leading === null || leading === 'sepm' ? ['sepm'] : ['sepm', leading];
}

/** What most clients of a site are recommended, or lean to. */
export function mainMethod(survey: Survey, { groups }: Pick<Outline, 'groups'>): MethodId | null {
	const counts = new Map<MethodId, number>();
	for (const { id, recommended, leading } of groups) {
		const method = recommended ?? leading;
		if (method === null) continue;
		const clients = valueOf(survey.groups.find((group) => group.id === id)?.answers.clients);
		counts.set(method, (counts.get(method) ?? 0) + (typeof clients === 'number' ? clients : 1));
	}
	const [most] = [...counts].sort(([, a], [, b]) => b - a);
	return most?.[0] ?? null;
}
