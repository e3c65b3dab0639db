/** What went wrong with the device's storage, in one sentence that says what to do next. */
export function sentenceOf(error: unknown): string {
	const names = namesOf(error);
	if (names.includes('QuotaExceededError'))
		return 'There is no room left on this device: free some space, then save again.';
	if (names.some((name) => ['VersionError', 'UpgradeError'].includes(name)))
		return 'Another tab runs a newer Sitewalk: reload this page, then save again.';
	if (names.some((name) => ['MissingAPIError', 'SecurityError'].includes(name)))
		return 'This browser does not let Sitewalk store anything: leave private browsing or allow site data.';
	return 'The device could not read or write its storage: try again, and reload the page if it stays so.';
}

function namesOf(error: unknown): readonly string[] {
	if (typeof error !== 'object' || error === null) return [];
	const { name, inner, cause } = error as { name?: unknown; inner?: unknown; cause?: unknown };
	const own = typeof name === 'string' ? [name] : [];
	return [...own, ...namesOf(inner), ...namesOf(cause)];
}
