import type { Json } from '../domain/answer.ts';
import { questionsOf, type Questionnaire, type Section } from '../domain/question.ts';
import type { EventId, LogEvent } from './event.ts';
import type { Register } from './fold.ts';
import { answerPath, targetOf, type Path } from './path.ts';
import { stateOf, type SurveyState } from './state.ts';
import { carriesValue, sameness } from './value.ts';

/** One side of a contest: what one person, on one device, says of every register of it. */
export interface Side {
	/** The newest event of his that stands. */
	readonly head: LogEvent;
	/** Who said it first, where the head only puts it back. */
	readonly origin: LogEvent;
	/** `null` where he took the answer back, or where nobody has answered. */
	readonly values: Readonly<Record<Path, Json>>;
	/** Where he never said a thing, what stands there counts as his. */
	readonly own: readonly Path[];
}

/** A register in conflict, together with those whose answers belong to it. */
export interface Contest {
	/** In asking order; those without a conflict as well. */
	readonly paths: readonly Path[];
	/** Of these: in conflict. */
	readonly disputed: readonly Path[];
	readonly sides: readonly Side[];
}

/** Every conflict of a survey once; answers that belong together are one contest. */
export function contestsOf(
	state: Pick<SurveyState, 'conflicts' | 'register'>,
	questionnaire: Questionnaire
): readonly Contest[] {
	const seen = new Set<Path>();
	return state.conflicts.flatMap(({ path }) => {
		if (seen.has(path)) return [];
		const paths = togetherWith(path, questionnaire);
		for (const each of paths) seen.add(each);
		return [contestOf(state, paths)];
	});
}

/** The registers that are answered as one with this one, itself among them, in asking order. */
export function togetherWith(path: Path, questionnaire: Questionnaire): readonly Path[] {
	const target = targetOf(path);
	if (target?.of !== 'answers' && target?.of !== 'instance-answer') return [path];
	const place = 'place' in target ? target.place : undefined;
	const isHere = ({ collection }: Section) => collection === place?.collection;
	const asked = questionsOf({
		...questionnaire,
		sections: questionnaire.sections.filter(isHere)
	});
	const word = asked.find(({ id }) => id === target.key)?.together;
	if (word === undefined) return [path];
	return asked.filter(({ together }) => together === word).map(({ id }) => answerPath(id, place));
}

/** The survey as it would be if each of these registers were settled by this value; `null` for none. */
export function stateWith(state: SurveyState, values: Readonly<Record<Path, Json>>): SurveyState {
	const events = Array.from(state.registers.values()).flatMap(({ history }) => history);
	const pattern = events[0]!;
	const settling = Object.entries(values).map(([path, value]): LogEvent => ({
		...pattern,
		id: `settled:${path}`,
		path,
		kind: value === null ? 'clear' : 'resolve',
		value,
		supersedes: state.heads(path)
	}));
	return stateOf(state.survey.id, [...events, ...settling], state.view);
}

/**
 * The event this one puts back, when it does: after an undo the values that gave way stand again, each based on all of
 * them. Whoever says the same as somebody before him, or chooses between answers, speaks for himself.
 */
export function originOf(head: LogEvent, { history }: Register): LogEvent {
	const byId = new Map<EventId, LogEvent>(history.map((event) => [event.id, event]));
	let origin = head;
	for (const seen = new Set([head]); origin.kind !== 'resolve' && origin.supersedes.length > 1;) {
		const before = origin.supersedes
			.flatMap((id) => byId.get(id) ?? [])
			.find((event) => sameness(event) === sameness(head) && !seen.has(event));
		if (!before) break;
		seen.add(before);
		origin = before;
	}
	return origin;
}

/** The contest of these registers, whether or not they belong together. */
export function contestOf(state: Pick<SurveyState, 'register'>, paths: readonly Path[]): Contest {
	const registers = paths.flatMap((path) => state.register(path) ?? []);
	const disputed = registers.filter(({ isConflict }) => isConflict);
	const standing = disputed.flatMap((register) =>
		register.heads.map((head) => ({ head, origin: originOf(head, register) }))
	);
	const writers = new Map<string, { head: LogEvent; origin: LogEvent }>();
	// Alone, every head is a side of its own; in a group, all that one person wrote on one device is one.
	for (const each of standing)
		writers.set(paths.length > 1 ? writerOf(each.origin) : each.head.id, each);
	return {
		paths,
		disputed: disputed.map(({ path }) => path),
		sides: Array.from(writers.values(), (side) => sideOf(side, paths, state))
	};
}

function sideOf(
	{ head, origin }: Pick<Side, 'head' | 'origin'>,
	paths: readonly Path[],
	state: Pick<SurveyState, 'register'>
): Side {
	const said = paths.map((path) => {
		if (path === head.path) return { path, event: head, isOwn: true };
		const register = state.register(path);
		const his = (event: LogEvent) => writerOf(event) === writerOf(origin);
		const own =
			register?.heads.findLast((event) => his(originOf(event, register))) ??
			register?.history.findLast(his);
		return { path, event: own ?? register?.heads.at(-1), isOwn: own !== undefined };
	});
	return {
		head,
		origin,
		values: Object.fromEntries(
			said.map(({ path, event }) => [path, event && carriesValue(event) ? event.value : null])
		),
		own: said.filter(({ isOwn }) => isOwn).map(({ path }) => path)
	};
}

function writerOf({ author, device }: LogEvent): string {
	return `${author.id} ${device}`;
}
