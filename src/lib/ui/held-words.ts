/** Why a change was kept apart, as a sentence. A reason that a newer version invented is shown as it is. */
export function heldWords(reason: string): string {
	return WORDS[reason] ?? reason;
}

const WORDS: Readonly<Record<string, string>> = {
	'id-clash': 'It has the same id as another change that is here, and says something else.'
};
