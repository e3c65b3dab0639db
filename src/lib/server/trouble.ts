import { codeOf } from './postgres.ts';
import { Refusal } from './reply.ts';

const LOCK_NOT_AVAILABLE = '55P03';
const DISK_FULL = ['53100', '13'];
const CONNECTIONS = ['ECONNREFUSED', 'ECONNRESET', '57P01', '57P02', '57P03', '08006', '53300'];

/** What is told of a failure: never its inside, and whether to try again. */
export function troubleWith(error: unknown): Refusal {
	if (error instanceof Refusal) return error;
	const sqlite = (error as { errcode?: number } | undefined)?.errcode;
	const code = sqlite === undefined ? codeOf(error) : String(sqlite);
	if (DISK_FULL.includes(code))
		return new Refusal(507, 'The team server has no room left; nothing was taken.', {
			retryAfterSeconds: 60
		});
	const isBusy = code === LOCK_NOT_AVAILABLE || sqlite === 5;
	if (isBusy || CONNECTIONS.includes(code))
		return new Refusal(503, 'The team server is busy; the app tries again by itself.', {
			retryAfterSeconds: 1 + Math.floor(Math.random() * 5)
		});
	return new Refusal(500, 'The team server failed; nothing was taken. Its log says more.');
}
