import type { RequestHandler } from '@sveltejs/kit';
import { answer } from './team';

export const prerender = false;

export const fallback: RequestHandler = ({ request, params, url, getClientAddress }) =>
	answer(request, params.path ?? '', {
		address: getClientAddress(),
		isSecure: url.protocol === 'https:'
	});
