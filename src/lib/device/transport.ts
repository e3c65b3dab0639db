import type { Answer, Transport, Trouble } from '../log/sync.ts';
import { packPush, unpackPage } from '../log/packed.ts';
import { asPullReply, asPushReply } from '../log/wire-check.ts';
import { CLOCK_HEADER, PROTOCOL, PROTOCOL_HEADER } from '../log/wire.ts';

const TIMEOUT_MS = 45_000;
/** Below this, packing costs more than it saves. */
const WORTH_PACKING = 2048;
/** Asked for by a busy server that does not say how long. */
const BUSY_MS = 5000;

export interface TransportOptions {
	readonly fetch?: typeof fetch;
	readonly signal?: AbortSignal;
	readonly timeoutMs?: number;
	/** The build of the app, told to the lead. */
	readonly version?: string;
	/** In milliseconds since 1970. */
	readonly clock?: () => number;
	/** How far that clock is ahead of the team server's, to the second. */
	readonly onAhead?: (ms: number) => void;
}

/** The team server over HTTP. What does not come from it, whole and in its own words, is no network. */
export function httpTransport(options: TransportOptions = {}): Transport {
	let takesColumns = true;
	return {
		async push(request) {
			const packed = takesColumns ? packPush(request) : request;
			const answer = await post(PUSH, packed, asPushReply, options);
			if ('events' in packed || !('why' in answer) || answer.why !== 'incomplete') return answer;
			// A node of an older version, beside new ones, knows no columns.
			takesColumns = false;
			return post(PUSH, request, asPushReply, options);
		},
		pull: (request) =>
			post(PULL, { ...request, columns: true }, (json) => asPullReply(unpackPage(json)), options)
	};
}

const PUSH = '/api/v1/sync/push';
const PULL = '/api/v1/sync/pull';

async function post<T>(
	path: string,
	request: unknown,
	read: (json: unknown) => T | undefined,
	{ fetch: send = fetch, signal, timeoutMs = TIMEOUT_MS, version, clock, onAhead }: TransportOptions
): Promise<Answer<T>> {
	const ending = new AbortController();
	let isLate = false;
	const end = () => ending.abort();
	const timer = setTimeout(() => {
		isLate = true;
		end();
	}, timeoutMs);
	signal?.addEventListener('abort', end);
	if (signal?.aborted) end();
	try {
		const { body, headers } = await packed(JSON.stringify(request));
		const response = await send(path, {
			method: 'POST',
			body,
			headers: {
				...headers,
				...(version === undefined ? {} : { 'x-sitewalk-version': version }),
				...(clock ? { [CLOCK_HEADER]: String(clock()) } : {})
			},
			// A sign-in page of somebody's network is reached by a redirect.
			redirect: 'error',
			cache: 'no-store',
			credentials: 'same-origin',
			signal: ending.signal
		});
		const trouble = troubleIn(response);
		const there = Date.parse(response.headers.get('date') ?? '');
		if (clock && !trouble && !Number.isNaN(there)) onAhead?.(clock() - there);
		if (trouble && trouble.why !== 'retired') return trouble;
		const json: unknown = await response.json();
		if (trouble) return goneAs(json);
		const reply = read(json);
		return reply === undefined ? { why: 'incomplete' } : { reply };
	} catch {
		if (signal?.aborted) return { why: 'cancelled' };
		return { why: isLate ? 'too-slow' : 'no-network' };
	} finally {
		clearTimeout(timer);
		signal?.removeEventListener('abort', end);
	}
}

/** Why a response is not an answer to what was asked; `retired` still has to be read. */
function troubleIn(response: Response): Trouble | undefined {
	const { status, headers } = response;
	const spoken = headers.get(PROTOCOL_HEADER);
	if (spoken === null) return strangerSays(status, headers);
	if (spoken !== PROTOCOL) return { why: 'outdated' };
	if (status === 200)
		return headers.get('content-type')?.startsWith('application/json')
			? undefined
			: { why: 'no-network' };
	if (status === 401) return { why: 'signed-out' };
	if (status === 403) return { why: 'forbidden' };
	if (status === 409) return { why: 'epoch' };
	if (status === 410) return { why: 'retired' };
	if (status === 413) return { why: 'too-large' };
	if (status === 426) return { why: 'outdated' };
	if (status === 429 || status >= 500) return { why: 'busy', waitMs: waitOf(headers) };
	return { why: 'incomplete' };
}

/** A proxy in between may cut or slow us; anything else without our header is somebody else's page. */
function strangerSays(status: number, headers: Headers): Trouble {
	if (status === 413) return { why: 'too-slow' };
	if (status === 429 || status === 503) return { why: 'busy', waitMs: waitOf(headers) };
	return { why: 'no-network' };
}

function goneAs(json: unknown): Trouble {
	const isLost = typeof json === 'object' && json !== null && 'wipe' in json && json.wipe === true;
	return { why: isLost ? 'lost' : 'retired' };
}

function waitOf(headers: Headers): number {
	const seconds = Number(headers.get('retry-after'));
	return seconds > 0 && seconds <= 3600 ? seconds * 1000 : BUSY_MS;
}

async function packed(text: string): Promise<{ body: BodyInit; headers: Record<string, string> }> {
	const headers = { 'content-type': 'application/json', [PROTOCOL_HEADER]: PROTOCOL };
	if (text.length < WORTH_PACKING || typeof CompressionStream === 'undefined')
		return { body: text, headers };
	const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
	return {
		body: await new Response(stream).arrayBuffer(),
		headers: { ...headers, 'content-encoding': 'gzip' }
	};
}
