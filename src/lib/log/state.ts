import type { Answer, Json } from '../domain/answer.ts';
import {
	COLLECTIONS,
	STEP_STATES,
	type Collection,
	type Comment,
	type Confirmation,
	type Instance,
	type OtherForm,
	type Place,
	type StepState,
	type Survey,
	type SurveyId
} from '../domain/survey.ts';
import { worthKey } from '../domain/worth-key.ts';
import { byTime, type EventId, type LogEvent } from './event.ts';
import { AS_WRITTEN, seenIn, type View } from './form-view.ts';
import { fold, headIds, shownOf, type Register, type Registers } from './fold.ts';
import {
	instancePath,
	STATE_PATH,
	targetOf,
	TITLE_PATH,
	type Path,
	type Table,
	type Target
} from './path.ts';
import { carriesValue } from './value.ts';

export const LIFE_STATES = ['active', 'archived', 'deleted'] as const;
export type LifeState = (typeof LIFE_STATES)[number];

/** A survey as its events leave it, with all that the domain's survey does not show. */
export interface SurveyState {
	readonly survey: Survey;
	readonly state: LifeState;
	/** Registers with two heads of different values, without those inside a removed instance. */
	readonly conflicts: readonly Register[];
	/** Instances that were taken out; their answers stay in the log and come back with them. */
	readonly removed: readonly Place[];
	readonly registers: Registers;
	/** How many events the survey has. */
	readonly events: number;
	/** How answers under other versions of the questionnaire were read. */
	readonly view: View;
	register(path: Path): Register | undefined;
	/** What `commit` asks for: ids of the heads that this state shows. */
	heads(path: Path): readonly EventId[];
}

/** The survey of a list of events, in whatever order they came. */
export function stateOf(
	id: SurveyId,
	events: Iterable<LogEvent>,
	view: View = AS_WRITTEN
): SurveyState {
	const registers = fold(events, view);
	const { present, removed } = instancesOf(registers);
	const all = Array.from(registers.values(), ({ history }) => history);
	const latest = all
		.flatMap((history) => history.slice(-1))
		.sort(byTime)
		.at(-1);
	return {
		survey: {
			...surveyOf(id, registers, present, view),
			...(latest === undefined ? {} : { updatedAt: latest.at })
		},
		state: lifeStateOf(registers.get(STATE_PATH)),
		conflicts: conflictsOf(registers),
		removed,
		registers,
		view,
		events: all.reduce((sum, history) => sum + history.length, 0),
		register: (path) => registers.get(path),
		heads: (path) => headIds(registers.get(path))
	};
}

export function titleOf(register: Register | undefined): string {
	const title = valueOf(register);
	return typeof title === 'string' ? title : '';
}

export function lifeStateOf(register: Register | undefined): LifeState {
	const value = valueOf(register);
	return LIFE_STATES.find((state) => state === value) ?? 'active';
}

/** Paths, in order, so that a list row can be compared with what it was made from. */
export function conflictsOf(registers: Registers): readonly Register[] {
	return Array.from(registers.values()).filter(
		({ path, isConflict }) => isConflict && !isInsideRemoved(path, registers)
	);
}

export function isInsideRemoved(path: Path, registers: Registers): boolean {
	const target = targetOf(path);
	if (target?.of !== 'instance-answer' && target?.of !== 'instance-extra') return false;
	return valueOf(registers.get(instancePath(target.place))) !== 'present';
}

/** The value that is shown, or `undefined` when there is none. */
export function valueOf(register: Register | undefined): Json | undefined {
	const shown = shownOf(register);
	return shown && carriesValue(shown) ? shown.value : undefined;
}

function instancesOf(registers: Registers): {
	present: readonly Place[];
	removed: readonly Place[];
} {
	const found: { place: Place; since: LogEvent; isPresent: boolean }[] = [];
	for (const register of registers.values()) {
		const target = targetOf(register.path);
		const since = register.history.find(({ value }) => value === 'present');
		if (target?.of === 'instance' && since)
			found.push({ place: target.place, since, isPresent: valueOf(register) === 'present' });
	}
	found.sort((a, b) => byTime(a.since, b.since));
	const places = (wanted: boolean) =>
		found.filter(({ isPresent }) => isPresent === wanted).map(({ place }) => place);
	return { present: places(true), removed: places(false) };
}

function surveyOf(
	id: SurveyId,
	registers: Registers,
	places: readonly Place[],
	view: View
): Survey {
	const entries = new Entries();
	const others: Record<string, OtherForm> = {};
	for (const register of registers.values()) {
		const target = targetOf(register.path);
		const shown = shownOf(register);
		if (!target || !shown || !carriesValue(shown)) continue;
		const { value, anew, isNewer } = seenIn(view, register.path, shown);
		if ((anew !== undefined || isNewer) && value !== null && 'key' in target)
			others[worthKey(target.key, 'place' in target ? target.place : undefined)] = {
				said: value as Answer,
				version: shown.form.version,
				...(anew === undefined ? {} : { anew })
			};
		if (anew === undefined) entries.take(target, value);
	}
	const instances = (wanted: Collection) =>
		places
			.filter(({ collection }) => collection === wanted)
			.map((place) => entries.instance(place));
	const [groups, candidates, subnets] = COLLECTIONS.map(instances) as [
		Instance[],
		Instance[],
		Instance[]
	];
	return {
		id,
		title: titleOf(registers.get(TITLE_PATH)),
		groups,
		candidates,
		subnets,
		answers: entries.table<Answer>('answers'),
		steps: entries.table<StepState>('steps'),
		limits: entries.table<number>('limits'),
		confirmations: entries.table<Confirmation>('confirmations'),
		comments: entries.table<Comment>('comments'),
		extra: entries.table<Json>('extra'),
		surveyExtra: entries.table<Json>('survey-extra'),
		...(Object.keys(others).length > 0 ? { others } : {})
	};
}

/** Values sorted to their places. What cannot be what its place holds stays in the log and is not shown. */
class Entries {
	readonly #tables = new Map<string, [string, Json][]>();

	take(target: Target, value: Json) {
		switch (target.of) {
			case 'instance-answer':
				if (value !== null) this.#add(`${instancePath(target.place)}/`, target.key, value);
				return;
			case 'instance-extra':
				return this.#add(`${instancePath(target.place)}/$`, target.key, value);
			case 'title':
			case 'state':
			case 'project':
			case 'assignee':
			case 'review':
			case 'instance':
				return;
			default:
				if (isFitting(target.of, value)) this.#add(target.of, target.key, value);
		}
	}

	instance(place: Place): Instance {
		const path = instancePath(place);
		const extra = this.#tables.get(`${path}/$`);
		return {
			id: place.id,
			answers: this.#read<Answer>(`${path}/`),
			...(extra === undefined ? {} : { extra: Object.fromEntries(extra) })
		};
	}

	table<T>(table: Table): Readonly<Record<string, T>> {
		return this.#read<T>(table);
	}

	#read<T>(name: string): Readonly<Record<string, T>> {
		// `fromEntries` makes own properties only, whatever the keys are called.
		return Object.fromEntries(this.#tables.get(name) ?? []) as Readonly<Record<string, T>>;
	}

	#add(table: string, key: string, value: Json) {
		const entries = this.#tables.get(table);
		if (entries) entries.push([key, value]);
		else this.#tables.set(table, [[key, value]]);
	}
}

function isFitting(table: Table, value: Json): boolean {
	const fields =
		typeof value === 'object' && value !== null
			? (value as Readonly<Record<string, Json | undefined>>)
			: {};
	switch (table) {
		case 'answers':
			return value !== null;
		case 'steps':
			return STEP_STATES.some((state) => state === fields.state);
		case 'limits':
			return typeof value === 'number';
		case 'confirmations':
		case 'comments':
			return [fields.text, fields.by, fields.at].every((text) => typeof text === 'string');
		default:
			return true;
	}
}
