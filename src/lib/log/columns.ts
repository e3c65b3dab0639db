import type { Json } from '../domain/answer.ts';
import type { LogEvent } from './event.ts';
import { isoInZone } from './moment.ts';
import {
	areWhole,
	LONGEST_SHARED,
	readerOf,
	share,
	stepsOf,
	sumsOf,
	type Shared
} from './shared.ts';
import { WIRE_LIMITS } from './wire.ts';

const SHARED = ['survey', 'path', 'kind', 'form', 'supersedes', 'author', 'device'] as const;
type SharedField = (typeof SHARED)[number];

/**
 * Events as columns. What many have in common is told once, and what follows from the time in an id (the clock, the moment) by
 * how far it is off. Exact: an event that would not come back to the letter, such as one of a newer version, goes as it is.
 */
export interface Columns {
	readonly count: number;
	/** Milliseconds in the id, from the event before. */
	readonly time: readonly number[];
	/** The digits of chance in the ids, in a row. */
	readonly chance: string;
	/** The hybrid clock: milliseconds from the time in the id; its counter, from the event before. */
	readonly clock: readonly number[];
	readonly counter: readonly number[];
	/** The wall clock: seconds from the time in the id; minutes of its zone. */
	readonly wall: readonly number[];
	readonly zone: readonly number[];
	/** Of each field every value once, and for each event which; no list when all have the same. */
	readonly shared: Readonly<Record<SharedField, Shared>>;
	readonly value: readonly Json[];
	/** What columns cannot tell, with its index. */
	readonly others: readonly (readonly [number, unknown])[];
}

interface Row {
	readonly time: number;
	readonly chance: string;
	readonly clock: number;
	readonly counter: number;
	readonly wall: number;
	readonly zone: number;
	readonly fields: Omit<LogEvent, 'id' | 'hlc' | 'at'>;
}

const ID = /^([0-9a-f]{8})-([0-9a-f]{4})-7([0-9a-f]{3})-([0-9a-f]{4})-([0-9a-f]{12})$/;
const HLC = /^([0-9a-f]{12})-([0-9a-f]{6})-/;
const ZONE = /([+-])(\d\d):(\d\d)$/;
/** Digits of an id that are chance. */
const CHANCE = 19;

export function toColumns(events: readonly unknown[]): Columns {
	const rows: Row[] = [];
	const others: [number, unknown][] = [];
	for (const [index, event] of events.entries()) {
		const row = rowOf(event);
		if (row) rows.push(row);
		else others.push([index, event]);
	}
	const field = (name: SharedField) => [name, share(rows.map(({ fields }) => fields[name]))];
	return {
		count: events.length,
		time: stepsOf(rows.map(({ time }) => time)),
		chance: rows.map(({ chance }) => chance).join(''),
		clock: rows.map(({ clock }) => clock),
		counter: stepsOf(rows.map(({ counter }) => counter)),
		wall: rows.map(({ wall }) => wall),
		zone: rows.map(({ zone }) => zone),
		shared: Object.fromEntries(SHARED.map(field)) as Record<SharedField, Shared>,
		value: rows.map(({ fields }) => fields.value),
		others
	};
}

/** The events, in their order; `undefined` for what are no columns. Whether they are good events is not looked at. */
export function fromColumns(json: unknown): readonly unknown[] | undefined {
	try {
		return eventsIn(json as Columns);
	} catch {
		return undefined;
	}
}

function eventsIn(columns: Columns): readonly unknown[] {
	const { count, chance, clock, wall, zone, value } = columns;
	const others = new Map(columns.others);
	const rows = count - others.size;
	const numbers = [columns.time, columns.counter, clock, wall, zone];
	const fits =
		Number.isSafeInteger(count) &&
		count <= WIRE_LIMITS.eventsPerPush &&
		others.size === columns.others.length &&
		chance.length === rows * CHANCE &&
		[...numbers, value].every((list) => Array.isArray(list) && list.length === rows) &&
		numbers.every(areWhole);
	if (!fits) throw new RangeError('columns of other lengths');
	const times = sumsOf(columns.time);
	const counters = sumsOf(columns.counter);
	const read = Object.fromEntries(SHARED.map((name) => [name, readerOf(columns.shared[name])]));
	let row = 0;
	return Array.from({ length: count }, (_, index) => {
		if (others.has(index)) return others.get(index);
		const n = row++;
		const field = <Name extends SharedField>(name: Name) => read[name]!(n) as LogEvent[Name];
		return eventOf({
			time: times[n]!,
			chance: chance.slice(n * CHANCE, (n + 1) * CHANCE),
			clock: clock[n]!,
			counter: counters[n]!,
			wall: wall[n]!,
			zone: zone[n]!,
			fields: {
				survey: field('survey'),
				path: field('path'),
				kind: field('kind'),
				value: value[n]!,
				form: field('form'),
				supersedes: field('supersedes'),
				author: field('author'),
				device: field('device')
			}
		});
	});
}

/** `undefined` when the event, made of its row again, would not be the same to the letter. */
function rowOf(json: unknown): Row | undefined {
	if (typeof json !== 'object' || json === null) return undefined;
	const { id, hlc, at, ...fields } = json as LogEvent;
	const [, high, low, ...chance] = ID.exec(id) ?? [];
	const [, moment, count] = HLC.exec(hlc) ?? [];
	const [, sign, hours, minutes] = ZONE.exec(at) ?? [];
	const isWhole = [...SHARED, 'value' as const].every((name) => fields[name] !== undefined);
	if (high === undefined || moment === undefined || sign === undefined || !isWhole)
		return undefined;
	if (SHARED.some((name) => JSON.stringify(fields[name]).length > LONGEST_SHARED)) return undefined;
	const time = Number.parseInt(`${high}${low}`, 16);
	const row = {
		time,
		chance: chance.join(''),
		clock: Number.parseInt(moment, 16) - time,
		counter: Number.parseInt(count!, 16),
		wall: Math.floor(Date.parse(at) / 1000) - Math.floor(time / 1000),
		zone: Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes)),
		fields
	};
	const isExact =
		Number.isFinite(row.wall) && JSON.stringify(eventOf(row)) === JSON.stringify(json);
	return isExact ? row : undefined;
}

function eventOf({ time, chance, clock, counter, wall, zone, fields }: Row): LogEvent {
	const hex = (number: number, digits: number) => number.toString(16).padStart(digits, '0');
	const stamp = hex(time, 12);
	const { survey, path, kind, value, form, supersedes, author, device } = fields;
	return {
		id: `${stamp.slice(0, 8)}-${stamp.slice(8)}-7${chance.slice(0, 3)}-${chance.slice(3, 7)}-${chance.slice(7)}`,
		survey,
		path,
		kind,
		value,
		form,
		supersedes,
		author,
		device,
		hlc: `${hex(time + clock, 12)}-${hex(counter, 6)}-${device}`,
		at: isoInZone((Math.floor(time / 1000) + wall) * 1000, zone)
	};
}
