import { cornerOf, missingIn, type Range } from '$lib/domain/bands';
import type { MethodId } from '$lib/domain/method';
import type { Knowledge, Outline } from '$lib/domain/plan';
import type { Play, Scenario, Simulation } from '$lib/domain/simulation/model';
import { canPlay, stage } from '$lib/domain/simulation/scenario';
import type { Survey } from '$lib/domain/survey';

/** What the worker is to play, in its order, and what each of them is of. */
export interface Staging {
	readonly scenarios: readonly Scenario[];
	readonly parts: readonly { readonly method: MethodId; readonly corner?: 'best' | 'worst' }[];
	readonly assumptions: readonly string[];
}

/**
 * A scenario for each method that at least one group could use; for those named in `banded` also both ends of what is
 * missing. A method whose speed is not known has its ends only.
 */
export function scenariosFor(
	survey: Survey,
	plan: Outline,
	{ sizes }: Knowledge,
	ranges: readonly Range[],
	banded: readonly MethodId[]
): Staging {
	const isMissing = missingIn(survey, ranges).length > 0;
	const staged = plan.transfer.flatMap(({ method }) => {
		const could = new Set(
			plan.groups
				.filter(({ verdicts }) =>
					verdicts.some((verdict) => verdict.method === method && verdict.fit !== 'ruled-out')
				)
				.map(({ id }) => id)
		);
		const at = (other: Survey) =>
			stage(
				other,
				other.groups.filter(({ id }) => could.has(id)),
				method,
				sizes
			);
		const ends =
			isMissing && banded.includes(method)
				? (['best', 'worst'] as const).map((corner) => ({
						...at(cornerOf(survey, ranges, corner)),
						part: { method, corner }
					}))
				: [];
		return [{ ...at(survey), part: { method } }, ...ends];
	});
	const playable = staged.filter(({ scenario }) => canPlay(scenario));
	return {
		scenarios: playable.map(({ scenario }) => scenario),
		parts: playable.map(({ part }) => part),
		assumptions: [...new Set(playable.flatMap(({ assumptions }) => assumptions))]
	};
}

/** What came back from the worker, method by method. */
export function playsOf(
	{ scenarios, parts }: Staging,
	results: readonly (Simulation | undefined)[]
): readonly Play[] {
	const find = (method: MethodId, corner?: 'best' | 'worst') => {
		const index = parts.findIndex((part) => part.method === method && part.corner === corner);
		const [scenario, result] = [scenarios[index], results[index]];
		return scenario && result ? { scenario, result } : undefined;
	};
	return [...new Set(parts.map(({ method }) => method))].flatMap((method) => {
		const point = find(method);
		const best = find(method, 'best');
		const worst = find(method, 'worst');
		const shown = point ?? best;
		if (!shown) return [];
		return [
			{
				...{ method, ...shown, isPoint: point !== undefined },
				...(best ? { best: best.result } : {}),
				...(worst ? { worst: worst.result } : {})
			}
		];
	});
}
