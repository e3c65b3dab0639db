import { alongOf, missingIn, type Range } from '$lib/domain/bands';
import type { MethodId } from '$lib/domain/method';
import type { Knowledge, Outline } from '$lib/domain/plan';
import type { Play, Scenario, Simulation } from '$lib/domain/simulation/model';
import { withoutGups } from '$lib/domain/simulation/failing';
import { canPlay, stage, type Act } from '$lib/domain/simulation/scenario';
import type { Survey } from '$lib/domain/survey';

interface Part {
	readonly method: MethodId;
	readonly act: Act;
	/** How far along the ranges of what is missing, from 0 to 1; not set for the survey as it is. */
	readonly along?: number;
	/** Where no Group Update Provider answers. */
	readonly fails?: true;
}

/** What the worker is to play, in its order, and what each of them is of. */
export interface Staging {
	readonly scenarios: readonly Scenario[];
	readonly parts: readonly Part[];
	readonly assumptions: readonly string[];
}

const ACTS: readonly Act[] = ['fill', 'day'];
/** Both ends, and enough between them that the load of one gives way to that of the next. */
const ALONG = [0, 0.25, 0.5, 0.75, 1];

/**
 * A first fill and an ordinary day for each method that at least one group could use; for those named in `banded` also
 * along the ranges of what is missing. A method whose speed is not known has these only.
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
		const at = (other: Survey, part: Part) => {
			const groups = other.groups.filter(({ id }) => could.has(id));
			return { ...stage(other, groups, method, sizes, part.act), part };
		};
		const fails = method === 'gup' && banded.includes(method);
		return ACTS.flatMap((act) => [
			at(survey, { method, act }),
			...(fails ? [failing(at(survey, { method, act, fails }))] : []),
			...(isMissing && banded.includes(method) ? ALONG : []).map((along) =>
				at(alongOf(survey, ranges, along), { method, act, along })
			)
		]);
	});
	const playable = staged.filter(
		({ scenario, part }) =>
			canPlay(scenario) && (part.act === 'fill' || part.method !== 'intelligent-updater')
	);
	return {
		scenarios: playable.map(({ scenario }) => scenario),
		parts: playable.map(({ part }) => part),
		assumptions: [...new Set(playable.flatMap(({ assumptions }) => assumptions))]
	};
}

function failing<Staged extends { readonly scenario: Scenario }>(staged: Staged): Staged {
	return { ...staged, scenario: withoutGups(staged.scenario) };
}

/** What came back from the worker, method by method. */
export function playsOf(
	{ scenarios, parts }: Staging,
	results: readonly (Simulation | undefined)[]
): readonly Play[] {
	const played = parts.flatMap((part, index) => {
		const [scenario, result] = [scenarios[index], results[index]];
		return scenario && result ? [{ part, scenario, result }] : [];
	});
	return [...new Set(parts.map(({ method }) => method))].flatMap((method) => {
		const all = played.filter(({ part }) => part.method === method);
		const own = all.filter(({ part }) => !part.fails);
		const fails = (act: Act) => all.find(({ part }) => part.fails && part.act === act);
		const [failingFill, failingDay] = [fails('fill'), fails('day')];
		const of = (act: Act) => own.filter(({ part }) => part.act === act);
		const spreadOf = (act: Act) => of(act).filter(({ part }) => part.along !== undefined);
		const point = of('fill').find(({ part }) => part.along === undefined);
		const spread = spreadOf('fill');
		const shown = point ?? spread[0];
		if (!shown) return [];
		const day = of('day').find(({ part }) => part.along === undefined);
		const [best, worst] = [spread[0], spread.at(-1)];
		const { scenario, result } = shown;
		return [
			{
				...{ method, scenario, result, isPoint: point !== undefined },
				...(best && worst ? { best: best.result, worst: worst.result } : {}),
				...(best ? { spread: spread.map((each) => each.result) } : {}),
				...(day ? { day: day.result } : {}),
				...(best ? { daySpread: spreadOf('day').map((each) => each.result) } : {}),
				...(failingFill && failingDay ? { failing: { fill: failingFill, day: failingDay } } : {})
			}
		];
	});
}
