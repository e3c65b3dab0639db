import { fromColumns } from '../log/columns.ts';
import { packPage } from '../log/packed.ts';
import { CLOCK_HEADER } from '../log/wire.ts';
import { JOIN, PULL, PUSH } from './bodies.ts';
import { bodyOf } from './body.ts';
import { deviceOf, type Call, type DeviceCall, type Handler, type Told } from './call.ts';
import { callerWith, endDevice, heardFrom, type Heard } from './devices.ts';
import type { EndpointId } from './endpoints.ts';
import { authorsOfPerson, join } from './invites.ts';
import { judgeFor } from './judge.ts';
import { LEAD_HANDLERS } from './lead-handlers.ts';
import { Refusal } from './reply.ts';
import { SCRIPT_HANDLERS } from './script-handlers.ts';
import { inSlices } from './slices.ts';
import type { Database } from './sql.ts';
import type { Caller } from './store.ts';
import { epochFor, teamLog } from './teams.ts';

const LONG_BYTES = 4096;
/** Fewer events than this are read in a moment. */
const FAR_BEHIND = 100;

/** What each endpoint does; who may call it was settled before. */
export const HANDLERS: Readonly<Record<EndpointId, Handler>> = {
	async join({ request, db, now, newId }) {
		const wish = await bodyOf(request, JOIN);
		const joined = await join(db, wish, newId, now());
		if (!joined)
			throw new Refusal(
				404,
				'This link is not valid, was used already, or is too old. Ask your lead for a new one.'
			);
		const found = await callerWith(db, joined.token, now());
		return { body: await meOf(db, found!), token: joined.token };
	},

	me: async ({ who, db }) => ({ body: await meOf(db, deviceOf(who)) }),

	async leave({ who, db }) {
		await endDevice(db, deviceOf(who).caller);
		return { body: {}, isEnd: true };
	},

	push(call) {
		const { request, lines } = call;
		// Nothing of it is read before its turn.
		return isLong(request) ? lines.push.inTurn(() => push(call)) : push(call);
	},

	async pull({ request, who, db, store, lines, cameAt }) {
		const { caller } = deviceOf(who);
		const wish = await bodyOf(request, PULL);
		checkDevice(caller, wish.device);
		await heardFrom(db, caller, heardIn(request, wish.outbox), cameAt);
		const last = (await store.seqs([caller.team])).get(caller.team) ?? 0;
		const isFar = last - (wish.cursor?.seq ?? 0) > FAR_BEHIND;
		const read = () => store.read(caller, wish.cursor, wish.own, wish.limit);
		const page = await (isFar ? lines.pull.inTurn(read) : read());
		return { body: wish.columns ? packPage(page) : page };
	},

	hint: async ({ who, hints }) => hints.stream(deviceOf(who).caller.team),

	...LEAD_HANDLERS,
	...SCRIPT_HANDLERS
};

async function push({ request, who, db, store, counts, cameAt }: Call): Promise<Told> {
	const { caller } = deviceOf(who);
	const wish = await bodyOf(request, PUSH);
	checkDevice(caller, wish.device);
	const events = wish.events ?? fromColumns(wish.columns);
	if (!events) throw new Refusal(400, 'Something is wrong with columns: they hold no events.');
	await heardFrom(db, caller, heardIn(request, wish.outbox), cameAt);
	if (wish.epoch !== null && wish.epoch !== (await epochOf(db, caller)))
		throw new Refusal(409, 'The log of the team is another one: pull first.');
	const judge = await judgeFor(db, caller);
	const reply = await inSlices(events, (slice) => store.append(caller, slice, judge));
	counts.add('sitewalk_events_total', { outcome: 'accepted' }, reply.accepted);
	counts.add('sitewalk_events_total', { outcome: 'held' }, reply.held.length);
	counts.add('sitewalk_events_total', { outcome: 'refused' }, reply.refused.length);
	return { body: reply };
}

/** By what it says of itself: unpacked it is some hundred events, or it does not say. */
function isLong(request: Request): boolean {
	const bytes = request.headers.get('content-length');
	return bytes === null || Number(bytes) > LONG_BYTES;
}

async function meOf(
	db: Database,
	{ caller, teamName, deviceName }: Pick<DeviceCall, 'caller' | 'teamName' | 'deviceName'>
) {
	const { team, person, role, projects, device, deviceState } = caller;
	return {
		team: { id: team, name: teamName },
		person,
		role,
		projects,
		device: { id: device, name: deviceName, state: deviceState },
		authors: await authorsOfPerson(db, team, person.id)
	};
}

/** A cookie that came to another browser's database: that one must join for itself. */
function checkDevice(caller: Caller, device: string) {
	if (device !== caller.device)
		throw new Refusal(401, 'This browser’s data are not those that joined: join again by a link.');
}

function epochOf(db: Database, caller: Caller): Promise<string> {
	return teamLog(db, caller.team).then((log) => epochFor(db, caller, log));
}

function heardIn({ headers }: Request, outbox: Heard['outbox']): Heard {
	const clock = new Date(Number(headers.get(CLOCK_HEADER) || Number.NaN));
	return {
		outbox,
		version: headers.get('x-sitewalk-version')?.slice(0, 100) ?? null,
		clock: Number.isNaN(clock.getTime()) ? null : clock
	};
}
