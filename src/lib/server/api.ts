import { PROTOCOL, PROTOCOL_HEADER } from '../log/wire.ts';
import { authenticate, cookieWith, endedCookie } from './access.ts';
import type { Call } from './call.ts';
import { Counts } from './counts.ts';
import { ENDPOINTS, endpointAt, type Endpoint, type EndpointId } from './endpoints.ts';
import { eventStore } from './events.ts';
import { HANDLERS } from './handlers.ts';
import { Hints } from './hints.ts';
import { Line } from './line.ts';
import { RateLimit } from './pace.ts';
import { json, Refusal, refused } from './reply.ts';
import type { Database } from './sql.ts';
import { troubleWith } from './trouble.ts';

export interface ApiOptions {
	readonly db: Database;
	readonly now?: () => Date;
	readonly newId: () => string;
	readonly log?: (line: Readonly<Record<string, unknown>>) => void;
}

/** What the network says of a request. */
export interface Origin {
	/** The address it came from. */
	readonly address: string;
	/** Whether it came by https, so that a cookie may insist on it. */
	readonly isSecure: boolean;
}

const DEVICE_PACE = { most: 120, perSecond: 20 };
/** A push of a thousand events is a tenth of a second on a good day: who comes behind fifty of them had better come later. */
const LONG_PUSHES = { atWork: 1, waiting: 50 };
/** A page is much less work than a push, and whoever only reads is hardly ever told to come again. */
const LONG_PULLS = { atWork: 2, waiting: 500 };
const JOIN_PACE = { most: 20, perSecond: 0.2 };

/** The team server as a function of a request; it keeps nothing that another node would miss. */
export function teamApi({ db, now = () => new Date(), newId, log = () => undefined }: ApiOptions) {
	const counts = new Counts();
	const store = eventStore(db, {
		now,
		onDamage: (seqs) => log({ level: 'error', what: 'damaged events', seqs })
	});
	const hints = new Hints(store);
	const devices = new RateLimit(DEVICE_PACE, () => now().getTime());
	const lines = { push: new Line(LONG_PUSHES), pull: new Line(LONG_PULLS) };
	const joins = new RateLimit(JOIN_PACE, () => now().getTime());

	async function answer(request: Request, path: string, origin: Origin): Promise<Response> {
		const cameAt = now();
		const found = endpointAt(request.method, path);
		if (!found) throw new Refusal(404, 'There is no such address on the team server.');
		const endpoint: Endpoint = ENDPOINTS[found.id];
		// No page of another site can send it along.
		if (request.method === 'POST' && request.headers.get(PROTOCOL_HEADER) !== PROTOCOL)
			throw new Refusal(
				400,
				`This is not a request of this Sitewalk: it lacks ${PROTOCOL_HEADER}.`
			);
		const wait = endpoint.access.includes('anyone') ? joins.take(origin.address) : 0;
		if (wait > 0) throw busy(wait);
		const who = await authenticate(db, request, endpoint, now());
		const key = who.kind === 'device' ? who.caller.device : who.kind === 'script' ? who.team : '';
		const pause = key === '' ? 0 : devices.take(key);
		if (pause > 0) throw busy(pause);

		const call: Call = {
			...{ request, part: found.part, who, db, store, hints, counts, lines, now, cameAt, newId }
		};
		const told = await HANDLERS[found.id](call);
		if (told instanceof Response) return told;
		const response = json(request, told.body);
		const token = told.token ?? (who.kind === 'device' ? who.newToken : undefined);
		if (told.isEnd) response.headers.append('set-cookie', endedCookie(origin.isSecure));
		else if (token) response.headers.append('set-cookie', cookieWith(token, origin.isSecure));
		return response;
	}

	/** `path` is what follows /api/v1. */
	return async function handle(request: Request, path: string, origin: Origin): Promise<Response> {
		const since = performance.now();
		const response = await answer(request, path, origin).catch((error: unknown) => {
			const refusal = troubleWith(error);
			if (refusal.status >= 500)
				log({ level: 'error', path: nameOf(request, path), error: String(error) });
			return refused(request, refusal);
		});
		const milliseconds = Math.round(performance.now() - since);
		const route = nameOf(request, path);
		counts.add('sitewalk_requests_total', { route, status: response.status });
		counts.add('sitewalk_request_milliseconds_total', { route }, milliseconds);
		log({ level: 'info', at: now().toISOString(), route, status: response.status, milliseconds });
		return response;
	};
}

function busy(seconds: number): Refusal {
	// Not all at the same moment again.
	const retryAfterSeconds = seconds + Math.floor(Math.random() * 3);
	return new Refusal(429, 'Too many requests at once; the app tries again by itself.', {
		retryAfterSeconds
	});
}

/** By its name in the table: an address may hold an id. */
function nameOf(request: Request, path: string): EndpointId | 'unknown' {
	return endpointAt(request.method, path)?.id ?? 'unknown';
}
