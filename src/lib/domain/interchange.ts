import { type Answer, type Answers, isNotApplicable, isUnknown, type Json } from './answer.ts';
import {
	entries,
	type Fields,
	ID,
	identifier,
	others,
	Problem,
	record,
	refuseHostile,
	text
} from './file-parts.ts';
import { problemWith } from './problem.ts';
import type { Question, Questionnaire } from './question.ts';
import {
	type Collection,
	COLLECTIONS,
	type Comment,
	type Confirmation,
	type Instance,
	STEP_STATES,
	type StepState,
	type Survey
} from './survey.ts';

/** A survey file may not be larger: a real one is far below a megabyte. */
export const LARGEST_FILE_BYTES = 20_000_000;

export type Read = { readonly survey: Survey } | { readonly problem: string };

const MOST_INSTANCES = 5000;

const KNOWN_KEYS = [
	'sitewalk',
	'survey',
	'answers',
	'steps',
	'limits',
	'confirmations',
	...COLLECTIONS
];

/**
 * Reads a survey file (interchange contract, version 1). Every known answer is checked; unknown keys are kept.
 * Whatever is wrong comes back as one sentence with the place in the file: nothing is thrown, nothing half read.
 */
export function readSurvey(text: string, questionnaire: Questionnaire): Read {
	if (text.length > LARGEST_FILE_BYTES) return { problem: tooLarge(text.length) };
	const parsed = parse(text);
	if ('problem' in parsed) return parsed;
	try {
		return { survey: new Reader(questionnaire).survey(parsed.json) };
	} catch (problem) {
		if (problem instanceof Problem) return { problem: problem.message };
		throw problem;
	}
}

export function tooLarge(bytes: number): string {
	const megabytes = (count: number) => Math.ceil(count / 1_000_000);
	return `The file has ${megabytes(bytes)} MB; a survey file has at most ${megabytes(LARGEST_FILE_BYTES)} MB, so this is not one.`;
}

/** Writes the file of a survey, as `readSurvey` reads it; answers and unknown keys come back unchanged. */
export function writeSurvey(survey: Survey): Json {
	const { id, title, updatedAt, surveyExtra, answers, extra } = survey;
	const { steps, limits, confirmations, comments } = survey;
	const instance = ({ id, answers, extra }: Instance) => ({
		...extra,
		id,
		answers: sorted(answers)
	});
	const subnets = survey.subnets.map(instance);
	const optional = { subnets, steps, limits, confirmations, comments };
	const present = Object.entries(optional).filter(([, value]) => Object.keys(value).length > 0);
	return {
		...extra,
		sitewalk: 1,
		survey: { ...surveyExtra, id, title, ...(updatedAt === undefined ? {} : { updatedAt }) },
		answers: sorted(answers),
		groups: survey.groups.map(instance),
		candidates: survey.candidates.map(instance),
		...Object.fromEntries(present)
	} as unknown as Json;
}

function sorted(answers: Answers): Answers {
	return Object.fromEntries(Object.entries(answers).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function parse(text: string): { json: unknown } | { problem: string } {
	const body = text.replace(/^\uFEFF/, '');
	if (body.trim() === '') return { problem: 'The file is empty; a survey file was expected.' };
	try {
		return { json: JSON.parse(body) };
	} catch {
		const isCut = /^\s*[{[]/.test(body) && !/[}\]]\s*$/.test(body);
		return {
			problem: isCut
				? 'The file ends in the middle: it was cut off on its way here; copy it once more from where it came.'
				: 'The file is not JSON; a survey file that Sitewalk exported was expected.'
		};
	}
}

class Reader {
	readonly #site = new Map<string, Question>();
	readonly #instances: Record<Collection, Map<string, Question>> = {
		groups: new Map(),
		candidates: new Map(),
		subnets: new Map()
	};

	constructor({ sections }: Questionnaire) {
		for (const { collection, questions } of sections) {
			const known = collection ? this.#instances[collection] : this.#site;
			for (const question of questions) known.set(question.id, question);
		}
	}

	survey(json: unknown): Survey {
		const file = record(json, '', 'A survey file is a JSON object with "sitewalk": 1.');
		if (!('sitewalk' in file))
			throw new Problem('', 'This is not a survey file: "sitewalk": 1 is missing.');
		if (file.sitewalk !== 1) throw new Problem('sitewalk', wrongVersion(file.sitewalk));
		refuseHostile(file);
		const comments = commentsOf(file.comments);

		const head = record(file.survey, 'survey', 'an object with id and title was expected.');
		const { id, title, updatedAt, ...surveyExtra } = head;
		if (updatedAt !== undefined && typeof updatedAt !== 'string') {
			throw new Problem('survey.updatedAt', 'a date and time as text was expected.');
		}
		return {
			id: identifier(id, 'survey.id'),
			title: text(title, 'survey.title', 500),
			...(updatedAt === undefined ? {} : { updatedAt }),
			answers: answersOf(file.answers ?? {}, 'answers', this.#site),
			groups: this.#list(file.groups, 'groups'),
			candidates: this.#list(file.candidates, 'candidates'),
			subnets: this.#list(file.subnets, 'subnets'),
			steps: entries(file.steps, 'steps', stepState),
			limits: entries(file.limits, 'limits', limit),
			confirmations: entries(file.confirmations, 'confirmations', confirmation),
			comments: comments ?? {},
			extra: others(file, comments ? [...KNOWN_KEYS, 'comments'] : KNOWN_KEYS),
			surveyExtra: surveyExtra as Record<string, Json>
		};
	}

	#list(json: unknown, collection: Collection): readonly Instance[] {
		if (json === undefined) return [];
		if (!Array.isArray(json)) throw new Problem(collection, 'a list was expected.');
		if (json.length > MOST_INSTANCES) {
			throw new Problem(
				collection,
				`${json.length} entries; at most ${MOST_INSTANCES} can be taken.`
			);
		}
		const seen = new Set<string>();
		return json.map((each: unknown, index) => {
			const path = `${collection}[${index}]`;
			const fields = record(each, path, 'an object with id and answers was expected.');
			const id = identifier(fields.id, `${path}.id`);
			if (seen.has(id)) throw new Problem(`${path}.id`, `"${id}" stands twice; ids must differ.`);
			seen.add(id);
			const extra = others(fields, ['id', 'answers']);
			return {
				id,
				answers: answersOf(fields.answers ?? {}, `${path}.answers`, this.#instances[collection]),
				...(Object.keys(extra).length > 0 ? { extra } : {})
			};
		});
	}
}

/** What is said of a file whose `sitewalk` is not 1. */
export function wrongVersion(version: unknown): string {
	return typeof version === 'number' && version > 1
		? `version ${version} is newer than this Sitewalk, which reads version 1; update the app and open the file again.`
		: 'the number 1 was expected.';
}

function answersOf(json: unknown, path: string, known: ReadonlyMap<string, Question>): Answers {
	const fields = record(json, path, 'an object of answers was expected.');
	for (const [id, answer] of Object.entries(fields)) {
		if (!ID.test(id))
			throw new Problem(path, `"${id.slice(0, 60)}" cannot be the id of a question.`);
		if (answer === null) {
			throw new Problem(
				`${path}.${id}`,
				'null is not an answer; leave the key out if there is none yet.'
			);
		}
		const question = known.get(id);
		const problem = isAnswerShaped(answer)
			? question && problemWith(question, answer)
			: question && 'a value, {"unknown": "why"} or {"notApplicable": "why"} was expected.';
		if (problem) throw new Problem(`${path}.${id}`, problem);
	}
	return fields as Answers;
}

function isAnswerShaped(json: unknown): json is Answer {
	if (typeof json === 'string' || Array.isArray(json)) return true;
	if (typeof json === 'number') return Number.isFinite(json);
	if (typeof json !== 'object' || json === null) return false;
	const answer = json as Answer;
	if (isUnknown(answer)) return typeof answer.unknown === 'string';
	return isNotApplicable(answer) && typeof answer.notApplicable === 'string';
}

function stepState(json: unknown, path: string): StepState {
	const fields = record(json, path, 'an object with a state was expected.');
	const state = STEP_STATES.find((name) => name === fields.state);
	if (!state) throw new Problem(`${path}.state`, `one of ${STEP_STATES.join(', ')} was expected.`);
	for (const key of ['reason', 'owner', 'note', 'by', 'at', 'knowledge']) {
		if (fields[key] !== undefined) text(fields[key], `${path}.${key}`, 20_000);
	}
	if (fields.values !== undefined) {
		const values = record(fields.values, `${path}.values`, 'an object of texts was expected.');
		for (const [label, value] of Object.entries(values))
			text(value, `${path}.values.${label}`, 20_000);
	}
	return { ...fields, state };
}

function limit(json: unknown, path: string): number {
	if (typeof json !== 'number' || !(json >= 0))
		throw new Problem(path, 'a number of 0 or more was expected.');
	return json;
}

function confirmation(json: unknown, path: string): Confirmation {
	const fields = record(json, path, 'an object with text, by and at was expected.');
	return {
		text: text(fields.text, `${path}.text`, 20_000),
		by: text(fields.by, `${path}.by`, 500),
		at: text(fields.at, `${path}.at`, 50)
	};
}

/** `undefined` for anything else under that name, which is then a key that we do not know. */
function commentsOf(json: unknown): Readonly<Record<string, Comment>> | undefined {
	if (typeof json !== 'object' || json === null || Array.isArray(json)) return undefined;
	const isOurs = Object.entries(json).every(([id, comment]) => ID.test(id) && isComment(comment));
	return isOurs ? (json as Readonly<Record<string, Comment>>) : undefined;
}

function isComment(json: unknown): json is Comment {
	if (typeof json !== 'object' || json === null) return false;
	const { text, by, at, about = '' } = json as Fields;
	return [text, by, at, about].every((each) => typeof each === 'string');
}
