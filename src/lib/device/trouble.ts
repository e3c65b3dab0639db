/** iOS ends the database's process under pressure; Chrome closes it when site data is repaired. */
const LOST = [
	'DatabaseClosedError',
	'UnknownError',
	'InvalidStateError',
	'TransactionInactiveError',
	'AbortError'
];

/** Whether the same work may well succeed on a connection that is opened anew. */
export function isLostConnection(error: unknown): boolean {
	const names = namesOf(error);
	return names.some((name) => LOST.includes(name)) && !isFull(error);
}

export function isFull(error: unknown): boolean {
	return namesOf(error).includes('QuotaExceededError');
}

/**
 * What went wrong with the device's storage, in one sentence that says what to do next. What is in the journal outlives the page.
 */
export function sentenceOf(error: unknown, isInJournal = false): string {
	const names = namesOf(error);
	if (isFull(error) && isInJournal)
		return 'There is no room left in the database of this device. What you answered last is kept beside it, and stored as soon as there is room: free some space.';
	if (isFull(error))
		return 'There is no room left on this device: free some space, then save again.';
	if (isMissingPart(error))
		return 'A part of the app is not on this device yet: connect to a network, then try again.';
	if (names.some((name) => ['VersionError', 'UpgradeError'].includes(name)))
		return 'Another tab runs a newer Sitewalk: reload this page, then save again.';
	if (names.some((name) => ['MissingAPIError', 'SecurityError'].includes(name)))
		return 'This browser does not let Sitewalk store anything: leave private browsing or allow site data.';
	return 'The device could not read or write its storage: try again, and reload the page if it stays so.';
}

/** A script that could not be fetched: the offline copy was not complete. Each browser has its own words for it. */
function isMissingPart(error: unknown): boolean {
	return error instanceof TypeError && /dynamically imported|module script/i.test(error.message);
}

/** Dexie wraps what the browser said: once for itself, once for many rows at a time. */
function namesOf(error: unknown): readonly string[] {
	if (typeof error !== 'object' || error === null) return [];
	const { name, inner, failures } = error as {
		name?: unknown;
		inner?: unknown;
		failures?: unknown;
	};
	const own = typeof name === 'string' ? [name] : [];
	const many: readonly unknown[] = Array.isArray(failures) ? failures : [];
	return [...own, ...namesOf(inner), ...many.flatMap(namesOf)];
}
