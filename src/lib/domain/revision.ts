import { writeSurvey } from './interchange.ts';
import { emptySurvey, type Survey } from './survey.ts';

/** Everything that was answered, as text: two surveys with the same text give the same plan and print the same. */
export function contentOf(survey: Survey): string {
	const { id, title, answers, groups, candidates, subnets, limits, confirmations } = survey;
	const said = { answers, groups, candidates, subnets, limits, confirmations };
	return JSON.stringify(writeSurvey({ ...emptySurvey(id, title), ...said }));
}

/**
 * Eight hexadecimal digits that differ when an answer differs: two prints can be told apart by it.
 * Ticks of the checklist and the time of the last change do not count. It compares; it does not prove (32-bit FNV-1a).
 */
export function revisionOf(survey: Survey): string {
	let hash = 0x811c9dc5;
	for (const character of contentOf(survey)) {
		hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
	}
	return (hash >>> 0).toString(16).padStart(8, '0');
}
