import { createContext } from 'svelte';
import { itemsAt, progressOf, type Item } from '$lib/domain/progress';
import type { Spot } from '$lib/domain/next-question';
import type { Questionnaire, Section } from '$lib/domain/question';
import type { Place, Survey } from '$lib/domain/survey';
import { answerPath, type Path } from '$lib/log/path';
import type { SurveyState } from '$lib/log/state';
import { instanceName, type SectionRow } from '$lib/ui/section-words';
import type { Weighed } from './weighing';

/** A question of the survey with the address where it is answered. */
export interface Stop extends Item {
	readonly href: string;
	readonly path: Path;
	readonly isConflict: boolean;
	/** The instance it is asked of, by name. */
	readonly of: string | undefined;
}

/** Everything a page of a survey needs to find its way: made once in the layout. */
export interface Walk {
	readonly stops: readonly Stop[];
	readonly sections: readonly SectionRow[];
	/** The question that had the focus last. */
	spot: Spot | undefined;
	/** What each missing answer can still do; `undefined` until the rules were fetched and asked. */
	readonly weighed: Weighed | undefined;
	/** Where the next unanswered question is answered, from here on: by its worth once that is known. */
	readonly next: string | undefined;
	/** The same in asking order: Enter walks on, and only "Next" jumps. */
	readonly following: string | undefined;
}

export const [getWalk, setWalk] = createContext<Walk>();

export function sectionHref(survey: string, section: Section, place?: Place): string {
	const instance = place ? `/${encodeURIComponent(place.id)}` : '';
	return `/survey/${encodeURIComponent(survey)}/${section.id}${instance}`;
}

export function stopsOf({ sections }: Questionnaire, state: SurveyState): readonly Stop[] {
	return sections.flatMap((section) => stopsIn(section, state));
}

export function sectionRows(
	{ sections }: Questionnaire,
	survey: Survey,
	stops: readonly Stop[],
	weighed?: Weighed
): readonly SectionRow[] {
	return sections.map((section) => {
		const own = stops.filter((stop) => stop.section === section);
		return {
			section,
			href: sectionHref(survey.id, section),
			progress: progressOf(own),
			missing: weighed ? own.filter((stop) => weighed.isMissing(stop)).length : 0,
			idle: weighed ? own.filter((stop) => isIdle(stop, weighed)).length : 0,
			conflicts: own.filter(({ isConflict }) => isConflict).length,
			instances: section.collection && survey[section.collection].length
		};
	});
}

/** Without an answer, and of no use to the plan any more. */
function isIdle(stop: Stop, weighed: Weighed): boolean {
	return stop.state === 'unanswered' && weighed.of(stop)?.kind === 'nothing';
}

/**
 * The next question without an answer after the spot, going round once. Without a client group there is nothing to plan
 * for, so that adding the first one comes in its turn.
 */
export function nextHref(
	rows: readonly SectionRow[],
	stops: readonly Stop[],
	spot: Spot | undefined
): string | undefined {
	const isSpot = ({ question, place }: Stop) =>
		question.id === spot?.question && place?.id === spot.place?.id;
	const places = rows.flatMap(({ section, instances, href }) =>
		instances === 0
			? [{ href, isOpen: section.collection === 'groups', isHere: false }]
			: stops
					.filter((stop) => stop.section === section)
					.map((stop) => ({
						href: stop.href,
						isOpen: stop.state === 'unanswered',
						isHere: isSpot(stop)
					}))
	);
	const here = places.findIndex(({ isHere }) => isHere);
	const order = [...places.slice(here + 1), ...places.slice(0, here + 1)];
	return order.find(({ isOpen, isHere }) => isOpen && !isHere)?.href;
}

function stopsIn(section: Section, state: SurveyState): readonly Stop[] {
	const { survey } = state;
	const stop = (item: Item, of?: string): Stop => {
		const path = answerPath(item.question.id, item.place);
		return {
			...item,
			of,
			path,
			href: `${sectionHref(survey.id, section, item.place)}#${item.question.id}`,
			isConflict: state.register(path)?.isConflict ?? false
		};
	};
	const { collection } = section;
	if (!collection) return itemsAt(section, survey).map((item) => stop(item));
	return survey[collection].flatMap((instance, index) =>
		itemsAt(section, survey, { collection, id: instance.id }).map((item) =>
			stop(item, instanceName(section, instance, index))
		)
	);
}
