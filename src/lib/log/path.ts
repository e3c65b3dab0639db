import { COLLECTIONS, type Collection, type Place } from '../domain/survey.ts';

/**
 * The register an event writes, as text. Parts are joined by "/"; ids hold only `[A-Za-z0-9_.:-]`, and any other
 * character of a key is written as "~" and the four hexadecimal digits of its code.
 *
 * - `survey/title`, `survey/state` (`active`, `archived`, `deleted`), `survey/project` (its id), `survey/assignee`
 * - `review/state`
 * - `answers/<question>`
 * - `<collection>/<instance>` (`present` or `removed`), `<collection>/<instance>/<question>`
 * - `steps/<step>`, `limits/<limit>`, `confirmations/<fact>`, `comments/<comment>`
 * - `extra/<key>`, `survey-extra/<key>`, `<collection>/<instance>/$<key>`: keys we do not know, kept
 */
export type Path = string;

/** Parts of a survey that are a plain table of id and value. */
export const TABLES = [
	'answers',
	'steps',
	'limits',
	'confirmations',
	'comments',
	'extra',
	'survey-extra'
] as const;
export type Table = (typeof TABLES)[number];

/** What a path means; `undefined` for one that a newer version invented. */
export type Target =
	| { readonly of: 'title' | 'state' | 'project' | 'assignee' | 'review' }
	| { readonly of: Table; readonly key: string }
	| { readonly of: 'instance'; readonly place: Place }
	| {
			readonly of: 'instance-answer' | 'instance-extra';
			readonly place: Place;
			readonly key: string;
	  };

export const TITLE_PATH: Path = 'survey/title';
export const STATE_PATH: Path = 'survey/state';
export const PROJECT_PATH: Path = 'survey/project';
export const ASSIGNEE_PATH: Path = 'survey/assignee';
export const REVIEW_PATH: Path = 'review/state';

const SINGLE = {
	[TITLE_PATH]: 'title',
	[STATE_PATH]: 'state',
	[PROJECT_PATH]: 'project',
	[ASSIGNEE_PATH]: 'assignee',
	[REVIEW_PATH]: 'review'
} as const;

/** The register of an answer: at the site, or at one instance. */
export function answerPath(question: string, place?: Place): Path {
	return place ? `${instancePath(place)}/${part(question)}` : tablePath('answers', question);
}

export function instancePath({ collection, id }: Place): Path {
	return `${collection}/${part(id)}`;
}

export function instanceExtraPath(place: Place, key: string): Path {
	return `${instancePath(place)}/$${part(key)}`;
}

export function tablePath(table: Table, key: string): Path {
	return `${table}/${part(key)}`;
}

export const stepPath = (step: string): Path => tablePath('steps', step);

export function targetOf(path: Path): Target | undefined {
	const [first, second, third, ...rest] = path.split('/');
	if (first === undefined || second === undefined || rest.length > 0) return undefined;
	if (isCollection(first)) {
		const place = { collection: first, id: keyOf(second) };
		if (third === undefined) return { of: 'instance', place };
		return third.startsWith('$')
			? { of: 'instance-extra', place, key: keyOf(third.slice(1)) }
			: { of: 'instance-answer', place, key: keyOf(third) };
	}
	if (third !== undefined) return undefined;
	const single = Object.entries(SINGLE).find(([each]) => each === path);
	if (single) return { of: single[1] };
	const table = TABLES.find((name) => name === first);
	return table && { of: table, key: keyOf(second) };
}

export function isCollection(text: string): text is Collection {
	return (COLLECTIONS as readonly string[]).includes(text);
}

function part(key: string): string {
	return key.replace(
		/[^A-Za-z0-9_.:-]/g,
		(unit) => `~${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
	);
}

function keyOf(part: string): string {
	return part.replace(/~([0-9a-f]{4})/g, (_, code: string) =>
		String.fromCharCode(Number.parseInt(code, 16))
	);
}
