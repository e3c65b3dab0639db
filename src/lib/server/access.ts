import { callerWith, type Authenticated } from './devices.ts';
import type { Endpoint } from './endpoints.ts';
import { Refusal } from './reply.ts';
import type { Database } from './sql.ts';
import { teamOfToken } from './tokens.ts';

/** Who asks, as far as the server has seen proof of it. */
export type Who =
	| { readonly kind: 'nobody' }
	| { readonly kind: 'script'; readonly team: string }
	| ({ readonly kind: 'device' } & Authenticated);

const COOKIE = 'sitewalk-device';
const COOKIE_DAYS = 180;

/** Lets through only whom the table of endpoints names. */
export async function authenticate(
	db: Database,
	request: Request,
	endpoint: Endpoint,
	now: Date
): Promise<Who> {
	if (endpoint.access.includes('anyone')) return { kind: 'nobody' };
	const key = /^Bearer (\S+)$/.exec(request.headers.get('authorization') ?? '')?.[1];
	if (key !== undefined) {
		const team = await teamOfToken(db, key, now);
		if (team === undefined) throw new Refusal(401, 'This key is not known, or has ended.');
		if (!endpoint.access.includes('script')) throw new Refusal(403, 'A script may not do this.');
		return { kind: 'script', team };
	}
	const token = cookieOf(request);
	const found = token === undefined ? undefined : await callerWith(db, token, now);
	if (!found)
		throw new Refusal(401, 'The team server does not know this device: join again by a link.');
	if (found.isLost)
		throw new Refusal(410, 'This device was reported lost.', { extra: { wipe: true } });
	const { role, deviceState } = found.caller;
	if (!endpoint.access.includes(role)) throw new Refusal(403, `A ${role} may not do this.`);
	if (deviceState === 'retired' && !endpoint.forRetired)
		throw new Refusal(410, 'This device was retired; what waits on it may still be delivered.', {
			extra: { wipe: false }
		});
	return { kind: 'device', ...found };
}

export function cookieWith(token: string, isSecure: boolean): string {
	return cookie(token, COOKIE_DAYS * 24 * 3600, isSecure);
}

export function endedCookie(isSecure: boolean): string {
	return cookie('', 0, isSecure);
}

/** No script reads it, no other site sends it, no address shows it. */
function cookie(value: string, seconds: number, isSecure: boolean): string {
	const words = [`${COOKIE}=${value}`, 'Path=/api/v1', `Max-Age=${seconds}`, 'HttpOnly'];
	return [...words, 'SameSite=Strict', ...(isSecure ? ['Secure'] : [])].join('; ');
}

function cookieOf(request: Request): string | undefined {
	const all = request.headers.get('cookie') ?? '';
	return all
		.split(/;\s*/)
		.find((each) => each.startsWith(`${COOKIE}=`))
		?.slice(COOKIE.length + 1);
}
