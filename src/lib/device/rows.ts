import type { SurveyId } from '../domain/survey.ts';
import { momentIn, notAfter, type Hlc } from '../log/clock.ts';
import { byTime, type LogEvent } from '../log/event.ts';
import { fold, headIds, type Registers } from '../log/fold.ts';
import {
	answerPath,
	instancePath,
	STATE_PATH,
	targetOf,
	TITLE_PATH,
	type Path
} from '../log/path.ts';
import { conflictsOf, lifeStateOf, titleOf, valueOf } from '../log/state.ts';
import type { Device } from './device.ts';
import { isoWithOffset } from './moment.ts';
import { eventsOf, type SitewalkDb, type SurveyRow } from './db.ts';

/**
 * Milliseconds since 1970 at which an event was made at the latest, whatever the clock of its device said: when the team had it
 * or, where that is not known, when it came here.
 */
export type Bound = (event: LogEvent) => number;

/** Above this many events at once it is cheaper to make the row from the whole survey. */
const MANY = 100;

/** Brings the list row of a survey up to date with events just added. Inside their transaction. */
export async function refreshRow(
	db: SitewalkDb,
	survey: SurveyId,
	added: readonly LogEvent[],
	bound: Bound
) {
	if (added.length === 0) return;
	const row = await db.surveys.get(survey);
	if (!row && added.length === (await db.events.where({ survey }).count())) {
		await db.surveys.put(rowOf(survey, added, bound));
		return;
	}
	// One clock reading twice comes of a cloned profile: then only the whole survey tells which event is later.
	const isEasy = row && added.length <= MANY && latestOf(added)?.hlc !== row.hlc;
	await db.surveys.put(
		isEasy
			? await updatedRow(db, row, added, bound)
			: rowOf(survey, await eventsOf(db, survey), bound)
	);
}

/** Makes every list row anew from the events. */
export async function rebuildRows({ db, steady, now }: Device): Promise<void> {
	await steady(() =>
		db.transaction('rw', db.events, db.surveys, async () => {
			const keys = await db.events.orderBy('[survey+path]').uniqueKeys();
			const ids = new Set((keys as unknown as [SurveyId, Path][]).map(([survey]) => survey));
			const bound = () => now().getTime();
			await db.surveys.clear();
			for (const id of ids) await db.surveys.put(rowOf(id, await eventsOf(db, id), bound));
		})
	);
}

function rowOf(id: SurveyId, events: readonly LogEvent[], bound: Bound): SurveyRow {
	const registers = fold(events);
	const last = lastOf(events, bound);
	return {
		id,
		...namesOf(registers),
		conflicts: conflictPaths(registers),
		events: events.length,
		hlc: last?.hlc ?? '',
		updatedAt: last?.updatedAt ?? ''
	};
}

async function updatedRow(
	db: SitewalkDb,
	row: SurveyRow,
	added: readonly LogEvent[],
	bound: Bound
) {
	const [around, names] = await Promise.all([
		eventsAround(db, row.id, added),
		db.events
			.where('[survey+path]')
			.anyOf(NAMED.map((path) => [row.id, path]))
			.toArray()
	]);
	const touched = fold(around);
	const untouched = row.conflicts.filter((path) => !touched.has(path));
	const last = lastOf(added, bound);
	// A row is of a moment that has not come yet when the clock of this device was set back since.
	const isLater = last && (last.hlc > row.hlc || momentIn(row.hlc) > last.bound);
	return {
		...row,
		...namesOf(fold(names)),
		conflicts: [...untouched, ...conflictPaths(touched)].sort(),
		events: row.events + added.length,
		...(isLater ? { hlc: last.hlc, updatedAt: last.updatedAt } : {})
	};
}

/** The events of the registers that were written; of an instance all of it, because its removal hides conflicts. */
async function eventsAround(db: SitewalkDb, survey: SurveyId, added: readonly LogEvent[]) {
	const roots = new Set(added.map(({ path }) => rootOf(path)));
	const lists = await Promise.all(
		Array.from(roots).flatMap((root) => [
			db.events.where({ survey, path: root }).toArray(),
			db.events
				.where('[survey+path]')
				.between([survey, `${root}/`], [survey, `${root}0`])
				.toArray()
		])
	);
	return lists.flat();
}

function rootOf(path: Path): Path {
	const target = targetOf(path);
	return target && 'place' in target ? instancePath(target.place) : path;
}

const SITE_NAME = answerPath('siteName');
const SITE_CODE = answerPath('siteCode');
const NAMED = [TITLE_PATH, STATE_PATH, SITE_NAME, SITE_CODE];

function namesOf(registers: Registers) {
	const text = (path: Path) => {
		const value = valueOf(registers.get(path));
		return typeof value === 'string' ? value : '';
	};
	return {
		title: titleOf(registers.get(TITLE_PATH)),
		siteName: text(SITE_NAME),
		siteCode: text(SITE_CODE),
		state: lifeStateOf(registers.get(STATE_PATH)),
		stateHeads: headIds(registers.get(STATE_PATH))
	};
}

function conflictPaths(registers: Registers): readonly Path[] {
	return conflictsOf(registers)
		.map(({ path }) => path)
		.sort();
}

/** The last change among these, at the earlier of what its clock said and its bound. */
function lastOf(events: readonly LogEvent[], bound: Bound) {
	let last: { event: LogEvent; hlc: Hlc; bound: number } | undefined;
	for (const event of events) {
		const latest = bound(event);
		const hlc = notAfter(event.hlc, latest);
		const isLater = !last || hlc > last.hlc || (hlc === last.hlc && byTime(event, last.event) > 0);
		if (isLater) last = { event, hlc, bound: latest };
	}
	if (!last) return undefined;
	const { at } = last.event;
	const isTrue = !(Date.parse(at) > last.bound);
	return { ...last, updatedAt: isTrue ? at : isoWithOffset(new Date(last.bound)) };
}

function latestOf(events: readonly LogEvent[]): LogEvent | undefined {
	return events.reduce<LogEvent | undefined>(
		(latest, event) => (latest === undefined || byTime(event, latest) > 0 ? event : latest),
		undefined
	);
}
