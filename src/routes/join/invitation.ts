/** The secret of an invitation, from a whole link, its fragment, or itself. */
export function secretIn(text: string): string {
	const trimmed = text.trim();
	const at = trimmed.lastIndexOf('#');
	return trimmed.slice(at + 1);
}

/** What kind of device this is, as a first suggestion for its name. */
export function deviceWords(userAgent: string): string {
	const found = KINDS.find(([mark]) => userAgent.includes(mark));
	return found ? found[1] : 'This device';
}

const KINDS: readonly (readonly [string, string])[] = [
	['iPad', 'iPad'],
	['iPhone', 'iPhone'],
	['Android', 'Android tablet or phone'],
	['Windows', 'Windows computer'],
	['Macintosh', 'Mac'],
	['CrOS', 'Chromebook'],
	['Linux', 'Linux computer']
];
