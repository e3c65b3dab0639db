import { siteOf } from '../lib/domain/board.ts';
import type { BoardRow } from '../lib/domain/board-list.ts';
import { boardJson, boardSheet, totalsSheet, type BoardNames } from '../lib/domain/board-sheet.ts';
import { csvOf } from '../lib/domain/sheet.ts';
import { FORM, FORM_HISTORY } from '../lib/knowledge/form.ts';
import { KNOWLEDGE } from '../lib/knowledge/knowledge.ts';
import type { LogEvent } from '../lib/log/event.ts';
import { viewUnder } from '../lib/log/form-view.ts';
import { stateOf, type SurveyState } from '../lib/log/state.ts';
import { teamNotes } from '../lib/log/team.ts';

const USAGE =
	'SITEWALK_KEY=… npm run --silent board -- --server https://sitewalk.example [--as json|csv|totals]';

const FORMATS = ['json', 'csv', 'totals'] as const;
type Format = (typeof FORMATS)[number];

/** One sentence for standard error; exit 2, and nothing on standard output. */
class Refusal extends Error {}

try {
	const { server, format } = requestFrom(process.argv.slice(2));
	// In the environment: a key among the words of a command is shown to everybody on the machine.
	const key = process.env.SITEWALK_KEY ?? '';
	if (key === '') throw new Refusal(`Give the key of a script as SITEWALK_KEY: ${USAGE}.`);
	const [heads, projects] = await Promise.all([
		ask<{ events: readonly LogEvent[] }>(server, 'heads', key),
		ask<{ projects: readonly { id: string; name: string }[] }>(server, 'projects', key)
	]);
	const names = new Map(projects.projects.map(({ id, name }) => [id, name]));
	process.stdout.write(output(format, rowsOf(heads.events, names)));
} catch (error) {
	if (!(error instanceof Refusal)) throw error;
	process.stderr.write(`${error.message}\n`);
	process.exitCode = 2;
}

function requestFrom(words: readonly string[]): { server: URL; format: Format } {
	let server: URL | undefined;
	let format: Format = 'json';
	for (let at = 0; at < words.length; at += 2) {
		const [option, word = ''] = [words[at], words[at + 1]];
		if (option === '--server') server = addressIn(word);
		else if (option === '--as') format = formatNamed(word);
		else throw new Refusal(`${option} is not known; use ${USAGE}.`);
	}
	if (!server) throw new Refusal(`Name the team server: ${USAGE}.`);
	return { server, format };
}

function addressIn(word: string): URL {
	if (/^https?:/.test(word) && URL.canParse(word)) return new URL(word);
	throw new Refusal(`--server: "${word}" is not an address that begins with https://.`);
}

function formatNamed(word: string): Format {
	const format = FORMATS.find((each) => each === word);
	if (format) return format;
	throw new Refusal(`--as: "${word}" is not known; use one of ${FORMATS.join(', ')}.`);
}

async function ask<T>(server: URL, what: string, key: string): Promise<T> {
	const headers = { authorization: `Bearer ${key}` };
	let response: Response;
	try {
		response = await fetch(new URL(`/api/v1/${what}`, server), { headers, redirect: 'error' });
	} catch (error) {
		const { cause } = error as { cause?: { message?: string } };
		throw new Refusal(`${server.origin} does not answer (${cause?.message ?? String(error)}).`);
	}
	if (response.status === 401 || response.status === 403)
		throw new Refusal('The team server does not take this key: make another one under Team.');
	const isJson = response.headers.get('content-type')?.startsWith('application/json');
	if (!response.ok || !isJson)
		throw new Refusal(`${server.origin} answered ${response.status}, not as a team server does.`);
	return (await response.json()) as T;
}

/** Read, and planned, by the functions that the lead's board uses. */
function rowsOf(
	events: readonly LogEvent[],
	projects: ReadonlyMap<string, string>
): readonly BoardRow[] {
	const view = viewUnder(FORM, FORM_HISTORY);
	const bySurvey = Map.groupBy(events, ({ survey }) => survey);
	return Array.from(bySurvey, ([id, heads]) => stateOf(id, heads, view))
		.filter(({ state }) => state !== 'deleted')
		.map((state) => rowOf(state, projects));
}

function rowOf(state: SurveyState, projects: ReadonlyMap<string, string>): BoardRow {
	const { survey } = state;
	const { siteName, siteCode } = survey.answers;
	const { project = '', assignee, review } = teamNotes(state);
	return {
		id: survey.id,
		title: survey.title,
		siteName: typeof siteName === 'string' ? siteName : '',
		siteCode: typeof siteCode === 'string' ? siteCode : '',
		isArchived: state.state === 'archived',
		project: projects.get(project) ?? project,
		assignee: assignee?.name ?? '',
		review: review?.state ?? '',
		reviewNote: review?.note ?? '',
		conflicts: state.conflicts.length,
		comments: Object.keys(survey.comments).length,
		updatedAt: survey.updatedAt ?? '',
		site: siteOf(survey, KNOWLEDGE)
	};
}

function output(format: Format, rows: readonly BoardRow[]): string {
	if (format === 'csv') return csvOf(boardSheet(rows, namesOf()));
	if (format === 'totals') return csvOf(totalsSheet(rows, namesOf()));
	return `${JSON.stringify(boardJson(rows, new Date().toISOString()), undefined, '\t')}\n`;
}

function namesOf(): BoardNames {
	const questions = KNOWLEDGE.questionnaire.sections.flatMap((section) => section.questions);
	const prompts = new Map(questions.map(({ id, prompt }) => [id, prompt]));
	const methods = new Map<string, string>(KNOWLEDGE.methods.map(({ id, name }) => [id, name]));
	return {
		method: (id) => methods.get(id) ?? id,
		question: (id) => prompts.get(id) ?? id
	};
}
