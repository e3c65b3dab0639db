import { stateWith, type Contest } from '$lib/log/contest';
import type { SurveyState } from '$lib/log/state';
import { matterText } from '$lib/ui/conflict-words';

/** Makes the plan for every side of a contest and says in words whether they part. Rules are only fetched now. */
export async function weigh(state: SurveyState, { sides }: Contest): Promise<string> {
	const [{ KNOWLEDGE }, { matterOf }] = await Promise.all([
		import('$lib/knowledge/knowledge'),
		import('$lib/domain/matter')
	]);
	const variants = sides.map(({ values }) => stateWith(state, values).survey);
	const matter = matterOf(variants, KNOWLEDGE);
	const names = sides.map(({ origin }) => origin.author.name);
	const nameOf = (method: string) =>
		KNOWLEDGE.methods.find(({ id }) => id === method)?.short ?? method;
	return matterText(matter, names, nameOf);
}
