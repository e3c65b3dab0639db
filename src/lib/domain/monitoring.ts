import { fill, NONE, type Checklist, type Placeholders, type Step, type Who } from './checklist.ts';
import type { MethodId } from './method.ts';
import type { Confidence } from './question.ts';

/** A look at the roll-out after the technician has left. */
export interface Look {
	readonly id: string;
	readonly when: string;
	readonly who: Who;
	readonly check: string;
	/** What is good enough; shares are our proposals. */
	readonly good: string;
	readonly methods: readonly MethodId[];
	readonly sources: readonly string[];
	readonly confidence: Confidence;
}

/** A look at one site: with its names, and with whoever is to look where the survey knows the person. */
export interface SiteLook extends Look {
	readonly person: string | undefined;
}

const PERSON_QUESTIONS: { readonly [Each in Who]: string } = {
	technician: 'surveyor',
	'sepm-admin': 'sepmAdmin',
	'network-admin': 'networkAdmin',
	'packaging-admin': 'packagingAdmin',
	'site-owner': 'siteContact'
};

export function looksAt(
	looks: readonly Look[],
	method: MethodId,
	placeholders: Placeholders
): readonly SiteLook[] {
	return looks
		.filter(({ methods }) => methods.includes(method))
		.map((look) => {
			const person = placeholders[PERSON_QUESTIONS[look.who]];
			return {
				...look,
				check: fill(look.check, placeholders),
				good: fill(look.good, placeholders),
				person: person === NONE ? undefined : person
			};
		});
}

/** Steps that lead to the looks: those of handing over, and those that a look names by its code. */
export function stepsWatched(
	{ steps }: Pick<Checklist, 'steps'>,
	looks: readonly Pick<Look, 'check'>[]
): readonly Step[] {
	const named = new Set(looks.flatMap(({ check }) => check.match(/\b[A-F]M?-\d\d\b/g) ?? []));
	return steps.filter(({ phase, code }) => phase === 'hand-over' || named.has(code));
}
