import { gzipSync } from 'node:zlib';
import { PROTOCOL, PROTOCOL_HEADER } from '../log/wire.ts';

/** A request that is answered with a sentence instead of what was asked for. */
export class Refusal extends Error {
	readonly status: number;
	readonly extra: Readonly<Record<string, unknown>>;
	readonly retryAfterSeconds: number | undefined;

	constructor(
		status: number,
		problem: string,
		{
			extra = {},
			retryAfterSeconds
		}: { extra?: Readonly<Record<string, unknown>>; retryAfterSeconds?: number } = {}
	) {
		super(problem);
		this.status = status;
		this.extra = extra;
		this.retryAfterSeconds = retryAfterSeconds;
	}
}

/** Below this, packing costs more than it saves. */
const WORTH_PACKING = 2048;

export function json(request: Request, body: unknown, status = 200): Response {
	const text = JSON.stringify(body);
	const takesGzip = request.headers.get('accept-encoding')?.includes('gzip') ?? false;
	const isPacked = takesGzip && text.length > WORTH_PACKING;
	return new Response(isPacked ? gzipSync(text) : text, {
		status,
		headers: {
			'content-type': 'application/json',
			'cache-control': 'no-store, no-transform',
			[PROTOCOL_HEADER]: PROTOCOL,
			...(isPacked ? { 'content-encoding': 'gzip', vary: 'accept-encoding' } : {})
		}
	});
}

export function refused(request: Request, refusal: Refusal): Response {
	const { status, message, extra, retryAfterSeconds } = refusal;
	const response = json(request, { problem: message, ...extra }, status);
	if (retryAfterSeconds !== undefined)
		response.headers.set('retry-after', String(retryAfterSeconds));
	return response;
}
