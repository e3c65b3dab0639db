/** The one thing that keeps a JSON value from being an event, as a sentence; unknown keys and kinds are welcome. */
export function problemWithEvent(json: unknown): string | undefined {
	if (!isFields(json)) return 'an event was expected.';
	for (const key of ['id', 'survey', 'path', 'kind', 'device', 'hlc', 'at']) {
		const text = json[key];
		if (typeof text !== 'string' || text === '') return `"${key}" of an event must be text.`;
	}
	if (json.value === undefined) return '"value" of an event is missing.';
	const { form, author, supersedes } = json;
	if (!isFields(form) || typeof form.id !== 'string' || typeof form.version !== 'number')
		return '"form" of an event must name the questionnaire and its version.';
	if (!isFields(author) || typeof author.id !== 'string' || typeof author.name !== 'string')
		return '"author" of an event must have an id and a name.';
	if (!Array.isArray(supersedes) || !supersedes.every((id) => typeof id === 'string'))
		return '"supersedes" of an event must be a list of ids.';
	return undefined;
}

function isFields(json: unknown): json is Readonly<Record<string, unknown>> {
	return typeof json === 'object' && json !== null && !Array.isArray(json);
}
