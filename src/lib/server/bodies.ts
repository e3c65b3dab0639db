import * as v from 'valibot';

/** PostgreSQL stores no NUL in a text. */
const NO_NUL = v.regex(/^[^\0]*$/, 'a character in it cannot be stored.');
const NAME = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200), NO_NUL);
const ID = v.pipe(v.string(), v.minLength(1), v.maxLength(200), NO_NUL);
const ROLE = v.picklist(['lead', 'technician', 'viewer']);
const PROJECTS = v.nullable(v.pipe(v.array(ID), v.maxLength(500)));

const MOMENT = v.pipe(v.string(), v.maxLength(40), NO_NUL);
const CURSOR = v.object({
	epoch: v.pipe(v.string(), v.maxLength(200)),
	seq: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER)),
	chk: v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/))
});
const DIGEST = v.object({
	count: v.pipe(v.number(), v.integer(), v.minValue(0)),
	sum: v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/))
});

export const JOIN = v.object({
	secret: v.pipe(v.string(), v.maxLength(200)),
	name: v.pipe(v.string(), v.trim(), v.maxLength(200), NO_NUL),
	device: ID,
	deviceName: NAME,
	author: v.nullable(ID)
});
const OUTBOX = v.object({
	events: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER)),
	oldestAt: v.nullable(MOMENT)
});
export const PUSH = v.object({
	device: ID,
	epoch: v.nullable(v.string()),
	events: v.optional(v.pipe(v.array(v.unknown()), v.maxLength(1000))),
	columns: v.optional(
		v.pipe(
			v.looseObject({}),
			v.description(
				'the events as a device of this product packs them, in place of `events`; what it holds may change with a version'
			)
		)
	),
	outbox: OUTBOX
});
export const PULL = v.object({
	device: ID,
	cursor: v.nullable(CURSOR),
	own: v.nullable(DIGEST),
	outbox: v.optional(OUTBOX),
	columns: v.optional(
		v.pipe(
			v.boolean(),
			v.description('whether the page may come with `columns` in place of `events`')
		),
		false
	),
	limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000)), 500)
});

export const INVITE = v.object({
	role: ROLE,
	name: v.optional(NAME),
	person: v.optional(ID),
	projects: v.optional(PROJECTS)
});
export const CHANGE_PERSON = v.object({ role: ROLE, projects: PROJECTS });
export const TURN_DEVICE = v.object({ state: v.picklist(['active', 'retired', 'lost']) });
export const NAMED = v.object({ name: NAME });
export const ADD_TOKEN = v.object({
	name: NAME,
	days: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(366)), 365)
});
export const EMPTY = v.object({});

/** Numbers in an address are text. */
export const EVENTS_QUERY = v.object({
	after: v.optional(
		v.pipe(
			v.string(),
			v.regex(/^\d{1,15}$/),
			v.description('the `seq` of the last cursor; from the beginning without it')
		)
	),
	chk: v.optional(
		v.pipe(
			v.string(),
			v.regex(/^[0-9a-f]{16}$/),
			v.description('the `chk` of the last cursor: with it, 409 tells that the log was rolled back')
		)
	),
	limit: v.optional(
		v.pipe(
			v.string(),
			v.regex(/^([1-9]\d{0,2}|1000)$/),
			v.description('how many at most, up to 1000; 500 without it')
		)
	)
});
