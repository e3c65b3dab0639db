import type { Knowledge, Plan } from '$lib/domain/plan';
import type { Scenario } from '$lib/domain/simulation/model';
import { canPlay, stage } from '$lib/domain/simulation/scenario';
import type { Survey } from '$lib/domain/survey';

/** A scenario for each method that at least one group could use and whose link is known. */
export function scenariosFor(
	survey: Survey,
	plan: Plan,
	{ sizes }: Knowledge
): { readonly scenarios: readonly Scenario[]; readonly assumptions: readonly string[] } {
	const staged = plan.transfer.map(({ method }) => {
		const could = survey.groups.filter(({ id }) =>
			plan.groups.some(
				(group) =>
					group.id === id &&
					group.verdicts.some((verdict) => verdict.method === method && verdict.fit !== 'ruled-out')
			)
		);
		return stage(survey, could, method, sizes);
	});
	const playable = staged.filter(({ scenario }) => canPlay(scenario));
	return {
		scenarios: playable.map(({ scenario }) => scenario),
		assumptions: [...new Set(playable.flatMap(({ assumptions }) => assumptions))]
	};
}
