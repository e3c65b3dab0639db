import type { Json } from '../domain/answer.ts';
import type { Change } from './event.ts';
import type { Register } from './fold.ts';
import { ASSIGNEE_PATH, PROJECT_PATH, REVIEW_PATH } from './path.ts';
import { valueOf, type SurveyState } from './state.ts';

/** What the team says of a survey beside its answers. None of it travels in the survey file. */
export interface TeamNotes {
	readonly review: Review | undefined;
	readonly assignee: Person | undefined;
	/** Id of the project; a team that names its projects by hand uses the name. */
	readonly project: string | undefined;
}

export const REVIEW_STATES = ['in-progress', 'finished', 'issues', 'approved'] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

/** Where a survey stands between the one who walks and the one who looks at it. */
export interface Review {
	readonly state: ReviewState;
	readonly note?: string;
	readonly by: string;
	readonly at: string;
	/** Version of the knowledge its author looked at. */
	readonly knowledge?: string;
}

export interface Person {
	/** Id of the author; empty for somebody who has written nothing here yet. */
	readonly id: string;
	readonly name: string;
}

export function teamNotes({ register }: Pick<SurveyState, 'register'>): TeamNotes {
	return {
		review: reviewIn(register(REVIEW_PATH)),
		assignee: personIn(register(ASSIGNEE_PATH)),
		project: projectIn(register(PROJECT_PATH))
	};
}

export const reviewed = (review: Review | null): Change => change(REVIEW_PATH, review);

export const assigned = (person: Person | null): Change => change(ASSIGNEE_PATH, person);

export const inProject = (project: string | null): Change => change(PROJECT_PATH, project);

/** Everybody who wrote in the survey, by the name of last time. */
export function peopleOf({ registers }: Pick<SurveyState, 'registers'>): readonly Person[] {
	const names = new Map<string, { name: string; hlc: string }>();
	for (const { history } of registers.values()) {
		for (const { author, hlc } of history) {
			const known = names.get(author.id);
			if (!known || known.hlc < hlc) names.set(author.id, { name: author.name, hlc });
		}
	}
	return Array.from(names, ([id, { name }]) => ({ id, name })).filter(({ name }) => name !== '');
}

function reviewIn(register: Register | undefined): Review | undefined {
	const { state, note, by = '', at = '', knowledge } = fieldsOf(register);
	const known = REVIEW_STATES.find((each) => each === state);
	if (!known || typeof by !== 'string' || typeof at !== 'string') return undefined;
	return {
		state: known,
		by,
		at,
		...(typeof note === 'string' ? { note } : {}),
		...(typeof knowledge === 'string' ? { knowledge } : {})
	};
}

function personIn(register: Register | undefined): Person | undefined {
	const { id, name } = fieldsOf(register);
	return typeof id === 'string' && typeof name === 'string' ? { id, name } : undefined;
}

function projectIn(register: Register | undefined): string | undefined {
	const value = valueOf(register);
	return typeof value === 'string' && value !== '' ? value : undefined;
}

function fieldsOf(register: Register | undefined): Readonly<Record<string, Json | undefined>> {
	const value = valueOf(register);
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
	return value as Readonly<Record<string, Json>>;
}

function change(path: string, value: object | string | null): Change {
	return value === null
		? { path, kind: 'clear', value }
		: { path, kind: 'set', value: value as Json };
}
