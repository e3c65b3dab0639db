import {
	type Fields,
	identifier,
	Problem,
	record,
	refuseHostile,
	text as textAt
} from './file-parts.ts';
import { LARGEST_FILE_BYTES, tooLarge, wrongVersion } from './interchange.ts';
import { isMethodId, type MethodId } from './method.ts';
import type { Plan } from './plan.ts';
import { FITS, type Fit } from './recommend.ts';
import { revisionOf } from './revision.ts';
import type { Survey } from './survey.ts';

/** A plan as a file holds it: with what tells later which answers it was made from. */
export interface PlanFile extends Plan {
	readonly survey: EarlierPlan['survey'];
	/** The device's time, ISO 8601 with offset; the command line leaves it out, so that its output stays the same. */
	readonly madeAt?: string;
}

/** What is read of a plan file: enough to set it beside the plan of today. */
export interface EarlierPlan {
	readonly knowledge: string;
	readonly survey: {
		readonly id: string;
		readonly title: string;
		/** Of the answers, as `revisionOf` gives it; older files have none. */
		readonly revision?: string;
		/** When the survey was last changed before the plan was made. */
		readonly updatedAt?: string;
	};
	readonly madeAt?: string;
	readonly groups: readonly EarlierGroup[];
}

export interface EarlierGroup {
	readonly id: string;
	readonly name: string;
	readonly recommended: MethodId | null;
	readonly verdicts: readonly EarlierVerdict[];
}

export interface EarlierVerdict {
	readonly method: MethodId;
	readonly fit: Fit;
	readonly because: readonly Sentence[];
	readonly open: readonly Sentence[];
}

interface Sentence {
	readonly rule: string;
	readonly reason: string;
}

const LONGEST_TEXT = 20_000;
const MOST_ENTRIES = 5000;

export function planFile(plan: Plan, survey: Survey, madeAt?: string): PlanFile {
	const { updatedAt } = survey;
	return {
		...plan,
		survey: {
			...plan.survey,
			revision: revisionOf(survey),
			...(updatedAt === undefined ? {} : { updatedAt })
		},
		...(madeAt === undefined ? {} : { madeAt })
	};
}

export type ReadPlan = { readonly plan: EarlierPlan } | { readonly problem: string };

/** Reads a plan file; `undefined` for a text that is none, which may be a survey then. Nothing is thrown. */
export function readPlan(text: string): ReadPlan | undefined {
	if (text.length > LARGEST_FILE_BYTES) return { problem: tooLarge(text.length) };
	const file = planIn(text);
	if (!file) return undefined;
	try {
		return { plan: earlierPlan(file) };
	} catch (problem) {
		if (problem instanceof Problem) return { problem: `In this plan: ${problem.message}` };
		throw problem;
	}
}

/** A plan names the knowledge it was made with and holds no answers; a survey file always holds them. */
function planIn(text: string): Fields | undefined {
	try {
		const json: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
		if (typeof json !== 'object' || json === null || Array.isArray(json)) return undefined;
		return 'knowledge' in json && !('answers' in json) ? (json as Fields) : undefined;
	} catch {
		return undefined;
	}
}

function earlierPlan(file: Fields): EarlierPlan {
	if (file.sitewalk !== 1) throw new Problem('sitewalk', wrongVersion(file.sitewalk));
	refuseHostile(file);
	const survey = record(file.survey, 'survey', 'an object with id and title was expected.');
	return {
		knowledge: textAt(file.knowledge, 'knowledge', 100),
		survey: {
			id: identifier(survey.id, 'survey.id'),
			title: textAt(survey.title, 'survey.title', 500),
			...maybe('revision', survey.revision, 'survey.revision'),
			...maybe('updatedAt', survey.updatedAt, 'survey.updatedAt')
		},
		...maybe('madeAt', file.madeAt, 'madeAt'),
		groups: listAt(file.groups, 'groups', groupAt)
	};
}

function groupAt(json: unknown, path: string): EarlierGroup {
	const { id, name, recommended, verdicts } = record(json, path, 'a client group was expected.');
	return {
		id: identifier(id, `${path}.id`),
		name: textAt(name, `${path}.name`, LONGEST_TEXT),
		recommended: recommended === null ? null : methodAt(recommended, `${path}.recommended`),
		verdicts: listAt(verdicts, `${path}.verdicts`, verdictAt)
	};
}

function verdictAt(json: unknown, path: string): EarlierVerdict {
	const { method, fit, because, open } = record(json, path, 'a verdict was expected.');
	const known = FITS.find((each) => each === fit);
	if (!known) throw new Problem(`${path}.fit`, `one of ${FITS.join(', ')} was expected.`);
	return {
		method: methodAt(method, `${path}.method`),
		fit: known,
		because: listAt(because, `${path}.because`, sentenceAt),
		open: listAt(open, `${path}.open`, sentenceAt)
	};
}

function sentenceAt(json: unknown, path: string): Sentence {
	const { rule, reason } = record(json, path, 'an object with a rule was expected.');
	return {
		rule: identifier(rule, `${path}.rule`),
		reason: reason === undefined ? '' : textAt(reason, `${path}.reason`, LONGEST_TEXT)
	};
}

function methodAt(json: unknown, path: string): MethodId {
	if (typeof json === 'string' && isMethodId(json)) return json;
	throw new Problem(path, 'the id of a method was expected.');
}

function listAt<T>(json: unknown, path: string, read: (json: unknown, path: string) => T) {
	if (!Array.isArray(json)) throw new Problem(path, 'a list was expected.');
	if (json.length > MOST_ENTRIES) {
		throw new Problem(path, `${json.length} entries; at most ${MOST_ENTRIES} can be taken.`);
	}
	return json.map((each: unknown, index) => read(each, `${path}[${index}]`));
}

function maybe<Key extends string>(key: Key, json: unknown, path: string) {
	if (json === undefined) return {};
	return { [key]: textAt(json, path, 100) } as { readonly [Each in Key]: string };
}
